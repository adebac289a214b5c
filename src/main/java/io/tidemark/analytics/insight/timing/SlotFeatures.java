package io.tidemark.analytics.insight.timing;

/// The shape that a week may take: a curve over the day, a level of each weekday, and another curve for the weekend.
///
/// Nineteen columns, for a weekday d (Monday 0) and an hour h with w = 2πh/24 and e = 5/7 at the weekend, else −2/7:
/// cos kw and sin kw for k = 1 to 4; one for each weekday; e cos kw and e sin kw for k = 1, 2. Slots are the 168 hours
/// of a week, numbered from Monday 0 o'clock.
final class SlotFeatures {
    static final int COUNT = 19;
    static final int WEEKDAYS = 7;
    static final int HOURS = 24;
    static final int SLOTS = WEEKDAYS * HOURS;
    static final int MINUTES_PER_DAY = 24 * 60;

    private static final int DAY_WAVES = 4;
    private static final int WEEKEND_WAVES = 2;
    private static final int FIRST_WEEKDAY = 2 * DAY_WAVES;
    private static final int FIRST_WEEKEND_WAVE = FIRST_WEEKDAY + WEEKDAYS;
    private static final int SATURDAY = 5;

    private static final double[] PRIOR_VARIANCES = priorVariances();

    private SlotFeatures() {}

    /// @param weekday 0 for Monday
    /// @param hour of the day, with its minutes as a fraction
    static double[] at(int weekday, double hour) {
        double[] row = new double[COUNT];
        double angle = 2 * Math.PI * hour / HOURS;
        double weekend = (weekday >= SATURDAY ? 1 : 0) - 2.0 / WEEKDAYS;
        for (int k = 1; k <= DAY_WAVES; k++) {
            row[2 * (k - 1)] = Math.cos(k * angle);
            row[2 * k - 1] = Math.sin(k * angle);
        }
        row[FIRST_WEEKDAY + weekday] = 1;
        for (int k = 1; k <= WEEKEND_WAVES; k++) {
            row[FIRST_WEEKEND_WAVE + 2 * (k - 1)] = weekend * Math.cos(k * angle);
            row[FIRST_WEEKEND_WAVE + 2 * k - 1] = weekend * Math.sin(k * angle);
        }
        return row;
    }

    /// @param minute of the week, from Monday 0 o'clock
    static double[] atMinute(int minute) {
        return at(minute / MINUTES_PER_DAY, minute % MINUTES_PER_DAY / 60.0);
    }

    /// Prior variances of the columns, relative to one another and scaled so that the effects of the 168 slots have
    /// variance one: times s², they say that effects spread by s.
    static double[] relativePriorVariances() {
        return PRIOR_VARIANCES.clone();
    }

    private static double[] priorVariances() {
        double[] variances = new double[COUNT];
        for (int k = 1; k <= DAY_WAVES; k++) {
            variances[2 * (k - 1)] = Math.pow(k, -1.5);
            variances[2 * k - 1] = Math.pow(k, -1.5);
        }
        for (int day = 0; day < WEEKDAYS; day++) {
            variances[FIRST_WEEKDAY + day] = 0.35;
        }
        for (int k = 1; k <= WEEKEND_WAVES; k++) {
            variances[FIRST_WEEKEND_WAVE + 2 * (k - 1)] = 0.4 / k;
            variances[FIRST_WEEKEND_WAVE + 2 * k - 1] = 0.4 / k;
        }
        double scale = spread(variances);
        for (int j = 0; j < COUNT; j++) {
            variances[j] /= scale;
        }
        return variances;
    }

    /// The mean over the slots of the variance that independent columns give a slot's difference from the mean slot.
    private static double spread(double[] variances) {
        double[] mean = new double[COUNT];
        for (int slot = 0; slot < SLOTS; slot++) {
            double[] row = at(slot / HOURS, slot % HOURS);
            for (int j = 0; j < COUNT; j++) {
                mean[j] += row[j] / SLOTS;
            }
        }
        double spread = 0;
        for (int slot = 0; slot < SLOTS; slot++) {
            double[] row = at(slot / HOURS, slot % HOURS);
            for (int j = 0; j < COUNT; j++) {
                double off = row[j] - mean[j];
                spread += variances[j] * off * off / SLOTS;
            }
        }
        return spread;
    }
}
