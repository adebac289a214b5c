package io.tidemark.ledger;

import java.util.Collection;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// What is to count instead of what a run of live collection has stored.
///
/// @param replaced the source that the run left; null where it left none
/// @param source that takes its place
/// @param observations mapped anew; how far listing had come and what was found deleted are taken over
/// @param report the account of the source as JSON
/// @param mapped tells what was made of each call of the run
public record Replacement(
        long runId,
        @Nullable Long replaced,
        SourceSpec source,
        Collection<Observation> observations,
        Function<Appended, String> report,
        Map<Integer, String> mapped) {}
