package io.tidemark.serve.export;

import io.tidemark.ledger.ExportColumn;
import io.tidemark.ledger.ExportTable;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What can be taken out as it is recorded, and the filters that mean something to it.
enum Dataset {
    POSTS(ExportTable.POSTS, "content_type", "boosted", "label"),
    SNAPSHOTS(ExportTable.SNAPSHOTS, "content_type", "boosted", "label"),
    DAILY(ExportTable.DAILY),
    SUMMARIES(ExportTable.SUMMARIES, "content_type", "basis", "granularity"),
    BREAKDOWNS(ExportTable.BREAKDOWNS),
    METADATA(null);

    private static final Set<String> OF_TABLES = Set.of("range", "from", "to", "platform", "account_id", "group");

    private final @Nullable ExportTable table;

    @SuppressWarnings("ImmutableEnumChecker") // A set that cannot be changed.
    private final Set<String> own;

    Dataset(@Nullable ExportTable table, String... own) {
        this.table = table;
        this.own = Set.of(own);
    }

    String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// Null for the metadata, which are no rows.
    @Nullable
    ExportTable table() {
        return table;
    }

    List<ExportColumn> columns() {
        return table == null ? List.of() : table.columns();
    }

    /// Whether a filter means something to the rows.
    boolean takes(String filter) {
        return own.contains(filter) || (table != null && OF_TABLES.contains(filter));
    }

    static Optional<Dataset> find(String key) {
        return Arrays.stream(values()).filter(d -> d.key().equals(key)).findFirst();
    }

    static List<String> keys() {
        return Arrays.stream(values()).map(Dataset::key).toList();
    }
}
