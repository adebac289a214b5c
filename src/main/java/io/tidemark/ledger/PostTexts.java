package io.tidemark.ledger;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The words of posts, which frames leave out: fetched by id for the posts that are shown, and searched.
public final class PostTexts {
    private final Door door;

    public PostTexts(Database database) {
        door = new Door(database);
    }

    /// The texts of some posts in one query; a post of which nothing counts is left out.
    ///
    /// @param asOf null for the present
    public List<PostText> of(long businessId, Collection<Long> postIds, @Nullable Instant asOf) {
        if (postIds.isEmpty()) {
            return List.of();
        }
        return door.inBusiness(businessId, session -> {
            SamePosts same = SamePosts.of(session, scope(asOf), postIds);
            String posts = asOf == null
                    ? "post_analytics p where p.business_id = :business and p.post_id = any(:ids)"
                    : "(" + asOf(same) + " and v.post_id = any(:ids) group by 1) p";
            return session.statement("select p.post_id, p.text, p.url, p.deleted, p.collab, p.crosspost, "
                            + aliases(same) + " from " + posts)
                    .param("ids", asOf == null ? postIds.toArray(Long[]::new) : same.idsOf(postIds))
                    .param("as_of", String.valueOf(asOf))
                    .query(PostTexts::read)
                    .list();
        });
    }

    /// The posts published in a time whose text contains some words, whatever the case of letters; ids in ascending
    /// order. Reads every text of that time.
    ///
    /// @param from first instant
    /// @param before the instant behind the last
    /// @param asOf null for the present
    public long[] containing(long businessId, String words, Instant from, Instant before, @Nullable Instant asOf) {
        List<Long> ids = door.inBusiness(businessId, session -> {
            String posts = asOf == null
                    ? "post_analytics p where p.business_id = :business and"
                    : "(" + asOf(SamePosts.all(session, scope(asOf))) + " group by 1) p where";
            return session.statement("select p.post_id from " + posts + """
                         p.published_at >= :from and p.published_at < :before
                            and position(lower(:words) in lower(p.text)) > 0
                        order by p.post_id
                        """)
                    .param("from", Timestamp.from(from))
                    .param("before", Timestamp.from(before))
                    .param("words", words)
                    .param("as_of", String.valueOf(asOf))
                    .query((row, number) -> row.getLong(1))
                    .list();
        });
        return ids.stream().mapToLong(Long::longValue).toArray();
    }

    private static Scope scope(@Nullable Instant asOf) {
        return asOf == null ? Scope.EVERYTHING : Scope.asOf(asOf);
    }

    /// The aliases of `p`, whichever of its ids they belong to.
    private static String aliases(SamePosts same) {
        return """
                (select array_agg(a.scheme order by a.scheme, a.external_id) from post_alias a
                    where a.business_id = :business and %1$s),
                (select array_agg(a.external_id order by a.scheme, a.external_id) from post_alias a
                    where a.business_id = :business and %1$s)
                """.formatted(same.isOf("a.post_id", "p.post_id"));
    }

    /// Each post as its versions add up: what a later one leaves open is taken from an earlier one, and a day of
    /// publication does not hide a time.
    private static String asOf(SamePosts same) {
        return """
                select %1$s as post_id,
                    (array_agg(v.text order by v.observed_at desc, o.kind desc, o.content_hash desc)
                        filter (where v.text is not null))[1] as text,
                    (array_agg(v.url order by v.observed_at desc, o.kind desc, o.content_hash desc)
                        filter (where v.url is not null))[1] as url,
                    (array_agg(v.published_at order by v.published_day_only, v.observed_at desc, o.kind desc,
                            o.content_hash desc)
                        filter (where v.published_at is not null))[1] as published_at,
                    (array_agg(v.deleted order by v.observed_at desc, o.kind desc, o.content_hash desc))[1] as deleted,
                    (array_agg(v.collab order by v.observed_at desc, o.kind desc, o.content_hash desc)
                        filter (where v.collab is not null))[1] as collab,
                    (array_agg(v.crosspost order by v.observed_at desc, o.kind desc, o.content_hash desc)
                        filter (where v.crosspost is not null))[1] as crosspost
                from post_version v %2$s join source o on o.business_id = :business and o.source_id = v.source_id
                where v.business_id = :business and v.observed_at <= :as_of::timestamptz
                    and o.recorded_at <= :as_of::timestamptz
                    and (o.retracted_at is null or o.retracted_at > :as_of::timestamptz)
                """.formatted(same.canonical("v.post_id"), same.join("v.post_id"));
    }

    private static PostText read(ResultSet row, int number) throws SQLException {
        Marks marks = new Marks(row.getObject(5, Boolean.class), row.getObject(6, Boolean.class));
        return new PostText(
                row.getLong(1), row.getString(2), row.getString(3), row.getBoolean(4), marks, aliases(row, 7, 8));
    }

    static List<Alias> aliases(ResultSet row, int schemeColumn, int idColumn) throws SQLException {
        @Nullable Array schemes = row.getArray(schemeColumn);
        @Nullable Array ids = row.getArray(idColumn);
        if (schemes == null || ids == null) {
            return List.of();
        }
        String[] scheme = (String[]) schemes.getArray();
        String[] id = (String[]) ids.getArray();
        List<Alias> aliases = new ArrayList<>();
        for (int i = 0; i < scheme.length; i++) {
            aliases.add(new Alias(scheme[i], id[i]));
        }
        return aliases;
    }
}
