package io.tidemark.derive;

import io.tidemark.ledger.AccountKey;
import io.tidemark.ledger.Alias;
import io.tidemark.ledger.Ledger;
import io.tidemark.ledger.Marks;
import io.tidemark.ledger.Observation;
import io.tidemark.ledger.PostVersion;
import io.tidemark.ledger.SourceSpec;
import io.tidemark.metric.Boosted;
import io.tidemark.metric.Format;
import io.tidemark.metric.Metric;
import io.tidemark.metric.MetricValues;
import io.tidemark.metric.Placement;
import io.tidemark.metric.Platform;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;

/// What may happen to a small business, drawn by a seed: files, syncs that often find nothing new, late arrivals,
/// reads of one instant by two sources, posts with two names, counters that fall, restated days, deletions,
/// changes of mind.
public final class RandomHistory {
    private static final Instant START = Instant.parse("2026-03-20T00:00:00Z");
    private static final Duration GRID = Duration.ofHours(6);
    private static final List<AccountKey> ACCOUNTS =
            List.of(AccountKey.ofHandle(Platform.INSTAGRAM, "acme"), AccountKey.ofHandle(Platform.X, "acme"));
    private static final List<String> SCHEMES = List.of("test:post", "test:share");
    private static final List<Metric> METRICS =
            List.of(Metric.IMPRESSIONS, Metric.LIKES, Metric.REACH, Metric.WATCH_TIME_SECONDS);
    private static final List<ZoneId> ZONES = List.of(
            ZoneId.of("Europe/Berlin"),
            ZoneId.of("America/New_York"),
            ZoneId.of("Australia/Lord_Howe"),
            ZoneId.of("Asia/Kathmandu"),
            ZoneOffset.UTC);

    private final long seed;
    private final Random random;
    private final List<Truth> posts = new ArrayList<>();

    public RandomHistory(long seed) {
        this.seed = seed;
        random = new Random(seed);
        for (int i = 0; i < 4; i++) {
            posts.add(new Truth(i, ACCOUNTS.get(i % 2), START.plus(hours(72))));
        }
    }

    public sealed interface Step {
        /// @param until nothing in it was observed later
        record Append(SourceSpec.Kind kind, String hash, List<Observation> observations, Instant until)
                implements Step {
            public long to(Ledger ledger, long business) {
                SourceSpec spec = new SourceSpec(ledger.newId(), kind, "random", hash, hash, until);
                ledger.append(business, spec, sink -> observations.forEach(sink::accept), done -> "{}");
                return spec.sourceId();
            }

            /// Whether it says of two names that they mean one post.
            boolean joinsPosts() {
                return observations.stream()
                        .anyMatch(seen -> seen instanceof Observation.OfPost post
                                && post.aliases().size() > 1);
            }
        }

        /// Takes back what the step of a number appended, if it did.
        record Undo(int step) implements Step {}

        record Recut(ZoneId zone, DayOfWeek weekStart) implements Step {}
    }

    public List<Step> steps(int count) {
        List<Step> steps = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            int dice = random.nextInt(10);
            if (i > 1 && dice == 0) {
                steps.add(new Step.Undo(random.nextInt(i)));
            } else if (i > 1 && dice == 1) {
                steps.add(new Step.Recut(one(ZONES), random.nextBoolean() ? DayOfWeek.MONDAY : DayOfWeek.SUNDAY));
            } else {
                steps.add(append(i, dice < 4 ? SourceSpec.Kind.FILE : SourceSpec.Kind.SYNC));
            }
        }
        return steps;
    }

    /// Says under each name of each post when it was published, which a history may never say.
    public Step.Append publications() {
        List<Observation> observations = new ArrayList<>();
        for (Truth post : posts) {
            for (String scheme : SCHEMES) {
                PostVersion version = new PostVersion(
                        post.publishedAt, Placement.FEED, Format.UNKNOWN, null, null, Boosted.UNKNOWN, false);
                observations.add(new Observation.OfPost(
                        post.account, List.of(post.name(scheme)), version, MetricValues.NONE, START));
            }
        }
        return new Step.Append(SourceSpec.Kind.FILE, seed + "-publications", observations, START);
    }

    /// When the step of a number happens.
    public static Instant at(int step) {
        return START.plus(Duration.ofHours(18))
                .plus(GRID.multipliedBy(3L * step))
                .plus(Duration.ofHours(1));
    }

    private Step.Append append(int step, SourceSpec.Kind kind) {
        AccountKey account = one(ACCOUNTS);
        Instant latest = at(step).minus(Duration.ofHours(1));
        boolean late = random.nextInt(4) == 0;
        Instant seen = late ? latest.minus(GRID.multipliedBy(1 + random.nextInt(8))) : latest;
        List<Observation> observations = new ArrayList<>();
        for (Truth post : posts) {
            if (post.account.equals(account) && random.nextInt(5) > 0) {
                List<Alias> names = names(post);
                if (random.nextInt(3) == 0) {
                    read(post, names, kind, seen.minus(GRID), observations);
                }
                read(post, names, kind, seen, observations);
            }
        }
        if (random.nextInt(20) == 0) {
            java.util.Collections.shuffle(observations, random);
        }
        addAccountFacts(account, kind, seen, observations);
        return new Step.Append(kind, "%d-%d".formatted(seed, step), observations, latest);
    }

    private void addAccountFacts(AccountKey account, SourceSpec.Kind kind, Instant seen, List<Observation> into) {
        if (kind == SourceSpec.Kind.SYNC && random.nextInt(3) == 0) {
            into.add(new Observation.OfDiscovery(account, seen));
        }
        if (random.nextBoolean()) {
            MetricValues followers = MetricValues.builder()
                    .put(Metric.FOLLOWERS, 100 + random.nextInt(20))
                    .build();
            into.add(new Observation.OfAccount(account, followers, seen));
        }
        for (int i = random.nextInt(3); i > 0; i--) {
            LocalDate day = seen.atZone(ZoneOffset.UTC).toLocalDate().minusDays(i);
            MetricValues values = MetricValues.builder()
                    .put(Metric.IMPRESSIONS, random.nextInt(50))
                    .put(Metric.REACH, random.nextInt(30))
                    .build();
            into.add(new Observation.OfDay(account, null, day, ZoneOffset.UTC, values, seen));
        }
    }

    /// A post has two names; most sources know one of them.
    private List<Alias> names(Truth post) {
        Alias one = post.name(SCHEMES.getFirst());
        Alias other = post.name(SCHEMES.getLast());
        return switch (random.nextInt(5)) {
            case 0 -> List.of(one, other);
            case 1, 2 -> List.of(other);
            default -> List.of(one);
        };
    }

    private void read(Truth post, List<Alias> names, SourceSpec.Kind kind, Instant at, List<Observation> into) {
        boolean deleted = random.nextInt(30) == 0;
        boolean fallen = random.nextInt(20) == 0;
        MetricValues.Builder values = MetricValues.builder();
        for (Metric metric : METRICS) {
            boolean reported = kind == SourceSpec.Kind.SYNC ? metric != post.lacking : random.nextInt(4) > 0;
            if (reported && !deleted) {
                values.put(metric, fallen ? 0 : post.value(metric, at));
            }
        }
        String text = random.nextInt(10) == 0 ? "edited " + at : "post " + post.number;
        boolean dayOnly = random.nextInt(4) == 0;
        Instant published = dayOnly ? post.publishedAt.truncatedTo(ChronoUnit.DAYS) : post.publishedAt;
        PostVersion version = new PostVersion(
                random.nextInt(10) == 0 ? null : published,
                dayOnly,
                Placement.FEED,
                kind == SourceSpec.Kind.FILE && random.nextInt(3) == 0 ? Format.UNKNOWN : post.format,
                text,
                null,
                Boosted.UNKNOWN,
                deleted,
                new Marks(answer(), answer()));
        into.add(new Observation.OfPost(post.account, names, version, values.build(), at));
    }

    private @Nullable Boolean answer() {
        return random.nextInt(3) > 0 ? null : Boolean.valueOf(random.nextBoolean());
    }

    private Duration hours(int most) {
        return Duration.ofMinutes(random.nextInt(most * 60));
    }

    private <T> T one(List<T> of) {
        return of.get(random.nextInt(of.size()));
    }

    /// A post that now and then gains something at once, so that many reads find nothing new.
    private final class Truth {
        private final int number;
        private final AccountKey account;
        private final Instant publishedAt;
        private final Format format;
        private final Metric lacking;
        private final long[] gains;

        Truth(int number, AccountKey account, Instant publishedAt) {
            this.number = number;
            this.account = account;
            this.publishedAt = publishedAt;
            format = random.nextBoolean() ? Format.IMAGE : Format.VIDEO;
            lacking = one(METRICS);
            gains = LongStream.generate(() -> random.nextInt(240)).limit(3).toArray();
        }

        Alias name(String scheme) {
            return new Alias(scheme, seed + "-" + number);
        }

        double value(Metric metric, Instant at) {
            long gained = LongStream.of(gains)
                    .filter(hour -> publishedAt.plus(Duration.ofHours(hour)).isBefore(at))
                    .count();
            return gained * (7 + metric.ordinal()) + (metric == Metric.WATCH_TIME_SECONDS ? 0.125 : 0);
        }
    }
}
