package io.tidemark.analytics;

/// The basis of an answer, and why in words.
record BasisDecision(Basis basis, String reason) {
    private static final double ENOUGH = 0.8;

    /// Activity needs daily facts for four fifths of the account-days in view; a day of an account counts when any of
    /// its metrics was reported, levels aside.
    ///
    /// @param accountDays the period's days of the accounts in view
    /// @throws BadQuery where activity is asked for, but facts about accounts cannot be narrowed as asked
    static BasisDecision of(AnalyticsQuery query, Slicing slicing, Slice accountDays, View view) {
        if (query.filters().narrowPosts()) {
            return narrowed(query);
        }
        int items = accountDays.items(view.platforms());
        int covered = slicing.covered(accountDays);
        String share = items == 0
                ? "no account-day in view is over"
                : "daily facts cover %d of %d account-days in view".formatted(covered, items);
        return switch (query.basis()) {
            case ACTIVITY -> new BasisDecision(Basis.ACTIVITY, "asked for; " + share);
            case PUBLISHED -> new BasisDecision(Basis.PUBLISHED, "asked for; " + share);
            case AUTO ->
                items > 0 && covered >= ENOUGH * items
                        ? new BasisDecision(Basis.ACTIVITY, share)
                        : new BasisDecision(Basis.PUBLISHED, share + ", and activity needs 80 %");
        };
    }

    private static BasisDecision narrowed(AnalyticsQuery query) {
        String filters = query.filters().contentTypes().isEmpty() ? "boosted" : "content_type";
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
