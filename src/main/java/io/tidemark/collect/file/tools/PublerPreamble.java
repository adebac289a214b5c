package io.tidemark.collect.file.tools;

import io.tidemark.collect.file.format.Period;
import io.tidemark.collect.file.table.Header;
import io.tidemark.collect.file.table.Row;
import io.tidemark.collect.file.table.RowCursor;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The lines above the header: `# Start Date: 1 Jun 2025`, `# End Date: 30 Jun 2025`.
final class PublerPreamble {
    private static final Pattern EDGE =
            Pattern.compile("#\\s*(?:Start|End) Date:\\s*(.+?)\\s*", Pattern.CASE_INSENSITIVE);
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMM uuuu", Locale.ENGLISH);

    private PublerPreamble() {}

    /// Empty where the lines are not there or are no dates.
    static Optional<Period> period(Header header) {
        List<LocalDate> edges = new ArrayList<>();
        try (RowCursor rows = header.part().open()) {
            for (Row row = rows.next(); row != null && row.number() < header.row(); row = rows.next()) {
                Matcher edge = EDGE.matcher(row.cell(0).stripped());
                if (edge.matches()) {
                    edges.add(LocalDate.parse(edge.group(1), DAY));
                }
            }
        } catch (DateTimeException _) {
            return Optional.empty();
        }
        return edges.size() == 2 && !edges.getFirst().isAfter(edges.getLast())
                ? Optional.of(new Period(edges.getFirst(), edges.getLast()))
                : Optional.empty();
    }
}
