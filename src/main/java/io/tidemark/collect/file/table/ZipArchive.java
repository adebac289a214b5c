package io.tidemark.collect.file.table;

import io.tidemark.words.Said;
import io.tidemark.words.Sentence;
import io.tidemark.words.Value;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/// The text entries of a zip archive. Entries are never written to disk; each is read as a bounded stream whose size
/// and checksum are compared with the directory of the archive.
final class ZipArchive {
    private static final Sentence TOO_MANY_ENTRIES = Sentence.of(
            "archive_too_many_entries",
            "The archive holds {entries} entries, more than the {most} that are read: import its files on their "
                    + "own.");
    private static final Sentence TOO_LARGE = Sentence.of(
            "archive_too_large",
            "The archive unpacks to {bytes} bytes, more than the {most} that are read: unpack it and import its "
                    + "files on their own.");
    private static final Sentence OLD_WORKBOOKS = Sentence.of(
            "archive_old_workbooks",
            "The archive holds more than the {most} bytes of old .xls workbooks that are read at once: import its"
                    + " files on their own.");
    private static final Sentence OFFICE_DOCUMENT = Sentence.of(
            "file_is_office_document",
            "This is an Office document, but no workbook: download the file again as CSV or as a workbook.");
    private static final Sentence OPEN_DOCUMENT = Sentence.of(
            "file_is_open_document",
            "This is an OpenDocument file, which Tidemark does not read: save the sheet as CSV in UTF-8.");
    private static final Sentence NO_PLAIN_PATH = Sentence.of(
            "entry_no_plain_path",
            "The entry name \"{name}\" is not a plain relative path, which no export does: nothing of this "
                    + "archive is read.");
    private static final Sentence CONTROL_CHARACTERS = Sentence.of(
            "entry_control_characters",
            "The entry name \"{name}\" holds control characters, which no export does: nothing of this archive is"
                    + " read.");
    private static final Sentence NAME_TOO_LONG = Sentence.of(
            "entry_name_too_long",
            "The entry name \"{name}\" is too long, which no export does: nothing of this archive is read.");
    private static final Sentence LEADS_OUT = Sentence.of(
            "entry_leads_out",
            "The entry name \"{name}\" leads out of the archive, which no export does: nothing of this archive is"
                    + " read.");
    private static final Sentence OCCURS_TWICE = Sentence.of(
            "entry_occurs_twice",
            "The entry name \"{name}\" occurs twice, which no export does: nothing of this archive is read.");
    private static final Sentence DAMAGED = Sentence.of(
            "archive_damaged", "The archive is truncated, damaged or encrypted ({message}): download it again.");
    private static final Sentence CUT = Sentence.of(
            "archive_cut", "The archive is truncated, damaged or encrypted (it ends early): download it again.");
    private static final Sentence LEFT_OUT = Sentence.of(
            "entry_left_out",
            "\"{part}\" was left out: it is {kind}, and only CSV and workbooks are read from inside an archive.");
    private static final Sentence ARCHIVE_INSIDE = Sentence.of("archive_inside", "an archive inside the archive");

    private static final int LONGEST_NAME = 1_000;

    private final ZipFile zip;
    private final Limits limits;
    private final Resources resources;
    private final List<Part> parts = new ArrayList<>();
    private final List<Said> remarks = new ArrayList<>();
    private long workbookBytes;

    private ZipArchive(ZipFile zip, Limits limits, Resources resources) {
        this.zip = zip;
        this.limits = limits;
        this.resources = resources;
    }

    static ExportFile open(Path path, String name, Limits limits) throws IOException {
        Resources resources = new Resources();
        try {
            ZipFile zip = resources.add(new ZipFile(path.toFile(), StandardCharsets.UTF_8));
            if (XlsxWorkbook.is(zip)) {
                XlsxWorkbook workbook = resources.add(XlsxWorkbook.open(zip, Container.NONE, limits));
                return new ExportFile(name, workbook.sheets(), List.of(), size(workbook.sheets()), resources);
            }
            ZipArchive archive = new ZipArchive(zip, limits, resources);
            archive.survey();
            return new ExportFile(name, archive.parts, archive.remarks, size(archive.parts), resources);
        } catch (ZipException | EOFException e) {
            resources.close();
            throw damaged(e);
        } catch (IOException | RuntimeException e) {
            resources.close();
            throw e;
        }
    }

    private static long size(List<Part> parts) {
        return parts.stream().mapToLong(Part::size).sum();
    }

    private void survey() throws IOException {
        List<? extends ZipEntry> entries = Collections.list(zip.entries());
        refuseSize(zip, limits);
        refuseOfficeDocuments();
        Set<String> names = new HashSet<>();
        for (ZipEntry entry : entries) {
            refuseHostileName(entry.getName());
            if (!names.add(entry.getName())) {
                throw hostile(entry.getName(), OCCURS_TWICE);
            }
        }
        for (ZipEntry entry : entries) {
            if (!entry.isDirectory() && !isClutter(entry.getName())) {
                add(entry);
            }
        }
    }

    /// What the directory says is not believed: each entry is held to it when it is read.
    static void refuseSize(ZipFile zip, Limits limits) {
        List<? extends ZipEntry> entries = Collections.list(zip.entries());
        if (entries.size() > limits.entries()) {
            throw new ImportRefused(
                    "zip_too_large",
                    TOO_MANY_ENTRIES.said(
                            Map.of("entries", Value.count(entries.size()), "most", Value.count(limits.entries()))));
        }
        long unpacked = entries.stream()
                .mapToLong(entry -> Math.max(entry.getSize(), 0))
                .sum();
        if (unpacked > limits.unpackedBytes()) {
            throw new ImportRefused(
                    "zip_too_large",
                    TOO_LARGE.said(
                            Map.of("bytes", Value.count(unpacked), "most", Value.count(limits.unpackedBytes()))));
        }
    }

    private void refuseOfficeDocuments() {
        if (zip.getEntry("[Content_Types].xml") != null) {
            throw new ImportRefused("unknown_format", OFFICE_DOCUMENT.said());
        }
        if (zip.getEntry("mimetype") != null && zip.getEntry("content.xml") != null) {
            throw new ImportRefused("not_understood_yet", OPEN_DOCUMENT.said());
        }
    }

    private static void refuseHostileName(String name) {
        if (name.startsWith("/") || name.contains("\\") || name.matches("^[A-Za-z]:.*")) {
            throw hostile(name, NO_PLAIN_PATH);
        }
        if (name.chars().anyMatch(Character::isISOControl)) {
            throw hostile(name, CONTROL_CHARACTERS);
        }
        if (name.length() > LONGEST_NAME) {
            throw hostile(name.substring(0, LONGEST_NAME) + "\u2026", NAME_TOO_LONG);
        }
        if (List.of(name.split("/")).contains("..")) {
            throw hostile(name, LEADS_OUT);
        }
    }

    private static ImportRefused hostile(String name, Sentence what) {
        String shown = name.replaceAll("\\p{Cntrl}", "?");
        return new ImportRefused("hostile_zip", what.said(Map.of("name", Value.name(shown)))).inPart(shown);
    }

    /// What operating systems add on their own.
    private static boolean isClutter(String name) {
        String last = name.substring(name.lastIndexOf('/') + 1);
        return name.startsWith("__MACOSX/") || last.startsWith(".") || last.equalsIgnoreCase("Thumbs.db");
    }

    private void add(ZipEntry entry) throws IOException {
        Bytes bytes = () -> new EntryStream(zip, entry, limits.ratio(), limits.unpackedBytes());
        Signature signature;
        try (InputStream in = bytes.open()) {
            signature = Signature.of(in.readNBytes(Signature.LENGTH));
        }
        Container container = new Container(Optional.of(entry.getName()), zone -> EntryTime.of(entry, zone));
        try {
            switch (signature) {
                case TEXT -> text(entry, bytes, container);
                case BIFF -> {
                    refuseManyWorkbooks(entry);
                    parts.addAll(BiffWorkbook.read(bytes, container, limits));
                }
                case SPREADSHEET_ML -> parts.addAll(SpreadsheetMl.read(bytes, container));
                case ZIP -> nested(entry, bytes, container);
                case XML, HTML, JSON, PDF, GZIP, IMAGE, OTHER -> leaveOut(entry, signature.said());
            }
        } catch (ImportRefused e) {
            throw e.part() == null ? e.inPart(entry.getName()) : e;
        }
    }

    /// They are in memory together.
    private void refuseManyWorkbooks(ZipEntry entry) {
        workbookBytes += Math.max(entry.getSize(), 0);
        if (workbookBytes > limits.workbookBytes()) {
            throw new ImportRefused(
                    "zip_too_large", OLD_WORKBOOKS.said(Map.of("most", Value.count(limits.workbookBytes()))));
        }
    }

    private void text(ZipEntry entry, Bytes bytes, Container container) throws IOException {
        CsvPart part = new CsvPart(entry.getName(), bytes, TextCheck.of(bytes), container.modified());
        parts.add(part);
        remarks.addAll(part.remarks());
    }

    /// A workbook is an archive itself, and can only be read from a file.
    private void nested(ZipEntry entry, Bytes bytes, Container container) throws IOException {
        Path copy = Files.createTempFile("tidemark-", ".xlsx");
        resources.add(() -> Files.deleteIfExists(copy));
        try (InputStream in = bytes.open()) {
            Files.copy(in, copy, StandardCopyOption.REPLACE_EXISTING);
        }
        ZipFile inner = resources.add(new ZipFile(copy.toFile(), StandardCharsets.UTF_8));
        if (XlsxWorkbook.is(inner)) {
            parts.addAll(
                    resources.add(XlsxWorkbook.open(inner, container, limits)).sheets());
        } else {
            leaveOut(entry, ARCHIVE_INSIDE.said());
        }
    }

    private void leaveOut(ZipEntry entry, Said kind) {
        remarks.add(LEFT_OUT.said(Map.of("part", Value.name(entry.getName()), "kind", Value.clause(kind))));
    }

    private static ImportRefused damaged(IOException cause) {
        String message = cause.getMessage();
        return new ImportRefused(
                "damaged_zip",
                message == null ? CUT.said() : DAMAGED.said(Map.of("message", Value.name(message))),
                cause);
    }
}
