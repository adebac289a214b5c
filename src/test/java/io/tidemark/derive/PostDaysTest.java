package io.tidemark.derive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tidemark.derive.RandomHistory.Step;
import io.tidemark.frame.ActivityFrame;
import io.tidemark.frame.Frame;
import io.tidemark.frame.OutdatedFrame;
import io.tidemark.ledger.Business;
import io.tidemark.ledger.Ledger;
import io.tidemark.metric.Metric;
import io.tidemark.testing.LedgerFixture;
import io.tidemark.testing.MutableClock;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/// What happened on some posts, read from the ledger when it is asked for.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PostDaysTest {
    private static final int STEPS = 5;

    private final MutableClock clock = new MutableClock(RandomHistory.at(0));
    private final LedgerFixture fixture = LedgerFixture.create(clock);
    private final Ledger ledger = fixture.ledger();

    @AfterAll
    void close() {
        fixture.close();
    }

    @Test
    void thePartsOfAnyPartitionAddUpToTheWholeNowAndThen() {
        run(1, 6);
    }

    @Test
    @Tag("thorough")
    void thePartsOfAnyPartitionAddUpToTheWholeForManyHistories() {
        run(7, 100);
    }

    private void run(long firstSeed, int count) {
        for (long seed = firstSeed; seed < firstSeed + count; seed++) {
            Business business = business("p" + seed);
            RandomHistory history = new RandomHistory(seed);
            List<Step> steps = history.steps(STEPS);
            // Of a post that nobody knows the time of, a frame knows what happened on it and not the post.
            append(List.of(history.publications()), business);
            append(steps.subList(0, STEPS - 1), business);
            Instant then = clock.instant();
            clock.advance(Duration.ofHours(18));
            append(steps.subList(STEPS - 1, STEPS), business);

            assertPartsAddUp(ledger.frame(business.id()), seed);
            assertPartsAddUp(new FramesAsOf(ledger).read(business.id(), then), seed);
        }
    }

    @Test
    void aPastInstantStaysReadableWhenDataMovesOnAndThePresentDoesNot() {
        Business business = business("moving");
        List<Step> steps = new RandomHistory(1).steps(STEPS);
        append(steps.subList(0, STEPS - 1), business);
        Frame present = ledger.frame(business.id());
        Frame past = new FramesAsOf(ledger).read(business.id(), clock.instant());
        BitSet all = all(present);
        clock.advance(Duration.ofHours(18));

        ledger.rebuild(business.id());

        assertThat(totals(past.postDays().of(all)))
                .isEqualTo(totals(past.activity()))
                .isNotEmpty();
        assertThatThrownBy(() -> present.postDays().of(all)).isInstanceOf(OutdatedFrame.class);
    }

    private static void assertPartsAddUp(Frame frame, long seed) {
        BitSet some = new BitSet();
        for (int row = 0; row < frame.posts().size(); row += 2) {
            some.set(row);
        }
        BitSet others = all(frame);
        others.andNot(some);
        Map<String, Double> sum = totals(frame.postDays().of(some));
        totals(frame.postDays().of(others)).forEach((cell, value) -> sum.merge(cell, value, Double::sum));

        assertThat(sum).as("seed %d", seed).isEqualTo(totals(frame.activity()));
        assertThat(totals(frame.postDays().of(all(frame)))).as("seed %d", seed).isEqualTo(totals(frame.activity()));
    }

    private static BitSet all(Frame frame) {
        BitSet all = new BitSet();
        all.set(0, frame.posts().size());
        return all;
    }

    /// By day, account, type and metric, in thousandths.
    private static Map<String, Double> totals(ActivityFrame activity) {
        Map<String, Double> totals = new TreeMap<>();
        for (int row = 0; row < activity.size(); row++) {
            for (Metric metric : Metric.values()) {
                double value = activity.value(row, metric);
                if (!Double.isNaN(value)) {
                    String cell = "%d %d %s %s"
                            .formatted(activity.day(row), activity.account(row), activity.contentType(row), metric);
                    totals.merge(cell, Math.rint(value * 1000), Double::sum);
                }
            }
        }
        return totals;
    }

    private void append(List<Step> steps, Business business) {
        for (Step step : steps) {
            if (step instanceof Step.Append append) {
                append.to(ledger, business.id());
            }
        }
    }

    private Business business(String name) {
        return fixture.directory().createBusiness(name, LedgerFixture.BERLIN, DayOfWeek.MONDAY, false);
    }
}
