package io.tidemark.testing;

import io.tidemark.ledger.Note;
import io.tidemark.ledger.Notes;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Notes that are there from the beginning, and stay.
public final class FakeNotes implements Notes {
    public final List<Note> notes = new ArrayList<>();

    @Override
    public List<Note> of(long businessId, long readerId, @Nullable LocalDate from, @Nullable LocalDate to) {
        return about(from, to).filter(note -> seen(note, readerId)).toList();
    }

    @Override
    public List<Note> shared(long businessId, @Nullable LocalDate from, @Nullable LocalDate to) {
        return about(from, to).filter(note -> !note.personal()).toList();
    }

    private static boolean seen(Note note, long readerId) {
        return !note.personal() || note.authorId() == readerId;
    }

    private Stream<Note> about(@Nullable LocalDate from, @Nullable LocalDate to) {
        return notes.stream()
                .filter(note -> from == null || !note.to().isBefore(from))
                .filter(note -> to == null || !note.from().isAfter(to));
    }

    @Override
    public Optional<Note> find(long businessId, long readerId, long id) {
        return notes.stream()
                .filter(note -> note.id() == id && seen(note, readerId))
                .findFirst();
    }

    @Override
    public Optional<Note> add(long businessId, long authorId, Wanted wanted) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Optional<Note> change(long businessId, long readerId, long id, Wanted wanted) {
        throw new UnsupportedOperationException();
    }

    @Override
    public boolean remove(long businessId, long readerId, long id) {
        return false;
    }
}
