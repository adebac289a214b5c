package io.tidemark.metric;

import de.siegmar.fastcsv.reader.CommentStrategy;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Reads the table of provisions. A mistake in it is a mistake of the program, so it names the line and stops.
final class DictionaryTable {
    private static final String FILE = "dictionary.csv";
    private static final Pattern ALTERNATIVES = Pattern.compile(" \\| ");
    private static final Pattern BLANK = Pattern.compile(" ");
    private static final String EXCEPT = "not ";

    private DictionaryTable() {}

    /// The table that comes with the program.
    static List<Provision> bundled() {
        try (InputStream stream = DictionaryTable.class.getResourceAsStream(FILE)) {
            if (stream == null) {
                throw new IllegalStateException(FILE + " is missing from the program");
            }
            return read(new InputStreamReader(stream, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static List<Provision> parse(String text) {
        try {
            return read(new StringReader(text));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Provision> read(Reader reader) throws IOException {
        List<Provision> provisions = new ArrayList<>();
        try (CsvReader<NamedCsvRecord> rows =
                CsvReader.builder().commentStrategy(CommentStrategy.SKIP).ofNamedCsvRecord(reader)) {
            for (NamedCsvRecord row : rows) {
                Provision provision = provision(row);
                provisions.forEach(earlier -> refuseConflict(row, earlier, provision));
                provisions.add(provision);
            }
        }
        return List.copyOf(provisions);
    }

    private static Provision provision(NamedCsvRecord row) {
        Subject subject = one(row, "subject", DictionaryTable::subject);
        Set<ContentType> only = only(row);
        if (subject != Subject.POST && !only.isEmpty()) {
            throw wrong(row, "content types are of posts, not of an " + row.getField("subject"));
        }
        return new Provision(
                one(row, "platform", Platform::find),
                subject,
                one(row, "metric", Metric::find),
                delivery(subject),
                nativeFields(row),
                row.getField("condition"),
                only,
                day(row, "since"),
                day(row, "until"));
    }

    private static Delivery delivery(Subject subject) {
        return switch (subject) {
            case POST -> Delivery.CUMULATIVE;
            case ACCOUNT_DAY -> Delivery.DAILY;
            case ACCOUNT -> Delivery.SNAPSHOT;
        };
    }

    private static Optional<Subject> subject(String key) {
        return Arrays.stream(Subject.values())
                .filter(s -> s.name().toLowerCase(Locale.ROOT).equals(key))
                .findFirst();
    }

    private static List<String> nativeFields(NamedCsvRecord row) {
        if (row.getField("native").isBlank()) {
            throw wrong(row, "native is empty");
        }
        return ALTERNATIVES.splitAsStream(row.getField("native")).toList();
    }

    private static Set<ContentType> only(NamedCsvRecord row) {
        String cell = row.getField("only");
        if (cell.isEmpty()) {
            return Set.of();
        }
        boolean except = cell.startsWith(EXCEPT);
        EnumSet<ContentType> types = EnumSet.noneOf(ContentType.class);
        BLANK.splitAsStream(except ? cell.substring(EXCEPT.length()) : cell)
                .map(key -> ContentType.find(key).orElseThrow(() -> wrong(row, "only: unknown content type " + key)))
                .forEach(types::add);
        return except ? EnumSet.complementOf(types) : types;
    }

    private static @Nullable LocalDate day(NamedCsvRecord row, String column) {
        String cell = row.getField(column);
        try {
            return cell.isEmpty() ? null : LocalDate.parse(cell);
        } catch (DateTimeException e) {
            throw wrong(row, column + ": not a date: " + cell);
        }
    }

    private static <T> T one(NamedCsvRecord row, String column, Function<String, Optional<T>> find) {
        String cell = row.getField(column);
        return find.apply(cell).orElseThrow(() -> wrong(row, "unknown " + column + " " + cell));
    }

    private static void refuseConflict(NamedCsvRecord row, Provision earlier, Provision later) {
        if (earlier.platform() != later.platform() || earlier.subject() != later.subject()) {
            return;
        }
        if (earlier.metric().ordinal() > later.metric().ordinal()) {
            throw wrong(
                    row,
                    later.metric().key() + " stands after " + earlier.metric().key());
        }
        boolean apart = !earlier.only().isEmpty() && !later.only().isEmpty();
        if (earlier.metric() == later.metric()
                && !(apart && earlier.only().stream().noneMatch(later::covers))) {
            throw wrong(row, later.metric().key() + " is provided twice for one content type");
        }
    }

    private static IllegalStateException wrong(NamedCsvRecord row, String what) {
        return new IllegalStateException(FILE + ", line " + row.getStartingLineNumber() + ": " + what);
    }
}
