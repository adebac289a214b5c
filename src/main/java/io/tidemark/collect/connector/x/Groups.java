package io.tidemark.collect.connector.x;

import java.util.Collection;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/// The groups of numbers that are asked for, by X's names; those of media carry `media.` before it.
record Groups(Set<String> names) {
    static final String PUBLIC = "public_metrics";
    static final String PRIVATE = "non_public_metrics";
    static final String PROMOTED = "promoted_metrics";
    static final String OF_MEDIA = "media.public_metrics";

    /// All that X has, by which a refusal is told from a mistake.
    static final Set<String> KNOWN = Set.of(PUBLIC, PRIVATE, PROMOTED, "organic_metrics");

    private static final String MEDIA_PREFIX = "media.";

    Groups {
        names = Set.copyOf(names);
    }

    Groups with(Collection<String> others) {
        Set<String> all = new TreeSet<>(names);
        all.addAll(others);
        return new Groups(all);
    }

    /// With commas.
    String ofPosts() {
        return names.stream()
                .filter(name -> !name.startsWith(MEDIA_PREFIX))
                .sorted()
                .collect(Collectors.joining(","));
    }

    boolean withMedia() {
        return names.contains(OF_MEDIA);
    }

    /// With commas.
    String ofMedia() {
        return names.stream()
                .filter(name -> name.startsWith(MEDIA_PREFIX))
                .map(name -> name.substring(MEDIA_PREFIX.length()))
                .sorted()
                .collect(Collectors.joining(","));
    }
}
