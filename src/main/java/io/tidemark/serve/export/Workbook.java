package io.tidemark.serve.export;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/// The parts of an `.xlsx` file around its sheets. Sheets come first and one after the other, so that nothing has to
/// be kept: the parts that list them are written when all are through.
final class Workbook {
    private static final String XML = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";
    private static final String MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private static final String DOCUMENT = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private static final String PACKAGE = "http://schemas.openxmlformats.org/package/2006";
    private static final String TYPES = "application/vnd.openxmlformats-officedocument.spreadsheetml.";
    private static final int LONGEST_NAME = 31;

    /// Cell styles by number: 0 plain, 1 bold, 2 a date.
    private static final String STYLES = "<styleSheet xmlns=\"" + MAIN + "\">"
            + "<numFmts count=\"1\"><numFmt numFmtId=\"164\" formatCode=\"yyyy\\-mm\\-dd\"/></numFmts>"
            + "<fonts count=\"2\"><font><sz val=\"11\"/><name val=\"Calibri\"/></font>"
            + "<font><b/><sz val=\"11\"/><name val=\"Calibri\"/></font></fonts>"
            + "<fills count=\"2\"><fill><patternFill patternType=\"none\"/></fill>"
            + "<fill><patternFill patternType=\"gray125\"/></fill></fills>"
            + "<borders count=\"1\"><border><left/><right/><top/><bottom/><diagonal/></border></borders>"
            + "<cellStyleXfs count=\"1\"><xf numFmtId=\"0\" fontId=\"0\" fillId=\"0\" borderId=\"0\"/></cellStyleXfs>"
            + "<cellXfs count=\"3\"><xf numFmtId=\"0\" fontId=\"0\" fillId=\"0\" borderId=\"0\" xfId=\"0\"/>"
            + "<xf numFmtId=\"0\" fontId=\"1\" fillId=\"0\" borderId=\"0\" xfId=\"0\" applyFont=\"1\"/>"
            + "<xf numFmtId=\"164\" fontId=\"0\" fillId=\"0\" borderId=\"0\" xfId=\"0\" applyNumberFormat=\"1\"/></cellXfs>"
            + "<cellStyles count=\"1\"><cellStyle name=\"Normal\" xfId=\"0\" builtinId=\"0\"/></cellStyles></styleSheet>";

    private final ZipOutputStream zip;
    private final List<String> names = new ArrayList<>();

    Workbook(OutputStream out) {
        zip = new ZipOutputStream(out, StandardCharsets.UTF_8);
        zip.setLevel(Deflater.BEST_SPEED);
    }

    /// Begins a sheet; the one before must have been ended.
    ByteSink beginSheet(String name) throws IOException {
        names.add(name.length() <= LONGEST_NAME ? name : name.substring(0, LONGEST_NAME));
        zip.putNextEntry(new ZipEntry("xl/worksheets/sheet" + names.size() + ".xml"));
        ByteSink sheet = new ByteSink(zip);
        sheet.put(XML + "<worksheet xmlns=\"" + MAIN + "\"><sheetViews><sheetView workbookViewId=\"0\">"
                + "<pane ySplit=\"1\" topLeftCell=\"A2\" activePane=\"bottomLeft\" state=\"frozen\"/></sheetView></sheetViews>"
                + "<sheetFormatPr defaultRowHeight=\"15\"/><sheetData>");
        return sheet;
    }

    void endSheet(ByteSink sheet) throws IOException {
        sheet.put("</sheetData></worksheet>");
        sheet.drain();
        zip.closeEntry();
    }

    /// Writes the parts that tie the sheets together. The stream below stays open.
    void end() throws IOException {
        part("xl/styles.xml", STYLES);
        part("xl/workbook.xml", workbook());
        part("xl/_rels/workbook.xml.rels", workbookRelations());
        part("_rels/.rels", relations(relation(1, DOCUMENT + "/officeDocument", "xl/workbook.xml")));
        part("[Content_Types].xml", contentTypes());
        zip.finish();
    }

    private void part(String name, String xml) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write((XML + xml).getBytes(StandardCharsets.UTF_8));
        zip.closeEntry();
    }

    private String workbook() {
        StringBuilder sheets = new StringBuilder();
        for (int i = 0; i < names.size(); i++) {
            sheets.append("<sheet name=\"%s\" sheetId=\"%d\" r:id=\"rId%d\"/>".formatted(names.get(i), i + 1, i + 1));
        }
        return "<workbook xmlns=\"" + MAIN + "\" xmlns:r=\"" + DOCUMENT + "\"><sheets>" + sheets
                + "</sheets></workbook>";
    }

    private String workbookRelations() {
        StringBuilder all = new StringBuilder();
        for (int i = 1; i <= names.size(); i++) {
            all.append(relation(i, DOCUMENT + "/worksheet", "worksheets/sheet" + i + ".xml"));
        }
        all.append(relation(names.size() + 1, DOCUMENT + "/styles", "styles.xml"));
        return relations(all.toString());
    }

    private static String relations(String all) {
        return "<Relationships xmlns=\"" + PACKAGE + "/relationships\">" + all + "</Relationships>";
    }

    private static String relation(int id, String type, String target) {
        return "<Relationship Id=\"rId%d\" Type=\"%s\" Target=\"%s\"/>".formatted(id, type, target);
    }

    private String contentTypes() {
        StringBuilder sheets = new StringBuilder();
        for (int i = 1; i <= names.size(); i++) {
            sheets.append(override("/xl/worksheets/sheet" + i + ".xml", "worksheet"));
        }
        return "<Types xmlns=\"" + PACKAGE + "/content-types\">"
                + "<Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
                + "<Default Extension=\"xml\" ContentType=\"application/xml\"/>"
                + override("/xl/workbook.xml", "sheet.main")
                + sheets + override("/xl/styles.xml", "styles") + "</Types>";
    }

    private static String override(String part, String type) {
        return "<Override PartName=\"%s\" ContentType=\"%s%s+xml\"/>".formatted(part, TYPES, type);
    }
}
