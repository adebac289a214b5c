package io.tidemark.collect.simulator.meta;

import io.tidemark.collect.simulator.SimulatedAccount;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/// Who has which accounts: one person, who has something to do with all pages, and the owners of accounts that sign in
/// themselves.
final class MetaPeople {
    private final Map<String, Managed> pages = new LinkedHashMap<>();
    private final Map<String, SimulatedAccount> owned = new LinkedHashMap<>();
    private final Map<String, Set<String>> scopes = new ConcurrentHashMap<>();

    /// A page, with the Instagram account that is linked to it and what the person may do with it.
    record Managed(SimulatedAccount page, @Nullable SimulatedAccount instagram, Set<String> tasks) {}

    synchronized void page(SimulatedAccount page, @Nullable SimulatedAccount instagram, Set<String> tasks) {
        pages.put(page.externalId(), new Managed(page, instagram, tasks));
        if (instagram != null) {
            own(instagram);
        }
    }

    synchronized void own(SimulatedAccount account) {
        owned.put(account.externalId(), account);
    }

    synchronized List<Managed> pages() {
        return pages.values().stream()
                .filter(managed -> !managed.page().hidden())
                .toList();
    }

    synchronized List<SimulatedAccount> owned() {
        return List.copyOf(owned.values());
    }

    /// Unless it was taken away.
    synchronized Optional<SimulatedAccount> page(String id) {
        return Optional.ofNullable(pages.get(id)).map(Managed::page).filter(page -> !page.hidden());
    }

    /// Unless it was hidden.
    synchronized Optional<SimulatedAccount> owned(String id) {
        return Optional.ofNullable(owned.get(id)).filter(account -> !account.hidden());
    }

    /// The Instagram account behind a page.
    synchronized Optional<SimulatedAccount> linked(SimulatedAccount page) {
        return Optional.ofNullable(pages.get(page.externalId()))
                .flatMap(managed -> Optional.ofNullable(managed.instagram()));
    }

    /// What somebody has granted.
    void grant(String holder, Set<String> granted) {
        scopes.put(holder, Set.copyOf(granted));
    }

    Set<String> granted(String holder) {
        return scopes.getOrDefault(holder, Set.of());
    }
}
