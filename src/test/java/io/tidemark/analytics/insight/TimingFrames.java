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
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.function.IntToDoubleFunction;
import org.jspecify.annotations.Nullable;

/// Businesses made of posts at known times with known effects of these.
public final class TimingFrames {
    public static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    public static final Instant NOW = Instant.parse("2026-11-20T12:00:00Z");

    private static final long YEAR_SECONDS = 300L * 86_400;
    private static final long SETTLED_SECONDS = 40L * 86_400;

    private final List<FrameAccount> accounts = new ArrayList<>();
    private final List<Post> posts = new ArrayList<>();

    private final List<Day> days = new ArrayList<>();
    private final Set<LocalDate> importedFollowers = new HashSet<>();

    private record Day(int account, LocalDate day, MetricValues values) {}

    private record Post(
            int account, long at, ContentType type, Boosted boosted, boolean deleted, MetricValues values) {}

    /// The first account has ordinal 0 and id 1.
    public TimingFrames account(Platform platform) {
        return account(platform, null);
    }

    /// @param zone its own; null for that of the business
    public TimingFrames account(Platform platform, @Nullable ZoneId zone) {
        int id = accounts.size() + 1;
        accounts.add(new FrameAccount(id, platform, "account" + id, "Account " + id, true, List.of(), zone));
        return this;
    }

    public TimingFrames post(int account, Instant at, ContentType type, Boosted boosted, MetricValues values) {
        posts.add(new Post(account, at.getEpochSecond(), type, boosted, false, values));
        return this;
    }

    /// An export file said how many followers there were on a day.
    TimingFrames importedFollowers(LocalDate day) {
        importedFollowers.add(day);
        return this;
    }

    public TimingFrames deleted(int account, Instant at, MetricValues values) {
        posts.add(new Post(account, at.getEpochSecond(), ContentType.IMAGE, Boosted.NO, true, values));
        return this;
    }

    public TimingFrames post(int account, String at, MetricValues values) {
        return post(account, Instant.parse(at), ContentType.IMAGE, Boosted.NO, values);
    }

    /// A day that was observed long after its end.
    public TimingFrames day(int account, LocalDate day, MetricValues values) {
        days.add(new Day(account, day, values));
        return this;
    }

    /// Settled posts at random times of the ten months before, whose likes have a median of 100 times the effect of
    /// their time.
    ///
    /// @param effect on the logarithm, of a minute of the week
    public TimingFrames posts(int account, int count, Random random, IntToDoubleFunction effect) {
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

    /// Settled posts of an account with habits: around two hours of its own, rarely at the weekend or at any other
    /// hour. A few go viral; their time makes no difference.
    public TimingFrames habitual(int account, int count, Random random) {
        long newest = NOW.getEpochSecond() - SETTLED_SECONDS;
        double morning = 8 + random.nextInt(5);
        double evening = 15 + random.nextInt(6);
        for (int i = 0; i < count; i++) {
            LocalDate day = day(newest - (long) (random.nextDouble() * YEAR_SECONDS));
            if (day.getDayOfWeek().getValue() > 5 && random.nextDouble() < 0.6) {
                day = day.minusDays(2);
            }
            double hour = random.nextDouble() < 0.1
                    ? 24 * random.nextDouble()
                    : (random.nextBoolean() ? morning : evening) + 1.5 * random.nextGaussian();
            Instant at = day.atStartOfDay(BERLIN).toInstant().plusSeconds((long) (hour * 3600));
            double log = Math.log(100) + 0.75 * random.nextGaussian();
            if (random.nextDouble() < 0.04) {
                log -= Math.log(1 - random.nextDouble()) / 2;
            }
            ContentType type = random.nextBoolean() ? ContentType.IMAGE : ContentType.VIDEO;
            post(account, at, type, Boosted.NO, likes(Math.rint(Math.exp(log))));
        }
        return this;
    }

    private static LocalDate day(long second) {
        return Instant.ofEpochSecond(second).atZone(BERLIN).toLocalDate();
    }

    /// What an X post reports: the terms of its engagement, and impressions.
    public static MetricValues likes(double likes) {
        return MetricValues.builder()
                .put(Metric.LIKES, likes)
                .put(Metric.COMMENTS, 0)
                .put(Metric.REPOSTS, 0)
                .put(Metric.QUOTES, 0)
                .put(Metric.SAVES, 0)
                .put(Metric.IMPRESSIONS, 2000)
                .build();
    }

    public Frame build() {
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
            if (post.deleted()) {
                frame.markDeleted();
            }
        }
        DayFrame.Builder dayFrame = DayFrame.builder(days.size());
        days.sort(Comparator.comparing(Day::day).thenComparingInt(Day::account));
        days.forEach(day -> dayFrame.add(
                        day.account(), day.day(), day.day().plusDays(20).toEpochDay() * 86_400, day.values())
                .importedAre(false, importedFollowers.contains(day.day())));
        return new Frame(1, 42, BERLIN, DayOfWeek.MONDAY, null, null, accounts, frame.build(), dayFrame.build());
    }
}
