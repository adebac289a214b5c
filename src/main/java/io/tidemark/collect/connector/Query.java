package io.tidemark.collect.connector;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Collection;

/// The query of an address, as it grows.
public final class Query {
    private final StringBuilder text;
    private char next = '?';

    public Query(String address) {
        text = new StringBuilder(address);
    }

    public Query add(String name, String value) {
        String encoded = URLEncoder.encode(value, StandardCharsets.UTF_8).replace("+", "%20");
        text.append(next).append(name).append('=').append(encoded);
        next = '&';
        return this;
    }

    /// A list with commas; nothing where it is empty.
    public Query add(String name, Collection<String> values) {
        return values.isEmpty() ? this : add(name, String.join(",", values));
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
