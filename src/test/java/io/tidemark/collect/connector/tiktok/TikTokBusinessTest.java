package io.tidemark.collect.connector.tiktok;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tidemark.collect.connector.CallFailed;
import io.tidemark.collect.connector.ConnectorSettings;
import io.tidemark.collect.connector.DayReading;
import io.tidemark.collect.connector.DayRoute;
import io.tidemark.collect.connector.Fault;
import io.tidemark.collect.connector.FoundAccount;
import io.tidemark.collect.connector.ListedPost;
import io.tidemark.collect.connector.Page;
import io.tidemark.collect.connector.PostReading;
import io.tidemark.collect.connector.PostRef;
import io.tidemark.collect.connector.Saying;
import io.tidemark.collect.connector.TrackedAccount;
import io.tidemark.ledger.Absence;
import io.tidemark.ledger.AccountKey;
import io.tidemark.ledger.Alias;
import io.tidemark.metric.Boosted;
import io.tidemark.metric.Format;
import io.tidemark.metric.Metric;
import io.tidemark.metric.MetricValues;
import io.tidemark.metric.Platform;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// Answers of the Accounts API, mapped.
class TikTokBusinessTest {
    private static final Fault DENIED = new Fault.NotPermitted(Saying.asItCame("video.insights was not authorized"));
    private static final TrackedAccount ACME = new TrackedAccount(
            "biz-1",
            "",
            new AccountKey(Platform.TIKTOK, "acme", "Acme", List.of(new Alias("tiktok:open_id", "biz-1"))),
            null);
    private static final String TOKEN = """
            {"code":0,"message":"OK","request_id":"1","data":{"app_id":"7","creator_id":"biz-1","scope":"user.info.basic,video.list"}}""";
    private static final String ACCOUNT = """
            {"code":0,"message":"OK","request_id":"1","data":{"username":"acme","display_name":"Acme","followers_count":5120,
             "metrics":[]}}""";
    private static final String POSTS = """
            {"code":0,"message":"OK","request_id":"1","data":{"videos":[
              {"item_id":"7572000000000000001","create_time":"1763300000","caption":"Morning","media_type":"VIDEO","is_ad":true,
               "share_url":"https://www.tiktok.com/@acme/video/7572000000000000001","video_views":2100,"reach":1800,"likes":40,
               "comments":2,"shares":1,"favorites":5,"total_time_watched":15230.2,"new_followers":3},
              {"item_id":"7572000000000000002","create_time":"1763200000","caption":"Beans","media_type":"PHOTO","is_ad":false,
               "share_url":"https://www.tiktok.com/@acme/video/7572000000000000002","video_views":900,"likes":0}],
             "cursor":1763200000000,"has_more":true}}""";
    private static final String NOTHING = """
            {"code":0,"message":"OK","request_id":"1","data":{"videos":[],"cursor":0,"has_more":false}}""";

    private final CannedApi api = new CannedApi();
    private final TikTokBusiness tiktok =
            new TikTokBusiness(ConnectorSettings.DEFAULT, "7", InstantSource.fixed(CannedApi.NOW));
    private final Set<String> metrics = tiktok.postRoutes().getFirst().metrics();

    private static PostRef ref(String id, int daysAgo) {
        return new PostRef(id, "video", CannedApi.NOW.minus(Duration.ofDays(daysAgo)));
    }

    private Map<String, PostReading> read(PostRef... posts) {
        return tiktok.readPosts(api, ACME, tiktok.postRoutes().getFirst(), List.of(posts), metrics);
    }

    private String asked(int index) {
        return URLDecoder.decode(api.asked().get(index), StandardCharsets.UTF_8);
    }

    @Test
    void theTokenTellsWhoseItIsWithoutBeingToldItself() {
        api.answer(TOKEN)
                .answer(ACCOUNT)
                .answer(TOKEN.replace(",video.list", ""))
                .answer(ACCOUNT);

        FoundAccount found = tiktok.accounts(api, null).items().getFirst();
        FoundAccount without = tiktok.accounts(api, null).items().getFirst();

        assertThat(found.account().externalId()).isEqualTo("biz-1");
        assertThat(found.key().aliases())
                .containsExactly(new Alias("tiktok:open_id", "biz-1"), new Alias("tiktok:handle", "acme"));
        assertThat(found.obstacle()).isNull();
        assertThat(without.obstacle()).asString().contains("video.list");
        assertThat(asked(0))
                .isEqualTo("https://business-api.tiktok.com/open_api/v1.3/tt_user/token_info/get/"
                        + " {\"app_id\":\"7\",\"access_token\":\"(token)\"}");
    }

    @Test
    void aPageOfPostsIsMapped() {
        api.answer(POSTS);

        Page<ListedPost> page = tiktok.posts(api, ACME, tiktok.listings().getFirst(), null, null);

        ListedPost video = page.items().getFirst();
        assertThat(video.ref())
                .isEqualTo(new PostRef("7572000000000000001", "video", Instant.ofEpochSecond(1763300000)));
        assertThat(video.version().boosted()).isEqualTo(Boosted.YES);
        assertThat(video.values())
                .isEqualTo(MetricValues.of(Map.of(
                        Metric.VIDEO_VIEWS, 2100.0,
                        Metric.REACH, 1800.0,
                        Metric.WATCH_TIME_SECONDS, 15230.2,
                        Metric.LIKES, 40.0,
                        Metric.COMMENTS, 2.0,
                        Metric.SHARES, 1.0,
                        Metric.SAVES, 5.0,
                        Metric.FOLLOWS, 3.0)));
        ListedPost photo = page.items().getLast();
        assertThat(photo.ref().kind()).isEqualTo("photo");
        assertThat(photo.version().format()).isEqualTo(Format.CAROUSEL);
        assertThat(photo.version().boosted()).isEqualTo(Boosted.NO);
        assertThat(photo.values()).isEqualTo(MetricValues.of(Map.of(Metric.VIDEO_VIEWS, 900.0, Metric.LIKES, 0.0)));
        assertThat(page.next()).isEqualTo("1763200000000");
        assertThat(asked(0))
                .startsWith("https://business-api.tiktok.com/open_api/v1.3/business/video/list/?business_id=biz-1"
                        + "&fields=[\"item_id\",\"create_time\",")
                .endsWith("&max_count=20");
    }

    @Test
    void whatPerishesIsMissingOfAnIdlePostWithItsReasonAndNotOfAYoungOne() {
        api.answer(POSTS.replace("\"reach\":1800,", "").replace("\"total_time_watched\":15230.2,", ""));

        Map<String, PostReading> readings = read(ref("7572000000000000001", 8), ref("7572000000000000002", 1));

        assertThat(readings.get("7572000000000000001")).isInstanceOfSatisfying(PostReading.Values.class, values -> {
            assertThat(values.values().has(Metric.REACH)).isFalse();
            assertThat(values.values().has(Metric.LIKES)).isTrue();
            assertThat(values.absences())
                    .isEqualTo(Map.of(Metric.REACH, Absence.EXPIRED, Metric.WATCH_TIME_SECONDS, Absence.EXPIRED));
        });
        assertThat(readings.get("7572000000000000002"))
                .isInstanceOfSatisfying(
                        PostReading.Values.class,
                        values -> assertThat(values.absences()).isEmpty());
        assertThat(asked(0)).endsWith("&filters={\"video_ids\":[\"7572000000000000001\",\"7572000000000000002\"]}");
    }

    @Test
    void withoutThePermissionOfInsightsTheRestIsRead() {
        api.fail(DENIED).answer(POSTS);

        Map<String, PostReading> readings = read(ref("7572000000000000001", 8));

        assertThat(readings.get("7572000000000000001")).isInstanceOfSatisfying(PostReading.Values.class, values -> {
            assertThat(values.values().present())
                    .containsExactlyInAnyOrder(Metric.VIDEO_VIEWS, Metric.LIKES, Metric.COMMENTS, Metric.SHARES);
            assertThat(values.absences())
                    .containsEntry(Metric.REACH, Absence.NOT_PERMITTED)
                    .containsEntry(Metric.SAVES, Absence.NOT_PERMITTED);
        });
        assertThat(asked(1)).contains("[\"item_id\",\"comments\",\"likes\",\"shares\",\"video_views\"]");
    }

    @Test
    void withoutThePermissionToListPostsSomebodyMustSignInAgain() {
        api.fail(DENIED).fail(DENIED);

        assertThatThrownBy(() -> tiktok.posts(api, ACME, tiktok.listings().getFirst(), null, null))
                .isInstanceOfSatisfying(
                        CallFailed.class, failed -> assertThat(failed.fault()).isInstanceOf(Fault.SignInGone.class));
    }

    @Test
    void aRefusedNumberIsForTheEngineToFindOutAndKeepsNoPostFromBeingFound() {
        Fault refused = new Fault.MetricRefused(Saying.asItCame("reach"), Set.of("reach"));
        api.fail(refused).fail(refused).answer(POSTS);

        assertThatThrownBy(() -> read(ref("7572000000000000001", 8))).isInstanceOf(CallFailed.class);
        assertThat(tiktok.posts(api, ACME, tiktok.listings().getFirst(), null, null)
                        .items())
                .hasSize(2)
                .allMatch(post -> post.values().isEmpty());
    }

    @Test
    void whereNothingIsShownNoPostIsGone() {
        api.answer(NOTHING).answer(NOTHING);

        assertThatThrownBy(() -> read(ref("7572000000000000001", 8)))
                .isInstanceOfSatisfying(
                        CallFailed.class, failed -> assertThat(failed.fault()).isInstanceOf(Fault.Passing.class));
    }

    @Test
    void daysAreMappedAndWhatIsNotToldIsMissing() {
        api.answer("""
                {"code":0,"message":"OK","data":{"username":"acme","metrics":[
                  {"date":"2026-11-01","video_views":900,"unique_video_views":700,"profile_views":40,"likes":31,"comments":2,
                   "shares":1,"followers_count":5001,"daily_total_followers":6,"daily_new_followers":9,"bio_link_clicks":1},
                  {"date":"2026-11-02","video_views":null,"likes":0},
                  {"date":"2026-11-03"},
                  {"date":"2026-10-01","likes":5}]}}""").answer("""
                {"code":0,"message":"OK","data":{"metrics":[{"date":"yesterday","likes":5}]}}""");
        DayRoute route = tiktok.dayRoutes().getFirst();
        LocalDate from = LocalDate.of(2026, 11, 1);

        List<DayReading> days = tiktok.readDays(api, ACME, route, from, from.plusDays(2), route.metrics());

        assertThat(days)
                .containsExactly(
                        new DayReading(
                                from,
                                MetricValues.of(Map.of(
                                        Metric.VIDEO_VIEWS, 900.0,
                                        Metric.REACH, 700.0,
                                        Metric.PROFILE_VISITS, 40.0,
                                        Metric.LIKES, 31.0,
                                        Metric.COMMENTS, 2.0,
                                        Metric.SHARES, 1.0,
                                        Metric.FOLLOWS, 9.0,
                                        Metric.LINK_CLICKS, 1.0))),
                        new DayReading(from.plusDays(1), MetricValues.of(Map.of(Metric.LIKES, 0.0))));
        assertThat(asked(0)).contains("&start_date=2026-11-01&end_date=2026-11-03");
        assertThatThrownBy(() -> tiktok.readDays(api, ACME, route, from, from, route.metrics()))
                .isInstanceOf(CallFailed.class);
    }

    @Test
    void followersAreThoseOfNow() {
        api.answer(ACCOUNT);

        assertThat(Stream.of(tiktok.readAccount(api, ACME).levels()))
                .containsExactly(MetricValues.of(Map.of(Metric.FOLLOWERS, 5120.0)));
    }
}
