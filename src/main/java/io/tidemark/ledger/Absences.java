package io.tidemark.ledger;

import io.tidemark.ledger.PostRecord.Left;
import io.tidemark.metric.Metric;
import java.sql.ResultSet;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// Why metrics of accounts' posts were left out, by the newest source that said so.
final class Absences {
    private Absences() {}

    /// Of several accounts in one query; one of which nothing was left out is missing.
    static Map<Long, List<Left>> of(Session session, Collection<Long> accountIds, Scope scope) {
        Map<Long, List<Left>> absences = new HashMap<>();
        session.statement("""
                select distinct on (x.account_id, x.metric) x.account_id, x.metric, x.reason, x.source_id
                from absence x join source o on o.business_id = :business and o.source_id = x.source_id
                where x.business_id = :business and x.account_id = any(:accounts) and x.subject = 'post'
                    and o.recorded_at <= :as_of::timestamptz
                    and (o.retracted_at is null or o.retracted_at > :as_of::timestamptz)
                order by x.account_id, x.metric, coalesce(o.observed_at, o.recorded_at) desc, o.kind desc,
                    o.content_hash desc
                """)
                .param("accounts", accountIds.toArray(Long[]::new))
                .param("as_of", scope.asOf())
                .query((ResultSet row) -> {
                    absences.computeIfAbsent(row.getLong(1), account -> new ArrayList<>())
                            .add(new Left(
                                    Metric.find(row.getString(2)).orElseThrow(),
                                    Absence.valueOf(row.getString(3).toUpperCase(Locale.ROOT)),
                                    row.getLong(4)));
                });
        return absences;
    }
}
