package io.tidemark.analytics.insight.feed;

import io.tidemark.analytics.insight.EvidenceStatus;
import io.tidemark.analytics.insight.Insight;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Sees that no two findings answer the same question about the same thing, so that none can contradict another.
///
/// What decides comes before what cannot tell; then what rests on firmer evidence; then what is surer by chance; then
/// what rests on more items; last the name, so that the order of arrival does not matter.
final class Arbiter {
    private static final Comparator<Said> BETTER = Comparator.comparing(Said::isUndecided)
            .thenComparingInt(said -> firmness(said.insight().evidence().status()))
            .thenComparingDouble(Said::p)
            .thenComparingInt(said -> -said.insight().evidence().n())
            .thenComparing(said -> InsightId.of(said.insight()))
            .thenComparing(said -> said.insight().text().english());

    private Arbiter() {}

    /// @param claim whether chance alone could have made it
    /// @param p as of its candidate
    record Said(Insight insight, boolean claim, double p) {
        boolean isUndecided() {
            return Nature.stance(insight) == Stance.UNDECIDED;
        }
    }

    static List<Said> settle(Collection<Said> all) {
        Map<Topic, Said> settled = new LinkedHashMap<>();
        for (Said said : all) {
            settled.merge(
                    Topic.of(said.insight()), said, (one, other) -> BETTER.compare(one, other) <= 0 ? one : other);
        }
        return List.copyOf(settled.values());
    }

    /// The smaller, the firmer.
    private static int firmness(EvidenceStatus status) {
        return switch (status) {
            case OK -> 0;
            case PROVISIONAL -> 1;
            case WEAK -> 2;
            case NOT_ENOUGH_DATA -> 3;
            case NOT_PROVIDED -> 4;
        };
    }
}
