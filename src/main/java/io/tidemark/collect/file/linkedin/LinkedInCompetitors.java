package io.tidemark.collect.file.linkedin;

import io.tidemark.collect.file.format.Accounts;
import io.tidemark.collect.file.format.Export;
import io.tidemark.collect.file.format.ExportFormat;
import io.tidemark.collect.file.format.Period;
import io.tidemark.collect.file.format.Reading;
import io.tidemark.collect.file.table.ExportFile;
import io.tidemark.collect.file.table.Header;
import io.tidemark.collect.file.table.Part;
import io.tidemark.collect.file.table.Row;
import io.tidemark.collect.file.table.RowCursor;
import io.tidemark.metric.Platform;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// The competitors export of a LinkedIn company page, `<Page>_competitor_analytics_<epoch milliseconds>.xlsx`: a row
/// for each page that is watched, and mostly one for the page itself.
public final class LinkedInCompetitors implements ExportFormat {
    private static final Set<String> REQUIRED = Set.of("page", "total followers", "new followers");

    @Override
    public String key() {
        return "linkedin_page_competitors";
    }

    @Override
    public String title() {
        return "LinkedIn page competitors (workbook with a row for each page)";
    }

    @Override
    public Optional<Export> recognise(ExportFile file) {
        List<Header> pages = LinkedInNames.headers(file, header -> header.hasAll(REQUIRED));
        return pages.isEmpty() ? Optional.empty() : Optional.of(new CompetitorsExport(this, PageFile.of(file), pages));
    }

    private record CompetitorsExport(ExportFormat format, PageFile file, List<Header> pages) implements Export {
        @Override
        public Accounts accounts() {
            return new Accounts.Each(EnumSet.of(Platform.LINKEDIN));
        }

        @Override
        public Optional<Instant> stamp() {
            return file.stamp();
        }

        @Override
        public Optional<Period> period() {
            return pages.stream().flatMap(header -> rangeAbove(header).stream()).findFirst();
        }

        /// The first row says which days are meant.
        private static Optional<Period> rangeAbove(Header header) {
            StringBuilder above = new StringBuilder();
            try (RowCursor rows = header.part().open()) {
                for (Row row = rows.next(); row != null && row.number() < header.row(); row = rows.next()) {
                    row.cells().forEach(cell -> above.append(cell.text()).append(' '));
                }
            }
            return DayOrder.of(List.of(header.part()), Optional.empty()).period(above.toString());
        }

        @Override
        public Set<String> parts() {
            return pages.stream().map(Header::part).map(Part::name).collect(Collectors.toSet());
        }

        @Override
        public void read(Reading reading) {
            CompetitorRows rows = new CompetitorRows(reading, file.page(), period());
            for (Header header : pages) {
                reading.stacked(
                        List.of(CompetitorRows.above(header), header),
                        table -> table.isImplied() ? CompetitorRows::note : rows::page);
            }
        }
    }
}
