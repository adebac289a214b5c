package io.tidemark.collect.connector.threads;

import io.tidemark.collect.connector.Api;
import io.tidemark.collect.connector.CallFailed;
import io.tidemark.collect.connector.ConnectorSettings;
import io.tidemark.collect.connector.DayReading;
import io.tidemark.collect.connector.DayRoute;
import io.tidemark.collect.connector.TrackedAccount;
import io.tidemark.collect.connector.graph.DayNumbers;
import io.tidemark.collect.connector.graph.GraphCalls;
import io.tidemark.collect.connector.graph.GraphRequest;
import io.tidemark.collect.connector.graph.GraphTime;
import io.tidemark.collect.connector.graph.Insights;
import io.tidemark.collect.connector.graph.RefusedMetrics;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;

/// Numbers of an account's days. Visits of its profile come as a series; of all else Threads tells the total of what is
/// asked for, so that a day is asked for alone.
final class ThreadsDays {
    static final String EDGE = "threads_insights";

    private static final String SERIES = "series";
    private static final String TOTALS = "totals";
    /// Threads says nowhere how many days it takes; Instagram takes thirty.
    private static final int DAYS_PER_SERIES = 29;
    /// Threads has kept all since 13 April 2024, so that the first reading is limited by what it costs: 13 calls.
    private static final int SERIES_BACK = 365;
    /// A call a day.
    private static final int TOTALS_BACK = 90;

    private final GraphCalls calls;
    private final List<DayRoute> routes;

    ThreadsDays(GraphCalls calls, ConnectorSettings settings) {
        this.calls = calls;
        routes = List.of(
                new DayRoute(
                        SERIES, settings.set("day-series", ThreadsNumbers.SERIES), DAYS_PER_SERIES, SERIES_BACK, 1),
                new DayRoute(TOTALS, settings.set("day-totals", ThreadsNumbers.TOTALS), 1, TOTALS_BACK, 1));
    }

    List<DayRoute> routes() {
        return routes;
    }

    List<DayReading> read(
            Api api, TrackedAccount account, DayRoute route, LocalDate from, LocalDate to, Set<String> metrics) {
        List<String> asked = List.copyOf(new TreeSet<>(metrics));
        boolean series = route.name().equals(SERIES);
        GraphRequest request = GraphRequest.of(
                        "GET /{account}/threads_insights " + route.name(),
                        "/%s/%s".formatted(account.externalId(), EDGE))
                .with("metric", String.join(",", asked))
                .with("since", GraphTime.begin(from))
                .with("until", series ? DayNumbers.seriesEnd(to) : GraphTime.begin(from.plusDays(1)));
        try {
            JsonNode data = calls.get(api, account.token(), request).path("data");
            return series
                    ? DayNumbers.series(data, ThreadsNumbers.OF_DAYS, from, to)
                    : DayNumbers.of(from, ThreadsNumbers.OF_DAYS.read(Insights.of(data)));
        } catch (CallFailed failed) {
            throw RefusedMetrics.named(failed, asked);
        }
    }
}
