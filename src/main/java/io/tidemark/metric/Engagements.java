package io.tidemark.metric;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.ToDoubleFunction;

/// Engagement by `engagement/1` and `engagement_with_clicks/1`.
///
/// Its terms are fixed per platform and content type by what the platform provides for posts, so that a post, an
/// account's day and a total mean the same thing. An account's day therefore has an engagement only if all terms are
/// known, also those that the platform does not report per day and that come from its posts.
public final class Engagements {
    private static final List<Metric> PUBLIC_TERMS =
            List.of(Metric.COMMENTS, Metric.SHARES, Metric.REPOSTS, Metric.QUOTES, Metric.SAVES);
    private static final int PLATFORMS = Platform.values().length;
    private static final int SUBJECTS = Subject.values().length;
    private static final int TYPES = ContentType.values().length;
    private static final EngagementTerms[] TERMS = allTerms();

    private Engagements() {}

    public static EngagementTerms terms(Engagement engagement, Platform platform, Subject subject, ContentType type) {
        return TERMS[cell(engagement, platform, subject, type)];
    }

    /// Whether an item of this kind should have an engagement, so that a missing one is a gap.
    public static boolean expects(Engagement engagement, Platform platform, Subject subject, ContentType type) {
        return terms(engagement, platform, subject, type).expected();
    }

    /// The engagement of one item; empty where a term that it must have is missing, or no term is reported. Terms that
    /// a platform provides conditionally add when present.
    ///
    /// @param valueOrNaN the item's value of a metric, `NaN` where it is missing
    public static OptionalDouble of(
            Engagement engagement,
            Platform platform,
            Subject subject,
            ContentType type,
            ToDoubleFunction<Metric> valueOrNaN) {
        double sum = terms(engagement, platform, subject, type)
                .sumOrNaN((row, metric) -> valueOrNaN.applyAsDouble(metric), 0);
        return Double.isNaN(sum) ? OptionalDouble.empty() : OptionalDouble.of(sum);
    }

    /// The same for loops over rows: nothing is allocated, and `NaN` stands for empty.
    public static double orNaN(
            Engagement engagement, Platform platform, Subject subject, ContentType type, MetricRows rows, int row) {
        return terms(engagement, platform, subject, type).sumOrNaN(rows, row);
    }

    private static EngagementTerms[] allTerms() {
        EngagementTerms[] terms = new EngagementTerms[Engagement.values().length * PLATFORMS * SUBJECTS * TYPES];
        for (Engagement engagement : Engagement.values()) {
            for (Platform platform : Platform.values()) {
                for (Subject subject : Subject.values()) {
                    for (ContentType type : ContentType.values()) {
                        terms[cell(engagement, platform, subject, type)] = build(engagement, platform, subject, type);
                    }
                }
            }
        }
        return terms;
    }

    private static EngagementTerms build(Engagement engagement, Platform platform, Subject subject, ContentType type) {
        return build(candidates(engagement, platform), platform, subject, type);
    }

    /// Those of some metrics that a kind of item can have, and of these the ones that it always has.
    static EngagementTerms build(List<Metric> candidates, Platform platform, Subject subject, ContentType type) {
        if (subject == Subject.ACCOUNT) {
            return new EngagementTerms(List.of(), List.of(), false);
        }
        List<Metric> metrics = candidates.stream()
                .filter(metric -> Dictionary.provides(platform, Subject.POST, type, metric)
                        || Dictionary.provides(platform, subject, type, metric))
                .toList();
        List<Metric> required = metrics.stream()
                .filter(metric -> Dictionary.expects(platform, Subject.POST, type, metric)
                        || Dictionary.expects(platform, subject, type, metric))
                .toList();
        boolean expected = !required.isEmpty()
                && required.stream().allMatch(metric -> Dictionary.expects(platform, subject, type, metric));
        return new EngagementTerms(metrics, required, expected);
    }

    private static List<Metric> candidates(Engagement engagement, Platform platform) {
        List<Metric> candidates = new ArrayList<>();
        candidates.add(firstProvided(platform, Metric.REACTIONS, Metric.LIKES));
        candidates.addAll(PUBLIC_TERMS);
        if (engagement == Engagement.WITH_CLICKS) {
            candidates.add(firstProvided(platform, Metric.CLICKS, Metric.LINK_CLICKS));
        }
        return candidates;
    }

    static Metric firstProvided(Platform platform, Metric first, Metric second) {
        return Dictionary.find(platform, Subject.POST, first).isPresent() ? first : second;
    }

    private static int cell(Engagement engagement, Platform platform, Subject subject, ContentType type) {
        return ((engagement.ordinal() * PLATFORMS + platform.ordinal()) * SUBJECTS + subject.ordinal()) * TYPES
                + type.ordinal();
    }
}
