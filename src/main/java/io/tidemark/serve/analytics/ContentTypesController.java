package io.tidemark.serve.analytics;

import io.tidemark.analytics.ContentTypes;
import io.tidemark.ledger.User;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/// What kind of post does what.
@RestController
final class ContentTypesController {
    static final Set<String> PARAMETERS = AnalyticsParameters.COMMON;

    private final AnalyticsFlow flow;

    ContentTypesController(AnalyticsFlow flow) {
        this.flow = flow;
    }

    @GetMapping("/api/v1/analytics/content-types")
    @Nullable
    Object compare(@AuthenticationPrincipal User caller, HttpServletRequest request, HttpServletResponse response) {
        return flow.answer(
                caller,
                request,
                response,
                PARAMETERS,
                asked -> ContentTypes.compute(asked.frame(), asked.query(), asked.now()));
    }
}
