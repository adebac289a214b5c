package io.tidemark.analytics.insight.why;

import io.tidemark.metric.StandardAge;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Says in words why a number changed. A part is given as a reason only where the guard allows it, and of a change that
/// cannot be told from chance nothing is a reason.
final class WhySentence {
    /// Parts smaller than this share of what was before are not spoken of.
    private static final double SMALLEST = 0.02;

    private static final double SMALLEST_APART = 0.005;
    private static final int HOURS_PER_DAY = 24;

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

    String of(List<EffectAnswer> effects, List<EffectAnswer> apart) {
        return topPost()
                + head()
                + switch (findings.onChange()) {
                    case FEWER_THAN_10_POSTS ->
                        ". Why cannot be said: it takes at least %d posts with numbers in each period, and there are %d."
                                .formatted(Findings.FEWEST_POSTS, findings.fewest());
                    case WEAK_COVERAGE -> ". Why cannot be said: too many of the posts do not report their numbers.";
                    case WITHIN_CHANCE -> byChance(effects);
                    case BEYOND_CHANCE, APART -> reasons(effects);
                }
                + known(apart);
    }

    /// A direction that hangs on one post has to be said first.
    private String topPost() {
        if (withoutTop == null || !withoutTop.flips()) {
            return "";
        }
        return "The direction hangs on single posts: without the top post of each period %s would have %s, not %s. "
                .formatted(name(), moved(withoutTop.change()), moved(total.change()));
    }

    private String head() {
        if (total.change() == 0) {
            return "%s did not change (%s, each post at the age of %s)"
                    .formatted(metric.title(), number(total.value()), ageWords());
        }
        Double ratio = total.ratio();
        String by = ratio == null ? "" : " by %s".formatted(percent(Math.abs(ratio)));
        return "%s %s%s (from %s to %s, each post at the age of %s)"
                .formatted(
                        metric.title(),
                        total.change() > 0 ? "rose" : "fell",
                        by,
                        number(total.previous()),
                        number(total.value()),
                        ageWords());
    }

    /// The change is no more than chance makes: its parts are told, and none as a reason.
    private String byChance(List<EffectAnswer> effects) {
        double usual = findings.byChance();
        String margin = Double.isFinite(usual)
                ? ": with so many posts chance alone makes up to ±%s".formatted(percent(usual))
                : "";
        String text = total.change() == 0 ? "" : ", which cannot be told from chance" + margin;
        List<EffectAnswer> named = named(effects, true);
        named.addAll(named(effects, false));
        if (named.isEmpty()) {
            return text + ".";
        }
        String beyond = named.stream().map(this::clause).collect(Collectors.joining("; "));
        return "%s. Beyond chance %s: %s."
                .formatted(text, named.size() == 1 ? "is only this part of it" : "are these parts of it", beyond);
    }

    private String reasons(List<EffectAnswer> effects) {
        List<EffectAnswer> toward = named(effects, total.change() > 0);
        List<EffectAnswer> against = named(effects, total.change() < 0);
        StringBuilder text = new StringBuilder();
        if (toward.isEmpty()) {
            text.append(", which is more than chance makes, but no single reason for it can be told from chance");
        } else {
            boolean most = Math.abs(toward.getFirst().change()) >= Math.abs(total.change()) / 2;
            text.append(most ? ": mostly because " : ": in part because ");
            text.append(toward.stream().map(this::clause).collect(Collectors.joining(", and because ")));
        }
        if (!against.isEmpty()) {
            text.append("; against that, ");
            text.append(against.stream().map(this::clause).collect(Collectors.joining(", and ")));
        }
        String untold = effects.stream()
                .filter(one -> !one.named() && isLarge(one, SMALLEST))
                .map(one -> "the %s (%s)".formatted(one.title(), amount(one)))
                .collect(Collectors.joining(" and "));
        if (!untold.isEmpty()) {
            text.append("; that ").append(untold).append(" changed cannot be told from chance");
        }
        return text.append('.').toString();
    }

    /// What lies in what is known only.
    private String known(List<EffectAnswer> apart) {
        String text = apart.stream()
                .filter(one -> isLarge(one, SMALLEST_APART))
                .map(this::clause)
                .collect(Collectors.joining(", and because "));
        return text.isEmpty()
                ? ""
                : " A part of the change is none of what happened: it is there only because %s.".formatted(text);
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

    private String clause(EffectAnswer effect) {
        return "%s (%s)".formatted(effect.words(), amount(effect));
    }

    private String amount(EffectAnswer effect) {
        Double ratio = effect.ratio();
        String sign = effect.change() < 0 ? "−" : "+";
        return sign + (ratio == null ? number(Math.abs(effect.change())) : percent(Math.abs(ratio)));
    }

    private static String moved(double change) {
        if (change == 0) {
            return "stayed the same";
        }
        return change > 0 ? "risen" : "fallen";
    }

    private String name() {
        return metric.title().substring(0, 1).toLowerCase(Locale.ROOT)
                + metric.title().substring(1);
    }

    private String number(double value) {
        return metric == WhyMetric.ENGAGEMENT_RATE
                ? String.format(Locale.ROOT, "%.2f %%", value * 100)
                : String.format(Locale.ROOT, "%,.0f", value);
    }

    static String percent(double ratio) {
        return ratio < 0.1
                ? String.format(Locale.ROOT, "%.1f %%", ratio * 100)
                : String.format(Locale.ROOT, "%.0f %%", ratio * 100);
    }

    private String ageWords() {
        return age.hours() <= HOURS_PER_DAY ? age.hours() + " hours" : age.hours() / HOURS_PER_DAY + " days";
    }
}
