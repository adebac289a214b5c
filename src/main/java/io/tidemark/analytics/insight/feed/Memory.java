package io.tidemark.analytics.insight.feed;

import io.tidemark.analytics.insight.Insight;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// What is known of the findings of a business from before.
public final class Memory {
    public static final Memory EMPTY = new Memory(List.of());

    private final Map<String, Remembered> all = new LinkedHashMap<>();

    public Memory(Collection<Remembered> all) {
        all.forEach(remembered -> this.all.put(remembered.id(), remembered));
    }

    public List<Remembered> all() {
        return List.copyOf(all.values());
    }

    /// @throws NullPointerException where nothing of that name is remembered
    Remembered of(String id) {
        return Objects.requireNonNull(all.get(id), id);
    }

    /// Whether a claim was made before, and is made still.
    boolean holds(@Nullable Insight claim) {
        if (claim == null) {
            return false;
        }
        Remembered before = all.get(InsightId.of(claim));
        return before != null && before.isOpen() && before.mark().stance() == Nature.stance(claim);
    }

    /// What is known once these were found, and no others.
    Memory after(Collection<Insight> found, Instant now) {
        Map<String, Remembered> after = new LinkedHashMap<>();
        for (Insight insight : found) {
            String id = InsightId.of(insight);
            Mark mark = Mark.of(insight);
            Remembered before = all.get(id);
            after.put(
                    id,
                    before == null
                            ? Remembered.opened(id, mark, now)
                            : before.foundAgain(mark, Nature.of(insight.type()).moves(), now));
        }
        all.values().stream()
                .filter(before -> !after.containsKey(before.id()) && !before.isForgotten(now))
                .forEach(before -> after.put(before.id(), before.lost(now)));
        return new Memory(after.values());
    }
}
