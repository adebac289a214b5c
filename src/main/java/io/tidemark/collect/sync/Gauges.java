package io.tidemark.collect.sync;

import io.tidemark.collect.connector.AccountReading;
import io.tidemark.ledger.AccountKey;
import io.tidemark.ledger.Observation;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;

/// Reads the account itself (followers, parts of its audience, its present name) once in each day of the business.
final class Gauges implements Phase {
    @Override
    public void run(Run run) {
        ZoneId zone = run.business.zone();
        LocalDate today = LocalDate.ofInstant(run.startedAt, zone);
        Instant last = run.progress().accountReadAt();
        if (last == null || run.asked || LocalDate.ofInstant(last, zone).isBefore(today)) {
            read(run);
        }
        run.next(today.plusDays(1).atStartOfDay(zone).toInstant());
    }

    private static void read(Run run) {
        AccountReading reading = run.connector.readAccount(run.api, run.tracked);
        Instant now = run.now();
        observed(run.key(), reading, now).forEach(run::observe);
        run.named(reading.key());
        run.progress(run.progress().accountRead(run.startedAt));
    }

    static List<Observation> observed(AccountKey key, AccountReading reading, Instant at) {
        List<Observation> observations = new ArrayList<>();
        if (!reading.levels().isEmpty()) {
            observations.add(new Observation.OfAccount(key, reading.levels(), at));
        }
        for (AccountReading.Part part : reading.parts()) {
            observations.add(new Observation.OfBreakdown(
                    key, part.dimension(), part.key(), part.metric(), null, null, part.value(), at));
        }
        return observations;
    }
}
