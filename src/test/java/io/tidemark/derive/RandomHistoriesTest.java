package io.tidemark.derive;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.derive.RandomHistory.Step;
import io.tidemark.ledger.Business;
import io.tidemark.ledger.Ledger;
import io.tidemark.testing.CanonicalDump;
import io.tidemark.testing.LedgerFixture;
import io.tidemark.testing.MutableClock;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.DayOfWeek;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/// Whatever happened to a business, and in whatever order: what is derived step by step is what is derived from
/// nothing.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RandomHistoriesTest {
    private static final int STEPS = 6;

    private final MutableClock clock = new MutableClock(RandomHistory.at(0));
    private final LedgerFixture fixture = LedgerFixture.create(clock);
    private final Ledger ledger = fixture.ledger();
    private final Connection dumps = CanonicalDump.connect(fixture.address());

    RandomHistoriesTest() throws SQLException {}

    @AfterAll
    void close() throws SQLException {
        dumps.close();
        fixture.close();
    }

    @Test
    void incrementalAndRebuiltStateAreIdenticalForFortyHistories() {
        run(1, 40);
    }

    @Test
    @Tag("thorough")
    void incrementalAndRebuiltStateAreIdenticalForThousandsOfHistories() {
        run(41, 4_000);
    }

    private void run(long firstSeed, int count) {
        for (long seed = firstSeed; seed < firstSeed + count; seed++) {
            List<Step> steps = new RandomHistory(seed).steps(STEPS);
            Business business = business("r" + seed);
            Played played = play(steps, business);

            CanonicalDump incremental = CanonicalDump.of(dumps, business.id());
            ledger.rebuild(business.id());
            CanonicalDump rebuilt = CanonicalDump.of(dumps, business.id());

            assertThat(rebuilt.derived()).as("seed %d, rebuilt", seed).isEqualTo(incremental.derived());
            // Names that a source was the first to give, and gave together, stay together when it is taken back.
            if (seed % 5 == 0 && !played.undidJoin()) {
                assertThat(shuffled(seed, played))
                        .as("seed %d, in another order", seed)
                        .isEqualTo(incremental);
            }
        }
    }

    /// What is left of a history: what counts, and how days are cut.
    ///
    /// @param undidJoin whether a source was taken back that gave two names of a post together
    private record Played(List<Step.Append> counting, ZoneId zone, DayOfWeek weekStart, boolean undidJoin) {}

    private Played play(List<Step> steps, Business business) {
        Map<Step, Long> sources = new HashMap<>();
        boolean undidJoin = false;
        ZoneId zone = business.zone();
        DayOfWeek weekStart = business.weekStart();
        for (Step step : steps) {
            switch (step) {
                case Step.Append append -> sources.put(append, append.to(ledger, business.id()));
                case Step.Undo undo -> {
                    Long source = sources.remove(steps.get(undo.step()));
                    if (source != null) {
                        assertThat(ledger.undo(business.id(), source)).isTrue();
                        undidJoin |= steps.get(undo.step()) instanceof Step.Append append && append.joinsPosts();
                    }
                }
                case Step.Recut recut -> {
                    zone = recut.zone();
                    weekStart = recut.weekStart();
                    ledger.recut(business.id(), zone, weekStart);
                }
            }
        }
        List<Step.Append> counting = new ArrayList<>();
        for (Step step : steps) {
            if (step instanceof Step.Append append && sources.containsKey(append)) {
                counting.add(append);
            }
        }
        return new Played(counting, zone, weekStart, undidJoin);
    }

    /// The same sources, in another order and without those that were taken back.
    private CanonicalDump shuffled(long seed, Played played) {
        List<Step.Append> order = new ArrayList<>(played.counting());
        Collections.shuffle(order, new Random(seed));
        Business business = business("s" + seed);
        ledger.recut(business.id(), played.zone(), played.weekStart());
        order.forEach(append -> append.to(ledger, business.id()));
        return CanonicalDump.of(dumps, business.id());
    }

    private Business business(String name) {
        return fixture.directory().createBusiness(name, LedgerFixture.BERLIN, DayOfWeek.MONDAY, false);
    }
}
