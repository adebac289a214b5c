package io.tidemark.collect.simulator;

import java.util.LinkedHashMap;
import java.util.Map;

/// What a simulator answers.
public record Answer(int status, String contentType, String body, Map<String, String> headers) {
    public Answer {
        headers = Map.copyOf(headers);
    }

    public static Answer json(int status, String body) {
        return new Answer(status, "application/json", body, Map.of());
    }

    public static Answer json(String body) {
        return json(200, body);
    }

    public static Answer html(String body) {
        return new Answer(200, "text/html; charset=utf-8", body, Map.of());
    }

    public static Answer redirect(String address) {
        return new Answer(302, "text/plain", "", Map.of("Location", address));
    }

    public Answer with(String name, String value) {
        Map<String, String> more = new LinkedHashMap<>(headers);
        more.put(name, value);
        return new Answer(status, contentType, body, more);
    }
}
