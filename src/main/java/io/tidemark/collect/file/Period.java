package io.tidemark.collect.file;

import java.time.LocalDate;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.annotation.JsonNaming;

/// Whole days in the platform's zone, both ends included.
@JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
public record Period(LocalDate from, LocalDate to) {}
