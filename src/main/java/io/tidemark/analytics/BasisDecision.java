package io.tidemark.analytics;

import io.tidemark.metric.Dictionary;
import io.tidemark.metric.Kind;
import io.tidemark.metric.Platform;
import io.tidemark.metric.Subject;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;

/// The basis of an answer, and why in words.
record BasisDecision(Basis basis, String reason) {
    private static final double ENOUGH = 0.8;

    /// Activity needs daily facts for four fifths of the account-days in view, not counting accounts on platforms that
    /// give none; a day of an account counts when any of its metrics was reported, levels aside.
    ///
    /// @param accountDays the period's days of the accounts in view
    /// @throws BadQuery where activity is asked for, but facts about accounts cannot be narrowed as asked
    static BasisDecision of(AnalyticsQuery query, Slicing slicing, Slice accountDays, View view) {
        if (query.filters().narrowPosts()) {
            return narrowed(query);
        }
        EnumSet<Platform> without = EnumSet.noneOf(Platform.class);
        view.platforms().stream().filter(platform -> !givesDays(platform)).forEach(without::add);
        Set<Platform> with = EnumSet.complementOf(without);
        int items = accountDays.items(with);
        int covered = slicing.covered(accountDays);
        String share = items == 0
                ? "no account-day in view is over"
                : "daily facts cover %d of %d account-days in view".formatted(covered, items);
        if (items > 0 && !without.isEmpty()) {
            share += "; none come from " + titles(without);
        }
        return switch (query.basis()) {
            case ACTIVITY -> new BasisDecision(Basis.ACTIVITY, "asked for; " + share);
            case PUBLISHED -> new BasisDecision(Basis.PUBLISHED, "asked for; " + share);
            case AUTO ->
                items > 0 && covered >= ENOUGH * items
                        ? new BasisDecision(Basis.ACTIVITY, share)
                        : new BasisDecision(Basis.PUBLISHED, share + ", and activity needs 80 %");
        };
    }

    /// Whether the platform hands out values of days at all, levels aside. One that does not cannot fall short.
    private static boolean givesDays(Platform platform) {
        return Dictionary.provisions(platform, Subject.ACCOUNT_DAY).stream()
                .anyMatch(provision -> provision.metric().kind() != Kind.GAUGE);
    }

    private static String titles(Set<Platform> platforms) {
        return platforms.stream().map(Platform::title).collect(Collectors.joining(" and "));
    }

    private static BasisDecision narrowed(AnalyticsQuery query) {
        String filters = !query.filters().contentTypes().isEmpty()
                ? "content_type"
                : query.filters().boosted().isEmpty() ? LabelTerm.PARAMETER : "boosted";
        if (query.basis() == Basis.Choice.ACTIVITY) {
            throw BadQuery.of(
                    "basis",
                    ("Activity comes from facts about whole accounts, which %s cannot narrow; ask for basis=published or"
                                    + " leave out %s.")
                            .formatted(filters, filters));
        }
        return new BasisDecision(
                Basis.PUBLISHED,
                query.basis() == Basis.Choice.PUBLISHED
                        ? "asked for"
                        : "facts about whole accounts cannot be narrowed by " + filters);
    }
}
