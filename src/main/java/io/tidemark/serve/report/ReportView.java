package io.tidemark.serve.report;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.tidemark.ledger.Report;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A report as answers show it. Clients see this: it names nobody.
///
/// @param answers what the panels said when it was closed, by name; null while it is open
record ReportView(
        @JsonUnwrapped Summary summary,
        String search,
        List<ReportSection> sections,
        @Nullable JsonNode answers) {
    /// @param logo where it is; null where there is none
    /// @param closedAt as of when its numbers are kept; null while it is open
    record Summary(
            long businessId,
            long reportId,
            String title,
            LocalDate from,
            LocalDate to,
            State state,
            @Nullable String colour,
            @Nullable String logo,
            Instant createdAt,
            Instant changedAt,
            @Nullable Instant closedAt) {
        static Summary of(Report report) {
            return new Summary(
                    report.businessId(),
                    report.id(),
                    report.content().title(),
                    report.content().from(),
                    report.content().to(),
                    report.closedAt() == null ? State.OPEN : State.CLOSED,
                    report.content().colour(),
                    report.logo() ? ReportController.url(report) + "/logo?business_id=" + report.businessId() : null,
                    report.createdAt(),
                    report.changedAt(),
                    report.closedAt());
        }
    }

    enum State {
        OPEN,
        CLOSED
    }

    static ReportView of(Report report, List<ReportSection> sections, JsonMapper json) {
        String answers = report.answers();
        return new ReportView(
                Summary.of(report),
                report.content().search(),
                sections,
                answers == null ? null : json.readTree(answers));
    }
}
