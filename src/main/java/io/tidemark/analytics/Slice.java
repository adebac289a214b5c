package io.tidemark.analytics;

import io.tidemark.frame.GroupSums;
import io.tidemark.frame.Grouping;
import io.tidemark.frame.Rows;
import io.tidemark.metric.Dictionary;
import io.tidemark.metric.Engagement;
import io.tidemark.metric.EngagementTerms;
import io.tidemark.metric.Engagements;
import io.tidemark.metric.Metric;
import io.tidemark.metric.Platform;
import io.tidemark.metric.Subject;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/// The rows of some days, added up per platform and content type: what every block of an answer is folded from.
/// [Slicing] makes them. Sums are made once, when they are first asked for; a slice serves one answer on one thread.
final class Slice {
    private final Rows rows;
    private final Subject subject;
    private final CountedDays days;
    private final Grouping grouping;
    private final Grouping provisional;
    private final int[] items;
    /// The cells that have items; no other cell has rows.
    private final int[] used;
    private final Map<Metric, GroupSums> sums = new EnumMap<>(Metric.class);
    private final Map<Metric, GroupSums> provisionalSums = new EnumMap<>(Metric.class);
    private final Map<Engagement, Column> engagements = new EnumMap<>(Engagement.class);

    /// @param grouping the rows that count, by cell
    /// @param provisional those of them that may still be revised
    /// @param items by cell, what could report
    Slice(Rows rows, Subject subject, CountedDays days, Grouping grouping, Grouping provisional, int[] items) {
        this.rows = rows;
        this.subject = subject;
        this.days = days;
        this.grouping = grouping;
        this.provisional = provisional;
        this.items = items;
        this.used =
                IntStream.range(0, items.length).filter(cell -> items[cell] > 0).toArray();
    }

    Subject subject() {
        return subject;
    }

    Coverage.Unit unit() {
        return subject == Subject.POST ? Coverage.Unit.POST : Coverage.Unit.ACCOUNT_DAY;
    }

    CountedDays days() {
        return days;
    }

    Rows rows() {
        return rows;
    }

    Grouping grouping() {
        return grouping;
    }

    int items(int cell) {
        return items[cell];
    }

    /// All items of some platforms, reporting or not.
    int items(Set<Platform> scope) {
        int sum = 0;
        for (int cell : used) {
            sum += scope.contains(Cells.platform(cell)) ? items[cell] : 0;
        }
        return sum;
    }

    /// A metric added up. Whoever asks decides whether that kind of metric may be.
    Tally tally(Metric metric, Set<Platform> scope) {
        return fold(
                sums.computeIfAbsent(metric, m -> rows.sums(m, grouping)),
                provisionalSums.computeIfAbsent(metric, m -> rows.sums(m, provisional)),
                expects(metric),
                cell -> Dictionary.provides(Cells.platform(cell), subject, Cells.type(cell), metric),
                scope);
    }

    /// A column added up.
    Tally tally(Column column, Set<Platform> scope) {
        return fold(column.sums(), column.provisional(), column::expected, column::expected, scope);
    }

    Column column(Metric metric) {
        return column(rows.column(metric, grouping.first(), grouping.end()), expects(metric));
    }

    /// @param values one for each row of the grouping
    Column column(double[] values, IntPredicate expected) {
        return new Column(values, grouping, provisional, expected);
    }

    /// The engagement of every row.
    Column engagement(Engagement engagement) {
        return engagements.computeIfAbsent(engagement, this::engagementColumn);
    }

    private Column engagementColumn(Engagement engagement) {
        EngagementTerms[] terms = new EngagementTerms[Cells.COUNT];
        for (int cell = 0; cell < terms.length; cell++) {
            terms[cell] = Engagements.terms(engagement, Cells.platform(cell), subject, Cells.type(cell));
        }
        double[] values = new double[grouping.end() - grouping.first()];
        for (int i = 0; i < values.length; i++) {
            int row = grouping.first() + i;
            int cell = grouping.group(row);
            values[i] = cell == Grouping.NONE ? Double.NaN : terms[cell].sumOrNaN(rows, row);
        }
        return column(values, cell -> terms[cell].expected());
    }

    private IntPredicate expects(Metric metric) {
        return cell -> Dictionary.expects(Cells.platform(cell), subject, Cells.type(cell), metric);
    }

    private Tally fold(
            GroupSums values, GroupSums young, IntPredicate expects, IntPredicate provides, Set<Platform> scope) {
        double sum = 0;
        int reporting = 0;
        int expected = 0;
        int able = 0;
        boolean revisable = false;
        Set<Platform> platforms = EnumSet.noneOf(Platform.class);
        for (int cell : used) {
            if (!scope.contains(Cells.platform(cell))) {
                continue;
            }
            int here = values.reporting(cell);
            sum += values.sum(cell);
            reporting += here;
            expected += expects.test(cell) ? items[cell] : here;
            able += provides.test(cell) ? items[cell] : here;
            revisable |= young.reporting(cell) > 0;
            if (here > 0) {
                platforms.add(Cells.platform(cell));
            }
        }
        return new Tally(sum, new Coverage(unit(), reporting, expected, items(scope)), able, revisable, platforms);
    }
}
