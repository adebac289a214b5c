package io.tidemark.serve.note;

import io.tidemark.analytics.BadQuery;
import io.tidemark.ledger.Note;
import io.tidemark.ledger.Notes;
import io.tidemark.ledger.User;
import io.tidemark.serve.http.Body;
import io.tidemark.serve.http.Parameters;
import io.tidemark.serve.http.Problem;
import io.tidemark.serve.http.ProblemException;
import io.tidemark.serve.http.Thing;
import io.tidemark.words.Said;
import io.tidemark.words.Sentence;
import io.tidemark.words.Value;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/// What requests about notes bring.
final class NoteRequests {
    private static final Sentence TOO_MANY =
            Sentence.of("too_many_notes", "A business has at most {most} notes: remove one first.");
    private static final Sentence NO_DATE = Sentence.of(
            "note_no_date", "'{value}' is not a date: give one from {first} to {last}, such as 2026-11-20.");

    private static final Sentence NOT_YOURS = Sentence.of(
            "note_not_yours",
            "{author} wrote this note, and all members see it: only its author can make it personal.");

    static final Set<String> MEMBERS = Set.of("from", "to", "account_id", "text", "personal");

    private static final int LONGEST_DATE = "2026-11-20".length();
    private static final LocalDate EARLIEST = LocalDate.of(1990, 1, 1);
    private static final LocalDate LATEST = LocalDate.of(2100, 12, 31);

    private NoteRequests() {}

    /// A note as it is to be. What the body leaves out stays as it was; of a new note only the day and the text
    /// must be there.
    ///
    /// @param before null for a new one
    static Notes.Wanted wanted(Body body, @Nullable Note before) {
        LocalDate from = date(body, "from").orElseGet(() -> {
            if (before == null) {
                throw body.missing("from");
            }
            return before.from();
        });
        // A note on one day stays one when it is moved.
        boolean oneDay = before == null || before.from().equals(before.to());
        LocalDate to = date(body, "to").orElseGet(() -> before == null || oneDay ? from : before.to());
        if (to.isBefore(from)) {
            throw Body.bad("to", BadQuery.exchanged("to", from, to).said());
        }
        String text = body.text("text", Notes.LONGEST_TEXT).orElseGet(() -> {
            if (before == null) {
                throw body.missing("text");
            }
            return before.text();
        });
        boolean personal = body.flag("personal").orElse(before != null && before.personal());
        return new Notes.Wanted(from, to, account(body, before), text.strip(), personal);
    }

    /// A note that all see is not hidden from them by somebody else.
    static void refuseForeign(Note before, User caller, Notes.Wanted wanted) {
        if (wanted.personal() && before.authorId() != caller.id()) {
            throw Body.bad("personal", NOT_YOURS.said(Map.of("author", Value.name(before.author()))));
        }
    }

    private static @Nullable Long account(Body body, @Nullable Note before) {
        if (body.isNull("account_id")) {
            return null;
        }
        return body.id("account_id").orElse(before == null ? null : before.accountId());
    }

    private static Optional<LocalDate> date(Body body, String member) {
        return body.text(member, LONGEST_DATE)
                .map(text -> parse(text).orElseThrow(() -> Body.bad(member, noDate(text))));
    }

    /// The date of a parameter; null where it is absent.
    static @Nullable LocalDate date(Parameters parameters, String name) {
        return parameters
                .one(name)
                .map(text -> parse(text).orElseThrow(() -> Parameters.bad(name, noDate(text))))
                .orElse(null);
    }

    private static Optional<LocalDate> parse(String text) {
        try {
            return Optional.of(LocalDate.parse(text)).filter(day -> !day.isBefore(EARLIEST) && !day.isAfter(LATEST));
        } catch (DateTimeParseException ignored) {
            return Optional.empty();
        }
    }

    private static Said noDate(String text) {
        return NO_DATE.said(Map.of(
                "value", BadQuery.echo(text),
                "first", Value.id(EARLIEST.getYear()),
                "last", Value.id(LATEST.getYear())));
    }

    /// Work that may meet an account which is none of the business.
    static <T> T keeping(Supplier<T> work) {
        try {
            return work.get();
        } catch (Notes.UnknownAccount unknown) {
            throw Body.bad("account_id", Thing.ACCOUNT.absent(unknown.accountId()));
        }
    }

    static ProblemException tooMany() {
        return Problem.of(HttpStatus.CONFLICT, "too_many_notes", TOO_MANY.said(Map.of("most", Value.count(Notes.MOST))))
                .exception();
    }
}
