package io.tidemark.serve.analytics;

import io.tidemark.analytics.BadQuery;
import io.tidemark.ledger.Business;
import io.tidemark.ledger.User;
import io.tidemark.serve.http.Access;
import io.tidemark.serve.http.Parameters;
import io.tidemark.serve.http.Problem;
import io.tidemark.words.Sentence;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import java.util.Set;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/// Findings that people have seen enough of.
@RestController
@RequestMapping("/api/v1/insights/{id}/dismiss")
final class DismissalController {
    private static final Sentence NO_FINDING = Sentence.of(
            "insight_not_found",
            "There is no open finding '{id}' of this business: GET /api/v1/analytics/insights lists what"
                    + " there is.");

    private final Access access;
    private final InsightDesk desk;

    DismissalController(Access access, InsightDesk desk) {
        this.access = access;
        this.desk = desk;
    }

    @PostMapping
    ResponseEntity<Void> dismiss(
            @AuthenticationPrincipal User caller, @PathVariable String id, HttpServletRequest request) {
        return answer(desk.dismiss(business(caller, request), id, caller), id);
    }

    @DeleteMapping
    ResponseEntity<Void> restore(
            @AuthenticationPrincipal User caller, @PathVariable String id, HttpServletRequest request) {
        return answer(desk.restore(business(caller, request), id), id);
    }

    private Business business(User caller, HttpServletRequest request) {
        return access.business(
                caller, Parameters.of(request, Set.of("business_id")).businessId());
    }

    private static ResponseEntity<Void> answer(boolean found, String id) {
        if (!found) {
            throw Problem.of(
                            HttpStatus.NOT_FOUND, "insight_not_found", NO_FINDING.said(Map.of("id", BadQuery.echo(id))))
                    .exception();
        }
        return ResponseEntity.noContent().build();
    }
}
