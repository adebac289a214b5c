package io.tidemark.analytics.insight.performance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.tidemark.analytics.Filters;
import io.tidemark.analytics.View;
import io.tidemark.analytics.insight.EvidenceStatus;
import io.tidemark.analytics.insight.Golden;
import io.tidemark.analytics.insight.TimingFrames;
import io.tidemark.analytics.statistics.BetaPrior;
import io.tidemark.metric.Boosted;
import io.tidemark.metric.ContentType;
import io.tidemark.metric.MetricValues;
import io.tidemark.metric.Platform;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class FairRankingTest {
    private static final Golden GOLDEN = Golden.read("ratio.json");

    private final TimingFrames frames =
            new TimingFrames().account(Platform.X).account(Platform.X).account(Platform.TIKTOK);
    private final List<Double> parts = new ArrayList<>();
    private final List<Double> wholes = new ArrayList<>();

    @Test
    void theKnownAnswersComeOut() {
        double[] impressions = GOLDEN.numbers("impressions");
        double[] engagements = GOLDEN.numbers("engagements");
        BetaPrior prior = Objects.requireNonNull(BetaPrior.fit(engagements, impressions, FairRanking.ACTS_PER_PERSON));

        assertThat(prior.alpha()).isCloseTo(GOLDEN.number("eb_alpha"), within(1e-6));
        assertThat(prior.beta()).isCloseTo(GOLDEN.number("eb_beta"), within(1e-6));

        for (int i = 0; i < impressions.length; i++) {
            post(0, ContentType.IMAGE, engagements[i], impressions[i]);
        }
        FairRanking ranking = ranking();
        assertThat(IntStream.range(0, impressions.length)
                        .mapToDouble(ranking::score)
                        .toArray())
                .containsExactly(GOLDEN.numbers("eb_mean"), within(1e-9));
        // The known bounds are the 10 % and 90 % quantiles.
        for (int i = 0; i < impressions.length; i++) {
            assertThat(prior.interval(engagements[i], impressions[i], FairRanking.ACTS_PER_PERSON, 0.8))
                    .containsExactly(
                            new double[] {GOLDEN.numbers("eb_lower10")[i], GOLDEN.numbers("eb_upper90")[i]},
                            within(1e-6));
        }
    }

    @Test
    void aFlukeDoesNotLeadTheList() {
        usual(30);
        // One engagement of 8 impressions is a fluke; 90 of 1,000 where 30 are usual are not.
        post(0, ContentType.IMAGE, 1, 8);
        post(0, ContentType.IMAGE, 90, 1000);

        FairRanking.Score fluke = detail(30);
        FairRanking.Score good = detail(31);

        assertThat(fluke.raw()).isEqualTo(0.125);
        assertThat(good.score()).isGreaterThan(fluke.score());
        assertThat(fluke.high() - fluke.low()).isGreaterThan(good.high() - good.low());
        assertThat(good.score())
                .isBetween(good.low(), good.high())
                .isEqualTo(ranking().score(31));
        assertThat(good.pool()).isEqualTo(FairRanking.Pool.ACCOUNT_AND_TYPE);
        assertThat(good.poolSize()).isEqualTo(32);
    }

    @Test
    void theSmallestPoolThatIsLargeEnoughSaysWhatIsUsual() {
        usual(19);
        post(0, ContentType.VIDEO, 30, 1000);
        post(1, ContentType.IMAGE, 30, 1000);
        post(2, ContentType.IMAGE, 30, 1000);

        // Of the type there are 19, of the account 20, of the platform 21, and of the other platform the post itself.
        assertThat(detail(0).pool()).isEqualTo(FairRanking.Pool.ACCOUNT);
        assertThat(detail(19).pool()).isEqualTo(FairRanking.Pool.ACCOUNT);
        assertThat(detail(20).pool()).isEqualTo(FairRanking.Pool.PLATFORM);
        assertThat(detail(20).poolSize()).isEqualTo(21);
        assertThat(detail(21).pool()).isEqualTo(FairRanking.Pool.NONE);
        assertThat(detail(21).score()).isEqualTo(0.03);
    }

    @Test
    void whatIsNotKnownIsNotRanked() {
        usual(20);
        post(0, ContentType.IMAGE, Double.NaN, 1000);
        post(0, ContentType.IMAGE, 3, Double.NaN);
        post(0, ContentType.IMAGE, 0, 0);

        FairRanking ranking = ranking();
        for (int i = 20; i < 23; i++) {
            assertThat(ranking.score(i)).isNaN();
            assertThat(ranking.detail(i)).isNull();
        }
        assertThat(detail(0).poolSize()).isEqualTo(20);
    }

    @Test
    void ratesAboveOneAreRankedWithoutBreakingAnything() {
        usual(20);
        post(0, ContentType.IMAGE, 30, 10);

        assertThat(detail(20).raw()).isEqualTo(3);
        assertThat(detail(20).score()).isBetween(0.03, 1.0);
    }

    @Test
    void whereHardlyAnybodyActsTheIntervalHoldsWhatIsExpected() {
        for (int i = 0; i < 3000; i++) {
            post(0, ContentType.IMAGE, 0, 1000);
        }
        post(0, ContentType.IMAGE, 900, 1000);

        FairRanking.Score usual = detail(0);
        assertThat(usual.score()).isPositive().isBetween(usual.low(), usual.high());
    }

    @Test
    void whereNobodyActsNothingIsMadeUp() {
        for (int i = 0; i < 25; i++) {
            post(0, ContentType.IMAGE, 0, 100);
        }

        FairRanking.Score untold = detail(3);
        assertThat(untold.pool()).isEqualTo(FairRanking.Pool.NONE);
        assertThat(untold.score()).isZero();
        assertThat(untold.evidence().status()).isEqualTo(EvidenceStatus.NOT_ENOUGH_DATA);
        assertThat(untold.evidence().lo()).isNull();
        assertThat(untold.evidence().n()).isEqualTo(25);
    }

    private void usual(int count) {
        Random random = new Random(1);
        for (int i = 0; i < count; i++) {
            post(0, ContentType.IMAGE, 20 + random.nextInt(20), 1000);
        }
    }

    private void post(int account, ContentType type, double part, double whole) {
        Instant at = Instant.parse("2026-01-01T00:00:00Z").plusSeconds(parts.size());
        frames.post(account, at, type, Boosted.NO, MetricValues.NONE);
        parts.add(part);
        wholes.add(whole);
    }

    private FairRanking ranking() {
        return new FairRanking(
                new View(frames.build(), Filters.NONE, TimingFrames.NOW),
                IntStream.range(0, parts.size()).toArray(),
                parts.stream().mapToDouble(Double::doubleValue).toArray(),
                wholes.stream().mapToDouble(Double::doubleValue).toArray(),
                FairRanking.ACTS_PER_PERSON);
    }

    private FairRanking.Score detail(int index) {
        return Objects.requireNonNull(ranking().detail(index));
    }
}
