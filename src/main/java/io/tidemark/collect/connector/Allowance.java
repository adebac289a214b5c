package io.tidemark.collect.connector;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// What an answer says is left.
///
/// @param endpoint for which it holds; null for all of the scope
/// @param used share that is used, 0 to 1
/// @param resetsAt when it is whole again; null where the platform does not say
public record Allowance(
        Fault.Scope scope,
        @Nullable String endpoint,
        double used,
        @Nullable Instant resetsAt) {}
