package io.tidemark.collect.sync.polling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.tidemark.metric.Platform;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Random posts, read at random times through limits of all kinds.
class BudgetTest {
    private static final Instant BEGIN = Instant.parse("2026-05-04T09:00:00Z");
    private static final Duration HOUR = Duration.ofHours(1);
    private static final Duration DAY = Duration.ofDays(1);
    private static final PolledAccount ACCOUNT =
            new PolledAccount(1, "g", ZoneId.of("Asia/Tokyo"), Duration.ofDays(30));
    private static final PolledAccount OTHER = new PolledAccount(2, "h", ZoneId.of("Europe/Rome"), Duration.ofDays(7));

    private record Spent(Instant at, double units) {}

    static Stream<Tariff> tariffs() {
        return Stream.of(new Tariff.PerRead(), new Tariff.PerCall(7), new Tariff.PerUtcDay());
    }

    @ParameterizedTest
    @MethodSource("tariffs")
    void noLimitIsEverExceeded(Tariff tariff) {
        for (long seed = 0; seed < 4; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            PollingPolicy policy = seed == 3 ? IntervalPolicy.every(HOUR, DAY.multipliedBy(30)) : new AdaptivePolicy();
            Pool pool = Pool.of(
                    tariff,
                    TokenBucket.rolling(12, HOUR, BEGIN),
                    TokenBucket.window(100, 60, BEGIN.plus(DAY), DAY, BEGIN));

            List<Spent> spent = spend(random, policy, pool);

            assertThat(spent).isNotEmpty();
            for (Spent first : spent) {
                assertThat(sum(spent, first.at(), first.at().plus(HOUR))).isLessThanOrEqualTo(12 + 1e-9);
            }
            for (int day = 0; day < 8; day++) {
                Instant from = BEGIN.plus(DAY.multipliedBy(day));
                assertThat(sum(spent, from, from.plus(DAY))).isLessThanOrEqualTo((day == 0 ? 60 : 100) + 1e-9);
            }
        }
    }

    private static List<Spent> spend(SplittableRandom random, PollingPolicy policy, Pool begun) {
        List<TrackedPost> posts = new ArrayList<>();
        List<Spent> spent = new ArrayList<>();
        Pool pool = begun;
        for (Instant now = BEGIN; now.isBefore(BEGIN.plus(DAY.multipliedBy(8))); now = now.plus(pause(random))) {
            if (random.nextInt(4) == 0) {
                Instant published = now.minusSeconds(random.nextLong(random.nextInt(3) == 0 ? 5_000_000 : 3_000));
                PollState state = PollState.found(Curve.of(Platform.FACEBOOK), 50, published, now);
                posts.add(new TrackedPost(random.nextBoolean() ? ACCOUNT : OTHER, "" + posts.size(), state, 1, null));
            }
            Choice choice = policy.choose(now, posts, pool);
            double units = units(pool.tariff(), choice, now);
            if (units > 0) {
                spent.add(new Spent(now, units));
            }
            pool = choice.pool();
            for (Choice.Reading reading : choice.readings()) {
                TrackedPost post = (TrackedPost) reading.candidate();
                PollState after = random.nextInt(5) == 0
                        ? post.state().afterFailure(now)
                        : post.state().afterRead(now, (double) random.nextInt(100));
                posts.replaceAll(one -> one.equals(post) ? with(one, after) : one);
            }
        }
        return spent;
    }

    private static Duration pause(SplittableRandom random) {
        return random.nextInt(100) == 0 ? Duration.ofHours(30) : Duration.ofSeconds(30 + random.nextInt(2_400));
    }

    /// What the platform would count.
    private static double units(Tariff tariff, Choice choice, Instant now) {
        List<TrackedPost> read = choice.readings().stream()
                .map(reading -> (TrackedPost) reading.candidate())
                .toList();
        return switch (tariff) {
            case Tariff.PerRead perRead -> read.size();
            case Tariff.PerCall(int batch) -> calls(read, batch);
            case Tariff.PerUtcDay perDay ->
                read.stream()
                        .filter(post ->
                                post.readAt() == null || post.readAt().isBefore(now.truncatedTo(ChronoUnit.DAYS)))
                        .count();
        };
    }

    private static double calls(List<TrackedPost> read, int batch) {
        return Stream.of("g", "h")
                .mapToDouble(group -> Math.ceil(read.stream()
                                .filter(post -> post.account().group().equals(group))
                                .count()
                        / (double) batch))
                .sum();
    }

    private static TrackedPost with(TrackedPost post, PollState state) {
        return new TrackedPost(post.account(), post.id(), state, post.cost(), post.expiresAt());
    }

    private static double sum(List<Spent> spent, Instant from, Instant to) {
        return spent.stream()
                .filter(one -> !one.at().isBefore(from) && one.at().isBefore(to))
                .mapToDouble(Spent::units)
                .sum();
    }

    @Test
    void whatIsLeftOfAWindowIsSpreadOverTheRestOfIt() {
        TokenBucket bucket = TokenBucket.window(2400, 1200, BEGIN.plus(HOUR.multipliedBy(12)), DAY, BEGIN);

        assertThat(bucket.capacity()).isEqualTo(600);
        assertThat(bucket.perHour()).isCloseTo((1200 - 300) / 12.0, within(1e-9));
        TokenBucket later = bucket.spent(300).refilled(BEGIN.plus(HOUR.multipliedBy(4)));
        assertThat(later.tokens()).isCloseTo(300, within(1e-6));
        assertThat(later.told(100, BEGIN.plus(HOUR.multipliedBy(12))).tokens()).isEqualTo(100);
        TokenBucket next = bucket.refilled(BEGIN.plus(DAY.multipliedBy(400)));
        assertThat(next.tokens()).isEqualTo(600);
        assertThat(next.perHour()).isCloseTo((2400 - 600) / 12.0, within(1e-9));
    }

    @Test
    void aRefusedPoolWaitsAndThenGoesSlowly() {
        TokenBucket full = new TokenBucket(10, 10, BEGIN, new TokenBucket.Refill.Steady(6), null);
        Instant until = BEGIN.plus(HOUR);

        Pool pool = Pool.of(new Tariff.PerRead(), full).refused(BEGIN, until);

        TrackedPost post = new TrackedPost(
                ACCOUNT, "1", PollState.found(Curve.of(Platform.X), 10, BEGIN.minus(HOUR), BEGIN), 1, null);
        Choice waits = new AdaptivePolicy().choose(BEGIN.plusSeconds(60), List.of(post), pool);
        assertThat(waits.readings()).isEmpty();
        assertThat(waits.next()).isEqualTo(until);
        TokenBucket slow = pool.buckets().getFirst().refilled(until.plus(HOUR));
        assertThat(slow.tokens()).isCloseTo(6, within(1e-9));
        assertThat(slow.refilled(until.plus(HOUR.multipliedBy(2))).tokens()).isEqualTo(10);
    }

    @Test
    void eachAccountGetsItsShareWhileAnotherCouldTakeAll() {
        PolledAccount small = new PolledAccount(3, "g", ZoneId.of("UTC"), DAY.multipliedBy(30));
        Instant published = BEGIN.minus(DAY.multipliedBy(25));
        List<TrackedPost> posts = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            PollState state = PollState.found(Curve.of(Platform.INSTAGRAM), 50, published, published)
                    .afterRead(BEGIN.minus(HOUR.multipliedBy(i < 10 ? 160 : 250)), 60.0);
            posts.add(new TrackedPost(i < 10 ? small : ACCOUNT, "" + i, state, 1, null));
        }
        TokenBucket bucket = new TokenBucket(12, 0, BEGIN, new TokenBucket.Refill.Steady(2), null);
        Pool pool = Pool.of(new Tariff.PerRead(), bucket);
        List<Long> read = new ArrayList<>();
        for (int tick = 0; tick < 72; tick++) {
            Choice choice = new AdaptivePolicy().choose(BEGIN.plus(Duration.ofMinutes(10L * tick)), posts, pool);
            pool = choice.pool();
            for (Choice.Reading reading : choice.readings()) {
                read.add(reading.candidate().account().id());
                posts.remove(reading.candidate());
            }
        }

        assertThat(read).hasSizeBetween(20, 24);
        assertThat(read.stream().filter(id -> id == 3).count())
                .as("half of an equal share of two")
                .isBetween(4L, 6L);
    }
}
