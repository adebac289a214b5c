package io.tidemark.collect.sync.polling;

import java.time.Instant;
import java.util.function.ToDoubleFunction;

/// How a choice is made under a tariff.
sealed interface Counting permits SingleReadings, BatchedReadings, DayReadings {
    static Counting of(Tick tick) {
        return switch (tick.pool.tariff()) {
            case Tariff.PerRead perRead -> new SingleReadings(tick);
            case Tariff.PerCall(int batch) -> new BatchedReadings(tick, batch);
            case Tariff.PerUtcDay perDay -> new DayReadings(tick);
        };
    }

    /// What guaranteed readings take out of the pool, one after another.
    ToDoubleFunction<Due> costs();

    /// Whether posts are read at midnights though nothing else speaks for it.
    boolean readsMidnights();

    /// Reads what is due, and what comes along with it.
    ///
    /// @return false where there are not enough tokens
    boolean serve(Candidate candidate, Reason reason);

    /// Reads what is worth it.
    ///
    /// @return what was learned
    Memory spend();

    /// When something else may become worth a reading.
    Instant next();
}
