package io.tidemark.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.ledger.TimingExperiment.Hour;
import io.tidemark.metric.Platform;
import io.tidemark.testing.LedgerFixture;
import io.tidemark.testing.MutableClock;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class TimingExperimentsTest {
    private MutableClock clock;
    private LedgerFixture fixture;
    private TimingExperiments experiments;
    private long business;

    @BeforeEach
    void open() {
        clock = new MutableClock(LedgerFixture.NOW);
        fixture = LedgerFixture.create(clock);
        experiments = TimingExperiments.of(fixture.database());
        business = fixture.business().id();
        account(5);
        account(6);
    }

    @AfterEach
    void close() {
        fixture.close();
    }

    @Test
    void whatIsStartedIsKeptWhole() {
        TimingExperiment started = experiments.start(business, wanted(5)).orElseThrow();

        assertThat(started)
                .isEqualTo(new TimingExperiment(
                        started.id(),
                        5,
                        "engagement",
                        new Hour(null, 18),
                        new Hour(4, 0),
                        0.25,
                        120,
                        started.id(),
                        ZoneId.of("Asia/Tokyo"),
                        LedgerFixture.NOW,
                        null));
        assertThat(experiments.find(business, started.id())).hasValue(started);
        assertThat(experiments.find(business, started.id() + 1)).isEmpty();
    }

    @Test
    void anAccountRunsOneAtATime() {
        TimingExperiment first = experiments.start(business, wanted(5)).orElseThrow();
        assertThat(experiments.start(business, wanted(5))).isEmpty();
        TimingExperiment other = experiments.start(business, wanted(6)).orElseThrow();

        clock.advance(Duration.ofDays(3));
        TimingExperiment ended = experiments.end(business, first.id()).orElseThrow();
        assertThat(ended.endedAt()).isEqualTo(LedgerFixture.NOW.plus(Duration.ofDays(3)));
        clock.advance(Duration.ofDays(1));
        assertThat(experiments.end(business, first.id())).hasValue(ended);
        assertThat(experiments.end(business, 77)).isEmpty();
        TimingExperiment next = experiments.start(business, wanted(5)).orElseThrow();

        assertThat(experiments.all(business))
                .extracting(TimingExperiment::id)
                .isEqualTo(List.of(next.id(), other.id(), first.id()));
    }

    private static TimingExperiments.Wanted wanted(long account) {
        return new TimingExperiments.Wanted(
                account, "engagement", new Hour(null, 18), new Hour(4, 0), 0.25, 120, ZoneId.of("Asia/Tokyo"));
    }

    private void account(long id) {
        new Door(fixture.database())
                .inBusiness(
                        business,
                        session -> session.statement("""
                insert into account (business_id, account_id, platform, handle, name, owned, created_at)
                values (:business, :id, :platform, 'a', 'A', true, now())
                """)
                                .param("id", id)
                                .param("platform", Platform.X.key())
                                .update());
    }
}
