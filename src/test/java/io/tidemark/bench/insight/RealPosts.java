package io.tidemark.bench.insight;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import io.tidemark.frame.DayFrame;
import io.tidemark.frame.Frame;
import io.tidemark.frame.FrameAccount;
import io.tidemark.frame.PostFrame;
import io.tidemark.metric.Boosted;
import io.tidemark.metric.ContentType;
import io.tidemark.metric.Metric;
import io.tidemark.metric.MetricValues;
import io.tidemark.metric.Platform;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.IntStream;

/// The posts of openly licensed data sets, as pages of Facebook.
final class RealPosts {
    private static final Map<Metric, String> BRAND = Map.of(
            Metric.IMPRESSIONS, "T_Impression",
            Metric.REACH, "T_Reach",
            Metric.REACTIONS, "like",
            Metric.COMMENTS, "comment",
            Metric.SHARES, "share");
    private static final Map<Metric, String> SELLERS = Map.of(
            Metric.REACTIONS, "num_reactions",
            Metric.COMMENTS, "num_comments",
            Metric.SHARES, "num_shares");
    private static final DateTimeFormatter LONG_YEAR = DateTimeFormatter.ofPattern("M/d/uuuu H:mm");
    private static final DateTimeFormatter SHORT_YEAR = DateTimeFormatter.ofPattern("M/d/uu H:mm");

    private record Post(String page, LocalDateTime at, ContentType type, Boosted boosted, MetricValues values) {}

    private RealPosts() {}

    /// 500 posts of 2014. The file names month, weekday and hour, no dates: posts of a month and
    /// weekday are dealt out to its weeks in turn.
    static Frame brand(Path folder) {
        Map<String, Integer> dealt = new HashMap<>();
        Function<NamedCsvRecord, Post> post = row -> {
            int month = Integer.parseInt(row.getField("Month"));
            int weekday = Integer.parseInt(row.getField("Weekday"));
            int week = dealt.merge(month + "/" + weekday, 1, Integer::sum) - 1;
            LocalDate day = LocalDate.of(2014, month, 1)
                    .with(TemporalAdjusters.firstInMonth(DayOfWeek.of(weekday)))
                    .plusDays(7L * (week % 4));
            ContentType type = switch (row.getField("Type")) {
                case "Photo" -> ContentType.IMAGE;
                case "Status" -> ContentType.TEXT;
                case "Link" -> ContentType.LINK;
                default -> ContentType.VIDEO;
            };
            Boosted boosted = switch (row.getField("Paid")) {
                case "1" -> Boosted.YES;
                case "0" -> Boosted.NO;
                default -> Boosted.UNKNOWN;
            };
            return new Post(
                    "brand", day.atTime(Integer.parseInt(row.getField("Hour")), 0), type, boosted, values(row, BRAND));
        };
        List<Post> posts = new ArrayList<>();
        forEach(
                folder.resolve("uci-facebook-metrics/dataset_Facebook_semicolon.csv"),
                ';',
                row -> posts.add(post.apply(row)));
        return frame("UTC", posts);
    }

    /// The posts of Thai sellers, each once; what a post is called begins with its page.
    static Frame sellers(Path folder) {
        Set<String> seen = new HashSet<>();
        List<Post> posts = new ArrayList<>();
        forEach(folder.resolve("uci-thai-live-sellers/Live.csv"), ',', row -> {
            if (seen.add(row.getField("status_id"))) {
                String time = row.getField("status_published");
                boolean longYear = time.substring(time.lastIndexOf('/') + 1).indexOf(' ') == 4;
                ContentType type = switch (row.getField("status_type")) {
                    case "photo" -> ContentType.IMAGE;
                    case "status" -> ContentType.TEXT;
                    case "link" -> ContentType.LINK;
                    default -> ContentType.VIDEO;
                };
                posts.add(new Post(
                        row.getField("status_id")
                                .substring(0, row.getField("status_id").indexOf('_')),
                        LocalDateTime.parse(time, longYear ? LONG_YEAR : SHORT_YEAR),
                        type,
                        Boosted.UNKNOWN,
                        values(row, SELLERS)));
            }
        });
        return frame("Asia/Bangkok", posts);
    }

    /// Hours after which items with ten shares or more had half of what they had after two days, of
    /// readings every 20 minutes.
    static double[] halfLives(Path file) {
        List<Double> hours = new ArrayList<>();
        forEach(file, ',', row -> {
            double last = Double.parseDouble(row.getField("TS144"));
            int reading = 1;
            while (last >= 10 && Double.parseDouble(row.getField("TS" + reading)) < last / 2) {
                reading++;
            }
            if (last >= 10) {
                hours.add(reading / 3.0);
            }
        });
        return hours.stream().mapToDouble(Double::doubleValue).sorted().toArray();
    }

    private static MetricValues values(NamedCsvRecord row, Map<Metric, String> columns) {
        MetricValues.Builder values = MetricValues.builder();
        columns.forEach((metric, column) -> {
            String cell = row.getField(column);
            if (!cell.isEmpty()) {
                values.put(metric, Double.parseDouble(cell));
            }
        });
        return values.build();
    }

    private static void forEach(Path file, char separator, Consumer<NamedCsvRecord> row) {
        try (CsvReader<NamedCsvRecord> rows = CsvReader.builder()
                .fieldSeparator(separator)
                .detectBomHeader(true)
                .ofNamedCsvRecord(file)) {
            rows.forEach(row);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static Frame frame(String zone, List<Post> posts) {
        ZoneId of = ZoneId.of(zone);
        posts.sort(Comparator.comparing(Post::at));
        List<String> pages = posts.stream().map(Post::page).distinct().sorted().toList();
        PostFrame.Builder frame = PostFrame.builder(posts.size());
        long id = 1;
        for (Post post : posts) {
            frame.add(
                    id++,
                    pages.indexOf(post.page()),
                    post.at().atZone(of).toEpochSecond(),
                    post.at().toLocalDate(),
                    post.type(),
                    post.boosted(),
                    post.values());
        }
        return new Frame(
                1,
                1,
                of,
                DayOfWeek.MONDAY,
                null,
                null,
                IntStream.range(0, pages.size())
                        .mapToObj(
                                i -> new FrameAccount(i + 1L, Platform.FACEBOOK, pages.get(i), "Page " + (i + 1), true))
                        .toList(),
                frame.build(),
                DayFrame.builder(0).build());
    }
}
