package io.tidemark.analytics.insight.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.tidemark.analytics.insight.Finding;
import io.tidemark.analytics.insight.Insight;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class CandidateTest {
    private static final Insight UP = Findings.change("impressions", 0.5, 0.2);
    private static final Insight UNDECIDED = Findings.undecided("impressions", 0.5);

    @Test
    void allClaimsCountAlsoThoseThatNobodyWouldMake() {
        List<Finding> alone = List.of(claim(0.04));
        List<Finding> amongOthers = new ArrayList<>(alone);
        for (int i = 0; i < 9; i++) {
            amongOthers.add(new Finding.Claim(0.5, null, null));
        }

        assertThat(Candidate.of(alone).getFirst().said(false)).isEqualTo(UP);
        assertThat(Candidate.of(amongOthers).getFirst().said(true)).isEqualTo(UNDECIDED);
    }

    @Test
    void whatIsNewHasToBeSurerThanWhatWasSaidBefore() {
        Candidate edge = Candidate.of(List.of(claim(0.08))).getFirst();

        assertThat(edge.said(false)).isEqualTo(UNDECIDED);
        assertThat(edge.said(true)).isEqualTo(UP);
    }

    @Test
    void factsAreSaidWhateverElseIsTested() {
        List<Candidate> candidates = Candidate.of(List.of(new Finding.Claim(0.9, null, null), new Finding.Fact(UP)));

        assertThat(candidates.getLast().said(false)).isEqualTo(UP);
    }

    @Test
    void whereThereIsNothingAFeedClaimsSomethingAsSeldomAsStated() {
        Random random = new Random(5);
        int runs = 20_000;
        int claiming = 0;
        for (int run = 0; run < runs; run++) {
            List<Finding> findings = new ArrayList<>();
            int claims = 1 + random.nextInt(30);
            for (int i = 0; i < claims; i++) {
                findings.add(claim(random.nextDouble()));
            }
            claiming += Candidate.of(findings).stream().anyMatch(one -> UP.equals(one.said(true))) ? 1 : 0;
        }

        // Of independent claims it is exactly the rate.
        assertThat((double) claiming / runs).isCloseTo(Candidate.RATE, within(0.01));
    }

    private static Finding claim(double p) {
        return new Finding.Claim(p, UP, UNDECIDED);
    }
}
