package io.tidemark.serve.events;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/// Passes on the hints that a test gives.
public final class FakeChanges implements Changes {
    private final List<Listener> listeners = new CopyOnWriteArrayList<>();

    @Override
    public AutoCloseable listen(Listener listener) {
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }

    public void hint(long businessId) {
        listeners.forEach(listener -> listener.mayHaveChanged(businessId));
    }

    public int listeners() {
        return listeners.size();
    }
}
