package io.tidemark.collect.connector;

import io.tidemark.ledger.Alias;
import io.tidemark.ledger.PostVersion;
import io.tidemark.metric.MetricValues;
import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A post as a list tells of it.
///
/// @param aliases the names under which it is known, the surest first
/// @param values counters that the list tells; none where it tells none
/// @param thumbnail where a small picture of it lies now, as such addresses run out; or, where the list tells no more,
///     the platform's name of the picture, such as `urn:li:image:…`
public record ListedPost(
        PostRef ref,
        List<Alias> aliases,
        PostVersion version,
        MetricValues values,
        @Nullable URI thumbnail) {
    public ListedPost {
        aliases = List.copyOf(aliases);
    }
}
