package io.tidemark.ledger;

import io.tidemark.metric.Metric;
import io.tidemark.metric.MetricValues;
import io.tidemark.metric.Subject;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a source said at a time.
public sealed interface Observation {
    AccountKey account();

    /// A post as it was, with its cumulative counters (possibly none).
    record OfPost(AccountKey account, List<Alias> aliases, PostVersion version, MetricValues values, Instant observedAt)
            implements Observation {
        public OfPost {
            aliases = List.copyOf(aliases);
            if (aliases.isEmpty()) {
                throw new IllegalArgumentException("A post needs an alias");
            }
        }
    }

    /// The platform's own values of one of its calendar days: of the account, or of one post.
    record OfDay(
            AccountKey account,
            @Nullable Alias post,
            LocalDate day,
            ZoneId bucketZone,
            MetricValues values,
            Instant observedAt)
            implements Observation {}

    /// Levels of an account (followers).
    record OfAccount(AccountKey account, MetricValues values, Instant observedAt) implements Observation {}

    /// A number for a part of an account's audience or for a whole period; never added to facts. The metric is a
    /// key of the dictionary or a native name of the form `youtube.average_view_duration_seconds`.
    ///
    /// @param dimension such as `geography`, `delivery`, or `total` for a total that the source states itself
    /// @param from first day of the period; null where the source names none
    record OfBreakdown(
            AccountKey account,
            String dimension,
            String key,
            String metric,
            @Nullable LocalDate from,
            @Nullable LocalDate to,
            double value,
            Instant observedAt)
            implements Observation {}

    /// All posts of an account were listed at an instant: what it published later is known from its beginning.
    record OfDiscovery(AccountKey account, Instant observedAt) implements Observation {}

    /// Why a source leaves a metric out for a kind of item.
    record OfAbsence(AccountKey account, Subject subject, Metric metric, Absence reason) implements Observation {}
}
