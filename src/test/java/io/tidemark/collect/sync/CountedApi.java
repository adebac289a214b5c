package io.tidemark.collect.sync;

import io.tidemark.collect.connector.Api;
import io.tidemark.collect.connector.ApiRequest;
import io.tidemark.collect.connector.ApiResponse;
import io.tidemark.collect.connector.Login;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// Counts what is called.
///
/// @param calls by endpoint, so far
record CountedApi(Api api, Map<String, Integer> calls) implements Api {
    @Override
    public JsonNode call(ApiRequest request) {
        calls.merge(request.endpoint(), 1, Integer::sum);
        return api.call(request);
    }

    @Override
    public ApiResponse answer(ApiRequest request) {
        calls.merge(request.endpoint(), 1, Integer::sum);
        return api.answer(request);
    }

    @Override
    public Login.@Nullable Place place() {
        return api.place();
    }

    @Override
    public Instant now() {
        return api.now();
    }
}
