package io.tidemark.analytics;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.ZoneId;
import java.time.zone.ZoneRules;
import org.jspecify.annotations.Nullable;

/// A metric by the weekday and hour at which posts were published in a zone (`by_time/1`): of the clock on the wall,
/// so an hour that comes twice is one. It describes; what to recommend needs a model.
public final class TimeTable {
    private static final int HOURS = 24;
    private static final int DAYS = 7;
    private static final int SECONDS_PER_DAY = 86_400;
    private static final int SECONDS_PER_HOUR = 3_600;
    /// The epoch began on a Thursday.
    private static final int EPOCH_WEEKDAY = 3;

    private final int[] posts = new int[DAYS * HOURS];
    private final int[] reporting = new int[DAYS * HOURS];
    private final double[] sums = new double[DAYS * HOURS];

    private TimeTable() {}

    /// @param publishedAt seconds since the epoch, one for each post
    /// @param values one for each post, `NaN` where it does not report the metric
    public static TimeTable of(long[] publishedAt, double[] values, ZoneId zone) {
        if (publishedAt.length != values.length) {
            throw new IllegalArgumentException(publishedAt.length + " times for " + values.length + " values");
        }
        TimeTable table = new TimeTable();
        ZoneRules rules = zone.getRules();
        for (int i = 0; i < values.length; i++) {
            table.add(slot(publishedAt[i], rules), values[i]);
        }
        return table;
    }

    private static int slot(long second, ZoneRules rules) {
        long local = second + rules.getOffset(Instant.ofEpochSecond(second)).getTotalSeconds();
        int weekday = (int) Math.floorMod(Math.floorDiv(local, SECONDS_PER_DAY) + EPOCH_WEEKDAY, (long) DAYS);
        int hour = (int) (Math.floorMod(local, (long) SECONDS_PER_DAY) / SECONDS_PER_HOUR);
        return weekday * HOURS + hour;
    }

    private void add(int slot, double value) {
        posts[slot]++;
        if (!Double.isNaN(value)) {
            reporting[slot]++;
            sums[slot] += value;
        }
    }

    /// What posts of one time came to.
    ///
    /// @param posts all that were published then
    /// @param reporting those of them that report the metric
    /// @param sum over these; null where none does
    public record Cell(int posts, int reporting, @Nullable Double sum) {
        /// Per post that reports; null where none does.
        public @Nullable Double mean() {
            return sum == null ? null : Double.valueOf(sum / reporting);
        }
    }

    public Cell slot(DayOfWeek weekday, int hour) {
        int slot = (weekday.getValue() - 1) * HOURS + hour;
        return cell(slot, slot + 1, 1);
    }

    public Cell weekday(DayOfWeek weekday) {
        int first = (weekday.getValue() - 1) * HOURS;
        return cell(first, first + HOURS, 1);
    }

    /// @param hour 0 to 23
    public Cell hour(int hour) {
        return cell(hour, posts.length, HOURS);
    }

    private Cell cell(int first, int end, int step) {
        int all = 0;
        int known = 0;
        double sum = 0;
        for (int slot = first; slot < end; slot += step) {
            all += posts[slot];
            known += reporting[slot];
            sum += sums[slot];
        }
        return new Cell(all, known, known == 0 ? null : Double.valueOf(sum));
    }
}
