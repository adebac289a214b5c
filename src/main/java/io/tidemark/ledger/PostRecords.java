package io.tidemark.ledger;

import io.tidemark.frame.FrameAccount;
import io.tidemark.frame.Reading;
import io.tidemark.ledger.PostRecord.Left;
import io.tidemark.ledger.PostRecord.SourceName;
import io.tidemark.metric.Boosted;
import io.tidemark.metric.Format;
import io.tidemark.metric.Placement;
import io.tidemark.metric.Platform;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Reads single posts with everything that was ever said of them.
public final class PostRecords {
    private final Door door;

    public PostRecords(Database database) {
        door = new Door(database);
    }

    /// Empty where there is no such post, or nothing of it counts. A post that has several ids answers to each.
    ///
    /// @param asOf null for the present
    public Optional<PostRecord> find(long businessId, long postId, @Nullable Instant asOf) {
        return door.readBusiness(
                businessId, session -> Reader.of(session, postId, scope(asOf)).read());
    }

    /// Why metrics of the posts of some accounts were left out, in one query; an account without any is missing.
    ///
    /// @param asOf null for the present
    public Map<Long, List<Left>> absences(long businessId, Collection<Long> accountIds, @Nullable Instant asOf) {
        return accountIds.isEmpty()
                ? Map.of()
                : door.inBusiness(businessId, session -> Absences.of(session, accountIds, scope(asOf)));
    }

    private static Scope scope(@Nullable Instant asOf) {
        return asOf == null ? Scope.EVERYTHING : Scope.asOf(asOf);
    }

    private record Reader(Session session, SamePosts same, long postId, Scope scope) {
        static Reader of(Session session, long postId, Scope scope) {
            SamePosts same = SamePosts.of(session, scope, List.of(postId));
            return new Reader(session, same, same.canonical(postId), scope);
        }

        Optional<PostRecord> read() {
            FrameAccount account = account().orElse(null);
            if (account == null) {
                return Optional.empty();
            }
            PostHistory history = new Histories(session, scope, platforms(), same, same).of(postId, account.id());
            if (history.versions().isEmpty()) {
                return Optional.empty();
            }
            List<PostRecord.Version> versions = versions();
            List<Left> absences =
                    Absences.of(session, List.of(account.id()), scope).getOrDefault(account.id(), List.of());
            TreeSet<Long> sources = new TreeSet<>();
            history.readings().stream().map(Reading::sourceId).forEach(sources::add);
            versions.stream().map(PostRecord.Version::sourceId).forEach(sources::add);
            absences.stream().map(Left::sourceId).forEach(sources::add);
            return Optional.of(new PostRecord(account, history, versions, aliases(), sources(sources), absences));
        }

        /// The account of the post.
        private Optional<FrameAccount> account() {
            return accounts(new Long[] {postId}).stream().findFirst();
        }

        /// Those of the accounts that the post is stored under.
        private Map<Long, Platform> platforms() {
            return accounts(ids()).stream().collect(Collectors.toMap(FrameAccount::id, FrameAccount::platform));
        }

        private List<FrameAccount> accounts(Long[] posts) {
            Set<Long> wanted = Set.copyOf(session.statement("""
                    select distinct account_id from post where business_id = :business and post_id = any(:posts)
                    """)
                    .param("posts", posts)
                    .query(Long.class)
                    .list());
            return Accounts.all(session).stream()
                    .filter(account -> wanted.contains(account.id()))
                    .toList();
        }

        private Long[] ids() {
            return same.idsOf(List.of(postId));
        }

        private List<PostRecord.Version> versions() {
            return session.statement("""
                    select v.observed_at, v.source_id, v.published_at, v.published_day_only, v.placement, v.format, v.text,
                        v.url, v.boosted, v.deleted, v.collab, v.crosspost
                    from post_version v join source o on o.business_id = :business and o.source_id = v.source_id
                    where v.business_id = :business and v.post_id = any(:posts) and v.observed_at <= :as_of::timestamptz
                        and o.recorded_at <= :as_of::timestamptz
                        and (o.retracted_at is null or o.retracted_at > :as_of::timestamptz)
                    order by v.observed_at, o.kind, o.content_hash
                    """)
                    .param("posts", ids())
                    .param("as_of", scope.asOf())
                    .query(Reader::version)
                    .list();
        }

        private static PostRecord.Version version(ResultSet row, int number) throws SQLException {
            @Nullable Timestamp publishedAt = row.getTimestamp(3);
            return new PostRecord.Version(
                    row.getTimestamp(1).toInstant(),
                    row.getLong(2),
                    new PostVersion(
                            publishedAt == null ? null : publishedAt.toInstant(),
                            row.getBoolean(4),
                            Placement.valueOf(row.getString(5).toUpperCase(Locale.ROOT)),
                            Format.valueOf(row.getString(6).toUpperCase(Locale.ROOT)),
                            row.getString(7),
                            row.getString(8),
                            Boosted.find(row.getString(9)).orElseThrow(),
                            row.getBoolean(10),
                            new Marks(row.getObject(11, Boolean.class), row.getObject(12, Boolean.class))));
        }

        private List<Alias> aliases() {
            return session.statement("""
                    select scheme, external_id from post_alias
                    where business_id = :business and post_id = any(:posts)
                    order by scheme, external_id
                    """)
                    .param("posts", ids())
                    .query((row, number) -> new Alias(row.getString(1), row.getString(2)))
                    .list();
        }

        private List<SourceName> sources(TreeSet<Long> ids) {
            return session.statement("""
                    select source_id, kind, format, name, recorded_at from source
                    where business_id = :business and source_id = any(:ids) order by source_id
                    """)
                    .param("ids", ids.toArray(Long[]::new))
                    .query((row, number) -> new SourceName(
                            row.getLong(1),
                            SourceSpec.Kind.valueOf(row.getString(2).toUpperCase(Locale.ROOT)),
                            row.getString(3),
                            row.getString(4),
                            row.getTimestamp(5).toInstant()))
                    .list();
        }
    }
}
