package io.tidemark.collect.alert;

import io.tidemark.ledger.Business;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What is sent to people at a time: alerts of one business, in words.
///
/// @param page where more is to be seen; null where nobody has settled at which address people reach Tidemark
public record Notice(
        Business business,
        Instant at,
        String subject,
        List<Item> items,
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
        text.append(page == null ? "More is on Tidemark's page " + path(items) + "." : "More: " + page);
        return text.append('\n').toString();
    }
}
