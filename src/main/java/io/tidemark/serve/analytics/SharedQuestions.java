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
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What links and reports may show: questions that take a period, since only these can be held to one.
public final class SharedQuestions {
    private static final String SEARCH = "search";

    /// The list of posts, which comes page by page.
    public static final String POSTS = "posts";

    /// Parameter of the list: where its next page begins.
    public static final String CURSOR = "cursor";

    /// The parameters of each question, by its path under `/api/v1/analytics/`.
    public static final Map<String, Set<String>> PARAMETERS = Map.ofEntries(
            Map.entry("overview", OverviewController.PARAMETERS),
            Map.entry("trends", TrendsController.PARAMETERS),
            Map.entry("trends/analysis", TrendAnalysisController.PARAMETERS),
            Map.entry("platform-comparison", PlatformComparisonController.PARAMETERS),
            Map.entry("content-types", ContentTypesController.PARAMETERS),
            Map.entry("insights", InsightsController.PARAMETERS),
            Map.entry(POSTS, PostsController.PARAMETERS),
            Map.entry("top-posts", TopPostsController.PARAMETERS),
            Map.entry("audience", AudienceController.PARAMETERS),
            Map.entry("best-times", BestTimesController.PARAMETERS),
            Map.entry("why", WhyController.PARAMETERS));

    /// The parameters of the question about one post.
    public static final Set<String> OF_ONE_POST = PostDetailController.PARAMETERS;

    /// What every question about numbers may say besides the business.
    public static final Set<String> SCOPE = AnalyticsParameters.without(AnalyticsParameters.COMMON, "business_id");

    /// What says which posts a list has: their texts, too.
    public static final Set<String> SCOPE_OF_POSTS = AnalyticsParameters.with(SCOPE, SEARCH);

    private final AnalyticsFlow flow;
    private final Posts posts;

    SharedQuestions(AnalyticsFlow flow, Posts posts) {
        this.flow = flow;
        this.posts = posts;
    }

    /// Refuses what no question can be held to.
    ///
    /// @throws io.tidemark.serve.http.ProblemException 400 naming the parameter, what was wrong, what is allowed
    public void check(User caller, Business business, Parameters scope) {
        Asked asked = flow.asked(caller, business, scope);
        // Labels and groups have to exist.
        new View(asked.frame(), asked.query().filters(), asked.now());
        scope.one(SEARCH).ifPresent(PostsController::search);
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

    /// Whether a post was published in the period, passes the filters and has the words that are searched for.
    public boolean holds(User caller, Business business, Parameters scope, long postId) {
        Asked asked = flow.asked(caller, business, scope);
        Frame frame = asked.frame();
        View view = new View(frame, asked.query().filters(), asked.now());
        Period period = view.period(asked.query().period());
        PostFrame all = frame.posts();
        for (int row = 0; row < all.size(); row++) {
            if (all.id(row) == postId) {
                return view.hasPost(row)
                        && isWithin(period, all.day(row))
                        && PostAnswers.containing(posts, asked, search(scope), period)
                                .test(row);
            }
        }
        return false;
    }

    private static @Nullable String search(Parameters scope) {
        return scope.one(SEARCH).orElse(null);
    }

    /// Whether the list goes on at a cursor over the days that are shared. A walk that was begun before midnight
    /// goes on over those of the day before.
    ///
    /// @throws io.tidemark.serve.http.ProblemException 400 where the cursor is damaged
    public boolean goesOn(User caller, Business business, Parameters scope, String cursor) {
        Asked asked = flow.asked(caller, business, scope);
        Period days = PostCursor.period(cursor);
        return Stream.of(asked.now(), asked.now().minus(Duration.ofDays(1)))
                .map(now -> new View(asked.frame(), asked.query().filters(), now)
                        .period(asked.query().period()))
                .anyMatch(shared ->
                        !days.from().isBefore(shared.from()) && !days.to().isAfter(shared.to()));
    }

    private static boolean isWithin(Period period, int epochDay) {
        return epochDay >= period.from().toEpochDay() && epochDay <= period.to().toEpochDay();
    }
}
