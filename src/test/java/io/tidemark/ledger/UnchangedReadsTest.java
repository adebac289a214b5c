package io.tidemark.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.metric.Boosted;
import io.tidemark.metric.Format;
import io.tidemark.metric.Metric;
import io.tidemark.metric.MetricValues;
import io.tidemark.metric.Placement;
import io.tidemark.metric.Platform;
import io.tidemark.testing.LedgerFixture;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// Reads that find nothing new take no row, and whatever happens to the rows that they lean on, they say the same.
class UnchangedReadsTest {
    private static final AccountKey ACME = AccountKey.ofHandle(Platform.INSTAGRAM, "acme");
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

    private final LedgerFixture fixture = LedgerFixture.create();
    private final Ledger ledger = fixture.ledger();
    private final long business = fixture.business().id();

    @AfterEach
    void close() {
        fixture.close();
    }

    @Test
    void aReadThatFindsNothingNewTakesNoRowAndStillCounts() {
        sync("a", read("1", 1, 10), read("2", 1, 5));
        Appended second = sync("b", read("1", 2, 10), read("2", 2, 6));

        assertThat(second.postSnapshots()).isEqualTo(2);
        assertThat(rows()).isEqualTo(3);
        assertThat(batches()).containsExactly(1);
        assertThat(readings("1")).containsExactly("13:00 10.0", "14:00 10.0");
        assertThat(readings("2")).containsExactly("13:00 5.0", "14:00 6.0");
    }

    @Test
    void readsOfOneInstantAreOneBatch() {
        sync("a", read("1", 1, 10), read("2", 1, 5), read("3", 1, 7));
        sync("b", read("1", 2, 10), read("2", 2, 5), read("3", 3, 7));

        assertThat(batches()).containsExactlyInAnyOrder(2, 1);
    }

    @Test
    void aSourceThatReadsAPostTwiceKeepsWhatItSaidOnce() {
        sync("a", read("1", 1, 10), read("1", 2, 10), read("1", 3, 11), read("1", 4, 11));

        assertThat(rows()).isEqualTo(2);
        assertThat(readings("1")).containsExactly("13:00 10.0", "14:00 10.0", "15:00 11.0", "16:00 11.0");
        assertThat(count("post_version")).isEqualTo(1);
    }

    @Test
    void aMetricThatGoesMissingIsAChange() {
        sync("a", read("1", 1, Map.of(Metric.LIKES, 3.0, Metric.COMMENTS, 0.0)));
        sync("b", read("1", 2, Map.of(Metric.LIKES, 3.0)));

        assertThat(rows()).isEqualTo(2);
        assertThat(batches()).isEmpty();
    }

    @Test
    void filesAlwaysWriteRowsAndNothingIsComparedWithThem() {
        sync("a", read("1", 1, 10));
        append(SourceSpec.Kind.FILE, "f", read("1", 2, 10));
        append(SourceSpec.Kind.FILE, "g", read("1", 3, 99));
        sync("b", read("1", 4, 10));

        assertThat(rows()).isEqualTo(3);
        assertThat(readings("1")).containsExactly("13:00 10.0", "14:00 10.0", "15:00 99.0", "16:00 10.0");
    }

    @Test
    void aReadThatArrivesLateDoesNotChangeWhatWasReadAfterIt() {
        sync("a", read("1", 1, 10));
        sync("c", read("1", 3, 10));
        sync("d", read("1", 4, 10));
        sync("b", read("1", 2, 8));

        assertThat(readings("1")).containsExactly("13:00 10.0", "14:00 8.0", "15:00 10.0", "16:00 10.0");
        // The first that leaned on the row before became a row; the next leans on that.
        assertThat(rows()).isEqualTo(3);
    }

    @Test
    void anotherReadOfTheSameInstantDoesNotChangeIt() {
        sync("a", read("1", 1, 10));
        sync("b", read("1", 2, 10));
        sync("d", read("1", 3, 10));
        sync("c", read("1", 2, 7));

        assertThat(readings("1")).containsExactly("13:00 10.0", "14:00 10.0", "14:00 7.0", "15:00 10.0");
    }

    @Test
    void whatLeanedOnASourceThatIsTakenBackStays() {
        Appended first = sync("a", read("1", 1, 10));
        sync("b", read("1", 2, 10));
        sync("c", read("1", 3, 10));

        ledger.undo(business, first.sourceId());

        assertThat(readings("1")).containsExactly("14:00 10.0", "15:00 10.0");
        assertThat(rows()).isEqualTo(2);
    }

    @Test
    void twoSourcesTakenBackOneAfterTheOtherLeaveWhatTheThirdRead() {
        Appended first = sync("a", read("1", 1, 10));
        Appended second = sync("b", read("1", 2, 10));
        sync("c", read("1", 3, 10));

        ledger.undo(business, first.sourceId());
        ledger.undo(business, second.sourceId());

        assertThat(readings("1")).containsExactly("15:00 10.0");
    }

    @Test
    void whatASourceSaysAgainOfThePostItselfPrevailsOverAFileInBetween() {
        append(SourceSpec.Kind.FILE, "f", read("1", 2, 9, "from the file"));
        sync("a", read("1", 1, 10, "from the sync"), read("1", 3, 10, "from the sync"));

        assertThat(texts()).containsExactly("from the sync");
    }

    private List<String> readings(String post) {
        Map<String, List<String>> byPost = new TreeMap<>();
        ledger.asOf(business, LedgerFixture.NOW, records -> {
            records.forEachPost(change -> {
                String key = key(change.after().postId());
                change.after()
                        .readings()
                        .forEach(reading -> byPost.computeIfAbsent(key, k -> new ArrayList<>())
                                .add(reading.observedAt().toString().substring(11, 16) + " "
                                        + reading.values().orNaN(Metric.LIKES)));
            });
            return 0;
        });
        return byPost.getOrDefault(post, List.of());
    }

    private String key(long post) {
        return query("select external_id from post_alias where business_id = :business and post_id = " + post)
                .getFirst();
    }

    private long rows() {
        return count("post_snapshot");
    }

    private List<Integer> batches() {
        return query("select cardinality(post_ids)::text from unchanged_read where business_id = :business").stream()
                .map(Integer::valueOf)
                .toList();
    }

    private List<String> texts() {
        return query("select text from post_analytics where business_id = :business");
    }

    private long count(String table) {
        return Long.parseLong(query("select count(*)::text from " + table + " where business_id = :business")
                .getFirst());
    }

    private List<String> query(String text) {
        return new Door(fixture.database())
                .inBusiness(
                        business,
                        session -> session.statement(text).query(String.class).list());
    }

    private Appended sync(String content, Observation... observations) {
        return append(SourceSpec.Kind.SYNC, content, observations);
    }

    private Appended append(SourceSpec.Kind kind, String content, Observation... observations) {
        SourceSpec spec = new SourceSpec(ledger.newId(), kind, "test", content, content, NOON);
        return ledger.append(business, spec, sink -> List.of(observations).forEach(sink::accept), done -> "{}");
    }

    private static Observation read(String id, int hour, double likes) {
        return read(id, hour, Map.of(Metric.LIKES, likes));
    }

    private static Observation read(String id, int hour, Map<Metric, Double> values) {
        return read(id, hour, values, "Text");
    }

    private static Observation read(String id, int hour, double likes, String text) {
        return read(id, hour, Map.of(Metric.LIKES, likes), text);
    }

    private static Observation read(String id, int hour, Map<Metric, Double> values, String text) {
        PostVersion version = new PostVersion(NOON, Placement.FEED, Format.IMAGE, text, null, Boosted.NO, false);
        return new Observation.OfPost(
                ACME,
                List.of(new Alias("test:post", id)),
                version,
                MetricValues.of(values),
                NOON.plus(Duration.ofHours(hour)));
    }
}
