package io.tidemark.serve.analytics;

import io.tidemark.analytics.BadQuery;
import io.tidemark.analytics.insight.digest.Digest;
import io.tidemark.ledger.Business;
import io.tidemark.ledger.User;
import io.tidemark.serve.http.Parameters;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/// A whole week in words.
@RestController
final class DigestController {
    static final Set<String> PARAMETERS = Set.of("business_id", "week");

    private final AnalyticsFlow flow;

    DigestController(AnalyticsFlow flow) {
        this.flow = flow;
    }

    @GetMapping("/api/v1/analytics/digest")
    @Nullable
    Object digest(@AuthenticationPrincipal User caller, HttpServletRequest request, HttpServletResponse response) {
        return flow.answer(caller, request, response, PARAMETERS, DigestController::answer);
    }

    private static DigestView answer(Asked asked) {
        Business business = asked.business();
        LocalDate day = asked.given().one("week").map(DigestController::day).orElse(null);
        try {
            return DigestView.of(Digest.compute(
                    asked.frame(),
                    AnalyticsParameters.usual(business.conventions()),
                    business.name(),
                    business.demo(),
                    day,
                    asked.now()));
        } catch (BadQuery bad) {
            throw Parameters.refusal(bad);
        }
    }

    private static LocalDate day(String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeParseException notDate) {
            throw Parameters.refusal(BadQuery.noDate("week", text));
        }
    }
}
