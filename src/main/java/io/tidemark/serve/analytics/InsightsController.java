package io.tidemark.serve.analytics;

import io.tidemark.analytics.insight.feed.Feed;
import io.tidemark.analytics.insight.feed.FeedAnswer;
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

/// What changed, what is a record, and what the numbers lack.
@RestController
final class InsightsController {
    private static final String INCLUDE = "include";
    private static final String DISMISSED = "dismissed";

    static final Set<String> PARAMETERS =
            AnalyticsParameters.with(AnalyticsParameters.without(AnalyticsParameters.COMMON, "er_by"), INCLUDE);

    private static final int KEPT = 200;

    private final AnalyticsFlow flow;
    private final InsightDesk desk;
    private final AnswerCache answers = new AnswerCache(KEPT);

    InsightsController(AnalyticsFlow flow, InsightDesk desk) {
        this.flow = flow;
        this.desk = desk;
    }

    @GetMapping("/api/v1/analytics/insights")
    @Nullable
    Object insights(@AuthenticationPrincipal User caller, HttpServletRequest request, HttpServletResponse response) {
        return flow.answer(caller, request, response, PARAMETERS, this::answer);
    }

    private InsightsView answer(Asked asked) {
        boolean all = includesDismissed(asked.given());
        // What is computed stays the same while people put findings away.
        Feed feed = (Feed) answers.get(asked, () -> Feed.of(asked.frame(), asked.query(), asked.now()));
        FeedAnswer answer = isUsual(asked) ? desk.answer(asked.business(), feed) : feed.answer();
        return InsightsView.of(all ? answer : answer.withoutDismissed());
    }

    /// Only the usual question is asked day by day, so that what comes and goes can be told.
    private static boolean isUsual(Asked asked) {
        return asked.asOf() == null
                && asked.query()
                        .equals(AnalyticsParameters.usual(asked.business().conventions()));
    }

    private static boolean includesDismissed(Parameters given) {
        return given.one(INCLUDE)
                .map(text -> {
                    if (!text.equals(DISMISSED)) {
                        throw Parameters.noneOf(INCLUDE, text, List.of(DISMISSED));
                    }
                    return true;
                })
                .orElse(false);
    }
}
