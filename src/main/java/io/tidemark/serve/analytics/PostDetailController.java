package io.tidemark.serve.analytics;

import io.tidemark.ledger.PostRecord;
import io.tidemark.ledger.User;
import io.tidemark.serve.http.Parameters;
import io.tidemark.serve.http.Thing;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/// One post with all that was ever said of it.
@RestController
final class PostDetailController {
    static final Set<String> PARAMETERS = Set.of("business_id", "as_of", "engagement", "er_by", "limit");

    private static final int USUAL_LIMIT = 200;
    private static final int LARGEST_LIMIT = 2000;

    private final AnalyticsFlow flow;
    private final Posts posts;

    PostDetailController(AnalyticsFlow flow, Posts posts) {
        this.flow = flow;
        this.posts = posts;
    }

    @GetMapping("/api/v1/analytics/posts/{id}")
    @Nullable
    Object post(
            @AuthenticationPrincipal User caller,
            @PathVariable String id,
            HttpServletRequest request,
            HttpServletResponse response) {
        long postId = Parameters.id("id", id);
        return flow.answer(caller, request, response, PARAMETERS, asked -> {
            int limit = PostsController.limit(asked.given(), USUAL_LIMIT, LARGEST_LIMIT);
            long business = asked.business().id();
            PostRecord record =
                    posts.find(business, postId, asked.asOf()).orElseThrow(() -> Thing.POST.notFound(postId));
            String thumbnail = ThumbnailController.path(business, postId, posts.pictured(business, List.of(postId)));
            return PostDetail.of(asked, record, thumbnail, limit);
        });
    }
}
