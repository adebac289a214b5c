package io.tidemark.collect.file;

import io.tidemark.ledger.Observation;
import java.util.List;

/// What became of a row, and what it said.
record Outcome(Outcome.Fate fate, List<Observation> observations) {
    static final Outcome DUPLICATE = new Outcome(Fate.DUPLICATE, List.of());

    Outcome {
        observations = List.copyOf(observations);
    }

    /// Every row has exactly one. A row that cannot be read is rejected, which is the sixth.
    enum Fate {
        POST,
        DAY,
        DUPLICATE,
        TOTAL,
        BREAKDOWN
    }
}
