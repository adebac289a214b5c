package io.tidemark.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tidemark.testing.LedgerFixture;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/// Several connections read as one.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LanesTest {
    private LedgerFixture fixture;
    private Door door;
    private long business;

    @BeforeAll
    void open() {
        fixture = LedgerFixture.create();
        door = new Door(fixture.database());
        business = fixture.business().id();
    }

    @AfterAll
    void close() {
        fixture.close();
    }

    @Test
    void allSeeTheStateOfTheFirst() {
        Lanes lanes = new Lanes(fixture.database(), 3);
        CyclicBarrier atOnce = new CyclicBarrier(3);
        List<Long> seen = new CopyOnWriteArrayList<>();

        long before = door.readBusiness(business, session -> {
            long version = Versions.of(session).data();
            // On another thread, since it would join the transaction on this one.
            CompletableFuture.runAsync(() -> fixture.ledger().rebuild(business)).join();
            lanes.run(session, 9, lane -> {
                await(atOnce);
                seen.add(Versions.of(lane).data());
            });
            return version;
        });

        assertThat(seen).isEqualTo(Collections.nCopies(3, before));
        assertThat(fixture.ledger().versions(business).data()).isGreaterThan(before);
    }

    @Test
    void noneIsTakenThatWouldHaveNothingToDo() {
        Lanes lanes = new Lanes(fixture.database(), 3);

        assertThat(lanesOf(lanes, 1)).hasSize(1);
    }

    @Test
    void whereNoneIsFreeTheFirstWorksAlone() {
        Lanes lanes = new Lanes(fixture.database(), 2);
        CyclicBarrier bothBusy = new CyclicBarrier(2);
        List<Integer> inside = new CopyOnWriteArrayList<>();

        door.readBusiness(business, session -> {
            lanes.run(session, 2, lane -> {
                await(bothBusy);
                if (lane.equals(session)) {
                    inside.add(lanesOf(lanes, 2).size());
                }
                await(bothBusy);
            });
            return lanes;
        });

        assertThat(inside).containsExactly(1);
        assertThat(lanesOf(lanes, 1)).hasSize(1);
    }

    @Test
    void aFailureOfAFurtherOneIsToldAndLeavesNoneBusy() {
        Lanes lanes = new Lanes(fixture.database(), 2);

        assertThatThrownBy(() -> door.readBusiness(business, session -> {
                    lanes.run(session, 2, lane -> {
                        if (!lane.equals(session)) {
                            throw new IllegalStateException("broken");
                        }
                    });
                    return lanes;
                }))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("broken");

        CyclicBarrier both = new CyclicBarrier(2);
        door.readBusiness(business, session -> {
            lanes.run(session, 2, lane -> await(both));
            return lanes;
        });
        assertThat(both.isBroken()).isFalse();
    }

    private Set<Session> lanesOf(Lanes lanes, int useful) {
        return Objects.requireNonNull(door.readBusiness(business, session -> {
            Set<Session> used = Collections.synchronizedSet(Collections.newSetFromMap(new IdentityHashMap<>()));
            lanes.run(session, useful, used::add);
            return used;
        }));
    }

    private static void await(CyclicBarrier barrier) {
        try {
            barrier.await(30, TimeUnit.SECONDS);
        } catch (Exception failure) {
            throw new IllegalStateException(failure);
        }
    }
}
