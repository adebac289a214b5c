package io.tidemark.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.ledger.AccountKey;
import io.tidemark.ledger.Business;
import io.tidemark.ledger.DatabaseAddress;
import io.tidemark.ledger.Ledger;
import io.tidemark.ledger.Observation;
import io.tidemark.ledger.SourceSpec;
import io.tidemark.metric.Metric;
import io.tidemark.metric.MetricValues;
import io.tidemark.metric.Platform;
import io.tidemark.testing.LedgerFixture;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

class RenewalTest {
    @Test
    void whatAnEarlierVersionDerivedIsDerivedAnewOnce() {
        try (LedgerFixture fixture = LedgerFixture.create()) {
            Ledger ledger = fixture.ledger();
            long business = fixture.business().id();
            importADay(ledger, business);
            List<String> derived = fixture.dump().derived();
            asAnEarlierVersionLeftIt(fixture.address());
            assertThat(fixture.dump().derived()).isNotEqualTo(derived);
            assertThat(fixture.directory().derivedEarlier())
                    .extracting(Business::id)
                    .containsExactly(business);

            Renewal.run(fixture.directory(), ledger);

            assertThat(fixture.dump().derived()).isEqualTo(derived);
            assertThat(fixture.directory().derivedEarlier()).isEmpty();
            long version = ledger.versions(business).data();
            Renewal.run(fixture.directory(), ledger);
            assertThat(ledger.versions(business).data()).isEqualTo(version);
        }
    }

    private static void importADay(Ledger ledger, long business) {
        Observation day = new Observation.OfDay(
                AccountKey.ofHandle(Platform.LINKEDIN, "acme"),
                null,
                LocalDate.of(2026, 3, 1),
                ZoneOffset.UTC,
                MetricValues.of(Map.of(Metric.IMPRESSIONS, 10.0)),
                LedgerFixture.NOW);
        SourceSpec file = new SourceSpec(ledger.newId(), SourceSpec.Kind.FILE, "test", "a", "a", LedgerFixture.NOW);
        ledger.append(business, file, sink -> sink.accept(day), done -> "{}");
    }

    private static void asAnEarlierVersionLeftIt(DatabaseAddress address) {
        PGSimpleDataSource database = new PGSimpleDataSource();
        database.setUrl(address.jdbcUrl());
        database.setUser(address.user());
        database.setPassword(address.password());
        JdbcClient owner = JdbcClient.create(database);
        owner.sql("update analytics_summaries set imported_n = null, imported_followers_n = null")
                .update();
        owner.sql("update business set derivation = 0").update();
    }
}
