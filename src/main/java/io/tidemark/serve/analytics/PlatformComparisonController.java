package io.tidemark.serve.analytics;

import io.tidemark.analytics.PlatformComparison;
import io.tidemark.ledger.User;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/// Platforms side by side.
@RestController
final class PlatformComparisonController {
    static final Set<String> PARAMETERS = AnalyticsParameters.COMMON;

    private final AnalyticsFlow flow;

    PlatformComparisonController(AnalyticsFlow flow) {
        this.flow = flow;
    }

    @GetMapping("/api/v1/analytics/platform-comparison")
    @Nullable
    Object compare(@AuthenticationPrincipal User caller, HttpServletRequest request, HttpServletResponse response) {
        return flow.answer(
                caller,
                request,
                response,
                PARAMETERS,
                asked -> PlatformComparison.compute(asked.frame(), asked.query(), asked.now()));
    }
}
