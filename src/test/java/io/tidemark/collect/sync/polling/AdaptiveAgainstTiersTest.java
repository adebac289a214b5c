package io.tidemark.collect.sync.polling;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/// Three small worlds, each with as many posts as a small business has.
class AdaptiveAgainstTiersTest {
    private record Compared(Simulation.Result tiers, Simulation.Result adaptive) {}

    @Test
    void knowsInHalfTheTimeForAsManyReadings() {
        Compared[] worlds = LongStream.rangeClosed(1, 3)
                .mapToObj(AdaptiveAgainstTiersTest::compare)
                .toArray(Compared[]::new);

        double tiers = 0;
        double adaptive = 0;
        for (Compared world : worlds) {
            assertThat(world.adaptive().perPostDay()).isLessThan(world.tiers().perPostDay() * 1.01);
            assertThat(world.adaptive().slowAccount()).isLessThan(world.tiers().slowAccount() / 2);
            tiers += world.tiers().hours();
            adaptive += world.adaptive().hours();
        }
        assertThat(adaptive).isLessThan(0.55 * tiers);
    }

    private static Compared compare(long seed) {
        SimulatedWorld world = new SimulatedWorld(seed, 250, 9, 20);
        Simulation simulation = new Simulation(3, 5, 1);
        Simulation.Result tiers = simulation.run(
                world, IntervalPolicy.ageTiers(1, SimulatedWorld.HORIZON), Pool.of(new Tariff.PerRead()));
        Simulation.Result adaptive =
                simulation.run(world, new AdaptivePolicy(), Simulation.pool(new Tariff.PerRead(), tiers.perDay()));
        return new Compared(tiers, adaptive);
    }
}
