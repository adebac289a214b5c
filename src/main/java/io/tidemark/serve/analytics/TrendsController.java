package io.tidemark.serve.analytics;

import io.tidemark.analytics.Trends;
import io.tidemark.analytics.TrendsRequest;
import io.tidemark.ledger.User;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/// How numbers went.
@RestController
final class TrendsController {
    static final Set<String> PARAMETERS =
            AnalyticsParameters.with(AnalyticsParameters.COMMON, "average", "granularity", "metric", "split");

    private final AnalyticsFlow flow;

    TrendsController(AnalyticsFlow flow) {
        this.flow = flow;
    }

    @GetMapping("/api/v1/analytics/trends")
    @Nullable
    Object trends(@AuthenticationPrincipal User caller, HttpServletRequest request, HttpServletResponse response) {
        return flow.answer(caller, request, response, PARAMETERS, TrendsController::compute);
    }

    private static Object compute(Asked asked) {
        TrendsRequest wanted = AnalyticsParameters.trend(asked.given());
        return Trends.compute(asked.frame(), asked.query(), wanted, asked.now());
    }
}
