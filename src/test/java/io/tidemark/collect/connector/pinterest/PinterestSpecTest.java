package io.tidemark.collect.connector.pinterest;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.collect.connector.Api;
import io.tidemark.collect.connector.ApiDescription;
import io.tidemark.collect.connector.ApiRequest;
import io.tidemark.collect.connector.ApiResponse;
import io.tidemark.collect.connector.ConnectorSettings;
import io.tidemark.collect.connector.DayRoute;
import io.tidemark.collect.connector.DescribedAnswers;
import io.tidemark.collect.connector.Listing;
import io.tidemark.collect.connector.PostRef;
import io.tidemark.collect.connector.PostRoute;
import io.tidemark.collect.connector.ScriptedApi;
import io.tidemark.collect.connector.TrackedAccount;
import io.tidemark.ledger.AccountKey;
import io.tidemark.metric.Platform;
import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// The connector against Pinterest's own description of its API.
class PinterestSpecTest {
    private static final int ANSWERS = 150;
    private static final TrackedAccount ACME =
            new TrackedAccount("7", "", AccountKey.ofHandle(Platform.PINTEREST, "acme"), null);
    private static final String OWNER = "{\"id\":\"7\",\"username\":\"acme\"}";

    private static ApiDescription spec;
    private final PinterestConnector pinterest =
            new PinterestConnector(ConnectorSettings.DEFAULT, () -> ScriptedApi.NOW);
    private final PinterestConnector letIn =
            new PinterestConnector(new ConnectorSettings(Map.of("pin-analytics", "yes")), () -> ScriptedApi.NOW);

    @BeforeAll
    static void load() {
        spec = ApiDescription.load("pinterest-openapi-v5.yaml", "Pinterest");
    }

    /// Every kind of request that the connector makes, with as much in it as there may be.
    private List<ApiRequest> requests() {
        ScriptedApi api = new ScriptedApi();
        api.answer(OWNER);
        pinterest.readAccount(api, ACME);
        Listing listing = pinterest.listings().getFirst();
        api.answer(OWNER).answer("{\"items\":[],\"bookmark\":\"a\"}").answer("{\"items\":[],\"bookmark\":null}");
        pinterest.posts(api, ACME, listing, null, null);
        pinterest.posts(api, ACME, listing, null, "a");
        DayRoute days = pinterest.dayRoutes().getFirst();
        LocalDate today = LocalDate.of(2026, 11, 26);
        api.answer("{}");
        pinterest.readDays(
                api,
                ACME,
                days,
                today.minusDays(days.reachBackDays()),
                today.minusDays(days.firstDayAgo()),
                days.metrics());
        for (PostRoute route : letIn.postRoutes()) {
            List<PostRef> pins = IntStream.range(0, route.metrics().isEmpty() ? 1 : route.batch())
                    .mapToObj(i -> new PostRef(Integer.toString(i), Pin.PIN, ScriptedApi.NOW))
                    .toList();
            if (route.metrics().isEmpty()) {
                // The list does not show it.
                api.answer("{\"items\":[]}").answer(OWNER);
            }
            api.answer("{}");
            pinterest.readPosts(api, ACME, route, pins, route.metrics());
        }
        return api.requests();
    }

    private static String template(ApiRequest request) {
        return URI.create(request.target()).getPath().replaceFirst("/pins/\\d+", "/pins/{pin_id}");
    }

    private static Map<String, String> query(ApiRequest request) {
        return request.target().contains("?") ? ScriptedApi.parameters(request) : Map.of();
    }

    @Test
    void everyRequestIsAsDescribed() {
        Set<String> templates = new TreeSet<>();
        for (ApiRequest request : requests()) {
            templates.add(template(request));
            assertThat(request.endpoint()).isEqualTo("GET " + template(request).replace("{pin_id}", "{pin}"));
            assertThat(spec.mistakes(template(request), query(request)))
                    .as(request.target())
                    .isEmpty();
        }
        assertThat(templates)
                .containsExactly(
                        "/pins", "/pins/analytics", "/pins/{pin_id}", "/user_account", "/user_account/analytics");
    }

    @Test
    void mistakesAreSeen() {
        Map<String, String> wrong =
                Map.of("page_size", "251", "pin_metrics", "yes", "pin_filter", "exclude_all", "since", "2026-01-01");
        assertThat(spec.mistakes("/pins", wrong))
                .containsExactlyInAnyOrder(
                        "bad value of page_size: 251",
                        "bad value of pin_metrics: yes",
                        "bad value of pin_filter: exclude_all",
                        "unknown parameter since");
        Map<String, String> mixed = Map.of(
                "pin_ids",
                "1",
                "start_date",
                "2026-01-01",
                "end_date",
                "2026-01-02",
                "metric_types",
                "USER_FOLLOW,VIDEO_MRC_VIEW");
        assertThat(spec.mistakes("/pins/analytics", mixed))
                .as("videos have no follows")
                .containsExactly("bad value of metric_types: USER_FOLLOW,VIDEO_MRC_VIEW");
        assertThat(spec.mistakes("/user_account/analytics", Map.of()))
                .containsExactlyInAnyOrder("missing parameter start_date", "missing parameter end_date");
        DescribedAnswers answers = answers(1);
        answers.answer("Account").path("followers");
        assertThat(answers.unknownReads()).containsExactly("Account.followers");
    }

    @Test
    void theScopesAreThoseThatTheCallsNeed() {
        Set<String> needed = new HashSet<>();
        for (ApiRequest request : requests()) {
            spec.root()
                    .path("paths")
                    .path(template(request))
                    .path("get")
                    .path("security")
                    .path(0)
                    .path("pinterest_oauth2")
                    .forEach(scope -> needed.add(scope.asString("")));
        }
        assertThat(new PinterestLogin(ConnectorSettings.DEFAULT, pinterest).scopes())
                .containsExactlyInAnyOrderElementsOf(needed);
    }

    /// Fields that Pinterest always sends, though it does not say so.
    private static DescribedAnswers answers(long seed) {
        return new DescribedAnswers(spec, seed, Set.of("id", "username", "created_at", "date")) {
            @Override
            protected String text(String name, JsonNode schema) {
                return name.equals("date") ? any(List.of("2026-11-01", "2026-11-02")) : super.text(name, schema);
            }

            // Among several parts of a pin may be pictures and videos.
            @Override
            protected Set<String> known(String name, JsonNode schema) {
                Set<String> known = super.known(name, schema);
                if (name.equals("items") && known.contains("item_type")) {
                    known.addAll(Set.of("images", "cover_image_url"));
                }
                return known;
            }
        };
    }

    /// Answers each call by the schema of its answer.
    private record Described(DescribedAnswers answers) implements Api {
        @Override
        public JsonNode call(ApiRequest request) {
            return switch (request.endpoint()) {
                case "GET /user_account" -> answers.answer("Account");
                case "GET /user_account/analytics" -> all("AnalyticsMetricsResponse");
                case "GET /pins/{pin}" -> answers.answer("Pin");
                case "GET /pins/analytics" ->
                    JsonNodeFactory.instance.objectNode().set("1", all("PinAnalyticsMetricsResponse"));
                default -> {
                    ObjectNode page = JsonNodeFactory.instance.objectNode();
                    page.putArray("items").add(answers.answer("Pin")).add(answers.answer("Pin"));
                    yield page;
                }
            };
        }

        private JsonNode all(String schema) {
            return JsonNodeFactory.instance.objectNode().set("all", answers.answer(schema));
        }

        @Override
        public Instant now() {
            return ScriptedApi.NOW;
        }
    }

    @Test
    void everyDescribedAnswerIsReadAndNothingElseIsLookedFor() {
        Set<String> unknown = new TreeSet<>();
        int pins = 0;
        int days = 0;
        for (int seed = 0; seed < ANSWERS; seed++) {
            DescribedAnswers answers = answers(seed);
            Api api = new Described(answers);
            TrackedAccount owner =
                    pinterest.accounts(api, null).items().getFirst().account();
            pins += pinterest
                    .posts(api, owner, pinterest.listings().getFirst(), null, "next")
                    .items()
                    .size();
            days += pinterest
                    .readDays(
                            api,
                            owner,
                            pinterest.dayRoutes().getFirst(),
                            LocalDate.EPOCH,
                            LocalDate.of(2100, 1, 1),
                            Set.of("SAVE"))
                    .size();
            PostRef pin = new PostRef("1", Pin.PIN, ScriptedApi.NOW);
            PostRoute analytics = letIn.postRoutes().get(1);
            assertThat(pinterest.readPosts(api, owner, analytics, List.of(pin), analytics.metrics()))
                    .containsKey("1");
            unknown.addAll(answers.unknownReads());
        }
        assertThat(unknown).isEmpty();
        assertThat(pins).isGreaterThan(ANSWERS / 2);
        assertThat(days).isPositive();
    }

    @Test
    void everyDescribedErrorHasAMeaning() {
        for (int seed = 0; seed < ANSWERS; seed++) {
            JsonNode error = answers(seed).answer("Error");
            for (int status : new int[] {400, 401, 403, 404, 429, 500, 503}) {
                assertThat(pinterest.fault(new ApiResponse("GET /pins", status, Map.of(), error)))
                        .isNotNull();
            }
        }
    }

    @Test
    void everyStatusOfADayIsThoughtOf() {
        Set<String> told = spec.schema("DataStatus")
                .path("enum")
                .valueStream()
                .map(status -> status.asString(""))
                .collect(Collectors.toSet());
        assertThat(told).contains("READY", "PROCESSING", "ESTIMATE", "BEFORE_PIN_CREATED");
    }
}
