package io.tidemark.collect.file.mapping;

import io.tidemark.collect.file.format.Outcome;
import io.tidemark.collect.file.format.Reading;
import io.tidemark.collect.file.format.SeenDays;
import io.tidemark.collect.file.format.SeenKeys;
import io.tidemark.collect.file.table.Line;
import io.tidemark.collect.file.table.Reason;
import io.tidemark.ledger.AccountKey;
import io.tidemark.ledger.Alias;
import io.tidemark.ledger.Observation;
import io.tidemark.metric.Kind;
import io.tidemark.metric.Metric;
import io.tidemark.metric.MetricValues;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// Rows that are days of an account or of a post.
final class MappedDays implements Reading.RowReader {
    private final MappedTable table;
    private final Reading reading;
    private final SeenDays seen;
    private final MappedNumbers numbers;
    private final PostVersions versions;
    private final SeenKeys described = new SeenKeys();

    /// @param seen shared by the tables of a file
    MappedDays(MappedTable table, Reading reading, SeenDays seen) {
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
        LocalDate day = row.day(Role.DAY).orElseThrow(() -> row.bad(Role.DAY, Reason.DAY_MISSING.said()));
        MetricValues values = numbers.of(row);
        Map<String, Double> natives = numbers.natives(row, account.platform());
        List<Observation> observations = new ArrayList<>();
        Alias post = table.mapping().rows() == RowKind.POST_DAYS ? post(row, account, observations) : null;
        facts(account, post, day, values, observations);
        String dimension = post == null ? "total" : "content";
        String key = post == null ? "day" : post.externalId();
        natives.forEach((name, value) -> observations.add(
                new Observation.OfBreakdown(account, dimension, key, name, day, day, value, reading.observedAt())));
        String series = account.aliases() + " " + post;
        return seen.add(series, day) ? new Outcome(Outcome.Fate.DAY, observations) : Outcome.DUPLICATE;
    }

    /// The post of a row; what the row says about it is handed on once.
    private Alias post(MappedRow row, AccountKey account, List<Observation> observations) {
        Optional<Instant> publishedAt = row.publishedAt();
        List<Alias> aliases = PostIdentity.of(account, row, publishedAt);
        Alias first = aliases.getFirst();
        if (described.add(first.scheme(), first.externalId())) {
            observations.add(new Observation.OfPost(
                    account, aliases, versions.of(row, publishedAt), MetricValues.NONE, reading.observedAt()));
        }
        return first;
    }

    private void facts(
            AccountKey account, @Nullable Alias post, LocalDate day, MetricValues values, List<Observation> into) {
        ZoneId zone = dayZone(table.mapping(), account);
        MetricValues counted = only(values, metric -> metric.kind() != Kind.GAUGE);
        if (!counted.isEmpty()) {
            into.add(new Observation.OfDay(account, post, day, zone, counted, reading.observedAt()));
        }
        MetricValues levels = only(values, metric -> metric.kind() == Kind.GAUGE);
        if (!levels.isEmpty()) {
            into.add(new Observation.OfAccount(account, levels, reading.levelOf(day, zone)));
        }
    }

    /// Days of a tool are cut where the mapping says; else where the platform cuts its own.
    static ZoneId dayZone(Mapping mapping, AccountKey account) {
        ZoneId told = mapping.timeZone();
        return told == null ? account.platform().bucketZone() : told;
    }

    private static MetricValues only(MetricValues values, Predicate<Metric> which) {
        MetricValues.Builder some = MetricValues.builder();
        values.present().stream().filter(which).forEach(metric -> some.put(metric, values.orNaN(metric)));
        return some.build();
    }
}
