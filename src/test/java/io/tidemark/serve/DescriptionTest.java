package io.tidemark.serve;

import static io.tidemark.serve.ServedFixture.json;
import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.analytics.Basis;
import io.tidemark.analytics.Comparison;
import io.tidemark.analytics.Granularity;
import io.tidemark.analytics.Range;
import io.tidemark.analytics.TrendsRequest;
import io.tidemark.metric.ContentType;
import io.tidemark.metric.Denominator;
import io.tidemark.metric.Engagement;
import io.tidemark.metric.Metric;
import io.tidemark.metric.Platform;
import io.tidemark.serve.analytics.EndpointParameters;
import io.tidemark.testing.ApiDescription;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import tools.jackson.databind.JsonNode;

/// The description of the API says what the server does.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DescriptionTest {
    private static final Set<String> PAGES = Set.of(
            "/", "/s", "/s/{share}", "/dashboard", "/dashboard/**", "/dashboard/sign-in", "/v3/api-docs", "/error");

    private ServedFixture served;
    private JsonNode description;

    @BeforeAll
    void start(@TempDir Path uploads) {
        served = new ServedFixture(uploads);
        description = json(served.send(served.request("/v3/api-docs")));
    }

    @AfterAll
    void stop() {
        served.close();
    }

    @Test
    void everythingThatIsMappedIsDescribedAndTheOtherWayRound() {
        Set<String> mapped = served
                .server
                .context()
                .getBean("requestMappingHandlerMapping", RequestMappingHandlerMapping.class)
                .getHandlerMethods()
                .keySet()
                .stream()
                .flatMap(mapping -> mapping.getPatternValues().stream()
                        .filter(path -> !PAGES.contains(path))
                        .flatMap(path -> mapping.getMethodsCondition().getMethods().stream()
                                .map(method -> method.name().toLowerCase(Locale.ROOT) + " " + path)))
                .collect(Collectors.toCollection(TreeSet::new));
        Set<String> described = new TreeSet<>();
        description
                .get("paths")
                .forEachEntry((path, methods) ->
                        methods.propertyNames().forEach(method -> described.add(method + " " + path)));

        assertThat(described).isEqualTo(mapped).isNotEmpty();
    }

    @Test
    void theParametersOfTheAnalyticsAreThoseThatAreTaken() {
        EndpointParameters.ALL.forEach((endpoint, taken) ->
                assertThat(parameters(endpoint)).as(endpoint).isEqualTo(taken));
    }

    @Test
    void theirValuesAreThoseThatAreAllowed() {
        assertThat(values("range")).isEqualTo(Range.keys());
        assertThat(values("basis")).isEqualTo(keys(Basis.Choice.values(), Basis.Choice::key));
        assertThat(values("compare")).isEqualTo(keys(Comparison.Rule.values(), Comparison.Rule::key));
        assertThat(values("engagement")).isEqualTo(keys(Engagement.values(), Engagement::key));
        assertThat(values("granularity")).isEqualTo(Granularity.keys());
        assertThat(values("er_by")).isEqualTo(keys(Denominator.values(), Denominator::key));
        assertThat(values("platform")).isEqualTo(keys(Platform.values(), Platform::key));
        assertThat(values("content_type")).isEqualTo(keys(ContentType.values(), ContentType::key));
        assertThat(values("metric"))
                .startsWith(keys(Metric.values(), Metric::key).toArray(String[]::new))
                .endsWith("engagement", "engagement_rate");
        assertThat(values("split")).isEqualTo(TrendsRequest.Split.keys());
    }

    @Test
    void everyAnswerHasAnExampleThatIsAsItSays() {
        ApiDescription api = new ApiDescription(description.toString());
        List<String> faults = new ArrayList<>();
        for (ApiDescription.Operation operation : api.operations()) {
            operation.said().get("responses").propertyNames().forEach(status -> {
                JsonNode content = api.content(operation, status);
                if (content == null) {
                    return;
                }
                content.forEachEntry((type, answer) -> {
                    String place = operation.method() + " " + operation.path() + " " + status;
                    examples(answer)
                            .forEach(example ->
                                    api.faults(example, answer).forEach(fault -> faults.add(place + ": " + fault)));
                    if (type.equals("application/json") && examples(answer).isEmpty()) {
                        faults.add(place + " has no example");
                    }
                });
            });
        }

        assertThat(faults).isEmpty();
    }

    @Test
    void examplesOfProblemsAreMadeFromWhatTheySay() {
        List<String> problems = new ArrayList<>();
        description.at("/components/responses").forEachEntry((name, response) -> {
            JsonNode example = response.at("/content/application~1problem+json/example");
            if (!example.isMissingNode()) {
                problems.add(name);
                assertThat(english(example.get("detail_said")))
                        .as(name)
                        .isEqualTo(example.get("detail").asString());
            }
        });

        assertThat(problems).isNotEmpty();
    }

    @Test
    void constantsHaveTheirNames() {
        Map.of(
                        "Platform", keys(Platform.values(), Platform::key),
                        "Metric", keys(Metric.values(), Metric::key),
                        "ContentType", keys(ContentType.values(), ContentType::key),
                        "Denominator", keys(Denominator.values(), Denominator::key))
                .forEach((name, keys) -> assertThat(constants(description.at("/components/schemas/" + name)))
                        .as(name)
                        .isEqualTo(keys));
    }

    private String english(JsonNode said) {
        String english = description
                .at("/components/schemas/SentenceCode/x-english")
                .get(said.get("code").asString())
                .asString();
        for (Map.Entry<String, JsonNode> place : said.get("values").properties()) {
            JsonNode value = place.getValue().get("value");
            String text = value.isObject() ? english(value) : value.asString();
            english = english.replace("{" + place.getKey() + "}", text);
        }
        return english;
    }

    private static List<JsonNode> examples(JsonNode answer) {
        if (answer.has("example")) {
            return List.of(answer.get("example"));
        }
        return answer.path("examples").values().stream()
                .map(example -> example.get("value"))
                .toList();
    }

    private static List<String> constants(JsonNode schema) {
        return StreamSupport.stream(schema.findValue("enum").spliterator(), false)
                .map(JsonNode::asString)
                .toList();
    }

    private Set<String> parameters(String endpoint) {
        return all(endpoint).stream().map(p -> p.get("name").asString()).collect(Collectors.toSet());
    }

    private List<String> values(String parameter) {
        JsonNode schema = Stream.of("overview", "trends")
                .flatMap(endpoint -> all(endpoint).stream())
                .filter(p -> p.get("name").asString().equals(parameter))
                .findFirst()
                .orElseThrow()
                .get("schema");
        JsonNode single = schema.has("items") ? schema.get("items") : schema;
        // A range may be a pattern as well.
        return constants(single);
    }

    private List<JsonNode> all(String endpoint) {
        JsonNode operation =
                description.get("paths").get("/api/v1/analytics/" + endpoint).get("get");
        return StreamSupport.stream(operation.get("parameters").spliterator(), false)
                .map(this::resolved)
                .toList();
    }

    private JsonNode resolved(JsonNode parameter) {
        JsonNode reference = parameter.get("$ref");
        return reference == null
                ? parameter
                : description.at(reference.asString().substring(1));
    }

    private static <V> List<String> keys(V[] values, Function<V, String> key) {
        return Arrays.stream(values).map(key).toList();
    }
}
