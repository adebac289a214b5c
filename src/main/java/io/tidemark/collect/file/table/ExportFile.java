package io.tidemark.collect.file.table;

import io.tidemark.words.Said;
import io.tidemark.words.Sentence;
import io.tidemark.words.Value;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// An opened file as the tables it holds. What it is was told from its content; its name matters only for what names
/// alone carry (an account, a time stamp).
///
/// @param name as the user knows it
/// @param remarks a sentence for each entry that is no table, and for whatever had to be assumed
/// @param bytes what reading all parts takes
public record ExportFile(String name, List<Part> parts, List<Said> remarks, long bytes, Closeable resource)
        implements Closeable {
    public static final Sentence NO_TABLE = Sentence.of("file_holds_no_table", "The file holds no table.");
    private static final Sentence EMPTY = Sentence.of("file_empty", "The file is empty: download it again.");
    private static final Sentence TOO_LARGE = Sentence.of(
            "export_too_large",
            "The file has {size} bytes, more than the {most} that are read: export a shorter period.");
    private static final Sentence NOT_READ_YET = Sentence.of(
            "file_not_read_yet",
            "This is {kind}, which Tidemark does not read yet: open it in a spreadsheet and save the sheet as CSV"
                    + " in UTF-8.");
    private static final Sentence ARCHIVE_OF_ACCOUNT = Sentence.of(
            "file_is_archive_of_account",
            "This is {kind}, not an analytics export: archives of accounts, as Instagram gives them, are not "
                    + "read. Export the numbers from the platform's analytics as CSV, those of Instagram from Meta Business"
                    + " Suite.");
    private static final Sentence NO_EXPORT = Sentence.of(
            "file_is_no_export",
            "This is {kind}, not an analytics export: download the file again as CSV or as a workbook.");

    public ExportFile {
        parts = List.copyOf(parts);
        remarks = List.copyOf(remarks);
    }

    public static ExportFile open(Path path, String name, Limits limits) throws IOException {
        long size = Files.size(path);
        refuseSize(size, limits);
        byte[] head;
        try (InputStream in = Files.newInputStream(path)) {
            head = in.readNBytes(Signature.LENGTH);
        }
        Signature signature = Signature.of(head);
        return switch (signature) {
            case BIFF -> workbook(path, name, size, limits);
            case ZIP -> ZipArchive.open(path, name, limits);
            case TEXT -> text(path, name);
            case SPREADSHEET_ML -> {
                List<Part> sheets = SpreadsheetMl.read(() -> Files.newInputStream(path), Container.NONE);
                yield new ExportFile(name, sheets, List.of(), size, () -> {});
            }
            case HTML -> throw refused("not_understood_yet", NOT_READ_YET, signature);
            case JSON -> throw refused("unknown_format", ARCHIVE_OF_ACCOUNT, signature);
            case XML, PDF, GZIP, IMAGE, OTHER -> throw refused("unknown_format", NO_EXPORT, signature);
        };
    }

    /// The file's name without folders.
    public String lastName() {
        return name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
    }

    /// What was downloaded together: each workbook inside an archive as a file of its own, whose name may tell more
    /// than that of the archive; everything else under the name of the file.
    public List<ExportFile> downloads() {
        Map<String, List<Part>> byName = new LinkedHashMap<>();
        for (Part part : parts) {
            byName.computeIfAbsent(part.workbook().orElse(name), _ -> new ArrayList<>())
                    .add(part);
        }
        return byName.entrySet().stream()
                .map(download -> new ExportFile(download.getKey(), download.getValue(), remarks, bytes, resource))
                .toList();
    }

    @Override
    public void close() throws IOException {
        resource.close();
    }

    private static void refuseSize(long size, Limits limits) {
        if (size == 0) {
            throw empty();
        }
        if (size > limits.fileBytes()) {
            throw new ImportRefused(
                    "file_too_large",
                    TOO_LARGE.said(Map.of("size", Value.count(size), "most", Value.count(limits.fileBytes()))));
        }
    }

    private static ImportRefused refused(String code, Sentence sentence, Signature signature) {
        return new ImportRefused(code, sentence.said(Map.of("kind", Value.clause(signature.said()))));
    }

    private static ImportRefused empty() {
        return new ImportRefused("empty_file", EMPTY.said());
    }

    private static ExportFile workbook(Path path, String name, long size, Limits limits) throws IOException {
        List<Part> sheets = BiffWorkbook.read(() -> Files.newInputStream(path), Container.NONE, limits);
        return new ExportFile(name, sheets, List.of(), size, () -> {});
    }

    private static ExportFile text(Path path, String name) throws IOException {
        Bytes bytes = () -> Files.newInputStream(path);
        TextCheck check = TextCheck.of(bytes);
        if (check.isBlank()) {
            throw empty();
        }
        CsvPart part = new CsvPart(name, bytes, check, zone -> Optional.empty());
        return new ExportFile(name, List.of(part), part.remarks(), check.bytes(), () -> {});
    }
}
