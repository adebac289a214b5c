package io.tidemark.collect.file.own;

import io.tidemark.collect.file.format.Outcome;
import io.tidemark.collect.file.format.Reading;
import io.tidemark.collect.file.table.DayStyle;
import io.tidemark.collect.file.table.Line;
import io.tidemark.collect.file.table.Reason;
import io.tidemark.ledger.AccountKey;
import io.tidemark.ledger.Alias;
import io.tidemark.ledger.Observation;
import io.tidemark.metric.Metric;
import io.tidemark.metric.MetricValues;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/// Rows of the table of days: the platform's own values of a day, and the level of followers on it.
final class DayRows implements Reading.RowReader {
    private final Reading reading;
    private final PostBook book;

    DayRows(Reading reading, PostBook book) {
        this.reading = reading;
        this.book = book;
    }

    @Override
    public Outcome read(Line line) {
        OwnLine row = new OwnLine(line);
        AccountKey account = row.account(reading);
        LocalDate day = line.requiredDay("day", DayStyle.ISO);
        Instant observedAt = row.requiredTime("observed_at");
        MetricValues values = row.values();
        OptionalDouble followers = line.decimal(Metric.FOLLOWERS.key());
        List<Observation> all = new ArrayList<>();
        if (!values.isEmpty()) {
            ZoneId bucket = zone(line, row.required("bucket_zone"));
            all.add(new Observation.OfDay(account, post(row), day, bucket, values, observedAt));
        }
        if (followers.isPresent()) {
            MetricValues level = MetricValues.builder()
                    .put(Metric.FOLLOWERS, followers.getAsDouble())
                    .build();
            all.add(new Observation.OfAccount(account, level, levelAt(day, observedAt)));
        }
        return new Outcome(Outcome.Fate.DAY, all);
    }

    /// The level is that of a day of the business that exported it, whose zone the file does not tell: noon in UTC
    /// is of that day in nearly every zone. What was read before noon is not known to have been so at noon.
    private static Instant levelAt(LocalDate day, Instant observedAt) {
        Instant noon = day.atTime(LocalTime.NOON).toInstant(ZoneOffset.UTC);
        return noon.isBefore(observedAt) ? noon : observedAt;
    }

    private @Nullable Alias post(OwnLine row) {
        OptionalLong id = row.number("post_id");
        if (id.isEmpty()) {
            return null;
        }
        PostBook.Entry post = book.find(id.getAsLong());
        if (post == null) {
            throw row.line().bad("post_id", Reason.POST_TABLE_MISSING.said());
        }
        return post.alias();
    }

    private static ZoneId zone(Line line, String name) {
        try {
            return ZoneId.of(name);
        } catch (DateTimeException e) {
            throw line.bad("bucket_zone", Reason.NO_ZONE.said());
        }
    }
}
