package io.tidemark.serve.report;

import io.tidemark.analytics.insight.why.WhyMetric;
import io.tidemark.metric.Metric;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// What a section of a report shows.
enum ReportPanel {
    METRICS("overview"),
    TREND("trends"),
    PLATFORMS("overview"),
    TOP_POSTS("top-posts"),
    CONTENT_TYPES("content-types"),
    AUDIENCE("audience"),
    BEST_TIMES("best-times"),
    WHY("why"),
    FINDINGS("insights"),
    /// What was noted about the days; the trends mark it where a report shows it.
    NOTES("notes");

    private static final String POSTS_SHOWN = "5";

    private final String question;

    ReportPanel(String question) {
        this.question = question;
    }

    /// The question whose answer it shows, by its path under `/api/v1/analytics/`; [ReportNotes] answers that of notes.
    String question() {
        return question;
    }

    /// What it asks besides the period and the filters.
    Map<String, String> own(String metric) {
        return switch (this) {
            case TREND -> Map.of("metric", metric, "granularity", "day");
            case WHY -> Map.of("metric", metric);
            case TOP_POSTS -> Map.of("limit", POSTS_SHOWN);
            default -> Map.of();
        };
    }

    /// The metrics that it can be about; empty where it is about none in particular.
    List<String> metrics() {
        return switch (this) {
            case TREND -> Arrays.stream(Metric.values()).map(Metric::key).toList();
            case WHY -> WhyMetric.keys();
            default -> List.of();
        };
    }

    static Optional<ReportPanel> find(String key) {
        return Arrays.stream(values()).filter(panel -> panel.key().equals(key)).findFirst();
    }

    static List<String> keys() {
        return Arrays.stream(values()).map(ReportPanel::key).toList();
    }

    String key() {
        return name().toLowerCase(Locale.ROOT);
    }
}
