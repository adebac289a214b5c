package io.tidemark.collect.file.linkedin;

import static io.tidemark.metric.Metric.PROFILE_VISITS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.tidemark.collect.file.Import;
import io.tidemark.collect.file.ImportReport;
import io.tidemark.collect.file.Workbook;
import io.tidemark.collect.file.format.RowCounts;
import io.tidemark.ledger.Observation;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LinkedInVisitorsTest {
    private static final String NAME = "acme_visitors_1742193384396.xls";
    private static final LocalDate DAY = LocalDate.of(2025, 3, 14);

    @TempDir
    Path folder;

    /// All 25 columns in the order of the sheet.
    private static List<String> names() {
        List<String> names = new ArrayList<>(List.of("Date"));
        for (String section : List.of("Overview", "Life", "Jobs", "Total")) {
            for (String what : List.of("page views", "unique visitors")) {
                for (String device : List.of("desktop", "mobile", "total")) {
                    names.add(section + " " + what + " (" + device + ")");
                }
            }
        }
        return names;
    }

    /// A day on which the columns hold 1, 2, 3 and so on.
    private static List<Object> counting(String day) {
        List<Object> row = new ArrayList<>(List.of(day));
        for (int column = 1; column <= 24; column++) {
            row.add(column);
        }
        return row;
    }

    private static Workbook days(List<?>... rows) {
        return new Workbook().sheet("Visitor metrics", rows);
    }

    @Test
    void pageViewsOfTheWholePageAreItsVisits() {
        Import imports = new Import(folder);
        ImportReport report = imports.of(
                NAME,
                days(names(), counting("03/14/2025"), counting("03/14/2025")).bytes());
        assertThat(report.format()).isEqualTo("linkedin_page_visitors");
        assertThat(report.rows()).isEqualTo(new RowCounts(2, 0, 1, 1, 0, 0, 0, 0));
        assertThat(report.warnings()).isEmpty();
        assertThat(imports.days())
                .extracting(Observation.OfDay::day, day -> day.values().orNaN(PROFILE_VISITS))
                .containsExactly(tuple(DAY, 21.0));
        assertThat(imports.breakdowns()).hasSize(23).allSatisfy(part -> {
            assertThat(part.from()).isEqualTo(DAY);
            assertThat(part.to()).isEqualTo(DAY);
        });
    }

    @Test
    void sectionsDevicesAndPeopleArePartsThatNeverAdd() {
        Import imports = new Import(folder);
        imports.of(NAME, days(names(), counting("03/14/2025")).bytes());
        assertThat(imports.breakdowns("page_section", "profile_visits"))
                .extracting(Observation.OfBreakdown::key, Observation.OfBreakdown::value)
                .containsExactly(tuple("overview", 3.0), tuple("life", 9.0), tuple("jobs", 15.0));
        assertThat(imports.breakdowns("device", "profile_visits"))
                .extracting(Observation.OfBreakdown::key, Observation.OfBreakdown::value)
                .containsExactly(tuple("desktop", 19.0), tuple("mobile", 20.0));
        assertThat(imports.breakdowns("total", "linkedin.unique_visitors"))
                .extracting(Observation.OfBreakdown::key, Observation.OfBreakdown::value)
                .containsExactly(tuple("day", 24.0));
        assertThat(imports.breakdowns("page_section_device", "linkedin.unique_visitors"))
                .extracting(Observation.OfBreakdown::key)
                .containsExactly(
                        "overview desktop",
                        "overview mobile",
                        "life desktop",
                        "life mobile",
                        "jobs desktop",
                        "jobs mobile");
    }

    @Test
    void demographicsAreOfTheDaysOfTheFile() {
        Import imports = new Import(folder);
        Workbook file = days(names(), counting("03/14/2025"), counting("03/16/2025"))
                .sheet("Industry", List.of("Industry", "Total views"), List.of("Retail", 5), List.of("", 6));
        ImportReport report = imports.of(NAME, file.bytes());
        assertThat(report.rows()).isEqualTo(new RowCounts(4, 0, 2, 0, 0, 1, 0, 1));
        assertThat(imports.breakdowns("industry", "profile_visits"))
                .extracting(
                        Observation.OfBreakdown::key,
                        Observation.OfBreakdown::value,
                        Observation.OfBreakdown::from,
                        Observation.OfBreakdown::to)
                .containsExactly(tuple("Retail", 5.0, DAY, LocalDate.of(2025, 3, 16)));
    }

    @Test
    void missingCellsAreMissing() {
        Import imports = new Import(folder);
        imports.of(
                NAME,
                days(
                                List.of("Date", "Total page views (total)", "Total unique visitors (total)"),
                                List.of("03/14/2025", "", ""))
                        .bytes());
        assertThat(imports.days()).isEmpty();
        assertThat(imports.breakdowns()).isEmpty();
    }

    /// The words of other languages are not known.
    @Test
    void visitorsInAnotherLanguageAreNamedButNotRead() {
        List<String> names = new ArrayList<>(List.of("Fecha"));
        for (int column = 1; column <= 24; column++) {
            names.add("Columna " + column);
        }
        byte[] file = new Workbook()
                .sheet("Indicadores", names, counting("03/14/2025"))
                .bytes();
        assertThat(new Import(folder).refusal("descarga.xls", file).sentence())
                .contains("looks like the visitors export of a LinkedIn page", "LinkedIn in English", "mapping");
        byte[] other = new Workbook()
                .sheet("Ubicación", List.of("Ubicación", "Vistas"))
                .bytes();
        assertThat(new Import(folder).refusal(NAME, other).sentence()).contains("visitors export");
        assertThat(new Import(folder).refusal("descarga.xls", other).sentence()).doesNotContain("looks like");
    }
}
