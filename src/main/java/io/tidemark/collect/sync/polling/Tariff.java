package io.tidemark.collect.sync.polling;

/// How a platform counts readings of posts.
public sealed interface Tariff {
    /// Each reading.
    record PerRead() implements Tariff {}

    /// Each call, of whatever number of posts up to a batch.
    record PerCall(int batch) implements Tariff {
        public PerCall {
            if (batch < 1) {
                throw new IllegalArgumentException("A call takes a post at least, not " + batch);
            }
        }
    }

    /// Each post once in a UTC day, however often it is read in it.
    record PerUtcDay() implements Tariff {
        private static final double OFF = 0.1;

        /// What to count by from what a day has really cost: readings again that should have been free are not, where
        /// the bill is a tenth off.
        public Tariff checked(double expected, double charged) {
            return charged > expected * (1 + OFF) ? new PerRead() : this;
        }
    }
}
