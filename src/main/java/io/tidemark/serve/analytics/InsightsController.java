package io.tidemark.serve.analytics;

import io.tidemark.analytics.insight.feed.Feed;
import io.tidemark.ledger.User;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/// What changed, what is a record, and what the numbers lack.
@RestController
final class InsightsController {
    static final Set<String> PARAMETERS = AnalyticsParameters.without(AnalyticsParameters.COMMON, "er_by");

    private static final int KEPT = 200;

    private final AnalyticsFlow flow;
    private final AnswerCache answers = new AnswerCache(KEPT);

    InsightsController(AnalyticsFlow flow) {
        this.flow = flow;
    }

    @GetMapping("/api/v1/analytics/insights")
    @Nullable
    Object insights(@AuthenticationPrincipal User caller, HttpServletRequest request, HttpServletResponse response) {
        return flow.answer(
                caller,
                request,
                response,
                PARAMETERS,
                asked -> answers.get(
                        asked,
                        () -> InsightsView.of(Feed.of(asked.frame(), asked.query(), asked.now())
                                .answer())));
    }
}
