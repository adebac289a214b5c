package io.tidemark.bench;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/// Charts of YouTube Studio as large as one likes: a row for each day of each video.
final class ChartFiles {
    private static final List<String> HEADER =
            List.of("Date", "Content", "Video title", "Video publish time", "Duration", "Views");
    private static final LocalDate FIRST = LocalDate.of(2020, 1, 1);
    private static final int DAYS = 2_000;
    private static final String RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships";
    private static final String TYPES = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

    private ChartFiles() {}

    static Path csv(Path file, long bytes) throws IOException {
        try (BufferedWriter out = Files.newBufferedWriter(file)) {
            String header = String.join(",", HEADER) + "\n";
            out.write(header);
            long written = header.length();
            for (int i = 0; written < bytes; i++) {
                String line = String.join(",", row(i)) + "\n";
                out.write(line);
                written += line.length();
            }
        }
        return file;
    }

    static Path workbook(Path file, int rows) throws IOException {
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
            entry(zip, "[Content_Types].xml", "<Types/>");
            entry(
                    zip,
                    "xl/workbook.xml",
                    "<workbook xmlns:r=\"" + TYPES
                            + "\"><sheets><sheet name=\"Chart\" r:id=\"a\"/></sheets></workbook>");
            entry(
                    zip,
                    "xl/_rels/workbook.xml.rels",
                    "<Relationships xmlns=\"" + RELATIONS + "\"><Relationship Id=\"a\" Type=\"" + TYPES
                            + "/worksheet\" Target=\"sheet.xml\"/></Relationships>");
            zip.putNextEntry(new ZipEntry("xl/sheet.xml"));
            Writer out = new BufferedWriter(new OutputStreamWriter(zip, StandardCharsets.UTF_8));
            out.write("<worksheet><sheetData>" + cells(HEADER));
            for (int i = 0; i < rows; i++) {
                out.write(cells(row(i)));
            }
            out.write("</sheetData></worksheet>");
            out.flush();
            zip.closeEntry();
        }
        return file;
    }

    private static void entry(ZipOutputStream zip, String name, String content) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(content.getBytes(StandardCharsets.UTF_8));
        zip.closeEntry();
    }

    private static String cells(List<String> values) {
        return "<row><c t=\"inlineStr\"><is><t>" + String.join("</t></is></c><c t=\"inlineStr\"><is><t>", values)
                + "</t></is></c></row>";
    }

    private static List<String> row(int number) {
        int video = number / DAYS;
        LocalDate day = FIRST.plusDays(number % DAYS);
        return List.of(
                day.toString(),
                "bench%06d".formatted(video),
                "A video about subject " + video + " in some detail",
                FIRST.toString(),
                "61",
                Integer.toString(number % 997));
    }
}
