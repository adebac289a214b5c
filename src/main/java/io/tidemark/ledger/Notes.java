package io.tidemark.ledger;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Notes on days of businesses. Each change is told to all who watch the business.
///
/// A personal note is there for its author alone: for all others there is none of its number.
public interface Notes {
    /// Of a business. Whoever writes that many has another place for them.
    int MOST = 1000;

    int LONGEST_TEXT = 500;

    static Notes of(Database database) {
        return new NoteBook(database);
    }

    /// What a note is to say.
    ///
    /// @param accountId null for the whole business
    /// @param personal whether its author alone is to see it
    record Wanted(LocalDate from, LocalDate to, @Nullable Long accountId, String text, boolean personal) {}

    /// Those about any day of a stretch that a user sees, in the order of their first days.
    ///
    /// @param from null from the first note on
    /// @param to null up to the last note
    List<Note> of(long businessId, long readerId, @Nullable LocalDate from, @Nullable LocalDate to);

    /// The same without personal ones, for what goes to others.
    List<Note> shared(long businessId, @Nullable LocalDate from, @Nullable LocalDate to);

    Optional<Note> find(long businessId, long readerId, long id);

    /// @return empty where the business has as many as it may have
    /// @throws UnknownAccount where the account is none of the business
    Optional<Note> add(long businessId, long authorId, Wanted wanted);

    /// @return empty where there is none of the number, or where it is to be personal and somebody else wrote it
    /// @throws UnknownAccount where the account is none of the business
    Optional<Note> change(long businessId, long readerId, long id, Wanted wanted);

    /// @return false where there is none of the number
    boolean remove(long businessId, long readerId, long id);

    /// An account that the business does not have.
    final class UnknownAccount extends RuntimeException {
        private static final long serialVersionUID = 1L;

        private final long accountId;

        public UnknownAccount(long accountId) {
            super("The business has no account " + accountId);
            this.accountId = accountId;
        }

        public long accountId() {
            return accountId;
        }
    }
}
