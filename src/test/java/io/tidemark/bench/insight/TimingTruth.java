package io.tidemark.bench.insight;

import io.tidemark.analytics.insight.TimingFrames;
import io.tidemark.metric.Boosted;
import io.tidemark.metric.ContentType;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Random;

/// What the hours of the week truly do for an account, and posts that follow from it.
///
/// The truth is a smooth curve over the day, a level of each weekday, another curve for the weekend and a rough tenth
/// that no shape explains, scaled to a spread over the 168 hours. Posts lie around two hours of the account's own, at
/// the weekend and at other hours rarely; videos come in the evening and reach more, the account grows and drifts to
/// later hours meanwhile, so that a look at means would take both for effects of the hour. What posts reach scatters
/// by 0.75 on the logarithm; four of a hundred go viral, by a Pareto law of index 2.
final class TimingTruth {
    static final int SLOTS = 168;

    private static final int HOURS = 24;
    private static final double NOISE = 0.75;
    private static final double VIRAL = 0.04;
    private static final double ROUGH = 0.10;
    private static final double OWN = Math.sqrt(0.5);
    private static final long YEAR_SECONDS = 300L * 86_400;
    private static final long SETTLED_SECONDS = 40L * 86_400;

    private final double[] effects;

    private TimingTruth(double[] effects) {
        this.effects = effects;
    }

    /// @param spread standard deviation over the hours of the week, on the logarithm
    static TimingTruth random(double spread, Random random) {
        double[] effects = new double[SLOTS];
        add(effects, random, Math.sqrt(1 - ROUGH));
        for (int slot = 0; slot < SLOTS; slot++) {
            effects[slot] += Math.sqrt(ROUGH) * random.nextGaussian();
        }
        return new TimingTruth(scaled(effects, spread));
    }

    /// Of another account of the same business: half of its variance is shared.
    TimingTruth sibling(double spread, Random random) {
        double[] own = new double[SLOTS];
        add(own, random, 1);
        own = scaled(own, spread);
        double[] both = new double[SLOTS];
        for (int slot = 0; slot < SLOTS; slot++) {
            both[slot] = Math.sqrt(1 - OWN * OWN) * effects[slot] + OWN * own[slot];
        }
        return new TimingTruth(both);
    }

    double effect(int slot) {
        return effects[slot];
    }

    int best() {
        int best = 0;
        for (int slot = 1; slot < SLOTS; slot++) {
            best = effects[slot] > effects[best] ? slot : best;
        }
        return best;
    }

    private static void add(double[] effects, Random random, double spread) {
        double[] day = waves(random, 4, 1);
        double[] weekend = waves(random, 2, 0.6);
        double[] level = random.doubles(7, -1, 1).toArray();
        for (int slot = 0; slot < SLOTS; slot++) {
            int weekday = slot / HOURS;
            double smooth = at(day, slot % HOURS) + level[weekday];
            effects[slot] += spread * (weekday >= 5 ? smooth + at(weekend, slot % HOURS) : smooth);
        }
    }

    private static double[] waves(Random random, int count, double size) {
        double[] waves = new double[2 * count];
        for (int k = 0; k < waves.length; k++) {
            waves[k] = size * Math.pow(k / 2 + 1, -0.75) * random.nextGaussian();
        }
        return waves;
    }

    private static double at(double[] waves, int hour) {
        double sum = 0;
        for (int k = 0; k < waves.length / 2; k++) {
            double angle = 2 * Math.PI * (k + 1) * (hour + 0.5) / HOURS;
            sum += waves[2 * k] * Math.cos(angle) + waves[2 * k + 1] * Math.sin(angle);
        }
        return sum;
    }

    private static double[] scaled(double[] effects, double spread) {
        double mean = 0;
        double squares = 0;
        for (double effect : effects) {
            mean += effect / SLOTS;
            squares += effect * effect / SLOTS;
        }
        double factor = spread / Math.sqrt(squares - mean * mean);
        double[] scaled = new double[SLOTS];
        for (int slot = 0; slot < SLOTS; slot++) {
            scaled[slot] = (effects[slot] - mean) * factor;
        }
        return scaled;
    }

    /// Adds the settled posts of an account, over the ten months before [TimingFrames#NOW].
    void post(TimingFrames frames, int account, int count, Random random) {
        double morning = 8 + random.nextInt(5);
        double evening = 15 + random.nextInt(6);
        double growth = 0.8 * random.nextDouble();
        long newest = TimingFrames.NOW.getEpochSecond() - SETTLED_SECONDS;
        for (int i = 0; i < count; i++) {
            double age = random.nextDouble();
            LocalDate day = weekday(newest - (long) (age * YEAR_SECONDS), random);
            double hour = hour(morning, evening, age, random);
            Instant at = day.atStartOfDay(TimingFrames.BERLIN)
                    .plusSeconds((long) (hour * 3600))
                    .toInstant();
            boolean late = at.atZone(TimingFrames.BERLIN).getHour() >= 15;
            boolean video = random.nextDouble() < (late ? 0.6 : 0.3);
            double log = Math.log(400) - growth * age + (video ? 0.4 : 0) + effects[slot(at)];
            log += NOISE * random.nextGaussian() + viral(random);
            frames.post(
                    account,
                    at,
                    video ? ContentType.VIDEO : ContentType.IMAGE,
                    Boosted.NO,
                    TimingFrames.likes(Math.rint(Math.exp(log))));
        }
    }

    private static LocalDate weekday(long second, Random random) {
        LocalDate day =
                Instant.ofEpochSecond(second).atZone(TimingFrames.BERLIN).toLocalDate();
        boolean weekend = day.getDayOfWeek().getValue() > 5;
        return weekend && random.nextDouble() < 0.6 ? day.minusDays(2) : day;
    }

    /// Later in the year more of the posts are in the evening.
    private static double hour(double morning, double evening, double age, Random random) {
        if (random.nextDouble() < 0.1) {
            return HOURS * random.nextDouble();
        }
        return (random.nextDouble() < 0.35 + 0.3 * age ? morning : evening) + 1.5 * random.nextGaussian();
    }

    private static double viral(Random random) {
        return random.nextDouble() < VIRAL ? -Math.log(1 - random.nextDouble()) / 2 : 0;
    }

    static int slot(Instant at) {
        var local = at.atZone(TimingFrames.BERLIN);
        return (local.getDayOfWeek().getValue() - 1) * HOURS + local.getHour();
    }
}
