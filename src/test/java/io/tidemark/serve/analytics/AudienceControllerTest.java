package io.tidemark.serve.analytics;

import static io.tidemark.serve.ServedFixture.json;
import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.ledger.AccountKey;
import io.tidemark.ledger.Observation;
import io.tidemark.ledger.SourceSpec;
import io.tidemark.metric.Metric;
import io.tidemark.metric.MetricValues;
import io.tidemark.metric.Platform;
import io.tidemark.serve.LedgerServedFixture;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

class AudienceControllerTest {
    private static final String AUDIENCE = "/api/v1/analytics/audience?business_id=1";
    private static final AccountKey CHANNEL = AccountKey.ofHandle(Platform.YOUTUBE, "acme");
    private static final Instant FEBRUARY = Instant.parse("2026-02-01T00:00:00Z");
    private static final Instant MARCH = Instant.parse("2026-03-01T00:00:00Z");

    @TempDir
    private Path uploads;

    private LedgerServedFixture served;

    @BeforeEach
    void start() {
        served = new LedgerServedFixture(uploads);
    }

    @AfterEach
    void stop() {
        served.close();
    }

    @Test
    void theLatestBreakdownIsAnsweredWithWhatTheFileStatesAsTotalBesideIt() {
        append("january", day(FEBRUARY), part("geography", "DE", "2026-01-01", "2026-01-31", 70, FEBRUARY));
        append(
                "february",
                part("geography", "DE", "2026-02-01", "2026-02-28", 50, MARCH),
                part("geography", "AT", "2026-02-01", "2026-02-28", 30, MARCH),
                part("geography", "CH", "2026-02-01", "2026-02-28", 20, MARCH),
                part("total", "geography", "2026-02-01", "2026-02-28", 120, MARCH),
                part("age", "18-24", null, null, 5, MARCH),
                part("content", "video", null, null, 5, MARCH));

        JsonNode breakdowns = json(served.get(AUDIENCE + "&limit=2")).get("breakdowns");

        assertThat(breakdowns.size()).isEqualTo(2);
        JsonNode age = breakdowns.get(0);
        assertThat(age.get("dimension").asString()).isEqualTo("age");
        assertThat(age.get("period_from").isNull()).isTrue();
        assertThat(age.get("stated_total").isNull()).isTrue();
        JsonNode geography = breakdowns.get(1);
        assertThat(geography.get("metric").asString()).isEqualTo("video_views");
        assertThat(geography.get("period_to").asString()).isEqualTo("2026-02-28");
        assertThat(geography.get("observed_at").asString()).isEqualTo("2026-03-01T00:00:00Z");
        assertThat(geography.get("source").get("format").asString()).isEqualTo("youtube_studio");
        assertThat(geography.get("stated_total").asInt()).isEqualTo(120);
        assertThat(geography.get("keys").asInt()).isEqualTo(3);
        assertThat(geography.get("keys_left_out").asInt()).isEqualTo(1);
        assertThat(geography.get("values").size()).isEqualTo(2);
        assertThat(geography.get("values").get(0).get("key").asString()).isEqualTo("DE");
        assertThat(geography.get("values").get(0).get("value").asInt()).isEqualTo(50);
    }

    @Test
    void asOfThenTheEarlierOneWasTheLatest() {
        append("january", day(FEBRUARY), part("geography", "DE", "2026-01-01", "2026-01-31", 70, FEBRUARY));
        Instant between = served.clock.instant();
        served.clock.advance(Duration.ofHours(1));
        append("february", part("geography", "DE", "2026-02-01", "2026-02-28", 50, MARCH));

        assertThat(only(AUDIENCE + "&dimension=geography")).isEqualTo(50);
        assertThat(only(AUDIENCE + "&as_of=" + between)).isEqualTo(70);
        assertThat(json(served.get(AUDIENCE + "&dimension=age"))
                        .get("breakdowns")
                        .size())
                .isZero();
    }

    private int only(String path) {
        JsonNode breakdowns = json(served.get(path)).get("breakdowns");
        assertThat(breakdowns.size()).isEqualTo(1);
        return breakdowns.get(0).get("values").get(0).get("value").asInt();
    }

    @ParameterizedTest
    @CsvSource({
        "limit=0, bad_parameter",
        "limit=201, bad_parameter",
        "limit=ten, bad_parameter",
        "dimension=Geo, bad_parameter",
        "content_type=reel, unknown_parameter",
        "metric=likes, unknown_parameter"
    })
    void whatMeansNothingHereIsRefused(String parameter, String code) {
        HttpResponse<String> response = served.get(AUDIENCE + "&" + parameter);

        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(json(response).get("code").asString()).isEqualTo(code);
    }

    /// Makes the channel one of which something counts.
    private static Observation day(Instant at) {
        return new Observation.OfDay(
                CHANNEL,
                null,
                LocalDate.parse("2026-01-31"),
                ZoneId.of("America/Los_Angeles"),
                MetricValues.builder().put(Metric.VIDEO_VIEWS, 10).build(),
                at);
    }

    private static Observation part(
            String dimension, String key, @Nullable String from, @Nullable String to, double value, Instant at) {
        return new Observation.OfBreakdown(
                CHANNEL,
                dimension,
                key,
                "video_views",
                from == null ? null : LocalDate.parse(from),
                to == null ? null : LocalDate.parse(to),
                value,
                at);
    }

    private void append(String name, Observation... observations) {
        served.ledger
                .ledger()
                .append(
                        served.ledger.business().id(),
                        new SourceSpec(
                                served.ledger.ledger().newId(),
                                SourceSpec.Kind.FILE,
                                "youtube_studio",
                                name,
                                name,
                                null),
                        sink -> List.of(observations).forEach(sink::accept),
                        appended -> "{}");
    }
}
