package io.tidemark.collect.connector;

import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/// What whoever runs the server may set of a connector, over what is shipped: base address, version of the API, lists
/// of metrics and scopes. Platforms retire such things on dates of their own.
///
/// @param values by name, such as `base-url`, `version`, `post-metrics.REELS`
public record ConnectorSettings(Map<String, String> values) {
    public static final ConnectorSettings DEFAULT = new ConnectorSettings(Map.of());

    public ConnectorSettings {
        values = Map.copyOf(values);
    }

    public String text(String name, String shipped) {
        return values.getOrDefault(name, shipped);
    }

    public URI address(String name, String shipped) {
        return URI.create(text(name, shipped));
    }

    /// A list written with commas.
    public List<String> list(String name, String shipped) {
        return Arrays.stream(text(name, shipped).split(","))
                .map(String::strip)
                .filter(part -> !part.isEmpty())
                .toList();
    }

    public Set<String> set(String name, String shipped) {
        return list(name, shipped).stream().collect(Collectors.toCollection(TreeSet::new));
    }
}
