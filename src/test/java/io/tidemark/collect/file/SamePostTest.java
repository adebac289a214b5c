package io.tidemark.collect.file;

import static io.tidemark.metric.Metric.COMMENTS;
import static io.tidemark.metric.Metric.IMPRESSIONS;
import static io.tidemark.metric.Metric.LIKES;
import static io.tidemark.metric.Metric.QUOTES;
import static io.tidemark.metric.Metric.REACTIONS;
import static io.tidemark.metric.Metric.SAVES;
import static io.tidemark.metric.Metric.SHARES;
import static io.tidemark.metric.Metric.VIDEO_VIEWS;
import static io.tidemark.metric.Metric.WATCH_TIME_SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.frame.DayFrame;
import io.tidemark.frame.PostFrame;
import io.tidemark.ledger.AccountKey;
import io.tidemark.ledger.Alias;
import io.tidemark.ledger.Observation;
import io.tidemark.ledger.PostTexts;
import io.tidemark.ledger.PostVersion;
import io.tidemark.ledger.SourceSpec;
import io.tidemark.metric.Boosted;
import io.tidemark.metric.Format;
import io.tidemark.metric.Metric;
import io.tidemark.metric.MetricValues;
import io.tidemark.metric.Placement;
import io.tidemark.metric.Platform;
import io.tidemark.testing.LedgerFixture;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// A post that several exports and the platform itself tell of is one post, and of each of its numbers the newest
/// reading counts, whichever arrived last.
class SamePostTest {
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-01T12:00:00Z"), ZoneOffset.UTC);
    private static final Instant PUBLISHED = Instant.parse("2026-01-01T00:00:00Z");
    private static final String X_ID = "2006515713438646272";
    private static final String TIKTOK_ID = "7590176156653977600";
    private static final String LINKEDIN_ID = "7412281402982400000";
    private static final String FACEBOOK_ID = "122100000000000100";
    private static final String INSTAGRAM_ID = "17900000000000000";
    private static final String SHORT_CODE = "DTBEhzzgAAF";
    private static final String YOUTUBE_ID = "abcdefghij0";
    private static final String PUBLER =
            "Date,Social account,Social network,Post link,Post text,Post type,Reach,Reactions,Comments,Shares,Link clicks\n";

    private static LedgerFixture fixture;

    @TempDir
    private Path folder;

    private long business;

    @BeforeAll
    static void open() {
        fixture = LedgerFixture.create(CLOCK);
    }

    @AfterAll
    static void close() {
        fixture.close();
    }

    @BeforeEach
    void begin(TestInfo test) {
        business = fixture.directory()
                .createBusiness(test.getDisplayName(), ZoneOffset.UTC, DayOfWeek.MONDAY, false)
                .id();
    }

    @Test
    void onX() throws IOException {
        String link = "https://x.com/acme/status/" + X_ID;
        String header = "Post id,Date,Post text,Post Link,Impressions,Likes,Replies,Permalink Clicks\n";
        String newer = header + X_ID + ",\"Thu, Jan 1, 2026\",Tea," + link + ",140,9,,0\n";
        String older = header + X_ID + ",\"Thu, Jan 1, 2026\",Tee," + link + ",100,5,2,0\n";
        told("account_analytics_content_2026-01-01_2026-02-05.csv", newer);
        api("x", new Alias("x:post", X_ID), "2026-02-03T00:00:00Z", Map.of(IMPRESSIONS, 120.0, QUOTES, 1.0));
        told("account_analytics_content_2026-01-01_2026-02-01.csv", older);
        told("publer.csv", PUBLER + "2026-01-01 00:00,Acme,Twitter," + link + ",Tea,Status,-,7,4,-,-\n", "2026-02-04");
        told("hootsuite.csv", """
                Date (GMT),Tweet Text,Tweet Permalink,Impressions,Likes,Retweets
                2026-01-01 00:00:00,Tea,https://twitter.com/Acme/status/%s,90,3,
                """.formatted(X_ID), "2026-01-20");
        assertOnePost(Map.of(IMPRESSIONS, 140.0, LIKES, 9.0, COMMENTS, 4.0, QUOTES, 1.0));
    }

    @Test
    void onInstagram() throws IOException {
        String link = "https://www.instagram.com/p/" + SHORT_CODE + "/";
        String header =
                "Post ID,Account ID,Account username,Account name,Publish time,Permalink,Post type,Date,Views,Likes,Saves\n";
        String row = ",17841400000000001,acme,Acme,01/02/2026 09:30," + link + ",IG image,Lifetime,";
        told("Jan-01-2026_Feb-28-2026_2.csv", header + "1.79E+16" + row + "200,,3\n");
        api(
                "instagram",
                new Alias("instagram:shortcode", SHORT_CODE),
                "2026-02-10T00:00:00Z",
                Map.of(LIKES, 21.0, SAVES, 2.0),
                new Alias("instagram:post", INSTAGRAM_ID));
        told("Jan-01-2026_Jan-31-2026_1.csv", header + INSTAGRAM_ID + row + "150,18,1\n");
        told(
                "publer.csv",
                PUBLER + "2026-01-02 17:30,acme,Instagram," + link + ",Cake,Photo,-,5,4,-,-\n",
                "2026-01-20");
        told("hootsuite.csv", """
                Date (GMT),Instagram Account,Instagram Post ID,Post Type,Post Message,Post Permalink,Likes,Comments,Views
                2026-01-02 17:30:00,acme,%s,Photo,Cake,,16,6,90
                """.formatted(INSTAGRAM_ID), "2026-01-25");
        assertOnePost(Map.of(IMPRESSIONS, 200.0, LIKES, 21.0, COMMENTS, 6.0, SAVES, 3.0));
    }

    @Test
    void onFacebook() throws IOException {
        String header = "Post ID,Page ID,Page name,Title,Publish time,Permalink,Post type,Date,Views,Reactions\n";
        String row = ",100000000000001,Acme Page,Tea,01/02/2026 09:30,https://www.facebook.com/acme/posts/"
                + FACEBOOK_ID + ",Photos,Lifetime,";
        told("Jan-01-2026_Feb-28-2026_2.csv", header + "1.221E+17" + row + "200,7\n");
        told("Jan-01-2026_Jan-31-2026_1.csv", header + FACEBOOK_ID + row + "150,9\n");
        told("hootsuite.csv", """
                Date (GMT),Facebook Page,Facebook Post ID,Post Type,Post Title,Post Message,Post Permalink,Reactions,Comments
                2026-01-02 17:30:00,Acme Page,100000000000001_%s,Photo,,Tea,,5,4
                """.formatted(FACEBOOK_ID), "2026-01-25");
        told("posts.csv", """
                Post ID,Permalink,Post Message,Type,Posted,Lifetime Post Total Reach,Lifetime Post Total Impressions
                100000000000001_%s,https://www.facebook.com/1,Tea,Photo,2026-01-02T09:30:00.000,90,120
                """.formatted(FACEBOOK_ID), "2026-01-10");
        api(
                "facebook",
                new Alias("facebook:post", FACEBOOK_ID),
                "2026-02-10T00:00:00Z",
                Map.of(REACTIONS, 8.0, SHARES, 3.0));
        assertOnePost(Map.of(IMPRESSIONS, 200.0, REACTIONS, 7.0, COMMENTS, 4.0, SHARES, 3.0));
    }

    @Test
    void onYouTube() throws IOException {
        String header = "Content,Video title,Video publish time,Duration,Views,Likes,Watch time (hours)\n";
        told(
                "Content 2026-01-01_2026-02-05 Acme.zip",
                table(header + YOUTUBE_ID + ",Film,\"Jan 1, 2026\",61,90,,1.5\n"),
                null);
        api("youtube", new Alias("youtube:video", YOUTUBE_ID), "2026-02-03T00:00:00Z", Map.of(LIKES, 7.0));
        told(
                "Content 2026-01-01_2026-01-31 Acme.zip",
                table(header + YOUTUBE_ID + ",Film,\"Jan 1, 2026\",61,50,5,1\n"),
                null);
        told(
                "publer.csv",
                PUBLER + "2026-01-01 10:00,acme,YouTube,https://youtu.be/" + YOUTUBE_ID + ",Film,Video,-,6,4,-,-\n",
                "2026-02-02");
        assertOnePost(Map.of(VIDEO_VIEWS, 90.0, LIKES, 7.0, COMMENTS, 4.0, WATCH_TIME_SECONDS, 5400.0));
    }

    /// YouTube's file gives the day on which a video was published, tools give the minute, whichever speaks last.
    @ParameterizedTest
    @ValueSource(strings = {"2026-01-20", "2026-02-20"})
    void anExactTimeOfPublicationIsNotLostToADay(String toolSpoke) throws IOException {
        told(
                "Content 2026-01-01_2026-01-31 Acme.zip",
                table("Content,Video title,Video publish time,Views\n" + YOUTUBE_ID + ",Film,\"Jan 1, 2026\",50\n"),
                null);
        assertThat(published()).isEqualTo(Instant.parse("2026-01-01T08:00:00Z"));
        told(
                "publer.csv",
                PUBLER + "2026-01-01 10:17,acme,YouTube,https://youtu.be/" + YOUTUBE_ID + ",Film,Video,-,6,4,-,-\n",
                toolSpoke);
        assertThat(published()).isEqualTo(Instant.parse("2026-01-01T10:17:00Z"));
        told(
                "Content 2026-01-01_2026-02-10 Acme.zip",
                table("Content,Video title,Video publish time,Views\n" + YOUTUBE_ID + ",Film,\"Jan 2, 2026\",60\n"),
                null);
        assertThat(published()).isEqualTo(Instant.parse("2026-01-01T10:17:00Z"));
        PostTexts texts = new PostTexts(fixture.database());
        assertThat(texts.containing(business, "film", at("10:17"), at("10:18"), CLOCK.instant()))
                .hasSize(1);
    }

    private static Instant at(String time) {
        return Instant.parse("2026-01-01T" + time + ":00Z");
    }

    private Instant published() {
        PostFrame posts = fixture.ledger().frame(business).posts();
        assertThat(posts.size()).isEqualTo(1);
        return Instant.ofEpochSecond(posts.publishedAt(0));
    }

    @Test
    void onTikTok() throws IOException {
        String link = "https://www.tiktok.com/@acme/video/" + TIKTOK_ID;
        told(
                "Content.csv",
                "\"Time\",\"Video title\",\"Video link\",\"Post time\",\"Total likes\",\"Total comments\",\"Total views\"\n"
                        + "\"January 9\",\"Cake\",\"" + link + "\",\"January 1\",\"undefined\",\"1\",\"50\"",
                "2026-01-10");
        api(
                "tiktok",
                new Alias("tiktok:video", TIKTOK_ID),
                "2026-01-08T00:00:00Z",
                Map.of(LIKES, 3.0, VIDEO_VIEWS, 44.0));
        told(
                "videos.csv",
                "Video title,Video link,Post time,Video views,Likes,Comments,Add to Favorites\n" + "Cake," + link
                        + ",2026/01/01 00:00:00,30,2,0,6\n",
                "2026-01-05");
        assertOnePost(Map.of(VIDEO_VIEWS, 50.0, LIKES, 3.0, COMMENTS, 1.0, SAVES, 6.0));
    }

    /// One post has three numbers there. They are one where a source gives two of them together.
    @Test
    void onLinkedIn() throws IOException {
        Alias activity = new Alias("linkedin:activity", LINKEDIN_ID);
        Alias share = new Alias("linkedin:share", "7412281402982400999");
        String header = "Post title,Post link,Created date,Impressions,Likes,Comments\n";
        String link = "https://www.linkedin.com/feed/update/urn:li:";
        told(
                "acme_content_1770000000000.csv",
                header + "Tea," + link + "activity:" + LINKEDIN_ID + ",01/01/2026,140,,4\n");
        api("linkedin", share, "2026-01-20T00:00:00Z", Map.of(IMPRESSIONS, 120.0, REACTIONS, 6.0), activity);
        told(
                "acme_content_1768000000000.csv",
                header + "Tea," + link + "share:" + share.externalId() + ",01/01/2026,100,5,2\n");
        told(
                "2020.csv",
                "Update title,Update link,Created date,Impressions,Likes\nTea," + link + "activity:" + LINKEDIN_ID
                        + ",01/01/2026,20,1\n",
                "2026-01-02");
        assertOnePost(Map.of(IMPRESSIONS, 140.0, REACTIONS, 6.0, COMMENTS, 4.0));
    }

    @Test
    void daysOfOverlappingFilesAreRevisedAndNotAdded() throws IOException {
        String header = "Date,Impressions,Likes,Create Post\n";
        String newer = header + "\"Mon, Aug 3, 2026\",10,,0\n\"Sun, Aug 2, 2026\",1178,7,0\n";
        told("later.csv", newer);
        told("earlier.csv", header + "\"Sun, Aug 2, 2026\",1070,6,0\n\"Sat, Aug 1, 2026\",900,5,0\n");
        long version = fixture.ledger().versions(business).data();
        assertThat(told("again.csv", newer).status()).isEqualTo(ImportReport.Status.UNCHANGED);
        assertThat(fixture.ledger().versions(business).data()).isEqualTo(version);
        DayFrame days = fixture.ledger().frame(business).days();
        assertThat(days.size()).isEqualTo(3);
        assertThat(List.of(days.value(0, IMPRESSIONS), days.value(1, IMPRESSIONS), days.value(2, IMPRESSIONS)))
                .containsExactly(900.0, 1178.0, 10.0);
        assertThat(days.value(1, LIKES)).isEqualTo(7);
        assertThat(days.value(2, LIKES)).isNaN();
    }

    /// The newest day of X is not over when the file is made. Archives say at what hour that was, so that the later one
    /// counts although both cover the same days.
    @Test
    void ofTwoFilesOfOneLastDayTheOneThatSaysItIsLaterCounts() throws IOException {
        told("evening.zip", days("2026-08-02T18:00:00Z", 1178), null);
        told("morning.zip", days("2026-08-02T08:00:00Z", 1070), null);
        assertThat(fixture.ledger().frame(business).days().value(0, IMPRESSIONS))
                .isEqualTo(1178);
    }

    private static byte[] days(String at, int impressions) {
        return new Zip()
                .addAt(
                        "account_overview_analytics.csv",
                        Instant.parse(at),
                        "Date,Impressions,Create Post\n\"Sun, Aug 2, 2026\"," + impressions + ",0\n")
                .bytes();
    }

    private static byte[] table(String content) {
        return new Zip().add("Table data.csv", content).bytes();
    }

    private ImportReport told(String name, String content) throws IOException {
        return told(name, content, null);
    }

    /// A file that does not say itself when it was written.
    private ImportReport told(String name, String content, @Nullable String day) throws IOException {
        return told(name, content.getBytes(StandardCharsets.UTF_8), day);
    }

    private ImportReport told(String name, byte[] content, @Nullable String day) throws IOException {
        Path file = Files.write(folder.resolve("file"), content);
        Instant observedAt = day == null ? null : Instant.parse(day + "T00:00:00Z");
        ImportRequest request = new ImportRequest(
                fixture.ledger().newId(),
                business,
                file,
                name,
                new Answers(needsAccount(name) ? "acme" : null, null, null, ZoneOffset.UTC, observedAt, null),
                null,
                false,
                true,
                Set.of(business));
        return new FileImporter(fixture.ledger(), CLOCK).run(request, _ -> {});
    }

    private static boolean needsAccount(String name) {
        return name.endsWith(".zip")
                || Set.of("2020.csv", "later.csv", "earlier.csv", "again.csv").contains(name);
    }

    /// What a connector hands over: the id that the platform gives the post, and others where it gives several.
    private void api(String platform, Alias id, String at, Map<Metric, Double> values, Alias... others) {
        Instant observedAt = Instant.parse(at);
        PostVersion version =
                new PostVersion(PUBLISHED, Placement.FEED, Format.UNKNOWN, null, null, Boosted.UNKNOWN, false);
        List<Alias> aliases = Stream.concat(Stream.of(id), Stream.of(others)).toList();
        AccountKey account = AccountKey.ofHandle(Platform.find(platform).orElseThrow(), "acme");
        Observation post = new Observation.OfPost(account, aliases, version, MetricValues.of(values), observedAt);
        SourceSpec spec = new SourceSpec(
                fixture.ledger().newId(), SourceSpec.Kind.SYNC, platform, platform, platform + at, observedAt);
        fixture.ledger().append(business, spec, sink -> sink.accept(post), _ -> "{}");
    }

    /// The one post of the business has these values, and nothing else that matters here.
    private void assertOnePost(Map<Metric, Double> values) {
        PostFrame posts = fixture.ledger().frame(business).posts();
        assertThat(posts.size()).isEqualTo(1);
        values.forEach((metric, value) ->
                assertThat(posts.value(0, metric)).as(metric.key()).isEqualTo(value));
    }
}
