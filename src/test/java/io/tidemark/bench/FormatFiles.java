package io.tidemark.bench;

import io.tidemark.collect.file.Workbook;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/// Exports of every family as long as one likes, in the shapes that platforms and tools give them. Each row is
/// about another post, spread over the years 2021 to 2025, or about another day before the end of 2025; of days
/// there are not more than a platform can have had.
final class FormatFiles {
    private static final Instant FIRST = Instant.parse("2021-01-01T00:00:00Z");
    private static final Instant LAST = Instant.parse("2025-12-31T00:00:00Z");
    private static final LocalDate LAST_DAY = LocalDate.of(2025, 12, 31);
    private static final int MOST_DAYS = 8_000;
    /// What an old workbook can hold beside the limit of its size.
    private static final int MOST_XLS_ROWS = 20_000;

    private static final long X_EPOCH = 1_288_834_974_657L;
    private static final long INSTAGRAM_EPOCH = 1_314_220_021_721L;
    private static final String BASE64 = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
    private static final String MAPPING = """
            {"name": "Tool", "rows": "posts", "platform": "pinterest", "account": "acme", "date_order": "ymd",
             "time_zone": "UTC",
             "columns": [{"name": "Key", "role": "post_id"}, {"name": "When", "role": "published_at"},
               {"name": "Words", "role": "text"}, {"name": "Seen", "role": "metric", "metric": "impressions"},
               {"name": "Kept", "role": "metric", "metric": "saves"},
               {"name": "Clicked", "role": "metric", "metric": "link_clicks"}]}
            """;

    private final Path directory;
    private final int rows;

    FormatFiles(Path directory, int rows) {
        this.directory = directory;
        this.rows = rows;
    }

    /// @param charset of a text; null for a workbook
    record File(
            String title,
            Path path,
            @Nullable Charset charset,
            @Nullable String mapping) {}

    List<File> all() throws IOException {
        return List.of(
                instagram(),
                metaDays(),
                linkedInPosts(),
                linkedInFollowers(),
                x(),
                youTubeTable(),
                youTubeChart(),
                tikTok(),
                publer(),
                hootsuite(),
                mapped(),
                new File(
                        "YouTube chart, `.xlsx`",
                        ChartFiles.workbook(directory.resolve("chart.xlsx"), rows),
                        null,
                        null),
                linkedInWorkbook());
    }

    File x() throws IOException {
        return text(
                "X posts",
                "Post id,Date,Post text,Post Link,Impressions,Likes,Engagements,Bookmarks,Shares,New follows,Replies,Reposts,"
                        + "Profile visits,Detail Expands,URL Clicks,Hashtag Clicks,Permalink Clicks",
                i -> {
                    long id = (millis(i) - X_EPOCH) << 22;
                    return id + "," + quoted("EEE, MMM d, uuuu", i) + "," + words(i) + ",https://x.com/acme/status/"
                            + id + numbers(i, 13);
                });
    }

    private File instagram() throws IOException {
        return text(
                "Meta content (Instagram)",
                "Post ID,Account ID,Account username,Account name,Description,Duration (sec),Publish time,Permalink,Post type,"
                        + "Data comment,Date,Views,Reach,Likes,Shares,Follows,Comments,Saves",
                i -> (17_900_000_000_000_000L + i) + ",17841400000000001,acme,Acme," + words(i) + ",0,"
                        + at("MM/dd/uuuu HH:mm", i) + ",https://www.instagram.com/p/" + shortCode(i)
                        + "/,IG image,,Lifetime" + numbers(i, 7));
    }

    private File metaDays() throws IOException {
        return write(
                "Meta days (UTF-16)",
                StandardCharsets.UTF_16LE,
                "\ufeffsep=,\n\"Facebook visits\"\n\"Date\",\"Primary\"",
                Math.min(rows, MOST_DAYS),
                i -> "\"" + day(i) + "T00:00:00\",\"" + i % 997 + "\"");
    }

    private File linkedInPosts() throws IOException {
        return text("LinkedIn content", String.join(",", linkedInHeader()), i -> String.join(",", linkedInRow(i)));
    }

    private File linkedInWorkbook() throws IOException {
        List<List<String>> sheet = new ArrayList<>(List.of(linkedInHeader()));
        for (int i = 0; i < Math.min(rows, MOST_XLS_ROWS); i++) {
            sheet.add(linkedInRow(i));
        }
        byte[] workbook =
                new Workbook().sheet("All posts", sheet.toArray(List<?>[]::new)).bytes();
        return new File(
                "LinkedIn content, `.xls`", Files.write(directory.resolve("linkedin.xls"), workbook), null, null);
    }

    private static List<String> linkedInHeader() {
        return List.of(
                "Post title",
                "Post link",
                "Post type",
                "Posted by",
                "Created date",
                "Impressions",
                "Clicks",
                "Likes",
                "Comments",
                "Reposts",
                "Follows");
    }

    private static List<String> linkedInRow(int i) {
        List<String> row = new ArrayList<>(List.of(
                "A post about subject " + i,
                "https://www.linkedin.com/feed/update/urn:li:activity:" + (millis(i) << 22),
                "Organic",
                "Pat",
                at("MM/dd/uuuu", i)));
        row.addAll(List.of(numbers(i, 6).substring(1).split(",")));
        return row;
    }

    private File linkedInFollowers() throws IOException {
        return write(
                "LinkedIn followers",
                StandardCharsets.UTF_8,
                "Date,Sponsored followers,Organic followers,Auto-invited followers,Total followers",
                Math.min(rows, MOST_DAYS),
                i -> DateTimeFormatter.ofPattern("MM/dd/uuuu").format(day(i)) + ",1," + i % 50 + ",2," + (i % 50 + 3));
    }

    private File youTubeTable() throws IOException {
        return text(
                "YouTube table",
                "Content,Video title,Video publish time,Duration,Views,Watch time (hours),Subscribers,Impressions,"
                        + "Impressions click-through rate (%)",
                i -> "bench%06d,".formatted(i) + words(i) + "," + quoted("MMM d, uuuu", i) + ",61," + i % 997
                        + ",1.2500,-1," + i % 9_973 + ",3.2");
    }

    private File youTubeChart() throws IOException {
        int videos = Math.max(1, rows / 1_000);
        return text(
                "YouTube chart",
                "Date,Content,Video title,Video publish time,Duration,Views",
                i -> day(i / videos) + ",bench%06d,".formatted(i % videos) + words(i % videos) + ",\"Jan 1, 2020\",61,"
                        + i % 997);
    }

    private File tikTok() throws IOException {
        return text(
                "TikTok videos",
                "\ufeffVideo title,Video link,Post time,Video views,Likes,Comments,Shares,Add to Favorites",
                i -> words(i) + ",https://www.tiktok.com/@acme/video/" + (((millis(i) / 1_000) << 32) + i) + ","
                        + at("uuuu/MM/dd HH:mm:ss", i) + numbers(i, 5));
    }

    private File publer() throws IOException {
        return text(
                "Publer posts",
                "# Start Date: 1 Jan 2021\n# End Date: 31 Dec 2025\n\nDate,Social account,Social network,Post link,Post text,"
                        + "Post type,Reach,Reach rate (%),Reactions,Comments,Shares,Engagement rate (%),Link clicks,"
                        + "Click through rate (%),Action",
                i -> at("uuuu-MM-dd HH:mm", i) + ",acme,Facebook,https://www.facebook.com/acme/posts/"
                        + (122_100_000_000_000_000L + i) + "," + words(i) + ",Photo,60,-" + numbers(i, 3)
                        + ",2.5,1,1.2,-");
    }

    private File hootsuite() throws IOException {
        return text(
                "Hootsuite posts (Facebook)",
                "Date (GMT),Facebook Page,Facebook Post ID,Post Type,Post Title,Post Message,Post Permalink,Reactions,Comments,"
                        + "Shares",
                i -> at("uuuu-MM-dd HH:mm:ss", i) + ",acme," + (122_100_000_000_000_000L + i) + ",Photo,," + words(i)
                        + ",https://www.facebook.com/acme/posts/" + (122_100_000_000_000_000L + i) + numbers(i, 3));
    }

    private File mapped() throws IOException {
        File file = text(
                "Mapping, CSV",
                "Key,When,Words,Seen,Kept,Clicked",
                i -> (900_000_000L + i) + "," + at("uuuu-MM-dd HH:mm", i) + "," + words(i) + numbers(i, 3));
        return new File(file.title, file.path, file.charset, MAPPING);
    }

    private File text(String title, String header, IntFunction<String> row) throws IOException {
        return write(title, StandardCharsets.UTF_8, header, rows, row);
    }

    private File write(String title, Charset charset, String header, int count, IntFunction<String> row)
            throws IOException {
        Path path = directory.resolve(title.replaceAll("\\W+", "-") + ".csv");
        try (BufferedWriter out = Files.newBufferedWriter(path, charset)) {
            out.write(header + "\n");
            for (int i = 0; i < count; i++) {
                out.write(row.apply(i) + "\n");
            }
        }
        return new File(title, path, charset, null);
    }

    private static String words(int i) {
        return "\"A post about subject " + i + ", with some words more and #tag" + i % 40 + "\"";
    }

    /// As many counters, each behind a comma.
    private static String numbers(int i, int count) {
        StringBuilder numbers = new StringBuilder();
        for (int n = 0; n < count; n++) {
            numbers.append(',').append((i + n) % 997);
        }
        return numbers.toString();
    }

    /// Unique for each row: no two posts are of one millisecond.
    private static long millis(int i) {
        long step = 60_000;
        long span = (LAST.toEpochMilli() - FIRST.toEpochMilli()) / step;
        return FIRST.toEpochMilli() + i % span * step + i / span;
    }

    private static LocalDate day(int i) {
        return LAST_DAY.minusDays(i);
    }

    private static String at(String pattern, int i) {
        return DateTimeFormatter.ofPattern(pattern, Locale.ENGLISH)
                .format(Instant.ofEpochMilli(millis(i)).atOffset(ZoneOffset.UTC));
    }

    private static String quoted(String pattern, int i) {
        return '"' + at(pattern, i) + '"';
    }

    private static String shortCode(int i) {
        long number = (millis(i) - INSTAGRAM_EPOCH) << 23;
        char[] code = new char[11];
        for (int place = 10; place >= 0; place--) {
            code[place] = BASE64.charAt((int) (number & 63));
            number >>>= 6;
        }
        return new String(code);
    }
}
