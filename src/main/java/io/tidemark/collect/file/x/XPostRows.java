package io.tidemark.collect.file.x;

import io.tidemark.collect.file.format.Outcome;
import io.tidemark.collect.file.format.PostTime;
import io.tidemark.collect.file.format.Reading;
import io.tidemark.collect.file.format.SeenKeys;
import io.tidemark.collect.file.format.UnknownColumns;
import io.tidemark.collect.file.table.Cell;
import io.tidemark.collect.file.table.DayStyle;
import io.tidemark.collect.file.table.Header;
import io.tidemark.collect.file.table.Line;
import io.tidemark.collect.file.table.Reason;
import io.tidemark.collect.file.table.Vocabulary;
import io.tidemark.ledger.AccountKey;
import io.tidemark.ledger.Observation;
import io.tidemark.ledger.PostVersion;
import io.tidemark.metric.Boosted;
import io.tidemark.metric.Format;
import io.tidemark.metric.MetricValues;
import io.tidemark.metric.Placement;
import io.tidemark.metric.Platform;
import io.tidemark.words.Sentence;
import io.tidemark.words.Value;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Rows of posts: lifetime counters as of the export.
final class XPostRows implements Reading.RowReader {
    private static final Sentence CUT_ID = Sentence.of(
            "import_cut_id", "{place} shows its id as a spreadsheet has cut it: it was taken from the link.");

    private static final Pattern REPLY = Pattern.compile("^@\\w{1,20}\\b");
    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm Z", Locale.ENGLISH);
    private static final Duration DAY = Duration.ofDays(1);

    private final Reading reading;
    private final boolean eachNamesItsAccount;
    private final SeenKeys seen = new SeenKeys();

    XPostRows(Reading reading, boolean eachNamesItsAccount) {
        this.reading = reading;
        this.eachNamesItsAccount = eachNamesItsAccount;
    }

    void begin(Header table) {
        UnknownColumns.warn(reading.tally(), table, XNumbers::isKnown);
    }

    /// Twitter Analytics gave the minute in a column `time`, X gives the day.
    static DayStyle style(Header table) {
        return Vocabulary.normalise(table.written("date")).equals("time")
                ? DayStyle.ISO_MINUTE
                : DayStyle.ENGLISH_MONTH;
    }

    @Override
    public Outcome read(Line line) {
        XPostId post = XPostId.of(line);
        Optional<LocalDate> day = line.day("date", style(line.header()));
        MetricValues values = XNumbers.values(line, Set.of());
        List<Observation> parts = new ArrayList<>();
        AccountKey account = account(line, post);
        XNumbers.natives(line, Set.of()).forEach((metric, value) -> parts.add(part(account, post, metric, value)));
        XNumbers.promoted(line).forEach((metric, value) -> parts.add(part(account, post, promoted(metric), value)));
        if (!seen.add(post.id())) {
            return Outcome.DUPLICATE;
        }
        if (post.rebuilt()) {
            reading.tally().warn("id " + line.header().part().name(), CUT_ID.said(Map.of("place", line.place())));
        }
        Observation.OfPost observed = new Observation.OfPost(
                account, List.of(post.alias()), version(line, post, day), values, reading.observedAt());
        parts.addFirst(observed);
        return new Outcome(Outcome.Fate.POST, parts);
    }

    private AccountKey account(Line line, XPostId post) {
        if (!eachNamesItsAccount) {
            return reading.account();
        }
        String handle = post.handle().orElseThrow(() -> line.bad("post link", Reason.LINK_WITHOUT_OWNER.said()));
        return reading.account(AccountKey.ofHandle(Platform.X, handle));
    }

    private Observation part(AccountKey account, XPostId post, String metric, double value) {
        return new Observation.OfBreakdown(account, "post", post.id(), metric, null, null, value, reading.observedAt());
    }

    /// Only days can be told apart by delivery: the parts of a post have names of their own.
    private static String promoted(String metric) {
        return "x.promoted_" + metric.replaceFirst("^x\\.", "");
    }

    private PostVersion version(Line line, XPostId post, Optional<LocalDate> day) {
        String text = line.text("post text").map(XPostRows::unescaped).orElse(null);
        boolean reply = text != null && REPLY.matcher(text).find();
        Instant published = publishedAt(line, post, day);
        boolean dayOnly = post.createdAt().isEmpty()
                && day.isPresent()
                && day.get().atStartOfDay(ZoneOffset.UTC).toInstant().equals(published);
        return new PostVersion(
                published,
                dayOnly,
                reply ? Placement.REPLY : Placement.FEED,
                Format.UNKNOWN,
                text,
                url(line, post),
                Boosted.UNKNOWN,
                false);
    }

    /// X escapes the characters that HTML needs for itself, and no others.
    private static String unescaped(String text) {
        return text.replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&quot;", "\"")
                .replace("&#39;", "'")
                .replace("&amp;", "&");
    }

    private static String url(Line line, XPostId post) {
        return line.text("post link").orElse("https://x.com/i/status/" + post.id());
    }

    /// The id knows the millisecond, the file the day or the minute at most.
    private @Nullable Instant publishedAt(Line line, XPostId post, Optional<LocalDate> day) {
        Optional<Instant> fromId = post.createdAt();
        if (day.isEmpty()) {
            return fromId.orElse(null);
        }
        Instant written = written(line, day.get());
        Instant begin = day.get().atStartOfDay(ZoneOffset.UTC).toInstant();
        if (fromId.isEmpty()) {
            return written;
        }
        if (fromId.get().isBefore(begin.minus(DAY))
                || fromId.get().isAfter(begin.plus(DAY).plus(DAY))) {
            reading.tally()
                    .warn(
                            "date " + line.header().part().name(),
                            PostTime.ID_TAKEN.said(Map.of(
                                    "place",
                                    line.place(),
                                    "told",
                                    Value.name(day.get().toString()),
                                    "id",
                                    Value.name(fromId.get().toString()))));
        }
        return fromId.get();
    }

    private static Instant written(Line line, LocalDate day) {
        Cell cell = line.cell("date");
        if (cell instanceof Cell.Moment moment) {
            return moment.at().toInstant(ZoneOffset.UTC);
        }
        if (style(line.header()) != DayStyle.ISO_MINUTE) {
            return day.atStartOfDay(ZoneOffset.UTC).toInstant();
        }
        try {
            return OffsetDateTime.parse(cell.stripped(), MINUTE).toInstant();
        } catch (DateTimeException _) {
            return day.atStartOfDay(ZoneOffset.UTC).toInstant();
        }
    }
}
