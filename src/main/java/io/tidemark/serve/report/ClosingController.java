package io.tidemark.serve.report;

import io.tidemark.ledger.Report;
import io.tidemark.ledger.Reports;
import io.tidemark.ledger.User;
import io.tidemark.serve.http.Body;
import io.tidemark.serve.http.Problem;
import io.tidemark.words.Sentence;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/// What a report says: now, for good once it is closed, and what has changed since.
@RestController
@RequestMapping("/api/v1/reports/{id}")
final class ClosingController {
    private static final Sentence OPEN = Sentence.of(
            "report_open", "The report is open and shows what is known now: nothing is kept that could have changed.");
    private static final Sentence PROVISIONAL = Sentence.of(
            "report_provisional",
            "Days of the period are not settled yet: platforms may still revise their numbers. Close it"
                    + " later, or send {\"accept_provisional\": true}.");

    private static final ReportSection OVERVIEW = new ReportSection(ReportPanel.METRICS, null, null, "");

    private final ReportDesk desk;
    private final Reports reports;
    private final ReportAnswers answers;
    private final Clock clock;

    ClosingController(ReportDesk desk, Reports reports, ReportAnswers answers, Clock clock) {
        this.clock = clock;
        this.desk = desk;
        this.reports = reports;
        this.answers = answers;
    }

    @PostMapping(path = "/close", consumes = MediaType.APPLICATION_JSON_VALUE)
    ReportView close(
            @AuthenticationPrincipal User caller,
            @PathVariable String id,
            HttpServletRequest request,
            HttpServletResponse response)
            throws Exception {
        Report report = desk.open(caller, id, request);
        boolean accepted = Body.of(request, desk.json(), Set.of("accept_provisional"))
                .flag("accept_provisional")
                .orElse(false);
        List<ReportSection> sections = desk.sections(report);
        if (!accepted) {
            ZoneId zone = desk.business(caller, request).zone();
            refuseProvisional(
                    report.content().to().isBefore(LocalDate.ofInstant(clock.instant(), zone)),
                    answers.of(caller, report, List.of(OVERVIEW), request, response));
        }
        Map<String, JsonNode> said = answers.of(caller, report, sections, request, response);
        desk.requireDone(
                reports.close(report.businessId(), report.id(), desk.json().writeValueAsString(said)));
        return ReportView.of(desk.report(caller, id, request), sections, desk.json());
    }

    /// @param answers what the panels say now, by name
    record Current(Map<String, JsonNode> answers) {}

    @GetMapping("/answers")
    Current answers(
            @AuthenticationPrincipal User caller,
            @PathVariable String id,
            HttpServletRequest request,
            HttpServletResponse response)
            throws Exception {
        Report report = desk.report(caller, id, request);
        return new Current(answers.of(caller, report, desk.sections(report), request, response));
    }

    @GetMapping("/changes")
    ReportChanges changes(
            @AuthenticationPrincipal User caller,
            @PathVariable String id,
            HttpServletRequest request,
            HttpServletResponse response)
            throws Exception {
        Report report = desk.report(caller, id, request);
        String kept = report.answers();
        if (kept == null) {
            throw Problem.of(HttpStatus.CONFLICT, "report_open", OPEN.said()).exception();
        }
        Map<String, JsonNode> before = new TreeMap<>();
        desk.json().readTree(kept).properties().forEach(answer -> before.put(answer.getKey(), answer.getValue()));
        return ReportChanges.between(before, answers.of(caller, report, desk.sections(report), request, response));
    }

    /// @param over whether the period is
    private static void refuseProvisional(boolean over, Map<String, JsonNode> overview) {
        List<String> provisional = overview.values().stream()
                .flatMap(answer -> ReportAnswers.provisional(answer).stream())
                .toList();
        if (!over || !provisional.isEmpty()) {
            throw Problem.of(HttpStatus.CONFLICT, "still_provisional", PROVISIONAL.said())
                    .with("metrics", provisional)
                    .exception();
        }
    }
}
