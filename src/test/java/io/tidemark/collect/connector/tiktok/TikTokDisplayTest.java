package io.tidemark.collect.connector.tiktok;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tidemark.collect.connector.CallFailed;
import io.tidemark.collect.connector.ConnectorSettings;
import io.tidemark.collect.connector.Fault;
import io.tidemark.collect.connector.FoundAccount;
import io.tidemark.collect.connector.ListedPost;
import io.tidemark.collect.connector.Page;
import io.tidemark.collect.connector.PostReading;
import io.tidemark.collect.connector.PostRef;
import io.tidemark.collect.connector.Saying;
import io.tidemark.collect.connector.TrackedAccount;
import io.tidemark.ledger.AccountKey;
import io.tidemark.ledger.Alias;
import io.tidemark.metric.Boosted;
import io.tidemark.metric.Format;
import io.tidemark.metric.Metric;
import io.tidemark.metric.MetricValues;
import io.tidemark.metric.Platform;
import java.net.URI;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// Answers of the Display API, mapped.
class TikTokDisplayTest {
    private static final Fault DENIED = new Fault.NotPermitted(Saying.asItCame("not authorized"));
    private static final TrackedAccount ACME = new TrackedAccount(
            "-0001",
            "",
            new AccountKey(
                    Platform.TIKTOK,
                    "acme",
                    "Acme",
                    List.of(new Alias("tiktok:open_id", "-0001"), new Alias("tiktok:handle", "acme"))),
            null);
    private static final String USER = """
            {"data":{"user":{"open_id":"-0001","union_id":"u-9","username":"acme","display_name":"Acme & Sons",
              "follower_count":5120}},"error":{"code":"ok","message":"","log_id":"2026"}}""";
    private static final String NOTHING = """
            {"data":{"videos":[],"cursor":0,"has_more":false},"error":{"code":"ok","message":"","log_id":"2026"}}""";
    private static final String LIST = """
            {"data":{"videos":[
              {"id":"7572000000000000001","create_time":1763300000,"share_url":"https://www.tiktok.com/@acme/video/7572000000000000001?utm_campaign=a",
               "cover_image_url":"https://p16.tiktokcdn.com/cover.jpeg?x-expires=1","video_description":"Morning #coffee","duration":31,
               "title":"Morning","like_count":40,"comment_count":"2","view_count":2100},
              {"id":7572000000000000002,"create_time":1763200000,"share_url":"https://www.tiktok.com/@acme/photo/7572000000000000002",
               "video_description":"","title":"Beans","duration":0,"like_count":0}],
             "cursor":1763200000000,"has_more":true},"error":{"code":"ok","message":"","log_id":"2026"}}""";

    private final CannedApi api = new CannedApi();
    private final TikTokDisplay tiktok =
            new TikTokDisplay(ConnectorSettings.DEFAULT, InstantSource.fixed(CannedApi.NOW));

    private static List<PostRef> refs(String... ids) {
        return Stream.of(ids).map(id -> new PostRef(id, "video", Instant.EPOCH)).toList();
    }

    private Map<String, PostReading> read(String... ids) {
        return tiktok.readPosts(
                api,
                ACME,
                tiktok.postRoutes().getFirst(),
                refs(ids),
                tiktok.postRoutes().getFirst().metrics());
    }

    @Test
    void theAccountIsKnownByItsIdsAndAsFilesNameIt() {
        api.answer(USER).answer(LIST);

        FoundAccount found = tiktok.accounts(api, null).items().getFirst();

        assertThat(found.account().externalId()).isEqualTo("-0001");
        assertThat(found.key().name()).isEqualTo("Acme & Sons");
        assertThat(found.key().aliases())
                .containsExactly(
                        new Alias("tiktok:open_id", "-0001"),
                        new Alias("tiktok:union_id", "u-9"),
                        new Alias("tiktok:handle", "acme"));
        assertThat(found.obstacle()).isNull();
    }

    @Test
    void whatWasNotGrantedIsLeftOutAndTheLinkOfAVideoTellsTheHandle() {
        api.fail(DENIED)
                .answer("{\"data\":{\"user\":{\"open_id\":\"-0001\",\"display_name\":\"Acme\"}}}")
                .fail(DENIED)
                .fail(DENIED)
                .answer(LIST);

        FoundAccount found = tiktok.accounts(api, null).items().getFirst();

        assertThat(found.key().handle()).isEqualTo("acme");
        assertThat(api.asked().subList(0, 4))
                .containsExactly(
                        "https://open.tiktokapis.com/v2/user/info/?fields=open_id,union_id,display_name,username,follower_count",
                        "https://open.tiktokapis.com/v2/user/info/?fields=open_id,union_id,display_name",
                        "https://open.tiktokapis.com/v2/user/info/?fields=username",
                        "https://open.tiktokapis.com/v2/user/info/?fields=follower_count");
    }

    @Test
    void withoutThePermissionToListVideosAnAccountCannotBeChosen() {
        api.answer(USER).fail(new Fault.SignInGone(Saying.asItCame("Leave video.list on.")));

        assertThat(tiktok.accounts(api, null).items().getFirst().obstacle()).hasToString("Leave video.list on.");
    }

    @Test
    void followersAreReadWhereTheyAreToldAndTheHandleStaysWhereItIsNot() {
        api.answer(USER)
                .fail(DENIED)
                .answer("{\"data\":{\"user\":{\"open_id\":\"-0001\",\"display_name\":\"Acme\"}}}")
                .fail(DENIED)
                .fail(DENIED)
                .answer(USER.replace("-0001", "-0002"));

        assertThat(tiktok.readAccount(api, ACME).levels()).isEqualTo(MetricValues.of(Map.of(Metric.FOLLOWERS, 5120.0)));
        assertThat(tiktok.readAccount(api, ACME)).satisfies(untold -> {
            assertThat(untold.levels().isEmpty()).isTrue();
            assertThat(untold.key().handle()).isEqualTo("acme");
        });
        assertThatThrownBy(() -> tiktok.readAccount(api, ACME))
                .isInstanceOfSatisfying(
                        CallFailed.class, failed -> assertThat(failed.fault()).isInstanceOf(Fault.NotPermitted.class));
    }

    @Test
    void aPageOfVideosIsMappedAndLeadsToTheNext() {
        api.answer(LIST).answer(NOTHING);

        Page<ListedPost> page = tiktok.posts(api, ACME, tiktok.listings().getFirst(), null, null);
        Page<ListedPost> last = tiktok.posts(api, ACME, tiktok.listings().getFirst(), null, page.next());

        ListedPost video = page.items().getFirst();
        assertThat(video.ref())
                .isEqualTo(new PostRef("7572000000000000001", "video", Instant.ofEpochSecond(1763300000)));
        assertThat(video.aliases()).containsExactly(new Alias("tiktok:video", "7572000000000000001"));
        assertThat(video.version().url()).isEqualTo("https://www.tiktok.com/@acme/video/7572000000000000001");
        assertThat(video.version().text()).isEqualTo("Morning #coffee");
        assertThat(video.version().format()).isEqualTo(Format.VIDEO);
        assertThat(video.version().boosted()).isEqualTo(Boosted.UNKNOWN);
        assertThat(video.thumbnail()).isEqualTo(URI.create("https://p16.tiktokcdn.com/cover.jpeg?x-expires=1"));
        assertThat(video.values())
                .as("what is left out is missing")
                .isEqualTo(
                        MetricValues.of(Map.of(Metric.LIKES, 40.0, Metric.COMMENTS, 2.0, Metric.VIDEO_VIEWS, 2100.0)));
        ListedPost photo = page.items().getLast();
        assertThat(photo.ref().kind()).isEqualTo("photo");
        assertThat(photo.version().format()).isEqualTo(Format.CAROUSEL);
        assertThat(photo.version().text()).isEqualTo("Beans");
        assertThat(photo.values()).isEqualTo(MetricValues.of(Map.of(Metric.LIKES, 0.0)));
        assertThat(photo.thumbnail()).isNull();
        assertThat(last.next()).isNull();
        assertThat(api.asked().getFirst())
                .startsWith("https://open.tiktokapis.com/v2/video/list/?fields=id,create_time,")
                .endsWith("comment_count,like_count,share_count,view_count {\"max_count\":20}");
        assertThat(api.asked().getLast()).endsWith("{\"max_count\":20,\"cursor\":1763200000000}");
    }

    @Test
    void aRefusedCounterDoesNotKeepVideosFromBeingFound() {
        api.fail(new Fault.MetricRefused(Saying.asItCame("share_count"), Set.of("share_count")))
                .answer(LIST);

        assertThat(tiktok.posts(api, ACME, tiktok.listings().getFirst(), null, null)
                        .items())
                .hasSize(2);
        assertThat(api.asked().getLast()).doesNotContain("share_count");
    }

    @Test
    void aListThatGoesOnWithoutSayingWhereMakesNoSense() {
        api.answer(LIST.replace("\"cursor\":1763200000000,", ""));

        assertThatThrownBy(() -> tiktok.posts(api, ACME, tiktok.listings().getFirst(), null, null))
                .isInstanceOfSatisfying(
                        CallFailed.class, failed -> assertThat(failed.fault()).isInstanceOf(Fault.Unreadable.class));
    }

    @Test
    void aVideoThatIsLeftOutIsGoneWhereOthersAreShown() {
        api.answer(LIST);

        Map<String, PostReading> readings = read("7572000000000000001", "7572000000000000003");

        assertThat(readings)
                .containsOnlyKeys("7572000000000000001", "7572000000000000003")
                .containsEntry("7572000000000000003", new PostReading.Gone());
        assertThat(readings.get("7572000000000000001"))
                .isEqualTo(new PostReading.Values(
                        MetricValues.of(Map.of(Metric.LIKES, 40.0, Metric.COMMENTS, 2.0, Metric.VIDEO_VIEWS, 2100.0))));
        assertThat(api.asked().getFirst())
                .isEqualTo("https://open.tiktokapis.com/v2/video/query/?fields=id,comment_count,like_count,share_count,"
                        + "view_count {\"filters\":{\"video_ids\":[\"7572000000000000001\",\"7572000000000000003\"]}}");
    }

    @Test
    void whereNothingIsShownTheAccountIsHiddenAndNoVideoIsGone() {
        api.answer(NOTHING).answer(LIST).answer(NOTHING).answer(NOTHING);

        assertThat(read("7572000000000000009")).containsOnly(Map.entry("7572000000000000009", new PostReading.Gone()));
        assertThatThrownBy(() -> read("7572000000000000009"))
                .isInstanceOfSatisfying(
                        CallFailed.class, failed -> assertThat(failed.fault()).isInstanceOf(Fault.Passing.class))
                .hasMessageContaining("may be private");
    }
}
