package io.tidemark.serve.analytics;

import io.tidemark.analytics.post.PostKey;
import io.tidemark.analytics.post.TopPosts;
import io.tidemark.analytics.post.TopPosts.Rank;
import io.tidemark.ledger.User;
import io.tidemark.metric.Growing;
import io.tidemark.serve.http.Parameters;
import io.tidemark.words.Sentence;
import io.tidemark.words.Value;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/// What worked best.
@RestController
final class TopPostsController {
    private static final Sentence NOT_RANKED_FAIRLY = Sentence.of(
            "posts_not_ranked_fairly",
            "Posts are ranked fairly by the engagement rate, or by a count whose growth is followed: take"
                    + " one of {metrics}, or leave rank out.");

    static final Set<String> PARAMETERS = AnalyticsParameters.with(PostsController.OF_LISTS, "metric", "rank", "limit");

    private static final List<String> FAIRLY_RANKED = Stream.concat(
                    Stream.of(PostKey.Derived.ENGAGEMENT_RATE.key()),
                    Arrays.stream(Growing.values()).map(Growing::key))
            .toList();
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
            int limit = PostsController.limit(asked.given(), USUAL_LIMIT, LARGEST_LIMIT);
            return answers.top(asked, new TopPosts.Question(key(asked.given(), rank), rank, limit));
        });
    }

    private static Rank rank(Parameters given) {
        String text = given.one("rank").orElse("value");
        return switch (text) {
            case "value" -> Rank.VALUE;
            case "fair" -> Rank.FAIR;
            case "conservative" -> Rank.CONSERVATIVE;
            default -> throw Parameters.noneOf("rank", text, List.of("value", "fair", "conservative"));
        };
    }

    private static PostKey key(Parameters given, Rank rank) {
        PostKey usual = rank == Rank.VALUE ? PostKey.Derived.ENGAGEMENT : PostKey.Derived.ENGAGEMENT_RATE;
        String text = given.one("metric").orElse(usual.key());
        List<String> keys = PostKey.all().stream()
                .filter(key -> key != PostKey.Derived.PUBLISHED_AT)
                .map(PostKey::key)
                .toList();
        PostKey key = PostKey.find(text)
                .filter(found -> keys.contains(found.key()))
                .orElseThrow(() -> Parameters.noneOf("metric", text, keys));
        if (rank != Rank.VALUE && !FAIRLY_RANKED.contains(key.key())) {
            throw Parameters.bad(
                    "metric",
                    NOT_RANKED_FAIRLY.said(Map.of("metrics", Value.name(String.join(", ", FAIRLY_RANKED)))),
                    FAIRLY_RANKED);
        }
        return key;
    }
}
