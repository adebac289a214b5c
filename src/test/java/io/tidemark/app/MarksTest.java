package io.tidemark.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.ledger.AccountKey;
import io.tidemark.ledger.Alias;
import io.tidemark.ledger.Marks;
import io.tidemark.ledger.Observation;
import io.tidemark.ledger.PostVersion;
import io.tidemark.ledger.SourceSpec;
import io.tidemark.metric.Boosted;
import io.tidemark.metric.Format;
import io.tidemark.metric.Metric;
import io.tidemark.metric.MetricValues;
import io.tidemark.metric.Placement;
import io.tidemark.metric.Platform;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/// What sets posts apart, from what sources say of it to the answers.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class MarksTest {
    private static final AccountKey ACME = AccountKey.ofHandle(Platform.INSTAGRAM, "acme");
    private static final Instant READ = Instant.parse("2026-03-01T12:00:00Z");
    private static final PostVersion PLAIN = new PostVersion(
            Instant.parse("2026-02-20T10:00:00Z"), Placement.FEED, Format.IMAGE, "Tea", null, Boosted.UNKNOWN, false);

    private ServedLedger served;
    private Instant before;

    @BeforeAll
    void start(@TempDir Path directory) {
        served = new ServedLedger(directory);
        sync("a", read("shared", PLAIN, READ), read("plain", PLAIN, READ));
        before = served.clock().instant();
        served.clock().advance(Duration.ofHours(1));
        sync(
                "b",
                read("shared", PLAIN.marked(new Marks(true, null)), READ.plusSeconds(3600)),
                read("plain", PLAIN, READ.plusSeconds(3600)));
        served.append("c", read("shared", PLAIN.marked(new Marks(null, false)), READ.plusSeconds(7200)));
    }

    @AfterAll
    void stop() {
        served.close();
    }

    @Test
    void whatSourcesSayAddsUpAndWhatNobodySaysIsNull() {
        assertMarks(listed("shared", ""), "true", "false");
        assertMarks(listed("plain", ""), "null", "null");
        JsonNode detail =
                served.get("/analytics/posts/" + listed("shared", "").get("id").asLong() + "?business_id=1");
        assertMarks(detail.get("post"), "true", "false");
        // A reading that says the same of the post again is no version of it.
        assertThat(detail.get("versions").get("items").values())
                .extracting(version -> version.get("collab").toString() + " "
                        + version.get("crosspost").toString())
                .containsExactly("null null", "true null", "null false");
    }

    @Test
    void itIsAsOfAnInstantAsItWasThen() {
        assertMarks(listed("shared", "&as_of=" + before), "null", "null");
        assertMarks(listed("shared", "&as_of=" + served.clock().instant()), "true", "false");
    }

    @Test
    void exportsHaveItAtTheEnd() {
        String csv = served.ask("/analytics/export?business_id=1&dataset=posts").body();
        assertThat(csv.lines().toList())
                .satisfies(
                        lines -> assertThat(lines.getFirst()).endsWith(",labels,collab,crosspost"),
                        lines -> assertThat(lines.get(1)).endsWith(",true,false"),
                        lines -> assertThat(lines.get(2)).endsWith(",,"));
        String past = served.ask("/analytics/export?business_id=1&dataset=posts&as_of="
                        + served.clock().instant())
                .body();
        assertThat(past).isEqualTo(csv);
    }

    private JsonNode listed(String id, String more) {
        return served.get("/analytics/posts?business_id=1&range=all" + more)
                .get("posts")
                .valueStream()
                .filter(post -> post.get("external_id").asString().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private static void assertMarks(JsonNode post, String collab, String crosspost) {
        assertThat(post.get("collab").toString()).isEqualTo(collab);
        assertThat(post.get("crosspost").toString()).isEqualTo(crosspost);
    }

    private void sync(String hash, Observation... observations) {
        SourceSpec spec =
                new SourceSpec(served.ledger().newId(), SourceSpec.Kind.SYNC, "instagram_login", hash, hash, READ);
        served.ledger()
                .append(
                        served.business().id(),
                        spec,
                        sink -> List.of(observations).forEach(sink::accept),
                        done -> "{}");
    }

    private static Observation read(String id, PostVersion version, Instant at) {
        return new Observation.OfPost(
                ACME,
                List.of(new Alias("instagram:post", id)),
                version,
                MetricValues.of(Map.of(Metric.LIKES, 5.0)),
                at);
    }
}
