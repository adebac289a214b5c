package io.tidemark.analytics.insight;

import io.tidemark.frame.PostFrame;
import io.tidemark.metric.ContentType;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/// Makes samples for the model out of rows of a frame.
final class TimingSamples {
    private static final int TYPES = ContentType.values().length;

    private final PostFrame posts;
    private final ZoneId zone;

    TimingSamples(PostFrame posts, ZoneId zone) {
        this.posts = posts;
        this.zone = zone;
    }

    TimingSample of(Responses responses) {
        int[] rows = responses.rows();
        int[] numbers = typeNumbers(rows);
        int[] minutes = new int[rows.length];
        int[] types = new int[rows.length];
        double[] times = new double[rows.length];
        LocalMinutes local = new LocalMinutes(zone);
        long start = rows.length == 0 ? 0 : posts.publishedAt(rows[0]);
        double span = rows.length == 0 ? 0 : posts.publishedAt(rows[rows.length - 1]) - start;
        for (int i = 0; i < rows.length; i++) {
            long publishedAt = posts.publishedAt(rows[i]);
            minutes[i] = local.of(publishedAt);
            types[i] = numbers[posts.contentType(rows[i]).ordinal()];
            times[i] = span == 0 ? 0.5 : (publishedAt - start) / span;
        }
        int typeCount = Arrays.stream(types).max().orElse(0) + 1;
        return new TimingSample(minutes, types, typeCount, times, responses.logs(), responses.weights());
    }

    /// The most common type is 0, with which the others are compared.
    private int[] typeNumbers(int[] rows) {
        int[] counts = new int[TYPES];
        for (int row : rows) {
            counts[posts.contentType(row).ordinal()]++;
        }
        List<ContentType> common = Arrays.stream(ContentType.values())
                .filter(type -> counts[type.ordinal()] > 0)
                .sorted(Comparator.comparingInt((ContentType type) -> -counts[type.ordinal()])
                        .thenComparing(Comparator.naturalOrder()))
                .toList();
        int[] numbers = new int[TYPES];
        for (int i = 0; i < common.size(); i++) {
            numbers[common.get(i).ordinal()] = i;
        }
        return numbers;
    }
}
