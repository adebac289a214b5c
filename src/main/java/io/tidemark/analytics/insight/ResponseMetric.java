package io.tidemark.analytics.insight;

import io.tidemark.metric.Metric;
import io.tidemark.words.Said;
import io.tidemark.words.Sentence;
import io.tidemark.words.Value;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// What posts are judged by.
public enum ResponseMetric {
    /// Engagement in total, by the definition of the question.
    ENGAGEMENT,
    REACH,
    /// Engagement rate, by the denominator of the question or the platform.
    ER;

    private static final Sentence NOT_PROVIDED =
            Sentence.of("metric_not_provided", "The platform does not provide what {metric} needs.");
    private static final Sentence NOT_COLLECTED =
            Sentence.of("metric_not_collected", "No post reports what {metric} needs.");
    private static final Sentence NO_POSTS =
            Sentence.of("no_posts_in_a_year", "There are no posts in the 365 days up to the end of the period.");

    /// The stable name in the API.
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// Its name in a sentence.
    public Value inWords() {
        return switch (this) {
            case ENGAGEMENT -> Value.figure("engagement", "Engagement");
            case REACH -> Value.metric(Metric.REACH);
            case ER -> Value.figure("engagement_rate", "Engagement rate");
        };
    }

    /// That the platform does not provide it.
    public Said notProvided() {
        return NOT_PROVIDED.said(Map.of("metric", inWords()));
    }

    /// That no post has it.
    public Said notCollected() {
        return NOT_COLLECTED.said(Map.of("metric", inWords()));
    }

    /// That there is nothing to judge.
    public static Said noPosts() {
        return NO_POSTS.said();
    }

    public static Optional<ResponseMetric> find(String key) {
        return Arrays.stream(values()).filter(m -> m.key().equals(key)).findFirst();
    }

    public static List<String> keys() {
        return Arrays.stream(values()).map(ResponseMetric::key).toList();
    }
}
