package io.tidemark.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tidemark.metric.Platform;
import io.tidemark.testing.LedgerFixture;
import io.tidemark.testing.MutableClock;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class NotesTest {
    private static final LocalDate MONDAY = LocalDate.of(2026, 3, 2);

    private MutableClock clock;
    private LedgerFixture fixture;
    private Notes notes;
    private User ann;
    private long business;

    @BeforeEach
    void open() {
        clock = new MutableClock(LedgerFixture.NOW);
        fixture = LedgerFixture.create(clock);
        notes = Notes.of(fixture.database());
        ann = fixture.directory().createUser("ann@example.com", "");
        business = fixture.business().id();
    }

    @AfterEach
    void close() {
        fixture.close();
    }

    @Test
    void whatIsWrittenIsKeptWholeAndChanged() {
        account(5);
        Note written = add(MONDAY, MONDAY.plusDays(6), 5L, "Campaign");
        assertThat(written)
                .isEqualTo(new Note(
                        written.id(),
                        MONDAY,
                        MONDAY.plusDays(6),
                        5L,
                        "Campaign",
                        ann.id(),
                        "ann@example.com",
                        false,
                        LedgerFixture.NOW,
                        LedgerFixture.NOW));

        clock.advance(Duration.ofHours(1));
        Note changed = notes.change(
                        business,
                        ann.id(),
                        written.id(),
                        new Notes.Wanted(MONDAY, MONDAY, null, "Campaign, one day only", false))
                .orElseThrow();
        assertThat(changed.accountId()).isNull();
        assertThat(changed.to()).isEqualTo(MONDAY);
        assertThat(changed.createdAt()).isEqualTo(LedgerFixture.NOW);
        assertThat(changed.updatedAt()).isEqualTo(LedgerFixture.NOW.plus(Duration.ofHours(1)));
        assertThat(notes.find(business, ann.id(), written.id())).hasValue(changed);

        assertThat(notes.remove(business, ann.id(), written.id())).isTrue();
        assertThat(notes.remove(business, ann.id(), written.id())).isFalse();
        assertThat(notes.find(business, ann.id(), written.id())).isEmpty();
    }

    @Test
    void aStretchHasTheNotesThatTouchIt() {
        Note week = add(MONDAY, MONDAY.plusDays(6), null, "week");
        Note day = add(MONDAY.plusDays(3), MONDAY.plusDays(3), null, "day");
        Note before = add(MONDAY.minusDays(1), MONDAY.minusDays(1), null, "before");

        assertThat(notes.of(business, ann.id(), null, null)).isEqualTo(List.of(before, week, day));
        assertThat(notes.of(business, ann.id(), MONDAY.plusDays(6), MONDAY.plusDays(9)))
                .isEqualTo(List.of(week));
        assertThat(notes.of(business, ann.id(), null, MONDAY)).isEqualTo(List.of(before, week));
        assertThat(notes.of(business, ann.id(), MONDAY.plusDays(3), null)).isEqualTo(List.of(week, day));
        assertThat(notes.of(business, ann.id(), MONDAY.plusDays(7), null)).isEmpty();
    }

    @Test
    void eachChangeIsToldAndFailuresAreNot() {
        Versions at = versions();
        Note note = add(MONDAY, MONDAY, null, "a");
        assertThat(versions()).isEqualTo(new Versions(at.data(), at.freshness() + 1));
        notes.change(business, ann.id(), note.id(), new Notes.Wanted(MONDAY, MONDAY, null, "b", false));
        notes.change(business, ann.id(), 99, new Notes.Wanted(MONDAY, MONDAY, null, "b", false));
        assertThat(versions().freshness()).isEqualTo(at.freshness() + 2);
        notes.remove(business, ann.id(), note.id());
        notes.remove(business, ann.id(), note.id());
        assertThat(versions().freshness()).isEqualTo(at.freshness() + 3);
    }

    @Test
    void otherBusinessesSeeNothingOfIt() {
        Business other = fixture.directory().createBusiness("Other", LedgerFixture.BERLIN, DayOfWeek.MONDAY, false);
        account(5);
        Note note = add(MONDAY, MONDAY, null, "ours");

        assertThat(notes.of(other.id(), ann.id(), null, null)).isEmpty();
        assertThat(notes.find(other.id(), ann.id(), note.id())).isEmpty();
        assertThat(notes.change(
                        other.id(), ann.id(), note.id(), new Notes.Wanted(MONDAY, MONDAY, null, "theirs", false)))
                .isEmpty();
        assertThat(notes.remove(other.id(), ann.id(), note.id())).isFalse();
        assertThatThrownBy(() -> notes.add(other.id(), ann.id(), new Notes.Wanted(MONDAY, MONDAY, 5L, "x", false)))
                .isInstanceOf(Notes.UnknownAccount.class);
        assertThat(notes.find(business, ann.id(), note.id())).hasValue(note);
    }

    @Test
    void thereAreNotEndlesslyMany() {
        new Door(fixture.database())
                .inBusiness(
                        business,
                        session -> session.statement("""
                        insert into note (business_id, note_id, from_date, to_date, text, author, created_at, updated_at)
                        select :business, 100000 + i, date '2026-01-01', date '2026-01-01', 'x', :author, now(), now()
                        from generate_series(1, :most) i
                        """)
                                .param("author", ann.id())
                                .param("most", Notes.MOST)
                                .update());

        assertThat(notes.add(business, ann.id(), new Notes.Wanted(MONDAY, MONDAY, null, "one more", false)))
                .isEmpty();
    }

    @Test
    void aPersonalNoteIsThereForItsAuthorAlone() {
        User bob = fixture.directory().createUser("bob@example.com", "");
        Notes.Wanted personal = new Notes.Wanted(MONDAY, MONDAY, null, "mine", true);
        Note mine = notes.add(business, ann.id(), personal).orElseThrow();
        Note ours = add(MONDAY, MONDAY, null, "ours");

        assertThat(notes.of(business, ann.id(), null, null)).isEqualTo(List.of(mine, ours));
        assertThat(notes.of(business, bob.id(), null, null)).isEqualTo(List.of(ours));
        assertThat(notes.shared(business, null, null)).isEqualTo(List.of(ours));
        assertThat(notes.find(business, bob.id(), mine.id())).isEmpty();
        assertThat(notes.change(business, bob.id(), mine.id(), personal)).isEmpty();
        assertThat(notes.remove(business, bob.id(), mine.id())).isFalse();

        assertThat(notes.change(business, bob.id(), ours.id(), personal))
                .as("what all see is hidden by its author alone")
                .isEmpty();
        assertThat(notes.change(business, ann.id(), ours.id(), personal)).isPresent();
        assertThat(notes.of(business, bob.id(), null, null)).isEmpty();
    }

    private Note add(LocalDate from, LocalDate to, @Nullable Long account, String text) {
        return notes.add(business, ann.id(), new Notes.Wanted(from, to, account, text, false))
                .orElseThrow();
    }

    private Versions versions() {
        return new Door(fixture.database()).inBusiness(business, Versions::of);
    }

    private void account(long id) {
        new Door(fixture.database())
                .inBusiness(
                        business,
                        session -> session.statement("""
                        insert into account (business_id, account_id, platform, handle, name, owned, created_at)
                        values (:business, :id, :platform, 'a', 'A', true, now())
                        """)
                                .param("id", id)
                                .param("platform", Platform.X.key())
                                .update());
    }
}
