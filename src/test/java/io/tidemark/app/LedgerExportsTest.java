package io.tidemark.app;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tidemark.analytics.AnalyticsQuery;
import io.tidemark.analytics.Basis;
import io.tidemark.analytics.Overview;
import io.tidemark.analytics.OverviewAnswer;
import io.tidemark.analytics.PeriodChoice;
import io.tidemark.analytics.Range;
import io.tidemark.frame.LabelKind;
import io.tidemark.ledger.AccountKey;
import io.tidemark.ledger.Alias;
import io.tidemark.ledger.Labelling;
import io.tidemark.ledger.Observation;
import io.tidemark.ledger.PostReferences;
import io.tidemark.ledger.PostVersion;
import io.tidemark.ledger.SourceSpec;
import io.tidemark.metric.Boosted;
import io.tidemark.metric.Format;
import io.tidemark.metric.Metric;
import io.tidemark.metric.MetricValues;
import io.tidemark.metric.Placement;
import io.tidemark.metric.Platform;
import io.tidemark.serve.export.Exporter;
import io.tidemark.serve.http.Json;
import io.tidemark.testing.LedgerFixture;
import io.tidemark.testing.MutableClock;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/// A small business whose numbers are known, exported from a real database.
class LedgerExportsTest {
    private static final AccountKey ACME = AccountKey.ofHandle(Platform.LINKEDIN, "acme");
    private static final AccountKey TUBE = AccountKey.ofHandle(Platform.YOUTUBE, "acmetube");
    private static final Instant MARCH_1 = Instant.parse("2026-03-01T12:00:00Z");
    private static final Instant MARCH_2 = Instant.parse("2026-03-02T12:00:00.25Z");
    private static final String ODD = "=1+1, \"so\"\nand 😀";

    private MutableClock clock;
    private LedgerFixture fixture;
    private Exporter exporter;
    private long second;

    @BeforeEach
    void open() {
        clock = new MutableClock(LedgerFixture.NOW);
        fixture = LedgerFixture.create(clock);
        exporter = new Exporter(new LedgerExports(fixture.ledger(), new LedgerFrames(fixture.ledger())), clock);
        append(
                "a",
                post(
                        ACME,
                        "7300000000000000001",
                        "2026-02-20T08:00:00Z",
                        Format.IMAGE,
                        ODD,
                        MARCH_1,
                        Map.of(Metric.IMPRESSIONS, 100.0, Metric.REACTIONS, 0.0)),
                post(
                        TUBE,
                        "abc",
                        "2026-02-27T23:30:00Z",
                        Format.VIDEO,
                        "Film",
                        MARCH_1,
                        Map.of(Metric.VIDEO_VIEWS, 40.0)),
                post(ACME, "undated", null, Format.TEXT, null, MARCH_1, Map.of(Metric.REACTIONS, 2.5)),
                day("2026-02-27", MARCH_1, Map.of(Metric.IMPRESSIONS, 1070.0, Metric.CLICKS, 3.0)),
                new Observation.OfAccount(ACME, MetricValues.of(Map.of(Metric.FOLLOWERS, 500.0)), MARCH_1),
                new Observation.OfBreakdown(
                        ACME,
                        "total",
                        "all",
                        "impressions",
                        LocalDate.of(2026, 2, 1),
                        LocalDate.of(2026, 2, 28),
                        1075,
                        MARCH_1));
        clock.advance(Duration.ofHours(1));
        second = append(
                "b",
                post(
                        ACME,
                        "7300000000000000001",
                        "2026-02-20T08:00:00Z",
                        Format.IMAGE,
                        ODD,
                        MARCH_2,
                        Map.of(Metric.IMPRESSIONS, 150.0, Metric.REACTIONS, 4.0, Metric.COMMENTS, 2.0)),
                day("2026-02-27", MARCH_2, Map.of(Metric.IMPRESSIONS, 1178.0)));
        clock.advance(Duration.ofHours(1));
    }

    @AfterEach
    void close() {
        fixture.close();
    }

    @Test
    void postsHaveTheirCurrentValuesAndMissingStaysMissing() {
        List<JsonNode> posts = rows("dataset", "posts");

        assertThat(posts).hasSize(3);
        JsonNode post = posts.getFirst();
        assertThat(post.get("text").asString()).isEqualTo(ODD);
        assertThat(post.get("external_ids").asString()).isEqualTo("linkedin:activity:7300000000000000001");
        assertThat(post.get("published_at").asString()).isEqualTo("2026-02-20T08:00:00Z");
        assertThat(post.get("content_type").asString()).isEqualTo("image");
        assertThat(post.get("owned").asBoolean()).isTrue();
        assertThat(post.get("impressions").asInt()).isEqualTo(150);
        assertThat(post.get("reactions").asInt()).isEqualTo(4);
        assertThat(post.get("shares").isNull()).isTrue();
        assertThat(posts.get(2).get("published_at").isNull()).isTrue();
        assertThat(posts.get(2).get("reactions").asDouble()).isEqualTo(2.5);
    }

    @Test
    void postsAsOfAnInstantAreAsTheyWereThen() {
        List<JsonNode> now = rows("dataset", "posts");
        List<JsonNode> then = rows(
                "dataset", "posts", "as_of", LedgerFixture.NOW.plusSeconds(60).toString());

        assertThat(then.getFirst().get("impressions").asInt()).isEqualTo(100);
        assertThat(then.getFirst().get("comments").isNull()).isTrue();
        assertThat(then.getFirst().propertyNames()).isEqualTo(now.getFirst().propertyNames());
        assertThat(rows("dataset", "posts", "as_of", clock.instant().toString()))
                .isEqualTo(now);
    }

    @Test
    void whatWasUndoneIsGoneNowAndStillThereAsOfBefore() {
        String before = clock.instant().toString();
        clock.advance(Duration.ofHours(1));
        fixture.ledger().undo(fixture.business().id(), second);
        clock.advance(Duration.ofHours(1));

        assertThat(rows("dataset", "posts").getFirst().get("impressions").asInt())
                .isEqualTo(100);
        assertThat(rows("dataset", "snapshots")).hasSize(3);
        assertThat(rows("dataset", "snapshots", "as_of", before)).hasSize(4);
        assertThat(rows("dataset", "posts", "as_of", before)
                        .getFirst()
                        .get("impressions")
                        .asInt())
                .isEqualTo(150);
        assertThat(rows("dataset", "daily", "as_of", before)
                        .getFirst()
                        .get("impressions")
                        .asInt())
                .isEqualTo(1178);
        assertThat(rows("dataset", "daily").getFirst().get("impressions").asInt())
                .isEqualTo(1070);
    }

    @Test
    void postsCarryTheLabelsOfToday() {
        Labelling labelling = Labelling.of(fixture.database());
        long business = fixture.business().id();
        for (String name : List.of("Spring \"now\"", "A")) {
            long label = labelling
                    .create(business, LabelKind.CAMPAIGN, name, List.of())
                    .label()
                    .id();
            List<Long> all = rows("dataset", "posts").stream()
                    .map(row -> row.get("post_id").asLong())
                    .toList();
            labelling.choose(business, label, PostReferences.of(all.subList(0, name.equals("A") ? 2 : 1)), true);
            labelling.choose(business, label, PostReferences.of(all.subList(2, 3)), false);
        }

        List<JsonNode> now = rows("dataset", "posts");

        assertThat(Json.mapper()
                        .readTree(now.getFirst().get("labels").asString())
                        .values())
                .extracting(JsonNode::asString)
                .containsExactly("campaign:A", "campaign:Spring \"now\"");
        assertThat(now.get(1).get("labels").asString()).isEqualTo("[\"campaign:A\"]");
        assertThat(now.get(2).get("labels").isNull()).isTrue();
        assertThat(rows("dataset", "posts", "as_of", clock.instant().toString()))
                .isEqualTo(now);
    }

    @Test
    void everythingAsOfAnInstantMayBeNarrowedByPosts() throws IOException {
        byte[] archive = export("bundle", "zip", "content_type", "image", "as_of", "2026-03-09")
                .toByteArray();

        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(archive))) {
            List<String> names = new ArrayList<>();
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                names.add(entry.getName());
            }
            assertThat(names).contains("posts.csv", "summaries.csv", "metadata.json");
        }
    }

    @Test
    void snapshotsAreTheWholeHistory() {
        List<JsonNode> snapshots = rows("dataset", "snapshots");

        assertThat(snapshots.stream()
                        .filter(row -> row.get("platform").asString().equals("linkedin"))
                        .map(row -> row.get("observed_at").asString() + " " + row.get("impressions")))
                .containsExactlyInAnyOrder(
                        "2026-03-01T12:00:00Z 100", "2026-03-01T12:00:00Z null", "2026-03-02T12:00:00.25Z 150");
        assertThat(rows("dataset", "snapshots", "from", "2026-03-02", "to", "2026-03-02"))
                .hasSize(1);
    }

    @Test
    void aDayHasItsNewestValuesAndTheLastLevelOfTheAccount() {
        List<JsonNode> days = rows("dataset", "daily");

        assertThat(days).hasSize(2);
        assertThat(days.getFirst().get("day").asString()).isEqualTo("2026-02-27");
        assertThat(days.getFirst().get("bucket_zone").asString()).isEqualTo("UTC");
        assertThat(days.getFirst().get("impressions").asInt()).isEqualTo(1178);
        assertThat(days.getFirst().get("clicks").asInt()).isEqualTo(3);
        assertThat(days.getFirst().get("post_id").isNull()).isTrue();
        assertThat(days.get(1).get("day").asString()).isEqualTo("2026-03-01");
        assertThat(days.get(1).get("followers").asInt()).isEqualTo(500);
        assertThat(days.get(1).get("impressions").isNull()).isTrue();
    }

    @Test
    void breakdownsKeepTheirStatedPeriod() {
        assertThat(rows("dataset", "breakdowns", "from", "2026-02-28", "to", "2026-03-05"))
                .singleElement()
                .satisfies(row -> assertThat(row.get("value").asInt()).isEqualTo(1075));
        assertThat(rows("dataset", "breakdowns", "from", "2026-03-01", "to", "2026-03-05"))
                .isEmpty();
    }

    @Test
    void filtersNarrow() {
        assertThat(rows("dataset", "posts", "platform", "youtube")).hasSize(1);
        assertThat(rows("dataset", "posts", "content_type", "image")).hasSize(1);
        assertThat(rows("dataset", "snapshots", "content_type", "image")).hasSize(2);
        assertThat(rows("dataset", "snapshots", "boosted", "no")).hasSize(2);
        assertThat(rows("dataset", "posts", "account_id", "999")).isEmpty();
        // In Berlin it was the 28th already.
        assertThat(rows("dataset", "posts", "from", "2026-02-28", "to", "2026-02-28"))
                .hasSize(1);
        assertThat(rows("dataset", "posts", "from", "2026-02-28", "to", "2026-02-28", "as_of", "2026-03-09"))
                .isEmpty();
    }

    @Test
    void summariesAddUpToWhatTheOverviewSays() {
        AnalyticsQuery query =
                AnalyticsQuery.DEFAULT.over(new PeriodChoice.Named(Range.ALL)).on(Basis.Choice.PUBLISHED);
        OverviewAnswer overview =
                Overview.compute(fixture.ledger().frame(fixture.business().id()), query, clock.instant());

        for (Metric metric : List.of(Metric.IMPRESSIONS, Metric.REACTIONS, Metric.COMMENTS, Metric.VIDEO_VIEWS)) {
            double sum = rows("dataset", "summaries", "basis", "published", "granularity", "day").stream()
                    .filter(row -> !row.get(metric.key()).isNull())
                    .mapToDouble(row -> row.get(metric.key()).asDouble())
                    .sum();
            JsonNode shown = Json.mapper()
                    .valueToTree(overview)
                    .get("metrics")
                    .get(metric.key())
                    .get("value");
            assertThat(sum).as(metric.key()).isEqualTo(shown.asDouble());
        }
        assertThat(rows("dataset", "summaries", "basis", "activity", "granularity", "day", "content_type", "text"))
                .allSatisfy(
                        row -> assertThat(row.get("content_type").asString()).isEqualTo("text"));
    }

    @Test
    void aWriterThatFailsLeavesTheConnectionUsable() {
        OutputStream full = new OutputStream() {
            @Override
            public void write(int b) throws IOException {
                throw new IOException("disk full");
            }
        };
        for (int i = 0; i < 30; i++) {
            assertThatThrownBy(() -> exporter.write(fixture.business(), parameters("dataset", "posts"), full))
                    .isInstanceOf(UncheckedIOException.class);
        }
        assertThat(rows("dataset", "posts")).hasSize(3);
    }

    @Test
    void csvOfEveryDatasetHasItsHeader() {
        for (String dataset : List.of("posts", "snapshots", "daily", "summaries", "breakdowns")) {
            String csv = export("dataset", dataset, "format", "csv").toString(UTF_8);
            assertThat(csv.lines().findFirst().orElseThrow()).as(dataset).matches("([a-z0-9_]+,){9,}[a-z0-9_]+");
        }
        assertThat(export("dataset", "posts", "format", "csv").toString(UTF_8))
                .contains("\"'=1+1, \"\"so\"\"\nand 😀\"");
    }

    private List<JsonNode> rows(String... parameters) {
        String[] all = Arrays.copyOf(parameters, parameters.length + 2);
        all[parameters.length] = "format";
        all[parameters.length + 1] = "json";
        JsonNode whole = Json.mapper().readTree(export(all).toByteArray());
        assertThat(whole.get("complete").asBoolean()).isTrue();
        List<JsonNode> rows = new ArrayList<>();
        whole.get("rows").forEach(rows::add);
        return rows;
    }

    private ByteArrayOutputStream export(String... parameters) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        exporter.write(fixture.business(), parameters(parameters), bytes);
        return bytes;
    }

    private static Map<String, String[]> parameters(String... pairs) {
        Map<String, String[]> parameters = new HashMap<>();
        for (int i = 0; i < pairs.length; i += 2) {
            parameters.put(pairs[i], new String[] {pairs[i + 1]});
        }
        return parameters;
    }

    private long append(String hash, Observation... observations) {
        long source = fixture.ledger().newId();
        fixture.ledger()
                .append(
                        fixture.business().id(),
                        new SourceSpec(source, SourceSpec.Kind.FILE, "test", hash, hash, null),
                        sink -> List.of(observations).forEach(sink::accept),
                        appended -> "{}");
        return source;
    }

    private static Observation post(
            AccountKey account,
            String id,
            @Nullable String publishedAt,
            Format format,
            @Nullable String text,
            Instant observedAt,
            Map<Metric, Double> values) {
        PostVersion version = new PostVersion(
                publishedAt == null ? null : Instant.parse(publishedAt),
                Placement.FEED,
                format,
                text,
                "https://example.org/" + id,
                account.equals(ACME) ? Boosted.NO : Boosted.UNKNOWN,
                false);
        return new Observation.OfPost(
                account,
                List.of(new Alias(account.platform().key() + ":activity", id)),
                version,
                MetricValues.of(values),
                observedAt);
    }

    private static Observation day(String day, Instant observedAt, Map<Metric, Double> values) {
        return new Observation.OfDay(
                ACME, null, LocalDate.parse(day), ZoneId.of("UTC"), MetricValues.of(values), observedAt);
    }
}
