package io.tidemark.collect.sync.polling;

import java.util.Comparator;

/// What is gained by reading a post now.
record Worth(TrackedPost post, double gain) {
    static final Comparator<Worth> LARGEST =
            Comparator.comparingDouble(Worth::gain).reversed();
    static final Comparator<Worth> LARGEST_FOR_COST =
            Comparator.comparingDouble(Worth::forCost).reversed();

    double forCost() {
        return gain / post.cost();
    }
}
