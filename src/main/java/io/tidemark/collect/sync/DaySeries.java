package io.tidemark.collect.sync;

import io.tidemark.collect.connector.CallFailed;
import io.tidemark.collect.connector.DayReading;
import io.tidemark.collect.connector.DayRoute;
import io.tidemark.collect.connector.Fault;
import io.tidemark.ledger.AccountKey;
import io.tidemark.ledger.Observation;
import io.tidemark.ledger.SyncBook;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;

/// Reads the platform's daily series once in each of its days: the last days again, which it still revises, and
/// all that it keeps the first time.
final class DaySeries implements Phase {
    /// What is refused of an account's days is remembered under it.
    private static final String KIND = "day";

    @Override
    public void run(Run run) {
        ZoneId zone = run.connector.traits().bucketZone();
        LocalDate today = LocalDate.ofInstant(run.startedAt, zone);
        Instant last = run.progress().daysReadAt();
        if (run.connector.dayRoutes().isEmpty()) {
            return;
        }
        if (last == null || LocalDate.ofInstant(last, zone).isBefore(today)) {
            for (DayRoute route : run.connector.dayRoutes()) {
                LocalDate oldest = today.minusDays(route.reachBackDays());
                LocalDate from = last == null
                        ? oldest
                        : LocalDate.ofInstant(last, zone)
                                .minusDays(run.connector.traits().lookBackDays());
                read(run, route, from.isBefore(oldest) ? oldest : from, today.minusDays(route.firstDayAgo()));
            }
            run.progress(run.progress().daysRead(run.startedAt));
        }
        run.next(today.plusDays(1).atStartOfDay(zone).toInstant());
    }

    private static void read(Run run, DayRoute route, LocalDate from, LocalDate to) {
        LocalDate begin = from;
        while (!begin.isAfter(to) && !run.refusals.whole(route.name(), KIND)) {
            LocalDate end = begin.plusDays(route.daysPerCall() - 1L);
            LocalDate until = end.isAfter(to) ? to : end;
            ask(run, route, begin, until);
            begin = until.plusDays(1);
        }
    }

    private static void ask(Run run, DayRoute route, LocalDate from, LocalDate to) {
        Set<String> metrics = run.refusals.left(route.name(), KIND, route.metrics());
        if (metrics.isEmpty() && !route.metrics().isEmpty()) {
            return;
        }
        try {
            take(run, route, from, to, metrics);
        } catch (CallFailed failed) {
            switch (failed.fault()) {
                case Fault.MetricRefused refused -> without(run, route, from, to, metrics, refused);
                case Fault.NotPermitted refused -> {
                    run.refusals.remember(route.name(), KIND, SyncBook.Refused.ALL, refused.said());
                    run.trouble(Trouble.of(refused));
                }
                default -> throw failed;
            }
        }
    }

    private static void without(
            Run run, DayRoute route, LocalDate from, LocalDate to, Set<String> metrics, Fault.MetricRefused refused) {
        Set<String> named = refused.metrics();
        if (metrics.stream().anyMatch(named::contains)) {
            named.forEach(metric -> run.refusals.remember(route.name(), KIND, metric, refused.said()));
            ask(run, route, from, to);
        } else if (metrics.size() <= 1) {
            String metric = metrics.isEmpty()
                    ? SyncBook.Refused.ALL
                    : metrics.iterator().next();
            run.refusals.remember(route.name(), KIND, metric, refused.said());
        } else {
            for (String metric : metrics) {
                alone(run, route, from, to, metric);
            }
        }
    }

    private static void alone(Run run, DayRoute route, LocalDate from, LocalDate to, String metric) {
        try {
            take(run, route, from, to, Set.of(metric));
        } catch (CallFailed failed) {
            if (!(failed.fault() instanceof Fault.MetricRefused refused)) {
                throw failed;
            }
            run.refusals.remember(route.name(), KIND, metric, refused.said());
        }
    }

    private static void take(Run run, DayRoute route, LocalDate from, LocalDate to, Set<String> metrics) {
        ZoneId zone = run.connector.traits().bucketZone();
        List<DayReading> days = run.connector.readDays(run.api, run.tracked, route, from, to, metrics);
        List<Observation> observations = observed(run.key(), zone, days, run.now());
        observations.forEach(run::observe);
        run.readDays(observations.size());
    }

    static List<Observation> observed(AccountKey key, ZoneId zone, List<DayReading> days, Instant at) {
        return days.stream()
                .filter(day -> !day.values().isEmpty())
                .<Observation>map(day -> new Observation.OfDay(key, null, day.day(), zone, day.values(), at))
                .toList();
    }
}
