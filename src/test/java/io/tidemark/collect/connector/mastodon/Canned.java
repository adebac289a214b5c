package io.tidemark.collect.connector.mastodon;

import io.tidemark.collect.connector.Api;
import io.tidemark.collect.connector.ApiRequest;
import io.tidemark.collect.connector.ApiResponse;
import io.tidemark.collect.connector.CallFailed;
import io.tidemark.collect.connector.Fault;
import io.tidemark.collect.connector.Login;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A server that answers what it was told to, in order, and keeps what was asked.
final class Canned implements Api {
    static final Instant NOW = Instant.parse("2026-11-26T12:00:00Z");

    private final Deque<Object> answers = new ArrayDeque<>();
    private final List<String> asked = new ArrayList<>();
    private Login.@Nullable Place place;

    Canned answer(String json) {
        return answer(json, Map.of());
    }

    /// @param headers by lower-case name
    Canned answer(String json, Map<String, List<String>> headers) {
        answers.add(new ApiResponse("canned", 200, headers, JsonMapper.shared().readTree(json)));
        return this;
    }

    Canned fail(Fault fault) {
        answers.add(fault);
        return this;
    }

    Canned at(Login.Place home) {
        place = home;
        return this;
    }

    /// Targets, in their order.
    List<String> asked() {
        return asked;
    }

    @Override
    public JsonNode call(ApiRequest request) {
        return Objects.requireNonNull(answer(request).body());
    }

    @Override
    public ApiResponse answer(ApiRequest request) {
        asked.add(request.target());
        return switch (answers.remove()) {
            case Fault fault -> throw new CallFailed(fault);
            case ApiResponse response -> response;
            case Object other -> throw new IllegalStateException("no answer: " + other);
        };
    }

    @Override
    public Login.@Nullable Place place() {
        return place;
    }

    @Override
    public Instant now() {
        return NOW;
    }
}
