package io.tidemark.collect.file;

import de.siegmar.fastcsv.reader.CommentStrategy;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import io.tidemark.metric.Platform;
import io.tidemark.metric.Subject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/// A way by which numbers come: calls of a connector, or exported files.
///
/// @param calls endpoints as the connector names them, or keys of formats
/// @param lag how long after it happened it is told
/// @param names those of the dictionary that come by it
record Way(Platform platform, Subject subject, Kind kind, List<String> calls, String lag, List<String> names) {
    private static final Path TABLE =
            Path.of("src", "test", "resources", "io", "tidemark", "collect", "file", "ways.csv");

    enum Kind {
        API,
        FILE,
        /// The platform tells it, and nothing reads it yet.
        UNREAD
    }

    static List<Way> all() {
        try (CsvReader<NamedCsvRecord> rows = CsvReader.builder()
                .fieldSeparator(';')
                .commentStrategy(CommentStrategy.SKIP)
                .ofNamedCsvRecord(TABLE)) {
            return rows.stream().map(Way::of).toList();
        } catch (IOException problem) {
            throw new UncheckedIOException(problem);
        }
    }

    private static Way of(NamedCsvRecord row) {
        return new Way(
                Platform.find(row.getField("platform")).orElseThrow(),
                Subject.valueOf(row.getField("subject").toUpperCase(Locale.ROOT)),
                Kind.valueOf(row.getField("kind").toUpperCase(Locale.ROOT)),
                List.of(row.getField("way").split(", ", -1)),
                row.getField("lag"),
                List.of(row.getField("names").split(" \\| ", -1)));
    }
}
