package io.tidemark.collect.connector.x;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tidemark.collect.connector.CallFailed;
import io.tidemark.metric.Format;
import io.tidemark.metric.Metric;
import io.tidemark.metric.Placement;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class XPostTest {
    private static XPost post(String fields, String media) {
        JsonNode answer = JsonMapper.shared()
                .readTree("{\"data\":{\"id\":\"1861000000000000001\",%s},\"includes\":{\"media\":[%s]}}"
                        .formatted(fields, media));
        return XPost.of(answer.path("data"), XMedia.included(answer));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "TEXT; \"text\":\"Hello\"",
                "POLL; \"attachments\":{\"poll_ids\":[\"1\"]}",
                "IMAGE; \"attachments\":{\"media_keys\":[\"3_1\"]}",
                "IMAGE; \"attachments\":{\"media_keys\":[\"16_1\"]}",
                "VIDEO; \"attachments\":{\"media_keys\":[\"7_1\"]}",
                "VIDEO; \"attachments\":{\"media_keys\":[\"13_1\"]}",
                "CAROUSEL; \"attachments\":{\"media_keys\":[\"3_1\",\"3_2\"]}",
                "CAROUSEL; \"attachments\":{\"media_keys\":[\"7_1\",\"3_2\"]}",
                "LINK; \"entities\":{\"urls\":[{\"expanded_url\":\"https://acme.example/a\"}]}",
                "LINK; \"note_post\":{\"text\":\"a\",\"entities\":{\"urls\":[{\"expanded_url\":\"https://acme.example/a\"}]}}",
                "TEXT; \"entities\":{\"urls\":[{\"expanded_url\":\"https://x.com/other/status/1\"}]}",
                "TEXT; \"entities\":{\"urls\":[{\"expanded_url\":\"https://twitter.com/i/web/status/1\"}]}",
                "IMAGE; \"attachments\":{\"media_keys\":[\"3_1\"]},\"entities\":{\"urls\":[{\"expanded_url\":\"https://acme.example\"}]}",
                "TEXT; \"attachments\":{\"media_keys\":null,\"poll_ids\":null}"
            })
    void formatsAreToldByWhatIsAttached(Format format, String fields) {
        assertThat(post(fields, "").format()).isEqualTo(format);
    }

    @Test
    void whatMediaAreSaysMoreThanTheirKeys() {
        String fields = "\"attachments\":{\"media_keys\":[\"99_1\"]}";

        assertThat(post(fields, "{\"media_key\":\"99_1\",\"type\":\"video\"}").format())
                .isEqualTo(Format.VIDEO);
        assertThat(post(fields, "{\"media_key\":\"99_1\",\"type\":\"animated_gif\"}")
                        .format())
                .isEqualTo(Format.IMAGE);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "FEED; \"conversation_id\":\"1861000000000000001\"",
                "REPLY; \"conversation_id\":\"1700000000000000000\"",
                "FEED; \"conversation_id\":\"1860999999999999999\",\"edit_history_tweet_ids\":[\"1860999999999999999\",\"1861000000000000001\"]",
                "REPLY; \"referenced_tweets\":[{\"type\":\"replied_to\",\"id\":\"1\"}]",
                "REPLY; \"in_reply_to_user_id\":\"17\"",
                "FEED; \"referenced_posts\":[{\"type\":\"quoted\",\"id\":\"1\"}]",
                "FEED; \"text\":\"@you Hello\""
            })
    void repliesBelongToAnotherConversation(Placement placement, String fields) {
        assertThat(post(fields, "").placement()).isEqualTo(placement);
    }

    @Test
    void viewsOfABorrowedVideoAreNotThoseOfThePost() {
        String media = "{\"media_key\":\"7_1\",\"type\":\"video\",\"public_metrics\":{\"view_count\":12}}";
        String own = "\"attachments\":{\"media_keys\":[\"7_1\"],\"media_source_tweet_id\":[\"1861000000000000001\"]}";
        String borrowed =
                "\"attachments\":{\"media_keys\":[\"7_1\"],\"media_source_tweet_id\":[\"1700000000000000000\"]}";

        assertThat(XMetrics.of(post(own, media)).find(Metric.VIDEO_VIEWS)).hasValue(12);
        assertThat(XMetrics.of(post(borrowed, media)).has(Metric.VIDEO_VIEWS)).isFalse();
    }

    @Test
    void zeroImpressionsFromBeforeTheyWereCountedAreMissing() {
        String metrics = "\"public_metrics\":{\"impression_count\":0,\"like_count\":0}";
        JsonNode old = JsonMapper.shared().readTree("{\"id\":\"1500000000000000001\"," + metrics + "}");

        assertThat(XMetrics.of(post(metrics, "")).find(Metric.IMPRESSIONS)).hasValue(0);
        assertThat(XMetrics.of(XPost.of(old, Map.of())).has(Metric.IMPRESSIONS)).isFalse();
        assertThat(XMetrics.of(XPost.of(old, Map.of())).find(Metric.LIKES)).hasValue(0);
    }

    @Test
    void countersMayBeTextAndWhatIsNoneIsMissing() {
        XPost post =
                post("\"public_metrics\":{\"like_count\":\"12\",\"reply_count\":null,\"quote_count\":\"many\"}", "");

        assertThat(XMetrics.of(post).present()).containsExactly(Metric.LIKES);
        assertThat(XMetrics.of(post).find(Metric.LIKES)).hasValue(12);
    }

    @Test
    void paidImpressionsAreAMetricOfTheirOwn() {
        XPost paid = post("\"promoted_metrics\":{\"impression_count\":40}", "");

        assertThat(XMetrics.of(paid).find(Metric.IMPRESSIONS_PAID)).hasValue(40);
        assertThat(XMetrics.isPromoted(paid)).isTrue();
        assertThat(XMetrics.isPromoted(post("\"promoted_metrics\":{}", ""))).isFalse();
    }

    @Test
    void idsFromBeforeTheyHadATimeNeedTheField() {
        JsonNode dated = JsonMapper.shared().readTree("{\"id\":20,\"created_at\":\"2006-03-21T20:50:14.000Z\"}");
        JsonNode dateless = JsonMapper.shared().readTree("{\"id\":\"20\"}");

        assertThat(XPost.of(dated, Map.of()).publishedAt()).isEqualTo(Instant.parse("2006-03-21T20:50:14Z"));
        assertThatThrownBy(() -> XPost.of(dateless, Map.of()).publishedAt())
                .isInstanceOf(CallFailed.class)
                .hasMessageContaining("post 20");
    }

    @Test
    void aPostWithoutAnIdIsUnreadable() {
        assertThatThrownBy(() -> XPost.of(JsonMapper.shared().readTree("{\"text\":\"a\"}"), Map.of()))
                .isInstanceOf(CallFailed.class);
    }
}
