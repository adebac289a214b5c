package io.tidemark.collect.connector.bluesky;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.collect.connector.AccountReading;
import io.tidemark.collect.connector.Api;
import io.tidemark.collect.connector.ApiRequest;
import io.tidemark.collect.connector.ApiResponse;
import io.tidemark.collect.connector.ConnectorSettings;
import io.tidemark.collect.connector.Fault;
import io.tidemark.collect.connector.ListedPost;
import io.tidemark.collect.connector.Listing;
import io.tidemark.collect.connector.Login;
import io.tidemark.collect.connector.NamedServers;
import io.tidemark.collect.connector.PostReading;
import io.tidemark.collect.connector.PostRef;
import io.tidemark.collect.connector.ScriptedApi;
import io.tidemark.collect.connector.TrackedAccount;
import io.tidemark.ledger.AccountKey;
import io.tidemark.metric.Metric;
import io.tidemark.metric.Platform;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// The connector and the simulator against the official descriptions of Bluesky's calls.
class BlueskyLexiconTest {
    private static final int ANSWERS = 300;
    private static final TrackedAccount ACME =
            new TrackedAccount("did:plc:acme", "", AccountKey.ofHandle(Platform.BLUESKY, "acme.example"), null);
    private static Lexicons lexicons;

    private final BlueskyConnector connector =
            new BlueskyConnector(ConnectorSettings.DEFAULT, Clock.fixed(ScriptedApi.NOW, ZoneOffset.UTC));

    @BeforeAll
    static void load() {
        lexicons = Lexicons.load();
    }

    private static String method(String endpoint) {
        return endpoint.substring(endpoint.indexOf(' ') + 1);
    }

    /// What a call asks for, as the description's parameters.
    private static ObjectNode parameters(String target, JsonNode described) {
        ObjectNode parameters = JsonNodeFactory.instance.objectNode();
        for (String pair : URI.create(target).getRawQuery().split("&", -1)) {
            String name = pair.substring(0, pair.indexOf('='));
            String value = URLDecoder.decode(pair.substring(pair.indexOf('=') + 1), StandardCharsets.UTF_8);
            switch (described.path("properties").path(name).path("type").asString("")) {
                case "array" -> parameters.withArray(name).add(value);
                case "integer" -> parameters.put(name, Long.parseLong(value));
                case "boolean" -> parameters.put(name, Boolean.parseBoolean(value));
                default -> parameters.put(name, value);
            }
        }
        return parameters;
    }

    private static List<String> mistakes(ApiRequest request) {
        Lexicons.Definition described =
                lexicons.find(method(request.endpoint())).at("parameters");
        return lexicons.mistakes(described, parameters(request.target(), described.schema()), request.endpoint());
    }

    @Test
    void everyCallIsAsDescribed() {
        ScriptedApi api = new ScriptedApi().answer("{\"did\": \"did:plc:acme\", \"handle\": \"acme.example\"}");
        AccountReading account = connector.readAccount(api, ACME);
        for (Listing listing : connector.listings()) {
            api.answer("{\"feed\": []}");
            connector.posts(api, ACME, listing, null, "1717400000000::bafyreib");
        }
        List<PostRef> posts = IntStream.range(
                        0, connector.postRoutes().getFirst().batch())
                .mapToObj(i -> new PostRef("at://did:plc:acme/app.bsky.feed.post/3k" + i, "post", ScriptedApi.NOW))
                .toList();
        api.answer("{\"posts\": []}").answer("{\"feed\": [{}]}");
        connector.readPosts(api, ACME, connector.postRoutes().getFirst(), posts, Set.of());

        assertThat(account.key().handle()).isEqualTo("acme.example");
        assertThat(api.requests()).hasSize(5);
        assertThat(api.requests())
                .allSatisfy(request -> assertThat(mistakes(request)).isEmpty());
        for (ApiRequest request : api.requests()) {
            String filter = parameters(
                            request.target(),
                            lexicons.find(method(request.endpoint()))
                                    .at("parameters")
                                    .schema())
                    .path("filter")
                    .asString("posts_no_replies");
            assertThat(lexicons.find("app.bsky.feed.getAuthorFeed")
                            .at("parameters")
                            .at("properties")
                            .at("filter")
                            .schema()
                            .path("knownValues")
                            .toString())
                    .contains("\"" + filter + "\"");
        }
    }

    @Test
    void mistakesAreSeen() {
        assertThat(mistakes(ApiRequest.get(BlueskyCalls.FEED, "/xrpc/x?limit=101&pinned=1")))
                .containsExactly(
                        BlueskyCalls.FEED + " lacks actor",
                        BlueskyCalls.FEED + ".limit is no such number",
                        BlueskyCalls.FEED + " has an unknown pinned");
        String uris = "?" + "uris=a&".repeat(26) + "x=1";
        assertThat(mistakes(ApiRequest.get(BlueskyCalls.POSTS, uris)))
                .contains(BlueskyCalls.POSTS + ".uris is no list, or too long");
    }

    /// Answers each call by the description of its answer.
    private static final class Described implements Api {
        private final SplittableRandom random;
        private final List<JsonNode> answered = new ArrayList<>();

        Described(long seed) {
            random = new SplittableRandom(seed);
        }

        @Override
        public JsonNode call(ApiRequest request) {
            JsonNode answer = lexicons.some(lexicons.output(method(request.endpoint())), random);
            answered.add(answer);
            return answer;
        }

        @Override
        public Instant now() {
            return ScriptedApi.NOW;
        }
    }

    @Test
    void everyDescribedFeedIsReadAsItIsToldAndNothingIsMadeUp() {
        int read = 0;
        int missing = 0;
        for (int seed = 0; seed < ANSWERS; seed++) {
            Described api = new Described(seed);
            List<ListedPost> posts = connector
                    .posts(api, ACME, connector.listings().getFirst(), null, null)
                    .items();
            List<JsonNode> told = api.answered
                    .getFirst()
                    .path("feed")
                    .valueStream()
                    .filter(item -> !item.has("reason"))
                    .map(item -> item.path("post"))
                    .toList();
            assertThat(posts)
                    .extracting(post -> post.ref().externalId())
                    .containsExactlyElementsOf(told.stream()
                            .map(post -> post.path("uri").asString())
                            .toList());
            for (int i = 0; i < posts.size(); i++) {
                JsonNode post = told.get(i);
                assertThat(posts.get(i).values().has(Metric.LIKES)).isEqualTo(post.has("likeCount"));
                assertThat(posts.get(i).values().has(Metric.SAVES)).isEqualTo(post.has("bookmarkCount"));
                if (post.has("replyCount")) {
                    assertThat(posts.get(i).values().orNaN(Metric.COMMENTS))
                            .isEqualTo(post.path("replyCount").doubleValue());
                } else {
                    missing++;
                }
                read++;
            }
        }
        assertThat(read).isGreaterThan(ANSWERS / 2);
        assertThat(missing).isPositive();
    }

    @Test
    void everyDescribedProfileAndPostIsRead() {
        int readings = 0;
        for (int seed = 0; seed < ANSWERS; seed++) {
            assertThat(connector.readAccount(new Described(seed), ACME).key().handle())
                    .isEqualTo("acme.example");
            JsonNode first = lexicons.some(lexicons.output("app.bsky.feed.getPosts"), new SplittableRandom(seed))
                    .path("posts")
                    .path(0);
            if (first.isObject()) {
                PostRef asked = new PostRef(first.path("uri").asString(), "post", ScriptedApi.NOW);
                Map<String, PostReading> read = connector.readPosts(
                        new Described(seed), ACME, connector.postRoutes().getFirst(), List.of(asked), Set.of());
                assertThat(read.get(asked.externalId())).isInstanceOf(PostReading.Values.class);
                readings++;
            }
        }
        assertThat(readings).isPositive();
    }

    @Test
    void everyDescribedSessionIsTaken() {
        for (String method : List.of("com.atproto.server.createSession", "com.atproto.server.refreshSession")) {
            for (int seed = 0; seed < ANSWERS; seed++) {
                JsonNode answer = lexicons.some(lexicons.output(method), new SplittableRandom(seed));
                boolean whole = !answer.path("accessJwt").asString("").isEmpty()
                        && !answer.path("refreshJwt").asString("").isEmpty();
                if (whole) {
                    Session session = new Session(answer, NamedServers.of(ConnectorSettings.DEFAULT));
                    assertThat(session.grant(ScriptedApi.NOW, URI.create("https://bsky.social"))
                                    .place())
                            .isEqualTo(new Login.Place(URI.create("https://bsky.social"), "did:plc:acme"));
                }
            }
        }
    }

    @Test
    void everyDescribedErrorHasAMeaning() {
        for (String endpoint : List.of(BlueskyCalls.PROFILE, BlueskyCalls.FEED, BlueskyCalls.POSTS)) {
            for (String error : Stream.concat(
                            lexicons.find(method(endpoint))
                                    .schema()
                                    .path("errors")
                                    .valueStream(),
                            lexicons.find("com.atproto.server.refreshSession")
                                    .schema()
                                    .path("errors")
                                    .valueStream())
                    .map(described -> described.path("name").asString())
                    .toList()) {
                @Nullable
                Fault fault = connector.fault(new ApiResponse(
                        endpoint,
                        400,
                        Map.of(),
                        JsonMapper.shared().readTree("{\"error\":\"" + error + "\",\"message\":\"\"}")));
                assertThat(fault).as(error).isNotNull().isNotInstanceOf(Fault.Unreadable.class);
            }
        }
    }

    @Test
    void theSimulatorAnswersAsDescribed() {
        try (BlueskyScene scene = new BlueskyScene()) {
            List<String> mistakes = new ArrayList<>();
            List<String> seen = new ArrayList<>();
            scene.simulator.alter((call, answer) -> {
                String method = call.path().substring(call.path().lastIndexOf('/') + 1);
                if (answer.status() == 200 && !method.equals("com.atproto.identity.resolveHandle")) {
                    seen.add(method);
                    mistakes.addAll(lexicons.mistakes(
                            lexicons.output(method), JsonMapper.shared().readTree(answer.body()), method));
                }
                return answer;
            });
            Login.Grant grant = scene.signIn();
            TrackedAccount account = scene.account(grant);
            List<PostRef> posts = scene
                    .connector
                    .posts(scene.api(grant), account, scene.connector.listings().getLast(), null, null)
                    .items()
                    .stream()
                    .map(ListedPost::ref)
                    .limit(25)
                    .toList();
            scene.connector.readPosts(
                    scene.api(grant), account, scene.connector.postRoutes().getFirst(), posts, Set.of());

            assertThat(seen)
                    .contains("app.bsky.actor.getProfile", "app.bsky.feed.getAuthorFeed", "app.bsky.feed.getPosts");
            assertThat(mistakes).isEmpty();
        }
    }
}
