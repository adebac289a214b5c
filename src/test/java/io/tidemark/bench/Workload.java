package io.tidemark.bench;

import io.tidemark.ledger.AccountKey;
import io.tidemark.ledger.Alias;
import io.tidemark.ledger.Observation;
import io.tidemark.ledger.ObservationSink;
import io.tidemark.ledger.PostVersion;
import io.tidemark.metric.Boosted;
import io.tidemark.metric.ContentType;
import io.tidemark.metric.Dictionary;
import io.tidemark.metric.Format;
import io.tidemark.metric.GrowthCurve;
import io.tidemark.metric.Metric;
import io.tidemark.metric.MetricValues;
import io.tidemark.metric.Placement;
import io.tidemark.metric.Platform;
import io.tidemark.metric.Subject;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

/// A business with one account on every platform, two years of posts read thirty times each over their first four
/// weeks, a daily fact for every account and day, and followers. Each post has a seed of its own, so any stretch of
/// posts can be made again without keeping it.
final class Workload {
    static final int READINGS = 30;

    private static final int DAYS = 730;
    private static final double FIRST_HOURS = 0.5;
    private static final double LAST_HOURS = 672;
    private static final Platform[] PLATFORMS = Platform.values();
    private static final Format[] FORMATS = {Format.IMAGE, Format.VIDEO, Format.TEXT, Format.LINK};

    private final int posts;
    private final long seed;
    private final Instant end;
    private final double[] ages = new double[READINGS];
    private final double[][] grown = new double[PLATFORMS.length][READINGS];
    private final List<AccountKey> accounts;

    Workload(int posts, long seed, Instant end) {
        this.posts = posts;
        this.seed = seed;
        this.end = end;
        accounts = Arrays.stream(PLATFORMS)
                .map(platform -> AccountKey.ofHandle(platform, "bench"))
                .toList();
        for (int i = 0; i < READINGS; i++) {
            ages[i] = FIRST_HOURS * Math.pow(LAST_HOURS / FIRST_HOURS, i / (READINGS - 1.0));
            for (Platform platform : PLATFORMS) {
                grown[platform.ordinal()][i] = GrowthCurve.of(platform).fraction(ages[i]);
            }
        }
    }

    int posts() {
        return posts;
    }

    /// The observations of some posts: what has been read of them by the end.
    ///
    /// @return how many
    int posts(int from, int to, ObservationSink sink) {
        int count = 0;
        for (int post = from; post < to; post++) {
            count += post(post, sink);
        }
        return count;
    }

    private int post(int number, ObservationSink sink) {
        SplittableRandom random = new SplittableRandom(seed * 1_000_003 + number);
        Platform platform = PLATFORMS[number % PLATFORMS.length];
        AccountKey account = accounts.get(platform.ordinal());
        Format format = FORMATS[random.nextInt(FORMATS.length)];
        Instant published = publishedAt(number, random);
        PostVersion version = new PostVersion(
                published,
                Placement.FEED,
                format,
                "Post " + number + " about coffee #" + (number % 40),
                "https://example.com/p/" + number,
                Boosted.NO,
                false);
        List<Alias> aliases = List.of(new Alias(platform.key() + ":post", Integer.toString(number)));
        Metric[] metrics = metrics(platform, Subject.POST, version.contentType());
        double[] totals = totals(random, metrics);
        int readings = 0;
        for (int i = 0; i < READINGS; i++) {
            Instant read = published.plusMillis((long) (ages[i] * 3_600_000));
            if (read.isAfter(end)) {
                break;
            }
            sink.accept(new Observation.OfPost(
                    account, aliases, version, values(metrics, totals, grown[platform.ordinal()][i], i), read));
            readings++;
        }
        return readings;
    }

    private Instant publishedAt(int number, SplittableRandom random) {
        long span = Duration.ofDays(DAYS).toSeconds();
        long behind = span - span * number / posts + random.nextInt(3_600);
        return end.minusSeconds(behind);
    }

    /// Daily facts and followers of every account.
    void accountDays(ObservationSink sink) {
        SplittableRandom random = new SplittableRandom(seed);
        LocalDate last = end.atZone(ZoneOffset.UTC).toLocalDate();
        for (Platform platform : PLATFORMS) {
            AccountKey account = accounts.get(platform.ordinal());
            Metric[] metrics = metrics(platform, Subject.ACCOUNT_DAY, ContentType.UNKNOWN);
            double followers = 10_000;
            for (int i = DAYS; i > 0; i--) {
                LocalDate day = last.minusDays(i);
                Instant read = day.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant();
                MetricValues values = values(metrics, totals(random, metrics), 1, 0);
                if (!values.isEmpty()) {
                    sink.accept(new Observation.OfDay(account, null, day, platform.bucketZone(), values, end));
                }
                followers += random.nextInt(-3, 20);
                sink.accept(new Observation.OfAccount(
                        account,
                        MetricValues.builder().put(Metric.FOLLOWERS, followers).build(),
                        read));
            }
        }
    }

    /// One more level of one account: the least that makes a new version of the data.
    void touch(int number, ObservationSink sink) {
        sink.accept(new Observation.OfAccount(
                accounts.getFirst(),
                MetricValues.builder().put(Metric.FOLLOWERS, 20_000 + number).build(),
                end.plusSeconds(number)));
    }

    private static Metric[] metrics(Platform platform, Subject subject, ContentType type) {
        return Arrays.stream(Metric.values())
                .filter(metric -> metric.ofPosts() && Dictionary.expects(platform, subject, type, metric))
                .toArray(Metric[]::new);
    }

    private static double[] totals(SplittableRandom random, Metric[] metrics) {
        double[] totals = new double[metrics.length];
        double size = Math.exp(6 + 1.2 * random.nextGaussian());
        for (int i = 0; i < totals.length; i++) {
            boolean seen = metrics[i].ordinal() <= Metric.WATCH_TIME_SECONDS.ordinal();
            totals[i] = size * (seen ? 1 : 0.02) * (0.5 + random.nextDouble());
        }
        return totals;
    }

    /// @param reading its number: the first metric moves with each, so that no reading repeats the one before
    private static MetricValues values(Metric[] metrics, double[] totals, double share, int reading) {
        MetricValues.Builder values = MetricValues.builder();
        for (int i = 0; i < metrics.length; i++) {
            values.put(metrics[i], Math.floor(totals[i] * share) + (i == 0 ? reading : 0));
        }
        return values.build();
    }
}
