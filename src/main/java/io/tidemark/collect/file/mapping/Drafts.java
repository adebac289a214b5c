package io.tidemark.collect.file.mapping;

import io.tidemark.collect.file.table.Cell;
import io.tidemark.collect.file.table.ExportFile;
import io.tidemark.collect.file.table.Header;
import io.tidemark.collect.file.table.ImportRefused;
import io.tidemark.collect.file.table.Limits;
import io.tidemark.collect.file.table.Part;
import io.tidemark.collect.file.table.Row;
import io.tidemark.collect.file.table.RowCursor;
import io.tidemark.metric.Platform;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Guesses how a table is to be read, from the names of its columns and its first rows.
public final class Drafts {
    private static final int ROWS_LOOKED_AT = 200;
    private static final int ROWS_SHOWN = 5;
    private static final int COLUMNS_SHOWN = 30;
    private static final int TEXT_SHOWN = 100;
    private static final Set<Role> TIMED = Set.of(Role.PUBLISHED_AT, Role.OBSERVED_AT);
    private static final Set<Role> DATED = Set.of(Role.PUBLISHED_AT, Role.DAY, Role.OBSERVED_AT);

    private Drafts() {}

    /// The draft for the widest table of a file, unless all its rows are blank.
    ///
    /// @param confirmed mappings of the business: one that can read the table is the draft
    public static Optional<Suggestion> of(ExportFile file, List<Mapping> confirmed) {
        return file.parts().stream()
                .flatMap(part -> Header.widest(part).stream())
                .max(Comparator.comparingInt(Header::width))
                .map(header -> of(file, header, confirmed));
    }

    /// The draft for a file that is not being imported.
    ///
    /// @throws ImportRefused where the file cannot be read as a table
    public static Suggestion ofFile(Path path) throws IOException {
        String name = String.valueOf(path.getFileName());
        try (ExportFile file = ExportFile.open(path, name, Limits.STANDARD)) {
            return of(file, List.of())
                    .orElseThrow(() -> new ImportRefused("unknown_format", ExportFile.NO_TABLE.said()).inFile(name));
        }
    }

    private static Suggestion of(ExportFile file, Header header, List<Mapping> confirmed) {
        List<Row> rows = below(header);
        Mapping draft = confirmed.stream()
                .filter(mapping -> mapping.canRead(header))
                .findFirst()
                .map(mapping -> mapping.completedBy(header))
                .orElseGet(() -> guessed(file, header, rows));
        return new Suggestion(
                draft,
                open(draft, cells(header, draft.columns(), TIMED, rows)),
                header.part().name(),
                header.row(),
                header.writtenNames().stream()
                        .limit(COLUMNS_SHOWN)
                        .map(Drafts::shortened)
                        .toList(),
                rows.stream().limit(ROWS_SHOWN).map(Drafts::shown).toList());
    }

    private static Mapping guessed(ExportFile file, Header header, List<Row> rows) {
        ColumnGuess first = ColumnGuess.of(header.writtenNames());
        Platform platform = first.has(Role.PLATFORM)
                ? null
                : platform(cells(header, first.columns(), Set.of(Role.PERMALINK), rows))
                        .orElse(null);
        ColumnGuess columns = platform == null ? first : first.on(platform);
        List<Cell> dates = cells(header, columns.columns(), DATED, rows);
        String name = file.lastName().replaceFirst("\\.\\w{1,5}$", "");
        return new Mapping(
                name.isBlank() ? "Table" : shortened(name),
                columns.rows(),
                platform,
                null,
                null,
                null,
                columns.columns(),
                DateGuess.of(dates).orElse(null),
                null,
                null,
                List.of(),
                Map.of(),
                null);
    }

    /// What has to be said before the mapping can be used.
    private static List<String> open(Mapping draft, List<Cell> times) {
        List<String> open = new ArrayList<>();
        if (draft.platform() == null && !draft.has(Role.PLATFORM)) {
            open.add("platform");
        }
        if (draft.account() == null && !draft.has(Role.ACCOUNT)) {
            open.add("account");
        }
        DateOrder order = draft.dateOrder();
        if (order == null && DATED.stream().anyMatch(draft::has)) {
            open.add("date_order");
        }
        boolean timed = TIMED.stream().anyMatch(draft::has);
        if (timed && draft.timeZone() == null && (order == null || DateGuess.leavesZoneOpen(order, times))) {
            open.add("time_zone");
        }
        try {
            MappingRules.check(draft);
        } catch (BadMapping bad) {
            if (!open.contains(bad.member())) {
                open.add(bad.member());
            }
        }
        return open;
    }

    private static Optional<Platform> platform(List<Cell> links) {
        List<Platform> named = links.stream()
                .flatMap(cell -> PostLinks.platform(cell.stripped()).stream())
                .distinct()
                .toList();
        return named.size() == 1 ? Optional.of(named.getFirst()) : Optional.empty();
    }

    private static List<Cell> cells(Header header, List<MappedColumn> columns, Set<Role> roles, List<Row> rows) {
        return columns.stream()
                .filter(column -> roles.contains(column.role()))
                .flatMap(column -> Optional.ofNullable(Mapping.indexOf(header, column)).stream())
                .flatMap(index -> rows.stream().map(row -> row.cell(index)))
                .toList();
    }

    private static List<Row> below(Header header) {
        List<Row> rows = new ArrayList<>();
        Part part = header.part();
        try (RowCursor cursor = part.open()) {
            for (Row row = cursor.next(); row != null && rows.size() < ROWS_LOOKED_AT; row = cursor.next()) {
                if (row.number() > header.row() && !row.isBlank()) {
                    rows.add(row);
                }
            }
        }
        return rows;
    }

    private static List<String> shown(Row row) {
        return row.cells().stream()
                .limit(COLUMNS_SHOWN)
                .map(cell -> shortened(cell.text()))
                .toList();
    }

    private static String shortened(String text) {
        return text.length() <= TEXT_SHOWN ? text : text.substring(0, TEXT_SHOWN);
    }
}
