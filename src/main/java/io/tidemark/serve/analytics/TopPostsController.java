package io.tidemark.serve.analytics;

import io.tidemark.analytics.post.PostKey;
import io.tidemark.ledger.User;
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
    static final Set<String> PARAMETERS = AnalyticsParameters.with(PostsController.OF_LISTS, "metric", "limit");

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
            PostKey key = key(asked.given());
            int limit = PostsController.limit(asked.given(), USUAL_LIMIT, LARGEST_LIMIT);
            return answers.top(asked, key, limit);
        });
    }

    private static PostKey key(Parameters given) {
        String text = given.one("metric").orElse(PostKey.Derived.ENGAGEMENT.key());
        List<PostKey> keys = PostKey.all().stream()
                .filter(key -> key != PostKey.Derived.PUBLISHED_AT)
                .toList();
        return keys.stream()
                .filter(key -> key.key().equals(text))
                .findFirst()
                .orElseThrow(() -> Parameters.noneOf(
                        "metric", text, keys.stream().map(PostKey::key).toList()));
    }
}
