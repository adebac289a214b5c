package io.tidemark.ledger;

import io.tidemark.frame.FrameAccount;
import io.tidemark.metric.Metric;
import java.time.Instant;
import java.util.List;

/// All that counts of one post, and where it came from.
///
/// @param versions what was said of the post itself, in the order of the history's versions
/// @param aliases its names on its platform, ordered by scheme
/// @param sources those that the versions, the readings and the absences came from, in the order of their ids
/// @param absences why metrics of the account's posts were left out, by the newest source that said so
public record PostRecord(
        FrameAccount account,
        PostHistory history,
        List<Version> versions,
        List<Alias> aliases,
        List<SourceName> sources,
        List<Left> absences) {
    public PostRecord {
        versions = List.copyOf(versions);
        aliases = List.copyOf(aliases);
        sources = List.copyOf(sources);
        absences = List.copyOf(absences);
    }

    public record Version(Instant observedAt, long sourceId, PostVersion version) {}

    public record SourceName(long id, SourceSpec.Kind kind, String format, String name, Instant recordedAt) {}

    /// A metric that a source left out.
    public record Left(Metric metric, Absence reason, long sourceId) {}

    /// The post as its versions add up.
    public PostVersion current() {
        return history.versions().stream().reduce(PostVersion::then).orElseThrow();
    }
}
