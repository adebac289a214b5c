package io.tidemark.ledger;

import io.tidemark.metric.Metric;
import io.tidemark.metric.MetricValues;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/// Takes the observations of one source into temporary tables, before anything is locked.
///
/// Accounts and posts get numbers of this batch; the merge turns them into ids. Only the aliases of posts are held in
/// memory, so that two rows about one post meet.
final class Staging implements ObservationSink {
    private final Map<AccountKey, Integer> accounts = new HashMap<>();
    private final Map<Alias, Integer> posts = new HashMap<>();
    private int postCount;

    private final CopyBuffer aliases;
    private final CopyBuffer versions;
    private final CopyBuffer snapshots;
    private final CopyBuffer days;
    private final CopyBuffer levels;
    private final CopyBuffer breakdowns;
    private final CopyBuffer discoveries;
    private final CopyBuffer absences;

    Staging(Session session) {
        session.sql().sql(TABLES).update();
        aliases = new CopyBuffer(session, "stage_alias", "post, account, scheme, external_id");
        versions = new CopyBuffer(
                session,
                "stage_version",
                "place, post, observed_at, published_at, placement, format, text, url, boosted, deleted");
        snapshots = new CopyBuffer(session, "stage_snapshot", "place, post, observed_at, " + MetricColumns.LIST);
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
                                .add(account)
                                .add(metric.key())
                                .add(level.observedAt())
                                .add(level.values().orNaN(metric))
                                .end());
            case Observation.OfBreakdown part ->
                breakdowns
                        .add(breakdowns.count())
                        .add(account)
                        .add(part.dimension())
                        .add(part.key())
                        .add(part.metric())
                        .add(part.from())
                        .add(part.to())
                        .add(part.observedAt())
                        .add(part.value())
                        .end();
            case Observation.OfDiscovery discovery ->
                discoveries.add(account).add(discovery.observedAt()).end();
            case Observation.OfAbsence absence ->
                absences.add(account)
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
        PostVersion version = seen.version();
        versions.add(versions.count())
                .add(post)
                .add(seen.observedAt())
                .add(version.publishedAt())
                .add(version.placement().name().toLowerCase(Locale.ROOT))
                .add(version.format().name().toLowerCase(Locale.ROOT))
                .add(version.text())
                .add(version.url())
                .add(version.boosted().key())
                .add(version.deleted())
                .end();
        MetricValues values = seen.values();
        if (!values.isEmpty()) {
            snapshots
                    .add(snapshots.count())
                    .add(post)
                    .add(seen.observedAt())
                    .add(values, MetricColumns.OF_POSTS)
                    .end();
        }
    }

    private void stage(int account, Observation.OfDay seen) {
        Alias alias = seen.post();
        String post = alias == null ? null : Integer.toString(number(account, List.of(alias)));
        for (Metric metric : seen.values().present()) {
            days.add(days.count())
                    .add(account)
                    .add(post)
                    .add(seen.day())
                    .add(metric.key())
                    .add(seen.observedAt())
                    .add(seen.bucketZone().getId())
                    .add(seen.values().orNaN(metric))
                    .end();
        }
    }

    /// The number of the post with any of these aliases; all of them mean it from now on.
    private int number(int account, List<Alias> names) {
        Set<Alias> unseen = new HashSet<>();
        Integer number = null;
        for (Alias name : names) {
            Integer known = posts.get(name);
            if (known == null) {
                unseen.add(name);
            } else if (number == null) {
                number = known;
            }
        }
        int post = number != null ? number : postCount++;
        for (Alias name : unseen) {
            posts.put(name, post);
            aliases.add(post)
                    .add(account)
                    .add(name.scheme())
                    .add(name.externalId())
                    .end();
        }
        return post;
    }

    /// The place of a row decides which of two about the same thing counts: the first. Temporary tables live as long as
    /// their connection and are emptied by every commit.
    private static final String TABLES =
            """
            create temp table if not exists stage_alias (
                post integer, account integer, scheme text, external_id text) on commit delete rows;
            create temp table if not exists stage_account (account integer, account_id bigint) on commit delete rows;
            create temp table if not exists stage_identity (
                post integer, account_id bigint, post_id bigint, is_new boolean) on commit delete rows;
            create temp table if not exists stage_version (
                place bigint, post integer, observed_at timestamptz, published_at timestamptz, placement text, format text, text text,
                url text, boosted text, deleted boolean) on commit delete rows;
            create temp table if not exists stage_snapshot (
                place bigint, post integer, observed_at timestamptz, %s) on commit delete rows;
            create temp table if not exists stage_day (
                place bigint, account integer, post integer, day date, metric text, observed_at timestamptz, bucket_zone text,
                value double precision) on commit delete rows;
            create temp table if not exists stage_level (
                place bigint, account integer, metric text, observed_at timestamptz, value double precision) on commit delete rows;
            create temp table if not exists stage_breakdown (
                place bigint, account integer, dimension text, key text, metric text, period_from date, period_to date,
                observed_at timestamptz, value double precision) on commit delete rows;
            create temp table if not exists stage_discovery (account integer, observed_at timestamptz) on commit delete rows;
            create temp table if not exists stage_absence (
                account integer, subject text, metric text, reason text) on commit delete rows;
            """.formatted(MetricColumns.LIST.replace(",", " double precision,") + " double precision");
}
