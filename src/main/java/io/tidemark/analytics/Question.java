package io.tidemark.analytics;

import org.jspecify.annotations.Nullable;

/// A query made concrete against a view: its days, the days compared with, and its basis.
public final class Question {
    private final View view;
    private final Slicing slicing;
    private final AnalyticsQuery query;
    private final @Nullable DataExtent extent;
    private final Period period;
    private final @Nullable Period previous;
    private final Slice accountDays;
    private final BasisDecision decision;
    private final @Nullable ComparedDays compared;

    public Question(View view, AnalyticsQuery query) {
        this.view = view;
        this.query = query;
        slicing = new Slicing(view);
        extent = view.extent();
        period =
                query.period().resolve(view.today(), view.frame().weekStart(), extent == null ? null : extent.period());
        previous = query.comparison()
                .with(period, query.period(), view.frame().weekStart())
                .orElse(null);
        accountDays = slicing.accountDays(CountedDays.all(period));
        decision = BasisDecision.of(query, slicing, accountDays, view);
        compared = previous == null || decision.basis() != Basis.ACTIVITY
                ? null
                : ComparedDays.of(view, slicing, period, previous);
    }

    Slicing slicing() {
        return slicing;
    }

    public Period period() {
        return period;
    }

    public @Nullable Period previous() {
        return previous;
    }

    public Basis basis() {
        return decision.basis();
    }

    @Nullable
    DataExtent extent() {
        return extent;
    }

    Sides activitySides() {
        if (compared == null) {
            return new Sides(accountDays, null, null);
        }
        boolean whole = compared.period().size() == period.days();
        return new Sides(
                accountDays,
                whole ? accountDays : slicing.accountDays(compared.period()),
                slicing.accountDays(compared.previous()));
    }

    public PeriodAnswer periodAnswer() {
        return new PeriodAnswer(
                period.from(), period.to(), view.frame().zone().getId(), decision.basis(), decision.reason());
    }

    public @Nullable ComparisonAnswer comparisonAnswer() {
        if (previous == null) {
            return null;
        }
        return new ComparisonAnswer(
                previous.from(),
                previous.to(),
                query.comparison().rule(),
                compared == null ? null : compared.settledTo(),
                compared == null ? null : compared.period().size(),
                compared == null ? null : compared.previous().size());
    }
}
