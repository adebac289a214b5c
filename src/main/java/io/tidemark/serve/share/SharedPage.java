package io.tidemark.serve.share;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/// A page that can be shared.
enum SharedPage {
    ANALYTICS,
    AUDIENCE,
    WHY,
    /// A closed report, with the numbers that it keeps.
    REPORT;

    private static final Set<String> OF_ANALYTICS = Set.of(
            "overview", "trends", "trends/analysis", "platform-comparison", "content-types", "insights", "top-posts");

    /// Whether it shows the answer to a question, by its path under `/api/v1/analytics/`.
    boolean asks(String question) {
        return switch (this) {
            case ANALYTICS -> OF_ANALYTICS.contains(question);
            case AUDIENCE -> question.equals("audience");
            case WHY -> question.equals("why");
            case REPORT -> false;
        };
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
