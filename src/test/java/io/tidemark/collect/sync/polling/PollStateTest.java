package io.tidemark.collect.sync.polling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.tidemark.metric.Platform;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class PollStateTest {
    private static final Instant PUBLISHED = Instant.parse("2026-05-04T10:00:00Z");
    private static final Curve CURVE = Curve.of(Platform.INSTAGRAM);

    private final PollState found = PollState.found(CURVE, 200, PUBLISHED, after(5));

    private static Instant after(long minutes) {
        return PUBLISHED.plus(Duration.ofMinutes(minutes));
    }

    @Test
    void expectsWhatIsTypicalBeforeTheFirstReading() {
        assertThat(found.expected()).isCloseTo(200, within(1e-9));
        assertThat(found.index(after(60))).isCloseTo(CURVE.hidden(0, 1), within(1e-12));
    }

    @Test
    void learnsFromWhatCameOverTheGrowthThatWasSeen() {
        PollState first = found.afterRead(after(120), 30.0);
        PollState second = first.afterRead(after(300), 50.0);

        double kept = Math.exp(-1 / 0.6);
        double alpha = kept + 15 + 0.05;
        double beta = kept / 200 + CURVE.fraction(2) / 2 + 0.05 / 200;
        assertThat(first.expected()).isCloseTo(alpha / beta, within(1e-9));
        double again = Math.exp(-3 / (0.6 * 5));
        assertThat(second.alpha()).isCloseTo(again * alpha + 10 + 0.05, within(1e-9));
        assertThat(second.beta()).isCloseTo(again * beta + CURVE.unseen(2, 5) / 2 + 0.05 / 200, within(1e-9));
        assertThat(second.total()).isEqualTo(50);
    }

    @Test
    void aLateBurstRaisesWhatIsExpectedAtOnce() {
        PollState silent = found.afterRead(after(60 * 24 * 5), 100.0).afterRead(after(60 * 24 * 10), 110.0);

        PollState burst = silent.afterRead(after(60 * 24 * 10 + 60), 150.0);

        assertThat(burst.expected()).isGreaterThan(1.5 * silent.expected());
    }

    @Test
    void aReadingWithoutATotalTeachesNothing() {
        PollState read = found.afterRead(after(60), 10.0).afterRead(after(90), null);

        assertThat(read.total()).isEqualTo(10);
        assertThat(read.readAt()).isEqualTo(after(90));
        assertThat(read.expected()).isEqualTo(found.afterRead(after(60), 10.0).expected());
        assertThat(found.afterRead(after(60), null).afterRead(after(120), 30.0).alpha())
                .as("the first total counts from publication")
                .isEqualTo(found.afterRead(after(120), 30.0).alpha());
    }

    @Test
    void aSmallFallIsPeopleWhoChangedTheirMind() {
        PollState fallen = found.afterRead(after(60), 10.0).afterRead(after(90), 8.0);

        assertThat(fallen.doubtedAt()).isNull();
        assertThat(fallen.total()).isEqualTo(8);
    }

    @Test
    void aGreatFallIsDoubtedUntilItIsConfirmed() {
        PollState before = found.afterRead(after(60), 1000.0);

        PollState doubted = before.afterRead(after(90), 0.0);

        assertThat(doubted.doubtedAt()).isEqualTo(after(90));
        assertThat(doubted.total()).isEqualTo(1000);
        assertThat(doubted.readAt()).isEqualTo(after(60));
        assertThat(doubted.afterRead(after(95), 1010.0))
                .as("a glitch leaves no trace")
                .isEqualTo(before.afterRead(after(95), 1010.0));
        PollState restated = doubted.afterRead(after(95), 0.0);
        assertThat(restated.total()).isZero();
        assertThat(restated.doubtedAt()).isNull();
    }

    @Test
    void failuresTellNothingAndRestLongerEachTime() {
        PollState failed = found.afterRead(after(60), 10.0);
        double expected = failed.expected();
        for (long rest : new long[] {1, 2, 4, 8, 16, 32, 60, 60}) {
            failed = failed.afterFailure(after(100));
            assertThat(failed.restsUntil()).isEqualTo(after(100 + rest));
        }
        assertThat(failed.rests(after(159))).isTrue();
        assertThat(failed.rests(after(160))).isFalse();
        assertThat(failed.expected()).isEqualTo(expected);
        assertThat(failed.afterRead(after(170), 12.0).restsUntil()).isNull();
    }

    @Test
    void beliefsAreAboveNothing() {
        assertThatThrownBy(() -> PollState.found(CURVE, 0, PUBLISHED, PUBLISHED))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("typical 0.0");
    }

    @Test
    void whatIsTypicalIsDrawnTowardsThePlatformWhileLittleIsKnown() {
        assertThat(TypicalTotal.learned(new double[0], 40)).isEqualTo(40);
        double one = TypicalTotal.learned(new double[] {400}, 40);
        double many = TypicalTotal.learned(new double[] {400, 400, 400, 400, 400, 400, 400, 400, 400, 400}, 40);
        assertThat(one).isCloseTo(Math.exp((Math.log(400.5) + 5 * Math.log(40)) / 6), within(1e-9));
        assertThat(many).isBetween(one, 400.5);
    }
}
