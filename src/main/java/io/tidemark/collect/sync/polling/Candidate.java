package io.tidemark.collect.sync.polling;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// Something that may be read.
public sealed interface Candidate permits TrackedPost, TrackedGauge {
    PolledAccount account();

    /// What a reading takes out of its pool where readings are charged for one by one.
    double cost();

    @Nullable
    Instant readAt();

    /// Whether it is left alone for now, since readings have failed.
    boolean rests(Instant now);
}
