package io.tidemark.serve.label;

import static io.tidemark.serve.ServedFixture.json;
import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.ledger.AccountKey;
import io.tidemark.ledger.Alias;
import io.tidemark.ledger.Observation;
import io.tidemark.ledger.PostVersion;
import io.tidemark.ledger.SourceSpec;
import io.tidemark.metric.Boosted;
import io.tidemark.metric.Format;
import io.tidemark.metric.Metric;
import io.tidemark.metric.MetricValues;
import io.tidemark.metric.Placement;
import io.tidemark.metric.Platform;
import io.tidemark.serve.LedgerServedFixture;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/// Labels from the request down to PostgreSQL and back. The three posts have 1, 10 and 100 likes.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LabelControllerTest {
    private static final String LABELS = "/api/v1/labels?business_id=1";

    private LedgerServedFixture served;

    @BeforeAll
    void start(@TempDir Path uploads) {
        served = new LedgerServedFixture(uploads);
        served.ledger
                .ledger()
                .append(
                        1,
                        new SourceSpec(
                                served.ledger.ledger().newId(), SourceSpec.Kind.FILE, "test", "f", "h", Instant.now()),
                        sink -> {
                            sink.accept(post("p1", "#one for all", 1));
                            sink.accept(post("p2", "#two https://e.org/?utm_campaign=deux", 10));
                            sink.accept(post("p3", "three", 100));
                        },
                        done -> "{}");
    }

    @AfterAll
    void stop() {
        served.close();
    }

    @Test
    void aLabelIsMadeChangedFilteredByAndRemoved() {
        HttpResponse<String> made = served.send(
                "POST",
                LABELS,
                "{\"kind\":\"campaign\",\"name\":\" Big  One\",\"rules\":[{\"type\":\"hashtag\",\"value\":\"#ONE\"}]}");
        assertThat(made.statusCode()).isEqualTo(201);
        long id = json(made).get("label_id").asLong();
        String address = made.headers().firstValue("Location").orElseThrow();
        assertThat(address).isEqualTo("/api/v1/labels/" + id + "?business_id=1");
        assertThat(likes("&label=campaign:big%20one")).isEqualTo(1);
        String tag = tag();

        HttpResponse<String> changed =
                served.send("PATCH", address, "{\"rules\":[{\"type\":\"utm_campaign\",\"value\":\"DEUX\"}]}");
        assertThat(json(changed).get("name").asString()).isEqualTo("Big One");
        assertThat(json(changed).get("rules").toString())
                .isEqualTo("[{\"type\":\"utm_campaign\",\"value\":\"DEUX\",\"whole_words\":false}]");
        assertThat(tag()).as("answers change").isNotEqualTo(tag);
        assertThat(likes("&label=" + id)).isEqualTo(10);

        String posts = "/api/v1/labels/" + id + "/posts?business_id=1";
        JsonNode given = json(served.send("POST", posts, "{\"external_ids\":[\"p3\",\"p2\"]}"));
        assertThat(given.get("changed").asInt()).isEqualTo(2);
        assertThat(given.get("label").get("posts").toString())
                .isEqualTo("{\"total\":2,\"by_hand\":2,\"by_rule\":1,\"by_import\":0,\"taken_off\":0}");
        assertThat(likes("&label=" + id)).isEqualTo(110);
        assertThat(likes("&label=not:" + id)).isEqualTo(1);
        served.send("DELETE", posts, "{\"external_ids\":[\"x:status:p2\"]}");
        assertThat(likes("&label=" + id)).isEqualTo(100);
        assertThat(json(served.get(address)).get("posts").get("taken_off").asInt())
                .isEqualTo(1);

        String choices = "/api/v1/labels/" + id + "/choices?business_id=1";
        JsonNode takenBack = json(served.send("DELETE", choices, "{\"external_ids\":[\"p1\",\"p2\",\"p3\"]}"));
        assertThat(takenBack.get("changed").asInt()).isEqualTo(2);
        assertThat(takenBack.get("label").get("posts").toString())
                .isEqualTo("{\"total\":1,\"by_hand\":0,\"by_rule\":1,\"by_import\":0,\"taken_off\":0}");
        assertThat(likes("&label=" + id)).as("by the rule again").isEqualTo(10);

        assertThat(served.send("DELETE", address, null).statusCode()).isEqualTo(204);
        HttpResponse<String> gone = served.get(address);
        assertThat(gone.statusCode()).isEqualTo(404);
        assertThat(json(gone).get("code").asString()).isEqualTo("label_not_found");
        HttpResponse<String> unknown = overview("&label=" + id);
        assertThat(unknown.statusCode()).isEqualTo(400);
        assertThat(json(unknown).get("parameter").asString()).isEqualTo("label");
    }

    @Test
    void labelsAreComparedWithOneAnother() {
        HttpResponse<String> made = served.send(
                "POST",
                LABELS,
                "{\"kind\":\"product\",\"name\":\"Numbers\",\"rules\":[{\"type\":\"text\",\"value\":\"t\"}]}");
        String address = made.headers().firstValue("Location").orElseThrow();
        String totals = "/api/v1/analytics/labels?business_id=1&range=all&kind=product";

        JsonNode answer = json(served.get(totals));

        assertThat(answer.at("/labels/0/name").asString()).isEqualTo("Numbers");
        assertThat(answer.at("/labels/0/numbers/published/posts/value").asInt()).isEqualTo(2);
        assertThat(answer.at("/labels/0/numbers/metrics/likes/value").asDouble())
                .isEqualTo(110);
        assertThat(answer.at("/unlabelled/metrics/likes/value").asDouble()).isEqualTo(1);
        assertThat(answer.at("/all/per_post/likes/value").asDouble()).isEqualTo(37);
        assertThat(answer.at("/overlap/rows_add_up").asBoolean()).isTrue();
        assertThat(json(overview("&label=product:numbers&as_of=2026-03-10"))
                        .at("/period/basis_reason")
                        .asString())
                .endsWith("; labels and groups are those of today");
        JsonNode noKind = json(served.get("/api/v1/analytics/labels?business_id=1"));
        assertThat(noKind.get("allowed").toString()).isEqualTo("[\"campaign\",\"pillar\",\"product\",\"market\"]");
        assertThat(served.get(totals + "&basis=activity").statusCode()).isEqualTo(400);
        served.send("DELETE", address, null);
    }

    @Test
    void accountsArePutIntoGroupsAndFilteredByThem() {
        long account = json(served.get("/api/v1/accounts?business_id=1"))
                .at("/accounts/0/account_id")
                .asLong();
        String address = "/api/v1/accounts/" + account + "/groups?business_id=1";

        HttpResponse<String> answer = served.send("PUT", address, "{\"groups\":[\"DACH\",\" Brand  A \",\"dach\"]}");

        assertThat(json(answer).get("groups").toString()).isEqualTo("[\"Brand A\",\"DACH\"]");
        assertThat(json(served.get("/api/v1/accounts?business_id=1"))
                        .at("/accounts/0/groups")
                        .toString())
                .isEqualTo("[\"Brand A\",\"DACH\"]");
        assertThat(likes("&group=brand%20a")).isEqualTo(111);
        assertThat(json(overview("&group=nowhere")).get("detail").asString())
                .isEqualTo("There is no group 'nowhere': there are Brand A, DACH.");
        HttpResponse<String> none = served.send("PUT", "/api/v1/accounts/7/groups?business_id=1", "{\"groups\":[]}");
        assertThat(none.statusCode()).isEqualTo(404);
        assertThat(json(none).get("code").asString()).isEqualTo("account_not_found");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "{} | kind | missing",
                "[] | body | not a JSON object",
                "{\"kind\" | body | not JSON",
                "{\"kind\":\"season\",\"name\":\"x\"} | kind | allowed are campaign",
                "{\"kind\":\"market\"} | name | missing",
                "{\"kind\":\"market\",\"name\":7} | name | not a text",
                "{\"kind\":\"market\",\"name\":\"  \"} | name | not a text",
                "{\"kind\":\"market\",\"name\":\"a\\u0000b\"} | name | control characters",
                "{\"kind\":\"market\",\"name\":\"\\ud800\"} | name | halves of characters",
                "{\"kind\":\"market\",\"name\":\"x\",\"colour\":\"red\"} | colour | no member 'colour'",
                "{\"kind\":\"market\",\"name\":\"x\",\"rules\":{}} | rules | not a list",
                "{\"kind\":\"market\",\"name\":\"x\",\"rules\":[7]} | rules[0] | not a JSON object",
                "{\"kind\":\"market\",\"name\":\"x\",\"rules\":[{\"type\":\"regex\",\"value\":\"a\"}]} | rules[0].type | hashtag, text",
                "{\"kind\":\"market\",\"name\":\"x\",\"rules\":[{\"type\":\"text\"}]} | rules[0].value | missing",
                "{\"kind\":\"market\",\"name\":\"x\",\"rules\":[{\"type\":\"hashtag\",\"value\":\"a b\"}]} | rules[0].value | letters, digits",
                "{\"kind\":\"market\",\"name\":\"x\",\"rules\":[{\"type\":\"text\",\"value\":\"a\",\"whole_words\":1}]} | rules[0].whole_words | true or false"
            })
    void aBadBodyIsRefusedPrecisely(String body, String member, String detail) {
        HttpResponse<String> answer = served.send("POST", LABELS, body);

        assertThat(answer.statusCode()).isEqualTo(400);
        JsonNode problem = json(answer);
        assertThat(
                        problem.has("member")
                                ? problem.get("member").asString()
                                : problem.get("parameter").asString())
                .isEqualTo(member);
        assertThat(problem.get("detail").asString()).contains(detail);
    }

    @Test
    void whatIsTooMuchIsRefused() {
        String many = "{\"kind\":\"market\",\"name\":\"x\",\"rules\":["
                + "{\"type\":\"text\",\"value\":\"a\"},".repeat(50) + "{\"type\":\"text\",\"value\":\"b\"}]}";
        assertThat(json(served.send("POST", LABELS, many)).get("detail").asString())
                .contains("more than 50 items");
        String large = "{\"kind\":\"market\",\"name\":\"" + "x".repeat(1 << 20) + "\"}";
        assertThat(served.send("POST", LABELS, large).statusCode()).isEqualTo(413);
        String longName = "{\"kind\":\"market\",\"name\":\"" + "x".repeat(101) + "\"}";
        assertThat(json(served.send("POST", LABELS, longName)).get("detail").asString())
                .contains("100 characters");
    }

    @Test
    void unknownPostsAreNamedAndATakenNameIsAConflict() {
        String body = "{\"kind\":\"pillar\",\"name\":\"Taken\"}";
        long id = json(served.send("POST", LABELS, body)).get("label_id").asLong();

        HttpResponse<String> again = served.send("POST", LABELS, body.replace("Taken", "TAKEN"));
        assertThat(again.statusCode()).isEqualTo(409);
        assertThat(json(again).get("code").asString()).isEqualTo("label_exists");
        HttpResponse<String> unknown = served.send(
                "POST",
                "/api/v1/labels/" + id + "/posts?business_id=1",
                "{\"post_ids\":[8],\"external_ids\":[\"p1\",\"p9\"]}");
        assertThat(unknown.statusCode()).isEqualTo(400);
        assertThat(json(unknown).get("unknown").toString()).isEqualTo("[\"8\",\"p9\"]");
        assertThat(served.send("POST", "/api/v1/labels/" + id + "/posts?business_id=1", "{}")
                        .statusCode())
                .isEqualTo(400);
        assertThat(served.send("DELETE", "/api/v1/labels/9/choices?business_id=1", "{\"post_ids\":[8]}")
                        .statusCode())
                .isEqualTo(404);
        assertThat(served.send("DELETE", "/api/v1/labels/" + id + "/choices?business_id=1", "{\"post_ids\":[8]}")
                        .statusCode())
                .isEqualTo(400);
        assertThat(served.send("DELETE", "/api/v1/labels/9/posts?business_id=1", "{\"post_ids\":[8]}")
                        .statusCode())
                .isEqualTo(404);
        served.send("DELETE", "/api/v1/labels/" + id + "?business_id=1", null);
    }

    @Test
    void aBusinessOfOthersIsNotFound() {
        for (String path : List.of("/api/v1/labels", "/api/v1/labels/5")) {
            HttpResponse<String> answer = served.get(path + "?business_id=2");
            assertThat(answer.statusCode()).isEqualTo(404);
            assertThat(json(answer).get("code").asString()).isEqualTo("business_not_found");
        }
        assertThat(served.send("POST", "/api/v1/labels?business_id=2", "{}").statusCode())
                .isEqualTo(404);
    }

    private HttpResponse<String> overview(String more) {
        return served.get("/api/v1/analytics/overview?business_id=1&range=all" + more);
    }

    private double likes(String more) {
        return json(overview(more)).at("/metrics/likes/value").asDouble();
    }

    private String tag() {
        return overview("").headers().firstValue("ETag").orElseThrow();
    }

    private static Observation post(String id, String text, double likes) {
        PostVersion version = new PostVersion(
                Instant.parse("2026-02-19T23:30:00Z"), Placement.FEED, Format.TEXT, text, null, Boosted.NO, false);
        return new Observation.OfPost(
                AccountKey.ofHandle(Platform.X, "acme"),
                List.of(new Alias("x:status", id)),
                version,
                MetricValues.of(Map.of(Metric.LIKES, likes)),
                Instant.parse("2026-03-01T12:00:00Z"));
    }
}
