package io.tidemark.ledger;

import io.tidemark.frame.FrameAccount;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/// Reads what is recorded of a business for export. All that one reader reads is of one moment.
public final class ExportReader {
    private final Session session;
    private final Business business;
    private final Versions versions;

    ExportReader(Session session, Business business, Versions versions) {
        this.session = session;
        this.business = business;
        this.versions = versions;
    }

    public Versions versions() {
        return versions;
    }

    /// All accounts, in the order of their ids.
    public List<FrameAccount> accounts() {
        return Accounts.all(session);
    }

    /// Hands over the rows one by one, each in COPY's text format with its line end. Only as many wait in memory as
    /// the connection's buffers hold: a consumer that is slow slows the database down.
    public void rows(ExportQuery query, Consumer<byte[]> consumer) {
        SamePosts same = SamePosts.all(session, query.asOf() == null ? Scope.EVERYTHING : Scope.asOf(query.asOf()));
        session.copyBytes(ExportSql.of(query, same, business.id(), business.zone()), consumer);
    }

    /// What platforms call posts, as in the column `external_ids`.
    public Map<Long, String> externalIds(Collection<Long> postIds) {
        SamePosts same = SamePosts.of(session, Scope.EVERYTHING, postIds);
        return texts("""
                select p.post_id, string_agg(a.scheme || ':' || a.external_id, ' ' order by a.scheme, a.external_id)
                from unnest(:ids::bigint[]) as p (post_id)
                join post_alias a on a.business_id = :business and %s
                group by p.post_id
                """.formatted(same.isOf("a.post_id", "p.post_id")), postIds);
    }

    /// The labels of posts, as in the column `labels`.
    public Map<Long, String> labels(Collection<Long> postIds) {
        return texts("select post_id, labels from " + LabelReader.KEYS + " k where post_id = any(:ids)", postIds);
    }

    private Map<Long, String> texts(String statement, Collection<Long> postIds) {
        Map<Long, String> texts = new HashMap<>();
        session.statement(statement).param("ids", postIds.toArray(Long[]::new)).query(row -> {
            texts.put(row.getLong(1), row.getString(2));
        });
        return texts;
    }
}
