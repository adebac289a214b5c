package io.tidemark.serve.analytics;

import io.tidemark.analytics.Period;
import io.tidemark.analytics.View;
import io.tidemark.analytics.insight.AccountName;
import io.tidemark.frame.Frame;
import io.tidemark.frame.FrameAccount;
import io.tidemark.frame.PostFrame;
import io.tidemark.ledger.Business;
import io.tidemark.ledger.User;
import io.tidemark.serve.http.Parameters;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// What links and reports may show: questions that take a period, since only these can be held to one.
public final class SharedQuestions {
    /// The parameters of each question, by its path under `/api/v1/analytics/`.
    public static final Map<String, Set<String>> PARAMETERS = Map.of(
            "overview", OverviewController.PARAMETERS,
            "trends", TrendsController.PARAMETERS,
            "trends/analysis", TrendAnalysisController.PARAMETERS,
            "platform-comparison", PlatformComparisonController.PARAMETERS,
            "content-types", ContentTypesController.PARAMETERS,
            "insights", InsightsController.PARAMETERS,
            "top-posts", TopPostsController.PARAMETERS,
            "audience", AudienceController.PARAMETERS,
            "best-times", BestTimesController.PARAMETERS,
            "why", WhyController.PARAMETERS);

    /// What every question about numbers may say besides the business.
    public static final Set<String> SCOPE = AnalyticsParameters.without(AnalyticsParameters.COMMON, "business_id");

    private final AnalyticsFlow flow;

    SharedQuestions(AnalyticsFlow flow) {
        this.flow = flow;
    }

    /// Refuses what no question can be held to.
    ///
    /// @throws io.tidemark.serve.http.ProblemException 400 naming the parameter, what was wrong, what is allowed
    public void check(User caller, Business business, Parameters scope) {
        Asked asked = flow.asked(caller, business, scope);
        // Labels and groups have to exist.
        new View(asked.frame(), asked.query().filters(), asked.now());
    }

    /// The accounts that pass the filters, by their numbers.
    public Map<Long, AccountName> accounts(User caller, Business business, Parameters scope) {
        Asked asked = flow.asked(caller, business, scope);
        Frame frame = asked.frame();
        View view = new View(frame, asked.query().filters(), asked.now());
        return IntStream.range(0, view.accountCount())
                .filter(view::has)
                .mapToObj(frame.accounts()::get)
                .collect(Collectors.toMap(FrameAccount::id, AccountName::of));
    }

    /// Whether a post was published in the period and passes the filters.
    public boolean holds(User caller, Business business, Parameters scope, long postId) {
        Asked asked = flow.asked(caller, business, scope);
        Frame frame = asked.frame();
        View view = new View(frame, asked.query().filters(), asked.now());
        Period period = view.period(asked.query().period());
        PostFrame posts = frame.posts();
        for (int row = 0; row < posts.size(); row++) {
            if (posts.id(row) == postId) {
                return view.hasPost(row) && isWithin(period, posts.day(row));
            }
        }
        return false;
    }

    private static boolean isWithin(Period period, int epochDay) {
        return epochDay >= period.from().toEpochDay() && epochDay <= period.to().toEpochDay();
    }
}
