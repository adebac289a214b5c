package io.tidemark.collect.connector.tiktok;

import io.tidemark.collect.connector.Api;
import io.tidemark.collect.connector.ApiRequest;
import io.tidemark.collect.connector.CallFailed;
import io.tidemark.collect.connector.Fault;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Answers what it was told to, in order, and keeps what was asked.
final class CannedApi implements Api {
    static final Instant NOW = Instant.parse("2026-11-26T12:00:00Z");

    private final Deque<Object> answers = new ArrayDeque<>();
    private final List<String> asked = new ArrayList<>();

    CannedApi answer(String json) {
        answers.add(JsonMapper.shared().readTree(json));
        return this;
    }

    CannedApi fail(Fault fault) {
        answers.add(fault);
        return this;
    }

    @Override
    public JsonNode call(ApiRequest request) {
        asked.add(request.asked());
        return switch (answers.remove()) {
            case Fault fault -> throw new CallFailed(fault);
            case JsonNode json -> json;
            case Object other -> throw new IllegalStateException("no answer: " + other);
        };
    }

    @Override
    public Instant now() {
        return NOW;
    }

    /// Addresses, with what was posted.
    List<String> asked() {
        return asked;
    }
}
