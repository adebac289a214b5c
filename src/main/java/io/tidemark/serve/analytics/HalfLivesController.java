package io.tidemark.serve.analytics;

import io.tidemark.analytics.View;
import io.tidemark.analytics.insight.performance.HalfLives;
import io.tidemark.ledger.User;
import io.tidemark.metric.Growing;
import io.tidemark.serve.http.Parameters;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/// For how long posts live.
@RestController
final class HalfLivesController {
    /// What is learned from the newest settled posts has no period.
    static final Set<String> PARAMETERS =
            Set.of("business_id", "platform", "account_id", "group", "content_type", "label", "as_of", "metric");

    private final AnalyticsFlow flow;

    HalfLivesController(AnalyticsFlow flow) {
        this.flow = flow;
    }

    @GetMapping("/api/v1/analytics/half-lives")
    @Nullable
    Object halfLives(@AuthenticationPrincipal User caller, HttpServletRequest request, HttpServletResponse response) {
        return flow.answer(caller, request, response, PARAMETERS, asked -> {
            Growing metric = metric(asked.given());
            return HalfLives.of(new View(asked.frame(), asked.query().filters(), asked.now()), metric);
        });
    }

    private static Growing metric(Parameters given) {
        return given.one("metric")
                .map(text -> Growing.find(text)
                        .orElseThrow(() -> Parameters.noneOf(
                                "metric",
                                text,
                                Arrays.stream(Growing.values())
                                        .map(Growing::key)
                                        .toList())))
                .orElse(Growing.ENGAGEMENT);
    }
}
