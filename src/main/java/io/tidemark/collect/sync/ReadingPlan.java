package io.tidemark.collect.sync;

import io.tidemark.collect.sync.polling.Curve;
import io.tidemark.collect.sync.polling.PollState;
import io.tidemark.collect.sync.polling.PolledAccount;
import io.tidemark.collect.sync.polling.PollingPolicy;
import io.tidemark.collect.sync.polling.Pool;
import io.tidemark.collect.sync.polling.Tariff;
import io.tidemark.collect.sync.polling.TokenBucket;
import io.tidemark.collect.sync.polling.TrackedPost;
import io.tidemark.collect.sync.polling.TypicalTotal;
import io.tidemark.ledger.LivePost;
import io.tidemark.metric.Platform;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Decides which posts of an account are worth a reading now: a policy, with what it needs to know of stored posts.
///
/// Each account draws on a pool of its own, an equal share of what its platform is allowed, so that none waits
/// for another. What pools have learned is kept in memory: losing it costs some hours of finding the price
/// again. The budget itself is kept by [Meter], whatever is chosen.
public final class ReadingPlan {
    private static final Logger LOG = LoggerFactory.getLogger(ReadingPlan.class);
    private static final Duration DAY = Duration.ofDays(1);

    private final PollingPolicy policy;
    private final Map<Share, Pool> pools = new ConcurrentHashMap<>();

    public ReadingPlan(PollingPolicy policy) {
        this.policy = policy;
    }

    /// What an account may take; with another budget it begins anew.
    private record Share(long accountId, Tariff tariff, double perDay) {}

    /// @param candidates posts that are not gone, newest first
    public Choice choose(Account account, List<LivePost> candidates, Instant now) {
        Map<String, LivePost> posts = new HashMap<>();
        candidates.forEach(post -> posts.put(post.externalId(), post));
        List<TrackedPost> tracked =
                candidates.stream().map(post -> tracked(account, post)).toList();
        Share share = new Share(account.accountId(), account.tariff(), account.perDay());
        Pool pool = pools.computeIfAbsent(share, one -> pool(one, now));
        io.tidemark.collect.sync.polling.Choice choice = policy.choose(now, tracked, pool);
        pools.put(share, choice.pool());
        if (choice.infeasible()) {
            LOG.warn(
                    "business={} account={} budget_infeasible: {} a day do not cover what should be read",
                    account.businessId(),
                    account.accountId(),
                    account.perDay());
        }
        List<LivePost> chosen = choice.readings().stream()
                .map(io.tidemark.collect.sync.polling.Choice.Reading::candidate)
                .flatMap(candidate -> candidate instanceof TrackedPost post
                        ? Stream.ofNullable(posts.get(post.id()))
                        : Stream.empty())
                .toList();
        return new Choice(chosen, choice.next());
    }

    /// A post after a reading of it.
    ///
    /// @param total engagements; null where the reading told none
    public LivePost after(Account account, LivePost before, Instant at, @Nullable Double total) {
        PollState after = state(account, before).afterRead(at, total);
        return before.read(after.readAt(), after.total(), after.alpha(), after.beta(), after.doubtedAt());
    }

    private static Pool pool(Share share, Instant now) {
        Instant midnight = LocalDate.ofInstant(now, ZoneOffset.UTC)
                .plusDays(1)
                .atStartOfDay(ZoneOffset.UTC)
                .toInstant();
        double left = share.perDay() * Duration.between(now, midnight).toSeconds() / DAY.toSeconds();
        return Pool.of(share.tariff(), TokenBucket.window(share.perDay(), left, midnight, DAY, now));
    }

    private static TrackedPost tracked(Account account, LivePost post) {
        PolledAccount polled = new PolledAccount(
                account.accountId(),
                account.accountId() + " " + post.kind(),
                account.zone(),
                PolledAccount.horizon(account.platform()));
        return new TrackedPost(
                polled,
                post.externalId(),
                state(account, post),
                1,
                account.expiry().apply(post));
    }

    private static PollState state(Account account, LivePost post) {
        Double known = account.typicalTotal();
        double typical = known == null || known <= 0 ? TypicalTotal.UNKNOWN : known;
        Double alpha = post.alpha();
        Double beta = post.beta();
        return new PollState(
                Curve.of(account.platform()),
                typical,
                post.publishedAt(),
                post.foundAt(),
                post.readAt(),
                post.total(),
                alpha == null ? 1 : alpha,
                beta == null ? 1 / typical : beta,
                post.doubtedAt(),
                0,
                null);
    }

    /// What is known of an account beside its posts.
    ///
    /// @param zone of the business, whose midnights matter
    /// @param tariff how readings are counted
    /// @param perDay how many of them, or calls, the account may take in a day
    /// @param typicalTotal to which posts of the account come in the end; null where too few are settled
    /// @param expiry when a post's numbers can be read for the last time; null where always
    public record Account(
            long businessId,
            Platform platform,
            long accountId,
            ZoneId zone,
            Tariff tariff,
            double perDay,
            @Nullable Double typicalTotal,
            Function<LivePost, @Nullable Instant> expiry) {}

    /// @param now to be read now, the most urgent first
    /// @param next when there is something to read again
    public record Choice(List<LivePost> now, Instant next) {
        public Choice {
            now = List.copyOf(now);
        }
    }
}
