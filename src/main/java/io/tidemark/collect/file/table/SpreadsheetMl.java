package io.tidemark.collect.file.table;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;

/// The worksheets of a SpreadsheetML 2003 workbook: one XML document, which Facebook's exports were named `.xls` with.
/// Each pass over a sheet goes through the sheets before it.
final class SpreadsheetMl {
    private SpreadsheetMl() {}

    /// Goes through the document once, so that damage is seen before a row is read.
    static List<Part> read(Bytes bytes, Container container) throws IOException {
        List<String> names = new ArrayList<>();
        long size;
        try (XmlPull xml = new XmlPull(bytes.open())) {
            while (xml.next()) {
                if (xml.begins("Worksheet")) {
                    String name = xml.attribute("Name");
                    names.add(name == null ? "Sheet" + (names.size() + 1) : name);
                }
            }
            size = xml.bytesRead();
        }
        SheetGrid.checkNames(names);
        List<Part> sheets = new ArrayList<>();
        for (int i = 0; i < names.size(); i++) {
            String name = names.get(i);
            int number = i;
            sheets.add(new SheetPart(container, name, size / names.size(), () -> open(bytes, number)));
        }
        return sheets;
    }

    private static RowCursor open(Bytes bytes, int number) {
        InputStream in;
        try {
            in = bytes.open();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        XmlPull xml = new XmlPull(in);
        int sheet = -1;
        while (sheet < number && xml.next()) {
            sheet += xml.begins("Worksheet") ? 1 : 0;
        }
        return new SpreadsheetMlRows(xml);
    }
}
