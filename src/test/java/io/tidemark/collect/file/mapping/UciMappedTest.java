package io.tidemark.collect.file.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.collect.file.Import;
import io.tidemark.collect.file.ImportReport;
import io.tidemark.collect.file.format.Reading;
import io.tidemark.collect.file.format.Tally;
import io.tidemark.collect.file.table.ExportFile;
import io.tidemark.collect.file.table.Limits;
import io.tidemark.ledger.AccountKey;
import io.tidemark.ledger.Alias;
import io.tidemark.ledger.Observation;
import io.tidemark.ledger.PostVersion;
import io.tidemark.metric.Format;
import io.tidemark.metric.Metric;
import io.tidemark.metric.Platform;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The public data sets through mappings, as one would write them for files of a tool that nobody knows.
class UciMappedTest {
    private static final Instant START = Instant.parse("2016-01-04T07:00:00Z");

    @TempDir
    private Path folder;

    @Test
    void aBrandsPostsAreToldApartBySeveralColumns() throws IOException {
        Import imports = new Import(folder).lastModified("2015-01-02T00:00:00Z").mapping(MappingJson.read("""
                {"name": "Facebook metrics", "rows": "posts", "platform": "facebook", "account": "brand",
                 "content_types": {"Photo": "image", "Status": "text"},
                 "columns": [
                   {"name": "Page_T_Likes", "role": "post_id"}, {"name": "Month", "role": "post_id"},
                   {"name": "Weekday", "role": "post_id"}, {"name": "Hour", "role": "post_id"},
                   {"name": "Category", "role": "post_id"}, {"name": "T_Reach", "role": "metric", "metric": "reach"},
                   {"name": "LP_Reach", "role": "post_id"}, {"name": "Type", "role": "content_type"},
                   {"name": "T_Impression", "role": "metric", "metric": "impressions"},
                   {"name": "comment", "role": "metric", "metric": "comments"},
                   {"name": "like", "role": "metric", "metric": "reactions"},
                   {"name": "share", "role": "metric", "metric": "shares"},
                   {"name": "T_Interactions", "role": "metric", "metric": "native_engagements"},
                   {"name": "Consumption", "role": "native", "metric": "consumptions"}]}
                """));

        ImportReport report = imports.of(unpacked("facebook_metrics.csv"));

        assertThat(report.rows().posts()).isEqualTo(500);
        assertThat(report.rows().total()).isEqualTo(500);
        assertThat(imports.sumOfPosts(Metric.COMMENTS)).isEqualTo(3_741);
        assertThat(imports.sumOfPosts(Metric.REACTIONS)).isEqualTo(88_795);
        assertThat(reporting(imports, Metric.REACTIONS)).isEqualTo(499);
        assertThat(imports.sumOfPosts(Metric.SHARES)).isEqualTo(13_524);
        assertThat(reporting(imports, Metric.SHARES)).isEqualTo(496);
        assertThat(imports.sumOfPosts(Metric.NATIVE_ENGAGEMENTS)).isEqualTo(106_060);
        assertThat(imports.sumOfPosts(Metric.REACH)).isEqualTo(6_951_680);
        assertThat(imports.sumOfPosts(Metric.IMPRESSIONS)).isEqualTo(14_792_974);
        assertThat(imports.posts().stream().map(Observation.OfPost::version).map(PostVersion::format))
                .filteredOn(Format.VIDEO::equals)
                .hasSize(7);
        assertThat(imports.breakdowns("content", "facebook.consumptions")).hasSize(500);
    }

    @Test
    void liveSellersCountEachPostOnce() throws IOException {
        Import imports = new Import(folder).lastModified("2019-01-01T00:00:00Z").mapping(MappingJson.read("""
                {"name": "Live sellers", "rows": "posts", "platform": "facebook", "account": "sellers",
                 "date_order": "mdy", "time_zone": "Asia/Bangkok",
                 "columns": [
                   {"name": "status_id", "role": "post_id"}, {"name": "status_type", "role": "content_type"},
                   {"name": "status_published", "role": "published_at"},
                   {"name": "num_reactions", "role": "metric", "metric": "reactions"},
                   {"name": "num_comments", "role": "metric", "metric": "comments"},
                   {"name": "num_shares", "role": "metric", "metric": "shares"},
                   {"name": "num_likes", "role": "metric", "metric": "likes"}]}
                """));

        ImportReport report = imports.of(unpacked("thai_live_sellers.csv.gz"));

        assertThat(report.rows().total()).isEqualTo(7_050);
        assertThat(report.rows().posts()).isEqualTo(6_997);
        assertThat(report.rows().duplicates()).isEqualTo(53);
        assertThat(imports.sumOfPosts(Metric.REACTIONS)).isEqualTo(1_573_989);
        assertThat(imports.sumOfPosts(Metric.COMMENTS)).isEqualTo(1_578_621);
        assertThat(imports.sumOfPosts(Metric.SHARES)).isEqualTo(281_769);
        assertThat(imports.sumOfPosts(Metric.LIKES)).isEqualTo(1_468_669);
        assertThat(imports.posts())
                .as("two shapes of dates")
                .extracting(post -> post.version().publishedAt())
                .contains(Instant.parse("2018-04-21T23:00:00Z"), Instant.parse("2018-04-10T21:53:00Z"));
    }

    @ParameterizedTest
    @CsvSource({
        "news_facebook.csv.gz,   7687, 165, 8794, 153835, 280627, 424860",
        "news_linkedin.csv.gz,   7749, 156,    ,       ,       ,   8358"
    })
    void newsItemsAreReadEveryTwentyMinutes(
            String file, int items, int never, Double hour, Double half, Double day, double last) throws IOException {
        Mapping mapping = MappingJson.read("""
                {"name": "News", "rows": "posts", "platform": "facebook", "account": "news", "missing": ["-1"],
                 "columns": [{"name": "IDLink", "role": "post_id"}],
                 "series": {"metric": "shares", "columns": "TS{n}", "minutes": 20, "from": "2016-01-04T07:00:00Z"}}
                """);
        Map<Alias, Double> latest = new HashMap<>();
        Map<Duration, Map<Alias, Double>> until = new HashMap<>();
        Tally tally = new Tally();
        try (ExportFile table = ExportFile.open(unpacked(file), file, Limits.STANDARD)) {
            MappingFormat.told(mapping)
                    .open(table)
                    .read(new Reading(
                            AccountKey.ofHandle(Platform.FACEBOOK, "news"),
                            _ -> {},
                            START.plus(Duration.ofDays(2)),
                            null,
                            tally,
                            seen -> keep((Observation.OfPost) seen, latest, until),
                            _ -> {},
                            0,
                            table.bytes()));
        }

        assertThat(tally.counts().posts()).isEqualTo(items);
        assertThat(latest).as("items that were observed").hasSize(items - never);
        assertThat(sum(latest)).isEqualTo(last);
        if (hour != null) {
            assertThat(sum(Objects.requireNonNull(until.get(Duration.ofHours(1)))))
                    .isEqualTo(hour);
            assertThat(sum(Objects.requireNonNull(until.get(Duration.ofHours(12)))))
                    .isEqualTo(half);
            assertThat(sum(Objects.requireNonNull(until.get(Duration.ofHours(24)))))
                    .isEqualTo(day);
        }
    }

    private static void keep(
            Observation.OfPost seen, Map<Alias, Double> latest, Map<Duration, Map<Alias, Double>> until) {
        seen.values().find(Metric.SHARES).ifPresent(value -> {
            Alias post = seen.aliases().getFirst();
            latest.put(post, value);
            until.computeIfAbsent(Duration.between(START, seen.observedAt()), _ -> new HashMap<>())
                    .put(post, value);
        });
    }

    private static double sum(Map<Alias, Double> values) {
        return values.values().stream().mapToDouble(Double::doubleValue).sum();
    }

    private static long reporting(Import imports, Metric metric) {
        return imports.posts().stream()
                .filter(post -> post.values().has(metric))
                .count();
    }

    private Path unpacked(String name) throws IOException {
        try (InputStream raw = Objects.requireNonNull(UciMappedTest.class.getResourceAsStream("/uci/" + name), name);
                InputStream plain = name.endsWith(".gz") ? new GZIPInputStream(raw) : raw) {
            Path file = folder.resolve(name.replace(".gz", ""));
            Files.copy(plain, file);
            return file;
        }
    }
}
