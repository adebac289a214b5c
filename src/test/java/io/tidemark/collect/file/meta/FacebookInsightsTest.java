package io.tidemark.collect.file.meta;

import static io.tidemark.metric.Metric.COMMENTS;
import static io.tidemark.metric.Metric.IMPRESSIONS;
import static io.tidemark.metric.Metric.IMPRESSIONS_ORGANIC;
import static io.tidemark.metric.Metric.IMPRESSIONS_PAID;
import static io.tidemark.metric.Metric.REACH;
import static io.tidemark.metric.Metric.REACTIONS;
import static io.tidemark.metric.Metric.SHARES;
import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.collect.file.Import;
import io.tidemark.collect.file.ImportReport;
import io.tidemark.collect.file.Workbook;
import io.tidemark.collect.file.format.RowCounts;
import io.tidemark.ledger.Alias;
import io.tidemark.ledger.Observation;
import io.tidemark.metric.Boosted;
import io.tidemark.metric.ContentType;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FacebookInsightsTest {
    private static final List<String> KEY_METRICS = List.of(
            "Post ID",
            "Permalink",
            "Post Message",
            "Type",
            "Countries",
            "Languages",
            "Posted",
            "Audience Targeting",
            "Lifetime Post Total Reach",
            "Lifetime Post organic reach",
            "Lifetime Post Paid Reach",
            "Lifetime Post Total Impressions",
            "Lifetime Post Organic Impressions",
            "Lifetime Post Paid Impressions",
            "Lifetime Negative Feedback",
            "Lifetime Negative Feedback");
    private static final List<String> DESCRIPTIONS = List.of(
            "",
            "",
            "",
            "",
            "",
            "",
            "",
            "",
            "Lifetime: how many people saw the post (Unique Users)",
            "Lifetime: …",
            "Lifetime: …",
            "Lifetime: … (Total Count)",
            "Lifetime: …",
            "Lifetime: …",
            "Lifetime: … (Total Count)",
            "Lifetime: … (Unique Users)");
    private static final List<String> STORIES =
            List.of("Post ID", "Permalink", "Description", "share", "like", "comment");

    @TempDir
    Path folder;

    private Import imports() {
        return new Import(folder).observedAt("2020-10-01T00:00:00Z");
    }

    private static List<Object> post(String id, String type, int paid) {
        return List.of(
                id,
                "https://www.facebook.com/acme/posts/1",
                "Hello",
                type,
                "",
                "",
                "2020-09-22T07:07:36.000",
                "",
                90,
                80,
                10,
                120,
                120 - paid,
                paid,
                3,
                2);
    }

    @Test
    void keyMetricsAreJoinedWithTheSheetOfReactions() {
        Import imports = imports();
        ImportReport report = imports.of(
                "Facebook Posts.xls",
                new Workbook()
                        .sheet(
                                "Key Metrics",
                                KEY_METRICS,
                                DESCRIPTIONS,
                                post("500100_800100", "Photo", 20),
                                post("500100_800200", "SharedVideo", 0))
                        .sheet("Lifetime Talking About This(", List.of("Post ID", "share"), List.of("500100_800100", 4))
                        .sheet(
                                "Lifetime Post Stories by act",
                                STORIES,
                                List.of("500100_800100", "", "Lifetime: stories by action", 1, 7, ""))
                        .bytes());
        assertThat(report.rows()).isEqualTo(new RowCounts(4, 2, 0, 1, 0, 0, 1, 0));
        assertThat(report.warnings())
                .singleElement()
                .asString()
                .contains("\"Lifetime Talking About This(\" was left out");
        Observation.OfPost post = imports.posts().getFirst();
        assertThat(post.account().aliases()).contains(new Alias("facebook:id", "500100"));
        assertThat(post.aliases()).containsExactly(new Alias("facebook:post", "800100"));
        assertThat(post.version().publishedAt()).isEqualTo("2020-09-22T14:07:36Z");
        assertThat(post.version().contentType()).isEqualTo(ContentType.IMAGE);
        assertThat(post.version().boosted()).isEqualTo(Boosted.YES);
        assertThat(post.values().orNaN(REACH)).isEqualTo(90);
        assertThat(post.values().orNaN(IMPRESSIONS)).isEqualTo(120);
        assertThat(post.values().orNaN(IMPRESSIONS_ORGANIC)).isEqualTo(100);
        assertThat(post.values().orNaN(IMPRESSIONS_PAID)).isEqualTo(20);
        assertThat(post.values().orNaN(REACTIONS)).isEqualTo(7);
        assertThat(post.values().orNaN(SHARES)).isEqualTo(1);
        assertThat(post.values().orNaN(COMMENTS)).isZero();
        Observation.OfPost other = imports.posts().getLast();
        assertThat(other.version().contentType()).isEqualTo(ContentType.VIDEO);
        assertThat(other.version().boosted()).isEqualTo(Boosted.NO);
        assertThat(other.values().has(REACTIONS)).isFalse();
    }

    @Test
    void namesThatStandTwiceAreEventsAndPeople() {
        Import imports = imports();
        imports.of(
                "a.xls",
                new Workbook()
                        .sheet("Key Metrics", KEY_METRICS, DESCRIPTIONS, post("500100_800100", "Link", 0))
                        .bytes());
        assertThat(imports.breakdowns("content", "facebook.lifetime_negative_feedback"))
                .extracting(Observation.OfBreakdown::value)
                .containsExactly(3.0);
        assertThat(imports.breakdowns("content", "facebook.lifetime_negative_feedback_unique_users"))
                .extracting(Observation.OfBreakdown::value)
                .containsExactly(2.0);
        assertThat(imports.breakdowns("content", "facebook.lifetime_post_paid_reach"))
                .extracting(Observation.OfBreakdown::key)
                .containsExactly("800100");
    }

    @Test
    void textFormAndRowsThatCannotBeRead() {
        Import imports = imports();
        ImportReport report = imports.of("Posts.csv", """
                Post ID,Permalink,Post Message,Type,Posted,Lifetime Post Total Reach,Lifetime Post Total Impressions
                ,,,,,Lifetime: people,Lifetime: times
                500100_800100,https://www.facebook.com/1,Hello,Status,09/22/2020 07:07:36 PM,90,120
                500100_800100,https://www.facebook.com/1,Hello,Status,09/22/2020 07:07:36 PM,90,120
                5.001E+20,https://www.facebook.com/1,Hello,Status,09/22/2020 07:07:36 PM,90,120
                500100_800101,https://www.facebook.com/1,Hello,Status,yesterday,90,120
                """);
        assertThat(report.rows()).isEqualTo(new RowCounts(5, 1, 0, 1, 0, 0, 1, 2));
        assertThat(imports.posts().getFirst().version().publishedAt()).isEqualTo("2020-09-23T02:07:36Z");
        assertThat(imports.posts().getFirst().version().contentType()).isEqualTo(ContentType.TEXT);
    }

    @Test
    void reactionsOfPostsWithoutKeyMetricsAreReported() {
        ImportReport report = imports()
                .of(
                        "a.xls",
                        new Workbook()
                                .sheet("Key Metrics", KEY_METRICS, post("500100_800100", "Link", 0))
                                .sheet("Stories", STORIES, List.of("500100_800999", "", "", 1, 7, 2))
                                .bytes());
        assertThat(report.rejects())
                .singleElement()
                .satisfies(reject -> assertThat(reject.reason()).contains("key metrics does not hold this post"));
    }
}
