package io.tidemark.collect.sync.polling;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.metric.Platform;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/// What is particular to each way of counting.
class TariffTest {
    private static final Instant NOON = Instant.parse("2026-05-04T12:00:00Z");
    private static final Curve CURVE = Curve.of(Platform.INSTAGRAM);
    private static final AdaptivePolicy POLICY = new AdaptivePolicy();

    private static TrackedPost post(String id, String group, double ageHours, double readHoursAgo) {
        PolledAccount account = new PolledAccount(group.hashCode(), group, ZoneId.of("UTC"), Duration.ofDays(30));
        Instant published = NOON.minus(Hours.duration(ageHours));
        PollState state = PollState.found(CURVE, 100, published, published)
                .afterRead(NOON.minus(Hours.duration(readHoursAgo)), 100 * CURVE.fraction(ageHours - readHoursAgo));
        return new TrackedPost(account, id, state, 1, null);
    }

    private static TokenBucket bucket(double tokens, double perHour) {
        return new TokenBucket(20, tokens, NOON, new TokenBucket.Refill.Steady(perHour), null);
    }

    private static List<String> ids(Choice choice) {
        return choice.readings().stream()
                .map(reading -> ((TrackedPost) reading.candidate()).id())
                .toList();
    }

    @Test
    void aCallIsFilledWithThePostsOfItsGroupThatGainMost() {
        List<TrackedPost> posts = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            posts.add(post("a" + i, "a", 200 + i, 20 - i));
            posts.add(post("b" + i, "b", 700, 0.5));
        }

        Choice choice = POLICY.choose(NOON, posts, Pool.of(new Tariff.PerCall(5), bucket(10, 0.2)));

        assertThat(ids(choice)).containsExactly("a0", "a1", "a2", "a3", "a4");
        assertThat(choice.pool().buckets().getFirst().tokens()).isEqualTo(9);
    }

    @Test
    void aGuaranteedReadingTakesOthersAlong() {
        PolledAccount account = post("x", "a", 1, 1).account();
        TrackedPost found =
                new TrackedPost(account, "new", PollState.found(CURVE, 100, NOON.minusSeconds(60), NOON), 1, null);
        List<TrackedPost> posts = List.of(found, post("old", "a", 300, 1), post("other", "b", 300, 1));

        Choice choice = POLICY.choose(NOON, posts, Pool.of(new Tariff.PerCall(5), bucket(1, 0.001)));

        assertThat(ids(choice)).containsExactly("new", "old");
        assertThat(choice.readings()).extracting(Choice.Reading::reason).containsExactly(Reason.FIRST, Reason.ALONG);
    }

    @Test
    void aPostThatIsPaidForTodayIsReadForNothingAtEachTick() {
        List<TrackedPost> posts = List.of(post("today", "a", 200, 1), post("yesterday", "a", 200, 13));

        Choice choice = POLICY.choose(NOON, posts, Pool.of(new Tariff.PerUtcDay(), bucket(0, 0.01)));

        assertThat(ids(choice)).containsExactly("today");
        assertThat(choice.readings().getFirst().reason()).isEqualTo(Reason.ALONG);
        assertThat(choice.pool().buckets().getFirst().tokens()).isZero();
        assertThat(choice.next()).isEqualTo(NOON.plus(Duration.ofMinutes(10)));
    }

    private record Paid(LocalDate day, String post) {}

    @Test
    void daysArePaidForAsOftenAsTheMoneyAllowsYoungPostsMoreOften() {
        List<TrackedPost> posts = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            posts.add(post(i < 10 ? "young" + i : "old" + i, "a", i < 10 ? 24 : 400, 30));
        }
        Pool pool = Pool.of(new Tariff.PerUtcDay(), bucket(10, 10.0 / 24));
        Set<Paid> paid = new HashSet<>();
        for (Instant now = NOON; now.isBefore(NOON.plus(Duration.ofDays(8))); now = now.plus(Duration.ofHours(1))) {
            Choice choice = POLICY.choose(now, posts, pool);
            pool = choice.pool();
            for (Choice.Reading reading : choice.readings()) {
                TrackedPost post = (TrackedPost) reading.candidate();
                paid.add(new Paid(LocalDate.ofInstant(now, ZoneOffset.UTC), post.id()));
                PollState after = post.state()
                        .afterRead(now, 100 * CURVE.fraction(post.state().age(now)));
                posts.replaceAll(
                        one -> one.equals(post) ? new TrackedPost(one.account(), one.id(), after, 1, null) : one);
            }
        }

        assertThat(paid.size()).isBetween(60, 90);
        long young = paid.stream().filter(day -> day.post().startsWith("young")).count();
        assertThat(young).isGreaterThan(paid.size() * 6L / 10);
        assertThat(paid.stream().map(Paid::post).collect(Collectors.toSet()))
                .as("none is forgotten")
                .hasSize(20);
    }

    @Test
    void whereTheBillIsHigherThanExpectedEveryReadingCounts() {
        Tariff.PerUtcDay tariff = new Tariff.PerUtcDay();

        assertThat(tariff.checked(100, 109)).isSameAs(tariff);
        assertThat(tariff.checked(100, 111)).isEqualTo(new Tariff.PerRead());
    }

    @Test
    void saysWhenSomethingMayBeDueAgain() {
        TrackedPost quiet = post("quiet", "a", 300, 0.1);

        Choice choice =
                POLICY.choose(NOON.plusSeconds(1800), List.of(quiet), Pool.of(new Tariff.PerRead(), bucket(5, 0.5)));

        Instant settles = quiet.state()
                .publishedAt()
                .plus(Duration.ofDays(28).multipliedBy(99).dividedBy(100));
        assertThat(choice.readings()).isEmpty();
        assertThat(choice.next()).isAfter(NOON.plusSeconds(1800)).isBefore(settles);
        Choice then = POLICY.choose(choice.next(), List.of(quiet), choice.pool());
        assertThat(then.readings()).hasSize(1);
    }

    @Test
    void aSettledPostIsReadEveryQuarterFromWhatIsToSpare() {
        TrackedPost old = post("old", "a", 24 * 200, 24 * 91);
        TrackedPost fresh = post("fresh", "a", 24 * 200, 24 * 80);

        Choice spare = POLICY.choose(NOON, List.of(old, fresh), Pool.of(new Tariff.PerRead(), bucket(15, 1)));
        Choice scarce = POLICY.choose(NOON, List.of(old, fresh), Pool.of(new Tariff.PerRead(), bucket(9, 1)));

        assertThat(ids(spare)).containsExactly("old");
        assertThat(spare.readings().getFirst().reason()).isEqualTo(Reason.QUARTERLY);
        assertThat(scarce.readings()).isEmpty();
    }
}
