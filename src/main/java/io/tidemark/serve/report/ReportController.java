package io.tidemark.serve.report;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.tidemark.ledger.Business;
import io.tidemark.ledger.Report;
import io.tidemark.ledger.ReportSchedule;
import io.tidemark.ledger.ReportSchedules;
import io.tidemark.ledger.Reports;
import io.tidemark.ledger.User;
import io.tidemark.serve.analytics.SharedQuestions;
import io.tidemark.serve.http.Body;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/// The reports of a business: listed, written, duplicated, removed.
@RestController
@RequestMapping("/api/v1/reports")
final class ReportController {
    private static final int LONGEST_TITLE = 200;

    private final ReportDesk desk;
    private final Reports reports;
    private final ReportSchedules schedules;
    private final SharedQuestions questions;
    private final Clock clock;

    ReportController(
            ReportDesk desk, Reports reports, ReportSchedules schedules, SharedQuestions questions, Clock clock) {
        this.desk = desk;
        this.reports = reports;
        this.schedules = schedules;
        this.questions = questions;
        this.clock = clock;
    }

    record Listing(List<Listed> reports) {}

    /// @param repeats how its series goes on, on the latest of the series; null elsewhere
    record Listed(@JsonUnwrapped ReportView.Summary summary, ScheduleView.@Nullable Repeats repeats) {}

    static String url(Report report) {
        return "/api/v1/reports/" + report.id();
    }

    @GetMapping
    Listing list(@AuthenticationPrincipal User caller, HttpServletRequest request) {
        Business business = desk.business(caller, request);
        Instant now = clock.instant();
        List<Report> listed = reports.all(business.id());
        Map<Long, ScheduleView.Repeats> repeats = new HashMap<>();
        for (ReportSchedule schedule : schedules.all(business.id())) {
            listed.stream()
                    .filter(report -> Objects.equals(report.scheduleId(), schedule.id()))
                    .max(Comparator.comparing(
                                    (Report report) -> report.content().to())
                            .thenComparingLong(Report::id))
                    .ifPresent(latest -> repeats.put(latest.id(), ScheduleView.Repeats.of(schedule, business, now)));
        }
        return new Listing(listed.stream()
                .map(report -> new Listed(ReportView.Summary.of(report), repeats.get(report.id())))
                .toList());
    }

    @GetMapping("/{id}")
    ReportView one(@AuthenticationPrincipal User caller, @PathVariable String id, HttpServletRequest request) {
        return view(desk.report(caller, id, request));
    }

    @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<ReportView> create(@AuthenticationPrincipal User caller, HttpServletRequest request) {
        Business business = desk.business(caller, request);
        Report.Content content = content(caller, business, request);
        return created(reports.create(business.id(), content, caller.id(), null));
    }

    @PutMapping(path = "/{id}", consumes = MediaType.APPLICATION_JSON_VALUE)
    ReportView change(@AuthenticationPrincipal User caller, @PathVariable String id, HttpServletRequest request) {
        Report report = desk.open(caller, id, request);
        Report.Content content = content(caller, desk.business(caller, request), request);
        desk.requireDone(reports.change(report.businessId(), report.id(), content));
        return one(caller, id, request);
    }

    @DeleteMapping("/{id}")
    ResponseEntity<Void> remove(
            @AuthenticationPrincipal User caller, @PathVariable String id, HttpServletRequest request) {
        Report report = desk.report(caller, id, request);
        reports.remove(report.businessId(), report.id());
        return ResponseEntity.noContent().build();
    }

    /// An open report like another, closed or not, about the period after it.
    @PostMapping(path = "/{id}/duplicate", consumes = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<ReportView> duplicate(
            @AuthenticationPrincipal User caller, @PathVariable String id, HttpServletRequest request) {
        Report like = desk.report(caller, id, request);
        Body body = Body.of(request, desk.json(), Set.of("title"));
        Report.Content content = NextPeriod.of(
                like.content(),
                body.text("title", LONGEST_TITLE).orElse(like.content().title()));
        return created(reports.create(like.businessId(), content, caller.id(), like.id()));
    }

    private Report.Content content(User caller, Business business, HttpServletRequest request) {
        Report.Content content = ReportRequest.of(Body.of(request, desk.json(), ReportRequest.MEMBERS), desk.json());
        questions.check(caller, business, ReportAnswers.parameters(content));
        return content;
    }

    private ResponseEntity<ReportView> created(Report report) {
        return ResponseEntity.created(URI.create(url(report) + "?business_id=" + report.businessId()))
                .body(view(report));
    }

    private ReportView view(Report report) {
        return ReportView.of(report, desk.sections(report), desk.json());
    }
}
