package io.tidemark.analytics;

import io.tidemark.frame.FrameAccount;
import io.tidemark.metric.Boosted;
import io.tidemark.metric.ContentType;
import io.tidemark.metric.Platform;
import java.util.Set;

/// What an answer is narrowed to. Values of one kind are alternatives, kinds add up; an empty set narrows nothing.
///
/// @param groups names of groups of accounts
/// @param labels what is said about the labels of posts; alternatives within a kind of label
public record Filters(
        Set<Platform> platforms,
        Set<Long> accountIds,
        Set<String> groups,
        Set<ContentType> contentTypes,
        Set<Boosted> boosted,
        Set<LabelTerm> labels) {
    public static final Filters NONE = new Filters(Set.of(), Set.of(), Set.of(), Set.of(), Set.of(), Set.of());

    public Filters {
        platforms = Set.copyOf(platforms);
        accountIds = Set.copyOf(accountIds);
        groups = Set.copyOf(groups);
        contentTypes = Set.copyOf(contentTypes);
        boosted = Set.copyOf(boosted);
        labels = Set.copyOf(labels);
    }

    /// Filters that name neither groups nor labels.
    public Filters(Set<Platform> platforms, Set<Long> accountIds, Set<ContentType> contentTypes, Set<Boosted> boosted) {
        this(platforms, accountIds, Set.of(), contentTypes, boosted, Set.of());
    }

    /// The same about all accounts.
    public Filters ofAllAccounts() {
        return new Filters(platforms, Set.of(), Set.of(), contentTypes, boosted, labels);
    }

    /// The same for one platform.
    Filters ofPlatform(Platform platform) {
        return new Filters(Set.of(platform), accountIds, groups, contentTypes, boosted, labels);
    }

    /// The same for other content types.
    Filters ofTypes(Set<ContentType> other) {
        return new Filters(platforms, accountIds, groups, other, boosted, labels);
    }

    public boolean accepts(FrameAccount account) {
        return (platforms.isEmpty() || platforms.contains(account.platform()))
                && (accountIds.isEmpty() || accountIds.contains(account.id()))
                && (groups.isEmpty() || groups.stream().anyMatch(account::isIn));
    }

    /// Whether the answer is about some posts of the accounts only, so that facts about accounts cannot give it.
    public boolean narrowPosts() {
        return !contentTypes.isEmpty() || narrowWithinTypes();
    }

    /// Whether the answer is about some posts of an account and content type only.
    boolean narrowWithinTypes() {
        return !boosted.isEmpty() || !labels.isEmpty();
    }
}
