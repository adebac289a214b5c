package io.tidemark.serve.report;

import io.tidemark.analytics.CalendarUnit;
import io.tidemark.analytics.Period;
import io.tidemark.ledger.Business;
import io.tidemark.ledger.ReportSchedule;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/// When the reports of a series are due: a number of whole days after each week, month or quarter, at an hour of the
/// business's day. An hour that a change of the clocks skips is as much later; of one that comes twice it is the first.
record Rhythm(CalendarUnit every, int daysAfter, int hour, ZoneId zone, DayOfWeek weekStart) {
    static Rhythm of(ReportSchedule.Wanted wanted, Business business) {
        return new Rhythm(
                CalendarUnit.valueOf(wanted.every().name()),
                wanted.daysAfter(),
                wanted.hour(),
                business.zone(),
                business.weekStart());
    }

    Instant due(Period period) {
        return period.to().plusDays(1L + daysAfter).atTime(hour, 0).atZone(zone).toInstant();
    }

    /// The last period whose report is due by now.
    Period lastDue(Instant now) {
        LocalDate last = LocalDate.ofInstant(now, zone).minusDays(daysAfter);
        LocalDate current = every.start(last, weekStart);
        Period before = every.whole(every.plus(current, -1));
        return due(before).isAfter(now) ? every.whole(every.plus(current, -2)) : before;
    }

    /// The period whose report is made next: of several that are due the last alone.
    ///
    /// @param doneTo the last day of what is done
    Period next(LocalDate doneTo, Instant now) {
        Period due = lastDue(now);
        return due.to().isAfter(doneTo) ? due : every.whole(every.start(doneTo.plusDays(1), weekStart));
    }
}
