package io.tidemark.derive;

import io.tidemark.analytics.CurrentValues;
import io.tidemark.frame.Reading;
import io.tidemark.ledger.PostCurrent;
import io.tidemark.ledger.PostHistory;
import io.tidemark.ledger.PostVersion;
import io.tidemark.metric.Boosted;
import io.tidemark.metric.Format;
import io.tidemark.metric.Metric;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// From the history of a post to its current row.
final class CurrentPosts {
    private CurrentPosts() {}

    /// Empty when nothing of the post counts any more.
    static Optional<PostCurrent> of(PostHistory history) {
        if (history.versions().isEmpty()) {
            return Optional.empty();
        }
        PostVersion version =
                history.versions().stream().reduce(CurrentPosts::newer).orElseThrow();
        CurrentValues current = CurrentValues.of(history.readings());
        return Optional.of(new PostCurrent(
                history.postId(),
                history.accountId(),
                version,
                current.values(),
                provenance(current),
                Double.NaN,
                Double.NaN,
                Double.NaN));
    }

    /// The later version, with what it leaves open taken from the earlier one.
    private static PostVersion newer(PostVersion before, PostVersion after) {
        return new PostVersion(
                after.publishedAt() != null ? after.publishedAt() : before.publishedAt(),
                after.placement(),
                after.format() != Format.UNKNOWN ? after.format() : before.format(),
                after.text() != null ? after.text() : before.text(),
                after.url() != null ? after.url() : before.url(),
                after.boosted() != Boosted.UNKNOWN ? after.boosted() : before.boosted(),
                after.deleted());
    }

    private static List<PostCurrent.Provenance> provenance(CurrentValues current) {
        Map<Reading, List<Metric>> byReading = new LinkedHashMap<>();
        current.origins()
                .forEach((metric, reading) -> byReading
                        .computeIfAbsent(reading, r -> new ArrayList<>())
                        .add(metric));
        return byReading.entrySet().stream()
                .map(entry -> new PostCurrent.Provenance(
                        entry.getKey().observedAt(), entry.getKey().sourceId(), entry.getValue()))
                .toList();
    }
}
