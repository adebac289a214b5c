package io.tidemark.analytics.insight.performance;

import io.tidemark.analytics.Coverage;
import io.tidemark.analytics.RatioInterval;
import io.tidemark.analytics.insight.Evidence;
import io.tidemark.analytics.insight.EvidenceStatus;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// How often it was right that posts break out, next to how often that was promised: if the chances that
/// were given are true, both agree.
///
/// @param said how often it was said
/// @param settled of these, of how many it is known what came of them
/// @param cameTrue of these, how many came to three times the usual or more
/// @param promised the mean chance that was given to those that settled; null where none has
/// @param evidence of the share that came true
public record BreakoutScore(
        int said, int settled, int cameTrue, @Nullable Double promised, Evidence evidence) {
    private static final double LEVEL = 0.90;
    /// Below this many settled ones a share says next to nothing.
    private static final int FEWEST = 10;

    /// @param chance that was given
    /// @param usual that was expected of such posts then
    /// @param settled what the post came to, null while that is not known
    public record Said(
            double chance, double usual, @Nullable Double settled) {
        /// Only of one that settled.
        private boolean cameTrue(double total) {
            return total >= BreakoutRule.TIMES * usual;
        }
    }

    public static BreakoutScore of(List<Said> all, Instant now) {
        int settled = 0;
        int cameTrue = 0;
        double chances = 0;
        for (Said said : all) {
            Double total = said.settled();
            if (total != null) {
                settled++;
                chances += said.chance();
                cameTrue += said.cameTrue(total) ? 1 : 0;
            }
        }
        RatioInterval interval = settled == 0
                ? null
                : RatioInterval.wilson(cameTrue, settled, LEVEL).orElse(null);
        boolean enough = settled >= FEWEST;
        Evidence evidence = new Evidence(
                settled == 0 ? null : Double.valueOf((double) cameTrue / settled),
                interval == null ? null : Double.valueOf(interval.low()),
                interval == null ? null : Double.valueOf(interval.high()),
                interval == null ? null : Double.valueOf(LEVEL),
                settled,
                null,
                new Coverage(Coverage.Unit.POST, settled, all.size(), all.size()),
                all.isEmpty() ? 0 : (double) (all.size() - settled) / all.size(),
                now,
                BreakoutRule.METHOD,
                enough ? EvidenceStatus.OK : EvidenceStatus.NOT_ENOUGH_DATA,
                enough ? "ok" : "too_few_settled");
        return new BreakoutScore(all.size(), settled, cameTrue, settled == 0 ? null : chances / settled, evidence);
    }
}
