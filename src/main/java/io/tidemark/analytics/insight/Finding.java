package io.tidemark.analytics.insight;

import org.jspecify.annotations.Nullable;

/// What a method found, before all methods' findings are looked at together.
public sealed interface Finding {
    /// What is so whatever chance does: a record, a gap, a reservation.
    record Fact(Insight insight) implements Finding {}

    /// What chance alone could have made. Among many such statements some hold by chance, so whether this one may be
    /// made is not for its own method to say. Every statement that was tested is handed on, also those that fall.
    ///
    /// @param p the chance of so much where there is nothing, as a two-sided test gives it. Of a posterior: twice
    ///     the chance that the sign is wrong. Of the surest of several statements: that of any of them
    /// @param stands what is said if it may be said; null where it is too small to be told
    /// @param falls what is said otherwise; null for nothing
    record Claim(
            double p, @Nullable Insight stands, @Nullable Insight falls) implements Finding {
        public Claim {
            if (!(p >= 0 && p <= 1)) {
                throw new IllegalArgumentException("A chance lies between 0 and 1: " + p);
            }
        }
    }
}
