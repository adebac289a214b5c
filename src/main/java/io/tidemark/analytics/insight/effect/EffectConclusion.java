package io.tidemark.analytics.insight.effect;

import io.tidemark.analytics.insight.Evidence;
import io.tidemark.analytics.insight.EvidenceStatus;
import io.tidemark.words.Said;

/// What the effects of an account come to.
///
/// @param text in a sentence or two
/// @param lookedAt of how many things an effect was estimated
/// @param flagged how many of these may be claimed
/// @param postsMissing how many more posts it takes before anything is estimated; 0 where enough are there
public record EffectConclusion(
        EvidenceStatus status,
        String reasonCode,
        Said text,
        int lookedAt,
        int flagged,
        int postsMissing,
        Evidence evidence) {}
