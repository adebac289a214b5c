package io.tidemark.collect.file.linkedin;

import static io.tidemark.metric.Metric.COMMENTS;
import static io.tidemark.metric.Metric.FOLLOWS;
import static io.tidemark.metric.Metric.IMPRESSIONS;
import static io.tidemark.metric.Metric.REACTIONS;
import static io.tidemark.metric.Metric.SHARES;
import static io.tidemark.metric.Metric.VIDEO_VIEWS;
import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.collect.file.Import;
import io.tidemark.collect.file.ImportReport;
import io.tidemark.collect.file.Workbook;
import io.tidemark.collect.file.format.RowCounts;
import io.tidemark.collect.file.table.Reject;
import io.tidemark.ledger.Alias;
import io.tidemark.ledger.Observation;
import io.tidemark.metric.Boosted;
import io.tidemark.metric.Format;
import io.tidemark.metric.Metric;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LinkedInPostsTest {
    private static final Path REAL = Import.resource("linkedin-page/example-page_content_1742193384396.xls");
    private static final String NAME = "acme_content_1742193384396.xls";
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

    private Boosted boosted(String type, String campaign) {
        Import imports = imports();
        imports.of(NAME, posts(POST_NAMES, post(LINK, type, campaign, "Text")).bytes());
        return imports.posts().getFirst().version().boosted();
    }

    private static List<Object> post(String link, String type, String campaign, String content) {
        return List.of("Hi", link, type, campaign, "03/14/2025", 10, "", 1, 1, 0, 0, "", 0.2, content);
    }

    private Format format(String content) {
        Import imports = imports();
        imports.of(NAME, posts(POST_NAMES, post(LINK, "Organic", "", content)).bytes());
        return imports.posts().getFirst().version().format();
    }

    private Alias alias(String link) {
        Import imports = imports();
        imports.of(NAME, posts(POST_NAMES, post(link, "Organic", "", "")).bytes());
        return imports.posts().getFirst().aliases().getFirst();
    }

    @Test
    void timeOfAPostIsInItsId() {
        Import imports = imports();
        imports.of(REAL);
        Observation.OfPost newest = imports.posts().getFirst();
        assertThat(newest.aliases()).containsExactly(new Alias("linkedin:activity", "7306192134921981953"));
        assertThat(newest.version().publishedAt())
                .isEqualTo(Instant.ofEpochMilli(7306192134921981953L >> 22))
                .isBetween(Instant.parse("2025-03-14T00:00:00Z"), Instant.parse("2025-03-15T00:00:00Z"));
        assertThat(newest.version().text()).startsWith("Here's hoping your Holi");
        assertThat(newest.version().url()).isEqualTo(LINK);
        assertThat(newest.version().boosted()).isEqualTo(Boosted.NO);
        assertThat(newest.version().format()).isEqualTo(Format.UNKNOWN);
    }

    @Test
    void emptyCellsAreMissingAndNotZero() {
        Import imports = imports();
        imports.of(REAL);
        assertThat(imports.posts()).allSatisfy(post -> {
            assertThat(post.values().has(VIDEO_VIEWS)).isFalse();
            assertThat(post.values().has(FOLLOWS)).isFalse();
            assertThat(post.values().has(COMMENTS)).isTrue();
        });
    }

    @Test
    void boostedIsTakenFromCampaignAndType() {
        assertThat(boosted("Organic", "")).isEqualTo(Boosted.NO);
        assertThat(boosted("Organic", "Spring sale")).isEqualTo(Boosted.YES);
        assertThat(boosted("Sponsored", "")).isEqualTo(Boosted.YES);
        assertThat(boosted("", "")).isEqualTo(Boosted.UNKNOWN);
    }

    @Test
    void formatIsTakenFromTheContentType() {
        assertThat(format("Article")).isEqualTo(Format.LINK);
        assertThat(format("Image")).isEqualTo(Format.IMAGE);
        assertThat(format("Document")).isEqualTo(Format.DOCUMENT);
        assertThat(format("Poll")).isEqualTo(Format.POLL);
        assertThat(format("Something new")).isEqualTo(Format.UNKNOWN);
    }

    @Test
    void idIsFoundInEveryShapeOfLink() {
        assertThat(alias("https://www.linkedin.com/feed/update/urn:li:ugcPost:7306192134921981953"))
                .isEqualTo(new Alias("linkedin:ugcPost", "7306192134921981953"));
        assertThat(alias("https://www.linkedin.com/feed/update/urn%3Ali%3Ashare%3A7306192134921981953/"))
                .isEqualTo(new Alias("linkedin:share", "7306192134921981953"));
        assertThat(alias("https://www.linkedin.com/posts/acme_hello-world-activity-7306192134921981953-aBcD"))
                .isEqualTo(new Alias("linkedin:activity", "7306192134921981953"));
    }

    @Test
    void unreadableRowsAreRejectedWithTheirPlaceAndTheRestGoesOn() {
        byte[] file = posts(
                        List.of("Engagement metrics for individual updates."),
                        POST_NAMES,
                        List.of("A", LINK, "Organic", "", "03/14/2025", "many", "", 1, 1, 0, 0, "", 0.2, ""),
                        List.of(
                                "B",
                                "https://example.com",
                                "Organic",
                                "",
                                "03/14/2025",
                                10,
                                "",
                                1,
                                1,
                                0,
                                0,
                                "",
                                0.2,
                                ""),
                        List.of("C", LINK, "Organic", "", "14/03/2025", 10, "", 1, 1, 0, 0, "", 0.2, ""),
                        post(LINK, "Organic", "", ""))
                .bytes();
        Import imports = imports();
        ImportReport report = imports.of(NAME, file);
        assertThat(report.rows()).isEqualTo(new RowCounts(4, 1, 0, 0, 0, 0, 0, 3));
        assertThat(report.rejects().getFirst().original()).startsWith("A,").contains(",many,");
        assertThat(report.rejects())
                .usingRecursiveFieldByFieldElementComparatorIgnoringFields("original", "reasonSaid")
                .containsExactly(
                        new Reject("All posts", 3, "Impressions", "not a number", null, "many", ""),
                        new Reject(
                                "All posts",
                                4,
                                "Post link",
                                "no id of an activity, a share or a ugcPost stands in the link",
                                null,
                                "https://example.com",
                                ""),
                        new Reject(
                                "All posts",
                                5,
                                "Created date",
                                "not a date of the form MM/DD/YYYY",
                                null,
                                "14/03/2025",
                                ""));
        assertThat(imports.posts()).hasSize(1);
    }

    @Test
    void rateThatDiffersFromItsPartsIsWarnedOf() {
        byte[] file = posts(
                        POST_NAMES, List.of("A", LINK, "Organic", "", "03/14/2025", 10, "", 1, 1, 0, 0, "", 0.5, ""))
                .bytes();
        ImportReport report = imports().of(NAME, file);
        assertThat(report.warnings())
                .containsExactly("\"All posts\" row 2 states an engagement rate of 0.5000 where its clicks, reactions, "
                        + "comments and reposts give 0.2000.");
        assertThat(report.warningsSaid())
                .extracting(said -> said.at("/code").asString())
                .containsExactly("import_engagement_rate");
    }

    @Test
    void dateThatContradictsTheIdIsWarnedOf() {
        byte[] file = posts(
                        POST_NAMES, List.of("A", LINK, "Organic", "", "01/02/2025", 10, "", 1, 1, 0, 0, "", 0.2, ""))
                .bytes();
        Import imports = imports();
        ImportReport report = imports.of(NAME, file);
        assertThat(report.warnings()).singleElement().asString().contains("row 2", "2025-01-02", "the id was taken");
        assertThat(imports.posts().getFirst().version().publishedAt())
                .isEqualTo(Instant.ofEpochMilli(7306192134921981953L >> 22));
    }

    @Test
    void columnsAreFoundByNameWhateverTheirOrder() {
        byte[] file = posts(
                        List.of("IMPRESSIONS", "Created Date", " Post  link ", "Unheard of", "likes"),
                        List.of(10, "03/14/2025", LINK, "x", 4))
                .bytes();
        Import imports = imports();
        imports.of(NAME, file);
        assertThat(imports.sumOfPosts(IMPRESSIONS)).isEqualTo(10);
        assertThat(imports.sumOfPosts(REACTIONS)).isEqualTo(4);
        assertThat(imports.posts().getFirst().values().present()).containsExactly(IMPRESSIONS, REACTIONS);
    }

    @Test
    void everyMetricOfThePostsIsOfThePlatform() {
        Import imports = imports();
        imports.of(REAL);
        assertThat(imports.posts().getFirst().values().present())
                .containsExactly(IMPRESSIONS, REACTIONS, COMMENTS, SHARES, Metric.CLICKS);
    }
}
