package io.tidemark.serve.analytics;

import io.tidemark.analytics.BadQuery;
import io.tidemark.analytics.insight.ResponseMetric;
import io.tidemark.analytics.insight.effect.WhatWorks;
import io.tidemark.ledger.User;
import io.tidemark.serve.http.Parameters;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/// What works: content types, hashtags, lengths, weekdays and what texts do.
@RestController
final class WhatWorksController {
    /// Posts are looked at as published and against the account's other posts, so that nothing else is compared.
    static final Set<String> PARAMETERS = AnalyticsParameters.with(
            AnalyticsParameters.without(AnalyticsParameters.COMMON, "basis", "compare", "compare_from", "compare_to"),
            "metric");

    private static final int KEPT = 200;

    private final AnalyticsFlow flow;
    private final AnswerCache answers = new AnswerCache(KEPT);

    WhatWorksController(AnalyticsFlow flow) {
        this.flow = flow;
    }

    @GetMapping("/api/v1/analytics/what-works")
    @Nullable
    Object whatWorks(@AuthenticationPrincipal User caller, HttpServletRequest request, HttpServletResponse response) {
        return flow.answer(caller, request, response, PARAMETERS, this::compute);
    }

    private Object compute(Asked asked) {
        ResponseMetric metric = asked.given()
                .one("metric")
                .map(text -> ResponseMetric.find(text)
                        .orElseThrow(() -> Parameters.noneOf("metric", text, ResponseMetric.keys())))
                .orElse(ResponseMetric.ENGAGEMENT);
        try {
            return answers.get(asked, () -> WhatWorks.compute(asked.frame(), asked.query(), metric, asked.now()));
        } catch (BadQuery bad) {
            throw Parameters.refusal(bad);
        }
    }
}
