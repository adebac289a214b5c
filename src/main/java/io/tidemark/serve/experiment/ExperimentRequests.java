package io.tidemark.serve.experiment;

import io.tidemark.analytics.insight.ResponseMetric;
import io.tidemark.analytics.insight.timing.ExperimentPlan;
import io.tidemark.analytics.insight.timing.PostingTime;
import io.tidemark.serve.http.Body;
import io.tidemark.serve.http.Problem;
import io.tidemark.serve.http.ProblemException;
import io.tidemark.words.Sentence;
import io.tidemark.words.Value;
import java.math.BigDecimal;
import java.util.Map;
import java.util.Set;
import org.springframework.http.HttpStatus;

/// What somebody wants to test.
///
/// @param difference the least that the test should see, as a share
record ExperimentRequests(
        long accountId, ResponseMetric metric, PostingTime first, PostingTime second, double difference) {
    private static final Sentence OVERLAP =
            Sentence.of("experiment_times_overlap", "The two times overlap: name another hour or another weekday.");
    private static final Sentence NO_DIFFERENCE = Sentence.of(
            "experiment_no_difference", "difference is a share from {least} to {most}: 0.2 is a fifth more.");
    private static final Sentence NO_ACCOUNT = Sentence.of(
            "account_without_posts",
            "There is no account {id} of this business with posts: GET /api/v1/accounts lists what there is.");

    static final Set<String> MEMBERS = Set.of("account_id", "metric", "first", "second", "difference");

    private static final Set<String> TIME = Set.of("weekday", "hour");
    private static final double LEAST = 0.1;
    private static final double MOST = 2;

    /// @throws ProblemException 400 for a member that is missing or bad, or for times that overlap
    static ExperimentRequests of(Body body) {
        PostingTime first = time(body, "first");
        PostingTime second = time(body, "second");
        if (first.overlaps(second)) {
            throw Body.bad("second", OVERLAP.said());
        }
        return new ExperimentRequests(
                body.id("account_id").orElseThrow(() -> body.missing("account_id")),
                body.oneOf("metric", ResponseMetric::find, ResponseMetric.keys())
                        .orElse(ResponseMetric.ENGAGEMENT),
                first,
                second,
                difference(body));
    }

    private static PostingTime time(Body body, String member) {
        Body time = body.object(member, TIME).orElseThrow(() -> body.missing(member));
        Integer weekday =
                time.isNull("weekday") ? null : time.whole("weekday", 1, 7).orElse(null);
        return new PostingTime(weekday, time.whole("hour", 0, 23).orElseThrow(() -> time.missing("hour")));
    }

    private static double difference(Body body) {
        BigDecimal given = body.has("difference") ? body.amount("difference") : null;
        double difference = given == null ? ExperimentPlan.USUAL_DIFFERENCE : given.doubleValue();
        if (difference < LEAST || difference > MOST) {
            throw Body.bad(
                    "difference",
                    NO_DIFFERENCE.said(Map.of("least", Value.decimal(LEAST, 1), "most", Value.decimal(MOST, 0))));
        }
        return difference;
    }

    static ProblemException noAccount(long account) {
        return Problem.of(HttpStatus.NOT_FOUND, "account_not_found", NO_ACCOUNT.said(Map.of("id", Value.id(account))))
                .exception();
    }
}
