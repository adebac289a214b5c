package io.tidemark.ledger;

/// A person who may sign in.
///
/// @param administrator may see all present and future businesses
/// @param tokenGeneration raised with every change of the password, which makes older tokens worthless
public record User(long id, String email, String passwordHash, boolean administrator, int tokenGeneration) {
    @Override
    public String toString() {
        return "User[" + id + ", " + email + "]";
    }
}
