package io.tidemark.collect.connector.graph;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.collect.connector.CallFailed;
import io.tidemark.collect.connector.Fault;
import io.tidemark.collect.connector.Saying;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RefusedMetricsTest {
    private static final List<String> ASKED = List.of("reach", "shares", "views");

    private static Set<String> refused(String said) {
        CallFailed failed =
                RefusedMetrics.named(new CallFailed(new Fault.MetricRefused(Saying.asItCame(said), Set.of())), ASKED);
        return failed.fault() instanceof Fault.MetricRefused refused ? refused.metrics() : Set.of("something else");
    }

    @Test
    void aListOfThoseThatAreKnownLeavesTheOthers() {
        assertThat(refused("(#100) metric[2] must be one of the following values: likes, reach, shares, saved"))
                .containsExactly("views");
        assertThat(refused("(#100) metric[0] must be one of the following values: views"))
                .containsExactlyInAnyOrder("reach", "shares");
    }

    @Test
    void aMessageMayNameTheBadOne() {
        assertThat(refused("(#100) The Media Insights API does not support the shares metric for this media"))
                .containsExactly("shares");
    }

    @Test
    void aMessageMayCountTheBadOne() {
        assertThat(refused("(#100) metric[1] is not good")).containsExactly("shares");
        assertThat(refused("(#100) metric[7] is not good")).isEmpty();
    }

    @Test
    void aMessageMaySayNothing() {
        assertThat(refused("(#100) The value must be a valid insights metric")).isEmpty();
        assertThat(refused("must be one of the following values: likes, saved")).isEmpty();
    }

    @Test
    void anythingElseStaysAsItIs() {
        CallFailed other = new CallFailed(new Fault.Passing(Saying.asItCame("later")));
        assertThat(RefusedMetrics.named(other, ASKED)).isSameAs(other);
    }

    @Test
    void aLongListIsCutForPeople() {
        String list = "must be one of the following values: reach, shares, " + "something_else, ".repeat(100);
        CallFailed failed =
                RefusedMetrics.named(new CallFailed(new Fault.MetricRefused(Saying.asItCame(list), Set.of())), ASKED);
        assertThat(failed.fault().said().english()).hasSize(201).endsWith("…");
    }
}
