package io.tidemark.serve.analytics;

import io.tidemark.analytics.BadQuery;
import io.tidemark.analytics.insight.ResponseMetric;
import io.tidemark.analytics.insight.timing.BestTimes;
import io.tidemark.analytics.insight.timing.BestTimesQuestion;
import io.tidemark.ledger.User;
import io.tidemark.serve.http.Parameters;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/// When to post.
@RestController
final class BestTimesController {
    /// Posts are looked at as published and against the account's own mix, so that nothing else is compared.
    static final Set<String> PARAMETERS = AnalyticsParameters.with(
            AnalyticsParameters.without(AnalyticsParameters.COMMON, "basis", "compare", "compare_from", "compare_to"),
            "metric",
            "include");

    private static final String CHANCES = "chance_to_be_best";
    private static final int KEPT = 200;

    private final AnalyticsFlow flow;
    private final AnswerCache answers = new AnswerCache(KEPT);

    BestTimesController(AnalyticsFlow flow) {
        this.flow = flow;
    }

    @GetMapping("/api/v1/analytics/best-times")
    @Nullable
    Object bestTimes(@AuthenticationPrincipal User caller, HttpServletRequest request, HttpServletResponse response) {
        return flow.answer(caller, request, response, PARAMETERS, this::compute);
    }

    private Object compute(Asked asked) {
        BestTimesQuestion question = question(asked.given());
        try {
            return answers.get(asked, () -> BestTimes.compute(asked.frame(), asked.query(), question, asked.now()));
        } catch (BadQuery bad) {
            throw Parameters.refusal(bad);
        }
    }

    private static BestTimesQuestion question(Parameters given) {
        for (String text : given.all("include")) {
            if (!text.equals(CHANCES)) {
                throw Parameters.noneOf("include", text, List.of(CHANCES));
            }
        }
        ResponseMetric metric = given.one("metric")
                .map(text -> ResponseMetric.find(text)
                        .orElseThrow(() -> Parameters.noneOf("metric", text, ResponseMetric.keys())))
                .orElse(ResponseMetric.ENGAGEMENT);
        return new BestTimesQuestion(metric, !given.all("include").isEmpty());
    }
}
