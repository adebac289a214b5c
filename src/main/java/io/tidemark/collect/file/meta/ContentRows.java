package io.tidemark.collect.file.meta;

import io.tidemark.collect.file.format.Outcome;
import io.tidemark.collect.file.format.Reading;
import io.tidemark.collect.file.format.SeenKeys;
import io.tidemark.collect.file.table.DayStyle;
import io.tidemark.collect.file.table.Header;
import io.tidemark.collect.file.table.Line;
import io.tidemark.ledger.AccountKey;
import io.tidemark.ledger.Alias;
import io.tidemark.ledger.Observation;
import io.tidemark.metric.MetricValues;
import io.tidemark.words.Sentence;
import io.tidemark.words.Value;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Rows of a content export: a post with its lifetime counters, or a post on one day.
final class ContentRows implements Reading.RowReader {
    private static final Sentence UNDESCRIBED = Sentence.of(
            "import_undescribed",
            "{place} is a post that Meta could not describe (\"{words}\"): its numbers, if any, were kept.");

    private final Reading reading;
    private final ContentTable table;
    private final Instant at;
    private final ContentAccounts accounts;
    private final ContentColumns columns;
    private final SeenKeys seen = new SeenKeys();
    private final SeenKeys described = new SeenKeys();
    /// A page may show one video in two posts: the first keeps the alias of the video, else they would become one.
    private final SeenKeys taken = new SeenKeys();

    /// @param at when the table spoke
    ContentRows(Reading reading, Header header, Instant at) {
        this.reading = reading;
        this.table = ContentTable.of(header).orElseThrow();
        this.at = at;
        this.accounts = new ContentAccounts(reading, header, table.platform());
        this.columns = new ContentColumns(header, reading.tally());
    }

    @Override
    public Set<String> readEveryTime() {
        return ContentColumns.readEveryTime();
    }

    @Override
    public Outcome read(Line line) {
        Map<String, Double> natives = columns.natives(line);
        if (ContentPost.isUndescribed(line, table)) {
            warnOfUndescribed(line);
            if (natives.isEmpty() && columns.metrics(line, true).isEmpty()) {
                return Outcome.NOTE;
            }
        }
        AccountKey account = accounts.of(line);
        ContentPost post = ContentPost.of(line, table, account, natives);
        MetricValues values = columns.metrics(line, post.kind().isVideo());
        Optional<LocalDate> day = day(line);
        if (!seen.add(post.id() + day)) {
            return Outcome.DUPLICATE;
        }
        List<Observation> observations = new ArrayList<>();
        if (described.add(post.id())) {
            MetricValues counters = day.isEmpty() ? values : MetricValues.NONE;
            List<Alias> aliases = post.aliases().stream()
                    .filter(alias -> taken.add(alias.scheme(), alias.externalId()))
                    .toList();
            observations.add(new Observation.OfPost(account, aliases, post.version(), counters, at));
        }
        if (day.isPresent() && !values.isEmpty()) {
            observations.add(new Observation.OfDay(
                    account,
                    post.aliases().getFirst(),
                    day.get(),
                    table.platform().bucketZone(),
                    values,
                    at));
        }
        natives.forEach((column, value) -> observations.add(breakdown(account, post, column, value, day)));
        return new Outcome(day.isEmpty() ? Outcome.Fate.POST : Outcome.Fate.DAY, observations);
    }

    /// `Lifetime`, in whatever language, or the day that the numbers are of.
    private static Optional<LocalDate> day(Line line) {
        boolean dated = line.cell("date").text().chars().anyMatch(Character::isDigit);
        return dated ? line.day("date", DayStyle.MONTH_DAY_YEAR) : Optional.empty();
    }

    private Observation breakdown(
            AccountKey account, ContentPost post, String column, double value, Optional<LocalDate> day) {
        Optional<ContentCountry> country = ContentCountry.of(column);
        String metric = ContentColumns.key(
                table.platform(), country.map(ContentCountry::column).orElse(column));
        return new Observation.OfBreakdown(
                account,
                country.isPresent() ? "content_geography" : "content",
                country.map(of -> post.id() + " " + of.code()).orElse(post.id()),
                metric,
                day.orElse(null),
                day.orElse(null),
                value,
                at);
    }

    private void warnOfUndescribed(Line line) {
        reading.tally()
                .warn(
                        "undescribed " + line.header().part().name(),
                        UNDESCRIBED.said(Map.of(
                                "place",
                                line.place(),
                                "words",
                                Value.quote(line.cell("data comment").stripped()))));
    }
}
