package io.tidemark.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.metric.Metric;
import io.tidemark.metric.MetricValues;
import io.tidemark.metric.Platform;
import io.tidemark.testing.LedgerFixture;
import java.time.Clock;
import java.time.DayOfWeek;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

class HintsTest {
    private static final long ANYTHING = -1;

    private final LedgerFixture fixture = LedgerFixture.create();
    private final BlockingQueue<Long> heard = new LinkedBlockingQueue<>();
    private Database elsewhere;
    private Hints hints;

    @BeforeEach
    void listen() throws InterruptedException {
        elsewhere = Database.open(fixture.address(), Clock.systemUTC());
        hints = Hints.listen(elsewhere, new Hints.Listener() {
            @Override
            public void mayHaveChanged(long businessId) {
                heard.add(businessId);
            }

            @Override
            public void anythingMayHaveChanged() {
                heard.add(ANYTHING);
            }
        });
        assertThat(next()).isEqualTo(ANYTHING);
    }

    @AfterEach
    void close() {
        hints.close();
        elsewhere.close();
        fixture.close();
    }

    @Test
    void anAppendIsHeardOfOnceItIsCommittedAndNotIfItIsNot() throws InterruptedException {
        Business other = fixture.directory().createBusiness("Other", LedgerFixture.BERLIN, DayOfWeek.MONDAY, false);

        fixture.ledger().preview(fixture.business().id(), spec(), HintsTest::followers, preview -> preview);
        append(other.id());

        assertThat(next()).isEqualTo(other.id());
        assertThat(heard).isEmpty();
    }

    @Test
    void settingsAreHeardOf() throws InterruptedException {
        fixture.directory().change(fixture.business().id(), "Acme Ltd", Conventions.DEFAULT);

        assertThat(next()).isEqualTo(fixture.business().id());
    }

    @Test
    void aBrokenConnectionIsMadeAnewAndEverythingIsLookedAtAgain() throws InterruptedException {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setUrl(fixture.address().jdbcUrl());
        source.setUser(fixture.address().user());
        source.setPassword(fixture.address().password());
        int ended =
                JdbcClient.create(source).sql("""
                select pg_terminate_backend(pid) from pg_stat_activity
                where datname = current_database() and application_name = 'tidemark-hints'
                """).query(Boolean.class).list().size();

        assertThat(ended).isEqualTo(1);
        assertThat(next()).isEqualTo(ANYTHING);
        append(fixture.business().id());
        assertThat(next()).isEqualTo(fixture.business().id());
    }

    private void append(long business) {
        fixture.ledger().append(business, spec(), HintsTest::followers, appended -> "{}");
    }

    private SourceSpec spec() {
        long id = fixture.ledger().newId();
        return new SourceSpec(id, SourceSpec.Kind.SYNC, "test", "test", "hash" + id, LedgerFixture.NOW);
    }

    private static void followers(ObservationSink sink) {
        sink.accept(new Observation.OfAccount(
                AccountKey.ofHandle(Platform.X, "acme"),
                MetricValues.of(Map.of(Metric.FOLLOWERS, 10.0)),
                LedgerFixture.NOW));
    }

    private @Nullable Long next() throws InterruptedException {
        return heard.poll(30, TimeUnit.SECONDS);
    }
}
