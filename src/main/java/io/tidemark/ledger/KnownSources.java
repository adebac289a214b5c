package io.tidemark.ledger;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// What readings need to know of their sources, read once each.
final class KnownSources {
    private static final int MOST_NAMED = 1_000;

    private final Session session;
    private final Scope scope;
    private final Map<Long, Voice> voices = new HashMap<>();

    KnownSources(Session session, Scope scope) {
        this.session = session;
        this.scope = scope;
    }

    /// A source as one of several that speak about a post. Of two that spoke at one instant, the greater prevails.
    record Voice(long id, boolean sync, String contentHash, boolean concerns, boolean changed)
            implements Comparable<Voice> {
        @Override
        public int compareTo(Voice other) {
            if (sync != other.sync) {
                return sync ? 1 : -1;
            }
            int byHash = contentHash.compareTo(other.contentHash);
            return byHash != 0 ? byHash : Long.compare(id, other.id);
        }
    }

    /// A condition on a column of sources that leaves out what was recorded after a past instant or taken
    /// back before it, so that the server does not send it. Ids grow with time, and their bound is found in
    /// an index without a look at the row. What else would be too many to name is let through: here it is
    /// left out in any case.
    String countingThen(String column) {
        if (!scope.isPast()) {
            return "true";
        }
        long newest = session.statement("""
                select coalesce(max(o.source_id), 0) from source o where o.business_id = :business and %s
                """.formatted(scope.concerns()))
                .query(Long.class)
                .single();
        long[] silent = silentUpTo(newest);
        boolean named = silent.length > 0 && silent.length <= MOST_NAMED;
        return column + " <= " + newest + (named ? " and " + column + " <> all (" + Histories.array(silent) + ")" : "");
    }

    private long[] silentUpTo(long newest) {
        return session
                .statement("""
                select o.source_id from source o
                where o.business_id = :business and o.source_id <= :newest and not %s limit %d
                """.formatted(scope.concerns(), MOST_NAMED + 1))
                .param("newest", newest)
                .query(Long.class)
                .list()
                .stream()
                .mapToLong(Long::longValue)
                .toArray();
    }

    void learn(Set<Long> ids) {
        String unknown = ids.stream()
                .filter(id -> !voices.containsKey(id))
                .map(String::valueOf)
                .collect(Collectors.joining(","));
        if (!unknown.isEmpty()) {
            session.copyOut("""
                    select o.source_id, o.kind, o.content_hash, %s from source o
                    where o.business_id = :business and o.source_id in (%s)
                    """.formatted(scope.concerns(), unknown), row -> {
                long id = row.nextLong();
                boolean sync = row.requiredText().equals("sync");
                voices.put(id, new Voice(id, sync, row.requiredText(), row.nextBoolean(), id == scope.changed()));
            });
        }
    }

    /// Null where the source does not count.
    @Nullable
    Voice find(long id) {
        Voice voice = voices.get(id);
        return voice != null && voice.concerns() ? voice : null;
    }
}
