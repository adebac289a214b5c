package io.tidemark.ledger;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import tools.jackson.databind.json.JsonMapper;

/// Small pictures of posts: which are wanted, and which are there. A picture is tried a few times, and then no more.
public final class Thumbnails {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final int MOST_TRIES = 4;

    private final Door door;

    public Thumbnails(Database database) {
        door = new Door(database);
    }

    /// A picture that a list of posts names.
    ///
    /// @param alias of the post
    /// @param picture tells whether it is another one than before, whatever its address
    /// @param address where it lies now, or its name where that is all that the list tells
    public record Wanted(Alias alias, Instant publishedAt, String picture, String address) {}

    /// One that is to be fetched now.
    public record Due(Alias alias, String address) {}

    /// Wants pictures of posts that are known. One that is there, or given up, is wanted again when it is another
    /// picture; one that is not there takes a new address.
    public void want(long businessId, long accountId, Collection<Wanted> wanted, Instant now) {
        if (wanted.isEmpty()) {
            return;
        }
        String rows = JSON.writeValueAsString(wanted.stream().map(Row::of).toList());
        door.inBusiness(
                businessId,
                session -> session.statement("""
                insert into thumbnail as t (business_id, scheme, external_id, account_id, published_at, picture, address,
                    tries, try_at)
                select distinct on (r.scheme, r.external_id) :business, r.scheme, r.external_id, :account, r.published_at,
                    r.picture, r.address, 0, :now::timestamptz
                from jsonb_to_recordset(:rows::jsonb) as r (scheme text, external_id text, published_at timestamptz,
                    picture text, address text)
                join post_alias a on a.business_id = :business and a.scheme = r.scheme and a.external_id = r.external_id
                order by r.scheme, r.external_id
                on conflict (business_id, scheme, external_id) do update
                    set picture = excluded.picture, address = excluded.address, try_at = excluded.try_at,
                        tries = case when t.picture = excluded.picture then t.tries else 0 end
                    where t.picture <> excluded.picture
                        or (t.image is null and t.tries < :most and t.address is distinct from excluded.address)
                """)
                        .param("account", accountId)
                        .param("rows", rows)
                        .param("now", Timestamp.from(now))
                        .param("most", MOST_TRIES)
                        .update());
    }

    /// As JSON names it.
    private record Row(String scheme, String external_id, String published_at, String picture, String address) {
        static Row of(Wanted wanted) {
            return new Row(
                    wanted.alias().scheme(),
                    wanted.alias().externalId(),
                    wanted.publishedAt().toString(),
                    wanted.picture(),
                    wanted.address());
        }
    }

    /// The addresses of those that would be taken next.
    public List<String> due(long businessId, long accountId, Instant now, int most) {
        return door.inBusiness(
                businessId,
                session -> session.statement("""
                select address from thumbnail
                where business_id = :business and account_id = :account and address is not null and try_at <= :now
                    and tries < :tries
                order by published_at desc, scheme, external_id limit :most
                """)
                        .param("account", accountId)
                        .param("now", Timestamp.from(now))
                        .param("tries", MOST_TRIES)
                        .param("most", most)
                        .query((row, number) -> row.getString(1))
                        .list());
    }

    /// Takes a picture of an account to fetch, that of the newest post first. It counts as tried from now on, so
    /// that one which brings a process down is not met for ever; the pauses between tries grow from ten minutes to
    /// more than a day. Chosen once: a plan may repeat a mere subquery, which finds another one each time.
    public Optional<Due> take(long businessId, long accountId, Instant now) {
        return door.inBusiness(
                businessId,
                session -> session.statement("""
                with due as materialized (
                    select scheme, external_id from thumbnail
                    where business_id = :business and account_id = :account and address is not null and try_at <= :now
                        and tries < :tries
                    order by published_at desc, scheme, external_id limit 1 for update skip locked)
                update thumbnail t set tries = t.tries + 1,
                    try_at = :now::timestamptz + make_interval(mins => 10 * power(6, least(t.tries, 3))::integer)
                from due
                where t.business_id = :business and t.scheme = due.scheme and t.external_id = due.external_id
                returning t.scheme, t.external_id, t.address
                """)
                        .param("account", accountId)
                        .param("now", Timestamp.from(now))
                        .param("tries", MOST_TRIES)
                        .query((row, number) ->
                                new Due(new Alias(row.getString(1), row.getString(2)), row.getString(3)))
                        .optional());
    }

    /// The picture is there.
    public void keep(long businessId, Alias alias, Thumbnail thumbnail, Instant now) {
        door.inBusiness(
                businessId,
                session -> session.statement("""
                update thumbnail set image = :image, content_type = :type, etag = :etag, fetched_at = :now, address = null,
                    tries = 0, said = null
                where business_id = :business and scheme = :scheme and external_id = :id
                """)
                        .param("scheme", alias.scheme())
                        .param("id", alias.externalId())
                        .param("image", thumbnail.image())
                        .param("type", thumbnail.contentType())
                        .param("etag", thumbnail.etag())
                        .param("now", Timestamp.from(now))
                        .update());
    }

    /// Whether an attempt that brought nothing may be repeated.
    public enum Again {
        /// At the same address, later.
        LATER,
        /// When a list names it again: addresses run out.
        WHEN_LISTED,
        /// Not for this picture.
        NEVER
    }

    public void missing(long businessId, Alias alias, String said, Again again) {
        door.inBusiness(
                businessId,
                session -> session.statement("""
                update thumbnail set said = :said,
                    address = case when :again = 'LATER' and tries < :most then address end,
                    tries = case when :again = 'NEVER' then :most else tries end
                where business_id = :business and scheme = :scheme and external_id = :id
                """)
                        .param("scheme", alias.scheme())
                        .param("id", alias.externalId())
                        .param("said", said)
                        .param("again", again.name())
                        .param("most", MOST_TRIES)
                        .update());
    }

    /// Says that pictures have come, so that answers which name them are not taken for unchanged.
    public void shown(long businessId) {
        door.inBusiness(businessId, session -> {
            Versions.stepFreshness(session);
            return true;
        });
    }

    /// The picture of a post, whichever of its ids it is given by.
    public Optional<Thumbnail> find(long businessId, long postId) {
        return door.inBusiness(
                businessId,
                session -> session.statement("""
                select t.content_type, t.image, t.etag
                from post_alias a
                join thumbnail t on t.business_id = :business and t.scheme = a.scheme and t.external_id = a.external_id
                where a.business_id = :business and a.post_id = any(:ids) and t.image is not null
                order by t.fetched_at desc, t.scheme, t.external_id limit 1
                """)
                        .param("ids", same(session, List.of(postId)).idsOf(List.of(postId)))
                        .query((row, number) -> new Thumbnail(row.getString(1), row.getBytes(2), row.getString(3)))
                        .optional());
    }

    /// Those of some posts of which there is a picture.
    public Set<Long> among(long businessId, Collection<Long> postIds) {
        if (postIds.isEmpty()) {
            return Set.of();
        }
        return door.inBusiness(businessId, session -> {
            SamePosts same = same(session, postIds);
            Set<Long> pictured = new HashSet<>(session.statement("""
                    select distinct a.post_id
                    from post_alias a
                    join thumbnail t on t.business_id = :business and t.scheme = a.scheme and t.external_id = a.external_id
                    where a.business_id = :business and a.post_id = any(:ids) and t.image is not null
                    """)
                    .param("ids", same.idsOf(postIds))
                    .query((row, number) -> same.canonical(row.getLong(1)))
                    .list());
            return postIds.stream()
                    .filter(post -> pictured.contains(same.canonical(post)))
                    .collect(Collectors.toUnmodifiableSet());
        });
    }

    private static SamePosts same(Session session, Collection<Long> postIds) {
        return SamePosts.of(session, Scope.EVERYTHING, postIds);
    }
}
