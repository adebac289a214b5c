package io.tidemark.analytics;

import io.tidemark.frame.DayFrame;
import io.tidemark.metric.Dictionary;
import io.tidemark.metric.Kind;
import io.tidemark.metric.Platform;
import io.tidemark.metric.Subject;
import io.tidemark.words.Said;
import io.tidemark.words.Sentence;
import io.tidemark.words.Value;
import java.util.BitSet;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;

/// The basis of an answer, and why in words.
record BasisDecision(Basis basis, Said reason) {
    private static final double ENOUGH = 0.8;

    private static final Sentence ASKED_FOR = Sentence.of("basis_asked_for", "asked for");
    private static final Sentence NONE_OVER = Sentence.of("basis_no_day_over", "no account-day in view is over");
    private static final Sentence BY_DAYS =
            Sentence.of("basis_by_daily_facts", "daily facts cover {covered} of {all} account-days in view");
    private static final Sentence BY_POSTS =
            Sentence.of("basis_by_readings", "readings of posts cover {covered} of {all} account-days in view");
    private static final Sentence BY_BOTH = Sentence.of(
            "basis_by_facts_or_readings",
            "daily facts or readings of posts cover {covered} of {all} account-days in view");
    private static final Sentence WITHOUT = Sentence.of("basis_without_platforms", "none come from {platforms}");
    private static final Sentence PLATFORM = Sentence.of("one_platform", "{platform}");
    private static final Sentence TOO_FEW = Sentence.of("basis_needs_more", "activity needs {enough}");
    private static final Sentence BOTH = Sentence.of("both_reasons", "{one}; {other}");

    /// Activity needs daily facts, or readings of posts, for four fifths of the account-days in view. A day of an
    /// account counts when any of its metrics was reported, levels aside. Accounts of which neither can be there,
    /// since there are no readings and the platform gives no facts, cannot fall short.
    ///
    /// Readings of selected posts are not read to say why a basis that was asked for would not have been chosen.
    static BasisDecision of(AnalyticsQuery query, View view, Period period) {
        if (view.narrowsWithinTypes() && query.basis() == Basis.Choice.PUBLISHED) {
            return new BasisDecision(Basis.PUBLISHED, ASKED_FOR.said());
        }
        AccountDays days = AccountDays.of(view, period);
        Said share = days.items == 0 ? NONE_OVER.said() : days.share(view);
        return switch (query.basis()) {
            case ACTIVITY -> new BasisDecision(Basis.ACTIVITY, both(ASKED_FOR.said(), share));
            case PUBLISHED -> new BasisDecision(Basis.PUBLISHED, both(ASKED_FOR.said(), share));
            case AUTO ->
                days.items > 0 && days.covered >= ENOUGH * days.items
                        ? new BasisDecision(Basis.ACTIVITY, share)
                        : new BasisDecision(
                                Basis.PUBLISHED, both(share, TOO_FEW.said(Map.of("enough", Value.percent(ENOUGH)))));
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

        Said share(View view) {
            Sentence source = view.narrowsPosts() ? BY_POSTS : byPosts > 0 ? BY_BOTH : BY_DAYS;
            Said share = source.said(Map.of("covered", Value.count(covered), "all", Value.count(items)));
            return without.isEmpty() ? share : both(share, WITHOUT.said(Map.of("platforms", names(without))));
        }
    }

    /// Whether the platform hands out values of days at all, levels aside.
    private static boolean givesDays(Platform platform) {
        return Dictionary.provisions(platform, Subject.ACCOUNT_DAY).stream()
                .anyMatch(provision -> provision.metric().kind() != Kind.GAUGE);
    }

    private static Value names(Set<Platform> platforms) {
        return Value.list(platforms.stream()
                .map(one -> PLATFORM.said(Map.of("platform", Value.platform(one))))
                .toList());
    }

    /// One reason, and another.
    static Said both(Said one, Said other) {
        return BOTH.said(Map.of("one", Value.clause(one), "other", Value.clause(other)));
    }
}
