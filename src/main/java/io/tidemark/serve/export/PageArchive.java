package io.tidemark.serve.export;

import io.tidemark.ledger.ExportColumn;
import io.tidemark.ledger.ExportColumn.Kind;
import io.tidemark.ledger.Note;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import tools.jackson.databind.JsonNode;

/// A page as an archive: each panel as CSV and JSON, the notes of its days, and what all of it means.
final class PageArchive {
    static final String NOTES = "notes.csv";

    private static final List<ExportColumn> NOTE_COLUMNS = List.of(
            new ExportColumn("note_id", Kind.ID, "The note."),
            new ExportColumn("from", Kind.DATE, "The first day that it is about."),
            new ExportColumn("to", Kind.DATE, "The last day."),
            new ExportColumn("account_id", Kind.ID, "The account that it is about; empty for the whole business."),
            new ExportColumn("text", Kind.TEXT, "What it says."),
            new ExportColumn("updated_at", Kind.TIME, "When it was written or changed last."));

    private final Owner owner;
    private final Instant generatedAt;

    PageArchive(Owner owner, Instant generatedAt) {
        this.owner = owner;
        this.generatedAt = generatedAt;
    }

    /// A panel with the answer that it shows.
    record Answered(PageRequest.Panel panel, JsonNode answer) {}

    /// @param notes of the days that the page is about; those of several businesses have none in common
    void write(String title, List<Answered> panels, List<Note> notes, OutputStream out) throws IOException {
        ZipOutputStream zip = new ZipOutputStream(out, StandardCharsets.UTF_8);
        zip.setLevel(Deflater.BEST_SPEED);
        zip.putNextEntry(new ZipEntry("README.txt"));
        zip.write(new PageReadme(owner, generatedAt).text(title, panels, notes).getBytes(StandardCharsets.UTF_8));
        zip.closeEntry();
        for (int i = 0; i < panels.size(); i++) {
            Answered panel = panels.get(i);
            for (ExportFormat format : List.of(ExportFormat.CSV, ExportFormat.JSON)) {
                zip.putNextEntry(new ZipEntry(panel.panel().fileName(i + 1) + "." + format.key()));
                AnswerWriter.write(panel.answer(), new About(request(panel.panel(), format), null, generatedAt), zip);
                zip.closeEntry();
            }
        }
        if (owner.business() != null) {
            zip.putNextEntry(new ZipEntry(NOTES));
            notes(notes, zip);
            zip.closeEntry();
        }
        zip.finish();
    }

    private static void notes(List<Note> notes, OutputStream out) throws IOException {
        CsvWriter writer = new CsvWriter(out, NOTE_COLUMNS, false);
        Row row = new Row(NOTE_COLUMNS.size());
        writer.begin();
        for (Note note : notes) {
            Long account = note.accountId();
            row.clear()
                    .add(Long.toString(note.id()))
                    .add(note.from().toString())
                    .add(note.to().toString())
                    .add(account == null ? null : account.toString())
                    .add(note.text())
                    .add(note.updatedAt().toString());
            writer.row(row);
        }
        writer.end();
    }

    private ExportRequest request(PageRequest.Panel panel, ExportFormat format) {
        Map<String, List<String>> filters = panel.parameters().entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, entry -> Arrays.asList(entry.getValue())));
        return ExportParameters.ofView(
                owner, new ExportRequest.OfView(panel.view(), panel.parts()), format, false, filters);
    }
}
