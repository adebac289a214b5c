package io.tidemark.collect.file.meta;

import static io.tidemark.metric.Metric.CLICKS;
import static io.tidemark.metric.Metric.COMMENTS;
import static io.tidemark.metric.Metric.IMPRESSIONS;
import static io.tidemark.metric.Metric.LINK_CLICKS;
import static io.tidemark.metric.Metric.REACH;
import static io.tidemark.metric.Metric.REACTIONS;
import static io.tidemark.metric.Metric.SHARES;
import static io.tidemark.metric.Metric.VIDEO_VIEWS_3S;
import static io.tidemark.metric.Metric.WATCH_TIME_SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.collect.file.Import;
import io.tidemark.collect.file.ImportReport;
import io.tidemark.ledger.Observation;
import io.tidemark.metric.ContentType;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Sets of columns that came and went: of one account, two downloads in a row may differ.
class FacebookLayoutsTest {
    private static final List<String> FEEDBACK = List.of(
            "facebook.negative_feedback_from_users_hide_all",
            "facebook.negative_feedback_from_users_unlike_page",
            "facebook.negative_feedback_from_users");

    @TempDir
    private Path folder;

    private Import read(String file) {
        Import imports = new Import(folder).observedAt("2026-02-01T00:00:00Z");
        ImportReport report = imports.of("posts.csv", Import.bytes("made-up/" + file));
        assertThat(report.rows().posts()).isPositive();
        assertThat(report.warnings()).noneMatch(warning -> warning.contains("column"));
        return imports;
    }

    /// The widest: `Views` twice, `Duration (secs)`, and the words of the others in another case.
    @Test
    void theWidestOf2025() {
        Import imports = read("facebook-posts-c.csv");
        Observation.OfPost post = imports.posts().getFirst();
        assertThat(post.version().contentType()).isEqualTo(ContentType.REEL);
        assertThat(post.values().present())
                .containsExactlyInAnyOrder(
                        IMPRESSIONS,
                        REACH,
                        REACTIONS,
                        COMMENTS,
                        SHARES,
                        CLICKS,
                        LINK_CLICKS,
                        VIDEO_VIEWS_3S,
                        WATCH_TIME_SECONDS);
        assertThat(post.values().orNaN(IMPRESSIONS)).isEqualTo(90);
        assertThat(post.values().orNaN(LINK_CLICKS)).isEqualTo(4);
        assertThat(post.values().orNaN(WATCH_TIME_SECONDS)).isEqualTo(310.5);
        assertThat(imports.breakdowns("content", "facebook.engaged_users")).hasSize(3);
        assertThat(imports.breakdowns("content", "facebook.other_clicks"))
                .extracting(Observation.OfBreakdown::value)
                .containsOnly(3.0);
        assertThat(imports.breakdowns("content", "facebook.ad_cpm_usd")).isEmpty();
    }

    @Test
    void columnsOfNegativeFeedbackComeAndGo() {
        Import with = read("facebook-posts-e.csv");
        Import without = read("facebook-posts-a.csv");
        assertThat(FEEDBACK).allSatisfy(metric -> {
            assertThat(with.breakdowns("content", metric)).hasSize(3);
            assertThat(without.breakdowns("content", metric)).isEmpty();
        });
        assertThat(with.posts().getFirst().values().orNaN(CLICKS)).isEqualTo(7);
    }
}
