package io.tidemark.derive;

import io.tidemark.ledger.Derivation;
import io.tidemark.ledger.Derived;
import io.tidemark.ledger.Records;
import java.util.Optional;

/// Derives current values and day summaries of whatever an append, an undo or a rebuild has touched.
public final class Deriver implements Derivation {
    @Override
    public void derive(Records records, Derived derived) {
        derived.clearPosts();
        records.forEachPosts(histories -> derived.writePosts(histories.stream()
                .map(CurrentPosts::of)
                .flatMap(Optional::stream)
                .toList()));
        derived.writeAccountDays(records.accountDays());
        PublishedDays published = new PublishedDays();
        derived.forEachPublishedPost(published::add);
        derived.writePublishedDays(published.finish());
    }
}
