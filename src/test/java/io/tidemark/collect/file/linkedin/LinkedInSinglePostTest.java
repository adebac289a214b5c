package io.tidemark.collect.file.linkedin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.tidemark.collect.file.Import;
import io.tidemark.collect.file.ImportReport;
import io.tidemark.collect.file.Workbook;
import io.tidemark.collect.file.format.RowCounts;
import io.tidemark.ledger.Alias;
import io.tidemark.ledger.Observation;
import io.tidemark.metric.Metric;
import io.tidemark.metric.MetricValues;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LinkedInSinglePostTest {
    private static final String ID = "7306192134921981953";
    private static final String NAME = "SinglePostAnalytics_JaneDoe_" + ID + ".xls";
    private static final String URL = "https://www.linkedin.com/feed/update/urn:li:ugcPost:" + ID;

    @TempDir
    Path folder;

    private Import imports() {
        return new Import(folder).lastModified("2025-04-01T10:00:00Z");
    }

    @Test
    void rowsOfTheSheetAreOnePost() {
        Import imports = imports();
        ImportReport report = imports.of(
                NAME,
                new Workbook()
                        .sheet(
                                "Post analytics",
                                List.of("Post URL", URL),
                                List.of("Post Date", "Mar 14, 2025"),
                                List.of("Post Publish Time", "9:00 AM"),
                                List.of("Impressions", "1,500"),
                                List.of("Members reached", "800"),
                                List.of("Profile viewers from this post", "12"),
                                List.of("Followers gained from this post", "3"),
                                List.of("Social engagements", "40"),
                                List.of("Reactions", "25"),
                                List.of("Comments", "6"),
                                List.of("Reposts", "4"),
                                List.of("Saves", "5"),
                                List.of("Sends on LinkedIn", "2"),
                                List.of("Link engagements", "-"),
                                List.of(),
                                List.of("Category", "Value", "%"),
                                List.of("Seniority", "Entry", "31%"),
                                List.of("Seniority", "CXO", "< 1%"))
                        .bytes());
        assertThat(report.format()).isEqualTo("linkedin_single_post");
        assertThat(report.accounts()).containsExactly(new ImportReport.ReportedAccount(1L, "linkedin", "JaneDoe"));
        assertThat(report.rows()).isEqualTo(new RowCounts(16, 10, 0, 0, 0, 4, 2, 0));
        assertThat(report.warnings()).isEmpty();
        assertThat(imports.posts()).hasSize(1);
        Observation.OfPost post = imports.posts().getFirst();
        assertThat(post.aliases()).containsExactly(new Alias("linkedin:ugcPost", ID));
        assertThat(post.version().url()).isEqualTo(URL);
        assertThat(post.version().publishedAt()).isEqualTo(Instant.ofEpochMilli(Long.parseLong(ID) >> 22));
        assertThat(post.observedAt()).isEqualTo("2025-04-01T10:00:00Z");
        assertThat(post.values())
                .isEqualTo(MetricValues.of(Map.of(
                        Metric.IMPRESSIONS, 1500.0,
                        Metric.REACH, 800.0,
                        Metric.PROFILE_VISITS, 12.0,
                        Metric.FOLLOWS, 3.0,
                        Metric.REACTIONS, 25.0,
                        Metric.COMMENTS, 6.0,
                        Metric.SHARES, 4.0,
                        Metric.SAVES, 5.0)));
        assertThat(imports.breakdowns())
                .extracting(
                        Observation.OfBreakdown::dimension,
                        Observation.OfBreakdown::key,
                        Observation.OfBreakdown::metric,
                        Observation.OfBreakdown::value)
                .containsExactly(
                        tuple("content", ID, "linkedin.social_engagements", 40.0),
                        tuple("content", ID, "linkedin.sends", 2.0),
                        tuple("post_seniority", ID + " Entry", "linkedin.audience_share", 0.31),
                        tuple("post_seniority", ID + " CXO", "linkedin.audience_share_below", 0.01));
    }

    @Test
    void rowsThatCannotBeReadOrAreUnknownLeaveTheOthers() {
        Import imports = imports();
        ImportReport report = imports.of(
                NAME,
                new Workbook()
                        .sheet(
                                "Post analytics",
                                List.of("Reactions", 25),
                                List.of("Post URL", URL),
                                List.of("Impressions", "many"),
                                List.of("Reactions", 25),
                                List.of("Applause", 3))
                        .bytes());
        assertThat(report.rows()).isEqualTo(new RowCounts(5, 2, 0, 1, 0, 0, 1, 1));
        assertThat(report.rejects().getFirst().text()).isEqualTo("many");
        assertThat(report.warnings()).containsExactly("\"Post analytics\" row 5 is not known: \"Applause\".");
        assertThat(imports.posts().getFirst().values()).isEqualTo(MetricValues.of(Map.of(Metric.REACTIONS, 25.0)));
    }
}
