package io.tidemark.analytics.insight.timing;

import static io.tidemark.analytics.insight.TimingFrames.NOW;
import static io.tidemark.analytics.insight.TimingFrames.likes;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.tidemark.analytics.AnalyticsQuery;
import io.tidemark.analytics.Filters;
import io.tidemark.analytics.insight.EvidenceStatus;
import io.tidemark.analytics.insight.LeftOutPosts;
import io.tidemark.analytics.insight.ResponseMetric;
import io.tidemark.analytics.insight.TimingFrames;
import io.tidemark.analytics.statistics.FalseDiscovery;
import io.tidemark.frame.Frame;
import io.tidemark.metric.Boosted;
import io.tidemark.metric.ContentType;
import io.tidemark.metric.Metric;
import io.tidemark.metric.MetricValues;
import io.tidemark.metric.Platform;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class BestTimesTest {
    @Test
    void anEffectThatIsThereIsFound() {
        BestTimesAnswer answer = ask(new TimingFrames()
                .account(Platform.X)
                .posts(0, 1500, new Random(1), BestTimesTest::evenings)
                .build());

        TimingConclusion conclusion = answer.conclusion();
        assertThat(conclusion.status()).isEqualTo(EvidenceStatus.OK);
        assertThat(given(conclusion.best()).fromHour()).isBetween(17, 20);
        assertThat(conclusion.text().english()).contains(" more engagement than your usual mix of times");
        assertThat(conclusion.postsToSettle()).isNull();
        assertThat(conclusion.good())
                .isNotEmpty()
                .allSatisfy(time -> assertThat(time.hour()).isBetween(16, 23));
        // A sixth of the posts are in the evening: over the mix, 1.49 / (1 + 0.49 / 6) = 1.38 times as much.
        TimeEffect evening = answer.hours().get(20);
        assertThat(evening.lift()).isBetween(0.2, 0.5);
        assertThat(given(evening.interval()).getFirst()).isPositive();
        assertThat(evening.verdict()).isEqualTo(TimeVerdict.GOOD);
        assertThat(answer.hours().get(5).verdict()).isNotEqualTo(TimeVerdict.GOOD);
        assertThat(answer.slots()).hasSize(168);
        assertThat(answer.slots().stream().mapToInt(TimeEffect::posts).sum()).isEqualTo(1500);
        assertThat(answer.slots().stream()
                        .mapToDouble(slot -> given(slot.nEff()))
                        .sum())
                .isLessThan(1500 * 168);
        assertThat(given(answer.account()).id()).isEqualTo(1);
        assertThat(answer.accounts()).isEmpty();
    }

    @Test
    void withoutAnEffectTheAnswerIsThatNoneWasFound() {
        TimingConclusion conclusion = ask(new TimingFrames()
                        .account(Platform.X)
                        .posts(0, 200, new Random(3), BestTimesTest::nothing)
                        .build())
                .conclusion();

        assertThat(conclusion.status()).isEqualTo(EvidenceStatus.NOT_ENOUGH_DATA);
        assertThat(conclusion.reasonCode()).isEqualTo("no_clear_difference");
        assertThat(conclusion.text().english()).startsWith("Your data cannot yet tell times apart: the best guess is ");
        assertThat(conclusion.good()).isEmpty();
        // 16 × 0.75² / ln(1.2)² is 271.
        assertThat(conclusion.postsToSettle()).isBetween(220, 330);
        assertThat(conclusion.evidence().lo()).isNegative();
        assertThat(conclusion.evidence().hi()).isPositive();
    }

    @Test
    void hoursAreThoseOfTheAccountsOwnZone() {
        TimingFrames frames = new TimingFrames()
                .account(Platform.X, ZoneId.of("Asia/Tokyo"))
                .post(0, "2026-07-06T16:30:00Z", likes(30));

        BestTimesAnswer answer = ask(frames.build());

        assertThat(answer.timeZone()).isEqualTo("Asia/Tokyo");
        // Monday evening in Berlin is Tuesday, half past one, there.
        assertThat(answer.slots().get(24 + 1).posts()).isEqualTo(1);
    }

    @Test
    void twoTimesAreProposedForATest() {
        TimingConclusion conclusion = ask(new TimingFrames()
                        .account(Platform.X)
                        .habitual(0, 200, new Random(3))
                        .build())
                .conclusion();

        TimingProposal test = given(conclusion.test());
        TimingConclusion.Time worth = given(conclusion.worthTesting());
        assertThat(test.first().overlaps(test.second())).isFalse();
        assertThat(List.of(test.first(), test.second())).contains(new PostingTime(worth.weekday(), worth.hour()));
        assertThat(test.postsPerTime()).isEqualTo(conclusion.postsToSettle());
        assertThat(test.postsPerWeek()).isBetween(4.0, 6.0);
    }

    @Test
    void withoutAnEffectHardlyEverIsOneClaimed() {
        assertThat(falseClaims((frames, count, random) -> frames.habitual(0, count, random)))
                .isLessThanOrEqualTo(0.07);
    }

    /// The hardest case: nobody sleeps, so all hours of the week are known alike and none is like another.
    @Test
    void norIsOneWherePostsFillTheWholeWeek() {
        assertThat(falseClaims((frames, count, random) -> frames.posts(0, count, random, BestTimesTest::nothing)))
                .isLessThanOrEqualTo(0.08);
    }

    private interface Posting {
        TimingFrames add(TimingFrames frames, int count, Random random);
    }

    private static double falseClaims(Posting posting) {
        int claims = 0;
        int runs = 600;
        SplittableRandom seeds = new SplittableRandom(1);
        for (int run = 0; run < runs; run++) {
            Random random = new Random(seeds.nextLong());
            Frame frame = posting.add(new TimingFrames().account(Platform.X), run % 2 == 0 ? 100 : 300, random)
                    .build();
            claims += ask(frame).conclusion().status() == EvidenceStatus.OK ? 1 : 0;
        }
        return (double) claims / runs;
    }

    @Test
    void growthOfTheAccountIsNotMistakenForAnEffectOfTheHour() {
        // Later in the year everything is better, and later in the year posts went out in the evening.
        Random random = new Random(5);
        TimingFrames frames = new TimingFrames().account(Platform.X);
        for (int day = 0; day < 300; day++) {
            int hour = day < 150 ? 7 + random.nextInt(6) : 17 + random.nextInt(6);
            Instant at = Instant.parse("2025-12-01T00:00:00Z").plusSeconds(day * 86_400L + hour * 3_600L);
            double level = Math.exp(4 + 0.01 * day + 0.5 * random.nextGaussian());
            frames.post(0, at, ContentType.IMAGE, Boosted.NO, likes(Math.rint(level)));
        }

        BestTimesAnswer answer = ask(frames.build());

        double morning = given(answer.hours().get(9).mean());
        double evening = given(answer.hours().get(20).mean());
        assertThat(evening / morning).isGreaterThan(3);
        assertThat((1 + given(answer.hours().get(20).lift()))
                        / (1 + given(answer.hours().get(9).lift())))
                .isLessThan(1.8);
    }

    @Test
    void boostedAndDeletedPostsStoriesAndRepliesAreLeftOutAndCounted() {
        TimingFrames frames =
                new TimingFrames().account(Platform.X).posts(0, 40, new Random(4), BestTimesTest::nothing);
        Instant at = Instant.parse("2026-06-01T10:00:00Z");
        frames.post(0, at, ContentType.IMAGE, Boosted.YES, likes(9))
                .post(0, at, ContentType.IMAGE, Boosted.UNKNOWN, likes(9))
                .post(0, at, ContentType.STORY, Boosted.NO, likes(9))
                .post(0, at, ContentType.REPLY, Boosted.NO, likes(9))
                .post(0, at, ContentType.REPLY, Boosted.NO, likes(9))
                .deleted(0, at, likes(9))
                .post(0, at, ContentType.IMAGE, Boosted.NO, MetricValues.NONE);
        Frame frame = frames.build();

        BestTimesAnswer usual = ask(frame);
        assertThat(usual.leftOut()).isEqualTo(new LeftOutPosts(1, 1, 2, 1, 1));
        assertThat(usual.conclusion().evidence().n()).isEqualTo(41);
        assertThat(usual.conclusion().evidence().coverage().expected()).isEqualTo(42);

        Filters replies = new Filters(Set.of(), Set.of(), Set.of(ContentType.REPLY), Set.of());
        BestTimesAnswer asked = ask(frame, AnalyticsQuery.DEFAULT.with(replies));
        assertThat(asked.conclusion().evidence().n()).isEqualTo(2);
        assertThat(asked.conclusion().reasonCode()).isEqualTo("too_few_posts");
    }

    @Test
    void hoursAreThoseOfTheBusinessAlsoWhereTheClocksChange() {
        // 18:30 in Berlin in winter and in summer.
        Frame frame = new TimingFrames()
                .account(Platform.X)
                .post(0, "2026-02-02T17:30:00Z", likes(10))
                .post(0, "2026-07-06T16:30:00Z", likes(30))
                .build();

        BestTimesAnswer answer = ask(frame);

        TimeEffect mondayEvening = answer.slots().get(18);
        assertThat(mondayEvening.weekday()).isEqualTo(1);
        assertThat(mondayEvening.hour()).isEqualTo(18);
        assertThat(mondayEvening.posts()).isEqualTo(2);
        assertThat(mondayEvening.mean()).isEqualTo(20);
        assertThat(mondayEvening.lift()).isNull();
        assertThat(mondayEvening.verdict()).isEqualTo(TimeVerdict.NOT_ENOUGH_DATA);
        assertThat(answer.weekdays().getFirst().posts()).isEqualTo(2);
        assertThat(answer.hours().get(18).posts()).isEqualTo(2);
        assertThat(answer.hours().get(17).mean()).isNull();
    }

    @Test
    void onlyTheYearBeforeTheEndOfThePeriodIsLookedAt() {
        BestTimesAnswer answer = ask(new TimingFrames()
                .account(Platform.X)
                .post(0, "2025-11-19T10:00:00Z", likes(1))
                .post(0, "2025-11-20T10:00:00Z", likes(1))
                .post(0, "2026-11-19T10:00:00Z", likes(1))
                .post(0, "2026-11-20T10:00:00Z", likes(1))
                .build());

        assertThat(answer.from()).isEqualTo(LocalDate.parse("2025-11-20"));
        assertThat(answer.to()).isEqualTo(LocalDate.parse("2026-11-19"));
        assertThat(answer.conclusion().evidence().n()).isEqualTo(2);
    }

    @Test
    void theAccountWithMostPostsIsTakenUnlessSeveralAreAskedFor() {
        Frame frame = new TimingFrames()
                .account(Platform.X)
                .account(Platform.X)
                .posts(0, 20, new Random(1), BestTimesTest::nothing)
                .posts(1, 30, new Random(2), BestTimesTest::nothing)
                .build();

        assertThat(given(ask(frame).account()).id()).isEqualTo(2);
        Filters both = new Filters(Set.of(), Set.of(1L, 2L), Set.of(), Set.of());
        BestTimesAnswer answer = ask(frame, AnalyticsQuery.DEFAULT.with(both));
        assertThat(answer.accounts().stream().map(times -> times.account().id()))
                .containsExactly(2L, 1L);
        assertThat(answer.accounts().getFirst().slots()).isEqualTo(answer.slots());
    }

    @Test
    void siblingsGiveAnAccountWithFewPostsAnExpectation() {
        TimingFrames frames =
                new TimingFrames().account(Platform.X).posts(0, 30, new Random(9), BestTimesTest::evenings);
        for (int sibling = 1; sibling <= 5; sibling++) {
            frames.account(Platform.X).posts(sibling, 600, new Random(sibling), BestTimesTest::evenings);
        }
        Filters first = new Filters(Set.of(), Set.of(1L), Set.of(), Set.of());
        BestTimesAnswer told = ask(frames.build(), AnalyticsQuery.DEFAULT.with(first));

        assertThat(told.conclusion().siblings()).isEqualTo(5);
        assertThat(told.hours().get(20).lift()).isGreaterThan(0.05);
        assertThat(given(told.account()).id()).isEqualTo(1);
    }

    @Test
    void anAccountWithThreePostsIsToldWhatItsSiblingsLeadToExpectAndNoBestTime() {
        TimingFrames frames =
                new TimingFrames().account(Platform.X).posts(0, 3, new Random(9), BestTimesTest::evenings);
        for (int sibling = 1; sibling <= 5; sibling++) {
            frames.account(Platform.X).posts(sibling, 600, new Random(sibling), BestTimesTest::evenings);
        }
        Filters first = new Filters(Set.of(), Set.of(1L), Set.of(), Set.of());

        BestTimesAnswer told = ask(frames.build(), AnalyticsQuery.DEFAULT.with(first));

        TimingConclusion conclusion = told.conclusion();
        assertThat(conclusion.status()).isEqualTo(EvidenceStatus.NOT_ENOUGH_DATA);
        assertThat(conclusion.reasonCode()).isEqualTo("too_few_posts");
        assertThat(conclusion.text().english())
                .startsWith("3 posts are too few")
                .contains("5 accounts");
        assertThat(conclusion.siblings()).isEqualTo(5);
        assertThat(conclusion.good()).isEmpty();
        assertThat(conclusion.worthTesting()).isNull();
        assertThat(given(conclusion.best()).fromHour()).isBetween(17, 20);
        assertThat(given(conclusion.best()).interval().getFirst()).isNegative();
        assertThat(told.slots()).allSatisfy(slot -> {
            assertThat(slot.verdict()).isEqualTo(TimeVerdict.NOT_ENOUGH_DATA);
            assertThat(given(slot.nEff())).isCloseTo(0, within(1e-9));
        });
        assertThat(given(told.hours().get(20).lift()))
                .isGreaterThan(given(told.hours().get(5).lift()));
    }

    @Test
    void threePostsAloneTellNothing() {
        BestTimesAnswer answer = ask(new TimingFrames()
                .account(Platform.X)
                .posts(0, 3, new Random(9), BestTimesTest::evenings)
                .build());

        assertThat(answer.conclusion().best()).isNull();
        assertThat(answer.slots()).allSatisfy(slot -> assertThat(slot.lift()).isNull());
    }

    @Test
    void whatIsNotReportedIsNotEnoughDataAndWhatIsNotProvidedIsThat() {
        TimingFrames frames = new TimingFrames().account(Platform.X).account(Platform.INSTAGRAM);
        for (int day = 10; day < 30; day++) {
            frames.post(0, "2026-05-%dT10:00:00Z".formatted(day), likes(5));
            frames.post(1, "2026-05-%dT10:00:00Z".formatted(day), MetricValues.NONE);
        }
        Frame frame = frames.build();

        assertThat(reach(frame, 1).status()).isEqualTo(EvidenceStatus.NOT_PROVIDED);
        assertThat(reach(frame, 1).reasonCode()).isEqualTo("metric_not_provided");
        assertThat(reach(frame, 2).status()).isEqualTo(EvidenceStatus.NOT_ENOUGH_DATA);
        assertThat(reach(frame, 2).reasonCode()).isEqualTo("not_collected");
    }

    private static TimingConclusion reach(Frame frame, long account) {
        Filters filters = new Filters(Set.of(), Set.of(account), Set.of(), Set.of());
        return BestTimes.compute(
                        frame,
                        AnalyticsQuery.DEFAULT.with(filters),
                        new BestTimesQuestion(ResponseMetric.REACH, false),
                        NOW)
                .conclusion();
    }

    @Test
    void postsInOneHourOnlyTellNothing() {
        TimingFrames frames = new TimingFrames().account(Platform.X);
        Instant monday = Instant.parse("2026-01-05T10:00:00Z");
        for (int week = 0; week < 30; week++) {
            // Within the same hour of the business, whatever the clocks do.
            Instant at = monday.plusSeconds(week * 7L * 86_400).isBefore(Instant.parse("2026-03-29T01:00:00Z"))
                    ? monday.plusSeconds(week * 7L * 86_400)
                    : monday.plusSeconds(week * 7L * 86_400 - 3_600);
            frames.post(0, at, ContentType.IMAGE, Boosted.NO, likes(week));
        }

        assertThat(ask(frames.build()).conclusion().reasonCode()).isEqualTo("one_slot");
    }

    @Test
    void aBusinessWithoutAccountsGetsAnAnswer() {
        BestTimesAnswer answer = ask(new TimingFrames().build());

        assertThat(answer.account()).isNull();
        assertThat(answer.conclusion().reasonCode()).isEqualTo("no_account");
        assertThat(answer.slots()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(ResponseMetric.class)
    void postsThatNobodyReactsToAreAnsweredToo(ResponseMetric metric) {
        TimingFrames frames = new TimingFrames().account(Platform.X);
        Random random = new Random(8);
        for (int i = 0; i < 60; i++) {
            frames.post(
                    0,
                    Instant.parse("2026-03-01T00:00:00Z").plusSeconds(random.nextInt(8_000_000)),
                    ContentType.IMAGE,
                    Boosted.NO,
                    MetricValues.builder()
                            .put(Metric.LIKES, 0)
                            .put(Metric.COMMENTS, 0)
                            .put(Metric.REPOSTS, 0)
                            .put(Metric.QUOTES, 0)
                            .put(Metric.SAVES, 0)
                            .put(Metric.REACH, 0)
                            .put(Metric.IMPRESSIONS, 100)
                            .build());
        }

        BestTimesAnswer answer =
                BestTimes.compute(frames.build(), AnalyticsQuery.DEFAULT, new BestTimesQuestion(metric, true), NOW);

        assertThat(answer.conclusion().status()).isEqualTo(EvidenceStatus.NOT_ENOUGH_DATA);
        assertThat(answer.slots()).allSatisfy(slot -> assertThat(slot.lift()).isCloseTo(0.0, within(0.01)));
        assertThat(answer.slots().stream()
                        .mapToDouble(slot -> given(slot.chanceToBeBest()))
                        .sum())
                .isCloseTo(1, within(1e-9));
    }

    @Test
    void theSameDataGiveTheSameAnswer() {
        Frame frame = new TimingFrames()
                .account(Platform.X)
                .posts(0, 100, new Random(1), BestTimesTest::evenings)
                .build();
        BestTimesQuestion question = new BestTimesQuestion(ResponseMetric.ENGAGEMENT, true);

        assertThat(BestTimes.compute(frame, AnalyticsQuery.DEFAULT, question, NOW))
                .isEqualTo(BestTimes.compute(frame, AnalyticsQuery.DEFAULT, question, NOW));
    }

    @Test
    void ofManyFindingsThoseAreListedThatAreWrongOnceInTen() {
        // Sorted, the running means are .01, .03, .0567, .1175.
        assertThat(FalseDiscovery.list(new double[] {.05, .3, .01, .11}, 0.10))
                .containsExactly(true, false, true, true);
        assertThat(FalseDiscovery.list(new double[] {.2, .3}, 0.10)).containsExactly(false, false);
    }

    private static double nothing(int minute) {
        return 0;
    }

    /// Evenings bring e^0.4 = 1.49 times as much as other hours.
    private static double evenings(int minute) {
        return minute % 1440 >= 18 * 60 && minute % 1440 < 22 * 60 ? 0.4 : 0;
    }

    private static <T> T given(@Nullable T value) {
        return Objects.requireNonNull(value);
    }

    private static BestTimesAnswer ask(Frame frame) {
        return ask(frame, AnalyticsQuery.DEFAULT);
    }

    private static BestTimesAnswer ask(Frame frame, AnalyticsQuery query) {
        return BestTimes.compute(frame, query, BestTimesQuestion.DEFAULT, NOW);
    }

    @Test
    void noMoreAccountsAreLookedAtThanFitAnAnswer() {
        Set<Long> ids = new TreeSet<>();
        for (long id = 1; id <= 21; id++) {
            ids.add(id);
        }
        Filters many = new Filters(Set.of(), ids, Set.of(), Set.of());

        assertThatThrownBy(() -> ask(new TimingFrames().build(), AnalyticsQuery.DEFAULT.with(many)))
                .hasMessageContaining("at most 20 accounts");
    }
}
