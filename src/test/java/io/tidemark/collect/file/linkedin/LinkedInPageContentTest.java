package io.tidemark.collect.file.linkedin;

import static io.tidemark.metric.Metric.CLICKS;
import static io.tidemark.metric.Metric.COMMENTS;
import static io.tidemark.metric.Metric.FOLLOWS;
import static io.tidemark.metric.Metric.IMPRESSIONS;
import static io.tidemark.metric.Metric.IMPRESSIONS_ORGANIC;
import static io.tidemark.metric.Metric.IMPRESSIONS_PAID;
import static io.tidemark.metric.Metric.REACH;
import static io.tidemark.metric.Metric.REACTIONS;
import static io.tidemark.metric.Metric.SHARES;
import static io.tidemark.metric.Metric.VIDEO_VIEWS;
import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.collect.file.Import;
import io.tidemark.collect.file.ImportReport;
import io.tidemark.collect.file.Workbook;
import io.tidemark.collect.file.format.Period;
import io.tidemark.collect.file.format.RowCounts;
import io.tidemark.ledger.Alias;
import io.tidemark.ledger.Observation;
import io.tidemark.metric.Boosted;
import io.tidemark.metric.Format;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LinkedInPageContentTest {
    private static final Path REAL = Import.resource("linkedin-page/example-page_content_1742193384396.xls");
    private static final String NAME = "acme_content_1742193384396.xls";
    private static final List<String> DAY_NAMES = List.of(
            "Date",
            "Impressions (organic)",
            "Impressions (sponsored)",
            "Impressions (total)",
            "Unique impressions (organic)",
            "Clicks (organic)",
            "Clicks (sponsored)",
            "Clicks (total)",
            "Reactions (organic)",
            "Reactions (sponsored)",
            "Reactions (total)");
    private static final List<String> POST_NAMES = List.of(
            "Post title",
            "Post link",
            "Post type",
            "Campaign name",
            "Created date",
            "Impressions",
            "Views",
            "Clicks",
            "Likes",
            "Comments",
            "Reposts",
            "Follows",
            "Engagement rate",
            "Content Type");
    private static final String LINK = "https://www.linkedin.com/feed/update/urn:li:activity:7306192134921981953";

    @TempDir
    Path folder;

    private Import imports() {
        return new Import(folder);
    }

    private static Workbook posts(List<?>... rows) {
        return new Workbook().sheet("All posts", rows);
    }

    @Test
    void realFileKeepsItsFacts() {
        Import imports = imports();
        ImportReport report = imports.of(REAL);
        assertThat(report.rows()).isEqualTo(new RowCounts(38, 8, 30, 0, 0, 0, 0, 0));
        assertThat(report.period()).isEqualTo(new Period(LocalDate.of(2025, 2, 14), LocalDate.of(2025, 3, 15)));
        assertThat(report.warnings()).isEmpty();
        assertThat(report.format()).isEqualTo("linkedin_page_content");
        assertThat(imports.sumOfDays(IMPRESSIONS)).isEqualTo(306);
        assertThat(imports.sumOfDays(IMPRESSIONS_ORGANIC)).isEqualTo(306);
        assertThat(imports.sumOfDays(IMPRESSIONS_PAID)).isZero();
        assertThat(imports.sumOfDays(CLICKS)).isEqualTo(5);
        assertThat(imports.sumOfDays(REACTIONS)).isEqualTo(8);
        assertThat(imports.sumOfDays(REACH)).isEqualTo(48);
        assertThat(imports.sumOfPosts(IMPRESSIONS)).isEqualTo(310);
        assertThat(imports.sumOfPosts(CLICKS)).isEqualTo(5);
        assertThat(imports.sumOfPosts(REACTIONS)).isEqualTo(8);
        assertThat(imports.days()).hasSize(30).allSatisfy(day -> {
            assertThat(day.bucketZone()).isEqualTo(ZoneId.of("UTC"));
            assertThat(day.values().present()).hasSize(8);
        });
        assertThat(imports.breakdowns()).hasSize(30 * 8);
        assertThat(imports.breakdowns("delivery", "clicks").stream()
                        .filter(b -> b.key().equals("organic"))
                        .mapToDouble(Observation.OfBreakdown::value)
                        .sum())
                .isEqualTo(5);
    }

    @Test
    void accountAndTimeComeFromTheNameOfTheFile() {
        Import imports = imports();
        ImportReport report = imports.of(REAL);
        assertThat(report.accounts()).containsExactly(new ImportReport.ReportedAccount(1L, "linkedin", "example-page"));
        assertThat(report.observedAt()).isEqualTo(Instant.ofEpochMilli(1742193384396L));
        assertThat(imports.posts()).allSatisfy(post -> {
            assertThat(post.observedAt()).isEqualTo(Instant.ofEpochMilli(1742193384396L));
            assertThat(post.account().handle()).isEqualTo("example-page");
        });
    }

    @Test
    void browserSuffixesOfTheNameCarryNoMeaning() {
        for (String name : List.of(
                "acme-inc_content_1742193384396 (1).xls",
                "acme-inc_content_1742193384396(2).xls",
                "acme-inc_content_1742193384396-1.xls",
                "acme-inc_content_1742193384396 2.XLS",
                "C:\\Users\\me\\acme-inc_content_1742193384396.xls")) {
            ImportReport report = imports().of(REAL, name, _ -> {});
            assertThat(report.accounts()).containsExactly(new ImportReport.ReportedAccount(1L, "linkedin", "acme-inc"));
            assertThat(report.observedAt()).isEqualTo(Instant.ofEpochMilli(1742193384396L));
        }
    }

    @Test
    void layoutOf2020HasANoteRowAndOtherNames() {
        byte[] file = new Workbook()
                .sheet(
                        "Update metrics (aggregated)",
                        List.of("Aggregated engagement metrics for your organic and sponsored updates over time."),
                        List.of(
                                "Date",
                                "Impressions (organic)",
                                "Impressions (total)",
                                "Shares (organic)",
                                "Shares (total)"),
                        List.of("02/14/2020", 90, 100, 2, 3))
                .sheet(
                        "Update engagement",
                        List.of("Engagement metrics for individual updates. All dates and times are in UTC."),
                        List.of(
                                "Update title",
                                "Update link",
                                "Update type",
                                "Created date",
                                "Impressions",
                                "Video views",
                                "Clicks",
                                "Likes",
                                "Comments",
                                "Shares",
                                "Follows",
                                "Engagement rate"),
                        List.of(
                                "Hello",
                                "https://www.linkedin.com/feed/update/urn:li:share:6634000000000000000",
                                "Video",
                                "02/13/2020",
                                100,
                                40,
                                1,
                                2,
                                3,
                                4,
                                5,
                                0.1))
                .bytes();
        Import imports = imports();
        ImportReport report = imports.of(NAME, file);
        assertThat(report.rows()).isEqualTo(new RowCounts(2, 1, 1, 0, 0, 0, 0, 0));
        assertThat(imports.sumOfDays(SHARES)).isEqualTo(3);
        assertThat(imports.breakdowns("delivery", "shares")).hasSize(1);
        Observation.OfPost post = imports.posts().getFirst();
        assertThat(post.aliases()).containsExactly(new Alias("linkedin:share", "6634000000000000000"));
        assertThat(post.version().format()).isEqualTo(Format.VIDEO);
        assertThat(post.values().orNaN(VIDEO_VIEWS)).isEqualTo(40);
        assertThat(post.values().orNaN(SHARES)).isEqualTo(4);
        assertThat(post.values().orNaN(FOLLOWS)).isEqualTo(5);
        assertThat(report.warnings()).isEmpty();
    }

    @Test
    void spanishNamesAreUnderstood() {
        byte[] file = new Workbook()
                .sheet(
                        "Indicadores",
                        List.of(
                                "Fecha",
                                "Impresiones (orgánicas)",
                                "Impresiones (patrocinadas)",
                                "Impresiones totales",
                                "Impresiones únicas (orgánicas)",
                                "Clics (orgánicos)",
                                "Clics (patrocinados)",
                                "Clics (Totales)",
                                "Reacciones (generales)",
                                "Reacciones (patrocinadas)",
                                "Reacciones (total)",
                                "Comentarios (totales)",
                                "Veces compartido (orgánico)",
                                "Veces compartido (total)",
                                "Tasa de interacción (total)"),
                        List.of("02/14/2025", 10, 5, 15, 7, 1, 1, 2, 3, 0, 3, 4, 1, 1, 0.6667))
                .sheet(
                        "Todas las publicaciones",
                        List.of(
                                "Título de la publicación",
                                "Enlace de la publicación",
                                "Tipo de publicación",
                                "Nombre de la campaña",
                                "Fecha de creación",
                                "Impresiones",
                                "Visualizaciones",
                                "Clics",
                                "Recomendaciones",
                                "Comentarios",
                                "Veces compartido",
                                "Seguidores",
                                "Tasa de interacción",
                                "Tipo de contenido"),
                        List.of("Hola", LINK, "Orgánica", "", "03/14/2025", 10, 8, 1, 2, 3, 4, 5, 1.0, "Vídeo"))
                .bytes();
        Import imports = imports();
        ImportReport report = imports.of(NAME, file);
        assertThat(report.rows()).isEqualTo(new RowCounts(2, 1, 1, 0, 0, 0, 0, 0));
        assertThat(report.warnings()).isEmpty();
        Observation.OfDay day = imports.days().getFirst();
        assertThat(day.values().present())
                .containsExactlyInAnyOrder(
                        IMPRESSIONS, IMPRESSIONS_ORGANIC, IMPRESSIONS_PAID, REACH, CLICKS, REACTIONS, COMMENTS, SHARES);
        assertThat(imports.breakdowns("delivery", "reactions")).hasSize(2);
        Observation.OfPost post = imports.posts().getFirst();
        assertThat(post.version().format()).isEqualTo(Format.VIDEO);
        assertThat(post.version().boosted()).isEqualTo(Boosted.NO);
        assertThat(post.values().present())
                .containsExactlyInAnyOrder(IMPRESSIONS, VIDEO_VIEWS, CLICKS, REACTIONS, COMMENTS, SHARES, FOLLOWS);
    }

    @Test
    void blankRowsAndRealDatesOfASheetSavedAgainMakeNoDifference() {
        byte[] file = new Workbook()
                .sheet(
                        "Metrics",
                        List.of(),
                        List.of("All dates and times are in UTC."),
                        List.of("", ""),
                        DAY_NAMES,
                        List.of("", "", ""),
                        List.of(LocalDate.of(2025, 2, 14), 1, 0, 1, 1, 0, 0, 0, 0, 0, 0),
                        List.of(),
                        List.of(45703, 2, 0, 2, 2, 0, 0, 0, 0, 0, 0),
                        List.of("  "))
                .bytes();
        Import imports = imports();
        ImportReport report = imports.of(NAME, file);
        assertThat(report.rows()).isEqualTo(new RowCounts(2, 0, 2, 0, 0, 0, 0, 0));
        assertThat(imports.days())
                .extracting(Observation.OfDay::day)
                .containsExactly(LocalDate.of(2025, 2, 14), LocalDate.of(2025, 2, 15));
    }

    @Test
    void negativeDailyValuesAreKept() {
        byte[] file = new Workbook()
                .sheet("Metrics", DAY_NAMES, List.of("02/14/2025", 9, 0, 9, 9, -3, 0, -3, -1, 0, -1))
                .bytes();
        Import imports = imports();
        imports.of(NAME, file);
        assertThat(imports.sumOfDays(CLICKS)).isEqualTo(-3);
        assertThat(imports.sumOfDays(REACTIONS)).isEqualTo(-1);
    }

    private static List<Object> post(String link, String type, String campaign, String content) {
        return List.of("Hi", link, type, campaign, "03/14/2025", 10, "", 1, 1, 0, 0, "", 0.2, content);
    }

    @Test
    void repeatedRowsCountAsDuplicatesAndTheFirstIsKept() {
        byte[] file = new Workbook()
                .sheet(
                        "Metrics",
                        DAY_NAMES,
                        List.of("02/14/2025", 1, 0, 1, 1, 0, 0, 0, 0, 0, 0),
                        List.of("02/14/2025", 5, 0, 5, 1, 0, 0, 0, 0, 0, 0))
                .sheet("All posts", POST_NAMES, post(LINK, "Organic", "", ""), post(LINK, "Organic", "", ""))
                .bytes();
        Import imports = imports();
        ImportReport report = imports.of(NAME, file);
        assertThat(report.rows()).isEqualTo(new RowCounts(4, 1, 1, 2, 0, 0, 0, 0));
        assertThat(imports.sumOfDays(IMPRESSIONS)).isEqualTo(1);
        assertThat(imports.posts()).hasSize(1);
    }

    @Test
    void sheetsOfOtherKindsAreLeftOutWithAWarning() {
        byte[] file = posts(POST_NAMES, post(LINK, "Organic", "", ""))
                .sheet("Notes", List.of("Remember", "the milk"))
                .bytes();
        ImportReport report = imports().of(NAME, file);
        assertThat(report.warnings())
                .containsExactly("\"Notes\" was left out: its columns are not known. \"Notes\" begins with "
                        + "\"Remember, the milk\".");
    }

    @Test
    void postsAloneNeedATimeFromOutside() {
        byte[] file = posts(POST_NAMES, post(LINK, "Organic", "", "")).bytes();
        assertThat(imports().account("acme").refusal("posts.xls", file).code()).isEqualTo("observed_at_needed");
        ImportReport report =
                imports().account("acme").lastModified("2025-04-01T10:00:00Z").of("posts.xls", file);
        assertThat(report.observedAt()).isEqualTo("2025-04-01T10:00:00Z");
    }

    @Test
    void withoutAStampTheEndOfTheLastDayCounts() {
        byte[] file = new Workbook()
                .sheet("Metrics", DAY_NAMES, List.of("02/14/2025", 9, 0, 9, 9, 0, 0, 0, 0, 0, 0))
                .bytes();
        ImportReport report =
                imports().account("acme").lastModified("2025-04-01T10:00:00Z").of("metrics.xls", file);
        assertThat(report.observedAt()).isEqualTo("2025-02-15T00:00:00Z");
    }
}
