package io.tidemark.analytics.insight.timing;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Lines up what is known of each time.
final class TimingEffects {
    private final TimingUse use;

    TimingEffects(TimingUse use) {
        this.use = use;
    }

    /// @param lifts null where no model was made
    /// @param verdicts null where nothing can be said of any time, here and below
    List<TimeEffect> weekdays(Lift @Nullable [] lifts, TimeVerdict @Nullable [] verdicts) {
        List<TimeEffect> effects = new ArrayList<>();
        for (int day = 0; day < SlotFeatures.WEEKDAYS; day++) {
            effects.add(effect(day + 1, null, use.weekday(day), at(lifts, day), at(verdicts, day), null));
        }
        return effects;
    }

    List<TimeEffect> hours(Lift @Nullable [] lifts, TimeVerdict @Nullable [] verdicts) {
        List<TimeEffect> effects = new ArrayList<>();
        for (int hour = 0; hour < SlotFeatures.HOURS; hour++) {
            effects.add(effect(null, hour, use.hour(hour), at(lifts, hour), at(verdicts, hour), null));
        }
        return effects;
    }

    List<TimeEffect> slots(Lift @Nullable [] lifts, TimeVerdict @Nullable [] verdicts, double @Nullable [] chances) {
        List<TimeEffect> effects = new ArrayList<>();
        for (int slot = 0; slot < SlotFeatures.SLOTS; slot++) {
            effects.add(effect(
                    slot / SlotFeatures.HOURS + 1,
                    slot % SlotFeatures.HOURS,
                    use.slot(slot),
                    at(lifts, slot),
                    at(verdicts, slot),
                    chances == null ? null : chances[slot]));
        }
        return effects;
    }

    private static TimeEffect effect(
            @Nullable Integer weekday,
            @Nullable Integer hour,
            TimingUse.Reached reached,
            @Nullable Lift lift,
            @Nullable TimeVerdict verdict,
            @Nullable Double chance) {
        return new TimeEffect(
                weekday,
                hour,
                reached.posts(),
                reached.posts() == 0 ? null : reached.mean(),
                lift == null ? null : lift.share(),
                lift == null ? null : lift.interval(),
                lift == null ? null : lift.above(),
                lift == null ? null : lift.nEff(),
                chance,
                verdict == null ? TimeVerdict.NOT_ENOUGH_DATA : verdict);
    }

    private static <T> @Nullable T at(T @Nullable [] values, int index) {
        return values == null ? null : values[index];
    }
}
