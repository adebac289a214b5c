package io.tidemark.analytics.insight.timing;

import io.tidemark.analytics.insight.ResponseMetric;
import io.tidemark.words.Said;
import io.tidemark.words.Sentence;
import io.tidemark.words.Value;
import java.util.Map;

/// The conclusion about posting times in words.
final class TimingText {
    private static final Sentence MORE = Sentence.of(
            "best_time_more",
            "{time}, brings {size} more {metric} than your usual mix of times (90% interval {lo} to {hi}), after allowing"
                    + " for content type, trend and level.");
    private static final Sentence LESS = Sentence.of(
            "best_time_less",
            "{time}, brings {size} less {metric} than your usual mix of times (90% interval {lo} to {hi}), after allowing"
                    + " for content type, trend and level.");
    private static final Sentence UNDECIDED = Sentence.of(
            "times_undecided",
            "Your data cannot yet tell times apart: the best guess is {time}, which could be {lo} to {hi} against your"
                    + " usual mix. About {posts} posts at each of two times would settle a difference of {difference}.");
    private static final Sentence EXPECTED = Sentence.of(
            "times_expected_of_siblings",
            "{too_few} The other {siblings} accounts of the platform lead to expect most of {time}: {lo} to {hi} against the"
                    + " times used so far.");
    private static final Sentence FEW_FOR_CLAIMS = Sentence.of(
            "times_fewer_than_30_posts",
            "{posts} posts are too few to speak of better and worse times; it takes at least {fewest}.");
    private static final Sentence FEW_WEEKS = Sentence.of(
            "times_fewer_than_4_weeks",
            "The posts lie in fewer than {fewest} weeks: too short a time to tell a good hour from a good week.");
    private static final Sentence FEW_SLOTS = Sentence.of(
            "times_fewer_than_8_slots",
            "The posts went out in {slots} different hours of the week only: it takes at least {fewest} to compare"
                    + " times.");
    private static final Sentence ONE_SLOT = Sentence.of(
            "times_one_slot", "All posts went out in the same hour of the week: there is nothing to compare.");
    private static final Sentence TOO_FEW = Sentence.counting(
            "times_too_few_posts",
            "{n} post is too few to look at times; it takes at least {fewest}.",
            "{n} posts are too few to look at times; it takes at least {fewest}.");

    private TimingText() {}

    static Said recommendation(TimingConclusion.Window best, ResponseMetric metric) {
        return (best.lift() >= 0 ? MORE : LESS)
                .said(Map.of(
                        "time", time(best),
                        "size", Value.percent(Math.abs(best.lift())),
                        "metric", metric.inWords(),
                        "lo", end(best, 0),
                        "hi", end(best, 1)));
    }

    static Said undecided(TimingConclusion.Window best, int postsToSettle) {
        return UNDECIDED.said(Map.of(
                "time", time(best),
                "lo", end(best, 0),
                "hi", end(best, 1),
                "posts", Value.count(postsToSettle),
                "difference", Value.percent(ExperimentPlan.USUAL_DIFFERENCE)));
    }

    static Said expected(TimingConclusion.Window best, TimingUse use, int siblings) {
        return EXPECTED.said(Map.of(
                "too_few", Value.clause(tooFew(use)),
                "siblings", Value.count(siblings),
                "time", time(best),
                "lo", end(best, 0),
                "hi", end(best, 1)));
    }

    static Said reserved(String reason, TimingUse use) {
        return switch (reason) {
            case "fewer_than_30_posts" ->
                FEW_FOR_CLAIMS.said(
                        Map.of("posts", Value.count(use.size()), "fewest", Value.count(TimingUse.FEWEST_POSTS)));
            case "fewer_than_4_weeks" -> FEW_WEEKS.said(Map.of("fewest", Value.count(TimingUse.FEWEST_WEEKS)));
            case "fewer_than_8_slots" ->
                FEW_SLOTS.said(
                        Map.of("slots", Value.count(use.slotsUsed()), "fewest", Value.count(TimingUse.FEWEST_SLOTS)));
            default -> throw new IllegalArgumentException("Nothing is reserved because of " + reason);
        };
    }

    static Said impossible(String reason, ResponseMetric metric, TimingUse use) {
        return switch (reason) {
            case "metric_not_provided" -> metric.notProvided();
            case "no_posts" -> ResponseMetric.noPosts();
            case "not_collected" -> metric.notCollected();
            case "one_slot" -> ONE_SLOT.said();
            default -> tooFew(use);
        };
    }

    private static Said tooFew(TimingUse use) {
        return TOO_FEW.said(
                Map.of("n", Value.count(use.size()), "fewest", Value.count(TimingUse.FEWEST_POSTS_FOR_A_MODEL)));
    }

    private static Value time(TimingConclusion.Window window) {
        return Value.clause(PostingTime.inWords(window.weekday(), window.fromHour(), window.toHour()));
    }

    private static Value end(TimingConclusion.Window window, int end) {
        return Value.signedPercent(window.interval().get(end));
    }
}
