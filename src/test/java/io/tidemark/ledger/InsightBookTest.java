package io.tidemark.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.testing.LedgerFixture;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class InsightBookTest {
    private static final LocalDate TODAY = LocalDate.parse("2026-03-10");
    private static final InsightBook.Look LOOK = new InsightBook.Look(7, TODAY);

    private LedgerFixture fixture;
    private InsightBook book;
    private long business;

    @BeforeEach
    void open() {
        fixture = LedgerFixture.create();
        book = new InsightBook(fixture.database());
        business = fixture.business().id();
    }

    @AfterEach
    void close() {
        fixture.close();
    }

    @Test
    void whatIsRememberedIsReadBack() {
        InsightState change = state("change.shares", 0.5, null);
        InsightState record = new InsightState(
                "record_post.engagement.3",
                new InsightState.Said("YES", null, null, null, TODAY, 77L),
                LedgerFixture.NOW,
                LedgerFixture.NOW,
                LedgerFixture.NOW,
                null);

        assertThat(book.remember(business, LOOK, before -> List.of(change, record)))
                .isTrue();

        assertThat(book.all(business)).containsExactly(change, record);
        assertThat(book.look(business)).contains(LOOK);
    }

    @Test
    void whatFollowsIsGivenWhatIsKnownAndWhatItLeavesOutIsForgotten() {
        InsightState first = state("change.shares", 0.5, null);
        InsightState second = state("change.clicks", -0.5, null);
        book.remember(business, LOOK, before -> List.of(first));
        long freshness = freshness();

        book.remember(business, LOOK, before -> {
            assertThat(before).containsExactly(first);
            return List.of(second);
        });

        assertThat(book.all(business)).containsExactly(second);
        assertThat(freshness()).isGreaterThan(freshness);
    }

    @Test
    void whatStaysAsItIsMovesNothing() {
        book.remember(business, LOOK, before -> List.of(state("change.shares", 0.5, null)));
        long freshness = freshness();

        assertThat(book.remember(business, LOOK, before -> before)).isFalse();
        assertThat(freshness()).isEqualTo(freshness);
    }

    @Test
    void olderDataChangesNothing() {
        book.remember(business, LOOK, before -> List.of(state("change.shares", 0.5, null)));

        assertThat(book.remember(business, new InsightBook.Look(6, TODAY), before -> List.of()))
                .isFalse();
        assertThat(book.remember(business, new InsightBook.Look(7, TODAY.minusDays(1)), before -> List.of()))
                .isFalse();
        assertThat(book.all(business)).hasSize(1);
    }

    @Test
    void whatIsPutAwayTellsWhoAndWhenAndCanBeTakenBack() {
        User ann = fixture.directory().createUser("ann@example.com", "");
        book.remember(business, LOOK, before -> List.of(state("change.shares", 0.5, null)));
        long freshness = freshness();

        assertThat(book.dismiss(business, "change.shares", ann.id())).isTrue();
        assertThat(freshness()).isGreaterThan(freshness);
        assertThat(book.all(business).getFirst().dismissed())
                .isEqualTo(new InsightState.Dismissal(LedgerFixture.NOW, ann.id(), "ann@example.com"));

        assertThat(book.restore(business, "change.shares")).isTrue();
        assertThat(book.all(business).getFirst().dismissed()).isNull();
        assertThat(book.dismiss(business, "change.clicks", ann.id())).isFalse();
    }

    @Test
    void businessesHaveFindingsOfTheirOwn() {
        Business other = fixture.directory().createBusiness("Other", LedgerFixture.BERLIN, DayOfWeek.MONDAY, false);
        book.remember(business, LOOK, before -> List.of(state("change.shares", 0.5, null)));

        assertThat(book.all(other.id())).isEmpty();
        assertThat(book.look(other.id())).isEmpty();
        assertThat(book.restore(other.id(), "change.shares")).isFalse();
    }

    private long freshness() {
        return Objects.requireNonNull(fixture.ledger().versions(business)).freshness();
    }

    private static InsightState state(String name, double value, InsightState.@Nullable Dismissal dismissed) {
        return new InsightState(
                name,
                new InsightState.Said(value > 0 ? "MORE" : "LESS", value, value - 0.1, value + 0.1, null, null),
                LedgerFixture.NOW,
                LedgerFixture.NOW,
                null,
                dismissed);
    }
}
