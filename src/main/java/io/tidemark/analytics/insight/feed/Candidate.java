package io.tidemark.analytics.insight.feed;

import io.tidemark.analytics.insight.Finding;
import io.tidemark.analytics.insight.Insight;
import io.tidemark.analytics.statistics.FalseDiscovery;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A finding after all claims were looked at together.
///
/// @param stands what is said where it may be said
/// @param falls what is said otherwise
/// @param claim whether chance alone could have made it
/// @param p the chance of so much where there is nothing; 0 for what is so whatever chance does
/// @param opens whether the claims are sure enough together for it to be made anew
/// @param holds whether they are for one that was made before
record Candidate(
        @Nullable Insight stands, @Nullable Insight falls, boolean claim, double p, boolean opens, boolean holds) {
    /// Of all claims that a feed makes, no more than this share is expected to be wrong.
    static final double RATE = 0.10;

    /// What is new has to be surer, so that a claim on the edge does not come and go.
    private static final double OPENING_RATE = 0.05;

    /// Benjamini and Hochberg (1995) over the claims of all methods.
    static List<Candidate> of(List<Finding> findings) {
        double[] p = findings.stream()
                .filter(Finding.Claim.class::isInstance)
                .mapToDouble(finding -> ((Finding.Claim) finding).p())
                .toArray();
        boolean[] opens = FalseDiscovery.benjaminiHochberg(p, OPENING_RATE);
        boolean[] holds = FalseDiscovery.benjaminiHochberg(p, RATE);
        List<Candidate> candidates = new ArrayList<>();
        int next = 0;
        for (Finding finding : findings) {
            switch (finding) {
                case Finding.Fact(Insight insight) ->
                    candidates.add(new Candidate(insight, null, false, 0, true, true));
                case Finding.Claim claim -> {
                    candidates.add(
                            new Candidate(claim.stands(), claim.falls(), true, claim.p(), opens[next], holds[next]));
                    next++;
                }
            }
        }
        return candidates;
    }

    /// What is said, null for nothing.
    @Nullable
    Insight said(boolean before) {
        return stands != null && (before ? holds : opens) ? stands : falls;
    }
}
