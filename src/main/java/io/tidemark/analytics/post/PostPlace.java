package io.tidemark.analytics.post;

import io.tidemark.frame.PostFrame;
import io.tidemark.metric.Metric;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Where one post stands among those of its account and content type.
public final class PostPlace {
    private static final List<PostKey> KEYS = List.of(
            PostKey.Derived.ENGAGEMENT,
            PostKey.Derived.ENGAGEMENT_RATE,
            new PostKey.OfMetric(Metric.IMPRESSIONS),
            new PostKey.OfMetric(Metric.REACH),
            new PostKey.OfMetric(Metric.VIDEO_VIEWS));

    private PostPlace() {}

    /// Percentile ranks by key; null where the post has no such value or stands alone.
    ///
    /// @param row of the post, or a negative number where the frame does not have it
    public static Map<String, @Nullable Percentile> of(PostNumbers numbers, int row) {
        Map<String, @Nullable Percentile> places = new LinkedHashMap<>();
        for (PostKey key : KEYS) {
            places.put(
                    key.key(),
                    row < 0
                            ? null
                            : Percentiles.of(numbers, numbers.by(key), new int[] {row})
                                    .getFirst());
        }
        return places;
    }

    /// The row of a post, -1 where there is none.
    public static int row(PostFrame posts, long id) {
        for (int row = 0; row < posts.size(); row++) {
            if (posts.id(row) == id) {
                return row;
            }
        }
        return -1;
    }
}
