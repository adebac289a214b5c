package io.tidemark.metric;

import java.time.LocalDate;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// That a platform provides a metric for a subject: from which of its own fields and under which conditions.
///
/// @param nativeField the platform's own name, API or export column
/// @param conditional provided only for some accounts, routes or ages: an absent value is then no gap
/// @param only the content types that have it; empty means all
/// @param since first day on which the platform provides it, where that is known
/// @param until last day, where the platform has retired it
public record Provision(
        Platform platform,
        Subject subject,
        Metric metric,
        Delivery delivery,
        String nativeField,
        boolean conditional,
        Set<ContentType> only,
        @Nullable LocalDate since,
        @Nullable LocalDate until) {
    public Provision {
        only = Set.copyOf(only);
    }

    public boolean covers(ContentType type) {
        return only.isEmpty() || only.contains(type);
    }
}
