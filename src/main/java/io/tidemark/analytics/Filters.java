package io.tidemark.analytics;

import io.tidemark.frame.FrameAccount;
import io.tidemark.metric.Boosted;
import io.tidemark.metric.ContentType;
import io.tidemark.metric.Platform;
import java.util.Set;

/// What an answer is narrowed to. Values of one kind are alternatives, kinds add up; an empty set narrows nothing.
public record Filters(
        Set<Platform> platforms, Set<Long> accountIds, Set<ContentType> contentTypes, Set<Boosted> boosted) {
    public static final Filters NONE = new Filters(Set.of(), Set.of(), Set.of(), Set.of());

    public Filters {
        platforms = Set.copyOf(platforms);
        accountIds = Set.copyOf(accountIds);
        contentTypes = Set.copyOf(contentTypes);
        boosted = Set.copyOf(boosted);
    }

    boolean accepts(FrameAccount account) {
        return (platforms.isEmpty() || platforms.contains(account.platform()))
                && (accountIds.isEmpty() || accountIds.contains(account.id()));
    }

    /// Whether the answer is about some posts of the accounts only, so that facts about accounts cannot give it.
    boolean narrowPosts() {
        return !contentTypes.isEmpty() || !boosted.isEmpty();
    }
}
