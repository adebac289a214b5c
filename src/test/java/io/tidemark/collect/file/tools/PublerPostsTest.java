package io.tidemark.collect.file.tools;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.tidemark.collect.file.Import;
import io.tidemark.collect.file.ImportReport;
import io.tidemark.collect.file.format.Period;
import io.tidemark.collect.file.format.RowCounts;
import io.tidemark.collect.file.table.ImportRefused;
import io.tidemark.ledger.Alias;
import io.tidemark.ledger.Observation;
import io.tidemark.metric.Format;
import io.tidemark.metric.Metric;
import io.tidemark.metric.MetricValues;
import io.tidemark.metric.Placement;
import io.tidemark.metric.Platform;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PublerPostsTest {
    private static final String NAME = "Acme (Workspace) ∙ Post Insights ∙ 1 Jun 2025 - 30 Jun 2025.csv";
    private static final String PREAMBLE = """
            # Acme Analytics CSV Export
            # Start Date: 1 Jun 2025
            # End Date: 30 Jun 2025


            Date,Social account,Social network,Post link,Post text,Post type,Reach,Reach rate (%),Reactions,Comments,Shares,Engagement rate (%),Link clicks,Click through rate (%),Action
            """;
    private static final String SHARE = id("2025-06-26T08:11:07Z");
    private static final String LINKEDIN =
            "2025-06-26 10:11,Acme Inc,Linkedin,https://www.linkedin.com/feed/update/urn:li:share:" + SHARE
                    + ",Sign Up | LinkedIn,Link,44,3.42,1,0,0,4.55,-,-,-\n";

    private static String id(String instant) {
        return Long.toString(Instant.parse(instant).toEpochMilli() << 22);
    }

    @TempDir
    Path folder;

    private Import imports() {
        return new Import(folder).timeZone("Europe/Berlin");
    }

    @Test
    void rowIsAPostOfTheAccountThatItNames() {
        Import imports = imports();
        ImportReport report = imports.of(NAME, PREAMBLE + LINKEDIN + "\n\n");
        assertThat(report.format()).isEqualTo("publer_posts");
        assertThat(report.rows()).isEqualTo(new RowCounts(1, 1, 0, 0, 0, 0, 0, 0));
        assertThat(report.warnings()).isEmpty();
        assertThat(report.accounts()).containsExactly(new ImportReport.ReportedAccount(1L, "linkedin", "Acme Inc"));
        assertThat(report.period()).isEqualTo(new Period(LocalDate.of(2025, 6, 1), LocalDate.of(2025, 6, 30)));
        Observation.OfPost post = imports.posts().getFirst();
        assertThat(post.aliases()).containsExactly(new Alias("linkedin:share", SHARE));
        assertThat(post.version().publishedAt()).isEqualTo("2025-06-26T08:11:07Z");
        assertThat(post.version().format()).isEqualTo(Format.LINK);
        assertThat(post.version().text()).isNull();
        assertThat(post.values())
                .isEqualTo(MetricValues.of(
                        Map.of(Metric.REACH, 44.0, Metric.REACTIONS, 1.0, Metric.COMMENTS, 0.0, Metric.SHARES, 0.0)));
    }

    @Test
    void zoneIsAskedForSinceTheFileNamesNone() {
        ImportRefused refused = new Import(folder).refusal(NAME, PREAMBLE + LINKEDIN);
        assertThat(refused.code()).isEqualTo("time_zone_needed");
        assertThat(refused.sentence()).contains("name the zone").doesNotContain("--");
    }

    @Test
    void severalNetworksStandInOneFile() {
        Import imports = imports();
        ImportReport report = imports.of(
                NAME,
                PREAMBLE
                        + LINKEDIN
                        + "2025-06-02 09:30,Acme on X,Twitter,https://x.com/acme/status/1929450000000000000,\"Hello, all\",Status,70,1,5,2,3,4,6,8,-\n"
                        + "2025-06-03 09:30,Acme,Facebook,https://www.facebook.com/acme/posts/122121474620644102,Hi,Photo,80,1,5,2,3,4,6,8,-\n"
                        + "2025-06-04 09:30,Acme,Instagram,https://www.instagram.com/reel/DABCDEFGHIJ/,Hi,Reel,90,1,5,2,3,4,-,-,-\n"
                        + "2025-06-05 09:30,Acme,Instagram,https://www.instagram.com/stories/acme/1/,Hi,Story,90,1,5,-,-,4,-,-,-\n"
                        + "2025-06-06 09:30,Acme,Telegram,https://t.me/acme/1,Hi,Status,1,1,1,1,1,1,1,1,-\n");
        assertThat(report.rows()).isEqualTo(new RowCounts(6, 5, 0, 0, 0, 0, 0, 1));
        assertThat(report.rejects())
                .extracting("row", "column", "text")
                .containsExactly(tuple(12L, "Social network", "Telegram"));
        assertThat(imports.posts())
                .extracting(
                        post -> post.account().platform(),
                        post -> post.account().handle(),
                        post -> post.aliases().getFirst(),
                        post -> post.version().placement())
                .containsExactly(
                        tuple(Platform.LINKEDIN, "Acme Inc", new Alias("linkedin:share", SHARE), Placement.FEED),
                        tuple(Platform.X, "acme", new Alias("x:post", "1929450000000000000"), Placement.FEED),
                        tuple(
                                Platform.FACEBOOK,
                                "Acme",
                                new Alias("facebook:post", "122121474620644102"),
                                Placement.FEED),
                        tuple(
                                Platform.INSTAGRAM,
                                "Acme",
                                new Alias("instagram:shortcode", "DABCDEFGHIJ"),
                                Placement.REEL),
                        tuple(
                                Platform.INSTAGRAM,
                                "Acme",
                                new Alias("instagram:url", "https://www.instagram.com/stories/acme/1"),
                                Placement.STORY));
        assertThat(imports.posts().get(2).version().publishedAt()).isEqualTo("2025-06-03T07:30:00Z");
    }

    @Test
    void aPostOfBlueskyIsCalledAsItsApiCallsIt() {
        Import imports = imports();
        imports.of(
                NAME,
                PREAMBLE
                        + "2025-06-02 09:30,Acme,Bluesky,https://bsky.app/profile/acme.example/post/3m7k2x,Hi,Status,1,1,1,1,1,1,1,1,-\n"
                        + "2025-06-03 09:30,Acme,Bluesky,https://bsky.app/profile/did:plc:x/post/3m7k2y,Hi,Status,1,1,1,1,1,1,1,1,-\n");

        assertThat(imports.posts())
                .extracting(
                        post -> post.account().handle(), post -> post.aliases().getFirst())
                .containsExactly(
                        tuple("acme.example", new Alias("bluesky:key", "3m7k2x")),
                        tuple("Acme", new Alias("bluesky:key", "3m7k2y")));
    }

    @Test
    void numbersThatAPlatformDoesNotProvideStayTheToolsOwn() {
        Import imports = imports();
        imports.of(
                NAME,
                PREAMBLE
                        + "2025-06-02 09:30,Acme on X,Twitter,https://x.com/acme/status/1929450000000000000,Hello,Status,70,1,5,2,3,4,6,8,-\n");
        assertThat(imports.posts().getFirst().values())
                .isEqualTo(MetricValues.of(
                        Map.of(Metric.LIKES, 5.0, Metric.COMMENTS, 2.0, Metric.REPOSTS, 3.0, Metric.LINK_CLICKS, 6.0)));
        assertThat(imports.breakdowns("content", "publer.reach"))
                .extracting(Observation.OfBreakdown::key, Observation.OfBreakdown::value)
                .containsExactly(tuple("1929450000000000000", 70.0));
    }

    @Test
    void zoneThatContradictsTheIdIsWarnedOf() {
        Import imports = new Import(folder).timeZone("America/New_York");
        ImportReport report = imports.of(NAME, PREAMBLE + LINKEDIN);
        assertThat(report.warnings()).hasSize(1).first().asString().contains("check the zone");
        assertThat(imports.posts().getFirst().version().publishedAt()).isEqualTo("2025-06-26T08:11:07Z");
    }

    @Test
    void rowsThatNameNoPostOrNoTimeAreRejected() {
        ImportReport report = imports()
                .of(
                        NAME,
                        PREAMBLE
                                + "2025-06-02 09:30,Acme,Facebook,,Hello,Status,70,1,5,2,3,4,6,8,-\n"
                                + "-,Acme,Facebook,https://www.facebook.com/acme/posts/pfbid0abc,Hello,Status,70,1,5,2,3,4,6,8,-\n"
                                + "2025-06-02 09:30,,Facebook,https://www.facebook.com/acme/posts/pfbid0abc,Hello,Status,70,1,5,2,3,4,6,8,-\n"
                                + LINKEDIN
                                + LINKEDIN);
        assertThat(report.rows()).isEqualTo(new RowCounts(5, 1, 0, 1, 0, 0, 0, 3));
        assertThat(report.rejects())
                .extracting("row", "column")
                .containsExactly(tuple(7L, "Post link"), tuple(8L, "Date"), tuple(9L, "Social account"));
    }

    @Test
    void sumsOverAWorkspaceAreOfNobody() {
        ImportRefused overview = imports()
                .refusal(
                        "Acme ∙ Overview.csv",
                        "# Start Date: 1 Jun 2025\n\nWorkspace Name,Number of Social Accounts,Followers,Reach\nAcme,4,4707,157\n");
        assertThat(overview.code()).isEqualTo("no_account_in_file");
        assertThat(overview.sentence()).contains("overview");
        ImportRefused hashtags = imports()
                .refusal(
                        "Acme ∙ Hashtag Analysis.csv",
                        "Hashtag,Top performing posts,Posts,Recent posts,Score,Reach,Reactions,Comments,Shares,Video views\n#a,1,2,3,4,5,6,7,8,9\n");
        assertThat(hashtags.sentence()).contains("hashtag analysis");
    }
}
