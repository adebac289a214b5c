package io.tidemark.collect.file.table;

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
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/// The text entries of a zip archive. Entries are never written to disk; each is read as a bounded stream whose size
/// and
/// checksum are compared with the directory of the archive.
final class ZipArchive {
    private static final int LONGEST_NAME = 1_000;

    private final ZipFile zip;
    private final Limits limits;
    private final Resources resources;
    private final List<Part> parts = new ArrayList<>();
    private final List<String> remarks = new ArrayList<>();
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
                throw hostile(entry.getName(), "occurs twice");
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
                    "The archive holds " + entries.size() + " entries, more than the " + limits.entries()
                            + " that are read: import its files on their own.");
        }
        long unpacked = entries.stream()
                .mapToLong(entry -> Math.max(entry.getSize(), 0))
                .sum();
        if (unpacked > limits.unpackedBytes()) {
            throw new ImportRefused(
                    "zip_too_large",
                    "The archive unpacks to " + unpacked + " bytes, more than the " + limits.unpackedBytes()
                            + " that are read: unpack it and import its files on their own.");
        }
    }

    private void refuseOfficeDocuments() {
        if (zip.getEntry("[Content_Types].xml") != null) {
            throw new ImportRefused(
                    "unknown_format",
                    "This is an Office document, but no workbook: download the file again as CSV or as a workbook.");
        }
        if (zip.getEntry("mimetype") != null && zip.getEntry("content.xml") != null) {
            throw new ImportRefused(
                    "not_understood_yet",
                    "This is an OpenDocument file, which Tidemark does not read: save the sheet as CSV in UTF-8.");
        }
    }

    private static void refuseHostileName(String name) {
        if (name.startsWith("/") || name.contains("\\") || name.matches("^[A-Za-z]:.*")) {
            throw hostile(name, "is not a plain relative path");
        }
        if (name.chars().anyMatch(Character::isISOControl)) {
            throw hostile(name, "holds control characters");
        }
        if (name.length() > LONGEST_NAME) {
            throw hostile(name.substring(0, LONGEST_NAME) + "\u2026", "is too long");
        }
        if (List.of(name.split("/")).contains("..")) {
            throw hostile(name, "leads out of the archive");
        }
    }

    private static ImportRefused hostile(String name, String what) {
        String shown = name.replaceAll("\\p{Cntrl}", "?");
        return new ImportRefused(
                        "hostile_zip",
                        "The entry name \"" + shown + "\" " + what
                                + ", which no export does: nothing of this archive is read.")
                .inPart(shown);
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
                case XML, HTML, JSON, PDF, GZIP, IMAGE, OTHER -> leaveOut(entry, signature.title());
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
                    "zip_too_large",
                    "The archive holds more than the " + limits.workbookBytes()
                            + " bytes of old .xls workbooks that are read at once: import its files on their own.");
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
            leaveOut(entry, "an archive inside the archive");
        }
    }

    private void leaveOut(ZipEntry entry, String title) {
        remarks.add("\"" + entry.getName() + "\" was left out: it is " + title
                + ", and only CSV and workbooks are read from inside an archive.");
    }

    private static ImportRefused damaged(IOException cause) {
        return new ImportRefused(
                "damaged_zip",
                "The archive is truncated, damaged or encrypted ("
                        + Objects.requireNonNullElse(cause.getMessage(), "it ends early") + "): download it again.",
                cause);
    }
}
