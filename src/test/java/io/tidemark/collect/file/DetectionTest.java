package io.tidemark.collect.file;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.collect.file.format.ExportFormat;
import io.tidemark.collect.file.format.RowCounts;
import io.tidemark.collect.file.table.ExportFile;
import io.tidemark.collect.file.table.Limits;
import io.tidemark.metric.Platform;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Every kind of export is told from all others by its content: names say nothing here.
class DetectionTest {
    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource({
        "facebook-insights.xls, facebook_insights_posts",
        "facebook-posts-a.csv, meta_content",
        "facebook-posts-b.csv, meta_content",
        "facebook-posts-c.csv, meta_content",
        "facebook-posts-d.csv, meta_content",
        "facebook-posts-e.csv, meta_content",
        "facebook-videos.csv, meta_content",
        "hootsuite-facebook.csv, hootsuite_posts",
        "hootsuite-instagram.csv, hootsuite_posts",
        "hootsuite-x.csv, hootsuite_posts",
        "instagram-posts-pt.csv, meta_content",
        "instagram-posts.csv, meta_content",
        "instagram-stories.csv, meta_content",
        "linkedin-competitors.xlsx, linkedin_page_competitors",
        "linkedin-content-es.csv, linkedin_page_content",
        "linkedin-followers.csv, linkedin_page_followers",
        "linkedin-posts-2020.csv, linkedin_page_content",
        "linkedin-profile.xlsx, linkedin_profile",
        "linkedin-single-post.xlsx, linkedin_single_post",
        "linkedin-visitors.xlsx, linkedin_page_visitors",
        "meta-audience.csv, meta_audience",
        "meta-days.csv, meta_days",
        "publer-posts.csv, publer_posts",
        "tiktok-business-audience.csv, tiktok_analytics",
        "tiktok-business-days.csv, tiktok_analytics",
        "tiktok-business-videos.csv, tiktok_analytics",
        "tiktok-content.csv, tiktok_analytics",
        "tiktok-follower-activity.csv, tiktok_analytics",
        "tiktok-followers.csv, tiktok_analytics",
        "tiktok-gender.csv, tiktok_analytics",
        "tiktok-overview.csv, tiktok_analytics",
        "tiktok-overview.xlsx, tiktok_analytics",
        "tiktok-territories.csv, tiktok_analytics",
        "tiktok-viewers.csv, tiktok_analytics",
        "x-days.csv, x_days",
        "x-legacy-days.csv, x_days",
        "x-posts-ja.csv, x_posts",
        "x-posts.csv, x_posts",
        "x-videos.csv, x_videos",
        "youtube-chart.csv, youtube_studio",
        "youtube-geography.csv, youtube_studio",
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

    /// Tables of tools for which there is no format are none of theirs.
    @TestFactory
    Stream<DynamicTest> noFormatClaimsTheFileOfAnother() {
        return Seeds.files().stream()
                .map(file -> DynamicTest.dynamicTest(
                        file.getFileName().toString(),
                        () -> assertThat(claimants(file))
                                .hasSize(file.toString().contains("other-tools") ? 0 : 1)));
    }

    /// The header that tells each export, with what may stand above it and in another case than the platform writes.
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "x_posts|Post id,Date,Post text,Post Link,Impressions,Permalink Clicks",
                "x_posts|Tweet id,Tweet permalink,Tweet text,time,impressions,permalink clicks",
                "x_days|Date,Impressions,Unfollows,Create Post",
                "x_days|Date,Tweets published,impressions,engagements",
                "x_videos|Date,Video views,Watch time (ms),Video completion rate",
                "linkedin_page_content|Post title,Post link,Created date,Impressions,Click through rate (CTR)",
                "linkedin_page_content|Update title,Update link,Created date,Impressions,Click through rate (CTR)",
                "linkedin_page_content|Date,Impressions (total),Unique impressions (organic)",
                "linkedin_page_followers|Date,Organic followers,Total followers",
                "linkedin_page_visitors|Date,Total page views (total),Total unique visitors (total)",
                "linkedin_page_competitors|Page,Total Followers,New Followers,Total post engagements,Total posts",
                "linkedin_profile|Post URL,Post publish date,Engagements,,Post URL,Post publish date,Impressions",
                "meta_content|Post ID,Page ID,Page name,Publish time,Date,Views",
                "meta_content|Video asset ID,Page ID,Publish time,Date,3-second video views",
                "meta_content|Post ID,Account ID,Account username,Publish time,Permalink,Views",
                "meta_content|Post ID,Account username,Publish time,Permalink,Sticker taps,Navigation",
                "facebook_insights_posts|Post ID,Permalink,Posted,Lifetime Post Total Reach",
                "youtube_studio|Content,Video title,Video publish time,Views",
                "youtube_studio|Video,Video title,Video publish time,Views",
                "youtube_studio|Date,Content,Video title,Video publish time,Views",
                "tiktok_analytics|Time,Video title,Video link,Post time,Total likes,Total views",
                "tiktok_analytics|Video title,Video link,Post time,Video views,Likes,Add to Favorites",
                "tiktok_analytics|Date,Video Views,Profile Views,Likes",
                "tiktok_analytics|Date,Video views,Reached audience,Profile views",
                "publer_posts|Date,Social account,Social network,Post link,Post text,Reactions",
                "hootsuite_posts|Date (GMT),Tweet Text,Tweet Permalink,Likes",
                "hootsuite_posts|Date (GMT),Instagram Account,Instagram Post ID,Post Message,Post Permalink,Likes",
                "hootsuite_posts|Date (GMT),Facebook Page,Facebook Post ID,Post Message,Post Permalink,Reactions"
            })
    void aHeaderTellsTheExportWhereverItStands(String format, String header) throws IOException {
        for (String above : List.of("", "sep=,\n", "# a comment\n\n", "\"A note, in one cell, of what follows\"\n\n")) {
            for (String names : List.of(header, header.toUpperCase(Locale.ROOT))) {
                Path file = Files.writeString(folder.resolve("header.csv"), above + names + "\n");
                assertThat(claimants(file)).as(above + names).containsExactly(format);
            }
        }
    }

    /// Archives of accounts hold what was posted, and no numbers.
    @ParameterizedTest
    @ValueSource(
            strings = {
                "Date,ShareLink,ShareCommentary,SharedUrl,MediaUrl,Visibility",
                "Date,Campaign name,Ad group name,Spend in account currency,Impressions,Pin clicks,CTR",
                "Date,Impressions,Engagement",
                "Post ID,Text",
            })
    void whatIsNoExportIsNobodys(String header) throws IOException {
        Path file = Files.writeString(folder.resolve("header.csv"), header + "\n");
        assertThat(claimants(file)).isEmpty();
    }

    /// Keys of the formats that take the file for theirs.
    private static List<String> claimants(Path path) throws IOException {
        try (ExportFile file = ExportFile.open(path, "download", Limits.STANDARD)) {
            return Formats.ALL.stream()
                    .filter(format -> format.recognise(file).isPresent())
                    .map(ExportFormat::key)
                    .toList();
        }
    }
}
