package io.tidemark.analytics.insight.feed;

import io.tidemark.analytics.insight.TimingFrames;
import io.tidemark.frame.Frame;
import io.tidemark.metric.Boosted;
import io.tidemark.metric.ContentType;
import io.tidemark.metric.Metric;
import io.tidemark.metric.MetricValues;
import io.tidemark.metric.Platform;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Random;

/// Businesses in which nothing happens that could be found: level, habits and kinds of posts stay as they are, and
/// neither the time nor the kind of a post makes a difference. Days vary with the weekday, hang together from day to
/// day, and have heavy tails; numbers of one day rise and fall together in part; a few posts go viral.
public final class NullBusiness {
    public static final Instant NOW = TimingFrames.NOW;

    private static final LocalDate LAST = LocalDate.parse("2026-11-19");
    private static final int ACCOUNTS = 2;
    private static final double CARRIED = 0.3;
    private static final double COMMON = 0.6;
    private static final double WEEKEND = -0.5;
    private static final double VIRAL_SHARE = 0.04;
    private static final Metric[] METRICS = {
        Metric.IMPRESSIONS, Metric.REACTIONS, Metric.COMMENTS, Metric.SHARES, Metric.CLICKS, Metric.SAVES
    };
    private static final double[] LEVELS = {1000, 60, 12, 6, 25, 4};
    private static final ContentType[] TYPES = {ContentType.IMAGE, ContentType.VIDEO, ContentType.TEXT};

    private NullBusiness() {}

    /// @param posts of its two accounts together, over the ten months before
    public static Frame of(long seed, int days, int posts) {
        Random random = new Random(seed);
        TimingFrames frames = new TimingFrames().account(Platform.LINKEDIN).account(Platform.FACEBOOK);
        for (int account = 0; account < ACCOUNTS; account++) {
            addDays(frames, account, days, random);
        }
        for (int post = 0; post < posts; post++) {
            add(frames, post % ACCOUNTS, random);
        }
        return frames.build();
    }

    private static void addDays(TimingFrames frames, int account, int days, Random random) {
        double sd = 0.2 + 0.4 * random.nextDouble();
        double common = 0;
        double[] own = new double[METRICS.length];
        for (LocalDate day = LAST.minusDays(days - 1L); !day.isAfter(LAST); day = day.plusDays(1)) {
            common = CARRIED * common + heavy(random);
            MetricValues.Builder values = MetricValues.builder();
            for (int metric = 0; metric < METRICS.length; metric++) {
                own[metric] = CARRIED * own[metric] + heavy(random);
                double noise = sd * (COMMON * common + (1 - COMMON) * own[metric]);
                double weekend = day.getDayOfWeek().compareTo(DayOfWeek.FRIDAY) > 0 ? WEEKEND : 0;
                values.put(METRICS[metric], Math.rint(LEVELS[metric] * Math.exp(noise + weekend)));
            }
            frames.day(account, day, values.build());
        }
    }

    private static void add(TimingFrames frames, int account, Random random) {
        LocalDate day = LAST.minusDays(random.nextInt(300));
        double hour = random.nextDouble() < 0.1
                ? 23.9 * random.nextDouble()
                : Math.clamp((random.nextBoolean() ? 10 : 18) + 1.5 * random.nextGaussian(), 0, 23.9);
        double log = Math.log(100) + 0.75 * random.nextGaussian();
        if (random.nextDouble() < VIRAL_SHARE) {
            log -= Math.log(1 - random.nextDouble()) / 2;
        }
        Instant at = day.atStartOfDay(TimingFrames.BERLIN).toInstant().plusSeconds((long) (hour * 3600));
        MetricValues values = MetricValues.builder()
                .put(Metric.REACTIONS, Math.rint(Math.exp(log)))
                .put(Metric.COMMENTS, 0)
                .put(Metric.SHARES, 0)
                .put(Metric.IMPRESSIONS, 2000)
                .build();
        frames.post(account, at, TYPES[random.nextInt(TYPES.length)], Boosted.NO, values);
    }

    /// Student's t with six degrees of freedom, of variance 1.
    private static double heavy(Random random) {
        double squares = 0;
        for (int i = 0; i < 6; i++) {
            double one = random.nextGaussian();
            squares += one * one;
        }
        return random.nextGaussian() / Math.sqrt(squares / 6) * Math.sqrt(4.0 / 6);
    }
}
