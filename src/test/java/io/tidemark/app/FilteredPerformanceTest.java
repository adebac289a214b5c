package io.tidemark.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.derive.GrowingPosts.Grown;
import io.tidemark.ledger.Observation;
import io.tidemark.metric.Growing;
import io.tidemark.metric.Platform;
import io.tidemark.serve.http.Json;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/// What breaks out and for how long posts live, asked of some posts only.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FilteredPerformanceTest {
    private static final int HISTORY = 40;
    private static final int LABELLED = 12;
    private static final String BREAKOUTS = "/analytics/breakouts?business_id=1";
    private static final String LIVES = "/analytics/half-lives?business_id=1";
    private static final String SPRING = "&label=campaign:Spring";
    private static final String OTHERS = "&label=not:campaign:Spring";

    private ServedLedger served;

    @BeforeAll
    void start(@TempDir Path directory) {
        served = new ServedLedger(directory);
        served.append("history", history().toArray(Observation[]::new));
        Instant published = served.clock().instant();
        served.clock().advance(Duration.ofHours(24));
        served.append(
                "today", new Grown("hit", published, 900).at(24), new Grown("other hit", published, 1_200).at(24));
        label("Spring", Stream.concat(IntStream.range(0, LABELLED).mapToObj(i -> "old" + i), Stream.of("hit")));
        label("Few", IntStream.range(0, 3).mapToObj(i -> "old" + i));
    }

    @AfterAll
    void stop() {
        served.close();
    }

    @Test
    void thePostsOfTheFilterAreListedAsTheyWereJudgedAmongAll() {
        JsonNode all = served.get(BREAKOUTS);
        JsonNode spring = served.get(BREAKOUTS + SPRING);

        assertThat(names(all)).containsExactlyInAnyOrder("hit", "other hit");
        assertThat(names(spring)).containsExactly("hit");
        assertThat(names(served.get(BREAKOUTS + OTHERS))).containsExactly("other hit");
        assertThat(names(served.get(BREAKOUTS + "&content_type=image"))).hasSize(2);
        assertThat(names(served.get(BREAKOUTS + "&content_type=video"))).isEmpty();
        JsonNode hit = all.get("current")
                .valueStream()
                .filter(post -> name(post).equals("hit"))
                .findFirst()
                .orElseThrow();
        JsonNode chosen = spring.get("current").get(0);
        assertThat(chosen.get("said")).isEqualTo(hit.get("said"));
        assertThat(chosen.at("/evidence/value")).isEqualTo(hit.at("/evidence/value"));
        assertThat(chosen.at("/evidence/n").asInt()).isEqualTo(HISTORY);
        assertThat(chosen.at("/performance/usual")).isEqualTo(hit.at("/performance/usual"));
    }

    @Test
    void howOftenItCameTrueIsOfTheAccountsWhateverOfTheirPostsIsShown() {
        int said = served.get(BREAKOUTS).at("/alerts/said").asInt();

        assertThat(said).isEqualTo(2);
        assertThat(served.get(BREAKOUTS + SPRING).at("/alerts/said").asInt()).isEqualTo(said);
        assertThat(served.get(BREAKOUTS + "&content_type=video")
                        .at("/alerts/said")
                        .asInt())
                .isEqualTo(said);
        assertThat(served.get(BREAKOUTS + "&platform=x").at("/alerts/said").asInt())
                .isZero();
    }

    @Test
    void halfLivesAreThoseOfThePostsOfTheFilter() {
        JsonNode all = served.get(LIVES).get("rows").get(0);
        JsonNode spring = served.get(LIVES + SPRING).get("rows").get(0);
        JsonNode others = served.get(LIVES + OTHERS).get("rows").get(0);

        assertThat(all.at("/evidence/n").asInt()).isEqualTo(HISTORY);
        assertThat(spring.at("/evidence/n").asInt()).isEqualTo(LABELLED);
        assertThat(spring.at("/evidence/coverage/items").asInt()).isEqualTo(LABELLED);
        assertThat(spring.at("/evidence/status").asString()).isEqualTo("ok");
        assertThat(others.at("/evidence/n").asInt()).isEqualTo(HISTORY - LABELLED);
        // Fewer posts say it less surely.
        assertThat(width(spring)).isGreaterThan(width(others));
        assertThat(width(others)).isGreaterThan(width(all));
        assertThat(spring.at("/curve/5/posts").asInt()).isEqualTo(LABELLED);
        assertThat(all.at("/curve/5/posts").asInt()).isEqualTo(HISTORY);
    }

    @Test
    void ofTooFewPostsOfTheFilterNoHalfLifeIsTold() {
        JsonNode few = served.get(LIVES + "&label=campaign:Few").get("rows").get(0);

        assertThat(few.at("/evidence/value").isNull()).isTrue();
        assertThat(few.at("/evidence/reason_code").asString()).isEqualTo("too_few_posts");
        assertThat(served.get(LIVES + SPRING + "&content_type=video").get("rows"))
                .isEmpty();
        assertThat(served.ask(LIVES + "&label=campaign:Autumn").statusCode()).isEqualTo(400);
    }

    @Test
    void theFileIsTheAnswer() {
        String export = "/analytics/export?business_id=1&format=json&view=";
        JsonNode breakouts = Json.mapper()
                .readTree(served.ask(export + "breakouts&part=current" + SPRING).body());
        JsonNode lives = Json.mapper()
                .readTree(served.ask(export + "half-lives&part=rows" + SPRING).body());

        assertThat(breakouts.get("row_count").asInt()).isEqualTo(1);
        assertThat(breakouts.at("/rows/0/external_id").asString()).isEqualTo("hit");
        assertThat(lives.at("/rows/0/evidence/n").asInt()).isEqualTo(LABELLED);
    }

    /// Settled posts that were read at all knots, the newest first, with totals around 100.
    private List<Observation> history() {
        List<Observation> readings = new ArrayList<>();
        for (int i = 0; i < HISTORY; i++) {
            Instant published =
                    served.clock().instant().minus(Duration.ofDays(32)).minus(Duration.ofHours(12L * i));
            Grown post = new Grown("old" + i, published, 100 * Math.exp(0.4 * Math.sin(i * 2.4)));
            for (int knot = 0; knot < Growing.knots(Platform.INSTAGRAM); knot++) {
                readings.add(post.at(Growing.knot(knot)));
            }
        }
        return readings;
    }

    private void label(String name, Stream<String> posts) {
        String made = served.send(
                        "POST",
                        "/labels?business_id=1",
                        "{\"kind\": \"campaign\", \"name\": \"" + name + "\"}",
                        served.token())
                .body();
        long label = Json.mapper().readTree(made).get("label_id").asLong();
        String ids = posts.map(post -> "\"instagram:media:" + post + "\"").collect(Collectors.joining(", "));
        assertThat(served.send(
                                "POST",
                                "/labels/" + label + "/posts?business_id=1",
                                "{\"external_ids\": [" + ids + "]}",
                                served.token())
                        .statusCode())
                .isEqualTo(200);
    }

    private static List<String> names(JsonNode breakouts) {
        return breakouts
                .get("current")
                .valueStream()
                .map(FilteredPerformanceTest::name)
                .toList();
    }

    private static String name(JsonNode post) {
        return post.get("external_id").asString();
    }

    private static double width(JsonNode row) {
        return row.at("/evidence/hi").asDouble() - row.at("/evidence/lo").asDouble();
    }
}
