package io.tidemark.collect.file.table;

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
public record ExportFile(String name, List<Part> parts, List<String> remarks, long bytes, Closeable resource)
        implements Closeable {
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
            case HTML ->
                throw new ImportRefused(
                        "not_understood_yet",
                        "This is " + signature.title()
                                + ", which Tidemark does not read yet: open it in a spreadsheet and save the sheet as CSV in UTF-8.");
            case JSON ->
                throw new ImportRefused(
                        "unknown_format",
                        "This is " + signature.title()
                                + ", not an analytics export: archives of accounts, as Instagram gives"
                                + " them, are not read. Export the numbers from the platform's analytics as CSV, those of"
                                + " Instagram from Meta Business Suite.");
            case XML, PDF, GZIP, IMAGE, OTHER ->
                throw new ImportRefused(
                        "unknown_format",
                        "This is " + signature.title()
                                + ", not an analytics export: download the file again as CSV or as a workbook.");
        };
    }

    /// The file's name without folders.
    public String lastName() {
        return name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
    }

    /// What was downloaded together: each workbook inside an archive as a file of its own, whose name may tell more
    /// than
    /// that of the archive; everything else under the name of the file.
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
                    "The file has " + size + " bytes, more than the " + limits.fileBytes()
                            + " that are read: export a shorter period.");
        }
    }

    private static ImportRefused empty() {
        return new ImportRefused("empty_file", "The file is empty: download it again.");
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
