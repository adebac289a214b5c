package io.tidemark.serve.imports;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import io.tidemark.collect.file.ImportReport;
import io.tidemark.collect.file.table.FormulaGuard;
import io.tidemark.collect.file.table.Reject;
import io.tidemark.language.Language;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/// The rejected rows of an import as CSV (RFC 4180), what the file said guarded against being taken for a formula. The
/// names of the columns are for programs and the same in every language.
final class RejectsFile {
    private RejectsFile() {}

    static void write(ImportReport report, Language language, OutputStream out) throws IOException {
        try (CsvWriter csv = CsvWriter.builder()
                .lineDelimiter(LineDelimiter.CRLF)
                .build(new OutputStreamWriter(out, StandardCharsets.UTF_8))) {
            csv.writeRecord("part", "row", "column", "reason", "text", "original_row");
            for (Reject reject : report.rejects()) {
                csv.writeRecord(
                        FormulaGuard.guard(reject.part()),
                        Long.toString(reject.row()),
                        FormulaGuard.guard(Objects.requireNonNullElse(reject.column(), "")),
                        language.say(reject.reason(), reject.reasonSaid()),
                        FormulaGuard.guard(reject.text()),
                        FormulaGuard.guard(reject.original()));
            }
        }
    }
}
