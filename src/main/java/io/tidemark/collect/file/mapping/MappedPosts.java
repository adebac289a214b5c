package io.tidemark.collect.file.mapping;

import io.tidemark.collect.file.format.Outcome;
import io.tidemark.collect.file.format.Reading;
import io.tidemark.collect.file.format.SeenKeys;
import io.tidemark.collect.file.mapping.MappedTable.Bound;
import io.tidemark.collect.file.table.BadValue;
import io.tidemark.collect.file.table.Line;
import io.tidemark.collect.file.table.Reason;
import io.tidemark.ledger.AccountKey;
import io.tidemark.ledger.Alias;
import io.tidemark.ledger.Observation;
import io.tidemark.ledger.PostVersion;
import io.tidemark.metric.Metric;
import io.tidemark.metric.MetricValues;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/// Rows that are posts with their counters to date.
final class MappedPosts implements Reading.RowReader {
    private final MappedTable table;
    private final Reading reading;
    private final MappedNumbers numbers;
    private final PostVersions versions;
    private final SeenKeys seen;

    /// @param seen shared by the tables of a file
    MappedPosts(MappedTable table, Reading reading, SeenKeys seen) {
        this.table = table;
        this.reading = reading;
        this.seen = seen;
        numbers = new MappedNumbers(table);
        versions = new PostVersions(table.mapping());
    }

    @Override
    public Outcome read(Line line) {
        MappedRow row = new MappedRow(table, line.row());
        AccountKey account = RowAccounts.of(table.mapping(), row, reading);
        Optional<Instant> publishedAt = row.publishedAt();
        List<Alias> aliases = PostIdentity.of(account, row, publishedAt);
        PostVersion version = versions.of(row, publishedAt);
        Instant at = row.observedAt(reading.observedAt());
        MetricValues values = checked(row, numbers.of(row));
        List<Observation> observations = new ArrayList<>();
        observations.add(new Observation.OfPost(account, aliases, version, values, at));
        observations.addAll(series(row, account, aliases, version, publishedAt));
        String key = aliases.getFirst().externalId();
        numbers.natives(row, account.platform())
                .forEach((name, value) -> observations.add(
                        new Observation.OfBreakdown(account, "content", key, name, null, null, value, at)));
        return isNew(aliases, at) ? new Outcome(Outcome.Fate.POST, observations) : Outcome.DUPLICATE;
    }

    /// What makes a second row about the same thing: the post, and when it was read.
    private boolean isNew(List<Alias> aliases, Instant at) {
        boolean fresh = true;
        for (Alias alias : aliases) {
            fresh &= seen.add(alias.scheme(), alias.externalId(), at.toString());
        }
        return fresh;
    }

    /// A counter to date begins at 0.
    private static MetricValues checked(MappedRow row, MetricValues values) {
        for (Bound column : row.table().of(Role.METRIC)) {
            Metric metric = MappedNumbers.metric(column);
            OptionalDouble value = row.metric(column, metric);
            if (metric != Metric.FOLLOWS && value.isPresent() && value.getAsDouble() < 0) {
                throw negative(row, column);
            }
        }
        return values;
    }

    private static BadValue negative(MappedRow row, Bound column) {
        return row.bad(column, Reason.COUNTER_BELOW_ZERO.said());
    }

    private List<Observation> series(
            MappedRow row,
            AccountKey account,
            List<Alias> aliases,
            PostVersion version,
            Optional<Instant> publishedAt) {
        Series series = table.mapping().series();
        if (series == null) {
            return List.of();
        }
        Instant start = Optional.ofNullable(series.from())
                .or(() -> publishedAt)
                .orElseThrow(() -> row.bad(Role.PUBLISHED_AT, Reason.SERIES_WITHOUT_BEGIN.said()));
        Metric metric = Metric.find(series.metric()).orElseThrow();
        List<Observation> readings = new ArrayList<>();
        for (int n = 1; n <= table.series().size(); n++) {
            Bound column = table.series().get(n - 1);
            OptionalDouble value = row.metric(column, metric);
            if (value.isPresent()) {
                if (value.getAsDouble() < 0) {
                    throw negative(row, column);
                }
                MetricValues values =
                        MetricValues.builder().put(metric, value.getAsDouble()).build();
                readings.add(new Observation.OfPost(account, aliases, version, values, series.readAt(start, n)));
            }
        }
        return readings;
    }
}
