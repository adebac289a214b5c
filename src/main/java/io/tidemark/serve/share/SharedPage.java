package io.tidemark.serve.share;

import io.tidemark.serve.analytics.SharedQuestions;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/// A page that can be shared.
enum SharedPage {
    ANALYTICS,
    /// The list, and each of its posts.
    POSTS,
    PLATFORMS,
    BEST_TIMES,
    AUDIENCE,
    WHY,
    /// A closed report, with the numbers that it keeps.
    REPORT;

    private static final Set<String> OF_ANALYTICS = Set.of(
            "overview", "trends", "trends/analysis", "platform-comparison", "content-types", "insights", "top-posts");

    private static final Set<String> OF_PLATFORMS =
            Set.of("platform-comparison", "overview", "trends", "content-types");

    /// Whether it shows the answer to a question, by its path under `/api/v1/analytics/`.
    boolean asks(String question) {
        return switch (this) {
            case ANALYTICS -> OF_ANALYTICS.contains(question);
            case POSTS -> question.equals(SharedQuestions.POSTS);
            case PLATFORMS -> OF_PLATFORMS.contains(question);
            case BEST_TIMES -> question.equals("best-times");
            case AUDIENCE -> question.equals("audience");
            case WHY -> question.equals("why");
            case REPORT -> false;
        };
    }

    /// Whether it shows posts, and so their pictures.
    boolean picturesPosts() {
        return switch (this) {
            case ANALYTICS, POSTS, WHY, REPORT -> true;
            case PLATFORMS, BEST_TIMES, AUDIENCE -> false;
        };
    }

    /// Whether posts open from it, with all that is known of them.
    boolean opensPosts() {
        return this == POSTS;
    }

    /// The parameters that say what it shows, and hold it to that.
    Set<String> scope() {
        return this == POSTS ? SharedQuestions.SCOPE_OF_POSTS : SharedQuestions.SCOPE;
    }

    /// How a link names the report that it shows.
    static String ofReport(long reportId) {
        return "report=" + reportId;
    }

    /// The number of the report that a link shows.
    static String reportOf(String search) {
        return search.substring(search.indexOf('=') + 1);
    }

    static Optional<SharedPage> find(String key) {
        return Arrays.stream(values()).filter(page -> page.key().equals(key)).findFirst();
    }

    static List<String> keys() {
        return Arrays.stream(values()).map(SharedPage::key).toList();
    }

    String key() {
        return name().toLowerCase(Locale.ROOT);
    }
}
