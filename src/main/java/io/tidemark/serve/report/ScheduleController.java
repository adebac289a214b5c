package io.tidemark.serve.report;

import io.tidemark.ledger.Business;
import io.tidemark.ledger.Report;
import io.tidemark.ledger.ReportSchedule;
import io.tidemark.ledger.ReportSchedules;
import io.tidemark.ledger.User;
import io.tidemark.serve.http.Body;
import io.tidemark.serve.http.Thing;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/// Whether and how a report repeats, closed or not.
@RestController
@RequestMapping("/api/v1/reports/{id}/schedule")
final class ScheduleController {
    private final ReportDesk desk;
    private final ReportSchedules schedules;
    private final Mailing mailing;
    private final Clock clock;

    ScheduleController(ReportDesk desk, ReportSchedules schedules, Mailing mailing, Clock clock) {
        this.desk = desk;
        this.schedules = schedules;
        this.mailing = mailing;
        this.clock = clock;
    }

    /// 204 where the report does not repeat.
    @GetMapping
    ResponseEntity<ScheduleView> schedule(
            @AuthenticationPrincipal User caller, @PathVariable String id, HttpServletRequest request) {
        Report report = desk.report(caller, id, request);
        Business business = desk.business(caller, request);
        return find(report)
                .map(schedule -> ResponseEntity.ok(view(business, report, schedule)))
                .orElseGet(() -> ResponseEntity.noContent().build());
    }

    @PutMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
    ScheduleView put(@AuthenticationPrincipal User caller, @PathVariable String id, HttpServletRequest request) {
        Report report = desk.report(caller, id, request);
        Business business = desk.business(caller, request);
        String origin =
                ServletUriComponentsBuilder.fromContextPath(request).build().toUriString();
        ReportSchedule.Wanted wanted =
                ScheduleRequest.of(Body.of(request, desk.json(), ScheduleRequest.MEMBERS), report, origin, caller.id());
        if (wanted.shared()) {
            desk.access().person(caller);
        }
        return schedules
                .put(business.id(), report.id(), wanted, doneTo(business, report, wanted))
                .map(schedule -> view(business, report, schedule))
                .orElseThrow(() -> Thing.REPORT.notFound(report.id()));
    }

    @DeleteMapping
    ResponseEntity<Void> remove(
            @AuthenticationPrincipal User caller, @PathVariable String id, HttpServletRequest request) {
        Report report = desk.report(caller, id, request);
        find(report).ifPresent(schedule -> schedules.remove(report.businessId(), schedule.id()));
        return ResponseEntity.noContent().build();
    }

    /// Whoever begins gets what becomes due from now on, and so does who goes from weeks to months. Another
    /// hour changes nothing about what is left to be done.
    private LocalDate doneTo(Business business, Report report, ReportSchedule.Wanted wanted) {
        return find(report)
                .filter(before -> before.wanted().every() == wanted.every())
                .map(ReportSchedule::doneTo)
                .orElseGet(() ->
                        Rhythm.of(wanted, business).lastDue(clock.instant()).to());
    }

    private Optional<ReportSchedule> find(Report report) {
        return Optional.ofNullable(report.scheduleId()).flatMap(id -> schedules.find(report.businessId(), id));
    }

    private ScheduleView view(Business business, Report report, ReportSchedule schedule) {
        return ScheduleView.of(
                schedule,
                business,
                Optional.ofNullable(schedule.last())
                        .flatMap(last -> desk.reports().find(business.id(), last.reportId())),
                schedules.mails(business.id(), report.id()),
                mailing.letters().isPresent(),
                clock.instant());
    }
}
