package io.tidemark.collect.file.table;

import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Texts as `.xlsx` workbooks write them: pieces with formats of their own, readings of Japanese beside them, and
/// characters that XML cannot hold as `_x000D_`.
final class XlsxText {
    private static final Pattern ESCAPED = Pattern.compile("_x([0-9A-Fa-f]{4})_");

    private XlsxText() {}

    /// The text of the element that has just begun.
    static String of(XmlPull xml) {
        return unescape(xml.text("rPh"));
    }

    static String unescape(String text) {
        return text.contains("_x") ? ESCAPED.matcher(text).replaceAll(XlsxText::character) : text;
    }

    private static String character(MatchResult escaped) {
        String character = Character.toString(Integer.parseInt(escaped.group(1), 16));
        return Matcher.quoteReplacement(character);
    }
}
