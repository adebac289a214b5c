package io.tidemark.collect.simulator;

import io.tidemark.metric.Metric;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.OptionalDouble;

/// What is true of an account's numbers beside those of its posts.
public interface AccountTruth {
    /// Of a day's numbers a platform tells about so much at first.
    double USUALLY_TOLD_AT_FIRST = 0.9;

    double followers(Instant at);

    /// What happened on a calendar day; empty where the account has no such number.
    OptionalDouble onDay(Metric metric, LocalDate day, ZoneId zone);

    /// By how many the followers grew on a day of UTC.
    default double gained(LocalDate day) {
        return followers(day.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant())
                - followers(day.atStartOfDay(ZoneOffset.UTC).toInstant());
    }

    /// The share of a day's numbers that is told as long as the day is young.
    default double toldAtFirst(LocalDate day) {
        return USUALLY_TOLD_AT_FIRST;
    }
}
