package io.tidemark.derive;

import io.tidemark.analytics.AnalyticsCalculator;
import io.tidemark.analytics.activity.CurrentValues;
import io.tidemark.frame.Reading;
import io.tidemark.ledger.PostCurrent;
import io.tidemark.ledger.PostHistory;
import io.tidemark.metric.Denominator;
import io.tidemark.metric.Engagement;
import io.tidemark.metric.Metric;
import io.tidemark.metric.MetricValues;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;

/// From the history of a post to its row of current values.
///
/// The row keeps engagement and rates by the shipped definitions and denominators, which the row's columns name: what
/// is derived follows from observations alone and comes out the same from every rebuild. A business's settings and a
/// question's parameters are choices of the moment; answers reckon by them from the values.
final class CurrentPosts {
    private CurrentPosts() {}

    /// Empty when nothing of the post counts any more.
    static Optional<PostCurrent> of(PostHistory history) {
        return PostStanding.of(history).map(CurrentPosts::of);
    }

    static PostCurrent of(PostStanding post) {
        PostHistory history = post.history();
        MetricValues values = post.current().values();
        double engagement = engagement(post);
        Metric denominator = Denominator.defaultFor(history.platform()).metric();
        return new PostCurrent(
                history.postId(),
                history.accountId(),
                post.version(),
                values,
                provenance(post.current()),
                engagement,
                AnalyticsCalculator.rate(engagement, values.orNaN(denominator)),
                AnalyticsCalculator.rate(values.orNaN(Metric.LINK_CLICKS), values.orNaN(Metric.IMPRESSIONS)));
    }

    /// By the shipped definition, `NaN` where it is not known.
    static double engagement(PostStanding post) {
        return AnalyticsCalculator.engagement(
                        Engagement.PUBLIC,
                        post.history().platform(),
                        post.version().contentType(),
                        post.current().values())
                .orElse(Double.NaN);
    }

    /// Readings are told apart by identity: comparing all of their values would cost more than all else here.
    private static List<PostCurrent.Provenance> provenance(CurrentValues current) {
        IdentityHashMap<Reading, List<Metric>> byReading = new IdentityHashMap<>();
        List<Reading> inOrder = new ArrayList<>();
        current.origins().forEach((metric, reading) -> {
            List<Metric> metrics = byReading.get(reading);
            if (metrics == null) {
                metrics = new ArrayList<>();
                byReading.put(reading, metrics);
                inOrder.add(reading);
            }
            metrics.add(metric);
        });
        List<PostCurrent.Provenance> provenance = new ArrayList<>(inOrder.size());
        for (Reading reading : inOrder) {
            provenance.add(new PostCurrent.Provenance(
                    reading.observedAt(), reading.sourceId(), byReading.getOrDefault(reading, List.of())));
        }
        return provenance;
    }
}
