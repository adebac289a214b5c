package io.tidemark.collect.sync;

/// The account is another run's by now: this one stops and stores nothing.
final class AccountLost extends RuntimeException {
    private static final long serialVersionUID = 1L;

    AccountLost(long accountId) {
        super("Account " + accountId + " was taken up by another run");
    }
}
