package io.tidemark.analytics.insight.effect;

import io.tidemark.analytics.insight.ResponseMetric;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What works: on the account asked for, on each of several, or on the one with most posts.
///
/// @param from first day of the posts looked at
/// @param to last day
/// @param timeZone the zone of weekdays
/// @param definition of the metric, null for reach
/// @param accounts none where no account is in view
/// @param note how far the result may be taken
public record WhatWorksAnswer(
        long businessId,
        LocalDate from,
        LocalDate to,
        String timeZone,
        ResponseMetric metric,
        @Nullable String definition,
        long dataVersion,
        @Nullable Instant asOf,
        List<AccountEffects> accounts,
        String note) {
    static final String NOTE = "Each effect is against the account's other posts, after allowing for all else that is"
            + " listed, for the hour, and for how the account has grown. Effects are associations: posts that have"
            + " something may differ in other ways that no number shows. To be sure, try it on purpose.";

    public WhatWorksAnswer {
        accounts = List.copyOf(accounts);
    }
}
