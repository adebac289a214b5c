package io.tidemark.metric;

import java.util.Arrays;
import java.util.List;

/// The terms of every [Response] for every kind of item, made once.
final class ResponseTerms {
    private static final int PLATFORMS = Platform.values().length;
    private static final int SUBJECTS = Subject.values().length;
    private static final int TYPES = ContentType.values().length;
    private static final EngagementTerms[] TERMS = allTerms();

    private ResponseTerms() {}

    static EngagementTerms of(Response response, Platform platform, Subject subject, ContentType type) {
        return TERMS[cell(response, platform, subject, type)];
    }

    static boolean isProvided(Response response, Platform platform) {
        return Arrays.stream(ContentType.values())
                .anyMatch(type ->
                        !of(response, platform, Subject.POST, type).metrics().isEmpty());
    }

    private static EngagementTerms[] allTerms() {
        EngagementTerms[] terms = new EngagementTerms[Response.values().length * PLATFORMS * SUBJECTS * TYPES];
        for (Response response : Response.values()) {
            for (Platform platform : Platform.values()) {
                List<Metric> counted = counted(response, platform);
                for (Subject subject : Subject.values()) {
                    for (ContentType type : ContentType.values()) {
                        terms[cell(response, platform, subject, type)] = build(counted, platform, subject, type);
                    }
                }
            }
        }
        return terms;
    }

    private static List<Metric> counted(Response response, Platform platform) {
        List<Metric> candidates = switch (response) {
            case AMPLIFICATION -> List.of(Metric.SHARES, Metric.REPOSTS, Metric.QUOTES);
            case APPLAUSE -> List.of(Metric.REACTIONS, Metric.LIKES);
            case CONVERSATION -> List.of(Metric.COMMENTS);
        };
        List<Metric> provided = candidates.stream()
                .filter(metric ->
                        Dictionary.find(platform, Subject.POST, metric).isPresent())
                .toList();
        // Reactions contain the likes.
        return provided.contains(Metric.REACTIONS) ? List.of(Metric.REACTIONS) : provided;
    }

    private static EngagementTerms build(List<Metric> counted, Platform platform, Subject subject, ContentType type) {
        if (subject == Subject.ACCOUNT) {
            return new EngagementTerms(List.of(), List.of(), false);
        }
        List<Metric> metrics = counted.stream()
                .filter(metric -> Dictionary.provides(platform, Subject.POST, type, metric))
                .toList();
        List<Metric> required = metrics.stream()
                .filter(metric -> Dictionary.expects(platform, Subject.POST, type, metric))
                .toList();
        boolean expected = !required.isEmpty()
                && required.stream().allMatch(metric -> Dictionary.expects(platform, subject, type, metric));
        return new EngagementTerms(metrics, required, expected);
    }

    private static int cell(Response response, Platform platform, Subject subject, ContentType type) {
        return ((response.ordinal() * PLATFORMS + platform.ordinal()) * SUBJECTS + subject.ordinal()) * TYPES
                + type.ordinal();
    }
}
