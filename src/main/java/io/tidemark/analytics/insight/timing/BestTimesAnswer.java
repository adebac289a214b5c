package io.tidemark.analytics.insight.timing;

import io.tidemark.analytics.insight.AccountName;
import io.tidemark.analytics.insight.LeftOutPosts;
import io.tidemark.analytics.insight.ResponseMetric;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// When to post. The blocks at the top are those of one account: the one asked for, or the one with most posts.
///
/// @param from first day of the posts looked at
/// @param to last day
/// @param timeZone the zone of weekdays and hours
/// @param definition of the metric, null for reach
/// @param account null where no account is in view
/// @param accounts all accounts asked for, where these are several
/// @param note how far the result may be taken
public record BestTimesAnswer(
        long businessId,
        LocalDate from,
        LocalDate to,
        String timeZone,
        ResponseMetric metric,
        @Nullable String definition,
        long dataVersion,
        @Nullable Instant asOf,
        @Nullable AccountName account,
        List<TimeEffect> weekdays,
        List<TimeEffect> hours,
        List<TimeEffect> slots,
        TimingConclusion conclusion,
        LeftOutPosts leftOut,
        List<AccountTimes> accounts,
        String note) {
    static final String NOTE = "Lifts are against the account's own mix of posting times, after allowing for content"
            + " type, trend and level. They are associations: what is posted at a time may differ in other ways.";

    public BestTimesAnswer {
        weekdays = List.copyOf(weekdays);
        hours = List.copyOf(hours);
        slots = List.copyOf(slots);
        accounts = List.copyOf(accounts);
    }
}
