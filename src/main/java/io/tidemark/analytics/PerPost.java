package io.tidemark.analytics;

import io.tidemark.frame.Measure;
import io.tidemark.metric.Acts;
import io.tidemark.metric.Definition;
import io.tidemark.metric.Definitions;
import io.tidemark.metric.Engagement;
import io.tidemark.metric.Metric;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Averages over published posts: the sum of what posts report by the number of posts that report it. What happened in
/// a period is no matter of the posts published in it, so activity has none.
final class PerPost {
    private final Sides sides;
    private final Engagement engagement;

    PerPost(Sides sides, Engagement engagement) {
        this.sides = sides;
        this.engagement = engagement;
    }

    Map<String, RateAnswer> all(Scope scope) {
        Map<String, RateAnswer> rates = new LinkedHashMap<>();
        rates.put(
                "engagement_per_post",
                rate(
                        Measure.of(engagement),
                        Definitions.AVERAGE_PER_POST,
                        engagement.definition().id(),
                        scope));
        rates.put("amplification", rate(Measure.of(Acts.FORWARDS), Definitions.AMPLIFICATION, null, scope));
        rates.put("applause", rate(Measure.of(Acts.APPLAUSE), Definitions.APPLAUSE, null, scope));
        rates.put("conversation", rate(Measure.of(Metric.COMMENTS), Definitions.CONVERSATION, null, scope));
        return rates;
    }

    /// The average of a measure, null where no post reports it.
    static @Nullable Double average(Tally tally) {
        Double sum = tally.value();
        Coverage coverage = tally.coverage();
        return sum == null ? null : new RatioOfSums(sum, coverage.reporting(), coverage).value();
    }

    private RateAnswer rate(Measure measure, Definition definition, @Nullable String of, Scope scope) {
        Tally here = sides.period().tally(measure, scope);
        Double average = average(here);
        Change change = Change.NONE;
        Double before = null;
        Double after = null;
        Slice compared = sides.compared();
        Slice previous = sides.previous();
        if (compared != null && previous != null) {
            Tally one = compared.tally(measure, scope);
            Tally other = previous.tally(measure, scope);
            before = average(other);
            after = average(one);
            change = Change.ofRates(after, one.sum(), one.coverage(), before, other.sum(), other.coverage());
        }
        return new RateAnswer(
                average,
                before,
                after,
                average == null ? null : Double.valueOf(here.sum()),
                average == null ? null : Double.valueOf(here.coverage().reporting()),
                definition.id(),
                null,
                of,
                null,
                RateSample.LEVEL,
                "post",
                change.change(),
                change.status(),
                here.coverage(),
                here.coverage().status(),
                List.of(),
                null);
    }
}
