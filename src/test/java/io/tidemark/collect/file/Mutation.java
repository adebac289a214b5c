package io.tidemark.collect.file;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;

/// Does to a table what people, spreadsheets and networks do to files.
final class Mutation {
    private static final List<String> JUNK = List.of(
            "",
            "-",
            "0",
            "-5",
            "NaN",
            "1e9",
            "1,5",
            "\"",
            "a\nb",
            "Total",
            "2022-02-30",
            "9999999999999999999",
            "6.49E+17",
            "\u0000",
            "\ud83d\ude00",
            "\u202e",
            "=1+1",
            ";",
            "\t",
            "3.\u0430\u043f\u0440",
            "undefined",
            "x".repeat(40_000));
    private static final List<Charset> CHARSETS = List.of(
            StandardCharsets.UTF_8,
            StandardCharsets.UTF_16LE,
            StandardCharsets.UTF_16BE,
            Charset.forName("windows-1252"),
            Charset.forName("windows-1251"));

    private final Random random;

    Mutation(long seed) {
        random = new Random(seed);
    }

    /// The content of a file made of the changed table, often damaged itself.
    byte[] of(List<List<String>> table) {
        int changes = random.nextInt(5);
        for (int i = 0; i < changes && !table.isEmpty(); i++) {
            change(table);
        }
        byte[] content = switch (random.nextInt(6)) {
            case 0 -> workbook(table);
            case 1 -> spreadsheetMl(table);
            default -> text(table);
        };
        if (random.nextInt(4) == 0) {
            content = damaged(content);
        }
        if (random.nextInt(4) == 0) {
            content = new Zip().add("Table data.csv", content).bytes();
            content = random.nextInt(3) == 0 ? damaged(content) : content;
        }
        return content;
    }

    byte[] damaged(byte[] content) {
        if (content.length == 0 || random.nextBoolean()) {
            return Arrays.copyOf(content, random.nextInt(content.length + 1));
        }
        byte[] changed = content.clone();
        int places = 1 + random.nextInt(8);
        for (int i = 0; i < places; i++) {
            changed[random.nextInt(changed.length)] = (byte) random.nextInt(256);
        }
        return changed;
    }

    private void change(List<List<String>> table) {
        int width = table.stream().mapToInt(List::size).max().orElse(1);
        int column = random.nextInt(Math.max(width, 1));
        switch (random.nextInt(9)) {
            case 0 -> table.forEach(row -> remove(row, column));
            case 1 -> table.forEach(row -> row.add(row.isEmpty() ? "" : row.get(Math.min(column, row.size() - 1))));
            case 2 -> {
                long order = random.nextLong();
                table.forEach(row -> Collections.shuffle(row, new Random(order)));
            }
            case 3 -> table.add(random.nextInt(table.size()), new ArrayList<>(any(table)));
            case 4 -> Collections.shuffle(table, random);
            case 5 -> table.remove(random.nextInt(table.size()));
            case 6 -> set(table.getFirst(), "Renamed");
            default -> set(any(table), JUNK.get(random.nextInt(JUNK.size())));
        }
    }

    private List<String> any(List<List<String>> table) {
        return table.get(random.nextInt(table.size()));
    }

    private void set(List<String> row, String value) {
        if (!row.isEmpty()) {
            row.set(random.nextInt(row.size()), value);
        }
    }

    private static void remove(List<String> row, int column) {
        if (column < row.size() && row.size() > 1) {
            row.remove(column);
        }
    }

    private byte[] text(List<List<String>> table) {
        String separator = List.of(",", ",", ";", "\t").get(random.nextInt(4));
        String end = List.of("\n", "\n", "\r\n", "\r").get(random.nextInt(4));
        boolean quoteAll = random.nextInt(4) == 0;
        boolean wrap = random.nextInt(6) == 0;
        String text = table.stream()
                .map(row -> row.stream().map(cell -> field(cell, quoteAll)).collect(Collectors.joining(separator)))
                .map(line -> wrap ? wrapped(line) : line)
                .collect(Collectors.joining(end));
        String preamble = List.of("", "", "", "sep=" + separator + end, "# a note, of some kind" + end + end)
                .get(random.nextInt(5));
        Charset charset = random.nextInt(3) == 0 ? CHARSETS.get(random.nextInt(CHARSETS.size())) : CHARSETS.getFirst();
        String mark = charset.name().startsWith("UTF-16") && random.nextInt(4) > 0 ? "\ufeff" : "";
        return (mark + preamble + text).getBytes(charset);
    }

    private static String field(String cell, boolean quoted) {
        boolean needed = quoted || cell.chars().anyMatch(c -> "\",;\t\n\r".indexOf(c) >= 0);
        return needed ? "\"" + cell.replace("\"", "\"\"") + "\"" : cell;
    }

    private static String wrapped(String line) {
        return line.lines().map(one -> field(one, true)).collect(Collectors.joining("\n"));
    }

    private static byte[] workbook(List<List<String>> table) {
        return new Xlsx()
                .sheet("Sheet", xml(table, "row", "c t=\"inlineStr\"><is><t", "t></is></c"))
                .bytes();
    }

    private static byte[] spreadsheetMl(List<List<String>> table) {
        String space = "urn:schemas-microsoft-com:office:spreadsheet";
        String rows = xml(table, "Row", "Cell><Data ss:Type=\"String\"", "Data></Cell");
        return ("<?xml version=\"1.0\"?><Workbook xmlns=\"" + space + "\" xmlns:ss=\"" + space
                        + "\"><Worksheet ss:Name=\"Sheet\"><Table>" + rows + "</Table></Worksheet></Workbook>")
                .getBytes(StandardCharsets.UTF_8);
    }

    private static String xml(List<List<String>> table, String row, String begin, String end) {
        StringBuilder xml = new StringBuilder();
        for (List<String> cells : table) {
            xml.append('<').append(row).append('>');
            for (String cell : cells) {
                String text = cell.replace("&", "&amp;").replace("<", "&lt;").replace("\u0000", "");
                xml.append('<')
                        .append(begin)
                        .append('>')
                        .append(text)
                        .append("</")
                        .append(end)
                        .append('>');
            }
            xml.append("</").append(row).append('>');
        }
        return xml.toString();
    }
}
