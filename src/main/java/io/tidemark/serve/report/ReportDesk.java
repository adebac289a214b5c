package io.tidemark.serve.report;

import io.tidemark.ledger.Business;
import io.tidemark.ledger.Report;
import io.tidemark.ledger.Reports;
import io.tidemark.ledger.User;
import io.tidemark.serve.http.Access;
import io.tidemark.serve.http.Parameters;
import io.tidemark.serve.http.Problem;
import io.tidemark.serve.http.ProblemException;
import io.tidemark.serve.http.Thing;
import io.tidemark.words.Sentence;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/// Which report a request is about, and whether its caller may see it.
record ReportDesk(Access access, Reports reports, JsonMapper json) {
    private static final Sentence CLOSED =
            Sentence.of("report_closed", "The report is closed and stays as it is: duplicate it to go on from it.");

    Business business(User caller, HttpServletRequest request) {
        return access.business(
                caller, Parameters.of(request, Set.of("business_id")).businessId());
    }

    /// @throws ProblemException 404 where there is none of the number
    Report report(User caller, String id, HttpServletRequest request) {
        long business = business(caller, request).id();
        long report = Parameters.id("report_id", id);
        return reports.find(business, report).orElseThrow(() -> Thing.REPORT.notFound(report));
    }

    /// @throws ProblemException 409 where it is closed, and 404 where there is none of the number
    Report open(User caller, String id, HttpServletRequest request) {
        Report report = report(caller, id, request);
        if (report.closedAt() != null) {
            throw closed();
        }
        return report;
    }

    /// @param done false where somebody else was faster
    void requireDone(boolean done) {
        if (!done) {
            throw closed();
        }
    }

    List<ReportSection> sections(Report report) {
        return json.readValue(report.content().sections(), new TypeReference<List<StoredSection>>() {}).stream()
                .map(StoredSection::section)
                .toList();
    }

    /// As it is stored: names of panels are small letters there.
    private record StoredSection(
            String panel, @Nullable String metric, @Nullable String title, String text) {
        ReportSection section() {
            return new ReportSection(ReportPanel.find(panel).orElseThrow(), metric, title, text);
        }
    }

    private static ProblemException closed() {
        return Problem.of(HttpStatus.CONFLICT, "report_closed", CLOSED.said()).exception();
    }
}
