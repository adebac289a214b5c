package io.tidemark.ledger;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/// The posts of accounts that are collected, as their platforms' APIs know them.
public final class LivePosts {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String SELECT = """
            select external_id, kind, scheme, alias, published_at, found_at, seen, read_at, total, alpha, beta, doubted_at,
                misses, missed_on, gone_at
            from live_post where business_id = :business and account_id = :account
            """;

    private static final String WANTED = "and gone_at is null and (kind <> '" + LivePost.REPLY
            + "' or (select replies from live_account where business_id = :business and account_id = :account))";

    private final Door door;

    public LivePosts(Database database) {
        door = new Door(database);
    }

    /// Those that may be worth reading, newest first: published since an instant, or not read for long. Not
    /// replies where nobody asks for them.
    ///
    /// @param stale posts last read before it are taken too, however old
    /// @param most of the old ones
    public List<LivePost> candidates(long businessId, long accountId, Instant since, Instant stale, int most) {
        return door.inBusiness(
                businessId,
                session -> session.statement("""
                (%1$s %2$s and published_at > :since)
                union all
                (%1$s %2$s and published_at <= :since and (read_at is null or read_at < :stale)
                    order by read_at nulls first, external_id limit :most)
                order by published_at desc, external_id
                """.formatted(SELECT, WANTED))
                        .param("account", accountId)
                        .param("since", Timestamp.from(since))
                        .param("stale", Timestamp.from(stale))
                        .param("most", most)
                        .query(LivePosts::read)
                        .list());
    }

    /// By external id.
    public Map<String, LivePost> find(long businessId, long accountId, Collection<String> externalIds) {
        if (externalIds.isEmpty()) {
            return Map.of();
        }
        Map<String, LivePost> found = new HashMap<>();
        door.inBusiness(
                        businessId,
                        session -> session.statement(SELECT + " and external_id in (:ids)")
                                .param("account", accountId)
                                .param("ids", externalIds)
                                .query(LivePosts::read)
                                .list())
                .forEach(post -> found.put(post.externalId(), post));
        return found;
    }

    /// Those published since an instant that are not gone, by external id: what a whole list must show. Not
    /// replies where nobody asks for them.
    public List<String> present(long businessId, long accountId, Instant since) {
        return door.inBusiness(
                businessId,
                session -> session.statement("""
                select external_id from live_post
                where business_id = :business and account_id = :account %s and published_at > :since
                order by external_id
                """.formatted(WANTED))
                        .param("account", accountId)
                        .param("since", Timestamp.from(since))
                        .query(String.class)
                        .list());
    }

    /// The typical number of engagements that posts have come to: the exponential of the mean logarithm, half a
    /// post's worth of one added; null where fewer than five are settled.
    ///
    /// @param settled published before it
    public @Nullable Double typicalTotal(long businessId, long accountId, Instant settled) {
        return door.inBusiness(
                        businessId,
                        session -> session.statement("""
                select case when count(*) >= 5 then exp(avg(ln(total + 0.5)) + coalesce(var_samp(ln(total + 0.5)), 0) / 2) end
                from live_post
                where business_id = :business and account_id = :account and total >= 0 and published_at < :settled
                    and published_at > :settled::timestamptz - interval '180 days'
                """)
                                .param("account", accountId)
                                .param("settled", Timestamp.from(settled))
                                .query((row, number) -> new Typical(row.getObject(1, Double.class)))
                                .single())
                .value();
    }

    private record Typical(@Nullable Double value) {}

    public void save(long businessId, long accountId, Collection<LivePost> posts) {
        if (posts.isEmpty()) {
            return;
        }
        String rows = JSON.writeValueAsString(posts.stream().map(Row::of).toList());
        door.inBusiness(
                businessId,
                session -> session.statement("""
                insert into live_post (business_id, account_id, external_id, kind, scheme, alias, published_at, found_at,
                    seen, read_at, total, alpha, beta, doubted_at, misses, missed_on, gone_at)
                select :business, :account, external_id, kind, scheme, alias, published_at, found_at, seen, read_at, total, alpha,
                    beta, doubted_at, misses, missed_on, gone_at
                from jsonb_to_recordset(:rows::jsonb) as r (external_id text, kind text, scheme text, alias text,
                    published_at timestamptz, found_at timestamptz, seen text, read_at timestamptz, total double precision,
                    alpha double precision, beta double precision, doubted_at timestamptz, misses integer, missed_on date, gone_at timestamptz)
                on conflict (business_id, account_id, external_id) do update
                    set kind = excluded.kind, seen = excluded.seen, read_at = excluded.read_at, total = excluded.total, alpha = excluded.alpha,
                        beta = excluded.beta, doubted_at = excluded.doubted_at, misses = excluded.misses, missed_on = excluded.missed_on,
                        gone_at = excluded.gone_at
                """)
                        .param("account", accountId)
                        .param("rows", rows)
                        .update());
    }

    /// As JSON names it.
    private record Row(
            String external_id,
            String kind,
            String scheme,
            String alias,
            String published_at,
            String found_at,
            String seen,
            @Nullable String read_at,
            @Nullable Double total,
            @Nullable Double alpha,
            @Nullable Double beta,
            @Nullable String doubted_at,
            int misses,
            @Nullable String missed_on,
            @Nullable String gone_at) {
        static Row of(LivePost post) {
            return new Row(
                    post.externalId(),
                    post.kind(),
                    post.alias().scheme(),
                    post.alias().externalId(),
                    post.publishedAt().toString(),
                    post.foundAt().toString(),
                    post.seen(),
                    text(post.readAt()),
                    post.total(),
                    post.alpha(),
                    post.beta(),
                    text(post.doubtedAt()),
                    post.misses(),
                    text(post.missedOn()),
                    text(post.goneAt()));
        }

        private static @Nullable String text(@Nullable Object value) {
            return value == null ? null : value.toString();
        }
    }

    private static LivePost read(ResultSet row, int number) throws SQLException {
        return new LivePost(
                row.getString("external_id"),
                row.getString("kind"),
                new Alias(row.getString("scheme"), row.getString("alias")),
                row.getTimestamp("published_at").toInstant(),
                row.getTimestamp("found_at").toInstant(),
                row.getString("seen"),
                instant(row, "read_at"),
                row.getObject("total", Double.class),
                row.getObject("alpha", Double.class),
                row.getObject("beta", Double.class),
                instant(row, "doubted_at"),
                row.getInt("misses"),
                row.getObject("missed_on", LocalDate.class),
                instant(row, "gone_at"));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        @Nullable Timestamp timestamp = row.getTimestamp(column);
        return timestamp == null ? null : timestamp.toInstant();
    }
}
