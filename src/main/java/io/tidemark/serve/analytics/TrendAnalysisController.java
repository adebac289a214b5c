package io.tidemark.serve.analytics;

import io.tidemark.analytics.insight.trend.TrendAnalysis;
import io.tidemark.analytics.insight.trend.TrendMetric;
import io.tidemark.ledger.User;
import io.tidemark.serve.http.Parameters;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/// What is usual of a number from day to day, what is not, and what to expect.
@RestController
final class TrendAnalysisController {
    /// What happened on days is looked at, against the days before.
    static final Set<String> PARAMETERS = AnalyticsParameters.with(
            AnalyticsParameters.without(
                    AnalyticsParameters.COMMON, "basis", "compare", "compare_from", "compare_to", "er_by"),
            "metric");

    private static final int KEPT = 200;

    private final AnalyticsFlow flow;
    private final AnswerCache answers = new AnswerCache(KEPT);

    TrendAnalysisController(AnalyticsFlow flow) {
        this.flow = flow;
    }

    @GetMapping("/api/v1/analytics/trends/analysis")
    @Nullable
    Object analysis(@AuthenticationPrincipal User caller, HttpServletRequest request, HttpServletResponse response) {
        return flow.answer(caller, request, response, PARAMETERS, this::compute);
    }

    private Object compute(Asked asked) {
        TrendMetric metric = metric(asked.given());
        return answers.get(asked, () -> TrendAnalysis.compute(asked.frame(), asked.query(), metric, asked.now()));
    }

    private static TrendMetric metric(Parameters given) {
        return given.one("metric")
                .map(text ->
                        TrendMetric.find(text).orElseThrow(() -> Parameters.noneOf("metric", text, TrendMetric.keys())))
                .orElse(TrendMetric.ENGAGEMENT);
    }
}
