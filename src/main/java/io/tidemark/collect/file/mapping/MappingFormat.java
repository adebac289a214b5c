package io.tidemark.collect.file.mapping;

import io.tidemark.collect.file.format.Export;
import io.tidemark.collect.file.format.ExportFormat;
import io.tidemark.collect.file.table.Choice;
import io.tidemark.collect.file.table.ExportFile;
import io.tidemark.collect.file.table.Header;
import io.tidemark.collect.file.table.ImportRefused;
import io.tidemark.collect.file.table.Part;
import io.tidemark.collect.file.table.Vocabulary;
import io.tidemark.metric.Platform;
import io.tidemark.words.Said;
import io.tidemark.words.Sentence;
import io.tidemark.words.Value;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/// Any table, read with one mapping.
public final class MappingFormat implements ExportFormat {
    private static final Sentence PLATFORM_UNTOLD = Sentence.of(
            "mapping_platform_untold",
            "The mapping does not say which platform the rows are of: say which, here or in the mapping.");
    private static final Sentence ACCOUNT_UNTOLD = Sentence.of(
            "mapping_account_untold",
            "The mapping does not say whose the rows are: name the account, here or in the mapping.");
    private static final Sentence NO_TABLE =
            Sentence.of("mapping_finds_no_table", "The file holds no table; there are: {parts}.");
    private static final Sentence NO_SUCH_PART =
            Sentence.of("mapping_finds_no_part", "The file has no part \"{part}\"; there are: {parts}.");
    private static final Sentence NOT_THE_HEADER = Sentence.of(
            "mapping_header_elsewhere", "Row {row} is not the header that the mapping describes; row {header} is.");
    private static final Sentence COLUMNS_MISSING = Sentence.of(
            "mapping_columns_missing",
            "The mapping takes columns that the file does not have: {columns}. Its header, row {row}, has: {has}.");
    private static final Sentence SERIES_MISSING = Sentence.of(
            "mapping_series_missing",
            "The mapping takes the columns of a series that the file does not have. Its header, row {row}, has: "
                    + "{has}.");

    private static final Vocabulary AS_WRITTEN = new Vocabulary();

    private final Mapping mapping;
    private final boolean found;

    private MappingFormat(Mapping mapping, boolean found) {
        this.mapping = mapping;
        this.found = found;
    }

    /// With a mapping that somebody told together with the file.
    public static MappingFormat told(Mapping mapping) {
        return new MappingFormat(mapping, false);
    }

    /// With a mapping that was confirmed for other files with these columns; the report says so.
    public static MappingFormat found(Mapping mapping) {
        return new MappingFormat(mapping, true);
    }

    @Override
    public String key() {
        return "mapping";
    }

    @Override
    public String title() {
        return "a table read with the mapping \"" + mapping.name() + "\"";
    }

    @Override
    public Optional<Export> recognise(ExportFile file) {
        List<MappedTable> tables = headers(file).stream()
                .map(header -> new MappedTable(mapping, header))
                .toList();
        return tables.isEmpty() ? Optional.empty() : Optional.of(new MappedExport(this, mapping, found, tables));
    }

    /// The file as the mapping reads it.
    ///
    /// @throws ImportRefused where it lacks a column, or it stays open whose rows they are
    public Export open(ExportFile file) {
        Export export = recognise(file).orElseThrow(() -> lacking(file));
        if (mapping.has(Role.ACCOUNT) && !mapping.has(Role.PLATFORM) && mapping.platform() == null) {
            throw new ImportRefused("platform_needed", PLATFORM_UNTOLD.said())
                    .asking(Arrays.stream(Platform.values())
                            .map(one -> new Choice(one.key(), one.title()))
                            .toList());
        }
        if (mapping.has(Role.PLATFORM) && !mapping.has(Role.ACCOUNT) && mapping.account() == null) {
            throw new ImportRefused("account_needed", ACCOUNT_UNTOLD.said());
        }
        return export;
    }

    /// Whether the file has exactly the columns that the mapping speaks of.
    public boolean fits(ExportFile file) {
        List<Header> headers = headers(file);
        return !headers.isEmpty() && headers.stream().allMatch(mapping::fits);
    }

    /// The mapping with all columns of the file named, so that the next file of the kind is known.
    public Mapping completed(ExportFile file) {
        return headers(file).stream().reduce(mapping, Mapping::completedBy, (one, _) -> one);
    }

    private List<Header> headers(ExportFile file) {
        return parts(file).stream()
                .flatMap(part -> Header.find(part, AS_WRITTEN, mapping::canRead).stream())
                .toList();
    }

    private List<Part> parts(ExportFile file) {
        return file.parts().stream()
                .filter(part -> mapping.part() == null || part.name().equals(mapping.part()))
                .toList();
    }

    private ImportRefused lacking(ExportFile file) {
        Header header = parts(file).stream()
                .flatMap(part -> nearest(part).stream())
                .max(Comparator.comparingInt(this::found))
                .orElseThrow(() -> unknownPart(file));
        Integer row = mapping.headerRow();
        String columns = String.join(
                ", ",
                mapping.taken().stream()
                        .filter(column -> Mapping.indexOf(header, column) == null)
                        .map(column -> "\"" + column.name() + "\"" + times(column))
                        .toList());
        Value headerRow = row(header.row());
        Value has = Value.name(String.join(", ", header.writtenNames()));
        Said said = !columns.isEmpty()
                ? COLUMNS_MISSING.said(Map.of("columns", Value.name(columns), "row", headerRow, "has", has))
                : row != null && row != header.row()
                        ? NOT_THE_HEADER.said(Map.of("row", row(row), "header", headerRow))
                        : SERIES_MISSING.said(Map.of("row", headerRow, "has", has));
        return new ImportRefused("unknown_column", said)
                .inPart(header.part().name())
                .at(header.row());
    }

    private ImportRefused unknownPart(ExportFile file) {
        Value parts = Value.name(file.parts().stream().map(Part::name).collect(Collectors.joining(", ")));
        String part = mapping.part();
        return new ImportRefused(
                "unknown_part",
                part == null
                        ? NO_TABLE.said(Map.of("parts", parts))
                        : NO_SUCH_PART.said(Map.of("part", Value.name(part), "parts", parts)));
    }

    /// A place, which is no quantity.
    private static Value row(long number) {
        return Value.name(Long.toString(number));
    }

    private static String times(MappedColumn column) {
        return column.before() == 0 ? "" : " (" + (column.before() + 1) + ".)";
    }

    /// The row of a part that has most of the columns, else the widest.
    private Optional<Header> nearest(Part part) {
        return Header.find(part, AS_WRITTEN, header -> found(header) > 0).or(() -> Header.widest(part));
    }

    private int found(Header header) {
        return (int) mapping.taken().stream()
                .filter(column -> Mapping.indexOf(header, column) != null)
                .count();
    }
}
