package io.tidemark.collect.sync;

import io.tidemark.collect.connector.Api;
import io.tidemark.collect.connector.Connector;
import io.tidemark.collect.connector.ListedPost;
import io.tidemark.collect.connector.Listing;
import io.tidemark.collect.connector.TrackedAccount;
import io.tidemark.ledger.AccountKey;
import io.tidemark.ledger.Business;
import io.tidemark.ledger.LiveAccount;
import io.tidemark.ledger.LivePost;
import io.tidemark.ledger.LivePosts;
import io.tidemark.ledger.Observation;
import io.tidemark.ledger.PostVersion;
import io.tidemark.metric.Boosted;
import io.tidemark.metric.Format;
import io.tidemark.metric.Metric;
import io.tidemark.metric.MetricValues;
import io.tidemark.metric.Placement;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// One run over an account: what it has found so far, and what that changes. Nothing of it is stored before its end.
final class Run {
    /// What a reading of numbers says of the post itself.
    static final PostVersion NOTHING =
            new PostVersion(null, Placement.FEED, Format.UNKNOWN, null, null, Boosted.UNKNOWN, false);

    final Business business;
    final LiveAccount account;
    final TrackedAccount tracked;
    final Connector connector;
    final Api api;
    final Refusals refusals;
    final ReadingPlan plan;
    final ReadingPlan.Account planned;
    final Instant startedAt;
    /// Somebody waits for it: what was read a while ago is read again.
    final boolean asked;

    private final LivePosts posts;
    private final List<Observation> observations = new ArrayList<>();
    private final Map<String, LivePost> changed = new LinkedHashMap<>();
    private final Set<String> listed = new HashSet<>();
    private final List<ListedPost> pictured = new ArrayList<>();
    private final List<Trouble> troubles = new ArrayList<>();
    private LiveAccount.Progress progress;
    private Instant next;
    private @Nullable AccountKey named;
    private int found;
    private int read;
    private int days;

    Run(
            Business business,
            LiveAccount account,
            TrackedAccount tracked,
            Connector connector,
            Api api,
            Refusals refusals,
            ReadingPlan plan,
            ReadingPlan.Account planned,
            LivePosts posts,
            Instant startedAt,
            boolean asked) {
        this.business = business;
        this.account = account;
        this.tracked = tracked;
        this.connector = connector;
        this.api = api;
        this.refusals = refusals;
        this.plan = plan;
        this.planned = planned;
        this.posts = posts;
        this.startedAt = startedAt;
        this.asked = asked;
        progress = account.progress();
        next = Instant.MAX;
    }

    AccountKey key() {
        return tracked.key();
    }

    /// The lists that are read for the account: that with replies where it asks for them, else those without.
    List<Listing> listings() {
        boolean replies = account.replies() && connector.listsReplies();
        return connector.listings().stream()
                .filter(listing -> listing.onRequest() == replies)
                .toList();
    }

    /// To the second: finer than that no platform tells.
    Instant now() {
        return api.now().truncatedTo(ChronoUnit.SECONDS);
    }

    void observe(Observation observation) {
        observations.add(observation);
    }

    void trouble(Trouble trouble) {
        troubles.add(trouble);
    }

    List<Trouble> troubles() {
        return troubles;
    }

    List<Observation> observations() {
        return observations;
    }

    Collection<LivePost> changed() {
        return changed.values();
    }

    /// Posts of which lists show a picture.
    List<ListedPost> pictured() {
        return pictured;
    }

    LiveAccount.Progress progress() {
        return progress;
    }

    void progress(LiveAccount.Progress after) {
        progress = after;
    }

    /// There is something to do again at an instant.
    void next(Instant at) {
        next = at.isBefore(next) ? at : next;
    }

    Instant next() {
        return next;
    }

    /// The account has this handle and name now.
    void named(AccountKey key) {
        named = key;
    }

    @Nullable
    AccountKey named() {
        return named;
    }

    int found() {
        return found;
    }

    int read() {
        return read;
    }

    int days() {
        return days;
    }

    void readDays(int count) {
        days += count;
    }

    /// Takes a page of a list: new posts, what is said anew of known ones, and their counters where the list
    /// tells them.
    void listed(Listing listing, List<ListedPost> page) {
        List<ListedPost> fresh = page.stream()
                .filter(post -> listed.add(listing.name() + " " + post.ref().externalId()))
                .toList();
        Map<String, LivePost> known =
                known(fresh.stream().map(post -> post.ref().externalId()).toList());
        Instant now = now();
        fresh.stream().filter(post -> post.thumbnail() != null).forEach(pictured::add);
        for (ListedPost post : fresh) {
            listed(listing, post, known.get(post.ref().externalId()), now);
        }
    }

    private void listed(Listing listing, ListedPost post, @Nullable LivePost known, Instant now) {
        String seen = digest(post);
        boolean news = known == null || known.goneAt() != null || !known.seen().equals(seen);
        if (news || !post.values().isEmpty()) {
            observe(new Observation.OfPost(key(), post.aliases(), news ? post.version() : NOTHING, post.values(), now));
        }
        LivePost after = known == null
                ? LivePost.found(
                        post.ref().externalId(),
                        post.ref().kind(),
                        post.aliases().getFirst(),
                        post.ref().publishedAt(),
                        now,
                        seen)
                : known.seen(post.ref().kind(), seen);
        found += known == null ? 1 : 0;
        keep(listing.counters() && !post.values().isEmpty() ? counted(after, post.values(), now) : after);
    }

    /// Tells whether a list says of a post what it said before: the same in every process, which hash codes are not.
    static String digest(ListedPost post) {
        return UUID.nameUUIDFromBytes(post.version().toString().getBytes(StandardCharsets.UTF_8))
                .toString();
    }

    /// Numbers of a post.
    void reading(LivePost post, MetricValues values, Instant now) {
        if (values.isEmpty()) {
            silent(post, now);
        } else {
            observe(new Observation.OfPost(key(), List.of(post.alias()), NOTHING, values, now));
            keep(counted(post, values, now).present());
        }
    }

    /// A post was asked for, and nothing was said of it: neither that it is there nor that it is gone.
    void silent(LivePost post, Instant now) {
        keep(plan.after(planned, post, now, null));
    }

    /// The platform did not find a post; on how many days makes it gone.
    void missed(LivePost post, Instant now) {
        LivePost after = post.missed(now.atZone(business.zone()).toLocalDate());
        if (after.misses() >= connector.traits().missesToDelete()) {
            PostVersion gone = new PostVersion(null, Placement.FEED, Format.UNKNOWN, null, null, Boosted.UNKNOWN, true);
            observe(new Observation.OfPost(key(), List.of(post.alias()), gone, MetricValues.NONE, now));
            after = after.gone(now);
        }
        keep(after);
    }

    private LivePost counted(LivePost post, MetricValues values, Instant now) {
        read++;
        OptionalDouble total = engagements(values);
        return plan.after(planned, post, now, total.isPresent() ? total.getAsDouble() : null);
    }

    void keep(LivePost post) {
        changed.put(post.externalId(), post);
    }

    /// Posts as they are by now, those that this run has changed included.
    Map<String, LivePost> known(List<String> externalIds) {
        Map<String, LivePost> known = new HashMap<>(posts.find(business.id(), account.accountId(), externalIds));
        externalIds.forEach(id -> {
            LivePost ours = changed.get(id);
            if (ours != null) {
                known.put(id, ours);
            }
        });
        return known;
    }

    /// Posts that may be worth reading, newest first: published since an instant, also those found just now, or
    /// not read for long.
    List<LivePost> candidates(Instant since, Instant stale, int most) {
        Map<String, LivePost> candidates = new LinkedHashMap<>();
        posts.candidates(business.id(), account.accountId(), since, stale, most)
                .forEach(post -> candidates.put(post.externalId(), post));
        changed.values().stream()
                .filter(post -> post.publishedAt().isAfter(since) || candidates.containsKey(post.externalId()))
                .forEach(post -> candidates.put(post.externalId(), post));
        return candidates.values().stream()
                .filter(post -> post.goneAt() == null)
                .sorted(Comparator.comparing(LivePost::publishedAt).reversed().thenComparing(LivePost::externalId))
                .toList();
    }

    LivePost current(LivePost post) {
        return changed.getOrDefault(post.externalId(), post);
    }

    /// External ids of those published since an instant that are not gone.
    List<String> present(Instant since) {
        return posts.present(business.id(), account.accountId(), since);
    }

    /// Everything that people did and the reading tells, each act once.
    private static OptionalDouble engagements(MetricValues values) {
        Metric applause = values.has(Metric.REACTIONS) ? Metric.REACTIONS : Metric.LIKES;
        double sum = 0;
        boolean any = false;
        for (Metric metric :
                List.of(applause, Metric.COMMENTS, Metric.SHARES, Metric.REPOSTS, Metric.QUOTES, Metric.SAVES)) {
            if (values.has(metric)) {
                sum += Math.max(0, values.orNaN(metric));
                any = true;
            }
        }
        return any ? OptionalDouble.of(sum) : OptionalDouble.empty();
    }
}
