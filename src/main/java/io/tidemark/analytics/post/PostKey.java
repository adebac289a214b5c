package io.tidemark.analytics.post;

import io.tidemark.metric.Metric;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// What posts can be ordered and ranked by.
public sealed interface PostKey {
    /// The stable name in the API.
    String key();

    /// A metric that posts carry.
    record OfMetric(Metric metric) implements PostKey {
        public OfMetric {
            if (!metric.ofPosts()) {
                throw new IllegalArgumentException(metric.key() + " is not of posts");
            }
        }

        @Override
        public String key() {
            return metric.key();
        }
    }

    /// What is computed from the metrics, or known of the post itself.
    enum Derived implements PostKey {
        ENGAGEMENT,
        ENGAGEMENT_RATE,
        PUBLISHED_AT;

        @Override
        public String key() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /// All of them: the metrics in the order of the dictionary, then the derived ones.
    static List<PostKey> all() {
        List<PostKey> all = new ArrayList<>();
        Arrays.stream(Metric.values())
                .filter(Metric::ofPosts)
                .map(OfMetric::new)
                .forEach(all::add);
        all.addAll(List.of(Derived.values()));
        return all;
    }

    static Optional<PostKey> find(String key) {
        return all().stream().filter(candidate -> candidate.key().equals(key)).findFirst();
    }
}
