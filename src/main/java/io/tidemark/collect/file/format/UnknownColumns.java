package io.tidemark.collect.file.format;

import io.tidemark.collect.file.table.Header;
import io.tidemark.words.Sentence;
import io.tidemark.words.Value;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/// Says once which columns of a table were not taken, so that none is lost in silence.
public final class UnknownColumns {
    private static final Sentence UNKNOWN = Sentence.of(
            "import_unknown_columns", "\"{part}\" has columns that are not known and were not taken: {columns}.");

    private UnknownColumns() {}

    public static void warn(Tally tally, Header header, Predicate<String> known) {
        List<String> unknown = header.names().stream()
                .filter(name -> !name.isEmpty() && !known.test(name))
                .distinct()
                .toList();
        if (!unknown.isEmpty()) {
            tally.warn(
                    "columns " + header.part().name(),
                    UNKNOWN.said(Map.of(
                            "part", Value.name(header.part().name()),
                            "columns",
                                    Value.name(unknown.stream()
                                            .map(name -> "\"" + header.written(name) + "\"")
                                            .collect(Collectors.joining(", "))))));
        }
    }
}
