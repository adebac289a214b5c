package io.tidemark.collect.file.table;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/// The text entries of a zip archive. Entries are never written to disk; each is read as a bounded stream whose size
/// and
/// checksum are compared with the directory of the archive.
final class ZipArchive {
    private final ZipFile zip;
    private final Limits limits;
    private final List<Part> parts = new ArrayList<>();
    private final List<String> leftOut = new ArrayList<>();
    private long unpacked;

    private ZipArchive(ZipFile zip, Limits limits) {
        this.zip = zip;
        this.limits = limits;
    }

    static ExportFile open(Path path, String name, Limits limits) throws IOException {
        ZipFile zip;
        try {
            zip = new ZipFile(path.toFile(), StandardCharsets.UTF_8);
        } catch (ZipException | EOFException e) {
            throw damaged(e);
        }
        try {
            ZipArchive archive = new ZipArchive(zip, limits);
            archive.survey();
            return new ExportFile(name, archive.parts, archive.leftOut, archive.unpacked, zip);
        } catch (ZipException | EOFException e) {
            zip.close();
            throw damaged(e);
        } catch (IOException | RuntimeException e) {
            zip.close();
            throw e;
        }
    }

    private void survey() throws IOException {
        List<? extends ZipEntry> entries = Collections.list(zip.entries());
        if (entries.size() > limits.entries()) {
            throw new ImportRefused(
                    "zip_too_large",
                    "The archive holds " + entries.size() + " entries, more than the " + limits.entries()
                            + " that are read: import its files on their own.");
        }
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

    private void refuseOfficeDocuments() {
        if (zip.getEntry("[Content_Types].xml") != null) {
            throw new ImportRefused(
                    "not_understood_yet",
                    "This is an Office document (.xlsx), whatever its name says, and Tidemark does not read these yet: "
                            + "export as CSV or .xls, or save the sheet as CSV in UTF-8.");
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
        if (name.chars().anyMatch(c -> c < ' ' || c == 0x7f)) {
            throw hostile(name, "holds control characters");
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
        Signature signature;
        try (InputStream in = new EntryStream(zip, entry, limits.ratio(), limits.unpackedBytes())) {
            signature = Signature.of(in.readNBytes(Signature.LENGTH));
        }
        if (signature != Signature.TEXT) {
            leftOut.add("\"" + entry.getName() + "\" was left out: it is " + signature.title()
                    + ", and only CSV text is read from inside an archive.");
            return;
        }
        CsvPart.Bytes bytes = () -> new EntryStream(zip, entry, limits.ratio(), limits.unpackedBytes());
        try (InputStream in = new EntryStream(zip, entry, limits.ratio(), limits.unpackedBytes() - unpacked)) {
            TextCheck check = TextCheck.of(in);
            unpacked += check.bytes();
            parts.add(new CsvPart(entry.getName(), bytes, check, zone -> EntryTime.of(entry, zone)));
        } catch (ImportRefused e) {
            throw e.inPart(entry.getName());
        }
    }

    private static ImportRefused damaged(IOException cause) {
        return new ImportRefused(
                "damaged_zip",
                "The archive is truncated, damaged or encrypted ("
                        + Objects.requireNonNullElse(cause.getMessage(), "it ends early") + "): download it again.",
                cause);
    }
}
