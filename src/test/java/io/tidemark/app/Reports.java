package io.tidemark.app;

import io.tidemark.collect.file.ImportReport;
import io.tidemark.collect.file.ImportReport.Problem;
import io.tidemark.collect.file.ImportReport.Status;
import io.tidemark.collect.file.ImportReport.Stored;
import io.tidemark.collect.file.ImportRequest;
import io.tidemark.collect.file.format.ImportProgress;
import io.tidemark.collect.file.format.RowCounts;
import io.tidemark.collect.file.table.Choice;
import io.tidemark.collect.file.table.Reject;
import io.tidemark.words.Said;
import io.tidemark.words.Sentence;
import io.tidemark.words.Value;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Accounts of imports that never were.
final class Reports {
    private Reports() {}

    static ImportReport done(ImportRequest request, int rejected) {
        List<Reject> rejects = rejected == 0
                ? List.of()
                : List.of(new Reject("Sheet", 7, "Likes", "not a number", null, "x", "a,b,x"));
        return report(request, Status.DONE, new RowCounts(9 + rejected, 9, 0, 0, 0, 0, 0, rejected), rejects, null);
    }

    static ImportReport failed(ImportRequest request, String detail) {
        return failed(request, "unknown_format", detail, List.of());
    }

    static ImportReport failed(ImportRequest request, String code, String detail, List<Choice> choices) {
        Said said = Sentence.of("refused", "{detail}").said(Map.of("detail", Value.name(detail)));
        Problem problem = new Problem(
                "about:blank", "Not imported", 422, said, code, request.fileName(), null, null, null, choices, null);
        return report(request, Status.FAILED, RowCounts.NONE, List.of(), problem);
    }

    private static ImportReport report(
            ImportRequest request, Status status, RowCounts rows, List<Reject> rejects, @Nullable Problem problem) {
        return new ImportReport(
                request.importId(),
                request.businessId(),
                status,
                request.fileName(),
                "linkedin_page_content",
                List.of(),
                null,
                null,
                null,
                request.dryRun(),
                null,
                rows,
                new Stored(0, 0, 0, 0, 0),
                List.of(),
                rejects,
                List.of(),
                null,
                new ImportProgress(rows.total(), 1, 1),
                null,
                null,
                problem);
    }
}
