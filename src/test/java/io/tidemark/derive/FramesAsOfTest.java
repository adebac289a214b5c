package io.tidemark.derive;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.analytics.AnalyticsQuery;
import io.tidemark.analytics.Basis;
import io.tidemark.analytics.Granularity;
import io.tidemark.analytics.Overview;
import io.tidemark.analytics.PeriodChoice;
import io.tidemark.analytics.Range;
import io.tidemark.analytics.Trends;
import io.tidemark.derive.RandomHistory.Step;
import io.tidemark.frame.AgedPosts;
import io.tidemark.frame.Frame;
import io.tidemark.frame.Rows;
import io.tidemark.ledger.AccountKey;
import io.tidemark.ledger.Alias;
import io.tidemark.ledger.Business;
import io.tidemark.ledger.Ledger;
import io.tidemark.ledger.Observation;
import io.tidemark.ledger.PostVersion;
import io.tidemark.ledger.SourceSpec;
import io.tidemark.metric.Boosted;
import io.tidemark.metric.Format;
import io.tidemark.metric.Metric;
import io.tidemark.metric.MetricValues;
import io.tidemark.metric.Placement;
import io.tidemark.metric.Platform;
import io.tidemark.metric.StandardAge;
import io.tidemark.testing.LedgerFixture;
import io.tidemark.testing.MutableClock;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// What one would have answered then is answered now: what was recorded later is ignored, what was taken back later
/// still counts.
class FramesAsOfTest {
    private static final int STEPS = 7;
    private static final AccountKey ACME = AccountKey.ofHandle(Platform.INSTAGRAM, "acme");
    private static final AccountKey OTHER = AccountKey.ofHandle(Platform.INSTAGRAM, "other");
    private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");

    @Test
    void theAnswersOfEveryPastInstantAreThoseGivenThen() {
        replay(1, 8);
    }

    @Test
    @Tag("thorough")
    void theAnswersOfEveryPastInstantAreThoseGivenThenInManyHistories() {
        replay(100, 500);
    }

    private static void replay(long firstSeed, int count) {
        MutableClock clock = new MutableClock(RandomHistory.at(0));
        try (LedgerFixture fixture = LedgerFixture.create(clock)) {
            for (long seed = firstSeed; seed < firstSeed + count; seed++) {
                Business business =
                        fixture.directory().createBusiness("b" + seed, LedgerFixture.BERLIN, DayOfWeek.MONDAY, false);
                replay(seed, fixture.ledger(), business.id(), clock);
            }
        }
    }

    private static void replay(long seed, Ledger ledger, long business, MutableClock clock) {
        List<Step> steps = new RandomHistory(seed).steps(STEPS);
        Map<Step, Long> sources = new HashMap<>();
        Map<Instant, List<String>> answers = new HashMap<>();
        for (int i = 0; i < steps.size(); i++) {
            Step step = steps.get(i);
            if (step instanceof Step.Append append) {
                sources.put(append, append.to(ledger, business));
            } else if (step instanceof Step.Undo undo) {
                Long source = sources.remove(steps.get(undo.step()));
                if (source != null) {
                    ledger.undo(business, source);
                }
            }
            Instant now = clock.instant();
            answers.put(now, answers(ledger.frame(business), now));
            clock.advance(Duration.ofHours(18));
        }
        FramesAsOf past = new FramesAsOf(ledger);
        answers.forEach((instant, then) -> assertThat(answers(past.read(business, instant), instant))
                .as("seed %d as of %s", seed, instant)
                .isEqualTo(then));
    }

    static Stream<Observation> observedLater() {
        Instant later = NOON.plus(Duration.ofDays(30));
        return Stream.of(
                post(ACME, "1", Duration.ofHours(20), later, 20),
                post(ACME, "1", Duration.ofHours(20), later, 10),
                post(
                        ACME,
                        "1",
                        Duration.ofDays(5),
                        later,
                        MetricValues.builder().build()),
                new Observation.OfAccount(ACME, values(Metric.FOLLOWERS, 7), later),
                day(ACME, 9, later));
    }

    /// A source may have been recorded before what it says was observed, if only since clocks differ.
    @ParameterizedTest
    @MethodSource("observedLater")
    void whatWasObservedLaterIsNotKnownYet(Observation later) {
        try (LedgerFixture fixture = LedgerFixture.create()) {
            Ledger ledger = fixture.ledger();
            long business = fixture.business().id();
            long other = fixture.directory()
                    .createBusiness("other", LedgerFixture.BERLIN, DayOfWeek.MONDAY, false)
                    .id();
            append(ledger, other, sixPosts());
            List<String> then = columns(ledger.frame(other));

            append(ledger, business, Stream.concat(sixPosts(), Stream.of(later)));

            assertThat(columns(ledger.frame(business))).isNotEqualTo(then);
            assertThat(columns(new FramesAsOf(ledger).read(business, LedgerFixture.NOW)))
                    .isEqualTo(then);
        }
    }

    /// It tells that the post was seen from its beginning, so that what its first reading counts happened since then.
    @Test
    void aListingThatWasRecordedLaterTellsNothingYetOfThePostsAfterIt() {
        MutableClock clock = new MutableClock(LedgerFixture.NOW);
        try (LedgerFixture fixture = LedgerFixture.create(clock)) {
            Ledger ledger = fixture.ledger();
            long business = fixture.business().id();
            append(ledger, business, sixPosts());
            List<String> then = columns(ledger.frame(business));

            clock.advance(Duration.ofDays(1));
            append(ledger, business, Stream.of(new Observation.OfDiscovery(OTHER, NOON.minus(Duration.ofDays(9)))));

            assertThat(columns(ledger.frame(business))).isNotEqualTo(then);
            assertThat(columns(new FramesAsOf(ledger).read(business, LedgerFixture.NOW)))
                    .isEqualTo(then);
        }
    }

    /// What reads nothing but numbers says nothing of the post itself, so it has no version of it.
    @Test
    void numbersAloneThatWereRecordedLaterAreNotKnownYet() {
        MutableClock clock = new MutableClock(LedgerFixture.NOW);
        try (LedgerFixture fixture = LedgerFixture.create(clock)) {
            Ledger ledger = fixture.ledger();
            long business = fixture.business().id();
            append(ledger, business, sixPosts());
            List<String> then = columns(ledger.frame(business));

            clock.advance(Duration.ofHours(1));
            append(ledger, business, Stream.of(numbers("1", 10), numbers("2", 30)));

            assertThat(columns(ledger.frame(business))).isNotEqualTo(then);
            assertThat(columns(new FramesAsOf(ledger).read(business, LedgerFixture.NOW)))
                    .isEqualTo(then);
        }
    }

    @Test
    void numbersAloneThatWereTakenBackLaterStillCount() {
        MutableClock clock = new MutableClock(LedgerFixture.NOW);
        try (LedgerFixture fixture = LedgerFixture.create(clock)) {
            Ledger ledger = fixture.ledger();
            long business = fixture.business().id();
            append(ledger, business, sixPosts());
            long numbers = append(ledger, business, Stream.of(numbers("1", 10), numbers("2", 30)));
            List<String> then = columns(ledger.frame(business));

            clock.advance(Duration.ofHours(1));
            ledger.undo(business, numbers);

            assertThat(columns(ledger.frame(business))).isNotEqualTo(then);
            assertThat(columns(new FramesAsOf(ledger).read(business, LedgerFixture.NOW)))
                    .isEqualTo(then);
        }
    }

    /// The first as it was read before, the second grown.
    private static Observation numbers(String post, double likes) {
        return new Observation.OfPost(
                ACME,
                List.of(new Alias("test:post", post)),
                new PostVersion(null, Placement.FEED, Format.UNKNOWN, null, null, Boosted.UNKNOWN, false),
                values(Metric.LIKES, likes),
                NOON.plus(Duration.ofHours(30)));
    }

    /// Once less than half of them have changed, and once more than half.
    @Test
    void manyPostsThatHaveChangedAreReadOnSeveralConnections() {
        MutableClock clock = new MutableClock(LedgerFixture.NOW);
        try (LedgerFixture fixture = LedgerFixture.create(clock)) {
            Ledger ledger = fixture.ledger();
            long business = fixture.business().id();
            append(ledger, business, readings(0, 9_000, 10));
            List<String> then = columns(ledger.frame(business));
            FramesAsOf past = new FramesAsOf(ledger);

            clock.advance(Duration.ofDays(1));
            append(ledger, business, readings(0, 4_200, 30));
            assertThat(columns(past.read(business, LedgerFixture.NOW))).isEqualTo(then);

            clock.advance(Duration.ofDays(1));
            append(ledger, business, readings(4_000, 9_000, 40));
            assertThat(columns(past.read(business, LedgerFixture.NOW))).isEqualTo(then);
        }
    }

    private static Stream<Observation> readings(int from, int to, int likes) {
        return IntStream.range(from, to)
                .mapToObj(post -> post(
                        post % 3 == 0 ? OTHER : ACME,
                        Integer.toString(post),
                        Duration.ofMinutes(17L * (post % 500)),
                        NOON.plus(Duration.ofHours(likes)),
                        likes + post % 7));
    }

    /// Five of one account and one of another, so that most are as they were whatever happens to one.
    private static Stream<Observation> sixPosts() {
        Stream<Observation> five =
                Stream.of("1", "2", "3", "4", "5").map(post -> post(ACME, post, Duration.ofHours(20), NOON, 10));
        Stream<Observation> others = Stream.of(day(ACME, 5, NOON), post(OTHER, "6", Duration.ofDays(3), NOON, 10));
        return Stream.concat(five, others);
    }

    private static long append(Ledger ledger, long business, Stream<Observation> observations) {
        String name = Long.toString(ledger.newId());
        SourceSpec spec = new SourceSpec(ledger.newId(), SourceSpec.Kind.SYNC, "test", name, name, null);
        ledger.append(business, spec, sink -> observations.forEach(sink::accept), done -> "{}");
        return spec.sourceId();
    }

    private static Observation post(AccountKey account, String post, Duration age, Instant at, double likes) {
        return post(account, post, age, at, values(Metric.LIKES, likes));
    }

    private static Observation post(AccountKey account, String post, Duration age, Instant at, MetricValues values) {
        PostVersion version = new PostVersion(
                NOON.minus(age), Placement.FEED, Format.IMAGE, "post " + post, null, Boosted.UNKNOWN, false);
        return new Observation.OfPost(account, List.of(new Alias("test:post", post)), version, values, at);
    }

    private static Observation day(AccountKey account, double impressions, Instant at) {
        return new Observation.OfDay(
                account, null, LocalDate.of(2026, 3, 1), ZoneOffset.UTC, values(Metric.IMPRESSIONS, impressions), at);
    }

    private static MetricValues values(Metric metric, double value) {
        return MetricValues.builder().put(metric, value).build();
    }

    private static List<String> columns(Frame frame) {
        List<String> columns = new ArrayList<>(rows(frame.posts()));
        columns.addAll(rows(frame.days()));
        columns.addAll(rows(frame.activity()));
        for (StandardAge age : StandardAge.values()) {
            columns.addAll(atAge(frame, age));
        }
        return columns;
    }

    private static List<String> answers(Frame frame, Instant now) {
        AnalyticsQuery all = AnalyticsQuery.DEFAULT.over(new PeriodChoice.Named(Range.ALL));
        List<String> answers = new ArrayList<>();
        for (Basis.Choice basis : Basis.Choice.values()) {
            Stream.of(AnalyticsQuery.DEFAULT, all).map(query -> query.on(basis)).forEach(query -> {
                answers.add(timeless(Overview.compute(frame, query, now)));
                answers.add(timeless(Trends.compute(frame, query, Granularity.DAY, Set.of(), now)));
            });
        }
        for (StandardAge age : StandardAge.values()) {
            answers.add(age + ": " + atAge(frame, age));
        }
        answers.add("activity: " + rows(frame.activity()));
        return answers;
    }

    private static List<String> atAge(Frame frame, StandardAge age) {
        AgedPosts aged = frame.ages().at(age);
        return aged == null ? List.of("unknown") : rows(aged.posts());
    }

    private static List<String> rows(Rows rows) {
        List<String> texts = new ArrayList<>();
        for (int row = 0; row < rows.size(); row++) {
            StringBuilder text =
                    new StringBuilder().append(rows.day(row)).append(' ').append(rows.account(row));
            for (Metric metric : Metric.values()) {
                text.append(' ').append(rows.value(row, metric));
            }
            texts.add(text.toString());
        }
        return texts;
    }

    /// The answer without the version and the instant that it is of.
    private static String timeless(Object answer) {
        return answer.toString().replaceAll("dataVersion=\\d+", "dataVersion=…").replaceAll("asOf=[^,\\]]+", "asOf=…");
    }
}
