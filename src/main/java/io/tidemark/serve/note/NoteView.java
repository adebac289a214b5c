package io.tidemark.serve.note;

import io.tidemark.ledger.Note;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// A note as answers show it.
///
/// @param accountId null for the whole business
record NoteView(
        long noteId,
        LocalDate from,
        LocalDate to,
        @Nullable Long accountId,
        String text,
        String author,
        boolean personal,
        Instant createdAt,
        Instant updatedAt) {
    static NoteView of(Note note) {
        return new NoteView(
                note.id(),
                note.from(),
                note.to(),
                note.accountId(),
                note.text(),
                note.author(),
                note.personal(),
                note.createdAt(),
                note.updatedAt());
    }
}
