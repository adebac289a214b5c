package io.tidemark.analytics.insight.trend;

import io.tidemark.frame.ActivityFrame;
import io.tidemark.frame.Ages;
import io.tidemark.frame.DayFrame;
import io.tidemark.frame.Frame;
import io.tidemark.frame.FrameAccount;
import io.tidemark.frame.Growth;
import io.tidemark.frame.Labels;
import io.tidemark.frame.PostDays;
import io.tidemark.frame.PostFrame;
import io.tidemark.frame.Restatements;
import io.tidemark.frame.Wordings;
import io.tidemark.metric.Boosted;
import io.tidemark.metric.ContentType;
import io.tidemark.metric.Metric;
import io.tidemark.metric.MetricValues;
import io.tidemark.metric.Platform;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.function.IntToDoubleFunction;

/// Businesses in UTC of which LinkedIn says the impressions of every day. Today is Friday, 20 November
/// 2026.
final class TrendFrames {
    static final Instant NOW = Instant.parse("2026-11-20T12:00:00Z");
    static final LocalDate TODAY = LocalDate.parse("2026-11-20");

    private final List<FrameAccount> accounts = new ArrayList<>();
    private final List<Day> days = new ArrayList<>();
    private final PostFrame.Builder posts = PostFrame.builder(4);
    private PostDays.Reader reader = some -> ActivityFrame.NONE;

    private record Day(int account, LocalDate day, Instant observedAt, MetricValues values) {}

    /// One account whose days end yesterday, settled.
    ///
    /// @param values by days before today, so that 1 is yesterday; `NaN` for a missing day
    static TrendFrames of(int days, IntToDoubleFunction values) {
        return new TrendFrames().account(days, values);
    }

    /// The first account has ordinal 0 and id 1.
    TrendFrames account(int count, IntToDoubleFunction values) {
        int account = accounts.size();
        accounts.add(new FrameAccount(
                account + 1L, Platform.LINKEDIN, "account" + account, "Account " + (account + 1), true));
        for (int ago = count; ago >= 1; ago--) {
            double value = values.applyAsDouble(ago);
            if (!Double.isNaN(value)) {
                LocalDate day = TODAY.minusDays(ago);
                day(account, day, day.plusDays(20).atStartOfDay(ZoneOffset.UTC).toInstant(), value);
            }
        }
        return this;
    }

    TrendFrames day(int account, LocalDate day, Instant observedAt, double impressions) {
        MetricValues values =
                MetricValues.builder().put(Metric.IMPRESSIONS, impressions).build();
        days.add(new Day(account, day, observedAt, values));
        return this;
    }

    /// Posts in order of their ids, which are numbered from 1.
    TrendFrames post(long id, Instant at, double impressions) {
        posts.add(
                id,
                0,
                at.getEpochSecond(),
                LocalDate.ofInstant(at, ZoneOffset.UTC),
                ContentType.IMAGE,
                Boosted.NO,
                MetricValues.builder().put(Metric.IMPRESSIONS, impressions).build());
        return this;
    }

    TrendFrames postDays(PostDays.Reader of) {
        reader = of;
        return this;
    }

    /// A weekly pattern, neighbours that resemble one another, and noise, around a level.
    static double[] noisy(Random random, int count, double level, double noise) {
        double[] values = new double[count];
        double rest = 0;
        for (int day = 0; day < count; day++) {
            rest = 0.3 * rest + noise * random.nextGaussian();
            values[day] = Math.rint(level * Math.exp(0.25 * Math.sin(2 * Math.PI * day / 7) + rest));
        }
        return values;
    }

    Frame build() {
        DayFrame.Builder frame = DayFrame.builder(days.size());
        days.sort(Comparator.comparing(Day::day).thenComparingInt(Day::account));
        days.forEach(day -> frame.add(day.account(), day.day(), day.observedAt().getEpochSecond(), day.values()));
        PostFrame of = posts.build();
        return new Frame(
                1,
                42,
                ZoneOffset.UTC,
                DayOfWeek.MONDAY,
                null,
                null,
                null,
                accounts,
                of,
                frame.build(),
                Labels.NONE,
                ActivityFrame.NONE,
                Ages.NONE,
                Growth.NONE,
                new PostDays(of, accounts, reader),
                Wordings.none(of),
                Restatements.NONE);
    }
}
