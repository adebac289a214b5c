package io.tidemark.analytics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import io.tidemark.metric.ContentType;
import io.tidemark.metric.Engagement;
import io.tidemark.metric.Metric;
import io.tidemark.metric.MetricValues;
import io.tidemark.metric.Platform;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// The 7,050 rows of Thai live sellers (UCI), some of them twice.
class UciThaiSellersTest {
    private static final Map<Metric, String> COLUMNS = Map.of(
            Metric.REACTIONS, "num_reactions",
            Metric.LIKES, "num_likes",
            Metric.COMMENTS, "num_comments",
            Metric.SHARES, "num_shares");
    private static final DateTimeFormatter LONG_YEAR = DateTimeFormatter.ofPattern("M/d/uuuu H:mm");
    private static final DateTimeFormatter SHORT_YEAR = DateTimeFormatter.ofPattern("M/d/uu H:mm");
    private static final List<Post> ROWS = new ArrayList<>();

    private record Post(String id, Instant at, ContentType type, MetricValues values) {}

    @BeforeAll
    static void read() {
        ROWS.clear();
        UciData.forEach(
                "thai_live_sellers.csv.gz",
                ',',
                row -> ROWS.add(
                        new Post(row.getField("status_id"), time(row), type(row), UciData.values(row, COLUMNS))));
    }

    @Test
    void eachPostCountsOnce() {
        Map<String, Post> first = new LinkedHashMap<>();
        ROWS.forEach(post -> first.putIfAbsent(post.id(), post));
        assertThat(ROWS).hasSize(7_050);
        assertThat(first).hasSize(6_997);

        FrameBuilder frame = new FrameBuilder("Asia/Bangkok").account(Platform.FACEBOOK);
        first.values().forEach(post -> frame.post(0, post.at().toString(), post.type(), post.values()));
        AnalyticsQuery all =
                AnalyticsQuery.DEFAULT.over(new PeriodChoice.Named(Range.ALL)).on(Basis.Choice.PUBLISHED);
        OverviewAnswer answer = Overview.compute(frame.build(), all, Instant.parse("2019-01-01T00:00:00Z"));

        assertTotal(answer, "reactions", 1_573_989);
        assertTotal(answer, "comments", 1_578_621);
        assertTotal(answer, "shares", 281_769);
        assertTotal(answer, "likes", 1_468_669);
        assertThat(answer.published().posts().value()).isEqualTo(6_997);
    }

    @Test
    void meansPerContentTypeAreOfEngagements() {
        assertMean(ContentType.VIDEO, 1_041.568, 2_334);
        assertMean(ContentType.TEXT, 477.581, 365);
        assertMean(ContentType.LINK, 380.238, 63);
        assertMean(ContentType.IMAGE, 199.838, 4_288);
    }

    private static void assertMean(ContentType type, double mean, int posts) {
        double[] engagements = ROWS.stream()
                .filter(post -> post.type() == type)
                .mapToDouble(post -> AnalyticsCalculator.engagement(
                                Engagement.PUBLIC, Platform.FACEBOOK, type, post.values())
                        .orElse(Double.NaN))
                .toArray();
        RatioOfSums average = AnalyticsCalculator.averagePerPost(engagements, post -> true);
        assertThat(average.value()).isCloseTo(mean, within(5e-4));
        assertThat(average.coverage()).isEqualTo(new Coverage(Coverage.Unit.POST, posts, posts, posts));
    }

    private static void assertTotal(OverviewAnswer answer, String key, double value) {
        MetricAnswer metric = Objects.requireNonNull(answer.metrics().get(key), key);
        assertThat(metric.value()).as(key).isEqualTo(value);
        assertThat(metric.coverage().reporting()).as(key).isEqualTo(6_997);
    }

    /// Two shapes: `4/22/2018 6:00` and `1/1/18 01:39`.
    private static Instant time(NamedCsvRecord row) {
        String text = row.getField("status_published");
        int year = text.indexOf(' ') - text.lastIndexOf('/') - 1;
        return LocalDateTime.parse(text, year == 4 ? LONG_YEAR : SHORT_YEAR).toInstant(ZoneOffset.UTC);
    }

    private static ContentType type(NamedCsvRecord row) {
        return switch (row.getField("status_type")) {
            case "photo" -> ContentType.IMAGE;
            case "status" -> ContentType.TEXT;
            case "link" -> ContentType.LINK;
            default -> ContentType.VIDEO;
        };
    }
}
