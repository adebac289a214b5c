package io.tidemark.collect.connector.linkedin;

import io.tidemark.collect.connector.Api;
import io.tidemark.collect.connector.ApiRequest;
import io.tidemark.collect.connector.CallFailed;
import io.tidemark.collect.connector.Fault;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Objects;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Answers what it was given, in order, and keeps what was asked.
final class CannedApi implements Api {
    static final Instant NOW = Instant.parse("2026-11-20T12:00:00Z");

    final List<ApiRequest> asked = new ArrayList<>();
    private final Deque<Object> answers = new ArrayDeque<>();

    CannedApi answer(String json) {
        answers.add(JsonMapper.shared().readTree(json));
        return this;
    }

    CannedApi fail(Fault fault) {
        answers.add(new CallFailed(fault));
        return this;
    }

    List<String> targets() {
        return asked.stream().map(ApiRequest::target).toList();
    }

    @Override
    public JsonNode call(ApiRequest request) {
        asked.add(request);
        return switch (Objects.requireNonNull(answers.poll(), () -> "nothing to answer to " + request.target())) {
            case CallFailed failed -> throw failed;
            case Object json -> (JsonNode) json;
        };
    }

    @Override
    public Instant now() {
        return NOW;
    }
}
