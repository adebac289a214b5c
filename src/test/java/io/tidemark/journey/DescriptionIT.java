package io.tidemark.journey;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.testing.ApiDescription;
import io.tidemark.testing.ApiDescription.Operation;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;

/// What the demonstration answers is what the description promises, whatever is asked.
@ExtendWith(Demo.Shared.class)
class DescriptionIT {
    private static final String BUSINESS = "1";

    /// Of each address the parameters that it takes are asked.
    private static final List<Map<String, String>> QUESTIONS = List.of(
            Map.of(),
            Map.of("range", "last_90_days", "basis", "published", "include", "slots"),
            Map.of("range", "last_365_days", "basis", "activity", "compare", "none", "split", "account"),
            Map.of("range", "last_month", "compare", "previous_year", "granularity", "week", "split", "platform"),
            Map.of("platform", "youtube", "metric", "reach", "rank", "conservative"),
            Map.of("from", "2015-01-01", "to", "2015-01-31", "include", "dismissed"),
            Map.of("range", "all", "label", "none:campaign", "metric", "engagement_rate"),
            Map.of("dataset", "metadata", "format", "json"),
            Map.of("dataset", "daily", "format", "json", "range", "last_7_days"),
            Map.of("view", "why", "format", "json"));

    /// The demonstration has none of these; the tests of their controllers hold them to the description.
    private static final Set<String> WITHOUT_ANY = Set.of(
            "/api/v1/imports/{id}",
            "/api/v1/imports/{id}/preview",
            "/api/v1/jobs/{id}",
            "/api/v1/labels/{id}",
            "/api/v1/notes/{id}",
            "/api/v1/experiments/{id}",
            "/api/v1/reports/{id}",
            "/api/v1/reports/{id}/answers",
            "/api/v1/reports/{id}/changes",
            "/api/v1/reports/{id}/schedule",
            "/api/v1/shared/{share}",
            // The demonstration is called at no public address.
            "/oauth/{login}/client-metadata.json");

    @Test
    void everyAnswerIsAsDescribed(Demo demo) {
        assertThat(faults(demo.api())).isEmpty();
    }

    private static List<String> faults(Api api) {
        ApiDescription described = new ApiDescription(api.ask("/v3/api-docs").body());
        List<String> faults = new ArrayList<>();
        for (Operation operation : described.operations()) {
            if (!isAsked(described, operation)) {
                continue;
            }
            int answered = 0;
            for (String question : questions(described, operation)) {
                HttpResponse<String> answer = api.ask(address(api, operation.path()) + question);
                answered += answer.statusCode() == 200 ? 1 : 0;
                described.faults(answer).forEach(fault -> faults.add(operation.path() + question + ": " + fault));
            }
            assertThat(answered).as(operation.path()).isPositive();
        }
        return faults;
    }

    private static boolean isAsked(ApiDescription described, Operation operation) {
        JsonNode content = described.content(operation, "200");
        return operation.method().equals("GET")
                && content != null
                && content.has("application/json")
                && !WITHOUT_ANY.contains(operation.path());
    }

    /// The path with the number of something that is there.
    private static String address(Api api, String path) {
        if (!path.contains("{id}")) {
            return path.replace("{business_id}", BUSINESS);
        }
        String of = path.substring(0, path.indexOf("/{id}"));
        JsonNode first = switch (of) {
            case "/api/v1/analytics/posts" ->
                api.get(of + "?business_id=" + BUSINESS).at("/posts/0/id");
            case "/api/v1/connections" ->
                api.get(of + "?business_id=" + BUSINESS).at("/connections/0/connection_id");
            case "/api/v1/connections/accounts" ->
                api.get("/api/v1/connections?business_id=" + BUSINESS).at("/connections/0/accounts/0/account_id");
            default -> throw new IllegalStateException("Which one of " + of + " is to be asked?");
        };
        return path.replace("{id}", first.asString());
    }

    private static Set<String> questions(ApiDescription described, Operation operation) {
        List<JsonNode> taken = described.parameters(operation);
        Map<String, String> always = new TreeMap<>();
        taken.stream()
                // Where a business may be left out, there is more to ask of one.
                .filter(parameter -> parameter.path("required").asBoolean(false)
                        || parameter.get("name").asString().equals("business_id"))
                .forEach(parameter -> always.put(parameter.get("name").asString(), needed(parameter)));
        Set<String> names = taken.stream()
                .map(parameter -> parameter.get("name").asString())
                .collect(Collectors.toSet());
        return QUESTIONS.stream()
                .map(question -> {
                    Map<String, String> asked = new TreeMap<>(question);
                    asked.keySet().retainAll(names);
                    asked.putAll(always);
                    return asked.entrySet().stream()
                            .map(entry -> entry.getKey() + "=" + entry.getValue())
                            .collect(Collectors.joining("&", "?", ""));
                })
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private static String needed(JsonNode parameter) {
        return parameter.get("name").asString().equals("business_id")
                ? BUSINESS
                : parameter.at("/schema/enum/0").asString();
    }
}
