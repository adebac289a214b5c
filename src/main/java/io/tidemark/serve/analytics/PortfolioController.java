package io.tidemark.serve.analytics;

import io.tidemark.analytics.AnalyticsQuery;
import io.tidemark.analytics.Overview;
import io.tidemark.analytics.OverviewAnswer;
import io.tidemark.ledger.Business;
import io.tidemark.ledger.User;
import io.tidemark.serve.Records;
import io.tidemark.serve.analytics.PortfolioAnswer.Row;
import io.tidemark.serve.http.Parameters;
import io.tidemark.tenancy.Registry;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Gatherers;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/// All businesses of the caller side by side.
@RestController
final class PortfolioController {
    static final Set<String> PARAMETERS = Set.of(
            "range", "from", "to", "compare", "compare_from", "compare_to", "basis", "engagement", "er_by", "sort");

    /// Businesses in one answer; the first by number.
    static final int MOST_BUSINESSES = 500;

    /// Frames that are loaded or computed on at the same time for one caller: the others have to get their turn, too.
    private static final int AT_ONCE = 4;

    private final Registry registry;
    private final Records records;
    private final Unchanged unchanged;
    private final Frames frames;
    private final Clock clock;

    PortfolioController(Registry registry, Records records, Unchanged unchanged, Frames frames, Clock clock) {
        this.registry = registry;
        this.records = records;
        this.unchanged = unchanged;
        this.frames = frames;
        this.clock = clock;
    }

    @GetMapping("/api/v1/portfolio")
    @Nullable
    PortfolioAnswer portfolio(
            @AuthenticationPrincipal User caller, HttpServletRequest request, HttpServletResponse response) {
        Parameters given = Parameters.of(request, PARAMETERS);
        AnalyticsParameters.query(given);
        PortfolioOrder order = given.one("sort").map(PortfolioController::order).orElse(PortfolioOrder.BY_NAME);
        List<Business> visible = registry.businessesOf(caller);
        if (unchanged.answered(caller, visible, given, request, response)) {
            return null;
        }
        Instant now = clock.instant();
        List<Row> rows = visible.stream()
                .limit(MOST_BUSINESSES)
                .gather(Gatherers.mapConcurrent(AT_ONCE, business -> row(business, given, now)))
                .sorted(order.comparator())
                .toList();
        return PortfolioAnswer.of(rows, order.text(), visible.size());
    }

    private static PortfolioOrder order(String text) {
        List<String> allowed = PortfolioOrder.keys().stream()
                .flatMap(key -> Stream.of(key, "-" + key))
                .toList();
        return PortfolioOrder.find(text).orElseThrow(() -> Parameters.noneOf("sort", text, allowed));
    }

    /// What the caller leaves open is as the business has settled it.
    private Row row(Business business, Parameters given, Instant now) {
        AnalyticsQuery query = AnalyticsParameters.query(given, business.conventions());
        OverviewAnswer overview = Overview.compute(frames.frame(business.id(), null), query, now);
        return Row.of(business, overview, records.brokenConnections(business.id()));
    }
}
