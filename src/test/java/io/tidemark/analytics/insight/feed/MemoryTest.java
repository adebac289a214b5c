package io.tidemark.analytics.insight.feed;

import static io.tidemark.analytics.insight.feed.Findings.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.analytics.insight.Insight;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class MemoryTest {
    private static final String ID = "change.impressions";

    private Memory memory = Memory.EMPTY;

    @Test
    void whatStaysTheSameKeepsItsTimes() {
        find(0, Findings.change("impressions", 0.5, 0.2));
        // Within the interval of what it was; then outside it, but it lies within the new one's.
        find(1, Findings.change("impressions", 0.65, 0.2));
        find(2, Findings.change("impressions", 0.8, 0.4));

        assertThat(remembered().openedAt()).isEqualTo(NOW);
        assertThat(remembered().changedAt()).isEqualTo(NOW);
        assertThat(remembered().isOpen()).isTrue();
    }

    @Test
    void aValueThatLeavesItsIntervalHasChanged() {
        find(0, Findings.change("impressions", 0.5, 0.2));
        find(1, Findings.change("impressions", 0.9, 0.2));

        assertThat(remembered().openedAt()).isEqualTo(NOW);
        assertThat(remembered().changedAt()).isEqualTo(day(1));
    }

    @Test
    void manySmallStepsAreOneLargeOne() {
        for (int day = 0; day <= 4; day++) {
            find(day, Findings.change("impressions", 0.5 + 0.1 * day, 0.25));
        }
        assertThat(remembered().changedAt()).isEqualTo(day(3));
    }

    @Test
    void theOtherDirectionIsAnotherFinding() {
        find(0, Findings.change("impressions", 0.5, 0.2));
        find(1, Findings.change("impressions", -0.1, 0.7));

        assertThat(remembered().openedAt()).isEqualTo(day(1));
    }

    @Test
    void whatIsFoundNoMoreClosesAndWhatComesBackSoonWasNeverGone() {
        find(0, Findings.change("impressions", 0.5, 0.2));
        find(3);
        assertThat(remembered().closedAt()).isEqualTo(day(3));
        find(4);
        assertThat(remembered().closedAt()).isEqualTo(day(3));

        find(9, Findings.change("impressions", 0.5, 0.2));

        assertThat(remembered().isOpen()).isTrue();
        assertThat(remembered().openedAt()).isEqualTo(NOW);
    }

    @Test
    void whatComesBackLaterIsNew() {
        find(0, Findings.change("impressions", 0.5, 0.2));
        find(3);
        find(11, Findings.change("impressions", 0.5, 0.2));

        assertThat(remembered().openedAt()).isEqualTo(day(11));
    }

    @Test
    void whatHasBeenGoneForLongIsForgotten() {
        find(0, Findings.change("impressions", 0.5, 0.2));
        find(3);
        find(11);

        assertThat(memory.all()).isEmpty();
    }

    @Test
    void whatWasPutAwayComesBackOnlyWhenItHasChanged() {
        find(0, Findings.change("impressions", 0.5, 0.2));
        dismiss();
        find(1, Findings.change("impressions", 0.6, 0.2));
        find(2);
        find(3, Findings.change("impressions", 0.6, 0.2));
        assertThat(remembered().dismissed()).isNotNull();

        find(4, Findings.change("impressions", 1.5, 0.2));

        assertThat(remembered().dismissed()).isNull();
        assertThat(remembered().changedAt()).isEqualTo(day(4));
    }

    @Test
    void aRecordIsAnotherOneOnAnotherDayOnly() {
        LocalDate first = LocalDate.parse("2026-11-03");
        find(0, Findings.record(first, 100));
        find(1, Findings.record(first, 180));
        assertThat(memory.of("record_day.impressions").changedAt()).isEqualTo(NOW);

        find(2, Findings.record(first.plusDays(9), 190));
        assertThat(memory.of("record_day.impressions").changedAt()).isEqualTo(day(2));
        assertThat(memory.of("record_day.impressions").openedAt()).isEqualTo(NOW);
    }

    private void find(int day, Insight... found) {
        memory = memory.after(List.of(found), day(day));
    }

    private void dismiss() {
        Remembered one = remembered();
        memory = new Memory(List.of(new Remembered(
                one.id(),
                one.mark(),
                one.openedAt(),
                one.changedAt(),
                null,
                new Remembered.Dismissal(NOW, "ann@example.com"))));
    }

    private Remembered remembered() {
        return memory.of(ID);
    }

    private static Instant day(int day) {
        return NOW.plus(Duration.ofDays(day));
    }
}
