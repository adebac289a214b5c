package io.tidemark.serve.analytics;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.tidemark.analytics.insight.why.Contribution;
import io.tidemark.analytics.insight.why.Why;
import io.tidemark.analytics.insight.why.WhyAnswer;
import io.tidemark.analytics.insight.why.WhyMetric;
import io.tidemark.ledger.User;
import io.tidemark.serve.http.Parameters;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/// Why a number changed.
@RestController
final class WhyController {
    static final Set<String> PARAMETERS = AnalyticsParameters.with(AnalyticsParameters.COMMON, "metric");

    private static final int KEPT = 200;

    private final AnalyticsFlow flow;
    private final PostAnswers posts;
    private final AnswerCache answers = new AnswerCache(KEPT);

    WhyController(AnalyticsFlow flow, Posts posts) {
        this.flow = flow;
        this.posts = new PostAnswers(posts);
    }

    /// @param posts those that made most of the change, the largest first
    record View(@JsonUnwrapped WhyAnswer answer, List<ContributingPost> posts) {}

    /// A post and what it made of the change.
    ///
    /// @param current whether it is of the period, not of the one compared with
    /// @param valueAtAge what it had at the age of the comparison
    record ContributingPost(
            @JsonUnwrapped PostView post, boolean current, double valueAtAge, double typical, double contribution) {}

    @GetMapping("/api/v1/analytics/why")
    @Nullable
    Object why(@AuthenticationPrincipal User caller, HttpServletRequest request, HttpServletResponse response) {
        return flow.answer(caller, request, response, PARAMETERS, this::answer);
    }

    /// The split is kept; texts and pictures of the few posts are read anew.
    private View answer(Asked asked) {
        WhyMetric metric = metric(asked.given());
        Why.Result result =
                (Why.Result) answers.get(asked, () -> Why.compute(asked.frame(), asked.query(), metric, asked.now()));
        return new View(result.answer(), views(asked, result.posts()));
    }

    private static WhyMetric metric(Parameters given) {
        return given.one("metric")
                .map(text ->
                        WhyMetric.find(text).orElseThrow(() -> Parameters.noneOf("metric", text, WhyMetric.keys())))
                .orElse(WhyMetric.ENGAGEMENT);
    }

    private List<ContributingPost> views(Asked asked, List<Contribution> contributions) {
        int[] rows = contributions.stream().mapToInt(Contribution::row).toArray();
        List<PostView> views = posts.views(asked, PostAnswers.numbers(asked), rows);
        List<ContributingPost> found = new ArrayList<>();
        for (int i = 0; i < rows.length; i++) {
            Contribution one = contributions.get(i);
            found.add(
                    new ContributingPost(views.get(i), one.current(), one.value(), one.typical(), one.contribution()));
        }
        return found;
    }
}
