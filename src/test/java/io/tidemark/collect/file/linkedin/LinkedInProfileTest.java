package io.tidemark.collect.file.linkedin;

import static io.tidemark.metric.Metric.FOLLOWERS;
import static io.tidemark.metric.Metric.FOLLOWS;
import static io.tidemark.metric.Metric.IMPRESSIONS;
import static io.tidemark.metric.Metric.NATIVE_ENGAGEMENTS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.tidemark.collect.file.Import;
import io.tidemark.collect.file.ImportReport;
import io.tidemark.collect.file.Workbook;
import io.tidemark.collect.file.format.Period;
import io.tidemark.collect.file.format.RowCounts;
import io.tidemark.collect.file.format.StatedTotal;
import io.tidemark.ledger.Alias;
import io.tidemark.ledger.Observation;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LinkedInProfileTest {
    private static final String NAME = "AggregateAnalytics_JaneDoe_2025-03-01_2025-03-31.xls";
    private static final List<String> TOP =
            List.of("Post URL", "Post publish date", "Engagements", "", "Post URL", "Post publish date", "Impressions");

    @TempDir
    Path folder;

    private Import imports() {
        return new Import(folder);
    }

    /// A post of a day, with an id of that day.
    private static String link(String instant, int number) {
        return "https://www.linkedin.com/feed/update/urn:li:activity:" + id(instant, number);
    }

    private static String id(String instant, int number) {
        return Long.toString((Instant.parse(instant).toEpochMilli() << 22) + number);
    }

    private static final String FIRST = link("2025-03-03T09:00:00Z", 1);
    private static final String SECOND = link("2025-03-20T09:00:00Z", 2);
    private static final String OLD = link("2024-11-05T09:00:00Z", 3);

    /// The five sheets as they were until 2025, with numbers in numeric cells.
    private static Workbook older() {
        return new Workbook()
                .sheet(
                        "DISCOVERY",
                        List.of("Overall Performance", "3/1/2025 - 3/31/2025"),
                        List.of("Impressions", 320),
                        List.of("Members reached", 150))
                .sheet(
                        "ENGAGEMENT",
                        List.of("Date", "Impressions", "Engagements"),
                        List.of("3/3/2025", 100, 9),
                        List.of("3/20/2025", 200, 0),
                        List.of("3/21/2025", "", ""))
                .sheet(
                        "TOP POSTS",
                        List.of("Maximum of 50 posts available to include in this list"),
                        List.of(),
                        TOP,
                        List.of(FIRST, "3/3/2025", 7, "", SECOND, "3/20/2025", 180),
                        List.of(SECOND, "3/20/2025", 2, "", FIRST, "3/3/2025", 90),
                        List.of("", "", "", "", OLD, "11/5/2024", 11))
                .sheet(
                        "FOLLOWERS",
                        List.of("Total followers on 3/31/2025:", 1234),
                        List.of(),
                        List.of("Date", "New followers"),
                        List.of("3/3/2025", 4),
                        List.of("3/20/2025", 0))
                .sheet(
                        "DEMOGRAPHICS",
                        List.of("Top Demographics", "Value", "Percentage"),
                        List.of("Job titles", "Founder", 0.02),
                        List.of("Company size", "11-50 employees", 0.155));
    }

    /// The sheets as they are since 2026: text in every cell.
    private static Workbook newer() {
        return new Workbook()
                .sheet(
                        "PERFORMANCE",
                        List.of("Overall Performance", "3/1/2025 - 3/31/2025"),
                        List.of("Impressions", "1,320"),
                        List.of("Members reached", "150"))
                .sheet(
                        "ENGAGEMENT",
                        List.of("Date", "Impressions", "Engagements"),
                        List.of("3/3/2025", "1,100", "9"),
                        List.of("3/20/2025", "220", "0"))
                .sheet("TOP POSTS", TOP, List.of(FIRST, "3/3/2025", "7", "", FIRST, "3/3/2025", "1,090"))
                .sheet(
                        "FOLLOWERS",
                        List.of("Total followers on 3/31/2025:", "1,234"),
                        List.of(),
                        List.of("Date", "New followers"),
                        List.of("3/3/2025", "4"))
                .sheet(
                        "AUDIENCE DEMOGRAPHICS",
                        List.of("Top Demographics", "Value", "Percentage"),
                        List.of("Seniority", "Entry", "2%"),
                        List.of("Seniority", "CXO", "< 1%"))
                .sheet(
                        "CONTENT DEMOGRAPHICS",
                        List.of("Top Demographics", "Value", "Percentage"),
                        List.of("Seniority", "Entry", "31%"));
    }

    @Test
    void everySheetOfTheOlderFileIsRead() {
        Import imports = imports();
        ImportReport report = imports.of("Content_2025-03-01_2025-03-31_JaneDoe.xls", older().bytes());
        assertThat(report.format()).isEqualTo("linkedin_profile");
        assertThat(report.accounts()).containsExactly(new ImportReport.ReportedAccount(1L, "linkedin", "JaneDoe"));
        assertThat(report.period()).isEqualTo(new Period(LocalDate.of(2025, 3, 1), LocalDate.of(2025, 3, 31)));
        assertThat(report.observedAt()).isEqualTo("2025-04-01T00:00:00Z");
        assertThat(report.rows()).isEqualTo(new RowCounts(13, 2, 5, 1, 3, 2, 0, 0));
        assertThat(imports.sumOfDays(IMPRESSIONS)).isEqualTo(300);
        assertThat(imports.sumOfDays(NATIVE_ENGAGEMENTS)).isEqualTo(9);
        assertThat(imports.sumOfDays(FOLLOWS)).isEqualTo(4);
        assertThat(imports.days()).hasSize(4);
    }

    @Test
    void rankingsSideBySideAreJoinedByAddress() {
        Import imports = imports();
        imports.of(NAME, older().bytes());
        assertThat(imports.posts())
                .extracting(
                        post -> post.aliases().getFirst(),
                        post -> post.values().orNaN(NATIVE_ENGAGEMENTS),
                        post -> post.values().orNaN(IMPRESSIONS),
                        post -> post.version().publishedAt())
                .containsExactly(
                        tuple(alias("2025-03-03T09:00:00Z", 1), 7.0, 90.0, Instant.parse("2025-03-03T09:00:00Z")),
                        tuple(alias("2025-03-20T09:00:00Z", 2), 2.0, 180.0, Instant.parse("2025-03-20T09:00:00Z")),
                        tuple(
                                alias("2024-11-05T09:00:00Z", 3),
                                Double.NaN,
                                Double.NaN,
                                Instant.parse("2024-11-05T09:00:00Z")));
    }

    private static Alias alias(String instant, int number) {
        return new Alias("linkedin:activity", id(instant, number));
    }

    @Test
    void numbersOfPostsBeforeThePeriodAreNoCounters() {
        Import imports = imports();
        ImportReport report = imports.of(NAME, older().bytes());
        assertThat(imports.breakdowns("content", "impressions"))
                .extracting(Observation.OfBreakdown::key, Observation.OfBreakdown::value)
                .containsExactly(tuple(id("2024-11-05T09:00:00Z", 3), 11.0));
        assertThat(report.warnings())
                .containsExactly(
                        "\"TOP POSTS\" row 6 is about a post of 2024-11-05, and the file covers days from 2025-03-01 only:"
                                + " its numbers are kept as a breakdown of the period, not as counters of the post.");
    }

    @Test
    void aRowThatCannotBeReadLeavesTheOtherRowsOfItsPosts() {
        Import imports = imports();
        Workbook file = new Workbook()
                .sheet(
                        "TOP POSTS",
                        TOP,
                        List.of(FIRST, "3/3/2025", "many", "", SECOND, "3/20/2025", 180),
                        List.of(SECOND, "3/20/2025", 2, "", FIRST, "3/3/2025", 90),
                        List.of("", "", 5, "", "", "", ""),
                        List.of("https://example.com", "3/3/2025", 2, "", "", "", ""));
        ImportReport report = imports.of(NAME, file.bytes());
        assertThat(report.rows()).isEqualTo(new RowCounts(4, 1, 0, 0, 0, 0, 0, 3));
        assertThat(report.rejects())
                .extracting("row", "column", "text")
                .containsExactly(
                        tuple(2L, "Engagements", "many"),
                        tuple(4L, "Post URL", ""),
                        tuple(5L, "Post URL", "https://example.com"));
        assertThat(imports.posts())
                .extracting(
                        post -> post.values().orNaN(NATIVE_ENGAGEMENTS),
                        post -> post.values().orNaN(IMPRESSIONS))
                .containsExactly(tuple(2.0, Double.NaN), tuple(Double.NaN, 90.0));
    }

    @Test
    void totalOfFollowersIsALevelAtTheEndOfItsDay() {
        Import imports = imports();
        imports.of(NAME, older().bytes());
        assertThat(imports.levels())
                .extracting(level -> level.values().orNaN(FOLLOWERS), Observation.OfAccount::observedAt)
                .containsExactly(tuple(1234.0, Instant.parse("2025-03-31T23:59:59Z")));
    }

    @Test
    void totalsOfTheFileStandBesideTheSumOfItsDays() {
        Import imports = imports();
        ImportReport report = imports.of(NAME, older().bytes());
        assertThat(report.totals()).containsExactly(StatedTotal.of("DISCOVERY", "impressions", 320, 300, 3));
        assertThat(imports.breakdowns("total", "reach"))
                .extracting(Observation.OfBreakdown::key, Observation.OfBreakdown::value)
                .containsExactly(tuple("period", 150.0));
    }

    @Test
    void fileOfTextCellsSaysTheSame() {
        Import imports = imports();
        ImportReport report = imports.of(NAME, newer().bytes());
        assertThat(report.rows()).isEqualTo(new RowCounts(10, 1, 3, 0, 3, 3, 0, 0));
        assertThat(report.warnings()).isEmpty();
        assertThat(imports.sumOfDays(IMPRESSIONS)).isEqualTo(1320);
        assertThat(imports.sumOfPosts(IMPRESSIONS)).isEqualTo(1090);
        assertThat(imports.levels().getFirst().values().orNaN(FOLLOWERS)).isEqualTo(1234);
    }

    @Test
    void sharesAreFractionsAndABoundIsNoShare() {
        Import imports = imports();
        imports.of(NAME, older().bytes());
        assertThat(imports.breakdowns("job_titles", "linkedin.audience_share"))
                .extracting(Observation.OfBreakdown::key, Observation.OfBreakdown::value)
                .containsExactly(tuple("Founder", 0.02));

        Import text = imports();
        text.of(NAME, newer().bytes());
        assertThat(text.breakdowns("seniority", "linkedin.audience_share"))
                .extracting(Observation.OfBreakdown::key, Observation.OfBreakdown::value)
                .containsExactly(tuple("Entry", 0.02));
        assertThat(text.breakdowns("seniority", "linkedin.audience_share_below"))
                .extracting(Observation.OfBreakdown::key, Observation.OfBreakdown::value)
                .containsExactly(tuple("CXO", 0.01));
        assertThat(text.breakdowns("seniority", "linkedin.content_share"))
                .extracting(Observation.OfBreakdown::value)
                .containsExactly(0.31);
    }

    @Test
    void bareNumberAboveOneIsNoShare() {
        ImportReport report = imports()
                .of(
                        NAME,
                        new Workbook()
                                .sheet(
                                        "DEMOGRAPHICS",
                                        List.of("Top Demographics", "Value", "Percentage"),
                                        List.of("Seniority", "Entry", 31),
                                        List.of("Seniority", "CXO", "menos de 1%"))
                                .bytes());
        assertThat(report.rows()).isEqualTo(new RowCounts(2, 0, 0, 0, 0, 1, 0, 1));
    }

    @Test
    void portugueseFilesWriteTheDayFirst() {
        Import imports = imports();
        ImportReport report = imports.of(
                NAME,
                new Workbook()
                        .sheet(
                                "Descoberta",
                                List.of("Desempenho geral", "01/03/2025 - 31/03/2025"),
                                List.of("Impressões", "30"))
                        .sheet(
                                "Engajamento",
                                List.of("Data", "Impressões", "Engajamentos"),
                                List.of("03/03/2025", "10", "1"),
                                List.of("20/03/2025", "20", "2"))
                        .sheet(
                                "Seguidores",
                                List.of("Total de seguidores em 31/03/2025:", "50"),
                                List.of("Data", "Novos seguidores"))
                        .bytes());
        assertThat(report.period()).isEqualTo(new Period(LocalDate.of(2025, 3, 1), LocalDate.of(2025, 3, 31)));
        assertThat(report.rejects()).isEmpty();
        assertThat(imports.days())
                .extracting(Observation.OfDay::day)
                .containsExactly(LocalDate.of(2025, 3, 3), LocalDate.of(2025, 3, 20));
        assertThat(imports.levels()).hasSize(1);
    }

    @Test
    void germanColumnsAreUnderstood() {
        Import imports = imports();
        ImportReport report = imports.of(
                NAME,
                new Workbook()
                        .sheet(
                                "INTERAKTIONEN",
                                List.of("Datum", "Impressionen", "Interaktionen"),
                                List.of("3/3/2025", 10, 1))
                        .sheet(
                                "TOP-BEITRÄGE",
                                List.of("Beitrags-URL", "Veröffentlichungsdatum des Beitrags", "Impressionen"),
                                List.of(FIRST, "3/3/2025", 9))
                        .bytes());
        assertThat(report.rows()).isEqualTo(new RowCounts(2, 1, 1, 0, 0, 0, 0, 0));
        assertThat(imports.sumOfPosts(IMPRESSIONS)).isEqualTo(9);
    }

    /// Every day of the first twelve of a month can be read two ways.
    private static Workbook ambiguous() {
        return new Workbook()
                .sheet("DEMOGRAPHICS", List.of("Top Demographics", "Value", "Percentage"))
                .sheet(
                        "ENGAGEMENT",
                        List.of("Date", "Impressions", "Engagements"),
                        List.of("4/3/2025", 10, 1),
                        List.of("5/3/2025", 10, 1));
    }

    @Test
    void whereDatesAreOpenTheNameOfTheFileDecides() {
        Import march = imports();
        march.of(
                "AggregateAnalytics_JaneDoe_2025-03-04_2025-03-05.xls",
                ambiguous().bytes());
        assertThat(march.days().getFirst().day()).isEqualTo(LocalDate.of(2025, 3, 4));

        Import spring = imports();
        spring.of(
                "AggregateAnalytics_JaneDoe_2025-04-03_2025-05-03.xls",
                ambiguous().bytes());
        assertThat(spring.days().getFirst().day()).isEqualTo(LocalDate.of(2025, 4, 3));
    }

    @Test
    void whereTheNameIsSilentDaysThatFollowOneAnotherDecide() {
        Import imports = imports().account("jane");
        ImportReport report = imports.of("download.xls", ambiguous().bytes());
        assertThat(imports.days().getFirst().day()).isEqualTo(LocalDate.of(2025, 3, 4));
        assertThat(report.warnings()).isEmpty();
    }

    @Test
    void oneOpenDateAloneIsWarnedOf() {
        Import imports = imports().account("jane");
        ImportReport report = imports.of(
                "download.xls",
                new Workbook()
                        .sheet("DEMOGRAPHICS", List.of("Top Demographics", "Value", "Percentage"))
                        .sheet("ENGAGEMENT", List.of("Date", "Impressions", "Engagements"), List.of("4/3/2025", 10, 1))
                        .bytes());
        assertThat(imports.days().getFirst().day()).isEqualTo(LocalDate.of(2025, 4, 3));
        assertThat(report.warnings()).hasSize(1).first().asString().contains("the month was taken to come first");
    }

    @Test
    void handleThatTheUserNamesGoesBeforeTheNameOfThePerson() {
        ImportReport report = imports().account("jane-doe-42").of(NAME, older().bytes());
        assertThat(report.accounts()).containsExactly(new ImportReport.ReportedAccount(1L, "linkedin", "jane-doe-42"));
    }

    @Test
    void sheetOfDaysAloneIsNobodysInParticular() {
        byte[] file = new Workbook()
                .sheet("Sheet1", List.of("Date", "Impressions", "Engagements"), List.of("3/3/2025", 10, 1))
                .bytes();
        assertThat(imports().refusal("x.xls", file).code()).isEqualTo("unknown_format");
    }
}
