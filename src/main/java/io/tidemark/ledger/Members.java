package io.tidemark.ledger;

import java.util.List;
import java.util.Optional;

/// The members of businesses. Once a business has an owner, it keeps one.
public interface Members {
    static Members of(Database database) {
        return new MemberBook(database);
    }

    /// What came of a change.
    enum Outcome {
        DONE,
        /// The user is no member.
        UNKNOWN,
        /// It would leave the business without an owner; nothing was changed.
        LAST_OWNER
    }

    /// Owners first, then by e-mail.
    List<Member> all(long businessId);

    Optional<Member> find(long businessId, long userId);

    /// @return false where the user is a member already; the role stays
    boolean add(long businessId, long userId, Member.Role role);

    Outcome change(long businessId, long userId, Member.Role role);

    /// The user stays, without this business.
    Outcome remove(long businessId, long userId);

    /// The e-mail addresses of those who see every business.
    List<String> administrators();
}
