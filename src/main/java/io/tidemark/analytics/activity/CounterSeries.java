package io.tidemark.analytics.activity;

import io.tidemark.frame.Reading;
import io.tidemark.metric.Metric;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The readings of one counter, judged from the whole history: which of them count, and how far the platform
/// has corrected itself. Readings that do not report the metric say nothing about it; of several at one instant
/// the last prevails.
///
/// A fall of a counter that people can take back is real up to 2, or one in a hundred. Any other fall, and one
/// to zero, is suspect, and the next reading decides: [CounterEvent.Kind].
final class CounterSeries {
    private static final long THOUSAND = 1_000;
    private static final long TAKEN_BACK = 2 * THOUSAND;
    private static final double TAKEN_BACK_SHARE = 0.01;
    private static final double RECOVERED = 0.98;

    private final Metric metric;
    private final List<Reading> readings;
    /// The readings that count, as places in the history.
    private final int[] kept;
    /// Their values in thousandths, with all corrections so far undone.
    private final long[] rebased;
    /// What had been corrected away up to each of them, in thousandths.
    private final long[] corrected;
    private int size;

    private CounterSeries(Metric metric, List<Reading> readings, int capacity) {
        this.metric = metric;
        this.readings = readings;
        kept = new int[capacity];
        rebased = new long[capacity];
        corrected = new long[capacity];
    }

    /// @param history oldest first; of two at one instant the one that prevails last
    /// @param events takes what is found
    /// @return null where no reading reports the metric
    static @Nullable CounterSeries of(List<Reading> history, Metric metric, List<CounterEvent> events) {
        int[] reporting = reporting(history, metric);
        if (reporting.length == 0) {
            return null;
        }
        CounterSeries series = new CounterSeries(metric, history, reporting.length);
        series.judge(reporting, events);
        return series;
    }

    private static int[] reporting(List<Reading> history, Metric metric) {
        int first = 0;
        while (first < history.size() && !history.get(first).values().has(metric)) {
            first++;
        }
        int count = 0;
        int[] places = new int[history.size() - first];
        for (int i = first; i < history.size(); i++) {
            Reading reading = history.get(i);
            if (reading.values().has(metric)) {
                boolean again =
                        count > 0 && history.get(places[count - 1]).observedAt().equals(reading.observedAt());
                places[again ? count - 1 : count++] = i;
            }
        }
        return Arrays.copyOf(places, count);
    }

    private void judge(int[] reporting, List<CounterEvent> events) {
        long sum = 0;
        long sound = value(reporting[0]);
        int soundPlace = reporting[0];
        keep(reporting[0], sound, sum);
        for (int i = 1; i < reporting.length; i++) {
            long value = value(reporting[i]);
            CounterEvent.Kind verdict = null;
            if (isSuspect(sound, value)) {
                verdict = i + 1 == reporting.length
                        ? CounterEvent.Kind.SUSPECT
                        : value(reporting[i + 1]) >= RECOVERED * sound
                                ? CounterEvent.Kind.GLITCH
                                : CounterEvent.Kind.RESTATEMENT;
                events.add(event(verdict, soundPlace, reporting[i]));
            }
            if (verdict == CounterEvent.Kind.RESTATEMENT) {
                sum += sound - value;
            }
            if (verdict == null || verdict == CounterEvent.Kind.RESTATEMENT) {
                keep(reporting[i], value, sum);
                sound = value;
                soundPlace = reporting[i];
            }
        }
    }

    private boolean isSuspect(long before, long value) {
        long fall = before - value;
        if (fall <= 0) {
            return false;
        }
        boolean takenBack = metric.revocable() && value > 0 && fall <= unremarkable(before);
        return !takenBack;
    }

    /// Whether a number changed by more than is let pass of counters that people can take back.
    static boolean isRemarkable(double before, double after) {
        long was = Math.round(before * THOUSAND);
        return Math.abs(Math.round(after * THOUSAND) - was) > unremarkable(Math.abs(was));
    }

    private static double unremarkable(long before) {
        return Math.max(TAKEN_BACK, TAKEN_BACK_SHARE * before);
    }

    private void keep(int place, long value, long sum) {
        kept[size] = place;
        rebased[size] = value + sum;
        corrected[size++] = sum;
    }

    private CounterEvent event(CounterEvent.Kind kind, int soundPlace, int place) {
        Reading reading = readings.get(place);
        long before = value(soundPlace);
        return new CounterEvent(
                kind,
                metric,
                reading.observedAt(),
                reading.sourceId(),
                (value(place) - before) / (double) THOUSAND,
                before / (double) THOUSAND,
                readings.get(soundPlace).sourceId());
    }

    private long value(int place) {
        return Math.round(readings.get(place).values().orNaN(metric) * THOUSAND);
    }

    Metric metric() {
        return metric;
    }

    /// How many readings count.
    int size() {
        return size;
    }

    /// The place in the history of a reading that counts.
    int place(int index) {
        return kept[index];
    }

    /// Whether an export file said a reading that counts.
    boolean imported(int index) {
        return readings.get(kept[index]).imported();
    }

    /// In thousandths, with corrections undone: only people move it.
    long rebased(int index) {
        return rebased[index];
    }

    /// In thousandths, what had been corrected away up to and with a reading.
    long corrected(int index) {
        return corrected[index];
    }
}
