package io.tidemark.collect.file.linkedin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.tidemark.collect.file.Import;
import io.tidemark.collect.file.ImportReport;
import io.tidemark.collect.file.Workbook;
import io.tidemark.collect.file.format.Period;
import io.tidemark.collect.file.format.RowCounts;
import io.tidemark.ledger.Observation;
import io.tidemark.metric.Metric;
import io.tidemark.metric.Platform;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LinkedInCompetitorsTest {
    private static final String NAME = "Acme-Inc_competitor_analytics_1743500000000.xls";
    private static final List<String> NAMES =
            List.of("Page", "Total Followers", "New Followers", "Total post engagements", "Total posts");

    @TempDir
    Path folder;

    private Import imports() {
        return new Import(folder);
    }

    private static byte[] file(List<?>... rows) {
        return new Workbook().sheet("COMPETITORS", rows).bytes();
    }

    @Test
    void otherPagesAreTrackedAndTheOwnOneStaysOwned() {
        Import imports = imports();
        ImportReport report = imports.of(
                NAME,
                file(
                        List.of("3/1/2025", "3/31/2025"),
                        NAMES,
                        List.of("Acme Inc", 1200, 20, 300, 9),
                        List.of("Contoso Ltd", 5000, -3, 800, 12),
                        List.of("Contoso Ltd", 5000, -3, 800, 12)));
        assertThat(report.format()).isEqualTo("linkedin_page_competitors");
        assertThat(report.rows()).isEqualTo(new RowCounts(4, 0, 0, 1, 0, 2, 1, 0));
        assertThat(report.warnings()).isEmpty();
        assertThat(report.period()).isEqualTo(new Period(LocalDate.of(2025, 3, 1), LocalDate.of(2025, 3, 31)));
        assertThat(imports.levels())
                .extracting(
                        level -> level.account().handle(),
                        level -> level.account().owned(),
                        level -> level.values().orNaN(Metric.FOLLOWERS),
                        Observation.OfAccount::observedAt)
                .containsExactly(
                        tuple("Acme-Inc", true, 1200.0, Instant.parse("2025-03-31T23:59:59Z")),
                        tuple("Contoso Ltd", false, 5000.0, Instant.parse("2025-03-31T23:59:59Z")));
        assertThat(imports.breakdowns("total", "follows"))
                .extracting(part -> part.account().handle(), Observation.OfBreakdown::value)
                .containsExactly(tuple("Acme-Inc", 20.0), tuple("Contoso Ltd", -3.0));
        assertThat(imports.breakdowns("total", "linkedin.posts"))
                .extracting(Observation.OfBreakdown::value)
                .containsExactly(9.0, 12.0);
        assertThat(imports.breakdowns("total", "linkedin.post_engagements")).hasSize(2);
    }

    @Test
    void withoutDaysAboveNumbersAreOfTheDownload() {
        Import imports = imports();
        ImportReport report = imports.of(NAME, file(NAMES, List.of("Contoso Ltd", 5000, "", "-", 12)));
        assertThat(report.period()).isNull();
        assertThat(imports.levels().getFirst().observedAt()).isEqualTo(Instant.ofEpochMilli(1743500000000L));
        assertThat(imports.breakdowns())
                .extracting(Observation.OfBreakdown::metric, Observation.OfBreakdown::from)
                .containsExactly(tuple("linkedin.posts", null));
    }

    @Test
    void rowsWithoutAPageOrWithBadNumbersAreRejected() {
        ImportReport report =
                imports().of(NAME, file(NAMES, List.of("", 5000, 1, 1, 12), List.of("Contoso Ltd", "many", 1, 1, 12)));
        assertThat(report.rejects())
                .extracting("row", "column")
                .containsExactly(tuple(2L, "Page"), tuple(3L, "Total Followers"));
    }

    @Test
    void pageOfAnotherBusinessMayBeWatched() {
        Import imports = imports().seeing(2);
        imports.known(2, Platform.LINKEDIN, "Contoso Ltd");
        ImportReport report = imports.of(NAME, file(NAMES, List.of("Contoso Ltd", 5000, 1, 1, 12)));
        assertThat(report.rows().breakdowns()).isEqualTo(1);
    }
}
