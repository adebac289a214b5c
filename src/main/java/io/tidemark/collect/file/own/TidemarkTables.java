package io.tidemark.collect.file.own;

import io.tidemark.collect.file.format.Accounts;
import io.tidemark.collect.file.format.Export;
import io.tidemark.collect.file.format.ExportFormat;
import io.tidemark.collect.file.format.Period;
import io.tidemark.collect.file.format.Reading;
import io.tidemark.collect.file.table.ExportFile;
import io.tidemark.collect.file.table.Header;
import io.tidemark.collect.file.table.Part;
import io.tidemark.collect.file.table.Vocabulary;
import io.tidemark.metric.Platform;
import io.tidemark.words.Said;
import io.tidemark.words.Sentence;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// The tables that Tidemark writes of what it knows, alone or together: posts, snapshots, days, breakdowns. Snapshots
/// and days of posts name posts by numbers that only the table of posts beside them explains. Summaries are known and
/// left unread: they are derived anew.
public final class TidemarkTables implements ExportFormat {
    private static final Sentence SUMMARIES_ALONE = Sentence.of(
            "own_summaries_alone",
            "These are Tidemark's summaries, which are derived from the other tables: import the archive of an "
                    + "export with bundle=zip.");
    private static final Sentence SNAPSHOTS_ALONE = Sentence.of(
            "own_snapshots_alone",
            "These are Tidemark's snapshots, which name posts by number: import the archive of an export with "
                    + "bundle=zip, which holds posts.csv too.");

    private static final Vocabulary NAMES = new Vocabulary();
    private static final EnumSet<Table> NEED_POSTS = EnumSet.of(Table.SNAPSHOTS);

    @Override
    public String key() {
        return "tidemark";
    }

    @Override
    public String title() {
        return "Tidemark's own export (.zip of all its tables; or .csv or .xlsx of posts, days or breakdowns)";
    }

    @Override
    public Optional<Export> recognise(ExportFile file) {
        List<Found> found = found(file);
        boolean posts = found.stream().anyMatch(one -> one.table() == Table.POSTS);
        boolean tells = found.stream().anyMatch(one -> one.table() != Table.SUMMARIES);
        boolean explained = posts || found.stream().noneMatch(one -> NEED_POSTS.contains(one.table()));
        return tells && explained ? Optional.of(new OwnExport(this, found)) : Optional.empty();
    }

    @Override
    public Optional<Said> resemblance(ExportFile file) {
        return found(file).stream()
                .findFirst()
                .map(one -> (one.table() == Table.SUMMARIES ? SUMMARIES_ALONE : SNAPSHOTS_ALONE).said());
    }

    private static List<Found> found(ExportFile file) {
        return file.parts().stream().flatMap(part -> Table.of(part).stream()).toList();
    }

    private record Found(Table table, Header header) {}

    private enum Table {
        POSTS,
        SNAPSHOTS,
        DAILY,
        BREAKDOWNS,
        SUMMARIES;

        /// By which it is told from the others.
        private List<String> columns() {
            return switch (this) {
                case POSTS -> List.of("post_id", "external_ids", "published_at", "content_type", "boosted");
                case SNAPSHOTS -> List.of("post_id", "platform", "observed_at", "source_id");
                case DAILY -> List.of("account", "owned", "day", "bucket_zone", "observed_at");
                case BREAKDOWNS -> List.of("account", "owned", "dimension", "key", "metric", "period_from", "value");
                case SUMMARIES -> List.of("account", "content_type", "basis", "granularity", "period_start");
            };
        }

        static Optional<Found> of(Part part) {
            for (Table table : values()) {
                Optional<Header> header = Header.find(part, NAMES, row -> row.hasAll(table.columns()));
                if (header.isPresent()) {
                    return header.map(row -> new Found(table, row));
                }
            }
            return Optional.empty();
        }
    }

    private record OwnExport(ExportFormat format, List<Found> tables) implements Export {
        @Override
        public Accounts accounts() {
            return new Accounts.Each(EnumSet.allOf(Platform.class));
        }

        /// Rows say themselves when they were read, apart from those of posts.
        @Override
        public Optional<Instant> stamp() {
            return Optional.empty();
        }

        @Override
        public Optional<Period> period() {
            return Optional.empty();
        }

        @Override
        public Set<String> parts() {
            return tables.stream().map(one -> one.header().part().name()).collect(Collectors.toSet());
        }

        /// Posts first, wherever they stand: the others name them.
        @Override
        public void read(Reading reading) {
            PostBook book = new PostBook();
            boolean counted = tables.stream().anyMatch(one -> one.table() == Table.SNAPSHOTS);
            each(Table.POSTS, reading, new PostRows(reading, book, !counted));
            each(Table.SNAPSHOTS, reading, new SnapshotRows(book));
            each(Table.DAILY, reading, new DayRows(reading, book));
            each(Table.BREAKDOWNS, reading, new BreakdownRows(reading));
        }

        private void each(Table table, Reading reading, Reading.RowReader rows) {
            tables.stream().filter(one -> one.table() == table).forEach(one -> reading.each(one.header(), rows));
        }
    }
}
