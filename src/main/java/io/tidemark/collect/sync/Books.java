package io.tidemark.collect.sync;

import io.tidemark.ledger.CallGates;
import io.tidemark.ledger.Database;
import io.tidemark.ledger.LiveAccounts;
import io.tidemark.ledger.LivePosts;
import io.tidemark.ledger.SpendBook;
import io.tidemark.ledger.SyncBook;
import io.tidemark.ledger.Thumbnails;

/// What live collection keeps between its runs.
public record Books(LiveAccounts accounts, LivePosts posts, SyncBook runs, CallGates gates, SpendBook spend, Thumbnails thumbnails) {
    public static Books of(Database database) {
        return new Books(
                new LiveAccounts(database),
                new LivePosts(database),
                new SyncBook(database),
                new CallGates(database),
                new SpendBook(database),
                new Thumbnails(database));
    }
}
