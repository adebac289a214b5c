package io.tidemark.ledger;

import io.tidemark.metric.Metric;
import io.tidemark.metric.MetricValues;
import java.time.Instant;
import java.util.List;

/// A post as it stands: the row of `post_analytics`.
///
/// @param engagement by the definition in force; `NaN` where a part of it is missing
/// @param engagementRate engagement over the platform's fixed denominator; `NaN` where either is missing
/// @param ctr link clicks over impressions; `NaN` where either is missing
public record PostCurrent(
        long postId,
        long accountId,
        PostVersion version,
        MetricValues values,
        List<Provenance> provenance,
        double engagement,
        double engagementRate,
        double ctr) {

    /// Which metrics came from one observation.
    public record Provenance(Instant observedAt, long sourceId, List<Metric> metrics) {}
}
