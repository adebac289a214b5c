package io.tidemark.collect.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tidemark.frame.Frame;
import io.tidemark.frame.FrameAccount;
import io.tidemark.ledger.Business;
import io.tidemark.ledger.Ledger;
import io.tidemark.ledger.Source;
import io.tidemark.ledger.SourceSpec;
import io.tidemark.ledger.Versions;
import io.tidemark.metric.Metric;
import io.tidemark.metric.Platform;
import io.tidemark.testing.CanonicalDump;
import io.tidemark.testing.LedgerFixture;
import io.tidemark.testing.NoDerivation;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DemoBusinessTest {
    private static final int ACCOUNTS = 10;

    private final DemoBusiness demo = new DemoBusiness();
    private final LedgerFixture fixture = LedgerFixture.create();
    private final Ledger ledger = fixture.ledger();
    private final long number = fixture.business().id() + 1;

    @BeforeAll
    void collect() {
        long begun = System.nanoTime();
        demo.ensure(ledger, fixture.directory(), LedgerFixture.NOW);
        System.out.printf("The demonstration took %.1f s to collect%n", (System.nanoTime() - begun) / 1e9);
    }

    @AfterAll
    void close() {
        fixture.close();
    }

    @Test
    void theBusinessSaysThatItIsADemonstration() {
        Business business = fixture.directory().findBusiness(number).orElseThrow();

        assertThat(business.demo()).isTrue();
        assertThat(business.name()).isEqualTo("Harbour Coffee (demonstration)");
        assertThat(business.zone()).isEqualTo(LedgerFixture.BERLIN);
        assertThat(sources(fixture))
                .hasSize(ACCOUNTS * SyncRun.COUNT)
                .allMatch(source ->
                        source.format().equals("demo") && source.name().contains("demonstration"));
    }

    /// One can look back at what was known after each of its syncs.
    @Test
    void whatWasReadIsRecordedWhenItWasRead() {
        assertThat(sources(fixture)).allMatch(source -> source.recordedAt().equals(source.observedAt()));
        assertThat(sources(fixture))
                .extracting(Source::recordedAt)
                .contains(LedgerFixture.NOW.minus(Duration.ofDays(21)));
    }

    @Test
    void itsFrameHoldsAllAccountsAndWhatIsMissingStaysMissing() {
        Frame frame = ledger.frame(number);

        assertThat(frame.accounts())
                .extracting(FrameAccount::platform)
                .containsExactlyInAnyOrderElementsOf(
                        Profiles.ALL.stream().map(Profile::platform).toList());
        assertThat(frame.posts().size()).isBetween(1_300, 1_900);
        for (int row = 0; row < frame.posts().size(); row++) {
            Platform platform = frame.accounts().get(frame.posts().account(row)).platform();
            if (platform == Platform.BLUESKY || platform == Platform.MASTODON) {
                assertThat(frame.posts().value(row, Metric.IMPRESSIONS)).isNaN();
                assertThat(frame.posts().value(row, Metric.LIKES)).isNotNaN();
            }
            assertThat(frame.posts().value(row, Metric.IMPRESSIONS_PAID)).isNaN();
        }
    }

    /// What trends mark: a day of LinkedIn, and views that YouTube took back.
    @Test
    void someOfItsNumbersAreRestated() {
        Frame frame = ledger.frame(number);

        assertThat(frame.restatements().of(Metric.IMPRESSIONS)).singleElement().satisfies(one -> {
            assertThat(frame.accounts().get(one.account()).platform()).isEqualTo(Platform.LINKEDIN);
            assertThat(one.ofPost()).isFalse();
            assertThat(one.after()).isGreaterThan(one.before());
        });
        assertThat(frame.restatements().of(Metric.VIDEO_VIEWS)).anySatisfy(one -> {
            assertThat(frame.accounts().get(one.account()).platform()).isEqualTo(Platform.YOUTUBE);
            assertThat(one.ofPost()).isTrue();
            assertThat(one.after()).isLessThan(one.before());
        });
    }

    @Test
    void laterItIsThereAndNothingChanges() {
        Versions versions = ledger.versions(number);

        Business again = demo.ensure(ledger, fixture.directory(), LedgerFixture.NOW.plus(Duration.ofDays(3)));

        assertThat(again.id()).isEqualTo(number);
        assertThat(ledger.versions(number)).isEqualTo(versions);
    }

    @Test
    void anInterruptedCollectionIsCompletedAsOfItsBeginning() {
        try (LedgerFixture interrupted = LedgerFixture.create()) {
            Ledger recording = new Ledger(interrupted.database(), new NoDerivation());
            assertThatThrownBy(() -> demo.ensure(
                            recording, interrupted.directory(), LedgerFixture.NOW, new InterruptedAt("sync 3")))
                    .isInstanceOf(Interruption.class);
            assertThat(sources(interrupted)).hasSize(2 * ACCOUNTS);

            demo.ensure(recording, interrupted.directory(), LedgerFixture.NOW.plus(Duration.ofDays(1)));

            assertThat(CanonicalDump.of(interrupted.address(), number).facts())
                    .isEqualTo(CanonicalDump.of(fixture.address(), number).facts());
        }
    }

    private List<Source> sources(LedgerFixture of) {
        return of.ledger().sources(number, SourceSpec.Kind.SYNC);
    }

    private static final class Interruption extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    private record InterruptedAt(String run) implements Consumer<String> {
        @Override
        public void accept(String line) {
            if (line.contains(run)) {
                throw new Interruption();
            }
        }
    }
}
