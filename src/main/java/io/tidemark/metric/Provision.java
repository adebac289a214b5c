package io.tidemark.metric;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// That a platform provides a metric for a subject: from which of its own fields and under which conditions.
///
/// @param nativeFields the platform's own names for it: fields of its APIs first, then columns of its export files
/// @param condition what has to hold for it to be there, such as a kind of account or a route; empty means always
/// @param only the content types that have it; empty means all
/// @param since first day for which the platform provides it, where that is known
/// @param until last day, where the platform has retired it
public record Provision(
        Platform platform,
        Subject subject,
        Metric metric,
        Delivery delivery,
        List<String> nativeFields,
        String condition,
        Set<ContentType> only,
        @Nullable LocalDate since,
        @Nullable LocalDate until) {
    public Provision {
        nativeFields = List.copyOf(nativeFields);
        only = Set.copyOf(only);
    }

    /// Provided only for some accounts, routes or ages: an absent value is then no gap.
    public boolean conditional() {
        return !condition.isEmpty();
    }

    /// Whether items of the type have it. Of an item whose type is unknown that cannot be said where types matter.
    public boolean covers(ContentType type) {
        return only.isEmpty() || only.contains(type);
    }
}
