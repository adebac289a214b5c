package io.tidemark.collect.connector.threads;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tidemark.collect.connector.AccountReading;
import io.tidemark.collect.connector.CallFailed;
import io.tidemark.collect.connector.ConnectorSettings;
import io.tidemark.collect.connector.DayReading;
import io.tidemark.collect.connector.DayRoute;
import io.tidemark.collect.connector.Fault;
import io.tidemark.collect.connector.FoundAccount;
import io.tidemark.collect.connector.ListedPost;
import io.tidemark.collect.connector.Page;
import io.tidemark.collect.connector.PostReading;
import io.tidemark.collect.connector.PostRef;
import io.tidemark.collect.connector.PostRoute;
import io.tidemark.collect.connector.TrackedAccount;
import io.tidemark.collect.connector.graph.CannedApi;
import io.tidemark.ledger.AccountKey;
import io.tidemark.ledger.Alias;
import io.tidemark.metric.Format;
import io.tidemark.metric.Metric;
import io.tidemark.metric.MetricValues;
import io.tidemark.metric.Placement;
import io.tidemark.metric.Platform;
import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Answers of Threads, written for the project.
class ThreadsFixturesTest {
    private static final Instant AT = Instant.parse("2026-11-18T14:02:00Z");
    private static final LocalDate DAY = LocalDate.of(2026, 11, 19);
    private static final PostRef POST = new PostRef("18000000000000001", "TEXT_POST", AT);

    private final CannedApi api = new CannedApi();
    private final ThreadsConnector threads = new ThreadsConnector(ConnectorSettings.DEFAULT, () -> CannedApi.NOW);
    private final TrackedAccount account =
            new TrackedAccount("9876543210", "", AccountKey.ofHandle(Platform.THREADS, "acme"), null);
    private final PostRoute route = threads.postRoutes().getFirst();

    private Page<ListedPost> posts(@Nullable Instant since, @Nullable String cursor) {
        return threads.posts(api, account, threads.listings().getFirst(), since, cursor);
    }

    private ListedPost listed(String more) {
        api.answer("{\"data\":[{\"id\":\"18000000000000001\",\"timestamp\":\"2026-11-18T14:02:00+0000\",%s}]}"
                .formatted(more));
        return posts(null, null).items().getFirst();
    }

    private List<DayReading> days(String name, LocalDate from, LocalDate to) {
        DayRoute asked = threads.dayRoutes().stream()
                .filter(each -> each.name().equals(name))
                .findFirst()
                .orElseThrow();
        return threads.readDays(api, account, asked, from, to, asked.metrics());
    }

    @Test
    void aPostIsKnownByItsIdAndByTheCodeInItsLink() {
        ListedPost post = listed("""
                "media_product_type":"THREADS","media_type":"IMAGE","shortcode":"C4xyz","text":"Hi",
                "permalink":"https://www.threads.net/@acme/post/C4xyz","username":"acme","is_quote_post":true,
                "media_url":"https://scontent.cdninstagram.com/i.jpg\"""");

        assertThat(post.ref()).isEqualTo(new PostRef("18000000000000001", "IMAGE", AT));
        assertThat(post.aliases())
                .containsExactly(
                        new Alias("threads:post", "18000000000000001"), new Alias("threads:shortcode", "C4xyz"));
        assertThat(post.version().placement()).isEqualTo(Placement.FEED);
        assertThat(post.version().text()).isEqualTo("Hi");
        assertThat(post.version().url()).isEqualTo("https://www.threads.net/@acme/post/C4xyz");
        assertThat(post.values()).as("the list tells no counters").isEqualTo(MetricValues.NONE);
        URI picture = URI.create("https://scontent.cdninstagram.com/i.jpg");
        assertThat(post.thumbnail()).isEqualTo(picture);
        assertThat(threads.pictureHosts().namesHost(picture)).isTrue();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            "media_type":"TEXT_POST"                                                   | TEXT
            "media_type":"TEXT_POST","poll_attachment":{"option_a":"A","option_b":"B"} | POLL
            "media_type":"TEXT_POST","link_attachment_url":"https://acme.example/"     | LINK
            "media_type":"IMAGE"                                                       | IMAGE
            "media_type":"CAROUSEL_ALBUM"                                              | CAROUSEL
            "media_type":"VIDEO"                                                       | VIDEO
            "media_type":"AUDIO"                                                       | UNKNOWN
            """)
    void whatAPostConsistsOf(String fields, Format format) {
        assertThat(listed(fields).version().format()).isEqualTo(format);
    }

    @Test
    void aVideoShowsItsThumbnailAndNothingElseIfThereIsNone() {
        assertThat(listed("""
                "media_type":"VIDEO","media_url":"https://s.cdninstagram.com/v.mp4",
                "thumbnail_url":"https://s.cdninstagram.com/t.jpg\"""").thumbnail()).isEqualTo(URI.create("https://s.cdninstagram.com/t.jpg"));
        assertThat(listed("\"media_type\":\"VIDEO\",\"media_url\":\"https://s.cdninstagram.com/v.mp4\"")
                        .thumbnail())
                .isNull();
    }

    @Test
    void whatWasPassedOnIsLeftOutAndAShortPageIsNotTheLast() {
        api.answer("""
                {"data":[{"id":"1","media_type":"REPOST_FACADE","timestamp":"2026-11-18T14:02:00+0000"}],
                 "paging":{"cursors":{"after":"QVFI"},
                    "next":"https://graph.threads.net/v1.0/me/threads?access_token=THQVsecret&after=QVFI"}}""").answer("""
                {"data":[{"id":"2","media_type":"TEXT_POST","timestamp":"2026-11-17T14:02:00+0000"}],
                 "paging":{"cursors":{"after":"QVFJ"}}}""");

        Page<ListedPost> first = posts(AT, null);
        assertThat(first.items()).isEmpty();
        assertThat(first.next()).isEqualTo("QVFI");
        assertThat(api.last())
                .startsWith("https://graph.threads.net/v1.0/9876543210/threads?fields=id,")
                .contains("since=" + AT.getEpochSecond(), "limit=100");
        Page<ListedPost> last = posts(AT, first.next());
        assertThat(last.items()).hasSize(1);
        assertThat(last.next()).isNull();
        assertThat(api.last()).contains("after=QVFI").doesNotContain("THQVsecret");
    }

    @Test
    void numbersOfAPost() {
        api.answer("""
                {"data":[{"name":"views","period":"lifetime","values":[{"value":310}],"id":"18/insights/views/lifetime"},
                    {"name":"likes","period":"lifetime","values":[{"value":0}]},
                    {"name":"replies","values":[{"value":6}]},{"name":"reposts","values":[{"value":3}]},
                    {"name":"quotes","values":[{"value":2}]},{"name":"shares","values":[]}]}""");

        assertThat(threads.readPosts(api, account, route, List.of(POST), route.metrics()))
                .containsExactly(Map.entry(
                        "18000000000000001",
                        new PostReading.Values(MetricValues.of(Map.of(
                                Metric.IMPRESSIONS, 310.0,
                                Metric.LIKES, 0.0,
                                Metric.COMMENTS, 6.0,
                                Metric.REPOSTS, 3.0,
                                Metric.QUOTES, 2.0)))));
        assertThat(api.last())
                .isEqualTo("https://graph.threads.net/v1.0/18000000000000001/insights"
                        + "?metric=likes,quotes,replies,reposts,shares,views");
        assertThat(route.batch()).as("Threads tells of one post in a call").isEqualTo(1);
    }

    @Test
    void theViewsOfAnAccountAreVisitsOfItsProfileOnTheDayThatEnds() {
        api.answer("""
                {"data":[{"name":"views","period":"day","values":[
                    {"value":310,"end_time":"2026-11-19T08:00:00+0000"},
                    {"value":280,"end_time":"2026-11-20T08:00:00+0000"}],"id":"9/insights/views/day"}]}""");

        assertThat(days("series", DAY.minusDays(1), DAY))
                .containsExactly(
                        new DayReading(DAY.minusDays(1), MetricValues.of(Map.of(Metric.PROFILE_VISITS, 310.0))),
                        new DayReading(DAY, MetricValues.of(Map.of(Metric.PROFILE_VISITS, 280.0))));
    }

    @Test
    void everythingElseIsATotalOfOneDayFromMidnightToMidnightInCalifornia() {
        api.answer("""
                {"data":[{"name":"likes","period":"day","total_value":{"value":41}},
                    {"name":"replies","period":"day","total_value":{"value":6}},
                    {"name":"clicks","period":"day","link_total_values":[
                        {"value":3,"link_url":"https://acme.example"},{"value":2,"link_url":"https://acme.example/a"}]}]}""");

        assertThat(days("totals", DAY, DAY))
                .containsExactly(new DayReading(
                        DAY,
                        MetricValues.of(Map.of(Metric.LIKES, 41.0, Metric.COMMENTS, 6.0, Metric.LINK_CLICKS, 5.0))));
        assertThat(api.last())
                .contains(
                        "/9876543210/threads_insights?metric=clicks,likes,quotes,replies,reposts",
                        "since=" + Instant.parse("2026-11-19T08:00:00Z").getEpochSecond(),
                        "until=" + Instant.parse("2026-11-20T08:00:00Z").getEpochSecond());
        assertThat(threads.dayRoutes())
                .filteredOn(each -> each.name().equals("totals"))
                .allMatch(each -> each.daysPerCall() == 1);
    }

    @Test
    void anEmptyAnswerSaysNothingOfADay() {
        api.answer("{\"data\":[]}").answer("{\"data\":[{\"name\":\"clicks\",\"link_total_values\":[]}]}");
        assertThat(days("series", DAY, DAY)).isEmpty();
        assertThat(days("totals", DAY, DAY)).isEmpty();
    }

    @Test
    void theAccountNowWithFollowersAsFarAsTheyAreTold() {
        String refused = "(#10) Not enough followers";
        api.answer("{\"id\":\"9876543210\",\"username\":\"Acme.Shop\",\"name\":\"Acme\"}")
                .answer("{\"data\":[{\"name\":\"followers_count\",\"period\":\"day\","
                        + "\"total_value\":{\"value\":1520}}]}")
                .refuse(10, 0, refused)
                .refuse(10, 0, refused)
                .refuse(10, 0, refused)
                .refuse(10, 0, refused);

        AccountReading reading = threads.readAccount(api, account);
        assertThat(reading.key().name()).isEqualTo("Acme");
        assertThat(reading.key().aliases())
                .containsExactly(new Alias("threads:id", "9876543210"), new Alias("threads:handle", "acme.shop"));
        assertThat(reading.levels()).isEqualTo(MetricValues.of(Map.of(Metric.FOLLOWERS, 1520.0)));
        assertThat(reading.parts()).isEmpty();
        assertThat(api.last()).contains("metric=follower_demographics&breakdown=gender");
    }

    @Test
    void anIdThatComesAsANumberKeepsAllItsDigits() {
        api.answer("{\"id\":9876543210123456789,\"username\":\"acme\"}");

        FoundAccount found = threads.accounts(api, null).items().getFirst();
        assertThat(found.account().externalId()).isEqualTo("9876543210123456789");
        assertThat(found.token()).as("the sign-in's own").isNull();
        assertThat(api.last()).startsWith("https://graph.threads.net/v1.0/me?");
    }

    @Test
    void anAccountWithoutANameMakesNoSense() {
        api.answer("{\"id\":\"1\"}");
        assertThatThrownBy(() -> threads.accounts(api, null))
                .isInstanceOfSatisfying(
                        CallFailed.class, failed -> assertThat(failed.fault()).isInstanceOf(Fault.Unreadable.class));
    }
}
