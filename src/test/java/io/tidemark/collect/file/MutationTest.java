package io.tidemark.collect.file;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.collect.file.format.RowCounts;
import io.tidemark.collect.file.table.ImportRefused;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Whatever is done to a file, it is either refused with a reason or read with one fate for every row.
class MutationTest {
    private static final int CASES_EACH = 10;
    private static final List<String> JUNK = List.of(
            "",
            "-",
            "0",
            "-5",
            "NaN",
            "1e9",
            "1,5",
            "\"",
            "\"a\nb\"",
            "Total",
            "2022-02-30",
            "9999999999999999999",
            "\u0000",
            "\ud83d\ude00",
            "=1+1",
            ";",
            "\t",
            "3.\u0430\u043f\u0440",
            "undefined");

    @TempDir
    Path folder;

    /// Seeds whose archives end inside an entry.
    @Test
    void archivesThatEndInsideAnEntryAreDamaged() {
        for (int seed : new int[] {13005, 20009}) {
            ImportRefused refused = new Import(folder).account("acme").refusal("a.zip", mutate(new Random(seed)));
            assertThat(refused.code()).isEqualTo("damaged_zip");
        }
    }

    @RepeatedTest(20)
    void mutatedFilesAreRefusedOrAccountedFor(RepetitionInfo repetition) {
        for (int i = 0; i < CASES_EACH; i++) {
            int seed = repetition.getCurrentRepetition() * 1_000 + i;
            check(seed, mutate(new Random(seed)));
        }
    }

    @RepeatedTest(10)
    void mutatedFilesOfXAndTikTokAreRefusedOrAccountedFor(RepetitionInfo repetition) {
        for (int i = 0; i < CASES_EACH; i++) {
            int seed = repetition.getCurrentRepetition() * 1_000 + i;
            Random random = new Random(seed);
            check(seed, changed(random, microblogsAndClips(random)));
        }
    }

    private void check(int seed, byte[] content) {
        try {
            Import imports = new Import(folder).account("acme").observedAt("2023-01-01T00:00:00Z");
            ImportReport report = imports.of("mutated " + seed, content);
            RowCounts rows = report.rows();
            assertThat(rows.posts()
                            + rows.days()
                            + rows.duplicates()
                            + rows.totals()
                            + rows.breakdowns()
                            + rows.notes()
                            + rows.rejected())
                    .as("seed %d", seed)
                    .isEqualTo(rows.total());
            assertThat(report.rejects()).hasSize((int) Math.min(rows.rejected(), 1_000));
            assertThat(imports.days().size()).as("seed %d", seed).isLessThanOrEqualTo((int) rows.days());
        } catch (ImportRefused e) {
            assertThat(e.sentence()).as("seed %d", seed).isNotBlank();
            assertThat(e.code()).as("seed %d", seed).matches("[a-z_]+");
        } catch (RuntimeException e) {
            throw new AssertionError("seed " + seed + " ended in " + e, e);
        }
    }

    private static byte[] mutate(Random random) {
        if (random.nextInt(5) == 0) {
            return bytes(random, Import.bytes("linkedin-page/example-page_content_1742193384396.xls"));
        }
        byte[] content = changed(random, table(random));
        return random.nextInt(4) == 0
                ? bytes(random, new Zip().add("Table data.csv", content).bytes())
                : content;
    }

    private static byte[] changed(Random random, List<List<String>> table) {
        int changes = 1 + random.nextInt(4);
        for (int i = 0; i < changes; i++) {
            change(random, table);
        }
        String text = table.stream().map(row -> String.join(",", row)).collect(Collectors.joining("\n"));
        byte[] content = text.getBytes(StandardCharsets.UTF_8);
        return random.nextInt(4) == 0 ? bytes(random, content) : content;
    }

    private static List<List<String>> microblogsAndClips(Random random) {
        List<List<String>> table = new ArrayList<>();
        switch (random.nextInt(4)) {
            case 0 -> {
                table.add(
                        row(
                                "Post id,Date,Post text,Post Link,Impressions,Likes,Engagements,Bookmarks,Shares,New follows,"
                                        + "Replies,Reposts,Profile visits,Detail Expands,URL Clicks,Hashtag Clicks,Permalink Clicks"));
                for (int i = 0; i < 8; i++) {
                    String id = "15940000000000000" + (10 + i);
                    table.add(new ArrayList<>(List.of(
                            id,
                            "\"Sun, Nov 20, 2022\"",
                            "Text",
                            "https://x.com/acme/status/" + id,
                            "9",
                            "1",
                            "2",
                            "0",
                            "0",
                            "0",
                            "0",
                            "0",
                            "0",
                            "0",
                            "0",
                            "0",
                            "0")));
                }
            }
            case 1 -> {
                table.add(row("Date,Video views,Watch time (ms),Video completion rate,Average watch time (ms)"));
                table.add(new ArrayList<>(List.of("\"Sun, Nov 20, 2022\"", "5", "900", "10.5", "180")));
                table.add(row("Your videos,,,,"));
                table.add(row("Uploaded on,Video id,Video title,Views,Duration"));
                table.add(new ArrayList<>(List.of("\"Sun, Nov 20, 2022\"", "1594000000000000010", "T", "5", "0:09")));
            }
            case 2 -> {
                table.add(row("Date,Video Views,Profile Views,Likes,Comments,Shares"));
                for (int i = 1; i <= 28; i++) {
                    table.add(row("December " + i + ",5,undefined,1,0,0"));
                }
            }
            default -> {
                table.add(row(
                        "Time,Video title,Video link,Post time,Total likes,Total comments,Total shares,Total views"));
                for (int i = 0; i < 8; i++) {
                    table.add(row("December 31,Title,https://www.tiktok.com/@acme/video/718000000000000000" + i
                            + ",December 1,5,4,3,200"));
                }
            }
        }
        return table;
    }

    private static List<List<String>> table(Random random) {
        List<List<String>> table = new ArrayList<>();
        switch (random.nextInt(3)) {
            case 0 -> {
                table.add(row("Date,Views,Impressions"));
                for (int i = 1; i <= 28; i++) {
                    table.add(row("2022-12-" + (i < 10 ? "0" + i : i) + "," + random.nextInt(100) + ",7"));
                }
            }
            case 1 -> {
                table.add(row("Geography,Views,Average view duration,Watch time (hours)"));
                table.add(row("Total,500,0:01:00,12.5"));
                for (String country : List.of("US", "DE", "IN", "BR", "FR", "")) {
                    table.add(row(country + "," + random.nextInt(100) + ",0:00:30,1.25"));
                }
            }
            default -> {
                table.add(row("Content,Video title,Video publish time,Duration,Views,Watch time (hours),Subscribers"));
                table.add(row("Total,,,,500,12.5,3"));
                for (int i = 0; i < 8; i++) {
                    table.add(new ArrayList<>(List.of(
                            "abcdefghij" + i, "Title " + i, "\"Dec " + (i + 1) + ", 2022\"", "61", "5", "1.5", "-1")));
                }
                table.add(row("Showing top 500 results,,,,,,"));
            }
        }
        return table;
    }

    private static List<String> row(String text) {
        return new ArrayList<>(List.of(text.split(",", -1)));
    }

    private static void change(Random random, List<List<String>> table) {
        int width = table.getFirst().size();
        int column = random.nextInt(width);
        switch (random.nextInt(7)) {
            case 0 -> table.forEach(row -> remove(row, column));
            case 1 -> table.forEach(row -> row.add(row.isEmpty() ? "" : row.get(Math.min(column, row.size() - 1))));
            case 2 -> {
                long seed = random.nextLong();
                table.forEach(row -> Collections.shuffle(row, new Random(seed)));
            }
            case 3 -> table.add(1, new ArrayList<>(table.get(random.nextInt(table.size()))));
            case 4 -> Collections.shuffle(table, random);
            default -> {
                List<String> row = table.get(random.nextInt(table.size()));
                if (!row.isEmpty()) {
                    row.set(random.nextInt(row.size()), JUNK.get(random.nextInt(JUNK.size())));
                }
            }
        }
    }

    private static void remove(List<String> row, int column) {
        if (column < row.size() && row.size() > 1) {
            row.remove(column);
        }
    }

    private static byte[] bytes(Random random, byte[] content) {
        if (random.nextBoolean()) {
            return Arrays.copyOf(content, random.nextInt(content.length));
        }
        byte[] changed = content.clone();
        for (int i = 0; i < 1 + random.nextInt(8); i++) {
            changed[random.nextInt(changed.length)] = (byte) random.nextInt(256);
        }
        return changed;
    }
}
