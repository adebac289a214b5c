package io.tidemark.analytics;

import io.tidemark.frame.DayFrame;
import io.tidemark.metric.Dictionary;
import io.tidemark.metric.Kind;
import io.tidemark.metric.Platform;
import io.tidemark.metric.Subject;
import java.util.BitSet;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;

/// The basis of an answer, and why in words.
record BasisDecision(Basis basis, String reason) {
    private static final double ENOUGH = 0.8;

    /// Activity needs daily facts, or readings of posts, for four fifths of the account-days in view. A day of an
    /// account counts when any of its metrics was reported, levels aside. Accounts of which neither can be there,
    /// since there are no readings and the platform gives no facts, cannot fall short.
    ///
    /// Readings of selected posts are not read to say why a basis that was asked for would not have been chosen.
    static BasisDecision of(AnalyticsQuery query, View view, Period period) {
        if (view.narrowsWithinTypes() && query.basis() == Basis.Choice.PUBLISHED) {
            return new BasisDecision(Basis.PUBLISHED, "asked for");
        }
        String share = "no account-day in view is over";
        AccountDays days = AccountDays.of(view, period);
        if (days.items > 0) {
            share = "%s cover %d of %d account-days in view".formatted(days.source(view), days.covered, days.items);
            if (!days.without.isEmpty()) {
                share += "; none come from " + titles(days.without);
            }
        }
        return switch (query.basis()) {
            case ACTIVITY -> new BasisDecision(Basis.ACTIVITY, "asked for; " + share);
            case PUBLISHED -> new BasisDecision(Basis.PUBLISHED, "asked for; " + share);
            case AUTO ->
                days.items > 0 && days.covered >= ENOUGH * days.items
                        ? new BasisDecision(Basis.ACTIVITY, share)
                        : new BasisDecision(Basis.PUBLISHED, share + ", and activity needs 80 %");
        };
    }

    /// @param items account-days that are over, and those not over yet for which something is there
    /// @param byPosts those of the covered that only readings of posts cover
    /// @param without platforms of accounts that do not count
    private record AccountDays(int items, int covered, int byPosts, Set<Platform> without) {
        static AccountDays of(View view, Period period) {
            BitSet[] facts = new BitSet[view.accountCount()];
            BitSet[] all = new BitSet[view.accountCount()];
            for (int account = 0; account < all.length; account++) {
                facts[account] = new BitSet();
                all[account] = new BitSet();
            }
            if (!view.narrowsPosts()) {
                cover(view.days(), period, facts);
            }
            cover(view.activityDays(), period, all);
            int items = 0;
            int covered = 0;
            int byPosts = 0;
            Set<Platform> without = EnumSet.noneOf(Platform.class);
            for (int account = 0; account < all.length; account++) {
                Platform platform = view.platform(account);
                if (!view.has(account)) {
                    continue;
                }
                all[account].or(facts[account]);
                if (all[account].isEmpty() && !canBeCovered(view, account)) {
                    without.add(platform);
                    continue;
                }
                BitSet days = (BitSet) all[account].clone();
                int ended = Math.clamp(view.lastEnded(platform).toEpochDay() + 1 - period.firstDay(), 0, period.days());
                int first = Math.clamp((long) view.firstDay(account) - period.firstDay(), 0, ended);
                days.set(first, ended);
                items += days.cardinality();
                covered += all[account].cardinality();
                byPosts += all[account].cardinality() - facts[account].cardinality();
            }
            return new AccountDays(items, covered, byPosts, without);
        }

        private static void cover(DayFrame rows, Period period, BitSet[] days) {
            int end = rows.firstRowFrom(period.endDay());
            for (int row = rows.firstRowFrom(period.firstDay()); row < end; row++) {
                if (rows.isActive(row)) {
                    days[rows.account(row)].set(rows.day(row) - period.firstDay());
                }
            }
        }

        private static boolean canBeCovered(View view, int account) {
            return (!view.narrowsPosts() && givesDays(view.platform(account))) || view.hasActivity(account);
        }

        String source(View view) {
            if (view.narrowsPosts()) {
                return "readings of posts";
            }
            return byPosts > 0 ? "daily facts or readings of posts" : "daily facts";
        }
    }

    /// Whether the platform hands out values of days at all, levels aside.
    private static boolean givesDays(Platform platform) {
        return Dictionary.provisions(platform, Subject.ACCOUNT_DAY).stream()
                .anyMatch(provision -> provision.metric().kind() != Kind.GAUGE);
    }

    private static String titles(Set<Platform> platforms) {
        return platforms.stream().map(Platform::title).collect(Collectors.joining(" and "));
    }
}
