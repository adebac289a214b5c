package io.tidemark.analytics;

import io.tidemark.metric.ContentType;
import io.tidemark.metric.Dictionary;
import io.tidemark.metric.Metric;
import io.tidemark.metric.Platform;
import io.tidemark.metric.Subject;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// Followers at the ends of periods. A level is the last one read on or before a day; levels add over accounts, never
/// over days, and a difference is taken only over accounts whose level is known at both ends.
final class FollowerLevels {
    static final String SOURCE = "account_snapshot";

    private final View view;
    private final FollowerHistory history;
    private final Period period;
    private final @Nullable Period previous;

    FollowerLevels(View view, FollowerHistory history, Period period, @Nullable Period previous) {
        this.view = view;
        this.history = history;
        this.period = period;
        this.previous = previous;
    }

    FollowersAnswer answer(Set<Platform> scope) {
        int end = period.endDay() - 1;
        double level = 0;
        double change = 0;
        int reporting = 0;
        int bothEnds = 0;
        int newest = Integer.MIN_VALUE;
        for (int account : accounts(scope)) {
            double closing = history.at(account, end);
            if (Double.isNaN(closing)) {
                continue;
            }
            level += closing;
            reporting++;
            newest = Math.max(newest, history.dayRead(account, end));
            double opening = history.before(account, period.firstDay());
            if (!Double.isNaN(opening)) {
                change += closing - opening;
                bothEnds++;
            }
        }
        return new FollowersAnswer(
                orNull(level, reporting),
                reporting == 0 ? null : LocalDate.ofEpochDay(newest),
                orNull(change, bothEnds),
                new FollowersAnswer.Accounts(reporting, expected(scope, reporting)));
    }

    /// The same level as a metric, compared with the end of the other period over the accounts known at both.
    MetricAnswer metric(Set<Platform> scope) {
        int end = period.endDay() - 1;
        Tally tally = tally(scope, account -> history.at(account, end));
        Coverage coverage = tally.coverage();
        Compared compared = compared(scope);
        Change change = Change.of(compared.here(), coverage, compared.there(), compared.coverage());
        return new MetricAnswer(
                tally.value(),
                compared.there(),
                compared.here(),
                change.change(),
                change.ratio(),
                change.status(),
                coverage,
                coverage.status(),
                false,
                false,
                coverage.reporting() == 0 ? List.of() : List.of(SOURCE),
                MetricAnswers.zones(tally.platforms()),
                null,
                null);
    }

    /// The levels read in a stretch itself: nothing is carried forward into it.
    Tally within(Period stretch, Set<Platform> scope) {
        return tally(scope, account -> history.within(account, stretch));
    }

    private Tally tally(Set<Platform> scope, IntToDoubleFunction levelOf) {
        double sum = 0;
        int reporting = 0;
        Set<Platform> platforms = EnumSet.noneOf(Platform.class);
        for (int account : accounts(scope)) {
            double level = levelOf.applyAsDouble(account);
            if (!Double.isNaN(level)) {
                sum += level;
                reporting++;
                platforms.add(view.platform(account));
            }
        }
        return new Tally(sum, coverage(scope, reporting), reporting, false, platforms);
    }

    /// The levels at the ends of both periods over the accounts known at both, and how many are known at the other.
    private record Compared(@Nullable Double here, @Nullable Double there, Coverage coverage) {}

    private Compared compared(Set<Platform> scope) {
        Period other = previous;
        if (other == null) {
            return new Compared(null, null, coverage(scope, 0));
        }
        double here = 0;
        double there = 0;
        int known = 0;
        int both = 0;
        for (int account : accounts(scope)) {
            double closing = history.at(account, period.endDay() - 1);
            double before = history.at(account, other.endDay() - 1);
            known += Double.isNaN(before) ? 0 : 1;
            if (!Double.isNaN(closing) && !Double.isNaN(before)) {
                here += closing;
                there += before;
                both++;
            }
        }
        return new Compared(orNull(here, both), orNull(there, both), coverage(scope, known));
    }

    private Coverage coverage(Set<Platform> scope, int reporting) {
        return new Coverage(Coverage.Unit.ACCOUNT, reporting, expected(scope, reporting), accounts(scope).length);
    }

    private int expected(Set<Platform> scope, int reporting) {
        int expected = 0;
        for (int account : accounts(scope)) {
            boolean expects =
                    Dictionary.expects(view.platform(account), Subject.ACCOUNT, ContentType.UNKNOWN, Metric.FOLLOWERS);
            expected += expects ? 1 : 0;
        }
        return Math.max(expected, reporting);
    }

    private int[] accounts(Set<Platform> scope) {
        return IntStream.range(0, view.accountCount())
                .filter(account -> view.has(account) && scope.contains(view.platform(account)))
                .toArray();
    }

    private static @Nullable Double orNull(double sum, int reporting) {
        return reporting == 0 ? null : Double.valueOf(sum);
    }
}
