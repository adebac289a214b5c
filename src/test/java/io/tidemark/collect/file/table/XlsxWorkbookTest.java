package io.tidemark.collect.file.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.tidemark.collect.file.Xlsx;
import io.tidemark.collect.file.Zip;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class XlsxWorkbookTest {
    @TempDir
    Path folder;

    private List<Row> rows(Xlsx workbook) throws IOException {
        return new Tables(folder).rows(workbook.bytes(), "Posts");
    }

    private ImportRefused refusal(byte[] content) {
        return catchThrowableOfType(ImportRefused.class, () -> new Tables(folder).open(content));
    }

    private ImportRefused refusal(Xlsx workbook) {
        return refusal(workbook.bytes());
    }

    private static String row(String... cells) {
        return "<row r=\"1\">" + String.join("", cells) + "</row>";
    }

    @Test
    void everyKindOfCellIsRead() throws IOException {
        Xlsx workbook = new Xlsx()
                .shared(
                        "<t>plain</t>",
                        "<r><t>two </t></r><r><t>pieces</t></r><rPh><t>reading</t></rPh>",
                        "<t>a_x000A_b</t>")
                .sheet(
                        "Posts",
                        row(
                                "<c r=\"A1\" t=\"s\"><v>0</v></c>",
                                "<c r=\"B1\" t=\"s\"><v>1</v></c>",
                                "<c r=\"C1\" t=\"s\"><v>2</v></c>",
                                "<c r=\"D1\" t=\"inlineStr\"><is><t>in &amp; line</t></is></c>",
                                "<c r=\"E1\"><v>1234.5</v></c>",
                                "<c r=\"F1\" s=\"1\"><v>45000.5</v></c>",
                                "<c r=\"G1\" s=\"2\"><v>45000</v></c>",
                                "<c r=\"H1\" s=\"3\"><v>0.25</v></c>",
                                "<c r=\"I1\" t=\"b\"><v>1</v></c>",
                                "<c r=\"J1\" t=\"d\"><v>2026-03-10T09:30:00</v></c>",
                                "<c r=\"K1\" s=\"3\"/>"));
        assertThat(rows(workbook).getFirst().cells())
                .containsExactly(
                        new Cell.Text("plain"),
                        new Cell.Text("two pieces"),
                        new Cell.Text("a\nb"),
                        new Cell.Text("in & line"),
                        new Cell.Numeric(1234.5),
                        new Cell.Moment(LocalDateTime.of(2023, 3, 15, 12, 0)),
                        new Cell.Moment(LocalDateTime.of(2023, 3, 15, 0, 0)),
                        new Cell.Numeric(0.25),
                        new Cell.Text("true"),
                        new Cell.Moment(LocalDateTime.of(2026, 3, 10, 9, 30)),
                        Cell.empty());
    }

    @Test
    void formulasGiveTheirStoredValueOrSayThatTheyHaveNone() throws IOException {
        List<Cell> cells = rows(new Xlsx()
                        .sheet(
                                "Posts",
                                row(
                                        "<c r=\"A1\"><f>B1*2</f><v>84</v></c>",
                                        "<c r=\"B1\" t=\"str\"><f>\"a\"&amp;\"b\"</f><v>ab</v></c>",
                                        "<c r=\"C1\"><f>SUM(A1:B1)</f></c>",
                                        "<c r=\"D1\" t=\"e\"><f>1/0</f><v>#DIV/0!</v></c>",
                                        "<c r=\"E1\"><f>SUM(A1:B1)</f><v></v></c>",
                                        "<c r=\"F1\" t=\"str\"><f>\"\"</f><v></v></c>")))
                .getFirst()
                .cells();
        assertThat(cells.subList(0, 2)).containsExactly(new Cell.Numeric(84), new Cell.Text("ab"));
        assertThat(cells.get(2))
                .isInstanceOfSatisfying(
                        Cell.Broken.class,
                        broken -> assertThat(broken.reason().english()).contains("without its value"));
        assertThat(cells.get(3).text()).isEqualTo("#DIV/0!");
        assertThat(cells.get(3)).isInstanceOf(Cell.Broken.class);
        assertThat(cells.get(4)).isEqualTo(Cell.Broken.formula("SUM(A1:B1)"));
        assertThat(cells.get(5)).isEqualTo(Cell.empty());
    }

    @Test
    void gapsAndMissingPlacesAreFilledIn() throws IOException {
        List<Row> rows = rows(new Xlsx()
                .sheet(
                        "Posts",
                        "<row><c><v>1</v></c><c r=\"AB1\"><v>2</v></c></row><row r=\"5\"><c r=\"B5\"><v>3</v></c></row>"
                                + "<row><c><v>4</v></c></row>"));
        assertThat(rows).extracting(Row::number).containsExactly(1L, 5L, 6L);
        assertThat(rows.getFirst().cells()).hasSize(28).last().isEqualTo(new Cell.Numeric(2));
        assertThat(rows.get(1).cells()).containsExactly(Cell.empty(), new Cell.Numeric(3));
    }

    @Test
    void daysMayBeCountedFrom1904() throws IOException {
        Xlsx workbook = new Xlsx().from1904().sheet("Posts", row("<c r=\"A1\" s=\"1\"><v>43538</v></c>"));
        assertThat(rows(workbook).getFirst().cell(0)).isEqualTo(new Cell.Moment(LocalDateTime.of(2023, 3, 15, 0, 0)));
    }

    @Test
    void durationsAreSeconds() throws IOException {
        Xlsx workbook = new Xlsx()
                .sheet("Posts", row("<c r=\"A1\" s=\"4\"><v>0.00318287037037037</v></c>", "<c s=\"4\"><v>1.5</v></c>"));
        Row row = rows(workbook).getFirst();
        assertThat(Values.seconds(row.cell(0), NumberStyle.POINT)).hasValue(275);
        assertThat(Values.seconds(row.cell(1), NumberStyle.POINT)).hasValue(36 * 3600);
    }

    @Test
    void everySheetIsAPartHiddenOrNot() throws IOException {
        Xlsx workbook = new Xlsx().texts("Posts", List.of("a,b")).texts("Q&amp;A", List.of("c"));
        assertThat(new Tables(folder).open(workbook.bytes())).containsOnlyKeys("Posts", "Q&A");
    }

    @Test
    void workbooksInAnArchiveAreReadAndNestedArchivesLeftOut() throws IOException {
        byte[] workbook = new Xlsx().texts("Posts", List.of("a,b")).bytes();
        byte[] archive = new Zip()
                .add("x/acme.xlsx", workbook)
                .add("inner.zip", new Zip().add("t.csv", "a,b").bytes())
                .bytes();
        Tables tables = new Tables(folder);
        assertThat(tables.open(archive)).containsOnlyKeys("x/acme.xlsx/Posts");
        assertThat(tables.remarks()).singleElement().asString().contains("inner.zip", "an archive inside");
        assertThat(tables.downloads()).containsExactly("x/acme.xlsx");
    }

    @Test
    void temporaryFilesAreDeleted() throws IOException {
        byte[] workbook =
                new Xlsx().shared("<t>a</t>").texts("Posts", List.of("a,b")).bytes();
        Path temporary = Path.of(System.getProperty("java.io.tmpdir"));
        List<Path> before = Tables.temporary(temporary);
        new Tables(folder).open(new Zip().add("acme.xlsx", workbook).bytes());
        assertThat(before).containsAll(Tables.temporary(temporary));
    }

    @Test
    void entitiesAreRefused() {
        String laughs = "<!DOCTYPE x [<!ENTITY a \"ha\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;\">]>";
        String outside = "<!DOCTYPE x [<!ENTITY a SYSTEM \"file:///etc/hostname\">]>";
        for (String type : List.of(laughs, outside, "<!DOCTYPE x SYSTEM \"http://127.0.0.1:1/x.dtd\">")) {
            Xlsx workbook = new Xlsx().prologue(type).texts("Posts", List.of("&a;"));
            assertThat(refusal(workbook).code()).isEqualTo("hostile_xml");
        }
        assertThat(refusal(new Xlsx().texts("Posts", List.of("&a;"))).code()).isEqualTo("damaged_workbook");
    }

    @Test
    void largeWorkbooksMayHoldManyAmpersands() throws IOException {
        List<String> texts = LongStream.range(0, 15_000)
                .mapToObj(i -> Long.toHexString(i * 0x9E3779B97F4A7C15L) + "&amp;".repeat(10) + "&#8364;")
                .toList();
        assertThat(rows(new Xlsx().texts("Posts", texts)))
                .hasSize(15_000)
                .allSatisfy(row -> assertThat(row.cell(0).text()).endsWith("&&&&&&&&&&\u20ac"));
    }

    @Test
    void placesBeyondEverySheetAreDamage() {
        for (String hostile : List.of(
                "<row r=\"1\"><c r=\"ZZZZZZ1\"><v>1</v></c></row>",
                "<row r=\"2000000\"/>",
                "<row r=\"2\"/><row r=\"1\"/>",
                "<row r=\"-1\"/>",
                "<row><c t=\"s\"><v>7</v></c></row>",
                "<row><c t=\"inlineStr\"><is><t>" + "x".repeat(200_000) + "</t></is></c></row>",
                "<row><c r=\"" + "A".repeat(9_000_000) + "\"/></row>",
                "<row><c><v>1</v></row>")) {
            ImportRefused refused = refusal(new Xlsx().sheet("Posts", hostile));
            assertThat(refused).as("%.40s", hostile).isNotNull();
            assertThat(refused.code()).isIn("damaged_workbook", "zip_too_large");
            assertThat(refused.part()).isIn("Posts", "xl/worksheets/sheet0.xml");
        }
    }

    @Test
    void namesOfSheetsAreHeldToWhatPeopleCanRead() {
        for (String name : List.of("a&#10;b", "a_x001B_[31mb", "x".repeat(300))) {
            assertThat(refusal(new Xlsx().texts(name, List.of("a"))).code()).isEqualTo("damaged_workbook");
        }
        assertThat(refusal(new Xlsx().texts("a", List.of("a")).texts("a", List.of("a")))
                        .code())
                .isEqualTo("damaged_workbook");
    }

    @Test
    void bombsAreRefused() {
        Xlsx bomb = new Xlsx().sheet("Posts", "<row/>".repeat(1_000_000) + " ".repeat(32 << 20));
        assertThat(refusal(bomb).code()).isEqualTo("zip_too_large");
    }

    @Test
    void cutWorkbooksAreDamaged() {
        byte[] whole = new Xlsx().texts("Posts", List.of("a,b", "c,d")).bytes();
        for (int length = 10; length < whole.length; length += 53) {
            assertThat(refusal(Arrays.copyOf(whole, length)).code()).isEqualTo("damaged_zip");
        }
    }

    @Test
    void otherOfficeDocumentsAreNamed() {
        byte[] document = new Zip()
                .add("[Content_Types].xml", "<Types/>")
                .add("word/document.xml", "<document/>")
                .bytes();
        assertThat(refusal(document).sentence()).contains("no workbook");
    }
}
