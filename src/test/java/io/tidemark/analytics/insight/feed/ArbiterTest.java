package io.tidemark.analytics.insight.feed;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.analytics.insight.EvidenceStatus;
import io.tidemark.analytics.insight.Insight;
import io.tidemark.analytics.insight.InsightType;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ArbiterTest {
    private static final List<String> METRICS = List.of("impressions", "reactions", "shares");
    private static final int RUNS = 2000;

    @Test
    void inAnyFeedNoTwoFindingsContradictEachOther() {
        Random random = new Random(11);
        int contradictions = 0;
        for (int run = 0; run < RUNS; run++) {
            List<Arbiter.Said> all = feed(random);
            contradictions += contradictions(all);

            assertThat(contradictions(Arbiter.settle(all))).as("run %d", run).isZero();
        }
        // The feeds that it was tried on are full of them.
        assertThat(contradictions).isGreaterThan(RUNS / 4);
    }

    @Test
    void whatIsLeftDoesNotDependOnTheOrderAndEveryTopicIsKept() {
        Random random = new Random(12);
        for (int run = 0; run < RUNS; run++) {
            List<Arbiter.Said> all = feed(random);
            List<Arbiter.Said> shuffled = new ArrayList<>(all);
            Collections.shuffle(shuffled, random);

            assertThat(Arbiter.settle(shuffled)).containsExactlyInAnyOrderElementsOf(Arbiter.settle(all));
            assertThat(Arbiter.settle(all).stream().map(said -> Topic.of(said.insight())))
                    .containsExactlyInAnyOrderElementsOf(all.stream()
                            .map(said -> Topic.of(said.insight()))
                            .distinct()
                            .toList());
        }
    }

    @Test
    void whatDecidesComesBeforeWhatCannotTell() {
        Insight change = Findings.change("impressions", 0.5, 0.2);
        Insight undecided = Findings.undecided("impressions", -0.2);

        assertThat(winner(said(undecided, 0.001), said(change, 0.04))).isEqualTo(change);
    }

    @Test
    void firmerEvidenceComesBeforeASmallerChance() {
        Insight firm = Findings.change("impressions", 0.5, 0.2);
        Insight provisional =
                Findings.of(InsightType.CHANGE, "impressions", null, -0.5, 0.2, EvidenceStatus.PROVISIONAL);

        assertThat(winner(said(provisional, 0.001), said(firm, 0.04))).isEqualTo(firm);
        Insight surer = Findings.change("impressions", -0.5, 0.2);
        assertThat(winner(said(firm, 0.04), said(surer, 0.01))).isEqualTo(surer);
    }

    private static Insight winner(Arbiter.Said... said) {
        List<Arbiter.Said> settled = Arbiter.settle(List.of(said));
        assertThat(settled).hasSize(1);
        return settled.getFirst().insight();
    }

    /// Two findings contradict each other where they are about the same metric, account and days and one says more
    /// and the other less, or one says something and the other that it cannot be told.
    private static int contradictions(List<Arbiter.Said> all) {
        int found = 0;
        for (int i = 0; i < all.size(); i++) {
            for (int j = i + 1; j < all.size(); j++) {
                Insight one = all.get(i).insight();
                Insight other = all.get(j).insight();
                boolean same = Topic.of(one).equals(Topic.of(other));
                found += same && Nature.stance(one) != Nature.stance(other) ? 1 : 0;
            }
        }
        return found;
    }

    private static List<Arbiter.Said> feed(Random random) {
        List<Arbiter.Said> all = new ArrayList<>();
        InsightType[] types = InsightType.values();
        EvidenceStatus[] statuses = {EvidenceStatus.OK, EvidenceStatus.PROVISIONAL, EvidenceStatus.WEAK};
        int size = random.nextInt(20);
        for (int i = 0; i < size; i++) {
            Insight insight = Findings.of(
                    types[random.nextInt(types.length)],
                    METRICS.get(random.nextInt(METRICS.size())),
                    random.nextBoolean() ? null : (long) random.nextInt(2),
                    random.nextGaussian(),
                    random.nextDouble(),
                    statuses[random.nextInt(statuses.length)]);
            all.add(said(insight, random.nextDouble()));
        }
        return all;
    }

    private static Arbiter.Said said(Insight insight, double p) {
        return new Arbiter.Said(insight, true, p);
    }
}
