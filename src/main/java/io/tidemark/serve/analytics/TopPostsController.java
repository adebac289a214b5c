package io.tidemark.serve.analytics;

import io.tidemark.analytics.post.PostKey;
import io.tidemark.ledger.User;
import io.tidemark.serve.analytics.TopPostsAnswer.Rank;
import io.tidemark.serve.http.Parameters;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/// What worked best.
@RestController
final class TopPostsController {
    static final Set<String> PARAMETERS = AnalyticsParameters.with(PostsController.OF_LISTS, "metric", "rank", "limit");

    private static final int USUAL_LIMIT = 10;
    private static final int LARGEST_LIMIT = 100;

    private final AnalyticsFlow flow;
    private final PostAnswers answers;

    TopPostsController(AnalyticsFlow flow, Posts posts) {
        this.flow = flow;
        answers = new PostAnswers(posts);
    }

    @GetMapping("/api/v1/analytics/top-posts")
    @Nullable
    Object topPosts(@AuthenticationPrincipal User caller, HttpServletRequest request, HttpServletResponse response) {
        return flow.answer(caller, request, response, PARAMETERS, asked -> {
            Rank rank = rank(asked.given());
            PostKey key = key(asked.given(), rank);
            int limit = PostsController.limit(asked.given(), USUAL_LIMIT, LARGEST_LIMIT);
            return answers.top(asked, key, rank, limit);
        });
    }

    private static Rank rank(Parameters given) {
        List<String> ranks = List.of("value", "fair");
        String text = given.one("rank").orElse("value");
        return switch (text) {
            case "value" -> Rank.VALUE;
            case "fair" -> Rank.FAIR;
            default -> throw Parameters.noneOf("rank", text, ranks);
        };
    }

    /// A fluke can lead a ranking by a rate only: where many people did much, nothing has to be made fair.
    private static PostKey key(Parameters given, Rank rank) {
        PostKey usual = rank == Rank.FAIR ? PostKey.Derived.ENGAGEMENT_RATE : PostKey.Derived.ENGAGEMENT;
        String text = given.one("metric").orElse(usual.key());
        List<PostKey> keys = PostKey.all().stream()
                .filter(key -> key != PostKey.Derived.PUBLISHED_AT)
                .toList();
        PostKey key = keys.stream()
                .filter(candidate -> candidate.key().equals(text))
                .findFirst()
                .orElseThrow(() -> Parameters.noneOf(
                        "metric", text, keys.stream().map(PostKey::key).toList()));
        if (rank == Rank.FAIR && !key.equals(usual)) {
            throw Parameters.bad(
                    "metric",
                    "rank=fair ranks by rates: take metric=engagement_rate, or leave rank out.",
                    List.of(usual.key()));
        }
        return key;
    }
}
