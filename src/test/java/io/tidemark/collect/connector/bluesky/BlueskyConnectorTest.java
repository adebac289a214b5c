package io.tidemark.collect.connector.bluesky;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tidemark.collect.connector.AccountReading;
import io.tidemark.collect.connector.ApiRequest;
import io.tidemark.collect.connector.CallFailed;
import io.tidemark.collect.connector.ConnectorSettings;
import io.tidemark.collect.connector.Fault;
import io.tidemark.collect.connector.ListedPost;
import io.tidemark.collect.connector.Page;
import io.tidemark.collect.connector.PostReading;
import io.tidemark.collect.connector.PostRef;
import io.tidemark.collect.connector.Saying;
import io.tidemark.collect.connector.ScriptedApi;
import io.tidemark.collect.connector.TrackedAccount;
import io.tidemark.ledger.AccountKey;
import io.tidemark.ledger.Alias;
import io.tidemark.metric.Format;
import io.tidemark.metric.Metric;
import io.tidemark.metric.MetricValues;
import io.tidemark.metric.Placement;
import io.tidemark.metric.Platform;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Answers as Bluesky's documentation has them.
class BlueskyConnectorTest {
    private static final String DID = "did:plc:abc";
    private static final TrackedAccount ACME =
            new TrackedAccount(DID, "", AccountKey.ofHandle(Platform.BLUESKY, "acme.bsky.social"), null);
    private static final String SEEN = "2026-11-20T10:00:01.000Z";

    private final ScriptedApi api = new ScriptedApi();
    private final BlueskyConnector connector =
            new BlueskyConnector(ConnectorSettings.DEFAULT, Clock.fixed(ScriptedApi.NOW, ZoneOffset.UTC));

    private static String uri(String key) {
        return "at://" + DID + "/app.bsky.feed.post/" + key;
    }

    /// @param more fields of the post, the last with a comma
    private static String post(String key, String created, String more) {
        return """
                {"uri": "%s", "cid": "bafy1", "author": {"did": "did:plc:abc", "handle": "acme.bsky.social"},
                 "record": {"$type": "app.bsky.feed.post", "text": "Hi", "createdAt": "%s", "langs": ["en"]},
                 %s "indexedAt": "%s"}""".formatted(uri(key), created, more, SEEN);
    }

    private static String post(String key) {
        return post(key, "2026-11-20T10:00:00.000Z", """
                "replyCount": 1, "repostCount": 2, "likeCount": 30, "quoteCount": 0, "bookmarkCount": 4,""");
    }

    private static String item(String post) {
        return "{\"post\": " + post + "}";
    }

    private Page<ListedPost> list(String... items) {
        api.answer("{\"feed\": [" + String.join(",", items) + "]}");
        return connector.posts(api, ACME, connector.listings().getFirst(), null, null);
    }

    private ListedPost listed(String post) {
        return list(item(post)).items().getFirst();
    }

    private static PostRef ref(String key) {
        return new PostRef(uri(key), "post", ScriptedApi.NOW);
    }

    @Test
    void aPostIsReadWithItsFiveCounters() {
        ListedPost post = listed(post("3kxyz"));

        assertThat(post.ref()).isEqualTo(new PostRef(uri("3kxyz"), "post", Instant.parse("2026-11-20T10:00:00Z")));
        assertThat(post.aliases())
                .containsExactly(new Alias("bluesky:post", uri("3kxyz")), new Alias("bluesky:key", "3kxyz"));
        assertThat(post.version().text()).isEqualTo("Hi");
        assertThat(post.version().placement()).isEqualTo(Placement.FEED);
        assertThat(post.version().format()).isEqualTo(Format.TEXT);
        assertThat(post.version().url()).isEqualTo("https://bsky.app/profile/did:plc:abc/post/3kxyz");
        assertThat(post.thumbnail()).isNull();
        assertThat(post.values())
                .isEqualTo(MetricValues.of(Map.of(
                        Metric.LIKES, 30.0,
                        Metric.COMMENTS, 1.0,
                        Metric.REPOSTS, 2.0,
                        Metric.QUOTES, 0.0,
                        Metric.SAVES, 4.0)));
    }

    @Test
    void aCounterThatIsNotToldIsMissingAndNotZero() {
        ListedPost post = listed(post("3kxyz", SEEN, "\"likeCount\": 0, \"quoteCount\": null,"));

        assertThat(post.values()).isEqualTo(MetricValues.of(Map.of(Metric.LIKES, 0.0)));
    }

    @Test
    void whatOthersWroteAndWhatIsPinnedAreSkippedAndThePageGoesOn() {
        String repost = """
                {"post": {"uri": "at://did:plc:other/app.bsky.feed.post/3kaaa", "author": {"did": "did:plc:other"},
                   "record": {"text": "Not ours", "createdAt": "2026-11-20T10:00:00.000Z"}, "indexedAt": "%1$s"},
                 "reason": {"$type": "app.bsky.feed.defs#reasonRepost", "by": {"did": "did:plc:abc"}, "indexedAt": "%1$s"}}
                """.formatted(SEEN);
        String own =
                "{\"post\": %s, \"reason\": {\"$type\": \"app.bsky.feed.defs#reasonRepost\"}}".formatted(post("3kown"));
        String pinned =
                "{\"post\": %s, \"reason\": {\"$type\": \"app.bsky.feed.defs#reasonPin\"}}".formatted(post("3kpin"));
        String foreign = repost.replaceFirst(",\\s*\"reason\".*}\n", "}");
        api.answer("{\"feed\": [%s], \"cursor\": \"2026-11-20T10:00:00Z\"}"
                .formatted(String.join(",", pinned, repost, own, foreign, item(post("3kxyz")))));
        api.answer("{\"feed\": [], \"cursor\": \"1\"}").answer("{\"feed\": []}");

        Page<ListedPost> first = connector.posts(api, ACME, connector.listings().getFirst(), null, null);
        Page<ListedPost> second =
                connector.posts(api, ACME, connector.listings().getFirst(), null, first.next());
        Page<ListedPost> third = connector.posts(api, ACME, connector.listings().getFirst(), null, second.next());

        assertThat(first.items()).extracting(post -> post.ref().externalId()).containsExactly(uri("3kxyz"));
        assertThat(api.parameters(0)).isEqualTo(Map.of("actor", DID, "limit", "100", "filter", "posts_no_replies"));
        assertThat(api.parameters(1)).containsEntry("cursor", "2026-11-20T10:00:00Z");
        assertThat(second.items()).isEmpty();
        assertThat(third.next()).isNull();
    }

    @Test
    void repliesAreListedWithAllElseWhereSomebodyAsks() {
        String reply = post("3kreply")
                .replace(
                        "\"langs\"",
                        "\"reply\": {\"root\": {\"uri\": \"at://x\"}, \"parent\": {\"uri\": \"at://x\"}}, \"langs\"");
        api.answer("{\"feed\": [" + item(reply) + "," + item(post("3kxyz")) + "]}");

        List<ListedPost> posts = connector
                .posts(api, ACME, connector.listings().getLast(), null, null)
                .items();

        assertThat(connector.listsReplies()).isTrue();
        assertThat(api.parameters(0)).containsEntry("filter", "posts_with_replies");
        assertThat(posts).extracting(post -> post.ref().kind()).containsExactly("reply", "post");
        assertThat(posts.getFirst().version().placement()).isEqualTo(Placement.REPLY);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "IMAGE | {'$type': 'app.bsky.embed.images#view', 'images': [{'thumb': 'https://cdn.bsky.app/1@jpeg'}]}",
                "CAROUSEL | {'$type': 'app.bsky.embed.images#view', 'images': [{'thumb': 'https://cdn.bsky.app/1@jpeg'}, {}]}",
                "CAROUSEL | {'$type': 'app.bsky.embed.gallery#view', 'items': [{'thumbnail': 'https://cdn.bsky.app/1@jpeg'}, {}]}",
                "VIDEO | {'$type': 'app.bsky.embed.video#view', 'cid': 'b', 'thumbnail': 'https://cdn.bsky.app/1@jpeg'}",
                "LINK | {'$type': 'app.bsky.embed.external#view', 'external': {'uri': 'https://x.example', 'thumb': 'https://cdn.bsky.app/1@jpeg'}}",
                "IMAGE | {'$type': 'app.bsky.embed.recordWithMedia#view', 'record': {'record': {}}, 'media': {'$type': 'app.bsky.embed.images#view', 'images': [{'thumb': 'https://cdn.bsky.app/1@jpeg'}]}}",
                "TEXT | {'$type': 'app.bsky.embed.record#view', 'record': {'$type': 'app.bsky.embed.record#viewNotFound'}}",
                "TEXT | {'$type': 'app.bsky.embed.ofTomorrow#view'}",
            })
    void whatAPostConsistsOfShowsInItsEmbed(Format format, String embed) {
        ListedPost post = listed(post("3kxyz", SEEN, "\"embed\": " + embed.replace('\'', '"') + ","));

        assertThat(post.version().format()).isEqualTo(format);
        if (format == Format.TEXT) {
            assertThat(post.thumbnail()).isNull();
        } else {
            URI picture = URI.create("https://cdn.bsky.app/1@jpeg");
            assertThat(post.thumbnail()).isEqualTo(picture);
            assertThat(connector.pictureHosts().namesHost(picture)).isTrue();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-20T10:00:00.000Z, 2026-11-20T10:00:00Z",
        "2026-11-20T12:00:00.5+02:00, 2026-11-20T10:00:00.5Z",
        "2019-01-01T00:00:00Z, 2019-01-01T00:00:00Z",
        "2031-01-01T00:00:00Z, 2026-11-20T10:00:01Z",
        "0001-01-01T00:00:00Z, 2026-11-20T10:00:01Z",
        "yesterday, 2026-11-20T10:00:01Z",
    })
    void theTimeIsWhatTheAppSaysUnlessThatCannotBe(String created, Instant published) {
        assertThat(listed(post("3kxyz", created, "")).ref().publishedAt()).isEqualTo(published);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"uri\": \"at://did:plc:abc/app.bsky.feed.like/3k\", \"indexedAt\": \"2026-11-20T10:00:01Z\"}",
                "{\"uri\": \"at://did:plc:abc/app.bsky.feed.post/3k\", \"record\": {}}"
            })
    void aPostWithoutANameOrATimeMakesNoSense(String post) {
        assertThatThrownBy(() -> list(item(post)))
                .isInstanceOfSatisfying(
                        CallFailed.class, failed -> assertThat(failed.fault()).isInstanceOf(Fault.Unreadable.class));
    }

    @Test
    void numbersAreAskedForTwentyFivePostsAtATime() {
        List<PostRef> posts =
                IntStream.range(0, 25).mapToObj(i -> ref("3k" + i)).toList();
        api.answer("{\"posts\": [" + post("3k7") + "," + post("3kforeign") + "]}");

        Map<String, PostReading> readings =
                connector.readPosts(api, ACME, connector.postRoutes().getFirst(), posts, Set.of());

        assertThat(connector.postRoutes().getFirst().batch()).isEqualTo(25);
        ApiRequest request = api.requests().getFirst();
        assertThat(request.target()).startsWith("/xrpc/app.bsky.feed.getPosts?uris=at%3A%2F%2Fdid%3Aplc%3Aabc%2F");
        assertThat(request.target().split("uris=", -1)).hasSize(26);
        assertThat(readings).hasSize(25);
        assertThat(readings.get(uri("3k7")))
                .isInstanceOfSatisfying(
                        PostReading.Values.class,
                        values -> assertThat(values.values().has(Metric.SAVES)).isTrue());
        assertThat(readings.get(uri("3k8"))).isEqualTo(new PostReading.Gone());
    }

    @Test
    void whereNoneIsThereTheAccountMayBeHiddenAndNoneIsGone() {
        api.answer("{\"posts\": []}").fail(new Fault.NotFound(Saying.asItCame("Profile not found")));

        assertThatThrownBy(() -> connector.readPosts(
                        api, ACME, connector.postRoutes().getFirst(), List.of(ref("3kxyz")), Set.of()))
                .isInstanceOfSatisfying(
                        CallFailed.class, failed -> assertThat(failed.fault()).isInstanceOf(Fault.Passing.class))
                .hasMessageContaining("@acme.bsky.social")
                .hasMessageContaining("Nothing counts as deleted");
    }

    @Test
    void whereTheAccountShowsOthersThoseThatWereAskedForAreGone() {
        api.answer("{\"posts\": []}").answer("{\"feed\": [" + item(post("3kother")) + "]}");

        assertThat(connector.readPosts(api, ACME, connector.postRoutes().getFirst(), List.of(ref("3kxyz")), Set.of()))
                .isEqualTo(Map.of(uri("3kxyz"), new PostReading.Gone()));
        assertThat(api.parameters(1)).containsEntry("limit", "1");
    }

    @Test
    void anAccountIsKnownByItsDid() {
        api.answer("""
                {"did": "did:plc:abc", "handle": "acme.bsky.social", "displayName": "Acme", "followersCount": 120,
                 "followsCount": 3, "postsCount": 88, "indexedAt": "2026-11-20T10:00:00Z"}""");

        AccountReading reading = connector.readAccount(api, ACME);

        assertThat(api.parameters(0)).isEqualTo(Map.of("actor", DID));
        assertThat(reading.key())
                .isEqualTo(new AccountKey(
                        Platform.BLUESKY,
                        "acme.bsky.social",
                        "Acme",
                        List.of(new Alias("bluesky:did", DID), new Alias("bluesky:handle", "acme.bsky.social"))));
        assertThat(reading.levels()).isEqualTo(MetricValues.of(Map.of(Metric.FOLLOWERS, 120.0)));
    }

    @Test
    void anAccountWithoutAHandleIsShownByItsDid() {
        api.answer("{\"did\": \"did:plc:abc\", \"handle\": \"handle.invalid\", \"displayName\": \"\"}");

        AccountReading reading = connector.readAccount(api, ACME);

        assertThat(reading.key())
                .isEqualTo(new AccountKey(Platform.BLUESKY, DID, DID, List.of(new Alias("bluesky:did", DID))));
        assertThat(reading.levels().isEmpty()).isTrue();
    }

    @Test
    void itKeepsNoDays() {
        assertThat(connector.dayRoutes()).isEmpty();
        assertThat(connector.prices()).isEmpty();
        assertThat(connector.caveats()).isNotEmpty();
    }
}
