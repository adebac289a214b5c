package io.tidemark.analytics.insight.feed;

import io.tidemark.analytics.insight.Evidence;
import io.tidemark.analytics.insight.EvidenceStatus;
import io.tidemark.analytics.insight.Insight;
import java.time.Duration;
import java.time.Instant;

/// Why a finding stands where it does: `size` times `certainty` times `recency`, each from 0 to 1.
///
/// @param size of a change, how large it is at the cautious end of its interval, 1 for twice or half as much and more;
///     of anything else, how much its type matters
/// @param certainty how far its evidence can be relied on
/// @param recency 1 when it is new, half as much for each two weeks that it has stood unchanged
public record Worth(double value, double size, double certainty, double recency) {
    private static final double HALVES_AFTER_DAYS = 14;
    private static final double LEAST_RECENCY = 0.1;
    private static final double DOUBLE = Math.log(2);
    /// A fall to nothing is as large as can be told.
    private static final double LEAST_RATIO = 0.01;
    private static final double DAY_SECONDS = Duration.ofDays(1).toSeconds();

    /// @param since when it last changed
    static Worth of(Insight insight, double p, Instant since, Instant now) {
        double size = size(insight);
        double certainty = (1 - p) * reliance(insight.evidence().status());
        double days = Math.max(0, Duration.between(since, now).toSeconds() / DAY_SECONDS);
        double recency = Math.max(LEAST_RECENCY, Math.pow(0.5, days / HALVES_AFTER_DAYS));
        return new Worth(size * certainty * recency, size, certainty, recency);
    }

    private static double size(Insight insight) {
        Stance stance = Nature.stance(insight);
        Evidence evidence = insight.evidence();
        Double value = evidence.value();
        if (value == null || (stance != Stance.MORE && stance != Stance.LESS)) {
            return Nature.of(insight.type()).size();
        }
        double lo = evidence.lo() == null ? value : evidence.lo();
        double hi = evidence.hi() == null ? value : evidence.hi();
        double cautious = stance == Stance.MORE ? Math.max(lo, 0) : Math.min(hi, 0);
        return Math.min(1, Math.abs(Math.log(Math.max(1 + cautious, LEAST_RATIO))) / DOUBLE);
    }

    private static double reliance(EvidenceStatus status) {
        return switch (status) {
            case OK -> 1;
            case PROVISIONAL -> 0.8;
            case WEAK -> 0.5;
            case NOT_ENOUGH_DATA -> 0.1;
            case NOT_PROVIDED -> 0.05;
        };
    }
}
