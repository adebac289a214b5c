package io.tidemark.serve.analytics;

import io.tidemark.analytics.BadQuery;
import io.tidemark.analytics.insight.Audience;
import io.tidemark.analytics.insight.AudienceAnswer;
import io.tidemark.ledger.Breakdown;
import io.tidemark.ledger.BreakdownQuery;
import io.tidemark.ledger.User;
import io.tidemark.serve.Records;
import io.tidemark.serve.http.Parameters;
import io.tidemark.words.Sentence;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/// Who follows, and from where.
@RestController
final class AudienceController {
    private static final Sentence NO_DIMENSION = Sentence.of(
            "value_no_dimension",
            "'{value}' is not a dimension: it takes small letters, digits and _, such as geography.");

    /// An audience belongs to accounts: what narrows posts means nothing to it.
    static final Set<String> PARAMETERS = AnalyticsParameters.with(
            AnalyticsParameters.without(
                    AnalyticsParameters.COMMON,
                    "content_type",
                    "boosted",
                    "label",
                    "basis",
                    "compare",
                    "compare_from",
                    "compare_to",
                    "engagement",
                    "er_by"),
            "dimension",
            "limit");

    private static final int USUAL_LIMIT = 10;
    private static final int LARGEST_LIMIT = 200;

    private final AnalyticsFlow flow;
    private final Records records;

    AudienceController(AnalyticsFlow flow, Records records) {
        this.flow = flow;
        this.records = records;
    }

    @GetMapping("/api/v1/analytics/audience")
    @Nullable
    Object audience(@AuthenticationPrincipal User caller, HttpServletRequest request, HttpServletResponse response) {
        return flow.answer(caller, request, response, PARAMETERS, this::compute);
    }

    private AudienceView compute(Asked asked) {
        String dimension = asked.given()
                .one("dimension")
                .map(AudienceController::dimension)
                .orElse(null);
        int limit = PostsController.limit(asked.given(), USUAL_LIMIT, LARGEST_LIMIT);
        AudienceAnswer followers = Audience.compute(asked.frame(), asked.query(), asked.now());
        List<Long> accounts = followers.accounts().stream()
                .map(account -> account.account().id())
                .toList();
        List<Breakdown> breakdowns =
                records.breakdowns(asked.business().id(), new BreakdownQuery(accounts, dimension, asked.asOf(), limit));
        return AudienceView.of(followers, breakdowns);
    }

    private static String dimension(String text) {
        if (!text.matches("[a-z0-9_]{1,60}")) {
            throw Parameters.bad("dimension", NO_DIMENSION.said(Map.of("value", BadQuery.echo(text))));
        }
        return text;
    }
}
