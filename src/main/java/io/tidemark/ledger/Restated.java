package io.tidemark.ledger;

import io.tidemark.metric.Metric;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// That a platform changed a number after it was settled: a row of `post_restatement` or `day_restatement`.
///
/// @param subjectId the post, or the account of the day
/// @param day of an account; null for a counter of a post
/// @param at when the new number was first observed
/// @param sourceId of the new number
/// @param formerSourceId of the number before it
public record Restated(
        long subjectId,
        @Nullable LocalDate day,
        Metric metric,
        Instant at,
        long sourceId,
        long formerSourceId,
        double before,
        double after) {}
