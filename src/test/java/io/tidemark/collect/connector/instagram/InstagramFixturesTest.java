package io.tidemark.collect.connector.instagram;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tidemark.collect.connector.AccountReading;
import io.tidemark.collect.connector.CallFailed;
import io.tidemark.collect.connector.ConnectorSettings;
import io.tidemark.collect.connector.DayReading;
import io.tidemark.collect.connector.DayRoute;
import io.tidemark.collect.connector.Fault;
import io.tidemark.collect.connector.FoundAccount;
import io.tidemark.collect.connector.ListedPost;
import io.tidemark.collect.connector.Listing;
import io.tidemark.collect.connector.PostReading;
import io.tidemark.collect.connector.PostRef;
import io.tidemark.collect.connector.PostRoute;
import io.tidemark.collect.connector.Secret;
import io.tidemark.collect.connector.TrackedAccount;
import io.tidemark.collect.connector.graph.CannedApi;
import io.tidemark.ledger.Absence;
import io.tidemark.ledger.AccountKey;
import io.tidemark.ledger.Alias;
import io.tidemark.ledger.Marks;
import io.tidemark.metric.Boosted;
import io.tidemark.metric.Format;
import io.tidemark.metric.Metric;
import io.tidemark.metric.MetricValues;
import io.tidemark.metric.Placement;
import io.tidemark.metric.Platform;
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

/// Answers of Instagram, written for the project.
class InstagramFixturesTest {
    private static final Instant AT = Instant.parse("2026-11-18T14:02:00Z");
    private static final LocalDate DAY = LocalDate.of(2026, 11, 1);

    private final CannedApi api = new CannedApi();
    private final InstagramConnector instagram =
            InstagramConnector.throughFacebook(ConnectorSettings.DEFAULT, () -> CannedApi.NOW);
    private final InstagramConnector direct = InstagramConnector.direct(ConnectorSettings.DEFAULT, () -> CannedApi.NOW);
    private final TrackedAccount account = new TrackedAccount(
            "17841400000000001", "", AccountKey.ofHandle(Platform.INSTAGRAM, "acme"), new Secret("page-token"));
    private final Listing posts = instagram.listings().getFirst();
    private final Listing stories = instagram.listings().getLast();

    private ListedPost listed(Listing listing, String more) {
        api.answer("{\"data\":[{\"id\":\"18000000000000001\",\"timestamp\":\"2026-11-18T14:02:00+0000\",%s}]}"
                .formatted(more));
        return instagram.posts(api, account, listing, null, null).items().getFirst();
    }

    private PostRoute route(String name) {
        return instagram.postRoutes().stream()
                .filter(route -> route.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private DayRoute dayRoute(String name) {
        return instagram.dayRoutes().stream()
                .filter(route -> route.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private List<DayReading> day(String route, String metric) {
        return instagram.readDays(api, account, dayRoute(route), DAY, DAY, Set.of(metric));
    }

    @Test
    void aReelComesWithItsCountersUnderTheNamesOfExportedFiles() {
        ListedPost post = listed(posts, """
                "caption":"Hi","media_type":"VIDEO","media_product_type":"REELS",
                "permalink":"https://www.instagram.com/reel/AbC/","shortcode":"AbC",
                "thumbnail_url":"https://scontent.example/t.jpg","media_url":"https://scontent.example/v.mp4",
                "like_count":120,"comments_count":9,"is_shared_to_feed":true""");
        assertThat(post.ref()).isEqualTo(new PostRef("18000000000000001", "REELS", AT));
        assertThat(post.aliases())
                .startsWith(new Alias("instagram:post", "18000000000000001"), new Alias("instagram:shortcode", "AbC"));
        assertThat(post.version().placement()).isEqualTo(Placement.REEL);
        assertThat(post.version().format()).isEqualTo(Format.VIDEO);
        assertThat(post.version().boosted()).isEqualTo(Boosted.UNKNOWN);
        assertThat(post.values()).isEqualTo(MetricValues.of(Map.of(Metric.LIKES, 120.0, Metric.COMMENTS, 9.0)));
        assertThat(post.version().marks())
                .as("shared to its own feed is no crosspost")
                .isEqualTo(Marks.UNKNOWN);
        assertThat(post.thumbnail()).isEqualTo(URI.create("https://scontent.example/t.jpg"));
    }

    @Test
    void likesThatTheOwnerHidesAreMissing() {
        ListedPost post = listed(posts, """
                "media_type":"IMAGE","media_product_type":"FEED","comments_count":0""");
        assertThat(post.values()).isEqualTo(MetricValues.of(Map.of(Metric.COMMENTS, 0.0)));
    }

    @ParameterizedTest
    @CsvSource({
        "IMAGE,FEED,FEED/IMAGE,FEED,IMAGE,feed",
        "VIDEO,FEED,FEED/VIDEO,FEED,VIDEO,feed",
        "CAROUSEL_ALBUM,FEED,FEED/CAROUSEL_ALBUM,FEED,CAROUSEL,feed",
        "VIDEO,REELS,REELS,REEL,VIDEO,reels"
    })
    void placementFormatAndKindFollowFromTypeAndProduct(
            String type, String product, String kind, Placement placement, Format format, String route) {
        ListedPost post = listed(posts, "\"media_type\":\"%s\",\"media_product_type\":\"%s\"".formatted(type, product));
        assertThat(post.ref().kind()).isEqualTo(kind);
        assertThat(post.version().placement()).isEqualTo(placement);
        assertThat(post.version().format()).isEqualTo(format);
        assertThat(instagram.postRoutes())
                .filteredOn(each -> each.takes(post.ref(), AT))
                .extracting(PostRoute::name)
                .containsExactly(route);
    }

    @Test
    void whatIsRefusedForOldPostsSaysNothingOfTheOthers() {
        api.answer("""
                {"data":[{"id":"1","timestamp":"2023-01-01T00:00:00+0000","media_type":"IMAGE",
                    "media_product_type":"FEED"}]}""");
        ListedPost post =
                instagram.posts(api, account, posts, null, null).items().getFirst();
        assertThat(post.ref().kind()).isEqualTo("FEED/IMAGE/old");
        assertThat(route("feed").takes(post.ref(), AT)).isTrue();
    }

    @Test
    void advertisementsAreLeftOutAndWhatIsToldOfOthersIsTaken() {
        api.answer("""
                {"data":[{"id":"1","timestamp":"2026-11-18T14:02:00+0000","media_product_type":"AD"},
                    {"id":"2","timestamp":"2026-11-18T14:02:00+0000","media_product_type":"FEED",
                        "collaborators":{"data":[{"id":"9","invite_status":"Accepted"}]},
                        "boost_ads_list":{"data":[{"ad_id":"5"}]}}]}""");
        List<ListedPost> listed =
                instagram.posts(api, account, posts, null, null).items();
        assertThat(listed).hasSize(1);
        assertThat(listed.getFirst().version().marks()).isEqualTo(new Marks(true, null));
        assertThat(listed.getFirst().version().boosted()).isEqualTo(Boosted.YES);
    }

    @Test
    void storiesAreAListOfWhatIsLiveAndTellNoCounters() {
        ListedPost story = listed(stories, "\"media_type\":\"IMAGE\",\"media_url\":\"https://scontent.example/s.jpg\"");
        assertThat(stories.complete()).isFalse();
        assertThat(stories.live()).isTrue();
        assertThat(story.version().placement()).isEqualTo(Placement.STORY);
        assertThat(story.ref().kind()).isEqualTo("STORY");
        assertThat(story.values().isEmpty()).isTrue();
        assertThat(route("stories").takes(story.ref(), AT.plus(Duration.ofHours(23))))
                .isTrue();
        assertThat(route("stories").takes(story.ref(), AT.plus(Duration.ofHours(24))))
                .isFalse();
        assertThat(route("feed").takes(story.ref(), AT)).isFalse();
    }

    @Test
    void numbersOfReels() {
        api.answer("""
                {"18000000000000001":{"id":"18000000000000001","insights":{"data":[
                    {"name":"views","period":"lifetime","values":[{"value":900}]},
                    {"name":"reach","values":[{"value":801}]},
                    {"name":"saved","values":[{"value":4}]},
                    {"name":"ig_reels_video_view_total_time","values":[{"value":456789}]}]}},
                 "18000000000000002":{"id":"18000000000000002","insights":{"data":[]}}}""");
        Map<String, PostReading> readings = instagram.readPosts(
                api,
                account,
                route("reels"),
                List.of(new PostRef("18000000000000001", "REELS", AT), new PostRef("18000000000000002", "REELS", AT)),
                route("reels").metrics());
        assertThat(readings)
                .containsEntry(
                        "18000000000000001",
                        new PostReading.Values(MetricValues.of(Map.of(
                                Metric.IMPRESSIONS, 900.0,
                                Metric.REACH, 801.0,
                                Metric.SAVES, 4.0,
                                Metric.WATCH_TIME_SECONDS, 456.789))))
                .containsEntry("18000000000000002", new PostReading.Values(MetricValues.NONE));
    }

    @Test
    void aStoryThatFewHaveSeenIsBelowAThresholdAndNoMatterOfPermission() {
        String few = "(#10) Not enough viewers for the media to show insights";
        PostRef story = new PostRef("1", "STORY", AT);
        api.refuse(10, 0, few).refuse(10, 0, few);
        Map<String, PostReading> alone =
                instagram.readPosts(api, account, route("stories"), List.of(story), Set.of("views", "replies"));
        assertThat(alone)
                .containsExactly(Map.entry(
                        "1",
                        new PostReading.Values(
                                MetricValues.NONE,
                                Map.of(
                                        Metric.IMPRESSIONS, Absence.BELOW_THRESHOLD,
                                        Metric.COMMENTS, Absence.BELOW_THRESHOLD))));
        assertThatThrownBy(() -> instagram.readPosts(
                        api, account, route("stories"), List.of(story, new PostRef("2", "STORY", AT)), Set.of("views")))
                .as("of several it is not known which")
                .isInstanceOfSatisfying(
                        CallFailed.class, failed -> assertThat(failed.fault()).isInstanceOf(Fault.BatchRefused.class));
    }

    @Test
    void aPostFromBeforeTheAccountWasProfessionalHasNoNumbers() {
        api.refuse(100, 2_108_006, "Invalid parameter");
        assertThat(instagram.readPosts(
                        api, account, route("feed"), List.of(new PostRef("1", "FEED/IMAGE", AT)), Set.of("views")))
                .containsExactly(Map.entry(
                        "1",
                        new PostReading.Values(MetricValues.NONE, Map.of(Metric.IMPRESSIONS, Absence.NOT_PROVIDED))));
    }

    @Test
    void onlyThoseWhoCameCountAsFollows() {
        api.answer("""
                {"data":[{"name":"follows_and_unfollows","total_value":{"breakdowns":[
                    {"dimension_keys":["follow_type"],"results":[
                        {"dimension_values":["FOLLOWER"],"value":14},
                        {"dimension_values":["NON_FOLLOWER"],"value":3}]}]}}]}""");
        assertThat(day("follows", "follows_and_unfollows"))
                .containsExactly(new DayReading(DAY, MetricValues.of(Map.of(Metric.FOLLOWS, 14.0))));
        assertThat(api.last()).contains("breakdown=follow_type");
    }

    @Test
    void aTotalIsOfOneDayFromMidnightToMidnightInCalifornia() {
        api.answer("""
                {"data":[{"name":"views","period":"day","total_value":{"value":5120}},
                    {"name":"saves","total_value":{"value":0}}]}""");
        assertThat(day("totals", "views"))
                .containsExactly(
                        new DayReading(DAY, MetricValues.of(Map.of(Metric.IMPRESSIONS, 5120.0, Metric.SAVES, 0.0))));
        long since = Instant.parse("2026-11-01T07:00:00Z").getEpochSecond();
        long until = Instant.parse("2026-11-02T08:00:00Z").getEpochSecond();
        assertThat(api.last()).contains("since=%d".formatted(since), "until=%d".formatted(until));
    }

    @Test
    void anEmptyAnswerSaysNothingOfADay() {
        api.answer("{\"data\":[]}").answer("{\"data\":[]}").answer("{\"data\":[]}");
        assertThat(day("totals", "views")).isEmpty();
        assertThat(day("follows", "follows_and_unfollows")).isEmpty();
        assertThat(day("series", "reach")).isEmpty();
    }

    @Test
    void theAccountComesWithWhoFollowsItAsFarAsThatIsTold() {
        api.answer("{\"username\":\"Acme.Shop\",\"name\":\"Acme\",\"followers_count\":1200}")
                .answer("""
                {"data":[{"name":"follower_demographics","total_value":{"breakdowns":[
                    {"results":[{"dimension_values":["DE"],"value":70}]}]}}]}""")
                .refuse(10, 0, "(#10) Not enough followers")
                .answer("""
                {"data":[{"name":"follower_demographics","total_value":{"breakdowns":[
                    {"results":[{"dimension_values":["25-34","F"],"value":12}]}]}}]}""");
        AccountReading reading = instagram.readAccount(api, account);
        assertThat(reading.key().handle()).isEqualTo("Acme.Shop");
        assertThat(reading.key().aliases())
                .containsExactly(
                        new Alias("instagram:id", "17841400000000001"), new Alias("instagram:handle", "acme.shop"));
        assertThat(reading.levels()).isEqualTo(MetricValues.of(Map.of(Metric.FOLLOWERS, 1200.0)));
        assertThat(reading.parts())
                .containsExactly(
                        new AccountReading.Part("geography", "Germany", "followers", 70),
                        new AccountReading.Part("age_gender", "Women 25-34", "followers", 12));
    }

    @Test
    void anIdThatComesAsANumberKeepsAllItsDigits() {
        api.answer("{\"id\":\"26000000000000001\",\"user_id\":17841499999999999,\"username\":\"acme\"}");
        FoundAccount found = direct.accounts(api, null).items().getFirst();
        assertThat(found.account().externalId()).isEqualTo("17841499999999999");
        assertThat(found.token()).as("the sign-in's own").isNull();
        assertThat(found.obstacle()).isNull();
        assertThat(api.last()).startsWith("https://graph.instagram.com/v26.0/me?");
    }

    @Test
    void aPersonalAccountCannotBeTracked() {
        api.answer("{\"user_id\":\"1\",\"username\":\"anna\",\"account_type\":\"PERSONAL\"}");
        assertThat(direct.accounts(api, null).items().getFirst().obstacle())
                .asString()
                .contains("professional accounts only", "@anna");
    }

    @Test
    void onlyPagesWithAnInstagramAccountShowOne() {
        api.answer("""
                {"data":[{"id":"1","name":"Acme","access_token":"EAAP","tasks":["ANALYZE"],
                    "instagram_business_account":{"id":"17841400000000001","username":"acme"}},
                 {"id":"2","name":"Other","access_token":"EAAQ","tasks":["ANALYZE"]}]}""");
        List<FoundAccount> found = instagram.accounts(api, null).items();
        assertThat(found).hasSize(1);
        assertThat(found.getFirst().account().externalId()).isEqualTo("17841400000000001");
        assertThat(found.getFirst().token()).isEqualTo(new Secret("EAAP"));
    }
}
