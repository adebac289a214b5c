package io.tidemark.analytics;

import io.tidemark.frame.Column;
import io.tidemark.frame.DayFrame;
import io.tidemark.frame.Measure;
import io.tidemark.metric.Metric;
import io.tidemark.metric.Platform;
import io.tidemark.metric.Subject;
import java.util.Map;

/// What happened on days, from whatever [ActivitySources] says. Items are the days of each account that are over, from
/// the first on which there was a post in view where only some are, and other days for which something is there all the
/// same.
final class ActivitySlice extends Slice {
    private final View view;
    private final ActivitySources sources;
    private final Settlement settlement;
    /// Those of the posts where facts are no matter.
    private final Side facts;
    private final Side posts;

    ActivitySlice(View view, Parts parts, Stretches stretches, ActivitySources sources) {
        super(parts, stretches);
        this.view = view;
        this.sources = sources;
        settlement = new Settlement(view);
        posts = new Side(ActivitySources.POSTS);
        facts = sources.arePosts() ? posts : new Side(ActivitySources.FACTS);
    }

    /// One source's rows of the days, with the group and the flags of each.
    final class Side {
        final byte source;
        final DayFrame rows;
        final int first;
        final int[] groups;
        final int[] accounts;
        final byte[] flags;
        /// By stretch, then account.
        final int[] items;

        Side(byte source) {
            this.source = source;
            rows = sources.rows(source);
            first = rows.firstRowFrom(stretches().period().firstDay());
            groups = new int[rows.firstRowFrom(stretches().period().endDay()) - first];
            accounts = new int[groups.length];
            flags = new byte[groups.length];
            items = new int[stretches().count() * view.accountCount()];
            countEnded();
            for (int i = 0; i < groups.length; i++) {
                place(i);
            }
        }

        private void countEnded() {
            for (int account = 0; account < view.accountCount(); account++) {
                if (parts().ofAccount(account) != Parts.NONE) {
                    int[] ended = stretches().days(view.firstDay(account), lastEnded(account));
                    for (int stretch = 0; stretch < ended.length; stretch++) {
                        items[stretch * view.accountCount() + account] = ended[stretch];
                    }
                }
            }
        }

        private int lastEnded(int account) {
            return source == ActivitySources.FACTS
                    ? Math.toIntExact(view.lastEnded(view.platform(account)).toEpochDay())
                    : Math.toIntExact(view.today().toEpochDay()) - 1;
        }

        private void place(int i) {
            int row = first + i;
            int account = rows.account(row);
            accounts[i] = account;
            int stretch = stretches().of(rows.day(row));
            int part = parts().ofAccount(account);
            if (stretch == Stretches.NONE || part == Parts.NONE) {
                groups[i] = Parts.NONE;
                return;
            }
            groups[i] = stretch * parts().count() + part;
            flags[i] = source == ActivitySources.FACTS ? Sums.FACTS : Sums.POSTS;
            if (settlement.isProvisional(rows, row, source)) {
                flags[i] |= Sums.PROVISIONAL;
            }
            if (rows.isEstimated(row)) {
                flags[i] |= Sums.ESTIMATED;
            }
            boolean isCounted = rows.day(row) >= view.firstDay(account) && rows.day(row) <= lastEnded(account);
            if (!isCounted && Slicing.hasActivity(rows, row)) {
                items[stretch * view.accountCount() + account]++;
            }
        }

        int items(int stretch, int account) {
            return items[stretch * view.accountCount() + account];
        }
    }

    @Override
    Subject subject() {
        return Subject.ACCOUNT_DAY;
    }

    @Override
    Coverage.Unit unit() {
        return Coverage.Unit.ACCOUNT_DAY;
    }

    ActivitySources sources() {
        return sources;
    }

    View view() {
        return view;
    }

    Side side(byte source) {
        return source == ActivitySources.FACTS ? facts : posts;
    }

    @Override
    boolean provides(Platform platform, Measure measure) {
        return measure.metric() == Metric.FOLLOWERS
                ? Rates.providesFollowers(platform)
                : sources.provides(platform, measure);
    }

    @Override
    int items(Platform platform) {
        int sum = 0;
        for (int account = 0; account < view.accountCount(); account++) {
            if (view.has(account) && view.platform(account) == platform) {
                for (int stretch = 0; stretch < stretches().count(); stretch++) {
                    sum += facts.items(stretch, account);
                }
            }
        }
        return sum;
    }

    @Override
    int items(int stretch, Scope scope) {
        int sum = 0;
        for (int account = 0; account < view.accountCount(); account++) {
            sum += scope.has(view, account) ? facts.items(stretch, account) : 0;
        }
        return sum;
    }

    @Override
    Sums add(Measure measure) {
        byte[] choice = sources.of(measure);
        Sums sums = Sums.zero(groups(), new int[groups()]);
        boolean[] expected = new boolean[choice.length];
        boolean[] provided = new boolean[choice.length];
        for (int account = 0; account < choice.length; account++) {
            if (parts().ofAccount(account) != Parts.NONE) {
                expected[account] = sources.expects(account, measure, choice[account]);
                provided[account] = sources.provides(account, measure, choice[account]);
                addItems(account, side(choice[account]), expected[account], provided[account], sums);
            }
        }
        if (!sources.arePosts()) {
            add(facts, measure, choice, expected, provided, sums);
        }
        add(posts, measure, choice, expected, provided, sums);
        return sums;
    }

    private void addItems(int account, Side side, boolean expected, boolean provided, Sums sums) {
        int part = parts().ofAccount(account);
        for (int stretch = 0; stretch < stretches().count(); stretch++) {
            int group = stretch * parts().count() + part;
            int items = side.items(stretch, account);
            sums.items()[group] += items;
            sums.expected()[group] += expected ? items : 0;
            sums.able()[group] += provided ? items : 0;
        }
    }

    private void add(Side side, Measure measure, byte[] choice, boolean[] expected, boolean[] provided, Sums sums) {
        Column column = side.rows.column(measure);
        if (column == null) {
            return;
        }
        int[] groups = side.groups;
        int[] accounts = side.accounts;
        double[] sum = sums.sum();
        int[] reporting = sums.reporting();
        int[] marks = sums.marks();
        for (int i = 0; i < groups.length; i++) {
            int group = groups[i];
            int account = accounts[i];
            if (group == Parts.NONE || choice[account] != side.source) {
                continue;
            }
            double value = column.value(side.first + i);
            if (!Double.isNaN(value)) {
                sum[group] += value;
                reporting[group]++;
                marks[group] |= Sums.mark(Platforms.bit(view.platform(account)), side.flags[i]);
                sums.expected()[group] += expected[account] ? 0 : 1;
                sums.able()[group] += provided[account] ? 0 : 1;
            }
        }
    }

    @Override
    RateSamples samples(Measure numerator, Map<Platform, Measure> denominators, FollowerHistory followers) {
        return new DaySamples(this, numerator, denominators, followers);
    }
}
