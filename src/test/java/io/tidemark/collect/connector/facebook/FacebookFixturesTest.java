package io.tidemark.collect.connector.facebook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tidemark.collect.connector.CallFailed;
import io.tidemark.collect.connector.ConnectorSettings;
import io.tidemark.collect.connector.DayReading;
import io.tidemark.collect.connector.Fault;
import io.tidemark.collect.connector.FoundAccount;
import io.tidemark.collect.connector.ListedPost;
import io.tidemark.collect.connector.Page;
import io.tidemark.collect.connector.PostReading;
import io.tidemark.collect.connector.PostRef;
import io.tidemark.collect.connector.PostRoute;
import io.tidemark.collect.connector.Secret;
import io.tidemark.collect.connector.TrackedAccount;
import io.tidemark.collect.connector.graph.CannedApi;
import io.tidemark.ledger.AccountKey;
import io.tidemark.ledger.Alias;
import io.tidemark.ledger.PostVersion;
import io.tidemark.metric.Boosted;
import io.tidemark.metric.Format;
import io.tidemark.metric.Metric;
import io.tidemark.metric.MetricValues;
import io.tidemark.metric.Placement;
import io.tidemark.metric.Platform;
import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Answers of Facebook, written for the project.
class FacebookFixturesTest {
    private static final Instant AT = Instant.parse("2026-11-02T03:04:05Z");

    private final CannedApi api = new CannedApi();
    private final FacebookConnector facebook = new FacebookConnector(ConnectorSettings.DEFAULT, () -> CannedApi.NOW);
    private final TrackedAccount page = new TrackedAccount(
            "1029384756", "", AccountKey.ofHandle(Platform.FACEBOOK, "acme"), new Secret("page-token"));

    private static String post(String more) {
        return "{\"data\":[{\"id\":\"1029384756_555000111\",\"created_time\":\"2026-11-02T03:04:05+0000\",%s}]}"
                .formatted(more);
    }

    private ListedPost listed(String answer) {
        api.answer(answer);
        Page<ListedPost> posts = facebook.posts(api, page, facebook.listings().getFirst(), null, null);
        return posts.items().getFirst();
    }

    private ListedPost reel(String answer) {
        api.answer(answer);
        return facebook.posts(api, page, facebook.listings().getLast(), null, null)
                .items()
                .getFirst();
    }

    private PostRoute route(String name) {
        return facebook.postRoutes().stream()
                .filter(route -> route.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void aPostComesWithItsCounters() {
        ListedPost post = listed(post("""
                "message":"Hi","permalink_url":"https://www.facebook.com/acme/posts/555000111",
                "status_type":"added_photos","is_published":true,"full_picture":"https://scontent.example/1.jpg",
                "shares":{"count":3},"attachments":{"data":[{"media_type":"photo","type":"photo"}]},
                "reactions":{"data":[],"summary":{"total_count":19}},
                "comments":{"data":[],"summary":{"total_count":4,"order":"chronological"}}"""));
        assertThat(post.ref()).isEqualTo(new PostRef("1029384756_555000111", "post", AT));
        assertThat(post.aliases()).containsExactly(new Alias("facebook:post", "555000111"));
        assertThat(post.version())
                .isEqualTo(new PostVersion(
                        AT,
                        Placement.FEED,
                        Format.IMAGE,
                        "Hi",
                        "https://www.facebook.com/acme/posts/555000111",
                        Boosted.UNKNOWN,
                        false));
        assertThat(post.values())
                .isEqualTo(MetricValues.of(Map.of(Metric.REACTIONS, 19.0, Metric.COMMENTS, 4.0, Metric.SHARES, 3.0)));
        assertThat(post.thumbnail()).isEqualTo(URI.create("https://scontent.example/1.jpg"));
        assertThat(api.asked().getLast().token()).isEqualTo(new Secret("page-token"));
        assertThat(api.last()).doesNotContain("page-token").contains("/v26.0/1029384756/published_posts?");
    }

    @Test
    void sharesThatAreLeftOutAreNoneButOtherCountersAreMissing() {
        assertThat(listed(post("\"message\":\"Hi\"")).values()).isEqualTo(MetricValues.of(Map.of(Metric.SHARES, 0.0)));
    }

    @ParameterizedTest
    @CsvSource({"photo,IMAGE", "video,VIDEO", "album,CAROUSEL", "link,LINK", "event,UNKNOWN"})
    void theAttachmentSaysWhatAPostIs(String type, Format format) {
        ListedPost post = listed(post("\"attachments\":{\"data\":[{\"media_type\":\"%s\"}]}".formatted(type)));
        assertThat(post.version().format()).isEqualTo(format);
    }

    @Test
    void aPostWithoutAttachmentIsText() {
        assertThat(listed(post("\"status_type\":\"mobile_status_update\""))
                        .version()
                        .format())
                .isEqualTo(Format.TEXT);
    }

    @Test
    void draftsAreLeftOut() {
        api.answer(post("\"is_published\":false"));
        assertThat(facebook.posts(api, page, facebook.listings().getFirst(), null, null)
                        .items())
                .isEmpty();
    }

    @Test
    void aReelHasOneIdInBothLists() {
        ListedPost among = listed(post("""
                "message":"R","permalink_url":"https://www.facebook.com/reel/9007199254740993/",
                "attachments":{"data":[{"media_type":"video"}]}"""));
        ListedPost alone = reel("""
                {"data":[{"id":"9007199254740993","description":"R","created_time":"2026-11-02T03:04:05+0000",
                    "permalink_url":"/reel/9007199254740993/","post_id":"555000111"}]}""");
        assertThat(among.ref()).isEqualTo(alone.ref());
        assertThat(among.ref()).isEqualTo(new PostRef("1029384756_555000111/9007199254740993", "reel", AT));
        assertThat(among.version()).isEqualTo(alone.version());
        assertThat(among.version().placement()).isEqualTo(Placement.REEL);
        assertThat(among.aliases())
                .isEqualTo(alone.aliases())
                .containsExactly(
                        new Alias("facebook:post", "555000111"),
                        new Alias("facebook:video", "1029384756_9007199254740993"));
        assertThat(alone.values().isEmpty()).isTrue();
    }

    @Test
    void aReelWithoutAPostIsKnownByItsVideo() {
        ListedPost reel = reel("""
                {"data":[{"id":9007199254740993,"created_time":"2026-11-02T03:04:05+0000"}]}""");
        assertThat(reel.ref()).isEqualTo(new PostRef("9007199254740993", "reel-video", AT));
        assertThat(facebook.postRoutes())
                .filteredOn(route -> route.takes(reel.ref(), AT))
                .extracting(PostRoute::name)
                .containsExactly("reels");
    }

    @ParameterizedTest
    @CsvSource({"100,(#100) Tried accessing nonexisting field (video_reels)", "10,(#10) Not allowed"})
    void aPageMayHaveNoListOfReels(int code, String message) {
        api.refuse(code, 0, message);
        assertThat(facebook.posts(api, page, facebook.listings().getLast(), null, null))
                .isEqualTo(new Page<>(List.of(), null));
    }

    @Test
    void aSignInThatIsGoneIsToldOfReelsToo() {
        api.refuse(190, 460, "Password changed");
        assertThatThrownBy(() -> facebook.posts(api, page, facebook.listings().getLast(), null, null))
                .isInstanceOfSatisfying(
                        CallFailed.class, failed -> assertThat(failed.fault()).isInstanceOf(Fault.SignInGone.class));
    }

    @Test
    void numbersOfPostsComeTogether() {
        api.answer("""
                {"1029384756_1":{"id":"1029384756_1","shares":{"count":2},
                    "reactions":{"data":[],"summary":{"total_count":9}},
                    "comments":{"data":[],"summary":{"total_count":0}},
                    "insights":{"data":[{"name":"post_media_view","period":"lifetime","values":[{"value":2100}]},
                        {"name":"post_total_media_view_unique","values":[{"value":1500}]},
                        {"name":"post_clicks","values":[{"value":53}]},
                        {"name":"post_clicks_by_type","values":[{"value":{"link clicks":9,"photo view":30}}]},
                        {"name":"post_reactions_by_type_total","values":[{"value":{"like":8,"love":2}}]}]}},
                 "1029384756_2":{"id":"1029384756_2"}}""");
        Map<String, PostReading> readings = facebook.readPosts(
                api,
                page,
                route("posts"),
                List.of(new PostRef("1029384756_1", "post", AT), new PostRef("1029384756_2/77", "reel", AT)),
                Set.of("post_media_view", "post_clicks"));
        assertThat(readings)
                .containsEntry(
                        "1029384756_1",
                        new PostReading.Values(MetricValues.of(Map.of(
                                Metric.IMPRESSIONS, 2100.0,
                                Metric.REACH, 1500.0,
                                Metric.CLICKS, 53.0,
                                Metric.LINK_CLICKS, 9.0,
                                Metric.REACTIONS, 9.0,
                                Metric.COMMENTS, 0.0,
                                Metric.SHARES, 2.0))))
                .containsEntry("1029384756_2/77", new PostReading.Values(MetricValues.of(Map.of(Metric.SHARES, 0.0))));
        assertThat(api.last())
                .contains("ids=1029384756_1,1029384756_2&")
                .contains("insights.metric(post_clicks,post_media_view){name,values}");
    }

    @Test
    void ofReelsWhateverComesIsRead() {
        api.answer("""
                {"id":"77","video_insights":{"data":[{"name":"blue_reels_play_count","values":[{"value":40}]},
                    {"name":"fb_reels_total_plays","values":[{"value":55}]},
                    {"name":"post_video_view_time","values":[{"value":61500}]},
                    {"name":"post_video_social_actions","values":[{"value":{"COMMENT":1,"SHARE":2}}]},
                    {"name":"post_video_likes_by_reaction_type",
                        "values":[{"value":{"REACTION_LIKE":5,"REACTION_LOVE":1}}]},
                    {"name":"post_video_followers","values":[{"value":3}]},
                    {"name":"post_video_retention_graph","values":[{"value":{"0":1.0,"1":0.5}}]}]}}""");
        Map<String, PostReading> readings = facebook.readPosts(
                api, page, route("reels"), List.of(new PostRef("1029384756_2/77", "reel", AT)), Set.of());
        assertThat(readings)
                .containsExactly(Map.entry(
                        "1029384756_2/77",
                        new PostReading.Values(MetricValues.of(Map.of(
                                Metric.VIDEO_VIEWS, 55.0,
                                Metric.WATCH_TIME_SECONDS, 61.5,
                                Metric.COMMENTS, 1.0,
                                Metric.SHARES, 2.0,
                                Metric.REACTIONS, 6.0,
                                Metric.FOLLOWS, 3.0)))));
        assertThat(api.last()).isEqualTo("https://graph.facebook.com/v26.0/77?fields=video_insights{name,values}");
    }

    @Test
    void aMetricThatIsRefusedIsNamed() {
        api.refuse(100, 0, "(#100) metric[1] must be one of the following values: post_clicks, post_other");
        assertThatThrownBy(() -> facebook.readPosts(
                        api,
                        page,
                        route("posts"),
                        List.of(new PostRef("1029384756_1", "post", AT)),
                        Set.of("post_media_view", "post_clicks")))
                .isInstanceOfSatisfying(
                        CallFailed.class,
                        failed -> assertThat(failed.fault())
                                .isInstanceOfSatisfying(
                                        Fault.MetricRefused.class,
                                        refused -> assertThat(refused.metrics()).containsExactly("post_media_view")));
    }

    @Test
    void daysAreThoseThatEndWithTheirValues() {
        api.answer("""
                {"data":[{"name":"page_media_view","period":"day","values":[
                    {"value":1,"end_time":"2026-10-31T07:00:00+0000"},
                    {"value":4310,"end_time":"2026-11-01T07:00:00+0000"},
                    {"value":3999,"end_time":"2026-11-02T08:00:00+0000"}]},
                 {"name":"page_actions_post_reactions_total","values":[
                    {"value":{"like":5,"love":1},"end_time":"2026-11-02T08:00:00+0000"}]},
                 {"name":"page_video_view_time","values":[{"value":1500,"end_time":"2026-11-02T08:00:00+0000"}]}]}""");
        List<DayReading> days = facebook.readDays(
                api,
                page,
                facebook.dayRoutes().getFirst(),
                LocalDate.of(2026, 10, 31),
                LocalDate.of(2026, 11, 1),
                Set.of("page_media_view"));
        assertThat(days)
                .containsExactly(
                        new DayReading(LocalDate.of(2026, 10, 31), MetricValues.of(Map.of(Metric.IMPRESSIONS, 4310.0))),
                        new DayReading(
                                LocalDate.of(2026, 11, 1),
                                MetricValues.of(Map.of(
                                        Metric.IMPRESSIONS, 3999.0,
                                        Metric.REACTIONS, 6.0,
                                        Metric.WATCH_TIME_SECONDS, 1.5))));
        long since = Instant.parse("2026-10-31T07:00:00Z").getEpochSecond();
        long until = Instant.parse("2026-11-02T09:00:00Z").getEpochSecond();
        assertThat(api.last()).contains("period=day&since=%d&until=%d".formatted(since, until));
    }

    @Test
    void whoeverMayNotSeeTheNumbersOfAPageIsToldWhatToDo() {
        api.answer("""
                {"data":[{"id":"1","name":"Acme","access_token":"EAAP","tasks":["ANALYZE","MODERATE"]},
                    {"id":"2","name":"Other","username":"other","access_token":"EAAQ","tasks":["MODERATE"]},
                    {"id":"3","name":"Third","tasks":["ANALYZE"]}]}""");
        List<FoundAccount> found = facebook.accounts(api, null).items();
        assertThat(found.getFirst().token()).isEqualTo(new Secret("EAAP"));
        assertThat(found.getFirst().obstacle()).isNull();
        assertThat(found.getFirst().key().aliases())
                .containsExactly(new Alias("facebook:id", "1"), new Alias("facebook:handle", "acme"));
        assertThat(found.get(1).obstacle()).asString().contains("insights of the page Other", "Page access");
        assertThat(found.getLast().obstacle()).asString().contains("no token for the page Third");
    }
}
