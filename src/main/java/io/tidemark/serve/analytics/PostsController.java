package io.tidemark.serve.analytics;

import io.tidemark.analytics.post.PostKey;
import io.tidemark.analytics.post.PostOrder;
import io.tidemark.ledger.User;
import io.tidemark.serve.http.Parameters;
import io.tidemark.words.Sentence;
import io.tidemark.words.Value;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/// The posts published in a period, in any order, page by page.
@RestController
final class PostsController {
    private static final Sentence NO_SEARCH =
            Sentence.of("posts_no_search", "search takes up to {most} characters of text without control characters.");

    /// What lists of posts have in common: they are always about posts published in a period, and compare nothing.
    static final Set<String> OF_LISTS =
            AnalyticsParameters.without(AnalyticsParameters.COMMON, "basis", "compare", "compare_from", "compare_to");

    static final Set<String> PARAMETERS = AnalyticsParameters.with(OF_LISTS, "sort", "search", "limit", "cursor");

    private static final int USUAL_LIMIT = 50;
    private static final int LARGEST_LIMIT = 500;
    private static final int LONGEST_SEARCH = 200;

    private final AnalyticsFlow flow;
    private final PostAnswers answers;

    PostsController(AnalyticsFlow flow, Posts posts) {
        this.flow = flow;
        answers = new PostAnswers(posts);
    }

    @GetMapping("/api/v1/analytics/posts")
    @Nullable
    Object posts(@AuthenticationPrincipal User caller, HttpServletRequest request, HttpServletResponse response) {
        return flow.answer(
                caller, request, response, PARAMETERS, asked -> answers.list(asked, question(asked.given())));
    }

    private static PostAnswers.ListQuestion question(Parameters given) {
        return new PostAnswers.ListQuestion(
                given.one("sort").map(PostsController::order).orElse(PostOrder.NEWEST_FIRST),
                given.one("search").map(PostsController::search).orElse(null),
                limit(given, USUAL_LIMIT, LARGEST_LIMIT),
                given.one("cursor")
                        .map(text -> PostCursor.parse(text, PostCursor.digest(given)))
                        .orElse(null));
    }

    private static PostOrder order(String text) {
        List<String> keys = PostKey.all().stream()
                .flatMap(key -> Stream.of(key.key(), "-" + key.key()))
                .toList();
        return PostOrder.find(text).orElseThrow(() -> Parameters.noneOf("sort", text, keys));
    }

    /// Words to search for, as they may be.
    static String search(String words) {
        if (words.length() > LONGEST_SEARCH || words.chars().anyMatch(Character::isISOControl)) {
            throw Parameters.bad("search", NO_SEARCH.said(Map.of("most", Value.count(LONGEST_SEARCH))));
        }
        return words;
    }

    /// How many rows an answer may have.
    static int limit(Parameters given, int usual, int largest) {
        return given.one("limit")
                .map(text -> Parameters.whole("limit", text, 1, largest))
                .orElse(usual);
    }
}
