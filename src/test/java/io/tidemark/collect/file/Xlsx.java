package io.tidemark.collect.file;

import java.util.ArrayList;
import java.util.List;

/// Builds `.xlsx` workbooks from the XML of their rows, so that a test can write what no library would.
public final class Xlsx {
    private static final String MAIN = " xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"";
    private static final String TYPE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private static final String RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships";

    private final List<String> names = new ArrayList<>();
    private final List<String> sheets = new ArrayList<>();
    private String strings = "";
    private String prologue = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>";
    private String properties = "";

    /// A sheet of rows such as `<row r="1"><c r="A1"><v>5</v></c></row>`.
    public Xlsx sheet(String name, String rows) {
        names.add(name);
        sheets.add("<worksheet" + MAIN + "><sheetData>" + rows + "</sheetData></worksheet>");
        return this;
    }

    /// A sheet of texts, as they stand in the cells themselves.
    public Xlsx texts(String name, List<String> rows) {
        StringBuilder xml = new StringBuilder();
        for (String row : rows) {
            xml.append("<row>");
            for (String cell : row.split(",", -1)) {
                xml.append("<c t=\"inlineStr\"><is><t>").append(cell).append("</t></is></c>");
            }
            xml.append("</row>");
        }
        return sheet(name, xml.toString());
    }

    /// Texts to refer to by number, each as the XML inside `<si>`.
    public Xlsx shared(String... items) {
        strings = "<si>" + String.join("</si><si>", items) + "</si>";
        return this;
    }

    /// What stands before the root of every sheet.
    public Xlsx prologue(String xml) {
        prologue = xml;
        return this;
    }

    public Xlsx from1904() {
        properties = "<workbookPr date1904=\"1\"/>";
        return this;
    }

    public byte[] bytes() {
        Zip zip = new Zip()
                .add("[Content_Types].xml", "<Types/>")
                .add("_rels/.rels", relations(relation(0, "officeDocument", "xl/workbook.xml")));
        StringBuilder relations = new StringBuilder();
        StringBuilder list = new StringBuilder();
        for (int i = 0; i < names.size(); i++) {
            zip.add("xl/worksheets/sheet" + i + ".xml", prologue + sheets.get(i));
            relations.append(relation(i, "worksheet", "worksheets/sheet" + i + ".xml"));
            list.append("<sheet name=\"" + names.get(i) + "\" sheetId=\"1\" state=\"hidden\" r:id=\"r" + i + "\"/>");
        }
        relations.append(relation(98, "sharedStrings", "/xl/sharedStrings.xml"));
        relations.append(relation(99, "styles", "styles.xml"));
        return zip.add("xl/_rels/workbook.xml.rels", relations(relations.toString()))
                .add(
                        "xl/workbook.xml",
                        "<workbook" + MAIN + " xmlns:r=\"" + TYPE + "\">" + properties + "<sheets>" + list
                                + "</sheets></workbook>")
                .add("xl/sharedStrings.xml", "<sst" + MAIN + ">" + strings + "</sst>")
                .add(
                        "xl/styles.xml",
                        "<styleSheet" + MAIN
                                + "><numFmts><numFmt numFmtId=\"170\" formatCode=\"dd/mm/yyyy\"/></numFmts>"
                                + "<cellStyleXfs><xf numFmtId=\"14\"/></cellStyleXfs>"
                                + "<cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"14\"/><xf numFmtId=\"170\"/>"
                                + "<xf numFmtId=\"10\"/><xf numFmtId=\"46\"/></cellXfs></styleSheet>")
                .bytes();
    }

    private static String relations(String inside) {
        return "<Relationships xmlns=\"" + RELATIONS + "\">" + inside + "</Relationships>";
    }

    private static String relation(int id, String type, String target) {
        return "<Relationship Id=\"r" + id + "\" Type=\"" + TYPE + "/" + type + "\" Target=\"" + target + "\"/>";
    }
}
