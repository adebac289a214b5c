package io.tidemark.analytics.insight.why;

import io.tidemark.metric.StandardAge;
import io.tidemark.words.Said;
import io.tidemark.words.Sentence;
import io.tidemark.words.Value;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Says in words why a number changed. A part is given as a reason only where the guard allows it, and of a change that
/// cannot be told from chance nothing is a reason.
final class WhySentence {
    /// Parts smaller than this share of what was before are not spoken of.
    private static final double SMALLEST = 0.02;

    private static final double SMALLEST_APART = 0.005;
    private static final double IN_TENTHS_BELOW = 0.1;

    private static final Sentence RISE_BY_TOP_POST = Sentence.of(
            "why_rise_by_top_post",
            "The direction hangs on single posts: without the top post of each period {metric} would have fallen, not"
                    + " risen.");
    private static final Sentence FALL_BY_TOP_POST = Sentence.of(
            "why_fall_by_top_post",
            "The direction hangs on single posts: without the top post of each period {metric} would have risen, not"
                    + " fallen.");
    private static final Sentence SAME =
            Sentence.of("why_same", "{metric} did not change ({value}, each post at the age of {age})");
    private static final Sentence ROSE =
            Sentence.of("why_rose", "{metric} rose (from {previous} to {value}, each post at the age of {age})");
    private static final Sentence FELL =
            Sentence.of("why_fell", "{metric} fell (from {previous} to {value}, each post at the age of {age})");
    private static final Sentence ROSE_BY = Sentence.of(
            "why_rose_by", "{metric} rose by {size} (from {previous} to {value}, each post at the age of {age})");
    private static final Sentence FELL_BY = Sentence.of(
            "why_fell_by", "{metric} fell by {size} (from {previous} to {value}, each post at the age of {age})");
    private static final Sentence TOO_FEW_POSTS = Sentence.of(
            "why_too_few_posts",
            "{change}. Why cannot be said: it takes at least {fewest} posts with numbers in each period, and one of them"
                    + " has {posts}.");
    private static final Sentence WEAK_COVERAGE = Sentence.of(
            "why_weak_coverage", "{change}. Why cannot be said: too many of the posts do not report their numbers.");
    private static final Sentence NOTHING_MORE = Sentence.of("why_nothing_more", "{change}.");
    private static final Sentence CHANCE = Sentence.of("why_chance", "{change}, which cannot be told from chance.");
    private static final Sentence CHANCE_UP_TO = Sentence.of(
            "why_chance_up_to",
            "{change}, which cannot be told from chance: with so many posts chance alone makes up to ±{usual}.");
    private static final Sentence ONE_PART_BEYOND =
            Sentence.of("why_one_part_beyond", "Beyond chance is only this part of it: {parts}.");
    private static final Sentence PARTS_BEYOND =
            Sentence.of("why_parts_beyond", "Beyond chance are these parts of it: {parts}.");
    private static final Sentence NO_SINGLE_REASON = Sentence.of(
            "why_no_single_reason",
            "{change}, which is more than chance makes, but no single reason for it can be told from chance.");
    private static final Sentence MOSTLY = Sentence.of("why_mostly", "{change}: mostly because {reasons}.");
    private static final Sentence IN_PART = Sentence.of("why_in_part", "{change}: in part because {reasons}.");
    private static final Sentence AGAINST = Sentence.of("why_against", "Against that, {reasons}.");
    private static final Sentence UNTOLD =
            Sentence.of("why_untold", "That {parts} changed cannot be told from chance.");
    private static final Sentence KNOWN = Sentence.of(
            "why_only_known", "A part of the change is none of what happened: it is there only because {reasons}.");
    private static final Sentence REASON = Sentence.of("why_reason", "{reason} ({size})");
    private static final Sentence PART = Sentence.of("why_part", "the {part} ({size})");

    private final WhyMetric metric;
    private final StandardAge age;
    private final WhyAnswer.Total total;
    private final Findings findings;
    private final @Nullable WithoutTop withoutTop;

    WhySentence(
            WhyMetric metric,
            StandardAge age,
            WhyAnswer.Total total,
            Findings findings,
            @Nullable WithoutTop withoutTop) {
        this.metric = metric;
        this.age = age;
        this.total = total;
        this.findings = findings;
        this.withoutTop = withoutTop;
    }

    Said of(List<EffectAnswer> effects, List<EffectAnswer> apart) {
        List<Said> said = new ArrayList<>();
        // A direction that hangs on one post has to be said first.
        if (withoutTop != null && withoutTop.flips()) {
            said.add((total.change() > 0 ? RISE_BY_TOP_POST : FALL_BY_TOP_POST)
                    .said(Map.of("metric", metric.inWords())));
        }
        Value change = Value.clause(change());
        switch (findings.onChange()) {
            case FEWER_THAN_10_POSTS ->
                said.add(TOO_FEW_POSTS.said(Map.of(
                        "change", change,
                        "fewest", Value.count(Findings.FEWEST_POSTS),
                        "posts", Value.count(findings.fewest()))));
            case WEAK_COVERAGE -> said.add(WEAK_COVERAGE.said(Map.of("change", change)));
            case WITHIN_CHANCE -> addByChance(change, effects, said);
            case BEYOND_CHANCE, APART -> addReasons(change, effects, said);
        }
        List<EffectAnswer> known =
                apart.stream().filter(one -> isLarge(one, SMALLEST_APART)).toList();
        addIfAny(KNOWN, known, said);
        return Said.inTurn(said);
    }

    private Said change() {
        Map<String, Value> values = new HashMap<>(
                Map.of("metric", metric.inWords(), "value", number(total.value()), "age", Value.span(age.hours())));
        if (total.change() == 0) {
            return SAME.said(values);
        }
        values.put("previous", number(total.previous()));
        boolean rose = total.change() > 0;
        Double ratio = total.ratio();
        if (ratio == null) {
            return (rose ? ROSE : FELL).said(values);
        }
        values.put("size", percent(Math.abs(ratio)));
        return (rose ? ROSE_BY : FELL_BY).said(values);
    }

    /// The change is no more than chance makes: its parts are told, and none as a reason.
    private void addByChance(Value change, List<EffectAnswer> effects, List<Said> said) {
        double usual = findings.byChance();
        if (total.change() == 0) {
            said.add(NOTHING_MORE.said(Map.of("change", change)));
        } else if (Double.isFinite(usual)) {
            said.add(CHANCE_UP_TO.said(Map.of("change", change, "usual", percent(usual))));
        } else {
            said.add(CHANCE.said(Map.of("change", change)));
        }
        List<EffectAnswer> named = named(effects, true);
        named.addAll(named(effects, false));
        if (!named.isEmpty()) {
            said.add((named.size() == 1 ? ONE_PART_BEYOND : PARTS_BEYOND).said(Map.of("parts", reasons(named))));
        }
    }

    private void addReasons(Value change, List<EffectAnswer> effects, List<Said> said) {
        List<EffectAnswer> toward = named(effects, total.change() > 0);
        if (toward.isEmpty()) {
            said.add(NO_SINGLE_REASON.said(Map.of("change", change)));
        } else {
            boolean most = Math.abs(toward.getFirst().change()) >= Math.abs(total.change()) / 2;
            said.add((most ? MOSTLY : IN_PART).said(Map.of("change", change, "reasons", reasons(toward))));
        }
        addIfAny(AGAINST, named(effects, total.change() < 0), said);
        List<Said> untold = effects.stream()
                .filter(one -> !one.named() && isLarge(one, SMALLEST))
                .map(one -> PART.said(Map.of("part", Value.part(one.effect(), one.title()), "size", amount(one))))
                .toList();
        if (!untold.isEmpty()) {
            said.add(UNTOLD.said(Map.of("parts", Value.list(untold))));
        }
    }

    private void addIfAny(Sentence sentence, List<EffectAnswer> effects, List<Said> said) {
        if (!effects.isEmpty()) {
            said.add(sentence.said(Map.of("reasons", reasons(effects))));
        }
    }

    private static boolean isLarge(EffectAnswer effect, double smallest) {
        Double ratio = effect.ratio();
        return ratio == null ? effect.change() != 0 : Math.abs(ratio) >= smallest;
    }

    /// The largest first.
    private static List<EffectAnswer> named(List<EffectAnswer> effects, boolean up) {
        return effects.stream()
                .filter(one -> one.named() && one.change() > 0 == up)
                .sorted(Comparator.comparingDouble(one -> -Math.abs(one.change())))
                .collect(Collectors.toCollection(ArrayList::new));
    }

    private Value reasons(List<EffectAnswer> effects) {
        return Value.list(effects.stream()
                .map(one -> REASON.said(Map.of("reason", Value.clause(one.words()), "size", amount(one))))
                .toList());
    }

    private Value amount(EffectAnswer effect) {
        Double ratio = effect.ratio();
        if (ratio != null) {
            return Value.signedPercent(ratio, digits(ratio));
        }
        return metric == WhyMetric.ENGAGEMENT_RATE
                ? Value.signedPercent(effect.change(), 2)
                : Value.signedCount(effect.change());
    }

    private Value number(double value) {
        return metric == WhyMetric.ENGAGEMENT_RATE ? Value.percent(value, 2) : Value.count(value);
    }

    /// @param ratio no less than 0
    static Value percent(double ratio) {
        return Value.percent(ratio, digits(ratio));
    }

    private static int digits(double ratio) {
        return Math.abs(ratio) < IN_TENTHS_BELOW ? 1 : 0;
    }
}
