package io.tidemark.collect.connector.graph;

import io.tidemark.collect.connector.Api;
import io.tidemark.collect.connector.ApiRequest;
import io.tidemark.collect.connector.ApiResponse;
import io.tidemark.collect.connector.CallFailed;
import io.tidemark.collect.connector.Fault;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Answers with what it was given, in order, and keeps what was asked.
public final class CannedApi implements Api {
    public static final Instant NOW = Instant.parse("2026-11-20T12:00:00Z");

    private final GraphFaults faults = new GraphFaults("Meta", () -> NOW);
    private final Deque<ApiResponse> answers = new ArrayDeque<>();
    private final List<ApiRequest> asked = new ArrayList<>();

    public CannedApi answer(String body) {
        return answer(200, body);
    }

    public CannedApi answer(int status, String body) {
        answers.add(new ApiResponse("", status, Map.of(), JsonMapper.shared().readTree(body)));
        return this;
    }

    /// An error of Graph.
    public CannedApi refuse(int code, int subcode, String message) {
        return answer(
                400,
                "{\"error\":{\"message\":\"%s\",\"type\":\"OAuthException\",\"code\":%d,\"error_subcode\":%d}}"
                        .formatted(message, code, subcode));
    }

    public List<ApiRequest> asked() {
        return asked;
    }

    /// The last address, decoded.
    public String last() {
        return URLDecoder.decode(asked.getLast().target(), StandardCharsets.UTF_8);
    }

    @Override
    public JsonNode call(ApiRequest request) {
        asked.add(request);
        ApiResponse answer = answers.remove();
        Fault fault = faults.of(answer);
        if (fault != null) {
            throw new CallFailed(fault);
        }
        return Objects.requireNonNull(answer.body());
    }

    @Override
    public Instant now() {
        return NOW;
    }
}
