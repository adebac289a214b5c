package io.tidemark.serve.report;

import io.tidemark.ledger.Report;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;

/// The report after a report: whole months are followed by as many whole months, other days by as many days.
final class NextPeriod {
    private NextPeriod() {}

    static Report.Content of(Report.Content like, String title) {
        LocalDate from = like.to().plusDays(1);
        return new Report.Content(
                title, from, end(like.from(), like.to(), from), like.search(), like.sections(), like.colour());
    }

    private static LocalDate end(LocalDate from, LocalDate to, LocalDate next) {
        boolean whole = from.getDayOfMonth() == 1 && next.getDayOfMonth() == 1;
        return whole
                ? next.plusMonths(ChronoUnit.MONTHS.between(from, next) - 1).with(TemporalAdjusters.lastDayOfMonth())
                : next.plusDays(ChronoUnit.DAYS.between(from, to));
    }
}
