package io.tidemark.collect.connector.instagram;

import io.tidemark.collect.connector.Api;
import io.tidemark.collect.connector.CallFailed;
import io.tidemark.collect.connector.ConnectorSettings;
import io.tidemark.collect.connector.DayReading;
import io.tidemark.collect.connector.DayRoute;
import io.tidemark.collect.connector.Numbers;
import io.tidemark.collect.connector.TrackedAccount;
import io.tidemark.collect.connector.graph.DayNumbers;
import io.tidemark.collect.connector.graph.GraphCalls;
import io.tidemark.collect.connector.graph.GraphRequest;
import io.tidemark.collect.connector.graph.GraphTime;
import io.tidemark.collect.connector.graph.Insights;
import io.tidemark.collect.connector.graph.RefusedMetrics;
import io.tidemark.metric.Metric;
import io.tidemark.metric.MetricValues;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;

/// Numbers of days. Only some come as a series; of the others Instagram tells the total of a period, so that a
/// day is a period of its own.
final class AccountDays {
    private static final String SERIES = "series";
    private static final String TOTALS = "totals";
    private static final String FOLLOWS = "follows";
    /// Instagram takes thirty days, to the hour; one is left as a margin.
    private static final int DAYS_PER_SERIES = 29;
    private static final int KEPT_DAYS = 90;
    private static final String FOLLOWED = "FOLLOWER";

    private final GraphCalls calls;
    private final List<DayRoute> routes;

    AccountDays(GraphCalls calls, ConnectorSettings settings) {
        this.calls = calls;
        routes = List.of(
                new DayRoute(
                        SERIES, settings.set("day-series", InstagramNumbers.SERIES), DAYS_PER_SERIES, KEPT_DAYS, 1),
                new DayRoute(TOTALS, settings.set("day-totals", InstagramNumbers.TOTALS), 1, KEPT_DAYS, 1),
                new DayRoute(FOLLOWS, Set.of(InstagramNumbers.FOLLOWS), 1, KEPT_DAYS, 1));
    }

    List<DayRoute> routes() {
        return routes;
    }

    List<DayReading> read(
            Api api, TrackedAccount account, DayRoute route, LocalDate from, LocalDate to, Set<String> metrics) {
        List<String> asked = List.copyOf(new TreeSet<>(metrics));
        GraphRequest request = GraphRequest.of(
                        "GET /{account}/insights " + route.name(), "/" + account.externalId() + "/insights")
                .with("metric", String.join(",", asked))
                .with("period", "day")
                .with("since", GraphTime.begin(from));
        try {
            return switch (route.name()) {
                case SERIES -> series(api, account, request, from, to);
                case TOTALS -> total(api, account, request, from);
                default -> follows(api, account, request, from);
            };
        } catch (CallFailed failed) {
            throw RefusedMetrics.named(failed, asked);
        }
    }

    private List<DayReading> series(
            Api api, TrackedAccount account, GraphRequest request, LocalDate from, LocalDate to) {
        JsonNode answer = calls.get(
                api,
                account.token(),
                request.with("metric_type", "time_series").with("until", DayNumbers.seriesEnd(to)));
        return DayNumbers.series(answer.path("data"), InstagramNumbers.OF_DAYS, from, to);
    }

    private List<DayReading> total(Api api, TrackedAccount account, GraphRequest request, LocalDate day) {
        JsonNode answer = calls.get(api, account.token(), whole(request, day));
        return DayNumbers.of(day, InstagramNumbers.OF_DAYS.read(Insights.of(answer.path("data"))));
    }

    private List<DayReading> follows(Api api, TrackedAccount account, GraphRequest request, LocalDate day) {
        JsonNode answer = calls.get(api, account.token(), whole(request, day).with("breakdown", "follow_type"));
        MetricValues.Builder values = MetricValues.builder();
        Insights.of(answer.path("data")).parts(InstagramNumbers.FOLLOWS).stream()
                .filter(part -> part.dimensions().equals(List.of(FOLLOWED)))
                .forEach(part -> Numbers.put(values, Metric.FOLLOWS, part.value()));
        return DayNumbers.of(day, values.build());
    }

    private static GraphRequest whole(GraphRequest request, LocalDate day) {
        return request.with("metric_type", "total_value").with("until", GraphTime.begin(day.plusDays(1)));
    }
}
