package io.tidemark.analytics.insight.timing;

import static io.tidemark.analytics.insight.TimingFrames.BERLIN;
import static io.tidemark.analytics.insight.TimingFrames.NOW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.tidemark.analytics.AnalyticsQuery;
import io.tidemark.analytics.insight.EvidenceStatus;
import io.tidemark.analytics.insight.ResponseMetric;
import io.tidemark.analytics.insight.TimingFrames;
import io.tidemark.metric.Platform;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Random;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ExperimentTest {
    private static final LocalDate START = LocalDate.of(2026, 1, 1);
    private static final PostingTime MORNING = new PostingTime(null, 8);
    private static final PostingTime EVENING = new PostingTime(null, 18);

    @Test
    void eachOfFourPostsIsDrawnTwiceAtEachTime() {
        ExperimentPlan plan = plan(50, 5, null);

        for (int block = 0; block < 100; block++) {
            assertThat(IntStream.range(4 * block, 4 * block + 4)
                            .filter(plan::drawsSecond)
                            .count())
                    .isEqualTo(2);
        }
        assertThat(IntStream.range(0, 100).filter(block -> plan.drawsSecond(4 * block)))
                .as("the first of four is not always the same")
                .hasSizeBetween(30, 70);
    }

    @Test
    void aDifferenceOfAFifthTakes290PostsAtEachTimeWithTheUsualNoise() {
        assertThat(ExperimentPlan.postsPerTime(0.6, 0.2)).isEqualTo(289);
        assertThat(ExperimentPlan.postsPerTime(0.6, 0.5)).isEqualTo(59);
    }

    @Test
    void nothingIsComparedBeforeBothTimesHaveTheirPosts() {
        ExperimentPlan plan = plan(50, 5, null);

        ExperimentState state = state(plan, drawn(plan, 40, 1.0, new Random(1)));

        assertThat(state.stage()).isEqualTo(ExperimentState.Stage.RUNNING);
        assertThat(state.first().posts()).isEqualTo(20);
        assertThat(state.second().posts()).isEqualTo(20);
        assertThat(state.asDrawn()).isEqualTo(40);
        assertThat(state.pValue()).isNull();
        assertThat(state.evidence().value()).isNull();
        assertThat(state.evidence().reasonCode()).isEqualTo("still_running");
        assertThat(state.text().english()).contains("20 of 50");
        ExperimentState.Next next = Objects.requireNonNull(state.next());
        assertThat(next.time()).isEqualTo(plan.drawsSecond(40) ? EVENING : MORNING);
        assertThat(next.at()).isAfter(NOW).isBefore(NOW.plusSeconds(86_400));
        assertThat(next.at().atZone(BERLIN).getHour()).isEqualTo(next.time().hour());
    }

    @Test
    void aTimeThatHasItsPostsIsDrawnNoMore() {
        ExperimentPlan plan = plan(10, 5, null);
        TimingFrames frames = new TimingFrames().account(Platform.X);
        IntStream.range(0, 12).forEach(day -> post(frames, day, MORNING, 100));

        assertThat(Objects.requireNonNull(state(plan, frames).next()).time()).isEqualTo(EVENING);
    }

    @Test
    void anEffectIsFound() {
        ExperimentPlan plan = plan(100, 9, null);

        ExperimentState state = state(plan, drawn(plan, 210, 0.5, new Random(2)));

        assertThat(state.stage()).isEqualTo(ExperimentState.Stage.COMPLETE);
        assertThat(state.next()).isNull();
        assertThat(state.evidence().status()).isEqualTo(EvidenceStatus.OK);
        assertThat(Objects.requireNonNull(state.pValue())).isLessThan(0.01);
        // e^0.5 is 65 % more; the mean of 100 posts is off by a tenth or two.
        assertThat(Objects.requireNonNull(state.evidence().value())).isCloseTo(0.65, within(0.45));
        assertThat(Objects.requireNonNull(state.evidence().lo())).isPositive();
        assertThat(state.text().english())
                .startsWith("Any day, 18:00 to 19:00 brings")
                .contains("fewer than 1 of 100 cases");
    }

    @Test
    void withoutAnEffectOneIsFoundAsOftenAsTheLevelSays() {
        Random random = new Random(3);
        long found = IntStream.range(0, 400)
                .filter(run -> {
                    ExperimentPlan plan = plan(30, run, null);
                    return state(plan, drawn(plan, 64, 0, random)).evidence().status() == EvidenceStatus.OK;
                })
                .count();

        // 20 are expected, with a deviation of 4.4.
        assertThat(found).isBetween(7L, 33L);
    }

    @Test
    void laterPostsDoNotChangeWhatCameOut() {
        ExperimentPlan plan = plan(30, 4, null);
        ExperimentState before = state(plan, drawn(plan, 60, 0.3, new Random(4)));
        ExperimentState after = state(plan, drawn(plan, 90, 0.3, new Random(4)));

        assertThat(after.first().posts()).isGreaterThan(before.first().posts());
        assertThat(after.pValue()).isEqualTo(before.pValue());
        assertThat(after.evidence().value()).isEqualTo(before.evidence().value());
    }

    @Test
    void whoeverChoosesTheTimeInsteadOfTheCoinIsTold() {
        ExperimentPlan plan = plan(30, 6, null);
        TimingFrames frames = new TimingFrames().account(Platform.X);
        Random random = new Random(6);
        IntStream.range(0, 60)
                .forEach(day ->
                        post(frames, day, day % 2 == 0 ? MORNING : EVENING, level(random) * (day % 2 == 0 ? 1 : 4)));

        ExperimentState state = state(plan, frames);

        assertThat(state.asDrawn()).isLessThan(50);
        assertThat(state.evidence().status()).isEqualTo(EvidenceStatus.WEAK);
        assertThat(state.evidence().reasonCode()).isEqualTo("not_as_drawn");
        assertThat(state.text().english()).contains("did not go out at the time that was drawn");
    }

    @Test
    void oneThatIsStoppedTellsNothing() {
        ExperimentPlan plan =
                plan(50, 5, START.plusDays(30).atStartOfDay(BERLIN).toInstant());

        ExperimentState state = state(plan, drawn(plan, 200, 1, new Random(1)));

        assertThat(state.stage()).isEqualTo(ExperimentState.Stage.STOPPED);
        assertThat(state.first().posts() + state.second().posts()).isEqualTo(30);
        assertThat(state.next()).isNull();
        assertThat(state.evidence().reasonCode()).isEqualTo("stopped_early");
    }

    @Test
    void postsBeforeTheStartAndAtOtherTimesAreNoPartOfIt() {
        ExperimentPlan plan = plan(50, 5, null);
        TimingFrames frames = new TimingFrames().account(Platform.X).account(Platform.X);
        post(frames, -3, MORNING, 100);
        post(frames, 3, new PostingTime(null, 12), 100);
        post(frames, 4, EVENING, 100);

        ExperimentState state = state(plan, frames);

        assertThat(state.first().posts()).isZero();
        assertThat(state.second().posts()).isEqualTo(1);
    }

    @Test
    void anHourOfAWeekdayComesOncePerWeek() {
        PostingTime thursday = new PostingTime(4, 18);

        // Friday noon; in winter Berlin is an hour ahead.
        assertThat(thursday.next(NOW, BERLIN)).isEqualTo(Instant.parse("2026-11-26T17:00:00Z"));
        assertThat(thursday.overlaps(EVENING)).isTrue();
        assertThat(thursday.overlaps(new PostingTime(5, 18))).isFalse();
        assertThat(thursday.overlaps(MORNING)).isFalse();
    }

    private static ExperimentPlan plan(int posts, long seed, @Nullable Instant ended) {
        return new ExperimentPlan(
                1,
                ResponseMetric.ENGAGEMENT,
                MORNING,
                EVENING,
                posts,
                seed,
                BERLIN,
                START.atStartOfDay(BERLIN).toInstant(),
                ended);
    }

    /// A post a day, at the time that the coin names.
    private static TimingFrames drawn(ExperimentPlan plan, int count, double effect, Random random) {
        TimingFrames frames = new TimingFrames().account(Platform.X);
        for (int day = 0; day < count; day++) {
            boolean second = plan.drawsSecond(day);
            post(frames, day, second ? EVENING : MORNING, level(random) * Math.exp(second ? effect : 0));
        }
        return frames;
    }

    private static double level(Random random) {
        return 500 * Math.exp(0.75 * random.nextGaussian());
    }

    private static void post(TimingFrames frames, int day, PostingTime time, double likes) {
        Instant at = START.plusDays(day).atTime(time.hour(), 20).atZone(BERLIN).toInstant();
        frames.post(0, at.toString(), TimingFrames.likes(Math.rint(likes)));
    }

    private static ExperimentState state(ExperimentPlan plan, TimingFrames frames) {
        return Experiment.follow(frames.build(), AnalyticsQuery.DEFAULT, plan, NOW);
    }
}
