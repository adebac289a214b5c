package io.tidemark.collect.connector.graph;

import io.tidemark.collect.connector.Allowance;
import io.tidemark.collect.connector.ApiResponse;
import io.tidemark.collect.connector.Fault;
import io.tidemark.collect.connector.Numbers;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.MissingNode;

/// What Meta's headers say of its limits: in percent of what the app may, and of what it may with each account.
final class GraphUsage {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final List<String> MEASURES = List.of("call_count", "total_cputime", "total_time");
    private static final double WHOLE = 100;
    /// Meta counts the calls of the last hour.
    private static final Duration UNTOLD = Duration.ofHours(1);

    private GraphUsage() {}

    static List<Allowance> allowances(ApiResponse response, Instant now) {
        List<Allowance> allowances = new ArrayList<>();
        JsonNode app = header(response, "x-app-usage");
        used(app).ifPresent(share -> allowances.add(new Allowance(Fault.Scope.APP, null, share, null)));
        accounts(response)
                .forEach(account -> used(account).ifPresent(share -> {
                    Instant again = minutes(account).map(now::plus).orElse(null);
                    allowances.add(new Allowance(Fault.Scope.ACCOUNT, null, share, again));
                }));
        return allowances;
    }

    /// Until when calls wait that were refused.
    static Instant until(ApiResponse response, Instant now) {
        Optional<Duration> told = response.header("retry-after")
                .filter(text -> text.matches("\\d{1,9}"))
                .map(seconds -> Duration.ofSeconds(Long.parseLong(seconds)));
        Duration wait = told.or(() -> accounts(response)
                        .flatMap(account -> minutes(account).stream())
                        .max(Duration::compareTo))
                .orElse(UNTOLD);
        return now.plus(wait);
    }

    private static Stream<JsonNode> accounts(ApiResponse response) {
        List<JsonNode> accounts = new ArrayList<>();
        header(response, "x-business-use-case-usage").forEach(account -> account.forEach(accounts::add));
        return accounts.stream();
    }

    private static Optional<Duration> minutes(JsonNode account) {
        OptionalDouble minutes = Numbers.read(account.path("estimated_time_to_regain_access"));
        return minutes.isPresent() && minutes.getAsDouble() > 0
                ? Optional.of(Duration.ofSeconds((long) (minutes.getAsDouble() * 60)))
                : Optional.empty();
    }

    /// The measure that is fullest counts.
    private static Optional<Double> used(JsonNode usage) {
        return MEASURES.stream()
                .map(measure -> Numbers.read(usage.path(measure)))
                .filter(OptionalDouble::isPresent)
                .map(percent -> percent.getAsDouble() / WHOLE)
                .max(Double::compare);
    }

    private static JsonNode header(ApiResponse response, String name) {
        String text = response.header(name).orElse("");
        try {
            return text.isEmpty() ? MissingNode.getInstance() : JSON.readTree(text);
        } catch (JacksonException noJson) {
            return MissingNode.getInstance();
        }
    }
}
