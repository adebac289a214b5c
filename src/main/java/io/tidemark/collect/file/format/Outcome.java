package io.tidemark.collect.file.format;

import io.tidemark.ledger.Observation;
import java.util.List;

/// What became of a row, and what it said.
public record Outcome(Outcome.Fate fate, List<Observation> observations) {
    public static final Outcome DUPLICATE = new Outcome(Fate.DUPLICATE, List.of());
    public static final Outcome NOTE = new Outcome(Fate.NOTE, List.of());

    public Outcome {
        observations = List.copyOf(observations);
    }

    /// Every row has exactly one. A row that cannot be read is rejected, which is one more.
    public enum Fate {
        POST,
        DAY,
        DUPLICATE,
        TOTAL,
        BREAKDOWN,
        /// No record at all: a description of the columns, a footer, a remark about an error of the platform.
        NOTE
    }
}
