package io.tidemark.testing;

import io.tidemark.ledger.Note;
import io.tidemark.ledger.Notes;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Notes that are there from the beginning, and stay.
public final class FakeNotes implements Notes {
    public final List<Note> notes = new ArrayList<>();

    @Override
    public List<Note> of(long businessId, @Nullable LocalDate from, @Nullable LocalDate to) {
        return notes.stream()
                .filter(note -> from == null || !note.to().isBefore(from))
                .filter(note -> to == null || !note.from().isAfter(to))
                .toList();
    }

    @Override
    public Optional<Note> find(long businessId, long id) {
        return notes.stream().filter(note -> note.id() == id).findFirst();
    }

    @Override
    public Optional<Note> add(long businessId, long authorId, Wanted wanted) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Optional<Note> change(long businessId, long id, Wanted wanted) {
        throw new UnsupportedOperationException();
    }

    @Override
    public boolean remove(long businessId, long id) {
        return false;
    }
}
