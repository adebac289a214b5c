package io.tidemark.ledger;

import io.tidemark.metric.Metric;
import io.tidemark.metric.MetricValues;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Takes the observations of one source into temporary tables, before anything is locked.
///
/// Accounts and posts get numbers of this batch; the merge turns them into ids. Only the aliases of posts are held in
/// memory, so that two rows about one post meet, and what a sync read last of each, so that what repeats is seen.
final class Staging implements ObservationSink {
    private final Map<AccountKey, Integer> accounts = new HashMap<>();
    private final Map<Alias, Integer> posts = new HashMap<>();
    private final List<@Nullable Earlier> reads = new ArrayList<>();
    private final boolean sync;
    private int postCount;
    private boolean inOrder = true;
    private boolean joinsPosts;

    private final CopyBuffer aliases;
    private final CopyBuffer versions;
    private final CopyBuffer snapshots;
    private final CopyBuffer days;
    private final CopyBuffer levels;
    private final CopyBuffer breakdowns;
    private final CopyBuffer discoveries;
    private final CopyBuffer absences;

    /// @param sync whether the source is a sync, of which what has not changed is not stored again
    Staging(Session session, boolean sync) {
        this.sync = sync;
        session.sql().sql(StagingTables.CREATE).update();
        aliases = new CopyBuffer(session, "stage_alias", "post, account, scheme, external_id");
        versions = new CopyBuffer(
                session,
                "stage_version",
                "place, post, observed_at, repeats, says_nothing, published_at, published_day_only, placement, format, text, url, boosted, deleted");
        snapshots =
                new CopyBuffer(session, "stage_snapshot", "place, post, observed_at, repeats, " + MetricColumns.LIST);
        days = new CopyBuffer(
                session, "stage_day", "place, account, post, day, metric, observed_at, bucket_zone, value");
        levels = new CopyBuffer(session, "stage_level", "place, account, metric, observed_at, value");
        breakdowns = new CopyBuffer(
                session,
                "stage_breakdown",
                "place, account, dimension, key, metric, period_from, period_to, observed_at, value");
        discoveries = new CopyBuffer(session, "stage_discovery", "account, observed_at");
        absences = new CopyBuffer(session, "stage_absence", "account, subject, metric, reason");
    }

    @Override
    public void accept(Observation observation) {
        int account = accounts.computeIfAbsent(observation.account(), key -> accounts.size());
        switch (observation) {
            case Observation.OfPost post -> stage(account, post);
            case Observation.OfDay day -> stage(account, day);
            case Observation.OfAccount level ->
                level.values()
                        .present()
                        .forEach(metric -> levels.add(levels.count())
                                .addInt(account)
                                .add(metric.key())
                                .add(level.observedAt())
                                .add(level.values().orNaN(metric))
                                .end());
            case Observation.OfBreakdown part ->
                breakdowns
                        .add(breakdowns.count())
                        .addInt(account)
                        .add(part.dimension())
                        .add(part.key())
                        .add(part.metric())
                        .add(part.from())
                        .add(part.to())
                        .add(part.observedAt())
                        .add(part.value())
                        .end();
            case Observation.OfDiscovery discovery ->
                discoveries.addInt(account).add(discovery.observedAt()).end();
            case Observation.OfAbsence absence ->
                absences.addInt(account)
                        .add(absence.subject().name().toLowerCase(Locale.ROOT))
                        .add(absence.metric().key())
                        .add(absence.reason().key())
                        .end();
        }
    }

    /// The accounts seen, each at the place of its number in this batch.
    List<AccountKey> accounts() {
        List<AccountKey> ordered = new ArrayList<>(accounts.keySet());
        ordered.sort((a, b) -> Integer.compare(number(a), number(b)));
        return ordered;
    }

    private int number(AccountKey key) {
        Integer number = accounts.get(key);
        if (number == null) {
            throw new IllegalStateException("Not staged: " + key);
        }
        return number;
    }

    void flush() {
        List.of(aliases, versions, snapshots, days, levels, breakdowns, discoveries, absences)
                .forEach(CopyBuffer::flush);
    }

    private void stage(int account, Observation.OfPost seen) {
        int post = number(account, seen.aliases());
        MetricValues values = seen.values();
        PostVersion version = seen.version();
        Earlier earlier = remember(post, seen);
        boolean versionRepeats = sync && earlier != null && !values.isEmpty() && version.equals(earlier.version);
        versions.add(versions.count())
                .addInt(post)
                .add(seen.observedAt())
                .add(versionRepeats)
                .add(!values.isEmpty() && version.saysNothing())
                .add(version.publishedAt())
                .add(version.publishedDayOnly())
                .add(version.placement().name().toLowerCase(Locale.ROOT))
                .add(version.format().name().toLowerCase(Locale.ROOT))
                .add(version.text())
                .add(version.url())
                .add(version.boosted().key())
                .add(version.deleted())
                .end();
        if (!values.isEmpty()) {
            snapshots
                    .add(snapshots.count())
                    .addInt(post)
                    .add(seen.observedAt())
                    .add(sync && earlier != null && values.equals(earlier.values))
                    .add(values, MetricColumns.OF_POSTS)
                    .end();
        }
    }

    /// What was staged of a post before, null where nothing was; from now on it is what is seen.
    private @Nullable Earlier remember(int post, Observation.OfPost seen) {
        Earlier earlier = post < reads.size() ? reads.get(post) : null;
        if (earlier != null && !seen.observedAt().isAfter(earlier.at)) {
            inOrder = false;
        }
        while (reads.size() <= post) {
            reads.add(null);
        }
        MetricValues last = seen.values().isEmpty() && earlier != null ? earlier.values : seen.values();
        reads.set(post, sync ? new Earlier(seen.observedAt(), last, seen.version()) : new Earlier(seen.observedAt()));
        return earlier;
    }

    /// Whether the observations of each post came from the oldest to the newest, no two of one instant.
    boolean inOrder() {
        return inOrder;
    }

    /// Whether an observation has named two posts of this batch.
    boolean joinsPosts() {
        return joinsPosts;
    }

    private record Earlier(
            Instant at, MetricValues values, @Nullable PostVersion version) {
        Earlier(Instant at) {
            this(at, MetricValues.NONE, null);
        }
    }

    private void stage(int account, Observation.OfDay seen) {
        Alias alias = seen.post();
        int post = alias == null ? -1 : number(account, List.of(alias));
        for (Metric metric : seen.values().present()) {
            days.add(days.count()).addInt(account);
            (alias == null ? days.addNull() : days.addInt(post))
                    .add(seen.day())
                    .add(metric.key())
                    .add(seen.observedAt())
                    .add(seen.bucketZone().getId())
                    .add(seen.values().orNaN(metric))
                    .end();
        }
    }

    /// The number of the post with any of these aliases; those that mean none yet mean it from now on.
    private int number(int account, List<Alias> names) {
        Integer number = null;
        for (Alias name : names) {
            number = number == null ? posts.get(name) : number;
        }
        int post = number != null ? number : postCount++;
        for (Alias name : names) {
            Integer known = posts.putIfAbsent(name, post);
            if (known == null) {
                addAlias(post, account, name);
            } else if (known != post) {
                joinsPosts = true;
                addAlias(post, account, name);
            }
        }
        return post;
    }

    private void addAlias(int post, int account, Alias name) {
        aliases.addInt(post)
                .addInt(account)
                .add(name.scheme())
                .add(name.externalId())
                .end();
    }
}
