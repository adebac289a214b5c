package io.tidemark.analytics.insight.why;

import io.tidemark.analytics.ActivitySplit;
import io.tidemark.analytics.ComparisonAnswer;
import io.tidemark.analytics.PeriodAnswer;
import io.tidemark.analytics.insight.Evidence;
import io.tidemark.metric.Denominator;
import io.tidemark.metric.Platform;
import io.tidemark.words.Said;
import io.tidemark.words.Sentence;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Why a number changed.
///
/// @param definition of what is explained, null for a plain metric
/// @param by what a rate divides by, null for a total
/// @param platformsLeftOut those that a rate says nothing of, since they divide by something else
/// @param ageHours the age at which each post is counted, null where there is no comparison
/// @param sentence the finding in words
/// @param change the finding itself; null where there is no comparison
/// @param effects what the change is made of; with those apart they add up to it exactly
/// @param apart what only changed in what is known: posts too young to count, and posts whose numbers are missing
/// @param activity what happened in the two periods on their own posts and on older ones; null where the question is
///     not about activity
public record WhyAnswer(
        long businessId,
        PeriodAnswer period,
        @Nullable ComparisonAnswer comparison,
        long dataVersion,
        @Nullable Instant asOf,
        WhyMetric metric,
        @Nullable String definition,
        @Nullable Denominator by,
        Set<Platform> platformsLeftOut,
        @Nullable Integer ageHours,
        Said sentence,
        @Nullable Total change,
        List<EffectAnswer> effects,
        List<EffectAnswer> apart,
        @Nullable WithoutTop withoutTop,
        @Nullable Groups groups,
        @Nullable ActivitySplit activity,
        Said note) {
    static final Sentence NOTE = Sentence.of(
            "why_note",
            "The parts add up exactly, which does not make them causes: they say where a change lies, not what brought it"
                    + " about. Only parts larger than chance alone makes nine times in ten are named.");

    public WhyAnswer {
        platformsLeftOut = Set.copyOf(platformsLeftOut);
        effects = List.copyOf(effects);
        apart = List.copyOf(apart);
    }

    /// What is explained.
    ///
    /// @param value what the posts of the period have at the age
    /// @param previous what those of the other period had at it
    /// @param ratio the change as a share of what was before, null where that was nothing
    public record Total(
            double value,
            double previous,
            double change,
            @Nullable Double ratio,
            Side posts,
            Side previousPosts,
            Evidence evidence) {}

    /// The posts of a period.
    ///
    /// @param published those that could count
    /// @param tooYoung of these, those that have not reached the age
    /// @param notReported of these, those whose numbers are missing at the age
    public record Side(int published, int tooYoung, int notReported) {}

    /// The change by where it lies, the largest part first.
    public record Groups(List<GroupAnswer> platforms, List<GroupAnswer> accounts, List<GroupAnswer> contentTypes) {
        public Groups {
            platforms = List.copyOf(platforms);
            accounts = List.copyOf(accounts);
            contentTypes = List.copyOf(contentTypes);
        }
    }
}
