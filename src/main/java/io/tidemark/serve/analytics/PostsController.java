package io.tidemark.serve.analytics;

import io.tidemark.analytics.post.PostKey;
import io.tidemark.analytics.post.PostOrder;
import io.tidemark.ledger.User;
import io.tidemark.serve.http.Parameters;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/// The posts published in a period, in any order, page by page.
@RestController
final class PostsController {
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

    private static String search(String words) {
        if (words.length() > LONGEST_SEARCH || words.chars().anyMatch(Character::isISOControl)) {
            throw Parameters.bad(
                    "search",
                    "search takes up to " + LONGEST_SEARCH + " characters of text without control characters.",
                    List.of());
        }
        return words;
    }

    /// How many rows an answer may have.
    static int limit(Parameters given, int usual, int largest) {
        String text = given.one("limit").orElse(Integer.toString(usual));
        if (!text.matches("[1-9]\\d{0,5}") || Integer.parseInt(text) > largest) {
            throw Parameters.bad(
                    "limit",
                    "'" + Parameters.shortened(text) + "' is not a limit: give a whole number from 1 to " + largest
                            + ".",
                    List.of());
        }
        return Integer.parseInt(text);
    }
}
