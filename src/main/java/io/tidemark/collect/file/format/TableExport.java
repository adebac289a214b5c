package io.tidemark.collect.file.format;

import io.tidemark.collect.file.table.Header;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/// An export about which everything but its rows is known once it is recognised.
///
/// @param tables the headers of its tables
/// @param rows reads every row of them
public record TableExport(
        ExportFormat format,
        Accounts accounts,
        Optional<Instant> stamp,
        Optional<Period> period,
        List<Header> tables,
        Consumer<Reading> rows)
        implements Export {
    public TableExport {
        tables = List.copyOf(tables);
    }

    @Override
    public Set<String> parts() {
        return tables.stream().map(header -> header.part().name()).collect(Collectors.toUnmodifiableSet());
    }

    @Override
    public void read(Reading reading) {
        rows.accept(reading);
    }
}
