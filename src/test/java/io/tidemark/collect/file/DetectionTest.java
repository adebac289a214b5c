package io.tidemark.collect.file;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.collect.file.format.RowCounts;
import io.tidemark.metric.Platform;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Every kind of export is told from all others by its content: names say nothing here.
class DetectionTest {
    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource({
        "facebook-insights.xls, facebook_insights_posts",
        "facebook-posts-a.csv, meta_content",
        "facebook-posts-b.csv, meta_content",
        "facebook-posts-d.csv, meta_content",
        "facebook-videos.csv, meta_content",
        "hootsuite-x.csv, hootsuite_posts",
        "instagram-posts.csv, meta_content",
        "instagram-stories.csv, meta_content",
        "linkedin-content-es.csv, linkedin_page_content",
        "linkedin-followers.csv, linkedin_page_followers",
        "linkedin-posts-2020.csv, linkedin_page_content",
        "meta-audience.csv, meta_audience",
        "meta-days.csv, meta_days",
        "publer-posts.csv, publer_posts",
        "tiktok-business-days.csv, tiktok_analytics",
        "tiktok-business-videos.csv, tiktok_analytics",
        "tiktok-content.csv, tiktok_analytics",
        "tiktok-followers.csv, tiktok_analytics",
        "tiktok-overview.csv, tiktok_analytics",
        "tiktok-overview.xlsx, tiktok_analytics",
        "x-days.csv, x_days",
        "x-posts-ja.csv, x_posts",
        "x-posts.csv, x_posts",
        "x-videos.csv, x_videos",
        "youtube-videos-pt.csv, youtube_studio",
        "youtube-videos.csv, youtube_studio"
    })
    void contentTellsTheFormat(String file, String format) {
        Import imports = new Import(folder).observedAt("2026-02-01T09:00:00Z").timeZone("UTC");
        if (needsAccount(file)) {
            imports.account("acme");
        }
        if (file.equals("meta-audience.csv")) {
            imports.platform(Platform.FACEBOOK);
        }

        ImportReport report = imports.of("download", Import.bytes("made-up/" + file));

        assertThat(report.format()).isEqualTo(format);
        RowCounts rows = report.rows();
        assertThat(rows.rejected()).as("%s", report.rejects()).isZero();
        assertThat(rows.posts() + rows.days() + rows.breakdowns()).isPositive();
    }

    private static boolean needsAccount(String file) {
        return !file.startsWith("facebook")
                && !file.startsWith("instagram")
                && !file.startsWith("hootsuite")
                && !file.startsWith("publer")
                && !file.startsWith("x-posts")
                && !file.equals("tiktok-content.csv")
                && !file.equals("tiktok-business-videos.csv");
    }
}
