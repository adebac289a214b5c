package io.tidemark.analytics.post;

import io.tidemark.analytics.activity.CurrentValues;
import io.tidemark.frame.Reading;
import io.tidemark.metric.ContentType;
import io.tidemark.metric.Dictionary;
import io.tidemark.metric.Metric;
import io.tidemark.metric.Platform;
import io.tidemark.metric.Provision;
import io.tidemark.metric.Subject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Out of everything that was read of a post, what each of its values is and where it came from.
public final class PostValues {
    private final Platform platform;
    private final ContentType type;
    private final CurrentValues current;
    private final Map<Long, String> streams;
    private final Map<String, Instant> lastReads = new HashMap<>();
    private final Map<Metric, ValueState> reasons;

    private PostValues(
            Platform platform,
            ContentType type,
            List<Reading> readings,
            Map<Long, String> streams,
            Map<Metric, ValueState> reasons) {
        this.platform = platform;
        this.type = type;
        this.streams = streams;
        this.reasons = reasons;
        current = CurrentValues.of(readings);
        readings.forEach(reading -> lastReads.merge(
                stream(reading), reading.observedAt(), (one, other) -> one.isAfter(other) ? one : other));
    }

    /// All metrics that posts carry, in the order of the dictionary.
    ///
    /// @param readings oldest first
    /// @param streams by id of source, what kind of source it is: those of one kind report the same metrics
    /// @param reasons why metrics are missing, where a source said so
    public static List<PostValue> of(
            Platform platform,
            ContentType type,
            List<Reading> readings,
            Map<Long, String> streams,
            Map<Metric, ValueState> reasons) {
        PostValues values = new PostValues(platform, type, readings, streams, reasons);
        List<PostValue> found = new ArrayList<>();
        for (Metric metric : Metric.values()) {
            if (metric.ofPosts()) {
                found.add(values.value(metric));
            }
        }
        return found;
    }

    private PostValue value(Metric metric) {
        Reading origin = current.origins().get(metric);
        return new PostValue(
                metric,
                origin == null ? null : origin.values().orNaN(metric),
                origin == null ? PostRow.why(platform, type, metric, reasons) : ValueState.REPORTED,
                origin,
                origin != null && origin.observedAt().isBefore(lastRead(origin)),
                nativeFields(metric));
    }

    private Instant lastRead(Reading origin) {
        return lastReads.getOrDefault(stream(origin), origin.observedAt());
    }

    private String stream(Reading reading) {
        return streams.getOrDefault(reading.sourceId(), "");
    }

    private List<String> nativeFields(Metric metric) {
        return Dictionary.provisions(platform, Subject.POST).stream()
                .filter(provision -> provision.metric() == metric && provision.covers(type))
                .findFirst()
                .map(Provision::nativeFields)
                .orElse(List.of());
    }
}
