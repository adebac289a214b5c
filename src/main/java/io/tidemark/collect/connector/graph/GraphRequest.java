package io.tidemark.collect.connector.graph;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/// What is asked of Graph.
///
/// @param endpoint stable name: `GET /{page}/insights`
/// @param path below the version
/// @param query in the order in which it is sent
public record GraphRequest(String endpoint, String path, Map<String, String> query) {
    public GraphRequest {
        query = Collections.unmodifiableMap(new LinkedHashMap<>(query));
    }

    public static GraphRequest of(String endpoint, String path) {
        return new GraphRequest(endpoint, path, Map.of());
    }

    public GraphRequest with(String name, String value) {
        Map<String, String> more = new LinkedHashMap<>(query);
        more.put(name, value);
        return new GraphRequest(endpoint, path, more);
    }

    public GraphRequest with(String name, long value) {
        return with(name, Long.toString(value));
    }

    String target() {
        return query.isEmpty() ? path : path + "?" + encoded(query);
    }

    /// A query or a form.
    public static String encoded(Map<String, String> pairs) {
        return pairs.entrySet().stream()
                .map(pair -> encode(pair.getKey()) + "=" + encode(pair.getValue()))
                .collect(Collectors.joining("&"));
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
