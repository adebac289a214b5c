package io.tidemark.collect.simulator;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// A call as it came.
///
/// @param path decoded
/// @param rawQuery as it was sent; empty where there is none
/// @param headers by lower-case name, the first of each
/// @param body of a form
public record Call(String method, String path, String rawQuery, Map<String, String> headers, String body) {
    /// A parameter of the query.
    public Optional<String> query(String name) {
        return Optional.ofNullable(pairs(rawQuery).get(name));
    }

    public Map<String, String> query() {
        return pairs(rawQuery);
    }

    /// A field of the form that was posted.
    public Optional<String> form(String name) {
        return Optional.ofNullable(pairs(body).get(name));
    }

    /// The form that was posted.
    public Map<String, String> form() {
        return pairs(body);
    }

    public Optional<String> header(String name) {
        return Optional.ofNullable(headers.get(name.toLowerCase(Locale.ROOT)));
    }

    /// The token that was sent, in the header or, as Meta allows, in the query.
    public String token() {
        return header("authorization")
                .filter(value -> value.startsWith("Bearer "))
                .map(value -> value.substring("Bearer ".length()))
                .or(() -> query("access_token"))
                .orElse("");
    }

    private static Map<String, String> pairs(String encoded) {
        Map<String, String> pairs = new LinkedHashMap<>();
        if (encoded.isEmpty()) {
            return pairs;
        }
        for (String pair : encoded.split("&", -1)) {
            int equals = pair.indexOf('=');
            String name = equals < 0 ? pair : pair.substring(0, equals);
            String value = equals < 0 ? "" : pair.substring(equals + 1);
            pairs.put(decode(name), decode(value));
        }
        return pairs;
    }

    private static String decode(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }
}
