package io.tidemark.analytics.insight.why;

import io.tidemark.analytics.ActivitySplit;
import io.tidemark.analytics.AgeOfComparison;
import io.tidemark.analytics.AnalyticsQuery;
import io.tidemark.analytics.Period;
import io.tidemark.analytics.Question;
import io.tidemark.analytics.View;
import io.tidemark.frame.AgedPosts;
import io.tidemark.frame.Frame;
import io.tidemark.metric.Definitions;
import io.tidemark.metric.StandardAge;
import io.tidemark.words.Said;
import io.tidemark.words.Sentence;
import io.tidemark.words.Value;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Answers why a number changed between a period and the one that it is compared with, from the posts published in
/// both, each counted at the same age.
public final class Why {
    private static final Sentence NO_COMPARISON =
            Sentence.of("why_no_comparison", "The two periods do not compare. {reason}");
    private static final Sentence NOTHING_SAID =
            Sentence.of("why_nothing_said", "In one of the two periods no post says what is asked.");

    private final Frame frame;
    private final AnalyticsQuery query;
    private final WhyMetric metric;
    private final View view;
    private final Question question;
    private final Exposure exposure;

    private Why(Frame frame, AnalyticsQuery query, WhyMetric metric, Instant now) {
        this.frame = frame;
        this.query = query;
        this.metric = metric;
        view = new View(frame, query.filters(), now);
        question = new Question(view, query);
        exposure = Exposure.of(metric, view, query, question.period());
    }

    /// An answer, and the posts that made most of the change.
    public record Result(WhyAnswer answer, List<Contribution> posts) {
        public Result {
            posts = List.copyOf(posts);
        }
    }

    /// @param now the present; a frame as of an instant is answered as of that instant
    public static Result compute(Frame frame, AnalyticsQuery query, WhyMetric metric, Instant now) {
        return new Why(frame, query, metric, now).result();
    }

    private Result result() {
        AgeOfComparison age = AgeOfComparison.of(question);
        StandardAge at = age.age();
        AgedPosts aged = age.posts();
        Period previous = question.previous();
        if (at == null || aged == null || previous == null) {
            Said reason = Objects.requireNonNull(age.reason(), "why there is no age");
            return nothing(null, NO_COMPARISON.said(Map.of("reason", Value.clause(reason))));
        }
        ComparedPosts posts = new ComparedPosts(view, query, exposure, at, aged, question.period(), previous);
        SplitCells cells = posts.cells();
        PeriodSums before = posts.before().sums(cells.count());
        PeriodSums after = posts.after().sums(cells.count());
        Attribution attribution = exposure.attribution(cells, before, after);
        double base = attribution.value(before);
        double value = attribution.value(after);
        if (!Double.isFinite(value - base) || !isKnown(before) || !isKnown(after)) {
            return nothing(at, NOTHING_SAID.said());
        }
        Resampling split = new Resampling(attribution, cells, posts.before(), posts.after(), seed());
        return new Explained(at, posts, cells, before, after, split, base, value).result();
    }

    private static boolean isKnown(PeriodSums sums) {
        return PeriodSums.total(sums.reporting) > 0;
    }

    /// The same data give the same answer.
    private long seed() {
        long seed = frame.businessId() * 31 + metric.ordinal();
        for (int account = 0; account < view.accountCount(); account++) {
            seed = seed * 31
                    + (view.has(account) ? frame.accounts().get(account).id() : 0);
        }
        return seed * 31 + frame.dataVersion();
    }

    private Result nothing(@Nullable StandardAge age, Said sentence) {
        return new Result(answer(age, sentence, null, List.of(), List.of(), null, null), List.of());
    }

    private WhyAnswer answer(
            @Nullable StandardAge age,
            Said ofPosts,
            WhyAnswer.@Nullable Total change,
            List<EffectAnswer> effects,
            List<EffectAnswer> apart,
            @Nullable WithoutTop withoutTop,
            WhyAnswer.@Nullable Groups groups) {
        ActivitySplit activity = exposure.isRequired()
                ? null
                : ActivitySplit.of(view, question, exposure.value()).orElse(null);
        Said sentence = activity == null ? ofPosts : new ActivitySentence(metric, activity).before(ofPosts);
        return new WhyAnswer(
                frame.businessId(),
                question.periodAnswer(),
                question.comparisonAnswer(),
                frame.dataVersion(),
                frame.asOf(),
                metric,
                definition(),
                exposure.common(),
                exposure.leftOut(view),
                age == null ? null : age.hours(),
                sentence,
                change,
                effects,
                apart,
                withoutTop,
                groups,
                activity,
                WhyAnswer.NOTE.said());
    }

    private @Nullable String definition() {
        return switch (metric) {
            case ENGAGEMENT -> query.engagement().definition().id();
            case IMPRESSIONS -> null;
            case ENGAGEMENT_RATE -> Definitions.ENGAGEMENT_RATE.id();
        };
    }

    /// A comparison that has both its sides.
    private final class Explained {
        private final StandardAge age;
        private final ComparedPosts posts;
        private final SplitCells cells;
        private final PeriodSums before;
        private final PeriodSums after;
        private final Resampling split;
        private final double base;
        private final double value;

        Explained(
                StandardAge age,
                ComparedPosts posts,
                SplitCells cells,
                PeriodSums before,
                PeriodSums after,
                Resampling split,
                double base,
                double value) {
            this.age = age;
            this.posts = posts;
            this.cells = cells;
            this.before = before;
            this.after = after;
            this.split = split;
            this.base = base;
            this.value = value;
        }

        Result result() {
            WhyAnswer.Side here = side(after);
            WhyAnswer.Side there = side(before);
            Findings findings = new Findings(exposure, split, here, there, base, view.now());
            WhyAnswer.Total total = new WhyAnswer.Total(
                    value,
                    base,
                    value - base,
                    base > 0 ? (value - base) / base : null,
                    here,
                    there,
                    findings.evidence(Resampling.CHANGE));
            List<EffectAnswer> effects = findings.effects();
            List<EffectAnswer> apart = findings.apart();
            WithoutTop withoutTop = WithoutTop.of(metric, posts.before(), posts.after(), value - base);
            return new Result(
                    answer(
                            age,
                            new WhySentence(metric, age, total, findings, withoutTop).of(effects, apart),
                            total,
                            effects,
                            apart,
                            withoutTop,
                            new GroupTable(view, exposure, cells, before, after, split, findings).all()),
                    new Contributions(metric, posts.before(), posts.after(), before, after).largest());
        }

        private WhyAnswer.Side side(PeriodSums sums) {
            double published = PeriodSums.total(sums.published);
            double ofAge = PeriodSums.total(sums.ofAge);
            return new WhyAnswer.Side(
                    (int) published, (int) (published - ofAge), (int) (ofAge - PeriodSums.total(sums.reporting)));
        }
    }
}
