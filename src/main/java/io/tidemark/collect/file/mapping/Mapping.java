package io.tidemark.collect.file.mapping;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.tidemark.collect.file.table.Header;
import io.tidemark.collect.file.table.NumberStyle;
import io.tidemark.collect.file.table.Vocabulary;
import io.tidemark.metric.ContentType;
import io.tidemark.metric.Platform;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// How a person says that a table is to be read.
///
/// @param platform of all rows; null where a column names it, or where it is told with the file
/// @param account handle of all rows; null where a column names it, or where it is told with the file
/// @param part sheet or entry; null for every part that has the columns
/// @param headerRow row with the names, from 1; null to look for it
/// @param dateOrder null where no column holds days or times
/// @param timeZone of times that are written without one, and of days; null for the platform's days
/// @param decimal null for what the separator of the file suggests
/// @param missing texts that mean no value, such as `-1`, beside blank cells and dashes
/// @param contentTypes words of the table, beside those that are known anyway
public record Mapping(
        @JsonProperty(required = true) String name,
        @JsonProperty(required = true) RowKind rows,
        @Nullable Platform platform,
        @Nullable String account,
        @Nullable String part,
        @Nullable Integer headerRow,
        @JsonProperty(required = true) List<MappedColumn> columns,
        @Nullable DateOrder dateOrder,
        @Nullable ZoneId timeZone,
        @Nullable NumberStyle decimal,
        List<String> missing,
        Map<String, ContentType> contentTypes,
        @Nullable Series series) {
    public Mapping {
        columns = List.copyOf(columns);
        missing = List.copyOf(missing);
        contentTypes = Map.copyOf(contentTypes);
    }

    /// The mapping with what is told together with one file, which wins over what holds for all files. What a column
    /// names, no file can be told.
    public Mapping told(@Nullable Platform told, @Nullable String handle, @Nullable ZoneId zone) {
        return new Mapping(
                name,
                rows,
                told == null || has(Role.PLATFORM) ? platform : told,
                handle == null || has(Role.ACCOUNT) ? account : handle,
                part,
                headerRow,
                columns,
                dateOrder,
                zone == null ? timeZone : zone,
                decimal,
                missing,
                contentTypes,
                series);
    }

    /// The mapping with every column of the header named, those that it does not take as ignored.
    public Mapping completedBy(Header header) {
        Set<String> known = names(header);
        List<MappedColumn> complete = new ArrayList<>(columns);
        for (String written : header.writtenNames()) {
            if (!written.isEmpty() && known.add(Vocabulary.normalise(written))) {
                complete.add(MappedColumn.of(written, Role.IGNORED));
            }
        }
        return new Mapping(
                name,
                rows,
                platform,
                account,
                part,
                headerRow,
                complete,
                dateOrder,
                timeZone,
                decimal,
                missing,
                contentTypes,
                series);
    }

    /// Whether the header has the columns that the mapping names and no others, in whatever order.
    public boolean fits(Header header) {
        Set<String> written = new HashSet<>(header.names());
        written.remove("");
        return written.equals(names(header));
    }

    /// Whether the header has every column that is taken.
    public boolean canRead(Header header) {
        boolean row = headerRow == null || headerRow == header.row();
        return row
                && taken().stream().allMatch(column -> indexOf(header, column) != null)
                && (series == null || header.has(series.column(1)));
    }

    public boolean has(Role role) {
        return columns.stream().anyMatch(column -> column.role() == role);
    }

    List<MappedColumn> taken() {
        return columns.stream().filter(column -> column.role() != Role.IGNORED).toList();
    }

    static @Nullable Integer indexOf(Header header, MappedColumn column) {
        return header.column(Vocabulary.normalise(column.name()), column.before());
    }

    /// The normalised names that the mapping knows, with those of its series that the header has.
    Set<String> names(Header header) {
        Set<String> names = new HashSet<>();
        columns.forEach(column -> names.add(Vocabulary.normalise(column.name())));
        if (series != null) {
            for (int n = 1; header.has(series.column(n)); n++) {
                names.add(series.column(n));
            }
        }
        return names;
    }
}
