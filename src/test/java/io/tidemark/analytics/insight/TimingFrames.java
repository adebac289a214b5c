package io.tidemark.analytics.insight;

import io.tidemark.frame.DayFrame;
import io.tidemark.frame.Frame;
import io.tidemark.frame.FrameAccount;
import io.tidemark.frame.PostFrame;
import io.tidemark.metric.Boosted;
import io.tidemark.metric.ContentType;
import io.tidemark.metric.Metric;
import io.tidemark.metric.MetricValues;
import io.tidemark.metric.Platform;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.function.IntToDoubleFunction;

/// Businesses made of posts at known times with known effects of these.
final class TimingFrames {
    static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    static final Instant NOW = Instant.parse("2026-11-20T12:00:00Z");

    private static final long YEAR_SECONDS = 300L * 86_400;
    private static final long SETTLED_SECONDS = 40L * 86_400;

    private final List<FrameAccount> accounts = new ArrayList<>();
    private final List<Post> posts = new ArrayList<>();

    private final List<Day> days = new ArrayList<>();

    private record Day(int account, LocalDate day, MetricValues values) {}

    private record Post(int account, long at, ContentType type, Boosted boosted, MetricValues values) {}

    /// The first account has ordinal 0 and id 1.
    TimingFrames account(Platform platform) {
        int id = accounts.size() + 1;
        accounts.add(new FrameAccount(id, platform, "account" + id, "Account " + id, true));
        return this;
    }

    TimingFrames post(int account, Instant at, ContentType type, Boosted boosted, MetricValues values) {
        posts.add(new Post(account, at.getEpochSecond(), type, boosted, values));
        return this;
    }

    TimingFrames post(int account, String at, MetricValues values) {
        return post(account, Instant.parse(at), ContentType.IMAGE, Boosted.NO, values);
    }

    /// A day that was observed long after its end.
    TimingFrames day(int account, LocalDate day, MetricValues values) {
        days.add(new Day(account, day, values));
        return this;
    }

    /// Settled posts at random times of the ten months before, whose likes have a median of 100 times the effect of
    /// their time.
    ///
    /// @param effect on the logarithm, of a minute of the week
    TimingFrames posts(int account, int count, Random random, IntToDoubleFunction effect) {
        LocalMinutes minutes = new LocalMinutes(BERLIN);
        long newest = NOW.getEpochSecond() - SETTLED_SECONDS;
        for (int i = 0; i < count; i++) {
            long at = newest - (long) (random.nextDouble() * YEAR_SECONDS);
            double log = Math.log(100) + effect.applyAsDouble(minutes.of(at)) + 0.75 * random.nextGaussian();
            ContentType type = random.nextBoolean() ? ContentType.IMAGE : ContentType.VIDEO;
            post(account, Instant.ofEpochSecond(at), type, Boosted.NO, likes(Math.rint(Math.exp(log))));
        }
        return this;
    }

    /// What an X post reports: the terms of its engagement, and impressions.
    static MetricValues likes(double likes) {
        return MetricValues.builder()
                .put(Metric.LIKES, likes)
                .put(Metric.COMMENTS, 0)
                .put(Metric.REPOSTS, 0)
                .put(Metric.QUOTES, 0)
                .put(Metric.SAVES, 0)
                .put(Metric.IMPRESSIONS, 2000)
                .build();
    }

    Frame build() {
        PostFrame.Builder frame = PostFrame.builder(posts.size());
        posts.sort(Comparator.comparingLong(Post::at));
        long id = 1;
        for (Post post : posts) {
            frame.add(
                    id++,
                    post.account(),
                    post.at(),
                    Instant.ofEpochSecond(post.at()).atZone(BERLIN).toLocalDate(),
                    post.type(),
                    post.boosted(),
                    post.values());
        }
        DayFrame.Builder dayFrame = DayFrame.builder(days.size());
        days.sort(Comparator.comparing(Day::day).thenComparingInt(Day::account));
        days.forEach(day ->
                dayFrame.add(day.account(), day.day(), day.day().plusDays(20).toEpochDay() * 86_400, day.values()));
        return new Frame(1, 42, BERLIN, DayOfWeek.MONDAY, null, null, accounts, frame.build(), dayFrame.build());
    }
}
