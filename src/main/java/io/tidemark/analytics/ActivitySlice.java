package io.tidemark.analytics;

import io.tidemark.frame.Column;
import io.tidemark.frame.DayFrame;
import io.tidemark.frame.DayFrame.Run;
import io.tidemark.frame.Measure;
import io.tidemark.metric.Metric;
import io.tidemark.metric.Platform;
import io.tidemark.metric.Subject;
import java.util.Arrays;
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
        final byte[] flags;
        /// By stretch, then account.
        final int[] items;

        Side(byte source) {
            this.source = source;
            rows = sources.rows(source);
            first = rows.firstRowFrom(stretches().period().firstDay());
            groups = new int[rows.firstRowFrom(stretches().period().endDay()) - first];
            Arrays.fill(groups, Parts.NONE);
            flags = new byte[groups.length];
            items = new int[stretches().count() * view.accountCount()];
            countEnded();
            for (int account = 0; account < view.accountCount(); account++) {
                if (parts().ofAccount(account) != Parts.NONE) {
                    place(account);
                }
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

        private void place(int account) {
            int part = parts().ofAccount(account);
            int lastEnded = lastEnded(account);
            int firstDay = view.firstDay(account);
            Run run = run(account);
            for (int place = run.from(); place < run.end(); place++) {
                int row = run.rows()[place];
                int day = rows.day(row);
                int stretch = stretches().of(day);
                if (stretch == Stretches.NONE) {
                    continue;
                }
                groups[row - first] = stretch * parts().count() + part;
                flags[row - first] = flags(row);
                boolean isCounted = day >= firstDay && day <= lastEnded;
                if (!isCounted && rows.isActive(row)) {
                    items[stretch * view.accountCount() + account]++;
                }
            }
        }

        private byte flags(int row) {
            int flags = source == ActivitySources.FACTS ? Sums.FACTS : Sums.POSTS;
            flags |= settlement.isProvisional(rows, row, source) ? Sums.PROVISIONAL : 0;
            flags |= rows.isEstimated(row) ? Sums.ESTIMATED : 0;
            flags |= rows.isImported(row) ? Sums.IMPORTED : 0;
            return (byte) flags;
        }

        /// The rows of an account in the period.
        Run run(int account) {
            return rows.run(
                    account,
                    stretches().period().firstDay(),
                    stretches().period().endDay());
        }

        int group(int row) {
            return groups[row - first];
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
        for (int account = 0; account < choice.length; account++) {
            if (parts().ofAccount(account) != Parts.NONE) {
                boolean expected = sources.expects(account, measure, choice[account]);
                boolean provided = sources.provides(account, measure, choice[account]);
                addItems(account, side(choice[account]), expected, provided, sums);
                add(account, side(choice[account]), measure, expected, provided, sums);
            }
        }
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

    private void add(int account, Side side, Measure measure, boolean expected, boolean provided, Sums sums) {
        Column column = side.rows.column(measure);
        if (column == null || !side.rows.reports(account, measure)) {
            return;
        }
        Run run = side.run(account);
        int[] rows = run.rows();
        int platform = Platforms.bit(view.platform(account));
        int place = run.from();
        while (place < run.end()) {
            int group = side.group(rows[place]);
            double sum = 0;
            int reporting = 0;
            int flags = 0;
            for (; place < run.end() && side.group(rows[place]) == group; place++) {
                double value = column.value(rows[place]);
                if (!Double.isNaN(value)) {
                    sum += value;
                    reporting++;
                    flags |= side.flags[rows[place] - side.first];
                }
            }
            if (group != Parts.NONE && reporting > 0) {
                sums.sum()[group] += sum;
                sums.reporting()[group] += reporting;
                sums.marks()[group] |= Sums.mark(platform, flags);
                sums.expected()[group] += expected ? 0 : reporting;
                sums.able()[group] += provided ? 0 : reporting;
            }
        }
    }

    @Override
    RateSamples samples(Measure numerator, Map<Platform, Measure> denominators, FollowerHistory followers) {
        return new DaySamples(this, numerator, denominators, followers);
    }
}
