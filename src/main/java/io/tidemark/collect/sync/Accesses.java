package io.tidemark.collect.sync;

import io.tidemark.collect.connector.TrackedAccount;
import io.tidemark.ledger.LiveAccount;
import io.tidemark.words.Said;

/// The sign-ins through which accounts are collected.
public interface Accesses {
    Access of(long businessId, LiveAccount account);

    /// The account as its connector knows it, with its own token where it has one.
    TrackedAccount tracked(long businessId, LiveAccount account);

    /// The name of the platform's app that the sign-in belongs to: what limits of the app hold for.
    String app(long businessId, LiveAccount account);

    /// The platform has refused the sign-in for good.
    void gone(long businessId, LiveAccount account, Said said);
}
