package io.tidemark.collect.file;

import static io.tidemark.metric.Metric.IMPRESSIONS;
import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.collect.file.format.RowCounts;
import io.tidemark.ledger.Alias;
import io.tidemark.ledger.Observation;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/// Exports that somebody opened in a spreadsheet and saved again, from the bytes to the posts.
class SpreadsheetDamageTest {
    private static final String HEADER = "Post id,Date,Post text,Post Link,Impressions,Likes,Permalink Clicks\n";
    private static final List<String> IDS =
            List.of("2006515713438646272", "2006515713438646273", "2006878101304246272");
    private static final String LATIN = "Gr\u00fc\u00dfe aus K\u00f6ln";
    private static final String CYRILLIC =
            "\u0414\u043e\u0431\u0440\u043e \u0443\u0442\u0440\u043e, \u0432\u0441\u0435\u043c";

    @TempDir
    private Path folder;

    private static String row(String shown, String id, String text) {
        return shown + ",\"Thu, Jan 1, 2026\",\"" + text + "\",https://x.com/acme/status/" + id + ",100,5,0\n";
    }

    private static String posts(String text) {
        return HEADER + IDS.stream().map(id -> row(id, id, text)).collect(Collectors.joining());
    }

    /// Each separator and line end with each encoding in which it was seen.
    @TestFactory
    Stream<DynamicTest> theSamePostsAreReadFromEveryWayOfSaving() {
        String semicolons = HEADER.replace(',', ';')
                + IDS.stream()
                        .map(id -> id + ";\"Thu, Jan 1, 2026\";\"" + LATIN + "\";https://x.com/acme/status/" + id
                                + ";100;5;0\n")
                        .collect(Collectors.joining());
        String whole = posts(LATIN);
        return Stream.of(
                saved("with the mark of UTF-8", "\ufeff" + whole, "UTF-8", LATIN),
                saved("without a last line end", whole.stripTrailing(), "UTF-8", LATIN),
                saved("with the line ends of Windows", whole.replace("\n", "\r\n"), "UTF-8", LATIN),
                saved("with those of an old Mac", whole.replace("\n", "\r"), "UTF-8", LATIN),
                saved("with semicolons", semicolons, "windows-1252", LATIN),
                saved("with semicolons that are announced", "sep=;\r\n" + semicolons, "UTF-8", LATIN),
                saved("with tabs in UTF-16", "\ufeff" + semicolons.replace(';', '\t'), "UTF-16LE", LATIN),
                saved("in Cyrillic", posts(CYRILLIC), "windows-1251", CYRILLIC),
                saved("with every line in quotes", wrapped(whole), "UTF-8", LATIN));
    }

    private DynamicTest saved(String how, String content, String charset, String text) {
        return DynamicTest.dynamicTest(how, () -> {
            Import imports = new Import(folder);
            ImportReport report = imports.of(
                    "account_analytics_content_2026-01-01_2026-01-31.csv", content.getBytes(Charset.forName(charset)));
            assertThat(report.rows()).isEqualTo(new RowCounts(3, 3, 0, 0, 0, 0, 0, 0));
            assertThat(imports.posts())
                    .extracting(post -> post.aliases().getFirst().externalId())
                    .containsExactlyElementsOf(IDS);
            assertThat(imports.posts())
                    .allSatisfy(post -> assertThat(post.version().text()).isEqualTo(text));
            assertThat(imports.sumOfPosts(IMPRESSIONS)).isEqualTo(300);
        });
    }

    /// Each line in one pair of quotes, with the quotes inside doubled.
    private static String wrapped(String content) {
        return content.lines()
                .map(line -> "\"" + line.replace("\"", "\"\"") + "\"\n")
                .collect(Collectors.joining());
    }

    /// Three posts of which two look alike: only their links tell them apart.
    @Test
    void idsThatCollapseIntoOneAreToldApartByTheirLinks() {
        Import imports = new Import(folder);
        ImportReport report = imports.of(
                "a.csv",
                HEADER
                        + row("2.00652E+18", IDS.get(0), "One")
                        + row("2.00652E+18", IDS.get(1), "Two")
                        + row("\"2,00688E+18\"", IDS.get(2), "Three"));
        assertThat(report.rows()).isEqualTo(new RowCounts(3, 3, 0, 0, 0, 0, 0, 0));
        assertThat(imports.posts())
                .flatExtracting(Observation.OfPost::aliases)
                .containsExactlyElementsOf(
                        IDS.stream().map(id -> new Alias("x:post", id)).toList());
    }

    @Test
    void numbersThatBecameDatesAreRejectedWithTheirPlace() {
        ImportReport report = new Import(folder)
                .account("acme")
                .observedAt("2026-02-01T00:00:00Z")
                .of("Table data.csv", """
                                Content,Video title,Video publish time,Duration,Views,Impressions click-through rate (%)
                                abcdefghij0,One,"Jan 1, 2026",61,50,3.\u0430\u043f\u0440
                                abcdefghij1,Two,"Jan 1, 2026",61,3-Apr,3.4
                                abcdefghij2,Three,"Jan 1, 2026",61,50,3.4
                                """);
        assertThat(report.rows().rejected()).isEqualTo(2);
        assertThat(report.rejects()).extracting("row").containsExactly(2L, 3L);
        assertThat(report.rejects())
                .extracting("column")
                .containsExactly("Impressions click-through rate (%)", "Views");
        assertThat(report.rejects())
                .allSatisfy(reject -> assertThat(reject.reason()).contains("into a date"));
    }

    /// Letters that look alike in another form of Unicode, right-to-left text and escapes are people's own words.
    @Test
    void textsAreKeptAsTheyWereWritten() {
        String text = "\ud835\udc01\ud835\udc28\ud835\udc25\ud835\udc1d news, \ud83c\udf5e\u200d\ud83d\udd25\n"
                + "\u05e9\u05dc\u05d5\u05dd; \ufb01ne\t#tea";
        Import imports = new Import(folder);
        imports.of("a.csv", HEADER + row(IDS.getFirst(), IDS.getFirst(), text + " \"\"quoted\"\""));
        assertThat(imports.posts().getFirst().version().text()).isEqualTo(text + " \"quoted\"");
        Import again = new Import(folder);
        again.of(
                "a.csv",
                ("\ufeff" + HEADER + row(IDS.getFirst(), IDS.getFirst(), text)).getBytes(StandardCharsets.UTF_16LE));
        assertThat(again.posts().getFirst().version().text()).isEqualTo(text);
    }
}
