package io.tidemark.analytics.insight.performance;

import io.tidemark.analytics.Coverage;
import io.tidemark.analytics.View;
import io.tidemark.analytics.insight.Evidence;
import io.tidemark.analytics.insight.EvidenceStatus;
import io.tidemark.analytics.insight.performance.GrowthModel.KindGrowth;
import io.tidemark.frame.PostFrame;
import io.tidemark.metric.ContentType;
import io.tidemark.metric.Dictionary;
import io.tidemark.metric.Engagement;
import io.tidemark.metric.Engagements;
import io.tidemark.metric.Growing;
import io.tidemark.metric.Metric;
import io.tidemark.metric.Platform;
import io.tidemark.metric.Subject;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// Compares posts of different ages: with what their kind usually has at the same age, and by what they
/// are expected to settle at (`performance/1`).
public final class Performances {
    public static final String METHOD = "performance/1";
    /// The level of intervals.
    public static final double LEVEL = 0.90;

    /// Below this many settled posts of a kind nothing is usual.
    static final int FEWEST_POSTS = 5;
    /// Below this many what is usual is mostly that of the account.
    static final int ENOUGH_POSTS = 10;

    private static final double TAIL = (1 - LEVEL) / 2;
    private static final double TWO_SIDED = 1.6448536269514722;
    private static final double TENTH = 0.10;

    private final PostFrame posts;
    private final GrowthHistory history;
    private final View view;
    private final Instant now;

    public Performances(View view, Growing count) {
        this.view = view;
        posts = view.posts();
        now = view.now();
        history = new GrowthHistory(view, count);
    }

    public Growing count() {
        return history.count();
    }

    /// What a post is expected to settle at, by which posts of different ages are ranked; `NaN` where its
    /// count or its age is not known.
    public double projected(int row) {
        SettledTotal total = total(row);
        return total == null ? Double.NaN : total.count();
    }

    /// What a post settles at with a chance of nine in ten or more.
    public double cautious(int row) {
        SettledTotal total = total(row);
        return total == null ? Double.NaN : total.quantile(TENTH);
    }

    /// The chance that a post settles at three times of what is usual, or more; `NaN` where that cannot
    /// be told.
    public double chanceToBreakOut(int row) {
        TypicalTotal typical = history.growthOf(row).typical();
        SettledTotal total = total(row);
        return typical == null || total == null ? Double.NaN : total.chanceOf(BreakoutRule.TIMES, typical);
    }

    /// Whether so much of a post is still to come that it may be said to break out.
    public boolean isGrowing(int row) {
        double age = history.age(row);
        return !Double.isNaN(age)
                && BreakoutRule.isInTime(history.growthOf(row).curve().at(age));
    }

    private @Nullable SettledTotal total(int row) {
        double value = history.value(row);
        double age = history.age(row);
        return Double.isNaN(value) || Double.isNaN(age) ? null : total(history.growthOf(row), value, age);
    }

    private static SettledTotal total(KindGrowth kind, double value, double age) {
        TypicalTotal typical = kind.typical();
        Remainder remainder = kind.curve().at(age);
        return typical == null ? SettledTotal.of(remainder, value) : SettledTotal.of(typical, remainder, value);
    }

    public Performance of(int row) {
        double value = history.value(row);
        double age = history.age(row);
        KindGrowth kind = history.growthOf(row);
        TypicalTotal typical = kind.typical();
        Reason reason = reason(row, value, age, kind);
        if (typical == null || !reason.tells) {
            boolean projects = !Double.isNaN(value) && !Double.isNaN(age) && reason != Reason.NOT_PROVIDED;
            SettledTotal total = projects ? total(kind, value, age) : null;
            return new Performance(
                    history.count(),
                    orNull(value),
                    Double.isInfinite(age) ? null : orNull(age),
                    Double.isInfinite(age),
                    null,
                    null,
                    null,
                    total == null ? null : total.count(),
                    total == null ? null : range(total),
                    null,
                    evidence(row, kind, reason, null));
        }
        SettledTotal total = total(kind, value, age);
        Remainder remainder = kind.curve().at(age);
        double usualNow = typical.mean() - remainder.rise();
        double spread = spread(typical, remainder);
        return new Performance(
                history.count(),
                value,
                Double.isInfinite(age) ? null : Double.valueOf(age),
                Double.isInfinite(age),
                count(usualNow),
                new double[] {count(usualNow - spread), count(usualNow + spread)},
                typical.count(),
                total.count(),
                range(total),
                total.percentile(typical),
                evidence(row, kind, reason, new double[] {
                    total.index(typical, TAIL), total.index(typical, 0.5), total.index(typical, 1 - TAIL)
                }));
    }

    /// What posts of the kind of this one usually have at each age at which growth is followed; none where the kind has
    /// too few settled posts, or does not report the count.
    public List<ExpectedAt> course(int row) {
        KindGrowth kind = history.growthOf(row);
        TypicalTotal typical = kind.typical();
        if (typical == null || kind.posts() < FEWEST_POSTS || !isProvided(row)) {
            return List.of();
        }
        Platform platform = view.platform(posts.account(row));
        return IntStream.range(0, Growing.knots(platform))
                .mapToDouble(Growing::knot)
                .mapToObj(age -> {
                    Remainder remainder = kind.curve().at(age);
                    double usual = typical.mean() - remainder.rise();
                    double spread = spread(typical, remainder);
                    return new ExpectedAt(
                            age, count(usual), new double[] {count(usual - spread), count(usual + spread)});
                })
                .toList();
    }

    private static double spread(TypicalTotal typical, Remainder remainder) {
        return TWO_SIDED * Math.sqrt(typical.sd() * typical.sd() + remainder.variance());
    }

    private static double[] range(SettledTotal total) {
        return new double[] {total.quantile(TAIL), total.quantile(1 - TAIL)};
    }

    private static double count(double log) {
        return Math.max(0, Math.exp(log) - LearnedCurve.OFFSET);
    }

    /// Why the evidence has its status.
    private enum Reason {
        OK(EvidenceStatus.OK, true),
        STILL_GROWING(EvidenceStatus.PROVISIONAL, true),
        FEW_POSTS(EvidenceStatus.PROVISIONAL, true),
        TOO_FEW_POSTS(EvidenceStatus.NOT_ENOUGH_DATA, false),
        NO_VALUE(EvidenceStatus.NOT_ENOUGH_DATA, false),
        AGE_UNKNOWN(EvidenceStatus.NOT_ENOUGH_DATA, false),
        NOT_PROVIDED(EvidenceStatus.NOT_PROVIDED, false);

        private final EvidenceStatus status;
        private final boolean tells;

        Reason(EvidenceStatus status, boolean tells) {
            this.status = status;
            this.tells = tells;
        }
    }

    private Reason reason(int row, double value, double age, KindGrowth kind) {
        if (Double.isNaN(value)) {
            return isProvided(row) ? Reason.NO_VALUE : Reason.NOT_PROVIDED;
        }
        if (Double.isNaN(age)) {
            return Reason.AGE_UNKNOWN;
        }
        if (kind.posts() < FEWEST_POSTS) {
            return Reason.TOO_FEW_POSTS;
        }
        if (kind.posts() < ENOUGH_POSTS) {
            return Reason.FEW_POSTS;
        }
        return Double.isInfinite(age) ? Reason.OK : Reason.STILL_GROWING;
    }

    private boolean isProvided(int row) {
        Platform platform = view.platform(posts.account(row));
        ContentType type = posts.contentType(row);
        Metric metric = history.count().metric();
        return metric != null
                ? Dictionary.provides(platform, Subject.POST, type, metric)
                : !Engagements.terms(Engagement.PUBLIC, platform, Subject.POST, type)
                        .metrics()
                        .isEmpty();
    }

    /// @param index its lower end, itself, its upper end; null where it cannot be told
    private Evidence evidence(int row, KindGrowth kind, Reason reason, double @Nullable [] index) {
        int old = history.oldEnough(row);
        return new Evidence(
                index == null ? null : Double.valueOf(index[1]),
                index == null ? null : Double.valueOf(index[0]),
                index == null ? null : Double.valueOf(index[2]),
                index == null ? null : Double.valueOf(LEVEL),
                kind.posts(),
                null,
                new Coverage(Coverage.Unit.POST, kind.posts(), old, old),
                Double.isInfinite(history.age(row)) ? 0 : 1,
                now,
                METHOD,
                reason.status,
                reason.name().toLowerCase(Locale.ROOT));
    }

    private static @Nullable Double orNull(double value) {
        return Double.isNaN(value) ? null : value;
    }
}
