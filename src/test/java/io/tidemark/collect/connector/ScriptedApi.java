package io.tidemark.collect.connector;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Answers what it was told to, in order, and keeps what was asked.
public final class ScriptedApi implements Api {
    public static final Instant NOW = Instant.parse("2026-11-26T12:00:00Z");

    private final Deque<Object> answers = new ArrayDeque<>();
    private final List<ApiRequest> requests = new ArrayList<>();

    public ScriptedApi answer(String json) {
        return answer(JsonMapper.shared().readTree(json));
    }

    public ScriptedApi answer(JsonNode json) {
        answers.add(json);
        return this;
    }

    public ScriptedApi fail(Fault fault) {
        answers.add(fault);
        return this;
    }

    @Override
    public JsonNode call(ApiRequest request) {
        requests.add(request);
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

    public List<ApiRequest> requests() {
        return requests;
    }

    /// Parameters of a request, in their order.
    public Map<String, String> parameters(int index) {
        return parameters(requests.get(index));
    }

    public static Map<String, String> parameters(ApiRequest request) {
        Map<String, String> parameters = new LinkedHashMap<>();
        String query = request.target().substring(request.target().indexOf('?') + 1);
        for (String pair : query.split("&", -1)) {
            String[] parts = pair.split("=", 2);
            parameters.put(parts[0], URLDecoder.decode(parts[1], StandardCharsets.UTF_8));
        }
        return parameters;
    }
}
