package io.tidemark.ledger;

/// Takes observations one after the other; holds only a bounded number of them in memory.
@FunctionalInterface
public interface ObservationSink {
    void accept(Observation observation);
}
