package io.tidemark.derive;

import io.tidemark.ledger.Derived.PublishedPost;
import io.tidemark.ledger.PublishedDay;
import io.tidemark.metric.Metric;
import io.tidemark.metric.MetricValues;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Rolls posts up by account, content type and day of publication.
///
/// Posts must come ordered by account, day and content type. Sums are kept in whole thousandths, so that they are the
/// same
/// to the last bit in whatever order the posts come.
final class PublishedDays {
    private final List<PublishedDay> days = new ArrayList<>();
    private final long[] thousandths = new long[Metric.values().length];
    private final int[] reporting = new int[Metric.values().length];
    private @Nullable PublishedPost first;
    private int posts;

    void add(PublishedPost post) {
        PublishedPost cell = first;
        if (cell != null && !sameCell(cell, post)) {
            close(cell);
        }
        if (first == null) {
            first = post;
        }
        posts++;
        for (Metric metric : Metric.values()) {
            if (post.values().has(metric)) {
                thousandths[metric.ordinal()] += Math.round(post.values().orNaN(metric) * 1000);
                reporting[metric.ordinal()]++;
            }
        }
    }

    List<PublishedDay> finish() {
        PublishedPost cell = first;
        if (cell != null) {
            close(cell);
        }
        return List.copyOf(days);
    }

    private static boolean sameCell(PublishedPost cell, PublishedPost post) {
        return cell.accountId() == post.accountId()
                && cell.day().equals(post.day())
                && cell.contentType() == post.contentType();
    }

    private void close(PublishedPost cell) {
        MetricValues.Builder values = MetricValues.builder();
        Map<Metric, Integer> counts = new EnumMap<>(Metric.class);
        for (Metric metric : Metric.values()) {
            if (reporting[metric.ordinal()] > 0) {
                values.put(metric, thousandths[metric.ordinal()] / 1000.0);
                counts.put(metric, reporting[metric.ordinal()]);
            }
        }
        days.add(new PublishedDay(cell.accountId(), cell.contentType(), cell.day(), posts, values.build(), counts));
        Arrays.fill(thousandths, 0);
        Arrays.fill(reporting, 0);
        posts = 0;
        first = null;
    }
}
