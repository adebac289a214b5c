package io.tidemark.ledger;

import org.jspecify.annotations.Nullable;

/// A person who may sign in.
///
/// @param administrator may see all present and future businesses
/// @param tokenGeneration raised with every change of the password, which makes older tokens worthless
/// @param only the one business that a key of theirs opens; null where the person calls
public record User(
        long id,
        String email,
        String passwordHash,
        boolean administrator,
        int tokenGeneration,
        @Nullable Long only) {
    public User(long id, String email, String passwordHash, boolean administrator, int tokenGeneration) {
        this(id, email, passwordHash, administrator, tokenGeneration, null);
    }

    /// The same in the hands of a program that has a key to one business, and to nothing that is above businesses.
    public User narrowedTo(long businessId) {
        return new User(id, email, passwordHash, false, tokenGeneration, businessId);
    }

    /// Whether a program calls with a key.
    public boolean isProgram() {
        return only != null;
    }

    @Override
    public String toString() {
        return "User[" + id + ", " + email + "]";
    }
}
