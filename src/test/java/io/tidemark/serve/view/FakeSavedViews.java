package io.tidemark.serve.view;

import io.tidemark.frame.Names;
import io.tidemark.ledger.DuplicateName;
import io.tidemark.ledger.SavedViews;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Keeps views in memory.
public final class FakeSavedViews implements SavedViews {
    private final Map<String, List<Kept>> views = new HashMap<>();
    private long last;

    @Override
    public synchronized List<Kept> all(long businessId, long userId) {
        return of(businessId, userId).stream()
                .sorted(Comparator.comparing(view -> Names.key(view.name())))
                .toList();
    }

    @Override
    public synchronized Optional<Kept> save(long businessId, long userId, Wanted wanted) {
        List<Kept> own = of(businessId, userId);
        Optional<Kept> before = own.stream()
                .filter(view -> Names.same(view.name(), wanted.name()))
                .findFirst();
        if (before.isEmpty() && own.size() >= MOST) {
            return Optional.empty();
        }
        before.ifPresent(own::remove);
        Kept kept = new Kept(
                before.map(Kept::viewId).orElseGet(() -> ++last),
                wanted.name(),
                wanted.path(),
                wanted.search(),
                Instant.EPOCH);
        own.add(kept);
        return Optional.of(kept);
    }

    @Override
    public synchronized Optional<Kept> rename(long businessId, long userId, long viewId, String name) {
        List<Kept> own = of(businessId, userId);
        if (own.stream().anyMatch(view -> view.viewId() != viewId && Names.same(view.name(), name))) {
            throw DuplicateName.ofView(name);
        }
        Optional<Kept> found =
                own.stream().filter(view -> view.viewId() == viewId).findFirst();
        found.ifPresent(own::remove);
        Optional<Kept> renamed = found.map(view -> new Kept(viewId, name, view.path(), view.search(), view.savedAt()));
        renamed.ifPresent(own::add);
        return renamed;
    }

    @Override
    public synchronized boolean remove(long businessId, long userId, long viewId) {
        return of(businessId, userId).removeIf(view -> view.viewId() == viewId);
    }

    private List<Kept> of(long businessId, long userId) {
        return views.computeIfAbsent(businessId + " " + userId, key -> new ArrayList<>());
    }
}
