package io.tidemark.app;

import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.Tags;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.tidemark.collect.sync.Telemetry;
import io.tidemark.ledger.Business;
import io.tidemark.ledger.Directory;
import io.tidemark.ledger.HealthReader;
import io.tidemark.ledger.SpendBook;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// What monitoring reads: counters of this process, and how all businesses stand, which every process on the
/// database tells alike. The latter is read anew once a minute at most.
final class Operations {
    private static final Logger LOG = LoggerFactory.getLogger(Operations.class);
    private static final Duration FRESH = Duration.ofMinutes(1);

    private final Directory directory;
    private final HealthReader health;
    private final SpendBook spend;
    private final Clock clock;
    private final PrometheusMeterRegistry meters = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    private final Map<OperationsGauges.Name, MultiGauge> gauges = new LinkedHashMap<>();
    private Instant readAt = Instant.MIN;

    Operations(Directory directory, HealthReader health, SpendBook spend, Clock clock) {
        this.directory = directory;
        this.health = health;
        this.spend = spend;
        this.clock = clock;
        for (OperationsGauges.Name name : OperationsGauges.Name.values()) {
            gauges.put(name, name.register(meters));
        }
    }

    Telemetry telemetry() {
        return new Telemetry(meters);
    }

    /// In the text format of Prometheus. Without a database it tells of the process alone.
    synchronized String scrape() {
        Instant now = clock.instant();
        if (!now.isBefore(readAt.plus(FRESH))) {
            refresh(now);
            readAt = now;
        }
        return meters.scrape();
    }

    private void refresh(Instant now) {
        OperationsGauges rows = new OperationsGauges(now);
        try {
            LocalDate today = LocalDate.ofInstant(now, ZoneOffset.UTC);
            for (Business business : directory.businesses()) {
                long id = business.id();
                Tags tags = Tags.of("business", Long.toString(id));
                rows.standings(tags, health.standings(id, now));
                rows.spend(tags, spend.sums(id, today), spend.budgets(id));
            }
        } catch (RuntimeException problem) {
            LOG.warn("How businesses stand cannot be read", problem);
            rows = new OperationsGauges(now);
        }
        for (Map.Entry<OperationsGauges.Name, MultiGauge> gauge : gauges.entrySet()) {
            List<MultiGauge.Row<?>> own = rows.of(gauge.getKey());
            gauge.getValue().register(own, true);
        }
    }
}
