package io.tidemark.collect.file.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.tidemark.collect.file.Zip;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SpreadsheetMlTest {
    private static final String BEGIN = """
            <?xml version="1.0"?>
            <?mso-application progid="Excel.Sheet"?>
            <Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet"
             xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet">
            """;

    @TempDir
    Path folder;

    private static String sheet(String name, String rows) {
        return "<Worksheet ss:Name=\"" + name + "\"><Table>" + rows + "</Table></Worksheet>";
    }

    private static byte[] workbook(String sheets) {
        return (BEGIN + sheets + "</Workbook>").getBytes(StandardCharsets.UTF_8);
    }

    private static String data(String type, String value) {
        return "<Data ss:Type=\"" + type + "\">" + value + "</Data>";
    }

    private List<Row> rows(String rows) throws IOException {
        return new Tables(folder).rows(workbook(sheet("Before", "<Row/>") + sheet("Key Metrics", rows)), "Key Metrics");
    }

    private ImportRefused refusal(byte[] content) {
        return catchThrowableOfType(ImportRefused.class, () -> new Tables(folder).open(content));
    }

    @Test
    void everyKindOfCellIsRead() throws IOException {
        List<Row> rows = rows("<Row><Cell>" + data("String", "caf&#233;") + "</Cell><Cell>" + data("Number", "12.5")
                + "</Cell><Cell>" + data("DateTime", "2019-04-01T13:05:00.000") + "</Cell><Cell>"
                + data("Boolean", "1") + "</Cell><Cell>" + data("Error", "#REF!") + "</Cell><Cell ss:Formula=\"=1+1\">"
                + data("Number", "2") + "</Cell><Cell ss:Formula=\"=1+1\"/><Cell><Comment>" + data("String", "no")
                + "</Comment></Cell><Cell>" + data("String", "<B>bold</B> text") + "</Cell></Row>");
        List<Cell> cells = rows.getFirst().cells();
        assertThat(cells.subList(0, 4))
                .containsExactly(
                        new Cell.Text("caf\u00e9"),
                        new Cell.Numeric(12.5),
                        new Cell.Moment(LocalDateTime.of(2019, 4, 1, 13, 5)),
                        new Cell.Text("true"));
        assertThat(cells.get(4)).isInstanceOf(Cell.Broken.class);
        assertThat(cells.get(5)).isEqualTo(new Cell.Numeric(2));
        assertThat(cells.get(6)).isInstanceOf(Cell.Broken.class);
        assertThat(cells.get(7)).isEqualTo(Cell.empty());
        assertThat(cells.get(8).text()).isEqualTo("bold text");
    }

    @Test
    void gapsAndMergedCellsKeepTheirRoom() throws IOException {
        List<Row> rows = rows("<Row><Cell ss:MergeAcross=\"2\">" + data("String", "wide") + "</Cell><Cell>"
                + data("Number", "1") + "</Cell><Cell ss:Index=\"7\">" + data("Number", "2")
                + "</Cell></Row><Row ss:Index=\"4\" ss:Span=\"2\"/><Row><Cell>" + data("Number", "3")
                + "</Cell></Row>");
        assertThat(rows).extracting(Row::number).containsExactly(1L, 4L, 7L);
        assertThat(rows.getFirst().cells())
                .containsExactly(
                        new Cell.Text("wide"),
                        Cell.empty(),
                        Cell.empty(),
                        new Cell.Numeric(1),
                        Cell.empty(),
                        Cell.empty(),
                        new Cell.Numeric(2));
    }

    @Test
    void everySheetIsAPartInWhateverEncodingTheDocumentNames() throws IOException {
        String text = BEGIN.replace("\"1.0\"", "\"1.0\" encoding=\"windows-1252\"")
                + sheet("One", "<Row><Cell>" + data("String", "caf\u00e9") + "</Cell></Row>") + sheet("Two", "")
                + "</Workbook>";
        Tables tables = new Tables(folder);
        assertThat(tables.open(text.getBytes(Charset.forName("windows-1252")))).containsOnlyKeys("One", "Two");
        byte[] archive = new Zip()
                .add("f/insights.xls", text.replace("windows-1252", "UTF-8"))
                .bytes();
        assertThat(tables.rows(archive, "f/insights.xls/One").getFirst().cell(0))
                .isEqualTo(new Cell.Text("caf\u00e9"));
    }

    @Test
    void entitiesAreRefused() {
        String type = "<?xml version=\"1.0\"?><!DOCTYPE x [<!ENTITY a SYSTEM \"file:///etc/hostname\">]>";
        String hostile = type + BEGIN.substring(BEGIN.indexOf("<Workbook"))
                + sheet("One", "<Row><Cell>" + data("String", "&a;") + "</Cell></Row>") + "</Workbook>";
        assertThat(refusal(hostile.getBytes(StandardCharsets.UTF_8)).code()).isEqualTo("hostile_xml");
    }

    @Test
    void damageIsRefused() {
        byte[] cut = (BEGIN + sheet("One", "<Row><Cell/></Row>")).getBytes(StandardCharsets.UTF_8);
        assertThat(refusal(cut).code()).isEqualTo("damaged_workbook");
        for (String hostile : List.of(
                "<Row ss:Index=\"2000000\"/>",
                "<Row><Cell ss:Index=\"20000\"/></Row>",
                "<Row><Cell ss:Index=\"0\"/></Row>",
                "<Row ss:Index=\"3\"/><Row ss:Index=\"3\"/>",
                "<Row><Cell ss:MergeAcross=\"16000\"/><Cell ss:MergeAcross=\"16000\"/><Cell/></Row>")) {
            ImportRefused refused = refusal(workbook(sheet("One", hostile)));
            assertThat(refused.code()).as(hostile).isEqualTo("damaged_workbook");
            assertThat(refused.part()).isEqualTo("One");
        }
        assertThat(refusal(workbook(sheet("One", "") + sheet("One", ""))).code())
                .isEqualTo("damaged_workbook");
    }
}
