package io.tidemark.serve.analytics;

import io.tidemark.analytics.Overview;
import io.tidemark.ledger.User;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/// How are we doing.
@RestController
final class OverviewController {
    static final Set<String> PARAMETERS = AnalyticsParameters.COMMON;

    private final AnalyticsFlow flow;

    OverviewController(AnalyticsFlow flow) {
        this.flow = flow;
    }

    @GetMapping("/api/v1/analytics/overview")
    @Nullable
    Object overview(@AuthenticationPrincipal User caller, HttpServletRequest request, HttpServletResponse response) {
        return flow.answer(
                caller,
                request,
                response,
                PARAMETERS,
                asked -> Overview.compute(asked.frame(), asked.query(), asked.now()));
    }
}
