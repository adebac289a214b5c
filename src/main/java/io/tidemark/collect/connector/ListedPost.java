package io.tidemark.collect.connector;

import io.tidemark.ledger.Alias;
import io.tidemark.ledger.PostVersion;
import io.tidemark.metric.MetricValues;
import java.net.URI;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// A post as a list tells of it.
///
/// @param aliases the names under which it is known, the surest first
/// @param values counters that the list tells; none where it tells none
/// @param thumbnail where a small picture of it lies now; such addresses run out
public record ListedPost(
        PostRef ref,
        List<Alias> aliases,
        PostVersion version,
        MetricValues values,
        Set<Mark> marks,
        @Nullable URI thumbnail) {
    public ListedPost {
        aliases = List.copyOf(aliases);
        marks = Set.copyOf(marks);
    }

    /// What sets a post apart when numbers are compared.
    public enum Mark {
        /// Published together with another account, whose audience it reached too.
        COLLABORATION,
        /// Also shown on a sister platform, whose numbers may be in its own.
        CROSSPOST
    }
}
