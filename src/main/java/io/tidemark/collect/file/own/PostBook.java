package io.tidemark.collect.file.own;

import io.tidemark.ledger.AccountKey;
import io.tidemark.ledger.Alias;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Which post a number of the exporting installation means.
final class PostBook {
    /// Shared by all posts of an account.
    private final Map<AccountKey, AccountKey> accounts = new HashMap<>();

    private final Map<Long, Entry> posts = new HashMap<>();

    record Entry(AccountKey account, Alias alias) {}

    void add(long post, AccountKey account, Alias alias) {
        AccountKey shared = accounts.computeIfAbsent(account, key -> key);
        posts.put(post, new Entry(shared, alias));
    }

    @Nullable
    Entry find(long post) {
        return posts.get(post);
    }
}
