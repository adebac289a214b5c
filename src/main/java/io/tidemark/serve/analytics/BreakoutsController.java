package io.tidemark.serve.analytics;

import io.tidemark.ledger.User;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/// Which posts break out now.
@RestController
final class BreakoutsController {
    static final Set<String> PARAMETERS =
            Set.of("business_id", "platform", "account_id", "group", "content_type", "label", "as_of");

    private final AnalyticsFlow flow;
    private final BreakoutAnswers answers;

    BreakoutsController(AnalyticsFlow flow, Posts posts) {
        this.flow = flow;
        answers = new BreakoutAnswers(posts);
    }

    @GetMapping("/api/v1/analytics/breakouts")
    @Nullable
    Object breakouts(@AuthenticationPrincipal User caller, HttpServletRequest request, HttpServletResponse response) {
        return flow.answer(caller, request, response, PARAMETERS, answers::answer);
    }
}
