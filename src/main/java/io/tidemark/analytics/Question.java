package io.tidemark.analytics;

import io.tidemark.words.Said;
import io.tidemark.words.Sentence;
import org.jspecify.annotations.Nullable;

/// A query made concrete against a view: its days, the days compared with, and its basis.
public final class Question {
    private static final Sentence TODAYS_LABELS =
            Sentence.of("labels_of_today", "labels and groups are those of today");

    private final View view;
    private final Slicing slicing;
    private final AnalyticsQuery query;
    private final @Nullable DataExtent extent;
    private final Period period;
    private final @Nullable Period previous;
    private final BasisDecision decision;
    private final @Nullable ComparedDays compared;

    public Question(View view, AnalyticsQuery query) {
        this.view = view;
        this.query = query;
        extent = view.extent();
        period =
                query.period().resolve(view.today(), view.frame().weekStart(), extent == null ? null : extent.period());
        previous = query.comparison()
                .with(period, query.period(), view.frame().weekStart())
                .orElse(null);
        decision = BasisDecision.of(query, view, period);
        slicing = new Slicing(view, period, previous);
        compared = previous == null || decision.basis() != Basis.ACTIVITY
                ? null
                : ComparedDays.of(slicing.sources(), view, period, previous);
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

    /// The numbers of the question's basis. Current values of published posts do not compare: they are of different
    /// ages.
    Sides sides(Parts parts) {
        return sides(parts, slicing);
    }

    /// The same for a part of the view with slices of its own: the days compared stay those of the whole.
    Sides sides(Parts parts, Slicing own) {
        if (decision.basis() == Basis.PUBLISHED) {
            return Sides.alone(own.posts(parts, Stretches.one(period)));
        }
        ActivitySlice whole = own.activity(parts, Stretches.one(period));
        if (compared == null) {
            return Sides.alone(whole);
        }
        boolean all = compared.period().size() == period.days();
        return new Sides(
                whole,
                all ? whole : own.activity(parts, Stretches.one(compared.period())),
                own.activity(parts, Stretches.one(compared.previous())),
                compared.period().size(),
                compared.previous().size());
    }

    /// Labels and groups have no past.
    private Said reason() {
        Filters filters = query.filters();
        boolean neither = filters.labels().isEmpty() && filters.groups().isEmpty();
        return view.frame().asOf() == null || neither
                ? decision.reason()
                : BasisDecision.both(decision.reason(), TODAYS_LABELS.said());
    }

    public PeriodAnswer periodAnswer() {
        return new PeriodAnswer(period.from(), period.to(), view.frame().zone().getId(), decision.basis(), reason());
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
