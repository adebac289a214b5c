package io.tidemark.collect.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class FaultsTest {
    @Test
    void mildFaultsAreRareAndNeverSpoilAnAnswer() {
        Faults faults = Faults.mild(7, 0.01);
        Map<Faults.Fault, Integer> met = new EnumMap<>(Faults.Fault.class);
        for (int call = 0; call < 10_000; call++) {
            met.merge(faults.next(), 1, Integer::sum);
        }

        assertThat(met).containsOnlyKeys(Faults.Fault.NONE, Faults.Fault.UNAVAILABLE, Faults.Fault.SLOW);
        assertThat(met.get(Faults.Fault.NONE)).isBetween(9_850, 9_950);
    }
}
