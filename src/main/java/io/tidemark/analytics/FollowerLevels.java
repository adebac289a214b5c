package io.tidemark.analytics;

import io.tidemark.metric.ContentType;
import io.tidemark.metric.Definitions;
import io.tidemark.metric.Dictionary;
import io.tidemark.metric.Metric;
import io.tidemark.metric.Subject;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// Followers at the ends of periods. A level is the last one read on or before a day; levels add over accounts, never
/// over days, and a difference is taken only over accounts whose level is known at both ends.
final class FollowerLevels {
    static final String SOURCE = "account_snapshot";

    private final IdentityHashMap<Scope, Accounts> byScope = new IdentityHashMap<>();
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

    FollowersAnswer answer(Scope scope) {
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
                new FollowersAnswer.Accounts(
                        reporting, coverage(scope, reporting).expected()));
    }

    /// The same level as a metric, compared with the end of the other period over the accounts known at both.
    MetricAnswer metric(Scope scope) {
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
                Platforms.zones(tally.platforms()),
                null,
                Definitions.of(Metric.FOLLOWERS).id(),
                null);
    }

    /// By how much followers grew, over the accounts whose level is known at both ends.
    RateAnswer growth(Scope scope) {
        Growth here = growth(scope, period);
        Period other = previous;
        Growth before = other == null ? null : growth(scope, other);
        Coverage coverage = coverage(scope, here.accounts);
        Change change = before == null
                ? Change.NONE
                : Change.ofRates(
                        here.rate(),
                        here.opening,
                        coverage,
                        before.rate(),
                        before.opening,
                        coverage(scope, before.accounts));
        Double rate = here.rate();
        return new RateAnswer(
                rate,
                before == null ? null : before.rate(),
                rate,
                rate == null ? null : here.change,
                rate == null ? null : here.opening,
                Definitions.FOLLOWER_GROWTH.id(),
                null,
                null,
                null,
                RateSample.LEVEL,
                "account",
                change.change(),
                change.status(),
                coverage,
                coverage.status(),
                List.of(),
                rate == null ? "No account has a level of followers at both ends of the period." : null);
    }

    private record Growth(double opening, double change, int accounts) {
        @Nullable
        Double rate() {
            return opening > 0 ? Double.valueOf(change / opening) : null;
        }
    }

    private Growth growth(Scope scope, Period days) {
        double opening = 0;
        double change = 0;
        int known = 0;
        for (int account : accounts(scope)) {
            double first = history.before(account, days.firstDay());
            double last = history.at(account, days.endDay() - 1);
            if (!Double.isNaN(first) && !Double.isNaN(last)) {
                opening += first;
                change += last - first;
                known++;
            }
        }
        return new Growth(opening, change, known);
    }

    /// The levels read in a stretch itself: nothing is carried forward into it.
    Tally within(Period stretch, Scope scope) {
        Tally tally = tally(scope, account -> history.within(account, stretch));
        boolean imported = Arrays.stream(accounts(scope))
                .anyMatch(account ->
                        !Double.isNaN(history.within(account, stretch)) && history.isImported(account, stretch));
        return imported ? tally.with(Sums.IMPORTED) : tally;
    }

    /// Whether an account that is read before and after a stretch is not read in it. A sum without its followers would
    /// look like a loss of them, so there is none.
    boolean lacks(Period stretch, Scope scope) {
        return Arrays.stream(accounts(scope)).anyMatch(account -> history.skips(account, stretch));
    }

    private Tally tally(Scope scope, IntToDoubleFunction levelOf) {
        double sum = 0;
        int reporting = 0;
        int platforms = 0;
        for (int account : accounts(scope)) {
            double level = levelOf.applyAsDouble(account);
            if (!Double.isNaN(level)) {
                sum += level;
                reporting++;
                platforms |= Platforms.bit(view.platform(account));
            }
        }
        return new Tally(sum, coverage(scope, reporting), reporting, 0, platforms, 0);
    }

    /// The levels at the ends of both periods over the accounts known at both, and how many are known at the other.
    private record Compared(@Nullable Double here, @Nullable Double there, Coverage coverage) {}

    private Compared compared(Scope scope) {
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

    private Coverage coverage(Scope scope, int reporting) {
        Accounts accounts = accountsOf(scope);
        int expected = Math.max(accounts.expected(), reporting);
        return new Coverage(Coverage.Unit.ACCOUNT, reporting, expected, accounts.all().length);
    }

    /// The accounts of a scope, and how many of them should have levels.
    @SuppressWarnings("ArrayRecordComponent") // For loops over accounts; never compared.
    private record Accounts(int[] all, int expected) {}

    private int[] accounts(Scope scope) {
        return accountsOf(scope).all();
    }

    /// Looked for once: trends ask for every stretch.
    private Accounts accountsOf(Scope scope) {
        return byScope.computeIfAbsent(scope, wanted -> {
            int[] all = IntStream.range(0, view.accountCount())
                    .filter(account -> wanted.has(view, account))
                    .toArray();
            int expected = Math.toIntExact(
                    Arrays.stream(all).filter(this::shouldHaveLevels).count());
            return new Accounts(all, expected);
        });
    }

    private boolean shouldHaveLevels(int account) {
        return Dictionary.expects(view.platform(account), Subject.ACCOUNT, ContentType.UNKNOWN, Metric.FOLLOWERS);
    }

    private static @Nullable Double orNull(double sum, int reporting) {
        return reporting == 0 ? null : Double.valueOf(sum);
    }
}
