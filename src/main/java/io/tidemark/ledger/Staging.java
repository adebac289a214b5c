package io.tidemark.ledger;

import io.tidemark.metric.Metric;
import io.tidemark.metric.MetricValues;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// Takes the observations of one source into temporary tables, before anything is locked.
///
/// Accounts and posts get numbers of this batch; the merge turns them into ids.
final class Staging implements ObservationSink {
    private final Map<AccountKey, Integer> accounts = new HashMap<>();
    private final BatchPosts posts;
    private final boolean sync;
    private boolean inOrder = true;

    private final CopyBuffer aliases;
    private final CopyBuffer versions;
    private final CopyBuffer snapshots;
    private final CopyBuffer days;
    private final CopyBuffer levels;
    private final CopyBuffer breakdowns;
    private final CopyBuffer discoveries;
    private final CopyBuffer absences;

    /// @param sync whether the source is a sync, of which what has not changed is not stored again
    Staging(Session session, boolean sync, BatchPosts posts) {
        this.sync = sync;
        this.posts = posts;
        session.sql().sql(StagingTables.CREATE).update();
        aliases = new CopyBuffer(session, "stage_alias", "post, account, scheme, external_id, joins");
        versions = new CopyBuffer(
                session,
                "stage_version",
                "place, post, observed_at, repeats, says_nothing, published_at, published_day_only, placement, format, text, url, boosted, deleted, collab, crosspost");
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
        BatchPosts.Post post = named(account, seen.aliases());
        MetricValues values = seen.values();
        PostVersion version = seen.version();
        boolean versionRepeats = sync && !values.isEmpty() && post.repeats(version);
        boolean valuesRepeat = sync && post.repeats(values);
        inOrder &= post.isInOrder(seen.observedAt());
        if (sync) {
            post.staged(seen.observedAt(), values, version);
        } else {
            post.staged(seen.observedAt());
        }
        versions.add(versions.count())
                .addInt(post.number())
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
                .add(version.marks().collab())
                .add(version.marks().crosspost())
                .end();
        if (!values.isEmpty()) {
            snapshots
                    .add(snapshots.count())
                    .addInt(post.number())
                    .add(seen.observedAt())
                    .add(valuesRepeat)
                    .add(values, MetricColumns.OF_POSTS)
                    .end();
        }
    }

    /// Whether the observations of each post came from the oldest to the newest, no two of one instant.
    boolean inOrder() {
        return inOrder;
    }

    /// Whether each post of the batch has one name, and each name one number.
    boolean isPlain() {
        return posts.isPlain();
    }

    private void stage(int account, Observation.OfDay seen) {
        Alias alias = seen.post();
        int post = alias == null ? -1 : named(account, List.of(alias)).number();
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

    private BatchPosts.Post named(int account, List<Alias> names) {
        return posts.named(
                names,
                (post, name, joins) -> aliases.addInt(post)
                        .addInt(account)
                        .add(name.scheme())
                        .add(name.externalId())
                        .add(joins)
                        .end());
    }
}
