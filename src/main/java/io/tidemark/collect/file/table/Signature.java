package io.tidemark.collect.file.table;

import io.tidemark.words.Said;
import io.tidemark.words.Sentence;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/// What the first bytes of a file say it is, whatever its name says.
// A sentence is a record of texts, which does not change either.
@SuppressWarnings("ImmutableEnumChecker")
enum Signature {
    BIFF("a workbook (.xls)"),
    ZIP("a zip archive"),
    SPREADSHEET_ML("a SpreadsheetML workbook (XML, often named .xls)"),
    XML("an XML document"),
    HTML("an HTML page (often named .xls)"),
    JSON("a JSON document"),
    PDF("a PDF document"),
    GZIP("a gzip archive"),
    IMAGE("an image"),
    OTHER("a binary file of unknown kind"),
    TEXT("text");

    static final int LENGTH = 1024;
    /// An object with a member, or an array of what is no bare text: a header may stand in brackets.
    private static final Pattern JSON_BEGINS = Pattern.compile("\\{\\s*[\"}]|\\[\\s*(?:[{\\[]|\"[^\"]*\"\\s*[,\\]])");

    static final List<Sentence> SENTENCES =
            Arrays.stream(values()).map(one -> one.sentence).toList();

    private final Sentence sentence;

    Signature(String title) {
        sentence = Sentence.of("file_is_" + name().toLowerCase(Locale.ROOT), title);
    }

    /// What it is, within a sentence.
    Said said() {
        return sentence.said();
    }

    static Signature of(byte[] head) {
        String latin = new String(head, StandardCharsets.ISO_8859_1);
        if (latin.startsWith("\u00d0\u00cf\u0011\u00e0")) {
            return BIFF;
        }
        if (latin.startsWith("PK\u0003\u0004") || latin.startsWith("PK\u0005\u0006")) {
            return ZIP;
        }
        if (latin.startsWith("%PDF")) {
            return PDF;
        }
        if (latin.startsWith("\u001f\u008b")) {
            return GZIP;
        }
        if (latin.startsWith("\u0089PNG") || latin.startsWith("\u00ff\u00d8\u00ff") || latin.startsWith("GIF8")) {
            return IMAGE;
        }
        return ofText(latin);
    }

    private static Signature ofText(String latin) {
        boolean wide = latin.startsWith("\u00ff\u00fe") || latin.startsWith("\u00fe\u00ff");
        String text = latin.replace("\0", "").replaceFirst("^(\u00ef\u00bb\u00bf|\u00ff\u00fe|\u00fe\u00ff)", "");
        String plain = text.stripLeading().toLowerCase(Locale.ROOT);
        if (plain.startsWith("<?xml") || plain.startsWith("<workbook") || plain.startsWith("<ss:workbook")) {
            return plain.contains("office:spreadsheet") || plain.contains("excel.sheet") ? SPREADSHEET_ML : XML;
        }
        if (plain.startsWith("<!doctype html") || plain.startsWith("<html") || plain.startsWith("<table")) {
            return HTML;
        }
        if (JSON_BEGINS.matcher(plain).lookingAt()) {
            return JSON;
        }
        // Control characters do not occur in text; a NUL is left to the check of the encoding, which names its place.
        boolean control = !wide && latin.chars().anyMatch(c -> c > 0 && c < ' ' && "\t\n\r\f".indexOf(c) < 0);
        return control ? OTHER : TEXT;
    }
}
