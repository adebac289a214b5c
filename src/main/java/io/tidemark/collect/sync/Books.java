package io.tidemark.collect.sync;

import io.tidemark.ledger.CallGates;
import io.tidemark.ledger.Database;
import io.tidemark.ledger.LiveAccounts;
import io.tidemark.ledger.LivePosts;
import io.tidemark.ledger.RawResponses;
import io.tidemark.ledger.SpendBook;
import io.tidemark.ledger.SyncBook;
import io.tidemark.ledger.Thumbnails;
import org.jspecify.annotations.Nullable;

/// What live collection keeps between its runs.
///
/// @param kept how much of what platforms answer; null where nothing of it is
public record Books(
        LiveAccounts accounts,
        LivePosts posts,
        SyncBook runs,
        CallGates gates,
        SpendBook spend,
        Thumbnails thumbnails,
        RawResponses answers,
        RawResponses.@Nullable Bounds kept) {
    public static Books of(Database database) {
        return new Books(
                new LiveAccounts(database),
                new LivePosts(database),
                new SyncBook(database),
                new CallGates(database),
                new SpendBook(database),
                new Thumbnails(database),
                new RawResponses(database),
                null);
    }

    /// The same, with what platforms answer kept as well.
    ///
    /// @param bounds null for none of it
    public Books keeping(RawResponses.@Nullable Bounds bounds) {
        return new Books(accounts, posts, runs, gates, spend, thumbnails, answers, bounds);
    }
}
