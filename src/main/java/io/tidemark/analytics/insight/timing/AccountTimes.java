package io.tidemark.analytics.insight.timing;

import io.tidemark.analytics.insight.AccountName;
import io.tidemark.analytics.insight.LeftOutPosts;
import java.util.List;

/// When to post on one account.
///
/// @param timeZone in which hours are counted: the account's own, or that of the business
/// @param weekdays Monday to Sunday, each at the hours at which the account posts
/// @param hours of the day, each on the weekdays on which the account posts
/// @param slots the 168 hours of the week
public record AccountTimes(
        AccountName account,
        String timeZone,
        List<TimeEffect> weekdays,
        List<TimeEffect> hours,
        List<TimeEffect> slots,
        TimingConclusion conclusion,
        LeftOutPosts leftOut) {
    public AccountTimes {
        weekdays = List.copyOf(weekdays);
        hours = List.copyOf(hours);
        slots = List.copyOf(slots);
    }
}
