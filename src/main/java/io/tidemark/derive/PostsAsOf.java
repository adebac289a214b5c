package io.tidemark.derive;

import io.tidemark.ledger.Ledger;
import io.tidemark.ledger.PostCurrent;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/// Posts as they stood at a past instant, derived by the same function as those of the present.
public final class PostsAsOf {
    private static final int TOGETHER = 2_000;

    private final Ledger ledger;

    public PostsAsOf(Ledger ledger) {
        this.ledger = ledger;
    }

    /// Hands over all posts of which something counted then, at most some thousands at a time, in the order of their
    /// ids.
    public void forEach(long businessId, Instant asOf, Consumer<List<PostCurrent>> consumer) {
        ledger.asOf(businessId, asOf, records -> {
            List<PostCurrent> together = new ArrayList<>(TOGETHER);
            records.forEachPost(change -> {
                CurrentPosts.of(change.after()).ifPresent(together::add);
                if (together.size() == TOGETHER) {
                    consumer.accept(List.copyOf(together));
                    together.clear();
                }
            });
            consumer.accept(together);
            return records.dataVersion();
        });
    }
}
