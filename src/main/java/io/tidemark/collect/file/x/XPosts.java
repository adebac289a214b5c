package io.tidemark.collect.file.x;

import io.tidemark.collect.file.format.Accounts;
import io.tidemark.collect.file.format.CoveredDays;
import io.tidemark.collect.file.format.Export;
import io.tidemark.collect.file.format.ExportFormat;
import io.tidemark.collect.file.format.Period;
import io.tidemark.collect.file.format.Reading;
import io.tidemark.collect.file.format.TableExport;
import io.tidemark.collect.file.table.ExportFile;
import io.tidemark.collect.file.table.Header;
import io.tidemark.collect.file.table.Line;
import io.tidemark.collect.file.table.Row;
import io.tidemark.collect.file.table.RowCursor;
import io.tidemark.metric.Platform;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/// Posts and their lifetime counters: `account_analytics_content_<from>_<to>.csv` of X, and
/// `tweet_activity_metrics_<handle>_<from>_<to>_<language>.csv` of the former Twitter Analytics.
public final class XPosts implements ExportFormat {
    @Override
    public String key() {
        return "x_posts";
    }

    @Override
    public String title() {
        return "X posts (CSV of the content tab, or of Twitter Analytics by tweet)";
    }

    @Override
    public Optional<Export> recognise(ExportFile file) {
        List<Header> tables = file.parts().stream()
                .flatMap(part -> XNames.posts(part).stream())
                .toList();
        if (tables.isEmpty()) {
            return Optional.empty();
        }
        Accounts accounts = accounts(tables);
        return Optional.of(new TableExport(
                this,
                accounts,
                Optional.empty(),
                period(file, tables),
                tables,
                reading -> read(accounts, tables, reading)));
    }

    private static void read(Accounts accounts, List<Header> tables, Reading reading) {
        XPostRows rows = new XPostRows(reading, accounts instanceof Accounts.Each);
        for (Header table : tables) {
            rows.begin(table);
            reading.each(table, rows);
        }
    }

    /// The dates in the names, else the days of the posts.
    private static Optional<Period> period(ExportFile file, List<Header> tables) {
        return Stream.concat(
                        Stream.of(file.lastName()),
                        tables.stream().map(table -> table.part().name()))
                .flatMap(name -> Period.inName(name).stream())
                .reduce(Period::with)
                .or(() ->
                        tables.stream().flatMap(table -> daysOf(table).stream()).reduce(Period::with));
    }

    private static Optional<Period> daysOf(Header table) {
        CoveredDays days = new CoveredDays(XPostRows.style(table));
        days.add(table);
        return days.period();
    }

    /// The links name the account. Files that were put together from those of several accounts have several.
    private static Accounts accounts(List<Header> tables) {
        Set<String> handles = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
        tables.forEach(table -> addHandles(table, handles));
        return handles.size() > 1
                ? new Accounts.Each(Set.of(Platform.X))
                : new Accounts.One(Platform.X, handles.stream().findFirst());
    }

    private static void addHandles(Header table, Set<String> handles) {
        try (RowCursor rows = table.part().open()) {
            for (Row row = rows.next(); row != null; row = rows.next()) {
                if (row.number() > table.row()) {
                    XPostId.inLink(new Line(table, row).cell("post link"))
                            .flatMap(XPostId::handle)
                            .ifPresent(handles::add);
                }
            }
        }
    }
}
