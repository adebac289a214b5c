package io.tidemark.serve.analytics;

import io.tidemark.analytics.insight.AudienceAnswer;
import io.tidemark.ledger.Breakdown;
import io.tidemark.metric.Definitions;
import io.tidemark.metric.Metric;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Followers and breakdowns together.
///
/// @param definitions what the numbers mean, by id
record AudienceView(
        long businessId,
        LocalDate from,
        LocalDate to,
        String timeZone,
        long dataVersion,
        @Nullable Instant asOf,
        List<AudienceAnswer.AccountAudience> accounts,
        List<Part> breakdowns,
        Map<String, String> definitions) {
    private static final Map<String, String> DEFINITIONS = Definitions.formulas(
            List.of(Definitions.of(Metric.FOLLOWERS), Definitions.FOLLOWER_GROWTH, Definitions.of(Metric.FOLLOWS)));

    static AudienceView of(AudienceAnswer followers, List<Breakdown> breakdowns) {
        return new AudienceView(
                followers.businessId(),
                followers.from(),
                followers.to(),
                followers.timeZone(),
                followers.dataVersion(),
                followers.asOf(),
                followers.accounts(),
                breakdowns.stream().map(Part::of).toList(),
                DEFINITIONS);
    }

    /// @param periodFrom null where the source names no period
    /// @param statedTotal what the source gives as the total, shown beside the parts and never added to anything
    /// @param keys how many keys there are; those beyond `values` are `keys_left_out`
    record Part(
            long accountId,
            String dimension,
            String metric,
            @Nullable LocalDate periodFrom,
            @Nullable LocalDate periodTo,
            Instant observedAt,
            Source source,
            @Nullable Double statedTotal,
            int keys,
            int keysLeftOut,
            List<Breakdown.Part> values) {
        static Part of(Breakdown breakdown) {
            return new Part(
                    breakdown.accountId(),
                    breakdown.dimension(),
                    breakdown.metric(),
                    breakdown.periodFrom(),
                    breakdown.periodTo(),
                    breakdown.observedAt(),
                    new Source(breakdown.sourceId(), breakdown.sourceKind(), breakdown.sourceFormat()),
                    breakdown.statedTotal(),
                    breakdown.keys(),
                    breakdown.keys() - breakdown.largest().size(),
                    breakdown.largest());
        }
    }

    record Source(long id, String kind, String format) {}
}
