package io.tidemark.analytics.activity;

import io.tidemark.metric.Metric;

/// One counter cut into days: the levels at the midnights around them.
final class DayRun {
    private final Metric metric;
    private final int first;
    private final int last;
    private final long[] levels;
    private final boolean[] exact;
    private final boolean[] imported;

    private DayRun(Metric metric, int first, int last) {
        this.metric = metric;
        this.first = first;
        this.last = last;
        levels = new long[last - first + 2];
        exact = new boolean[levels.length];
        imported = new boolean[levels.length];
    }

    /// @param postEnd the post's last reading. That more may come after it is said of the day as a whole; a
    ///     counter that ended before has a day cut short, which is an estimate
    static DayRun of(CounterPath path, Boundaries boundaries, long postEnd) {
        int first = boundaries.indexOf(path.start());
        int last = boundaries.indexOf(path.end() > path.start() ? path.end() - 1 : path.end());
        DayRun run = new DayRun(path.metric(), first, last);
        int read = -1;
        for (int i = 0; i < run.levels.length; i++) {
            long micros = boundaries.micros(first + i);
            read = path.lastUpTo(micros, read);
            run.levels[i] = path.levelAt(micros, boundaries.place(first + i));
            run.exact[i] = (micros > path.end() && path.end() == postEnd) || path.isExactAt(micros, read);
            run.imported[i] = path.isImportedAt(micros, read);
        }
        return run;
    }

    Metric metric() {
        return metric;
    }

    boolean knows(int day) {
        return day >= first && day <= last;
    }

    long thousandths(int day) {
        return levels[day - first + 1] - levels[day - first];
    }

    boolean isEstimated(int day) {
        return !exact[day - first] || !exact[day - first + 1];
    }

    /// Whether the level at either end of the day rests on an export file.
    boolean isImported(int day) {
        return imported[day - first] || imported[day - first + 1];
    }
}
