package io.tidemark.collect.sync.polling;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.metric.Platform;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Random accounts over days with changes of the clocks: every deadline is met where the budget allows it, told
/// from the readings alone.
class GuaranteesTest {
    private static final Instant BEGIN = Instant.parse("2026-10-23T05:00:00Z");
    private static final Instant END = BEGIN.plus(Duration.ofDays(4));
    private static final Duration STEP = Duration.ofMinutes(10);
    private static final List<ZoneId> ZONES = Stream.of(
                    "Europe/Berlin", "America/New_York", "Australia/Lord_Howe", "Asia/Kolkata")
            .map(ZoneId::of)
            .toList();

    /// A post, or with a null state the levels of an account.
    private static final class Item {
        final PolledAccount account;
        final List<Instant> readings = new ArrayList<>();
        final List<Instant> doubts = new ArrayList<>();

        @Nullable
        PollState state;

        @Nullable
        Instant expires;

        @Nullable
        Instant gaugeRead;

        Item(PolledAccount account) {
            this.account = account;
        }

        Candidate candidate() {
            return state == null
                    ? new TrackedGauge(account, 1, gaugeRead, null)
                    : new TrackedPost(account, "", state, 1, expires);
        }

        void read(Instant now, SplittableRandom random) {
            readings.add(now);
            if (state == null) {
                gaugeRead = now;
                return;
            }
            double before = state.total() == null ? 0 : state.total();
            boolean falls = random.nextInt(500) == 0;
            state = state.afterRead(now, falls ? before / 2 : before + random.nextInt(8));
            if (state.doubtedAt() != null) {
                doubts.add(now);
            }
        }

        boolean readBetween(Instant from, Instant by) {
            return readings.stream().anyMatch(at -> !at.isBefore(from) && !at.isAfter(by));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"read", "call"})
    void everyDeadlineIsMetWhereTheBudgetAllowsIt(String tariff) {
        for (long seed = 0; seed < 4; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            List<Item> items = items(random, 120);
            Pool pool = tariff.equals("read")
                    ? Simulation.pool(new Tariff.PerRead(), 80)
                    : Simulation.pool(new Tariff.PerCall(10), 100);

            assertThat(run(items, pool, random))
                    .as("choices that the budget did not cover")
                    .isZero();

            items.forEach(GuaranteesTest::met);
        }
    }

    private static int run(List<Item> items, Pool begun, SplittableRandom random) {
        Pool pool = begun;
        int infeasible = 0;
        for (Instant now = BEGIN; now.isBefore(END); now = now.plus(STEP)) {
            Map<Candidate, Item> candidates = new HashMap<>();
            for (Item item : items) {
                if (item.state == null || !item.state.foundAt().isAfter(now)) {
                    candidates.put(item.candidate(), item);
                }
            }
            Choice choice = new AdaptivePolicy().choose(now, candidates.keySet(), pool);
            pool = choice.pool();
            infeasible += choice.infeasible() ? 1 : 0;
            for (Choice.Reading reading : choice.readings()) {
                Objects.requireNonNull(candidates.get(reading.candidate())).read(now, random);
            }
        }
        return infeasible;
    }

    private static List<Item> items(SplittableRandom random, int posts) {
        List<PolledAccount> accounts = new ArrayList<>();
        List<Item> items = new ArrayList<>();
        for (ZoneId zone : ZONES) {
            Duration horizon = PolledAccount.horizon(accounts.size() % 2 == 0 ? Platform.X : Platform.INSTAGRAM);
            accounts.add(new PolledAccount(accounts.size(), "g" + accounts.size() / 2, zone, horizon));
            Item gauge = new Item(accounts.getLast());
            gauge.gaugeRead = BEGIN.minus(STEP);
            items.add(gauge);
        }
        for (int i = 0; i < posts; i++) {
            Item post = new Item(accounts.get(random.nextInt(accounts.size())));
            Instant published = END.minus(Duration.ofMinutes(random.nextLong(33 * 24 * 60)));
            boolean old = published.isBefore(BEGIN);
            Instant found = published.plus(Duration.ofMinutes(random.nextInt(30)));
            post.state =
                    PollState.found(Curve.of(Platform.INSTAGRAM), 20 + 300 * random.nextDouble(), published, found);
            if (old) {
                post.state = post.state.afterRead(BEGIN.minus(STEP), (double) random.nextInt(100));
            }
            if (i % 6 == 0) {
                post.expires = published.plus(Duration.ofDays(1));
            }
            items.add(post);
        }
        return items;
    }

    private static void met(Item item) {
        if (item.state == null) {
            midnights(item.account.zone()).forEach(midnight -> nearMidnight(item, midnight));
            return;
        }
        Instant published = item.state.publishedAt();
        Instant found = item.state.foundAt();
        Instant expires = item.expires == null ? Instant.MAX : item.expires;
        if (found.isAfter(BEGIN) && found.isBefore(END.minus(Duration.ofMinutes(15)))) {
            assertThat(item.readBetween(found, found.plus(Duration.ofMinutes(15))))
                    .as("first reading")
                    .isTrue();
        }
        for (Duration age : List.of(Duration.ofDays(7), Duration.ofDays(28), Duration.ofDays(30))) {
            boolean settles = age.compareTo(Duration.ofDays(30)) < 0
                    || item.account.horizon().equals(age);
            Instant from = published.plus(age.multipliedBy(99).dividedBy(100));
            Instant by = published.plus(age.multipliedBy(101).dividedBy(100));
            if (settles && from.isAfter(BEGIN) && by.isBefore(END) && by.isBefore(expires)) {
                assertThat(item.readBetween(from, by))
                        .as("reading at the age of %s", age)
                        .isTrue();
            }
        }
        if (expires.isAfter(BEGIN.plus(Duration.ofHours(1))) && expires.isBefore(END)) {
            assertThat(item.readBetween(expires.minus(Duration.ofMinutes(60)), expires))
                    .as("before expiry")
                    .isTrue();
        }
        for (Instant doubt : item.doubts) {
            Instant by = doubt.plus(Duration.ofMinutes(15));
            if (by.isBefore(END) && by.isBefore(expires)) {
                assertThat(item.readBetween(doubt.plusMillis(1), by))
                        .as("confirmed")
                        .isTrue();
            }
        }
        midnights(item.account.zone())
                .filter(midnight -> midnight.isAfter(found) && midnight.isBefore(expires))
                .filter(midnight -> Duration.between(published, midnight)
                                .compareTo(Duration.ofDays(7).minusHours(1))
                        < 0)
                .filter(midnight -> LocalDate.ofInstant(published, item.account.zone())
                        .isBefore(LocalDate.ofInstant(midnight, item.account.zone())))
                .forEach(midnight -> nearMidnight(item, midnight));
    }

    private static void nearMidnight(Item item, Instant midnight) {
        assertThat(item.readBetween(midnight.minus(STEP), midnight.plus(STEP)))
                .as("at %s", midnight)
                .isTrue();
    }

    private static Stream<Instant> midnights(ZoneId zone) {
        LocalDate first = LocalDate.ofInstant(BEGIN, zone);
        return first.datesUntil(LocalDate.ofInstant(END, zone))
                .map(day -> day.plusDays(1).atStartOfDay(zone).toInstant())
                .filter(midnight -> midnight.isAfter(BEGIN.plus(STEP)) && midnight.isBefore(END.minus(STEP)));
    }

    @Test
    void wherePostsCannotAllBeReadEveryMidnightTheOldestLoseFirst() {
        PolledAccount account = new PolledAccount(1, "g", ZoneId.of("UTC"), Duration.ofDays(30));
        Instant now = Instant.parse("2026-05-04T23:50:00Z");
        List<TrackedPost> posts = new ArrayList<>();
        for (int day = 0; day < 7; day++) {
            for (int i = 0; i < 10; i++) {
                Instant published = now.minus(day, ChronoUnit.DAYS).minus(3, ChronoUnit.HOURS);
                PollState state = PollState.found(Curve.of(Platform.INSTAGRAM), 100, published, published)
                        .afterRead(now.minus(1, ChronoUnit.HOURS), 10.0);
                posts.add(new TrackedPost(account, day + "/" + i, state, 1, null));
            }
        }
        TokenBucket bucket = new TokenBucket(45, 45, now, new TokenBucket.Refill.Steady(3), null);

        Choice choice = new AdaptivePolicy().choose(now, posts, Pool.of(new Tariff.PerRead(), bucket));

        assertThat(choice.infeasible()).isTrue();
        List<String> midnight = choice.readings().stream()
                .filter(reading -> reading.reason() == Reason.MIDNIGHT)
                .map(reading -> ((TrackedPost) reading.candidate()).id().substring(0, 1))
                .distinct()
                .toList();
        // The first midnights of a post, then every second one, in so far as 45 readings reach.
        assertThat(midnight).containsExactlyInAnyOrder("0", "1", "3", "5");
    }
}
