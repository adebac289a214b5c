package io.tidemark.ledger;

import io.tidemark.metric.ContentType;
import io.tidemark.metric.Growing;
import io.tidemark.metric.Platform;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/// What a [Derivation] needs to say while a source is appended which posts break out, and what came of
/// those of which it was said.
public final class BreakoutDesk {
    /// More than are learned from: the newest may have been read too rarely to be of use.
    private static final int READ = 150;

    private static final String SETTLED_AT = Arrays.stream(Platform.values())
            .map(platform -> "when '%s' then %d".formatted(platform.key(), (int) Growing.settledAt(platform)))
            .collect(Collectors.joining(" ", "case a.platform ", " end"));

    private final Session session;
    private final long sourceId;
    private final Instant now;

    BreakoutDesk(Session session, long sourceId) {
        this.session = session;
        this.sourceId = sourceId;
        now = session.statement("select recorded_at from source where business_id = :business and source_id = :source")
                .param("source", sourceId)
                .query((row, number) -> row.getTimestamp(1).toInstant())
                .single();
    }

    public long businessId() {
        return session.businessId();
    }

    /// When the source was recorded.
    public Instant now() {
        return now;
    }

    /// The posts that were said to break out, and of which nobody knows yet what came of them.
    public Set<Long> open() {
        return new HashSet<>(session.statement("""
                select distinct b.post_id from breakout b
                left join breakout_outcome s on s.business_id = :business and s.post_id = b.post_id
                where b.business_id = :business and s.post_id is null
                """).query(Long.class).list());
    }

    /// Takes a settled post.
    @FunctionalInterface
    public interface SettledConsumer {
        /// @param engagement now
        /// @param lastAge hours from publication to its last reading; infinite where that was after it
        ///     had settled
        /// @param counts its engagement at the knots; empty where it is not known
        void accept(
                long accountId, Platform platform, ContentType type, double engagement, double lastAge, float[] counts);
    }

    /// The newest posts of each own account and type that are old enough to have settled, the newest
    /// first: without those that are boosted or gone.
    public void forEachOldPost(SettledConsumer consumer) {
        session.copyOut("""
                select account_id, platform, content_type, engagement, age, path
                from (
                    select p.account_id, a.platform, p.content_type, p.engagement, p.published_at, p.post_id,
                        case when g.post_id is null then 'infinity'::float8 else g.engagement_age end as age,
                        g.engagement as path, row_number() over (
                            partition by p.account_id, p.content_type order by p.published_at desc, p.post_id desc) as newest
                    from post_analytics p
                    join account a on a.business_id = :business and a.account_id = p.account_id
                    left join post_growth g on g.business_id = :business and g.post_id = p.post_id
                    where p.business_id = :business and a.owned and p.boosted <> 'yes' and not p.deleted
                        and p.published_at <= %s::timestamptz - make_interval(hours => %s)) posts
                where newest <= %d
                order by published_at desc, post_id desc
                """.formatted(Session.literal(now.toString()), SETTLED_AT, READ), row -> {
            long account = row.nextLong();
            Platform platform = Platform.find(row.requiredText()).orElseThrow();
            ContentType type = ContentType.find(row.requiredText()).orElseThrow();
            consumer.accept(account, platform, type, row.nextDouble(), row.nextDouble(), row.nextFloats());
        });
    }

    /// Says that a post breaks out, unless that was said before.
    public void say(Breakout said, String method) {
        session.statement("""
                insert into breakout (business_id, post_id, level, said_at, source_id, account_id, published_at, read_age,
                    engagement, expected, usual, settles_at, probability, history, method)
                values (:business, :post, :level, :now, :source, :account, :published, :age, :engagement, :expected, :usual,
                    :settles, :chance, :history, :method)
                on conflict do nothing
                """)
                .param("post", said.postId())
                .param("level", said.level().name().toLowerCase(Locale.ROOT))
                .param("now", Timestamp.from(said.saidAt()))
                .param("source", sourceId)
                .param("account", said.accountId())
                .param("published", Timestamp.from(said.publishedAt()))
                .param("age", said.readAge())
                .param("engagement", said.engagement())
                .param("expected", said.expected())
                .param("usual", said.usual())
                .param("settles", said.settlesAt())
                .param("chance", said.chance())
                .param("history", said.history())
                .param("method", method)
                .update();
    }

    /// Says what a post came to.
    public void settle(long postId, double settled) {
        session.statement("""
                insert into breakout_outcome (business_id, post_id, settled, known_at, source_id)
                values (:business, :post, :settled, :now, :source) on conflict do nothing
                """)
                .param("post", postId)
                .param("settled", settled)
                .param("now", Timestamp.from(now))
                .param("source", sourceId)
                .update();
    }
}
