package io.tidemark.derive;

import io.tidemark.ledger.Ledger;
import io.tidemark.ledger.PostCurrent;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/// Posts as they stood at a past instant, derived by the same function as those of the present.
public final class PostsAsOf {
    private final Ledger ledger;

    public PostsAsOf(Ledger ledger) {
        this.ledger = ledger;
    }

    /// Hands over all posts of which something counted then, some thousands at a time, in the order of their ids.
    public void forEach(long businessId, Instant asOf, Consumer<List<PostCurrent>> consumer) {
        ledger.asOf(businessId, asOf, records -> {
            records.forEachPosts(histories -> consumer.accept(histories.stream()
                    .map(CurrentPosts::of)
                    .flatMap(Optional::stream)
                    .toList()));
            return records.dataVersion();
        });
    }
}
