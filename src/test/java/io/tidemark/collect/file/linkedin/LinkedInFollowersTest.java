package io.tidemark.collect.file.linkedin;

import static io.tidemark.metric.Metric.FOLLOWS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.tidemark.collect.file.Import;
import io.tidemark.collect.file.ImportReport;
import io.tidemark.collect.file.Workbook;
import io.tidemark.collect.file.format.Period;
import io.tidemark.collect.file.format.RowCounts;
import io.tidemark.ledger.Observation;
import io.tidemark.metric.Metric;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LinkedInFollowersTest {
    private static final String NAME = "acme_followers_1742193384396.xls";
    private static final List<String> NAMES =
            List.of("Date", "Sponsored followers", "Organic followers", "Auto-invited followers", "Total followers");
    private static final List<String> OLDER =
            List.of("Date", "Organic followers", "Sponsored followers", "Total followers");

    @TempDir
    Path folder;

    private Import imports() {
        return new Import(folder);
    }

    private static Workbook gains(List<?>... rows) {
        return new Workbook().sheet("New followers", rows);
    }

    @Test
    void daysAreGainsAndWaysOfComingAreParts() {
        Import imports = imports();
        ImportReport report = imports.of(
                NAME,
                gains(NAMES, List.of("03/14/2025", 2, 5, 1, 8), List.of("03/15/2025", 0, -1, 0, -1))
                        .bytes());
        assertThat(report.format()).isEqualTo("linkedin_page_followers");
        assertThat(report.accounts()).containsExactly(new ImportReport.ReportedAccount(1L, "linkedin", "acme"));
        assertThat(report.observedAt()).isEqualTo(Instant.ofEpochMilli(1742193384396L));
        assertThat(report.period()).isEqualTo(new Period(LocalDate.of(2025, 3, 14), LocalDate.of(2025, 3, 15)));
        assertThat(report.rows()).isEqualTo(new RowCounts(2, 0, 2, 0, 0, 0, 0, 0));
        assertThat(report.warnings()).isEmpty();
        assertThat(imports.days())
                .extracting(Observation.OfDay::day, day -> day.values().orNaN(FOLLOWS))
                .containsExactly(tuple(LocalDate.of(2025, 3, 14), 8.0), tuple(LocalDate.of(2025, 3, 15), -1.0));
        assertThat(imports.breakdowns("delivery", "follows"))
                .filteredOn(part -> LocalDate.of(2025, 3, 14).equals(part.from()))
                .extracting(Observation.OfBreakdown::key, Observation.OfBreakdown::value)
                .containsExactlyInAnyOrder(tuple("sponsored", 2.0), tuple("organic", 5.0), tuple("auto_invited", 1.0));
    }

    @Test
    void filesBeforeAutomaticInvitationsHaveOneColumnLess() {
        Import imports = imports();
        ImportReport report =
                imports.of(NAME, gains(OLDER, List.of("03/14/2020", 5, 2, 7)).bytes());
        assertThat(report.warnings()).isEmpty();
        assertThat(imports.sumOfDays(FOLLOWS)).isEqualTo(7);
        assertThat(imports.breakdowns("delivery", "follows"))
                .extracting(Observation.OfBreakdown::key)
                .containsExactlyInAnyOrder("organic", "sponsored");
    }

    @Test
    void emptyCellsAreMissing() {
        Import imports = imports();
        imports.of(NAME, gains(OLDER, List.of("03/14/2020", "", "-", "")).bytes());
        assertThat(imports.days()).isEmpty();
        assertThat(imports.breakdowns()).isEmpty();
    }

    @Test
    void partsThatDoNotAddUpAreWarnedOf() {
        ImportReport report = imports()
                .of(NAME, gains(OLDER, List.of("03/14/2020", 5, 2, 1207)).bytes());
        assertThat(report.warnings())
                .containsExactly("\"New followers\" row 2 states 1207 new followers where its parts add up to 7.");
    }

    @Test
    void repeatedAndUnreadableRowsHaveTheirFate() {
        Import imports = imports();
        ImportReport report = imports.of(
                NAME,
                gains(
                                OLDER,
                                List.of("03/14/2020", 5, 2, 7),
                                List.of("03/14/2020", 5, 2, 7),
                                List.of("14/03/2020", 5, 2, 7),
                                List.of("03/15/2020", 5.5, 2, 7))
                        .bytes());
        assertThat(report.rows()).isEqualTo(new RowCounts(4, 0, 1, 1, 0, 0, 0, 2));
        assertThat(report.rejects())
                .extracting("row", "column")
                .containsExactly(tuple(4L, "Date"), tuple(5L, "Organic followers"));
    }

    @Test
    void demographicsAreLevelsOfTheFile() {
        Import imports = imports();
        Workbook file = gains(NAMES, List.of("03/14/2025", 0, 3, 0, 3))
                .sheet(
                        "Location",
                        List.of("Location", "Total followers"),
                        List.of("Greater Paris", 40),
                        List.of("Lyon", 9))
                .sheet("Job function", List.of("Job function", "Total followers"), List.of("Sales", 12))
                .sheet("Seniority", List.of("Seniority", "Total followers"), List.of("Entry", 20), List.of("Entry", 21))
                .sheet("Industry", List.of("Industry", "Total followers"), List.of("Retail", ""))
                .sheet("Company size", List.of("Company size", "Total followers"), List.of("11-50", 7));
        ImportReport report = imports.of(NAME, file.bytes());
        assertThat(report.rows()).isEqualTo(new RowCounts(8, 0, 1, 1, 0, 6, 0, 0));
        assertThat(report.warnings()).isEmpty();
        assertThat(imports.breakdowns())
                .filteredOn(part -> part.metric().equals(Metric.FOLLOWERS.key()))
                .allSatisfy(part -> assertThat(part.from()).isNull())
                .extracting(
                        Observation.OfBreakdown::dimension,
                        Observation.OfBreakdown::key,
                        Observation.OfBreakdown::value)
                .containsExactly(
                        tuple("location", "Greater Paris", 40.0),
                        tuple("location", "Lyon", 9.0),
                        tuple("job_function", "Sales", 12.0),
                        tuple("seniority", "Entry", 20.0),
                        tuple("company_size", "11-50", 7.0));
    }

    @Test
    void columnsMayBeMovedAndAdded() {
        Import imports = imports();
        List<String> moved = List.of("Total followers", "Extra", "Organic followers", "DATE");
        imports.of(
                NAME,
                gains(List.of("A note"), moved, List.of(4, "x", 4, "03/14/2025"))
                        .bytes());
        assertThat(imports.sumOfDays(FOLLOWS)).isEqualTo(4);
    }

    @Test
    void followersInAnotherLanguageAreNamedButNotRead() {
        byte[] file = new Workbook()
                .sheet(
                        "Seguidores nuevos",
                        List.of("Fecha", "c1", "c2", "c3", "Todos"),
                        List.of("03/14/2025", 1, 2, 0, 3))
                .sheet("Ubicación", List.of("Ubicación", "Todos"), List.of("Madrid", 3))
                .sheet("Sector", List.of("Sector", "Todos"), List.of("Software", 3))
                .bytes();
        assertThat(new Import(folder).refusal("descarga.xls", file).sentence())
                .contains("looks like the followers export of a LinkedIn page", "LinkedIn in English", "mapping");
    }
}
