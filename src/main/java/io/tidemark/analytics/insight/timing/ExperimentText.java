package io.tidemark.analytics.insight.timing;

/// What a test of two times comes to, in words.
final class ExperimentText {
    private ExperimentText() {}

    static String running(ExperimentState.Arm first, ExperimentState.Arm second) {
        return "%s has %d of %d posts, %s has %d of %d. Nothing is compared before both are there."
                .formatted(
                        first.time().text(),
                        first.posts(),
                        first.needed(),
                        second.time().text(),
                        second.posts(),
                        second.needed());
    }

    static String stopped(ExperimentState.Arm first, ExperimentState.Arm second) {
        return "Stopped at %d and %d of %d posts: too early to tell a difference."
                .formatted(first.posts(), second.posts(), first.needed());
    }

    /// @param effect of the second time over the first, and its interval, as shares
    static String complete(ExperimentPlan plan, double[] effect, double pValue, boolean clear, boolean drawn) {
        String found = "%s brings %s %s than %s (90 %% interval %+.0f %% to %+.0f %%)"
                .formatted(
                        plan.second().text(),
                        TimingText.more(effect[0]),
                        TimingText.name(plan.metric()),
                        plan.first().text(),
                        effect[1] * 100,
                        effect[2] * 100);
        if (!clear) {
            return "No difference can be told after %d posts at each time. What was seen, %s, chance alone brings in %s."
                    .formatted(plan.postsPerTime(), found, cases(pValue));
        }
        String doubt = drawn
                ? ""
                : " Many posts did not go out at the time that was drawn, which may have made the difference.";
        return "%s; chance alone brings as much in %s.%s".formatted(found, cases(pValue), doubt);
    }

    private static String cases(double pValue) {
        return pValue < 0.01 ? "fewer than 1 of 100 cases" : "%.0f of 100 cases".formatted(pValue * 100);
    }
}
