package io.tidemark.analytics.insight.why;

import io.tidemark.words.Said;
import io.tidemark.words.Sentence;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/// A part of a change.
// A sentence is a record of texts, which does not change either.
@SuppressWarnings("ImmutableEnumChecker")
public enum Effect {
    VOLUME("more posts were published", "fewer posts were published", "number of posts"),
    PLATFORM_MIX(
            "more of the posts were on platforms where a post brings more",
            "more of the posts were on platforms where a post brings less",
            "mix of platforms"),
    ACCOUNT_MIX(
            "more of the posts were on accounts where a post brings more",
            "more of the posts were on accounts where a post brings less",
            "mix of accounts"),
    CONTENT_TYPE_MIX(
            "more of the posts were of content types that bring more",
            "more of the posts were of content types that bring less",
            "mix of content types"),
    EXPOSURE("each post was shown more often", "each post was shown less often", "impressions per post"),
    RESPONSE(
            "people responded more often to what they were shown",
            "people responded less often to what they were shown",
            "engagement per impression"),
    /// Exposure and response together, where posts do not say how often they were shown.
    PER_POST("each post drew more engagement", "each post drew less engagement", "engagement per post"),
    WITHIN(
            "the same kinds of posts drew more engagement for each time they were shown",
            "the same kinds of posts drew less engagement for each time they were shown",
            "rate within accounts and content types"),
    RATE_MIX(
            "more of what was shown were kinds of posts that draw more engagement",
            "more of what was shown were kinds of posts that draw less engagement",
            "mix of what was shown"),
    /// Posts that have not reached the age of the comparison: no property of the business.
    TOO_YOUNG("fewer posts were still too young to count", "more posts are still too young to count", "age of posts"),
    /// Posts whose numbers nobody reported: no property of the business either.
    NOT_REPORTED("the numbers of fewer posts are missing", "the numbers of more posts are missing", "reporting");

    static final int COUNT = values().length;

    /// Those that lie in what is known, not in what happened.
    static final List<Effect> APART = List.of(TOO_YOUNG, NOT_REPORTED);

    /// By what was more and what was less: all sentences of the effects.
    static final List<Sentence> SENTENCES =
            Arrays.stream(values()).flatMap(one -> Stream.of(one.up, one.down)).toList();

    private final Sentence up;
    private final Sentence down;
    private final String title;

    Effect(String up, String down, String title) {
        this.up = Sentence.of("why_" + key() + "_up", up);
        this.down = Sentence.of("why_" + key() + "_down", down);
        this.title = title;
    }

    /// The stable name in the API.
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// A clause that says what happened.
    Said words(double change) {
        return (change >= 0 ? up : down).said();
    }

    /// What varies.
    String title() {
        return title;
    }

    /// Those that make up the change of a metric, without those apart.
    static List<Effect> of(WhyMetric metric) {
        return switch (metric) {
            case ENGAGEMENT ->
                List.of(VOLUME, PLATFORM_MIX, ACCOUNT_MIX, CONTENT_TYPE_MIX, EXPOSURE, RESPONSE, PER_POST);
            case IMPRESSIONS -> List.of(VOLUME, PLATFORM_MIX, ACCOUNT_MIX, CONTENT_TYPE_MIX, EXPOSURE);
            case ENGAGEMENT_RATE -> List.of(RATE_MIX, WITHIN);
        };
    }
}
