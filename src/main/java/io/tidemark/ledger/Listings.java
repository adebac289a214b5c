package io.tidemark.ledger;

import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// When all posts of accounts were listed for the first time, now and before the change.
final class Listings {
    private final Session session;
    private final Scope scope;
    private final Map<Long, Instant> after = new HashMap<>();
    private final Map<Long, Instant> before = new HashMap<>();

    Listings(Session session, Scope scope) {
        this.session = session;
        this.scope = scope;
    }

    void read(Collection<Long> accounts) {
        if (accounts.isEmpty()) {
            return;
        }
        String ids = accounts.stream().map(String::valueOf).collect(Collectors.joining(","));
        String first = """
                (select d.observed_at from discovery d
                 join source o on o.business_id = :business and o.source_id = d.source_id
                 where d.business_id = :business and d.account_id = a.account_id and %s and %s and d.source_id <> %d
                 order by d.observed_at limit 1)
                """;
        String observed = scope.observedBy("d.observed_at");
        long changed = scope.changed();
        String now = first.formatted(scope.concerns(), observed, scope.undone() ? changed : 0);
        String then = first.formatted(scope.concerns(), observed, scope.undone() ? 0 : changed);
        session.copyOut("""
                select a.account_id, %s, %s from account a
                where a.business_id = :business and a.account_id in (%s)
                """.formatted(now, then, ids), row -> {
            long account = row.nextLong();
            put(after, account, row.nextInstant());
            put(before, account, row.nextInstant());
        });
    }

    @Nullable
    Instant after(long account) {
        return after.get(account);
    }

    @Nullable
    Instant before(long account) {
        return before.get(account);
    }

    private static void put(Map<Long, Instant> map, long account, @Nullable Instant instant) {
        if (instant != null) {
            map.put(account, instant);
        }
    }
}
