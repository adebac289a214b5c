package io.tidemark.analytics;

import io.tidemark.words.Said;
import java.time.LocalDate;

/// The days that an answer is about.
///
/// @param timeZone the business's zone
/// @param basisReason why this basis, in words
public record PeriodAnswer(LocalDate from, LocalDate to, String timeZone, Basis basis, Said basisReason) {}
