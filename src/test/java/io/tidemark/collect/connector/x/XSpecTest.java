package io.tidemark.collect.connector.x;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.collect.connector.Api;
import io.tidemark.collect.connector.ApiDescription;
import io.tidemark.collect.connector.ApiRequest;
import io.tidemark.collect.connector.ApiResponse;
import io.tidemark.collect.connector.ConnectorSettings;
import io.tidemark.collect.connector.ListedPost;
import io.tidemark.collect.connector.Listing;
import io.tidemark.collect.connector.PostRef;
import io.tidemark.collect.connector.PostRoute;
import io.tidemark.collect.connector.ScriptedApi;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The connector against X's own description of its API.
class XSpecTest {
    private static final String PAGE = "{\"meta\":{\"result_count\":0,\"next_token\":\"a\"}}";
    private static final String LAST = "{\"meta\":{\"result_count\":0}}";
    private static final int ANSWERS = 150;
    private static ApiDescription spec;

    @BeforeAll
    static void load() {
        spec = ApiDescription.load("x-openapi-2.167.json", "X");
    }

    private static XConnector connector(String parameter) {
        return new XConnector(new ConnectorSettings(Map.of("post-fields-parameter", parameter)));
    }

    /// Every kind of request that the connector makes.
    private static List<ApiRequest> requests(XConnector x) {
        ScriptedApi api = new ScriptedApi();
        api.answer("{\"data\":{\"id\":\"2244994945\",\"username\":\"acme\"}}");
        x.readAccount(api, XSamples.ACME);
        for (Listing listing : x.listings()) {
            api.answer(PAGE).answer(LAST).answer(PAGE).answer(LAST);
            String cursor = null;
            do {
                Instant since = Instant.parse("2010-01-01T00:00:00Z");
                cursor = x.posts(api, XSamples.ACME, listing, since, cursor).next();
            } while (cursor != null);
        }
        List<PostRef> posts = IntStream.range(0, 100)
                .mapToObj(i -> XSamples.ref(Integer.toString(i)))
                .toList();
        for (PostRoute route : x.postRoutes()) {
            api.answer("{\"data\":[]}");
            x.readPosts(api, XSamples.ACME, route, posts, route.metrics());
        }
        return api.requests();
    }

    private static String template(ApiRequest request) {
        return URI.create(request.target()).getPath().replace("2244994945", "{id}");
    }

    @Test
    void everyRequestIsAsDescribed() {
        List<ApiRequest> requests = requests(connector("post.fields"));

        assertThat(requests).hasSize(11);
        for (ApiRequest request : requests) {
            assertThat(request.endpoint()).isEqualTo("GET " + template(request).replace("{id}", ":id"));
            assertThat(spec.mistakes(template(request), ScriptedApi.parameters(request)))
                    .as(request.target())
                    .isEmpty();
        }
    }

    @Test
    void theFormerSpellingAsksForTheSameUnderItsNames() {
        for (ApiRequest request : requests(connector("tweet.fields"))) {
            Map<String, String> query = ScriptedApi.parameters(request);
            String fields = query.remove("tweet.fields");

            assertThat(spec.mistakes(template(request), query))
                    .as(request.target())
                    .isEmpty();
            if (fields != null) {
                Set<String> known = new TreeSet<>(spec.values(template(request), "post.fields"));
                known.addAll(spec.values(template(request), "expansions"));
                assertThat(known)
                        .containsAll(Arrays.stream(fields.split(",", -1))
                                .map(XSpecTest::present)
                                .toList());
            }
        }
    }

    private static String present(String field) {
        return Arrays.stream(Renamed.values())
                .filter(renamed -> renamed.former().equals(field))
                .map(Renamed::present)
                .findFirst()
                .orElse(field);
    }

    @Test
    void mistakesAreSeen() {
        Map<String, String> wrong =
                Map.of("ids", "1,x", "tweet.fields", "id", "expansions", "everything", "media.fields", "url,url");

        assertThat(spec.mistakes("/2/tweets", wrong))
                .containsExactlyInAnyOrder(
                        "bad value of ids: 1,x",
                        "unknown parameter tweet.fields",
                        "bad value of expansions: everything",
                        "bad value of media.fields: url,url");
        assertThat(spec.mistakes("/2/users/{id}/tweets", Map.of("max_results", "101")))
                .containsExactly("bad value of max_results: 101");
        assertThat(spec.mistakes("/2/tweets", Map.of())).containsExactly("missing parameter ids");
        SpecAnswers answers = new SpecAnswers(spec, 1);
        answers.answer("GetUsersMeResponse").path("data").path("follower_count");
        assertThat(answers.unknownReads()).containsExactly("data.follower_count");
    }

    /// Answers each call by the schema of its answer.
    private record Described(SpecAnswers answers) implements Api {
        @Override
        public JsonNode call(ApiRequest request) {
            return answers.answer(
                    switch (request.endpoint()) {
                        case XCalls.ME -> "GetUsersMeResponse";
                        case XCalls.TIMELINE -> "GetUsersPostsResponse";
                        default -> "GetPostsByIdsResponse";
                    });
        }

        @Override
        public Instant now() {
            return ScriptedApi.NOW;
        }
    }

    @Test
    void everyDescribedAnswerIsReadAndNothingElseIsLookedFor() {
        XConnector x = connector("post.fields");
        Set<String> unknown = new TreeSet<>();
        int posts = 0;
        int readings = 0;
        for (int seed = 0; seed < ANSWERS; seed++) {
            SpecAnswers answers = new SpecAnswers(spec, seed);
            Api api = new Described(answers);
            x.accounts(api, null);
            posts += x.posts(api, XSamples.ACME, x.listings().getFirst(), null, null)
                    .items()
                    .size();
            // The first post of the next answer is asked for, so that there is one to read.
            String id = new SpecAnswers(spec, seed)
                    .answer("GetPostsByIdsResponse")
                    .path("data")
                    .path(0)
                    .path("id")
                    .asString("1");
            Api lookup = new Described(new SpecAnswers(spec, seed));
            for (PostRoute route : x.postRoutes()) {
                readings += x.readPosts(lookup, XSamples.ACME, route, List.of(XSamples.ref(id)), route.metrics())
                        .size();
            }
            unknown.addAll(answers.unknownReads());
        }
        assertThat(unknown).isEmpty();
        assertThat(posts).isGreaterThan(ANSWERS / 2);
        assertThat(readings).isPositive();
    }

    @Test
    void everyDescribedAnswerReadsTheSameInTheFormerSpelling() {
        XConnector x = connector("post.fields");
        Listing listing = x.listings().getLast();
        Instant since = ScriptedApi.NOW.minus(Duration.ofDays(3));
        for (int seed = 0; seed < ANSWERS; seed++) {
            JsonNode present = new SpecAnswers(spec, seed).answer("GetUsersPostsResponse");
            JsonNode former = JsonMapper.shared().readTree(former(present.toString()));
            // Twice, since a problem with a field makes the connector ask again.
            ScriptedApi ofPosts = new ScriptedApi().answer(present).answer(present);
            ScriptedApi ofTweets = new ScriptedApi().answer(former).answer(former);

            List<ListedPost> read =
                    x.posts(ofPosts, XSamples.ACME, listing, since, null).items();

            assertThat(x.posts(ofTweets, XSamples.ACME, listing, since, null).items())
                    .isEqualTo(read);
        }
    }

    private static String former(String answer) {
        String text = answer;
        for (Renamed renamed : Renamed.values()) {
            text = text.replace("\"" + renamed.present() + "\"", "\"" + renamed.former() + "\"");
        }
        return text;
    }

    @Test
    void everyDescribedProblemHasAMeaning() {
        XConnector x = connector("post.fields");
        for (int seed = 0; seed < ANSWERS; seed++) {
            JsonNode problem = new SpecAnswers(spec, seed).answer(seed % 2 == 0 ? "Problem" : "Error");
            for (int status : new int[] {400, 401, 402, 403, 404, 429, 500, 503}) {
                assertThat(x.fault(new ApiResponse(XCalls.TIMELINE, status, Map.of(), problem)))
                        .isNotNull();
            }
        }
    }
}
