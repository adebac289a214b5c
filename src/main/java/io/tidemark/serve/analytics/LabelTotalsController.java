package io.tidemark.serve.analytics;

import io.tidemark.analytics.LabelTotals;
import io.tidemark.frame.LabelKind;
import io.tidemark.ledger.User;
import io.tidemark.serve.http.Parameters;
import io.tidemark.words.Sentence;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/// How campaigns, pillars, products and markets did.
@RestController
final class LabelTotalsController {
    private static final Sentence KIND_MISSING =
            Sentence.of("label_kind_missing", "The parameter kind is missing: say which kind of label.");

    /// Labels are carried by posts, so the numbers are those of published posts.
    static final Set<String> PARAMETERS =
            AnalyticsParameters.with(AnalyticsParameters.without(AnalyticsParameters.COMMON, "basis"), "kind");

    private final AnalyticsFlow flow;

    LabelTotalsController(AnalyticsFlow flow) {
        this.flow = flow;
    }

    @GetMapping("/api/v1/analytics/labels")
    @Nullable
    Object labels(@AuthenticationPrincipal User caller, HttpServletRequest request, HttpServletResponse response) {
        return flow.answer(caller, request, response, PARAMETERS, LabelTotalsController::compute);
    }

    private static Object compute(Asked asked) {
        LabelKind kind = kind(asked.given());
        return LabelTotals.compute(asked.frame(), asked.query(), kind, asked.now());
    }

    private static LabelKind kind(Parameters given) {
        String key = given.one("kind").orElseThrow(() -> Parameters.bad("kind", KIND_MISSING.said(), LabelKind.keys()));
        return LabelKind.find(key).orElseThrow(() -> Parameters.noneOf("kind", key, LabelKind.keys()));
    }
}
