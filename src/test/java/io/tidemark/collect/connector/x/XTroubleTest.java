package io.tidemark.collect.connector.x;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tidemark.collect.connector.CallFailed;
import io.tidemark.collect.connector.Fault;
import io.tidemark.collect.connector.ListedPost;
import io.tidemark.collect.connector.PostRoute;
import io.tidemark.collect.simulator.Faults;
import io.tidemark.collect.simulator.x.XSimulator;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What the connector makes of all that can go wrong, over real HTTP.
class XTroubleTest extends SimulatedX {
    private Fault fault(Runnable call) {
        try {
            call.run();
        } catch (CallFailed failed) {
            return failed.fault();
        }
        throw new AssertionError("the call went through");
    }

    @Test
    void aHiddenAccountIsNotAnEmptyOne() {
        account.hide(true);

        assertThat(fault(() -> listPosts(20))).isInstanceOf(Fault.NotPermitted.class);
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void aLimitEndsWithItsQuarterOfAnHour(boolean formerShape) {
        simulator.refuseInFormerShape(formerShape);
        simulator.limit("GET /2/tweets", 1);
        PostRoute open = x.postRoutes().getFirst();
        Runnable read = () -> x.readPosts(api, tracked, open, List.of(ref("1861000000000000001")), open.metrics());
        read.run();

        assertThat(fault(read))
                .isInstanceOfSatisfying(
                        Fault.RateLimited.class,
                        limited -> assertThat(limited.until()).isEqualTo(NOW.plus(Duration.ofMinutes(15))));
        assertThat(simulator.refusedByLimit()).isOne();
        clock.advance(Duration.ofMinutes(15));
        read.run();
    }

    @Test
    void whatTheOperatorMustMendIsTold() {
        simulator.trouble(XSimulator.Trouble.NOT_ENROLLED);
        assertThat(fault(() -> listPosts(1))).isInstanceOf(Fault.Misconfigured.class);
        simulator.trouble(XSimulator.Trouble.USAGE_CAPPED);
        assertThat(fault(() -> listPosts(1))).isInstanceOf(Fault.QuotaSpent.class);
        simulator.trouble(XSimulator.Trouble.NONE);
        simulator.bill().credit(0);
        assertThat(fault(() -> listPosts(1))).isInstanceOf(Fault.QuotaSpent.class);
    }

    @Test
    void anEndedTokenIsRenewed() {
        clock.advance(Duration.ofHours(2));

        assertThat(fault(() -> listPosts(1))).isInstanceOf(Fault.TokenExpired.class);
    }

    @Test
    void aBrokenAnswerIsNeverTakenForAnEmptyOne() {
        List<ListedPost> whole = listPosts(20);
        simulator.breakBy(Faults.seeded(3, 0.5));
        Set<String> faults = new TreeSet<>();
        for (int i = 0; i < 40; i++) {
            try {
                assertThat(listPosts(20)).isEqualTo(whole);
            } catch (CallFailed failed) {
                faults.add(failed.fault().getClass().getSimpleName());
            }
        }
        assertThat(faults).containsExactly("Passing", "Unreadable");
    }

    @Test
    void wrongIdsSpoilTheirCall() {
        PostRoute open = x.postRoutes().getFirst();

        assertThatThrownBy(() -> x.readPosts(api, tracked, open, List.of(ref("x")), open.metrics()))
                .isInstanceOfSatisfying(
                        CallFailed.class, failed -> assertThat(failed.fault()).isInstanceOf(Fault.BatchRefused.class));
    }
}
