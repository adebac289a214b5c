package io.tidemark.analytics;

import io.tidemark.analytics.activity.PostActivity;
import io.tidemark.metric.ContentType;
import io.tidemark.metric.Metric;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToIntFunction;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/// Adds posts up to summaries per account, content type and period, on both bases: *published* are the current values
/// of the posts published in the period, *activity* is what happened in it on any post.
///
/// The same serves for everything and for a change: a post is taken away as it was and added as it is, and what comes
/// out is by how much the summaries differ. Days are the business's local days; longer periods are sums of days, and on
/// the activity basis count a post once for each day. A unique (reach) adds over posts, never over days, so it has no
/// activity here.
public final class AnalyticsAggregator {
    private static final Metric[] METRICS = Metric.values();
    private static final int THOUSAND = 1_000;

    private final ZoneId zone;
    private final DayOfWeek weekStart;
    private final Map<Line, Days> lines = new HashMap<>();
    private int cells;

    private record Line(long accountId, ContentType contentType, Basis basis) {}

    public AnalyticsAggregator(ZoneId zone, DayOfWeek weekStart) {
        this.zone = zone;
        this.weekStart = weekStart;
    }

    public void add(PostState post) {
        count(post, 1);
    }

    /// Takes a post away.
    public void subtract(PostState post) {
        count(post, -1);
    }

    /// Starts from what posts have already added up to on a day: their activity, to which [#add] adds.
    ///
    /// @param thousandths of a metric that some post reports
    public void startFrom(
            long accountId,
            ContentType type,
            int epochDay,
            int posts,
            int estimated,
            int open,
            int imported,
            ToLongFunction<Metric> thousandths,
            ToIntFunction<Metric> reporting) {
        Summary cell = lines.computeIfAbsent(new Line(accountId, type, Basis.ACTIVITY), Days::new)
                .at(epochDay);
        cell.start(posts, estimated, open, imported);
        for (Metric metric : METRICS) {
            int reports = reporting.applyAsInt(metric);
            if (reports > 0) {
                cell.start(metric, thousandths.applyAsLong(metric), reports);
            }
        }
    }

    /// Adds the days that another has added up, which begins anew.
    public void addDays(AnalyticsAggregator other) {
        for (Summary day : other.drainDays()) {
            Summary.Key key = day.key();
            lines.computeIfAbsent(new Line(key.accountId(), key.contentType(), key.basis()), Days::new)
                    .at(key.start())
                    .add(day);
        }
    }

    /// How many cells are held.
    public int size() {
        return cells;
    }

    /// Hands over all that has changed, days first, then longer periods, and begins anew.
    public List<Summary> drain() {
        List<Summary> changed = drainDays();
        changed.addAll(rollUp(changed, weekStart));
        return changed;
    }

    /// The same without longer periods.
    public List<Summary> drainDays() {
        List<Summary> changed = new ArrayList<>(cells);
        for (Days days : lines.values()) {
            days.collect(changed);
        }
        changed.removeIf(Summary::isNothing);
        lines.clear();
        cells = 0;
        return changed;
    }

    /// Weeks, months, quarters and years of days.
    public static List<Summary> rollUp(Collection<Summary> days, DayOfWeek weekStart) {
        Map<Summary.Key, Summary> periods = new LinkedHashMap<>();
        for (Summary day : days) {
            Summary.Key key = day.key();
            for (SummaryPeriod period : SummaryPeriod.values()) {
                if (period != SummaryPeriod.DAY) {
                    Summary.Key longer = new Summary.Key(
                            key.accountId(),
                            key.contentType(),
                            key.basis(),
                            period,
                            period.start(key.start(), weekStart));
                    periods.computeIfAbsent(longer, Summary::new).add(day);
                }
            }
        }
        periods.values().removeIf(Summary::isNothing);
        return List.copyOf(periods.values());
    }

    private void count(PostState post, int sign) {
        Instant publishedAt = post.publishedAt();
        if (publishedAt != null) {
            countPublished(
                    post, Math.toIntExact(publishedAt.atZone(zone).toLocalDate().toEpochDay()), sign);
        }
        Days days = days(post, Basis.ACTIVITY);
        post.activity().forEachDay((epochDay, thousandths, estimated, open, imported) -> {
            Summary cell = days.at(epochDay);
            cell.countPost(sign, estimated, open, imported);
            for (int metric = 0; metric < METRICS.length; metric++) {
                if (thousandths[metric] != PostActivity.UNKNOWN) {
                    cell.add(metric, sign, thousandths[metric]);
                }
            }
        });
    }

    private void countPublished(PostState post, int day, int sign) {
        Summary cell = days(post, Basis.PUBLISHED).at(day);
        cell.countPost(sign, false, false, false);
        for (Metric metric : METRICS) {
            double value = post.values().orNaN(metric);
            if (!Double.isNaN(value)) {
                cell.add(metric.ordinal(), sign, Math.round(value * THOUSAND));
            }
        }
    }

    private Days days(PostState post, Basis basis) {
        return lines.computeIfAbsent(new Line(post.accountId(), post.contentType(), basis), Days::new);
    }

    /// The days of one line, found by their number without hashing: posts have many.
    private final class Days {
        private final Line line;
        private @Nullable Summary[] summaries = new Summary[0];
        private int first;

        Days(Line line) {
            this.line = line;
        }

        Summary at(int epochDay) {
            int index = epochDay - first;
            if (index < 0 || index >= summaries.length) {
                cover(epochDay);
                index = epochDay - first;
            }
            Summary summary = summaries[index];
            if (summary == null) {
                summary = new Summary(new Summary.Key(
                        line.accountId(), line.contentType(), line.basis(), SummaryPeriod.DAY, epochDay));
                summaries[index] = summary;
                cells++;
            }
            return summary;
        }

        private void cover(int epochDay) {
            if (summaries.length == 0) {
                summaries = new Summary[64];
                first = epochDay - 32;
                return;
            }
            int from = Math.min(first, epochDay - summaries.length / 2);
            int to = Math.max(first + summaries.length, epochDay + summaries.length / 2);
            @Nullable Summary[] wider = new Summary[to - from];
            System.arraycopy(summaries, 0, wider, first - from, summaries.length);
            summaries = wider;
            first = from;
        }

        void collect(List<Summary> into) {
            Arrays.stream(summaries).forEach(summary -> {
                if (summary != null) {
                    into.add(summary);
                }
            });
        }
    }
}
