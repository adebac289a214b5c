package io.tidemark.collect.file.table;

import io.tidemark.words.Sentence;
import java.io.Closeable;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.jspecify.annotations.Nullable;

/// The sheets of an `.xlsx` workbook, hidden ones included, read as streams. What the parts of the package are called
/// is told by its relations, not by convention.
final class XlsxWorkbook implements Closeable {
    private static final Sentence BINARY = Sentence.of(
            "file_is_binary_workbook",
            "This is a binary workbook (.xlsb), which Tidemark does not read: save it as .xlsx or as CSV in "
                    + "UTF-8.");

    private final ZipFile zip;
    private final Limits limits;
    private final List<Part> sheets = new ArrayList<>();
    private XlsxStyles styles = XlsxStyles.NONE;
    private @Nullable SharedStrings strings;
    private boolean from1904;

    private XlsxWorkbook(ZipFile zip, Limits limits) {
        this.zip = zip;
        this.limits = limits;
    }

    /// @param zip closed by the caller
    static XlsxWorkbook open(ZipFile zip, Container container, Limits limits) throws IOException {
        XlsxWorkbook workbook = new XlsxWorkbook(zip, limits);
        try {
            workbook.survey(container);
            return workbook;
        } catch (IOException | RuntimeException e) {
            workbook.close();
            throw e;
        }
    }

    /// Whether the archive is a workbook rather than a package of files.
    static boolean is(ZipFile zip) {
        return zip.getEntry("[Content_Types].xml") != null
                && zip.stream().anyMatch(entry -> entry.getName().startsWith("xl/"));
    }

    List<Part> sheets() {
        return sheets;
    }

    private record Relation(String id, String type, String target) {}

    private void survey(Container container) throws IOException {
        ZipArchive.refuseSize(zip, limits);
        String main = relations("", "_rels/.rels").stream()
                .filter(relation -> relation.type().endsWith("/officeDocument"))
                .map(Relation::target)
                .findFirst()
                .orElse("xl/workbook.xml");
        if (!main.endsWith(".xml")) {
            throw binary();
        }
        int slash = main.lastIndexOf('/') + 1;
        String folder = main.substring(0, slash);
        Map<String, String> targets = new HashMap<>();
        for (Relation relation : relations(folder, folder + "_rels/" + main.substring(slash) + ".rels")) {
            if (relation.type().endsWith("/worksheet")) {
                targets.put(relation.id(), relation.target());
            } else if (relation.type().endsWith("/sharedStrings")) {
                strings = SharedStrings.read(entry(relation.target()));
            } else if (relation.type().endsWith("/styles")) {
                styles = XlsxStyles.read(entry(relation.target()));
            }
        }
        addSheets(main, targets, container);
    }

    private void addSheets(String main, Map<String, String> targets, Container container) throws IOException {
        try (XmlPull xml = new XmlPull(entry(main))) {
            while (xml.next()) {
                if (xml.begins("workbookPr")) {
                    String told = xml.attribute("date1904");
                    from1904 = "1".equals(told) || "true".equals(told);
                } else if (xml.begins("sheet")) {
                    String name = xml.attribute("name");
                    String target = targets.get(String.valueOf(xml.attribute("id")));
                    if (target != null) {
                        add(container, name == null ? target : XlsxText.unescape(name), target);
                    }
                }
            }
        }
        SheetGrid.checkNames(sheets.stream().map(Part::name).toList());
        SheetGrid.checkNames(List.copyOf(targets.values()));
    }

    private void add(Container container, String name, String target) throws IOException {
        if (sheets.size() == limits.entries()) {
            throw XmlPull.damaged(null);
        }
        long size = Math.max(found(target).getSize(), 0);
        sheets.add(new SheetPart(container, name, size, () -> rows(target)));
    }

    private RowCursor rows(String target) {
        try {
            return new XlsxRows(new XmlPull(entry(target)), strings, styles, from1904);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private List<Relation> relations(String folder, String path) throws IOException {
        List<Relation> relations = new ArrayList<>();
        if (zip.getEntry(path) == null) {
            return relations;
        }
        try (XmlPull xml = new XmlPull(entry(path))) {
            while (xml.next()) {
                if (xml.begins("Relationship")) {
                    String target = String.valueOf(xml.attribute("Target"));
                    relations.add(new Relation(
                            String.valueOf(xml.attribute("Id")),
                            String.valueOf(xml.attribute("Type")),
                            target.startsWith("/") ? target.substring(1) : folder + target));
                }
            }
        }
        return relations;
    }

    private InputStream entry(String path) throws IOException {
        return new EntryStream(zip, found(path), limits.ratio(), limits.unpackedBytes());
    }

    private ZipEntry found(String path) throws IOException {
        ZipEntry entry = zip.getEntry(path);
        if (entry == null) {
            throw XmlPull.damaged(new FileNotFoundException(path));
        }
        return entry;
    }

    private static ImportRefused binary() {
        return new ImportRefused("not_understood_yet", BINARY.said());
    }

    @Override
    public void close() {
        if (strings != null) {
            strings.close();
        }
    }
}
