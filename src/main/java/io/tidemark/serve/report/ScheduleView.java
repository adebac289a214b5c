package io.tidemark.serve.report;

import io.tidemark.analytics.Period;
import io.tidemark.language.Language;
import io.tidemark.ledger.Business;
import io.tidemark.ledger.Report;
import io.tidemark.ledger.ReportMail;
import io.tidemark.ledger.ReportSchedule;
import io.tidemark.ledger.Told;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// How a report repeats, as answers show it.
///
/// @param mailed whether a server for mails is set up
/// @param last the report that was made last; null where there is none
/// @param failure of the attempts at the next one; null where none failed
/// @param mails about the report that was asked about
record ScheduleView(
        ReportSchedule.Every every,
        int daysAfter,
        int hour,
        ZoneId timeZone,
        String title,
        List<String> recipients,
        Language language,
        ScheduleRequest.Link link,
        boolean mailed,
        Next next,
        @Nullable Last last,
        @Nullable Failure failure,
        List<Mail> mails) {
    /// @param at when it is due; in the past where it is made as soon as may be
    record Next(LocalDate from, LocalDate to, Instant at) {}

    record Last(long reportId, LocalDate from, LocalDate to, Instant at) {}

    record Failure(Told why, Instant again) {}

    /// @param sentAt null while it is not
    /// @param why why the last attempt failed, in the words of whoever refused it; null where none did
    /// @param again when it is tried again; null where no attempt failed
    record Mail(
            String address,
            @Nullable Instant sentAt,
            @Nullable String why,
            @Nullable Instant again) {
        static Mail of(ReportMail mail) {
            boolean failed = mail.why() != null;
            return new Mail(mail.address(), mail.sentAt(), mail.why(), failed ? mail.again() : null);
        }
    }

    /// A line of a list of reports.
    ///
    /// @param nextAt when the next one is due
    record Repeats(ReportSchedule.Every every, Instant nextAt, ZoneId timeZone) {
        static Repeats of(ReportSchedule schedule, Business business, Instant now) {
            return new Repeats(
                    schedule.wanted().every(), next(schedule, business, now).at(), business.zone());
        }
    }

    /// @param last the report that was made last, while it is there
    static ScheduleView of(
            ReportSchedule schedule,
            Business business,
            Optional<Report> last,
            List<ReportMail> mails,
            boolean mailed,
            Instant now) {
        ReportSchedule.Wanted wanted = schedule.wanted();
        ReportSchedule.Failure failure = schedule.failure();
        return new ScheduleView(
                wanted.every(),
                wanted.daysAfter(),
                wanted.hour(),
                business.zone(),
                wanted.title(),
                wanted.recipients(),
                wanted.language(),
                wanted.shared() ? ScheduleRequest.Link.SHARE : ScheduleRequest.Link.PAGE,
                mailed,
                next(schedule, business, now),
                last.flatMap(report -> Optional.ofNullable(schedule.last()).map(made -> last(report, made.at())))
                        .orElse(null),
                failure == null ? null : new Failure(failure.why(), failure.again()),
                mails.stream().map(Mail::of).toList());
    }

    private static Next next(ReportSchedule schedule, Business business, Instant now) {
        Rhythm rhythm = Rhythm.of(schedule.wanted(), business);
        Period next = rhythm.next(schedule.doneTo(), now);
        return new Next(next.from(), next.to(), rhythm.due(next));
    }

    private static Last last(Report report, Instant at) {
        return new Last(report.id(), report.content().from(), report.content().to(), at);
    }
}
