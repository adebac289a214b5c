package io.tidemark.collect.connector.youtube;

import static io.tidemark.collect.connector.youtube.YouTubeSamples.ACME;
import static io.tidemark.collect.connector.youtube.YouTubeSamples.CHANNEL;
import static io.tidemark.collect.connector.youtube.YouTubeSamples.NO_CHANNEL;
import static io.tidemark.collect.connector.youtube.YouTubeSamples.report;
import static io.tidemark.collect.connector.youtube.YouTubeSamples.uploads;
import static io.tidemark.collect.connector.youtube.YouTubeSamples.video;
import static io.tidemark.collect.connector.youtube.YouTubeSamples.videos;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.tidemark.collect.connector.AccountReading;
import io.tidemark.collect.connector.CallFailed;
import io.tidemark.collect.connector.DayReading;
import io.tidemark.collect.connector.Fault;
import io.tidemark.collect.connector.ListedPost;
import io.tidemark.collect.connector.Page;
import io.tidemark.collect.connector.PostReading;
import io.tidemark.collect.connector.PostRef;
import io.tidemark.collect.connector.PostRoute;
import io.tidemark.collect.connector.Saying;
import io.tidemark.collect.connector.ScriptedApi;
import io.tidemark.ledger.Alias;
import io.tidemark.metric.Format;
import io.tidemark.metric.Metric;
import io.tidemark.metric.MetricValues;
import io.tidemark.metric.Placement;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What YouTube's documentation says that answers look like.
class YouTubeFixturesTest {
    private final YouTubeConnector youtube = YouTubeSamples.connector();
    private final PostRoute counters = youtube.postRoutes().getFirst();
    private final PostRoute analytics = youtube.postRoutes().getLast();

    private static PostRef ref(String id, Duration age) {
        return new PostRef(id, "video", ScriptedApi.NOW.minus(age));
    }

    private ListedPost listed(String item) {
        ScriptedApi api =
                new ScriptedApi().answer(CHANNEL).answer(uploads("", "v1")).answer(videos(item));
        return youtube.posts(api, ACME, youtube.listings().getFirst(), null, null)
                .items()
                .getFirst();
    }

    private AccountReading account(String channel) {
        return youtube.readAccount(new ScriptedApi().answer(channel), ACME);
    }

    @Test
    void aChannelIsKnownByItsIdAndItsHandle() {
        AccountReading reading = account(CHANNEL);

        assertThat(reading.key().handle()).isEqualTo("acme");
        assertThat(reading.key().name()).isEqualTo("Acme Tools");
        assertThat(reading.key().aliases())
                .containsExactly(new Alias("youtube:id", "UCacme"), new Alias("youtube:handle", "acme"));
        assertThat(reading.levels()).isEqualTo(MetricValues.of(Map.of(Metric.FOLLOWERS, 10_200.0)));
    }

    @Test
    void hiddenSubscribersAreMissingAndNotZero() {
        AccountReading reading = account(CHANNEL.replace("\"10200\"", "\"0\"").replace("false", "true"));

        assertThat(reading.levels().isEmpty()).isTrue();
    }

    @Test
    void aChannelWithoutAHandleGoesByItsId() {
        assertThat(account(CHANNEL.replace("\"customUrl\": \"@acme\",", ""))
                        .key()
                        .handle())
                .isEqualTo("UCacme");
    }

    @Test
    void aSignInOfAnotherChannelOrOfNoneSaysWhatToDo() {
        assertThatThrownBy(() -> account(CHANNEL.replace("UCacme", "UCother").replace("@acme", "@other")))
                .isInstanceOfSatisfying(
                        CallFailed.class, failed -> assertThat(failed.fault()).isInstanceOf(Fault.NotPermitted.class))
                .hasMessageContaining("is of other, not of acme");
        assertThatThrownBy(() -> account(NO_CHANNEL)).hasMessageContaining("shows no channel any more");
        assertThat(youtube.accounts(new ScriptedApi().answer(NO_CHANNEL), null).items())
                .isEmpty();
    }

    @Test
    void aPageOfUploadsIsThreeCallsAndTheNextOneTwo() {
        ScriptedApi api = new ScriptedApi()
                .answer(CHANNEL)
                .answer(uploads("EAAa", "v1", "v2"))
                .answer(videos(video("v1", ""), video("v2", "")))
                .answer(uploads("", "v3"))
                .answer(videos(video("v3", "")));

        Page<ListedPost> first = youtube.posts(api, ACME, youtube.listings().getFirst(), null, null);
        Page<ListedPost> last = youtube.posts(api, ACME, youtube.listings().getFirst(), null, first.next());

        assertThat(first.items()).extracting(post -> post.ref().externalId()).containsExactly("v1", "v2");
        assertThat(last.items()).extracting(post -> post.ref().externalId()).containsExactly("v3");
        assertThat(last.next()).isNull();
        assertThat(api.parameters(1))
                .containsEntry("playlistId", "UUacme")
                .containsEntry("maxResults", "50")
                .doesNotContainKey("pageToken");
        assertThat(api.parameters(2)).containsEntry("id", "v1,v2");
        assertThat(api.parameters(3)).containsEntry("playlistId", "UUacme").containsEntry("pageToken", "EAAa");
    }

    @Test
    void aChannelThatNeverPublishedHasNoListAndThatIsNoFault() {
        ScriptedApi api =
                new ScriptedApi().answer(CHANNEL).fail(new Fault.NotFound(Saying.asItCame("playlistNotFound")));

        assertThat(youtube.posts(api, ACME, youtube.listings().getFirst(), null, null))
                .isEqualTo(new Page<>(List.of(), null));
    }

    @Test
    void aVideoIsListedWithWhatItIs() {
        ListedPost post = listed(video("dQw4w9WgXcQ", """
                "contentDetails": {"duration": "PT4M2S"}, "player": {"embedHeight": "720", "embedWidth": "1280"}"""));

        assertThat(post.aliases()).containsExactly(new Alias("youtube:video", "dQw4w9WgXcQ"));
        assertThat(post.version().publishedAt()).isEqualTo(Instant.parse("2026-11-10T12:00:00Z"));
        assertThat(post.version().format()).isEqualTo(Format.VIDEO);
        assertThat(post.version().placement()).isEqualTo(Placement.FEED);
        assertThat(post.version().text()).isEqualTo("Launch");
        assertThat(post.version().url()).isEqualTo("https://www.youtube.com/watch?v=dQw4w9WgXcQ");
        assertThat(post.thumbnail()).isEqualTo(URI.create("https://i.ytimg.com/vi/1/mqdefault.jpg"));
        assertThat(youtube.pictureHosts().namesHost(URI.create("https://i.ytimg.com/vi/1/mqdefault.jpg")))
                .isTrue();
        assertThat(post.values().isEmpty()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-10, PT58S,   405, 720, SHORT",
        "2026-11-10, PT3M,    405, 720, SHORT",
        "2026-11-10, PT3M1S,  405, 720, FEED",
        "2026-11-10, PT58S,   720, 720, SHORT",
        "2026-11-10, PT58S,  1280, 720, FEED",
        "2026-11-10, PT2M,      ,     , SHORT",
        "2024-10-14, PT2M,    405, 720, FEED",
        "2024-10-14, PT1M,    405, 720, SHORT",
        "2026-11-10, P0D,     405, 720, FEED",
        "2026-11-10, odd,     405, 720, FEED",
        "2026-11-10, PT1H2M, 1280, 720, FEED"
    })
    void whatIsAShortFollowsFromLengthAndShape(
            String day, String duration, String width, String height, Placement placement) {
        String player = width == null
                ? "\"player\": {}"
                : "\"player\": {\"embedWidth\": %s, \"embedHeight\": \"%s\"}".formatted(width, height);
        ListedPost post =
                listed(video("v1", "\"contentDetails\": {\"duration\": \"%s\"}, %s".formatted(duration, player))
                        .replace("2026-11-10", day));

        assertThat(post.version().placement()).isEqualTo(placement);
        assertThat(post.version().url())
                .isEqualTo("https://www.youtube.com/" + (placement == Placement.SHORT ? "shorts/v1" : "watch?v=v1"));
    }

    @Test
    void aBroadcastIsLive() {
        ListedPost post =
                listed(video("v1", "\"liveStreamingDetails\": {\"actualStartTime\": \"2026-11-10T12:00:00Z\"}"));

        assertThat(post.version().placement()).isEqualTo(Placement.LIVE);
    }

    @ParameterizedTest
    @CsvSource({
        "public,   processed, none,     1",
        "unlisted, processed, none,     1",
        "public,   uploaded,  live,     1",
        "private,  processed, none,     0",
        "public,   rejected,  none,     0",
        "public,   processed, upcoming, 0"
    })
    void onlyWhatOthersCanWatchIsListed(String privacy, String upload, String broadcast, int expected) {
        String item = video("v1", "")
                .replace("\"public\"", "\"" + privacy + "\"")
                .replace("\"processed\"", "\"" + upload + "\"")
                .replace("\"none\"", "\"" + broadcast + "\"");
        ScriptedApi api =
                new ScriptedApi().answer(CHANNEL).answer(uploads("", "v1")).answer(videos(item));

        assertThat(youtube.posts(api, ACME, youtube.listings().getFirst(), null, null)
                        .items())
                .hasSize(expected);
    }

    @Test
    void countersAreReadThoughTheyAreTexts() {
        ScriptedApi api = new ScriptedApi().answer(videos(video("v1", "")));

        assertThat(youtube.readPosts(api, ACME, counters, List.of(ref("v1", Duration.ofDays(1))), Set.of()))
                .containsExactly(Map.entry(
                        "v1",
                        new PostReading.Values(MetricValues.of(Map.of(
                                Metric.VIDEO_VIEWS,
                                9_007_199_254_740_992.0,
                                Metric.LIKES,
                                77.0,
                                Metric.COMMENTS,
                                9.0)))));
        assertThat(api.parameters(0)).containsEntry("part", "statistics,status").containsEntry("id", "v1");
    }

    @Test
    void countersThatAreHiddenAreMissingAndThatOfNobodyIsZero() {
        String hidden = video("v1", "").replace("\"likeCount\": \"77\", ", "").replace("\"9\"", "\"0\"");
        ScriptedApi api = new ScriptedApi().answer(videos(hidden));

        assertThat(youtube.readPosts(api, ACME, counters, List.of(ref("v1", Duration.ofDays(1))), Set.of()))
                .containsExactly(Map.entry(
                        "v1",
                        new PostReading.Values(MetricValues.of(
                                Map.of(Metric.VIDEO_VIEWS, 9_007_199_254_740_992.0, Metric.COMMENTS, 0.0)))));
    }

    @Test
    void aVideoThatIsLeftOutOrPrivateIsGone() {
        String closed = video("v2", "").replace("\"public\"", "\"private\"");
        ScriptedApi api = new ScriptedApi().answer(videos(video("v1", ""), closed));
        List<PostRef> asked =
                List.of(ref("v1", Duration.ofDays(1)), ref("v2", Duration.ofDays(1)), ref("v3", Duration.ofDays(1)));

        Map<String, PostReading> readings = youtube.readPosts(api, ACME, counters, asked, Set.of());

        assertThat(readings.get("v1")).isInstanceOf(PostReading.Values.class);
        assertThat(readings.get("v2")).isEqualTo(new PostReading.Gone());
        assertThat(readings.get("v3")).isEqualTo(new PostReading.Gone());
    }

    @Test
    void whereNoVideoIsThereTheChannelDecides() {
        List<PostRef> asked = List.of(ref("v1", Duration.ofDays(1)));

        assertThat(youtube.readPosts(
                        new ScriptedApi().answer(videos()).answer(CHANNEL), ACME, counters, asked, Set.of()))
                .containsEntry("v1", new PostReading.Gone());
        assertThat(youtube.readPosts(
                        new ScriptedApi().answer(videos()).answer(NO_CHANNEL), ACME, counters, asked, Set.of()))
                .isEmpty();
    }

    @Test
    void analyticsAreReadByTheirHeadersAndMinutesAreSeconds() {
        ScriptedApi api = new ScriptedApi()
                .answer(report(
                        "shares,video,estimatedMinutesWatched,engagedViews", "[6,\"v1\",3400,900],[\"7\",\"vX\",1,1]"));
        List<PostRef> asked = List.of(ref("v1", Duration.ofDays(9)), ref("v2", Duration.ofDays(3)));

        Map<String, PostReading> readings =
                youtube.readPosts(api, ACME, analytics, asked, Set.of("shares", "engagedViews"));

        assertThat(readings)
                .containsExactly(Map.entry(
                        "v1",
                        new PostReading.Values(MetricValues.of(Map.of(
                                Metric.SHARES,
                                6.0,
                                Metric.WATCH_TIME_SECONDS,
                                204_000.0,
                                Metric.ENGAGED_VIEWS,
                                900.0)))));
        assertThat(api.parameters(0))
                .containsEntry("ids", "channel==UCacme")
                .containsEntry("dimensions", "video")
                .containsEntry("filters", "video==v1,v2")
                .containsEntry("startDate", "2026-11-17")
                .containsEntry("endDate", "2026-11-26")
                .containsEntry("metrics", "engagedViews,shares");
    }

    @Test
    void nobodyIsAskedOfVideosThatAnalyticsCannotKnowYet() {
        ScriptedApi api = new ScriptedApi();

        assertThat(youtube.readPosts(
                        api, ACME, analytics, List.of(ref("v1", Duration.ofHours(47))), analytics.metrics()))
                .isEmpty();
        assertThat(api.requests()).isEmpty();
    }

    @Test
    void daysAreThoseOfTheAnswerAndNoOthers() {
        ScriptedApi api = new ScriptedApi()
                .answer(report(
                        "day,engagedViews,views,likes",
                        "[\"2026-03-07\",900,1200,-3],[\"2026-03-09\",\"4\",5.0,null]"));

        List<DayReading> days = youtube.readDays(
                api,
                ACME,
                youtube.dayRoutes().getFirst(),
                LocalDate.parse("2026-03-07"),
                LocalDate.parse("2026-03-11"),
                Set.of("views", "engagedViews", "likes"));

        assertThat(days)
                .containsExactly(
                        new DayReading(
                                LocalDate.parse("2026-03-07"),
                                MetricValues.of(Map.of(
                                        Metric.ENGAGED_VIEWS, 900.0, Metric.VIDEO_VIEWS, 1200.0, Metric.LIKES, -3.0))),
                        new DayReading(
                                LocalDate.parse("2026-03-09"),
                                MetricValues.of(Map.of(Metric.ENGAGED_VIEWS, 4.0, Metric.VIDEO_VIEWS, 5.0))));
        assertThat(api.parameters(0)).containsEntry("dimensions", "day").containsEntry("startDate", "2026-03-07");
    }

    @Test
    void aReportWithoutRowsTellsNothingAndOneWithoutHeadersIsNone() {
        LocalDate day = LocalDate.parse("2026-11-20");
        assertThat(youtube.readDays(
                        new ScriptedApi().answer(report("day,views", "")),
                        ACME,
                        youtube.dayRoutes().getFirst(),
                        day,
                        day,
                        Set.of("views")))
                .isEmpty();
        assertThatThrownBy(() -> youtube.readDays(
                        new ScriptedApi().answer("{\"kind\":\"youtubeAnalytics#resultTable\"}"),
                        ACME,
                        youtube.dayRoutes().getFirst(),
                        day,
                        day,
                        Set.of("views")))
                .hasMessageContaining("without a table");
    }

    @Test
    void whatIsRefusedWhileTheChannelIsAwayIsNotRefusedForGood() {
        assertThat(refused(CHANNEL)).isInstanceOf(Fault.NotPermitted.class);
        assertThat(refused(NO_CHANNEL)).isInstanceOf(Fault.Passing.class);
    }

    /// What comes of it that the analytics refuse days.
    private Fault refused(String channel) {
        LocalDate day = LocalDate.parse("2026-11-20");
        ScriptedApi api = new ScriptedApi()
                .fail(new Fault.NotPermitted(Saying.asItCame("forbidden")))
                .answer(channel);
        return catchThrowableOfType(
                        CallFailed.class,
                        () -> youtube.readDays(api, ACME, youtube.dayRoutes().getFirst(), day, day, Set.of("views")))
                .fault();
    }

    @Test
    void whatNobodyAsksForHasNoRoute() {
        YouTubeConnector bare = YouTubeSamples.connector(Map.of("video-metrics", "", "day-metrics", " "));

        assertThat(bare.postRoutes()).extracting(PostRoute::name).containsExactly("counters");
        assertThat(bare.dayRoutes()).isEmpty();
    }
}
