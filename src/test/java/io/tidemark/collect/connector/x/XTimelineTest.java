package io.tidemark.collect.connector.x;

import static io.tidemark.collect.connector.x.XSamples.ACME;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tidemark.collect.connector.CallFailed;
import io.tidemark.collect.connector.ConnectorSettings;
import io.tidemark.collect.connector.Fault;
import io.tidemark.collect.connector.ListedPost;
import io.tidemark.collect.connector.Listing;
import io.tidemark.collect.connector.Page;
import io.tidemark.collect.connector.Saying;
import io.tidemark.collect.connector.ScriptedApi;
import io.tidemark.ledger.Alias;
import io.tidemark.metric.Format;
import io.tidemark.metric.Metric;
import io.tidemark.metric.MetricValues;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class XTimelineTest {
    private static final String EMPTY = "{\"meta\":{\"result_count\":0}}";
    private static final Fault UNKNOWN_PARAMETER =
            new Fault.Misconfigured(Saying.answers("X", "400", "The query parameter [tweet.fields] is not one of []"));

    private final ScriptedApi api = new ScriptedApi();
    private final XConnector x = XSamples.connector();
    private final Listing posts = x.listings().getFirst();

    private Page<ListedPost> page(@Nullable Instant since, @Nullable String cursor) {
        return x.posts(api, ACME, posts, since, cursor);
    }

    private static Instant daysAgo(int days) {
        return ScriptedApi.NOW.minus(Duration.ofDays(days));
    }

    @Test
    void bothSpellingsReadTheSame() {
        api.answer(XSamples.PAGE).answer(XSamples.ofPosts(XSamples.PAGE));

        List<ListedPost> former = page(daysAgo(9), null).items();
        List<ListedPost> present = page(daysAgo(9), null).items();

        assertThat(former).hasSize(2).isEqualTo(present);
    }

    @Test
    void anEditedPostIsKnownByItsFirstIdAndReadByItsLast() {
        api.answer(XSamples.PAGE);

        ListedPost post = page(daysAgo(9), null).items().getFirst();

        assertThat(post.ref().externalId()).isEqualTo("1861000000000000002");
        assertThat(post.aliases())
                .containsExactly(
                        new Alias("x:post", "1861000000000000001"), new Alias("x:post", "1861000000000000002"));
        assertThat(post.version().text()).isEqualTo("Hello & welcome, at length");
        assertThat(post.version().url()).isEqualTo("https://x.com/acme/status/1861000000000000002");
        assertThat(post.version().format()).isEqualTo(Format.LINK);
        // By its first id, which knows the millisecond.
        assertThat(post.version().publishedAt()).isEqualTo(Instant.parse("2024-11-25T10:52:30.365Z"));
        assertThat(post.values())
                .isEqualTo(MetricValues.of(Map.of(
                        Metric.IMPRESSIONS, 1800.0,
                        Metric.LIKES, 22.0,
                        Metric.COMMENTS, 1.0,
                        Metric.REPOSTS, 3.0,
                        Metric.QUOTES, 2.0,
                        Metric.SAVES, 4.0,
                        Metric.LINK_CLICKS, 7.0,
                        Metric.PROFILE_VISITS, 5.0,
                        Metric.NATIVE_ENGAGEMENTS, 60.0)));
    }

    @Test
    void aVideoHasViewsAndAPicture() {
        api.answer(XSamples.PAGE);

        ListedPost post = page(daysAgo(9), null).items().getLast();

        assertThat(post.ref().kind()).isEqualTo("video");
        assertThat(post.values().find(Metric.VIDEO_VIEWS)).hasValue(410);
        assertThat(post.values().has(Metric.LINK_CLICKS)).isFalse();
        assertThat(post.thumbnail()).isEqualTo(URI.create("https://pbs.twimg.com/a.jpg"));
    }

    @Test
    void recentPostsAreListedWithTheNumbersOfTheirAuthorAndOlderOnesWithout() {
        api.answer(EMPTY).answer(EMPTY);

        Page<ListedPost> recent = page(daysAgo(60), null);
        Page<ListedPost> older = page(daysAgo(60), recent.next());

        assertThat(older.next()).isNull();
        assertThat(api.parameters(0))
                .containsEntry("start_time", "2026-10-28T12:00:00Z")
                .containsEntry("exclude", "replies,retweets")
                .containsEntry("max_results", "100")
                .doesNotContainKey("end_time");
        assertThat(api.parameters(0).get("tweet.fields")).contains(",non_public_metrics,public_metrics");
        assertThat(api.parameters(1))
                .containsEntry("start_time", "2026-09-27T12:00:00Z")
                .containsEntry("end_time", "2026-10-28T12:00:01Z");
        assertThat(api.parameters(1).get("tweet.fields")).doesNotContain("non_public_metrics");
        assertThat(api.requests()).allMatch(request -> Integer.valueOf(100).equals(request.resources()));
    }

    @Test
    void whatIsRecentNeedsNoSecondStretch() {
        api.answer(EMPTY);

        assertThat(page(daysAgo(3), null).next()).isNull();
        assertThat(api.parameters(0)).containsEntry("start_time", "2026-11-23T12:00:00Z");
    }

    @Test
    void withoutAnEndTheTimelineIsReadToItsOwn() {
        api.answer(EMPTY).answer(EMPTY);

        Page<ListedPost> older = page(null, page(null, null).next());

        assertThat(older.next()).isNull();
        assertThat(api.parameters(1)).doesNotContainKey("start_time").containsKey("end_time");
    }

    @Test
    void anEmptyPageWithATokenIsNotTheLast() {
        api.answer("{\"meta\":{\"result_count\":0,\"next_token\":\"7140dibdnow9c7btw3w29\"}}")
                .answer(XSamples.PAGE);

        Page<ListedPost> first = page(daysAgo(9), null);
        Page<ListedPost> second = page(daysAgo(9), first.next());

        assertThat(first.items()).isEmpty();
        assertThat(api.parameters(1))
                .containsEntry("pagination_token", "7140dibdnow9c7btw3w29")
                .containsEntry("start_time", api.parameters(0).get("start_time"));
        assertThat(second.items()).hasSize(2);
        assertThat(second.next()).isNull();
    }

    @Test
    void refusedNumbersOfTheAuthorCostNoPost() {
        api.answer("""
                {"errors":[{"resource_id":"1861000000000000002","resource_type":"tweet","field":"non_public_metrics",
                  "title":"Field Authorization Error","detail":"Sorry","section":"data",
                  "type":"https://api.x.com/2/problems/not-authorized-for-field"}],
                 "meta":{"result_count":0,"next_token":"a"}}""")
                .answer(XSamples.PAGE.replace("\"result_count\":3", "\"result_count\":3,\"next_token\":\"b\""))
                .answer(EMPTY);

        Page<ListedPost> first = page(daysAgo(9), null);
        page(daysAgo(9), first.next());

        assertThat(first.items()).hasSize(2);
        assertThat(api.parameters(1).get("tweet.fields")).doesNotContain("non_public_metrics");
        assertThat(api.parameters(2)).containsEntry("pagination_token", "b");
        assertThat(api.parameters(2).get("tweet.fields")).doesNotContain("non_public_metrics");
    }

    @Test
    void theOtherSpellingIsTakenAndKeptWhereTheFirstIsRefused() {
        api.fail(UNKNOWN_PARAMETER).answer(XSamples.ofPosts(XSamples.PAGE)).answer(EMPTY);

        assertThat(page(daysAgo(9), null).items()).hasSize(2);
        page(daysAgo(9), null);

        assertThat(api.parameters(1)).containsKey("post.fields").doesNotContainKey("tweet.fields");
        assertThat(api.parameters(1).get("expansions")).isEqualTo("edit_history_post_ids,attachments.media_keys");
        assertThat(api.parameters(2)).containsKey("post.fields");
    }

    @Test
    void whereBothSpellingsAreRefusedTheFirstIsTriedAgainNextTime() {
        api.fail(UNKNOWN_PARAMETER)
                .fail(new Fault.Misconfigured(
                        Saying.answers("X", "400", "The query parameter [post.fields] is not one of []")))
                .answer(EMPTY);

        assertThatThrownBy(() -> page(daysAgo(9), null)).isInstanceOf(CallFailed.class);
        page(daysAgo(9), null);

        assertThat(api.parameters(2)).containsKey("tweet.fields");
    }

    @Test
    void anotherRefusalIsNoMatterOfSpelling() {
        api.fail(new Fault.Misconfigured(Saying.answers("X", "400", "max_results")));

        assertThatThrownBy(() -> page(daysAgo(9), null)).hasMessage("X answers 400: max_results");
        assertThat(api.requests()).hasSize(1);
    }

    @Test
    void repliesAreListedOnRequest() {
        api.answer("""
                {"data":[{"id":"1861000000000000005","text":"@you Yes","conversation_id":"1860000000000000000",
                  "created_at":"2026-11-20T19:26:16.000Z"}],"meta":{"result_count":1}}""");
        Listing replies = x.listings().getLast();

        Page<ListedPost> page = x.posts(api, ACME, replies, daysAgo(9), null);

        assertThat(replies.onRequest()).isTrue();
        assertThat(api.parameters(0)).containsEntry("exclude", "retweets");
        assertThat(page.items().getFirst().version().contentType().key()).isEqualTo("reply");
        assertThat(page.items().getFirst().values().isEmpty()).isTrue();
    }

    @Test
    void settingsSayWhatIsAskedAndWhere() {
        api.answer(EMPTY);
        XConnector other = new XConnector(new ConnectorSettings(Map.of(
                "base-url", "http://127.0.0.1:1",
                "page-size", "5",
                "post-fields-parameter", "post.fields",
                "private-metrics", "",
                "timeline-price", "1000")));

        other.posts(api, ACME, posts, daysAgo(9), null);

        assertThat(api.requests().getFirst().target()).startsWith("http://127.0.0.1:1/2/users/2244994945/tweets?");
        assertThat(api.parameters(0)).containsEntry("max_results", "5");
        assertThat(api.parameters(0).get("post.fields")).doesNotContain("non_public_metrics");
        assertThat(other.postRoutes()).extracting("name").containsExactly("public");
        assertThat(other.prices().get(1).microDollarsPerResource()).isEqualTo(1000);
    }

    @Test
    void badSettingsAreRefusedWithWhatIsAllowed() {
        assertThatThrownBy(() -> new XConnector(new ConnectorSettings(Map.of("page-size", "500"))))
                .hasMessage("The setting page-size is a number from 5 to 100, not 500");
        assertThatThrownBy(() -> new XConnector(new ConnectorSettings(Map.of("user-price", "1 cent"))))
                .hasMessageContaining("user-price")
                .hasMessageContaining("millionths");
        assertThatThrownBy(() -> new XConnector(new ConnectorSettings(Map.of("post-fields-parameter", "fields"))))
                .hasMessageContaining("tweet.fields or post.fields");
    }
}
