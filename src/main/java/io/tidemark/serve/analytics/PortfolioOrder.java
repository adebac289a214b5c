package io.tidemark.serve.analytics;

import io.tidemark.serve.analytics.PortfolioAnswer.Row;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// An order of businesses: those without the value come last whichever way, ties are ordered by number.
record PortfolioOrder(Key key, boolean descending) {
    static final PortfolioOrder BY_NAME = new PortfolioOrder(Key.NAME, false);

    enum Key {
        NAME,
        FOLLOWERS,
        POSTS,
        IMPRESSIONS,
        /// The change of the impressions as a share of what they were.
        CHANGE,
        ENGAGEMENT_RATE,
        LAST_COLLECTED_AT;

        String key() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    static List<String> keys() {
        return Arrays.stream(Key.values()).map(Key::key).toList();
    }

    /// Reads `followers` (ascending) or `-followers` (descending).
    static Optional<PortfolioOrder> find(String text) {
        boolean descending = text.startsWith("-");
        String name = descending ? text.substring(1) : text;
        return Arrays.stream(Key.values())
                .filter(key -> key.key().equals(name))
                .findFirst()
                .map(key -> new PortfolioOrder(key, descending));
    }

    String text() {
        return (descending ? "-" : "") + key.key();
    }

    Comparator<Row> comparator() {
        return Comparator.comparing(this::value, Comparator.nullsLast(this::compare))
                .thenComparingLong(Row::businessId);
    }

    private @Nullable Comparable<?> value(Row row) {
        return switch (key) {
            case NAME -> row.name().toLowerCase(Locale.ROOT);
            case FOLLOWERS -> row.followers().value();
            case POSTS -> row.posts().value();
            case IMPRESSIONS -> row.impressions().value();
            case CHANGE -> row.impressions().changeRatio();
            case ENGAGEMENT_RATE -> row.engagementRate().value();
            case LAST_COLLECTED_AT -> row.lastCollectedAt();
        };
    }

    /// Values of one key are of one type.
    @SuppressWarnings("unchecked")
    private int compare(Comparable<?> one, Comparable<?> other) {
        int ascending = ((Comparable<Object>) one).compareTo(other);
        return descending ? -ascending : ascending;
    }
}
