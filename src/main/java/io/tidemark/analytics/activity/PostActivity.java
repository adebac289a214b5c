package io.tidemark.analytics.activity;

import io.tidemark.frame.GrowthPath;
import io.tidemark.metric.ContentType;
import io.tidemark.metric.Growing;
import io.tidemark.metric.Metric;
import io.tidemark.metric.MetricValues;
import io.tidemark.metric.StandardAge;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What happened on one post: its cumulative counters, read at irregular times, cut at local midnights
/// (`activity/1`).
///
/// The readings that count ([CounterSeries]) are joined by a monotone curve ([WarpedPchip]) over the growth that is
/// expected of a post of its platform ([io.tidemark.metric.GrowthCurve]); a day is the difference of two boundaries in
/// whole thousandths, so days add up to exactly what was read: *the sum over all days, plus the restatements, is the
/// last reading less the first*. The first reading is an opening balance, which happened nobody knows when, unless it
/// came within a day of publication or the post was [PostCounters#knownFromStart]: then the counter was zero at
/// publication.
///
/// A post that was read before it was published (clocks differ, dates are rounded) was born with that reading.
/// One whose publication is unknown is joined over plain time. A metric that some readings lack is joined over
/// those that report it. A suspect last reading is no activity until the next one tells what it was.
public final class PostActivity {
    /// In a day's numbers: nothing is known of the metric on that day.
    public static final long UNKNOWN = Long.MIN_VALUE;

    private static final Metric[] METRICS = Metric.values();
    private static final long OPENING_WITHIN = 24 * LocalDays.MICROS_PER_HOUR;
    private static final long STORY_LIFE = 24 * LocalDays.MICROS_PER_HOUR;
    private static final long STORY_ENDING = LocalDays.MICROS_PER_HOUR;
    private static final double THOUSAND = 1_000;

    private final PostCounters counters;
    private final LocalDays days;
    private final @Nullable Warp warp;
    private final List<CounterPath> paths = new ArrayList<>();
    private final List<CounterEvent> events = new ArrayList<>();

    private PostActivity(PostCounters counters, ZoneId zone) {
        this.counters = counters;
        days = LocalDays.of(zone);
        warp = counters.readings().isEmpty() ? null : warp(counters);
        if (warp != null) {
            ReadTimes read = new ReadTimes(counters.readings(), warp);
            int reported = PostCounters.reported(counters.readings());
            for (Metric metric : METRICS) {
                CounterSeries series = MetricValues.isIn(metric, reported)
                        ? CounterSeries.of(counters.readings(), metric, events)
                        : null;
                if (series != null) {
                    paths.add(new CounterPath(series, read, isFromZero(read.micros(series.place(0)))));
                }
            }
        }
    }

    /// @param zone whose midnights cut the days
    public static PostActivity of(PostCounters counters, ZoneId zone) {
        return new PostActivity(counters, zone);
    }

    private static Warp warp(PostCounters counters) {
        long first = LocalDays.micros(counters.readings().getFirst().observedAt());
        Instant published = counters.publishedAt();
        return published == null
                ? Warp.plain(first)
                : Warp.since(Math.min(first, LocalDays.micros(published)), counters.platform());
    }

    /// @param first when the counter was first read
    private boolean isFromZero(long first) {
        Instant published = counters.publishedAt();
        if (published == null) {
            return false;
        }
        return counters.knownFromStart() || Math.abs(first - LocalDays.micros(published)) <= OPENING_WITHIN;
    }

    /// The days on which anything is known, oldest first: from birth or opening balance to the last reading
    /// that counts. Only of metrics that add.
    public void forEachDay(DayConsumer consumer) {
        List<CounterPath> telling = new ArrayList<>(paths.size());
        for (CounterPath path : paths) {
            if (path.metric().kind().adds() && path.tells()) {
                telling.add(path);
            }
        }
        Warp axis = warp;
        if (axis == null || telling.isEmpty()) {
            return;
        }
        long start = telling.getFirst().start();
        long end = telling.getFirst().end();
        for (CounterPath path : telling) {
            start = Math.min(start, path.start());
            end = Math.max(end, path.end());
        }
        Boundaries boundaries = Boundaries.between(start, end, days, axis);
        List<DayRun> runs = new ArrayList<>(telling.size());
        for (CounterPath path : telling) {
            runs.add(DayRun.of(path, boundaries, end));
        }
        emit(boundaries, runs, isOpen(end, boundaries.last()), consumer);
    }

    private static void emit(Boundaries boundaries, List<DayRun> runs, boolean unfinished, DayConsumer consumer) {
        long[] thousandths = new long[METRICS.length];
        for (int day = 0; day < boundaries.days(); day++) {
            boolean known = false;
            boolean estimated = false;
            boolean imported = false;
            Arrays.fill(thousandths, UNKNOWN);
            for (DayRun run : runs) {
                if (run.knows(day)) {
                    known = true;
                    estimated |= run.isEstimated(day);
                    imported |= run.isImported(day);
                    thousandths[run.metric().ordinal()] = run.thousandths(day);
                }
            }
            if (known) {
                consumer.accept(
                        boundaries.firstDay() + day,
                        thousandths,
                        estimated,
                        unfinished && day == boundaries.days() - 1,
                        imported);
            }
        }
    }

    /// A story lives for a day: one that was read in its last hour has nothing more to come.
    private boolean isOpen(long end, long dayEnd) {
        Instant published = counters.publishedAt();
        boolean over = counters.contentType() == ContentType.STORY
                && published != null
                && end >= LocalDays.micros(published) + STORY_LIFE - STORY_ENDING;
        return !over && dayEnd - end > CounterPath.NEAR;
    }

    /// The counters at the standard ages that the post has really reached: only metrics with a reading (or a
    /// publication from zero) before and a reading after. These are totals as the platform showed them,
    /// corrections included. Empty where the time of publication is unknown.
    public List<AtAge> atAges() {
        Instant published = counters.publishedAt();
        Warp axis = warp;
        List<AtAge> ages = new ArrayList<>();
        if (published == null || axis == null) {
            return ages;
        }
        for (StandardAge age : StandardAge.values()) {
            long micros = LocalDays.micros(published) + age.hours() * LocalDays.MICROS_PER_HOUR;
            double place = axis.place(micros);
            MetricValues.Builder values = MetricValues.builder();
            boolean reached = false;
            for (CounterPath path : paths) {
                if (path.start() <= micros && micros <= path.end()) {
                    reached = true;
                    values.put(path.metric(), path.shownAt(micros, place) / THOUSAND);
                }
            }
            if (reached) {
                ages.add(new AtAge(age, values.build()));
            }
        }
        return ages;
    }

    /// How counts grew that posts of different ages are compared by, with corrections undone. Empty where
    /// the time of publication is unknown.
    public Map<Growing, GrowthPath> growth() {
        Instant published = counters.publishedAt();
        Warp axis = warp;
        return published == null || axis == null
                ? Map.of()
                : new GrowthPaths(counters.platform(), paths, axis, LocalDays.micros(published)).of(counters);
    }

    /// The falls that were restatements, in no order, but for those that people might have made: the last like or two
    /// of a post.
    public List<CounterEvent> restatements() {
        return events.isEmpty()
                ? List.of()
                : events.stream()
                        .filter(event -> event.kind() == CounterEvent.Kind.RESTATEMENT)
                        .filter(event -> CounterSeries.isRemarkable(event.before(), event.before() + event.amount()))
                        .toList();
    }

    /// Falls of counters and what became of them, oldest first.
    public List<CounterEvent> events() {
        return events.stream()
                .sorted(Comparator.comparing(CounterEvent::at).thenComparing(CounterEvent::metric))
                .toList();
    }
}
