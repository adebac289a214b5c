package io.tidemark.serve.imports;

import io.tidemark.collect.file.ImportReport;
import io.tidemark.collect.file.ImportReport.Status;
import io.tidemark.collect.file.ImportRequest;
import io.tidemark.collect.file.format.ImportProgress;
import io.tidemark.words.Sentence;
import io.tidemark.words.Value;
import java.util.List;
import java.util.Map;

/// The account of an import that failed for a reason that is not the file's.
final class FailedImport {
    private static final Sentence INTERNAL = Sentence.of(
            "import_internal_error",
            "Something went wrong on our side and nothing was stored: look for import={id} in the server's log.");

    private FailedImport() {}

    /// Without internals: these are in the log, under the import's number.
    static ImportReport unexpectedly(ImportRequest request) {
        ImportReport running = ImportReport.running(request, new ImportProgress(0, 0, 0));
        return new ImportReport(
                running.importId(),
                running.businessId(),
                Status.FAILED,
                running.file(),
                running.format(),
                running.accounts(),
                null,
                null,
                null,
                running.dryRun(),
                null,
                running.rows(),
                running.stored(),
                running.totals(),
                running.rejects(),
                running.warnings(),
                running.warningsSaid(),
                running.progress(),
                null,
                null,
                new ImportReport.Problem(
                        "about:blank",
                        "The file was not imported",
                        500,
                        INTERNAL.said(Map.of("id", Value.name(Long.toString(request.importId())))),
                        "internal_error",
                        request.fileName(),
                        null,
                        null,
                        null,
                        List.of(),
                        null));
    }
}
