package io.tidemark.ledger;

import java.util.Collection;
import java.util.Set;

/// Posts by their ids here, or by the ids that their platforms gave them: `7300000000000000001`, or with the scheme
/// where two platforms use one id, `linkedin:activity:7300000000000000001`.
public record PostReferences(Set<Long> ids, Set<String> externalIds) {
    public PostReferences {
        ids = Set.copyOf(ids);
        externalIds = Set.copyOf(externalIds);
    }

    public static PostReferences of(Collection<Long> ids) {
        return new PostReferences(Set.copyOf(ids), Set.of());
    }

    public int size() {
        return ids.size() + externalIds.size();
    }
}
