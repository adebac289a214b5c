package io.tidemark.serve.analytics;

import io.tidemark.analytics.ContentTypes;
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

/// What kind of post does what.
@RestController
final class ContentTypesController {
    static final Set<String> PARAMETERS = AnalyticsParameters.with(AnalyticsParameters.COMMON, "split");

    private static final String BY_PLATFORM = "platform";

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
                asked -> isSplit(asked.given())
                        ? ContentTypes.byPlatform(asked.frame(), asked.query(), asked.now())
                        : ContentTypes.compute(asked.frame(), asked.query(), asked.now()));
    }

    private static boolean isSplit(Parameters given) {
        given.one("split").filter(text -> !text.equals(BY_PLATFORM)).ifPresent(text -> {
            throw Parameters.noneOf("split", text, List.of(BY_PLATFORM));
        });
        return given.one("split").isPresent();
    }
}
