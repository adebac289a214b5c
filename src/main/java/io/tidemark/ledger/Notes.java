package io.tidemark.ledger;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Notes on days of businesses. Each change is told to all who watch the business.
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
    record Wanted(LocalDate from, LocalDate to, @Nullable Long accountId, String text) {}

    /// Those about any day of a stretch, in the order of their first days.
    ///
    /// @param from null from the first note on
    /// @param to null up to the last note
    List<Note> of(long businessId, @Nullable LocalDate from, @Nullable LocalDate to);

    Optional<Note> find(long businessId, long id);

    /// @return empty where the business has as many as it may have
    /// @throws UnknownAccount where the account is none of the business
    Optional<Note> add(long businessId, long authorId, Wanted wanted);

    /// @return empty where there is none of the number
    /// @throws UnknownAccount where the account is none of the business
    Optional<Note> change(long businessId, long id, Wanted wanted);

    /// @return false where there is none of the number
    boolean remove(long businessId, long id);

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
