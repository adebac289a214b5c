package io.tidemark.collect.alert;

import io.tidemark.ledger.Business;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What is sent to people at a time: alerts of one business, in words.
///
/// @param more in words, where more is to be seen
/// @param page the address of that; null where nobody has settled at which address people reach Tidemark
public record Notice(
        Business business,
        Instant at,
        String subject,
        List<Item> items,
        String more,
        @Nullable URI page) {
    public Notice {
        items = List.copyOf(items);
    }

    /// An alert in words.
    ///
    /// @param key by which it is told from others; empty for a trial
    /// @param happened what, and since when
    /// @param since as far as that is known
    /// @param advice what to do
    public record Item(
            String kind,
            String key,
            @Nullable Long connectionId,
            @Nullable Long accountId,
            String happened,
            @Nullable Instant since,
            String advice) {}

    /// Where more of some items is to be seen, without the address at which people reach Tidemark.
    static String path(List<Item> items) {
        return items.stream().allMatch(item -> item.kind().equals(Alert.PostBreaksOut.KIND))
                ? "/dashboard/analytics"
                : "/dashboard/health";
    }

    /// As a person reads it.
    public String text() {
        StringBuilder text = new StringBuilder();
        for (Item item : items) {
            text.append(item.happened()).append('\n').append(item.advice()).append("\n\n");
        }
        return text.append(more).append('\n').toString();
    }
}
