package io.tidemark.analytics.insight.timing;

import io.tidemark.words.Said;
import io.tidemark.words.Sentence;
import io.tidemark.words.Value;
import java.util.List;
import java.util.Map;

/// What a test of two times comes to, in words.
final class ExperimentText {
    private static final Sentence RUNNING = Sentence.of(
            "test_running",
            "{first} has {first_posts} of {first_needed} posts, {second} has {second_posts} of {second_needed}. Nothing is"
                    + " compared before both are there.");
    private static final Sentence STOPPED = Sentence.of(
            "test_stopped",
            "Stopped at {first_posts} and {second_posts} of {needed} posts: too early to tell a difference.");
    private static final Sentence MORE = Sentence.of(
            "test_found_more", "{second} brings {size} more {metric} than {first} (90% interval {lo} to {hi})");
    private static final Sentence LESS = Sentence.of(
            "test_found_less", "{second} brings {size} less {metric} than {first} (90% interval {lo} to {hi})");
    private static final Sentence UNCLEAR = Sentence.of(
            "test_unclear",
            "No difference can be told after {posts} posts at each time. What was seen, {found}, chance alone brings in"
                    + " {cases}.");
    private static final Sentence CLEAR = Sentence.of("test_clear", "{found}; chance alone brings as much in {cases}.");
    private static final Sentence NOT_AS_DRAWN = Sentence.of(
            "test_not_as_drawn",
            "Many posts did not go out at the time that was drawn, which may have made the difference.");
    private static final Sentence RARE = Sentence.of("fewer_than_one_of_100_cases", "fewer than 1 of 100 cases");
    private static final Sentence CASES = Sentence.of("of_100_cases", "{cases} of 100 cases");

    private ExperimentText() {}

    static Said running(ExperimentState.Arm first, ExperimentState.Arm second) {
        return RUNNING.said(Map.of(
                "first", Value.clause(first.time().inWords()),
                "first_posts", Value.count(first.posts()),
                "first_needed", Value.count(first.needed()),
                "second", Value.clause(second.time().inWords()),
                "second_posts", Value.count(second.posts()),
                "second_needed", Value.count(second.needed())));
    }

    static Said stopped(ExperimentState.Arm first, ExperimentState.Arm second) {
        return STOPPED.said(Map.of(
                "first_posts", Value.count(first.posts()),
                "second_posts", Value.count(second.posts()),
                "needed", Value.count(first.needed())));
    }

    /// @param effect of the second time over the first, and its interval, as shares
    static Said complete(ExperimentPlan plan, double[] effect, double pValue, boolean clear, boolean drawn) {
        Value found = Value.clause((effect[0] >= 0 ? MORE : LESS)
                .said(Map.of(
                        "second", Value.clause(plan.second().inWords()),
                        "size", Value.percent(Math.abs(effect[0])),
                        "metric", plan.metric().inWords(),
                        "first", Value.clause(plan.first().inWords()),
                        "lo", Value.signedPercent(effect[1]),
                        "hi", Value.signedPercent(effect[2]))));
        Value cases =
                Value.clause(pValue < 0.01 ? RARE.said() : CASES.said(Map.of("cases", Value.count(pValue * 100))));
        if (!clear) {
            return UNCLEAR.said(Map.of("posts", Value.count(plan.postsPerTime()), "found", found, "cases", cases));
        }
        Said said = CLEAR.said(Map.of("found", found, "cases", cases));
        return drawn ? said : Said.inTurn(List.of(said, NOT_AS_DRAWN.said()));
    }
}
