package io.tidemark.serve.export;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/// Reads workbooks for tests with the JDK's own XML parser: cells by their reference, as `type:value`.
final class Sheets {
    private Sheets() {}

    static Map<String, byte[]> entries(byte[] zip) throws IOException {
        Map<String, byte[]> entries = new LinkedHashMap<>();
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(zip))) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                entries.put(entry.getName(), in.readAllBytes());
            }
        }
        return entries;
    }

    static List<String> names(byte[] workbook) throws IOException {
        NodeList sheets = xml(part(entries(workbook), "xl/workbook.xml")).getElementsByTagName("sheet");
        List<String> names = new ArrayList<>();
        for (int i = 0; i < sheets.getLength(); i++) {
            names.add(((Element) sheets.item(i)).getAttribute("name"));
        }
        return names;
    }

    static byte[] part(Map<String, byte[]> entries, String name) {
        return Objects.requireNonNull(entries.get(name), name);
    }

    /// @param number from 1
    static Map<String, String> cells(byte[] workbook, int number) throws IOException {
        NodeList cells = xml(part(entries(workbook), "xl/worksheets/sheet" + number + ".xml"))
                .getElementsByTagName("c");
        Map<String, String> found = new LinkedHashMap<>();
        for (int i = 0; i < cells.getLength(); i++) {
            Element cell = (Element) cells.item(i);
            String type = cell.getAttribute("t");
            found.put(cell.getAttribute("r"), (type.isEmpty() ? "n" : type) + ":" + cell.getTextContent());
        }
        return found;
    }

    static Document xml(byte[] bytes) throws IOException {
        try {
            return DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(new ByteArrayInputStream(bytes));
        } catch (ParserConfigurationException | SAXException broken) {
            throw new IOException(broken);
        }
    }
}
