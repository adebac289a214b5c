package io.tidemark.collect;

import io.tidemark.ledger.Appended;

/// The account of what a sync run stored.
public final class SyncReport {
    private SyncReport() {}

    /// As JSON.
    public static String of(Appended appended) {
        return "{\"posts_new\": %d, \"posts_known\": %d, \"snapshots\": %d, \"daily_facts\": %d, \"account_snapshots\": %d}"
                .formatted(
                        appended.postsNew(),
                        appended.postsKnown(),
                        appended.postSnapshots(),
                        appended.dailyFacts(),
                        appended.accountSnapshots());
    }
}
