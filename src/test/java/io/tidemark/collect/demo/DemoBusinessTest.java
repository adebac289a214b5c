package io.tidemark.collect.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tidemark.frame.Frame;
import io.tidemark.frame.FrameAccount;
import io.tidemark.ledger.Business;
import io.tidemark.ledger.Source;
import io.tidemark.ledger.SourceSpec;
import io.tidemark.ledger.Versions;
import io.tidemark.metric.Metric;
import io.tidemark.metric.Platform;
import io.tidemark.testing.CanonicalDump;
import io.tidemark.testing.LedgerFixture;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class DemoBusinessTest {
    private static final int SOURCES = 8 * SyncRun.COUNT;

    private final DemoBusiness demo = new DemoBusiness();
    private LedgerFixture fixture;

    @BeforeEach
    void open() {
        fixture = LedgerFixture.create();
    }

    @AfterEach
    void close() {
        fixture.close();
    }

    @Test
    void theBusinessIsCollectedOnceAndLabelled() {
        long begun = System.nanoTime();
        Business business = demo.ensure(fixture.ledger(), fixture.directory(), LedgerFixture.NOW);
        System.out.printf("The demonstration took %.1f s to collect%n", (System.nanoTime() - begun) / 1e9);

        assertThat(business.id()).isEqualTo(fixture.business().id() + 1);
        assertThat(business.demo()).isTrue();
        assertThat(business.name()).isEqualTo("Harbour Coffee (demonstration)");
        assertThat(business.zone()).isEqualTo(LedgerFixture.BERLIN);
        assertThat(sources(business))
                .hasSize(SOURCES)
                .allMatch(source -> source.format().equals("demo"));
        assertFrame(fixture.ledger().frame(business.id()));

        Versions versions = fixture.ledger().versions(business.id());
        Business again = demo.ensure(fixture.ledger(), fixture.directory(), LedgerFixture.NOW.plus(Duration.ofDays(3)));

        assertThat(again).isEqualTo(business);
        assertThat(fixture.ledger().versions(business.id())).isEqualTo(versions);
    }

    @Test
    void anInterruptedCollectionIsCompletedAsOfItsBeginning() {
        demo.ensure(fixture.ledger(), fixture.directory(), LedgerFixture.NOW);
        CanonicalDump whole = dump(fixture);

        try (LedgerFixture interrupted = LedgerFixture.create()) {
            assertThatThrownBy(() -> demo.ensure(
                            interrupted.ledger(), interrupted.directory(), LedgerFixture.NOW, new FailAtSync("3 of 5")))
                    .isInstanceOf(Interruption.class);
            assertThat(sources(interrupted)).hasSize(16);

            demo.ensure(interrupted.ledger(), interrupted.directory(), LedgerFixture.NOW.plus(Duration.ofDays(1)));

            assertThat(sources(interrupted)).hasSize(SOURCES);
            assertThat(dump(interrupted)).isEqualTo(whole);
        }
    }

    private static void assertFrame(Frame frame) {
        assertThat(frame.accounts())
                .extracting(FrameAccount::platform)
                .containsExactlyInAnyOrderElementsOf(
                        Profiles.ALL.stream().map(Profile::platform).toList());
        assertThat(frame.posts().size()).isBetween(1_000, 1_500);
        for (int row = 0; row < frame.posts().size(); row++) {
            Platform platform = frame.accounts().get(frame.posts().account(row)).platform();
            if (platform == Platform.BLUESKY || platform == Platform.MASTODON) {
                assertThat(frame.posts().value(row, Metric.IMPRESSIONS)).isNaN();
                assertThat(frame.posts().value(row, Metric.LIKES)).isNotNaN();
            }
            assertThat(frame.posts().value(row, Metric.IMPRESSIONS_PAID)).isNaN();
        }
    }

    private List<Source> sources(Business business) {
        return fixture.ledger().sources(business.id(), SourceSpec.Kind.SYNC);
    }

    private static List<Source> sources(LedgerFixture of) {
        return of.ledger().sources(business(of).id(), SourceSpec.Kind.SYNC);
    }

    private static Business business(LedgerFixture of) {
        return of.directory().findBusiness(DemoBusiness.NAME).orElseThrow();
    }

    private static CanonicalDump dump(LedgerFixture of) {
        return CanonicalDump.of(of.address(), business(of).id());
    }

    private static final class Interruption extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    private record FailAtSync(String run) implements Consumer<String> {
        @Override
        public void accept(String line) {
            if (line.contains(run)) {
                throw new Interruption();
            }
        }
    }
}
