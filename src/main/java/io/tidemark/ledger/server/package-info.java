/// The database as a part of the product: PostgreSQL from bundled binaries, in a data directory, owned by one
/// process and shared with the others.
///
/// Whoever holds the lock on a data directory starts the server there and stops it again; every other process
/// attaches to it and never stops it. Failures are [ServerUnavailable], with a sentence for the user.
@NullMarked
package io.tidemark.ledger.server;

import org.jspecify.annotations.NullMarked;
