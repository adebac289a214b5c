package io.tidemark.collect.connector.pinterest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tidemark.collect.connector.AccountReading;
import io.tidemark.collect.connector.CallFailed;
import io.tidemark.collect.connector.ConnectorSettings;
import io.tidemark.collect.connector.DayReading;
import io.tidemark.collect.connector.Fault;
import io.tidemark.collect.connector.ListedPost;
import io.tidemark.collect.connector.Listing;
import io.tidemark.collect.connector.Page;
import io.tidemark.collect.connector.PostReading;
import io.tidemark.collect.connector.PostRef;
import io.tidemark.collect.connector.PostRoute;
import io.tidemark.collect.connector.Saying;
import io.tidemark.collect.connector.ScriptedApi;
import io.tidemark.collect.connector.TrackedAccount;
import io.tidemark.ledger.AccountKey;
import io.tidemark.ledger.Alias;
import io.tidemark.metric.Boosted;
import io.tidemark.metric.Format;
import io.tidemark.metric.Metric;
import io.tidemark.metric.MetricValues;
import io.tidemark.metric.Platform;
import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Answers of Pinterest, written for the project.
class PinterestFixturesTest {
    private static final String OWNER = "{\"id\":\"2783136121146311751\",\"username\":\"acme\"}";
    private static final LocalDate DAY = LocalDate.of(2026, 11, 20);
    private static final Instant AT = Instant.parse("2026-10-01T20:10:40Z");
    private static final Fault NOT_PERMITTED = new Fault.NotPermitted(Saying.asItCame("No."));

    private final ScriptedApi api = new ScriptedApi();
    private final PinterestConnector pinterest =
            new PinterestConnector(ConnectorSettings.DEFAULT, () -> ScriptedApi.NOW);
    private final PinterestConnector letIn =
            new PinterestConnector(new ConnectorSettings(Map.of("pin-analytics", "yes")), () -> ScriptedApi.NOW);
    private final TrackedAccount account =
            new TrackedAccount("2783136121146311751", "", AccountKey.ofHandle(Platform.PINTEREST, "acme"), null);

    private Page<ListedPost> page(@Nullable String bookmark) {
        return pinterest.posts(api, account, pinterest.listings().getFirst(), null, bookmark);
    }

    private ListedPost listed(String more) {
        api.answer("{\"items\":[{\"id\":\"813744226420795884\",\"created_at\":\"2026-10-01T20:10:40\",%s}]}"
                .formatted(more));
        return page("next").items().getFirst();
    }

    private PostRoute route(String name) {
        return letIn.postRoutes().stream()
                .filter(each -> each.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static PostRef pin(String id) {
        return new PostRef(id, Pin.PIN, AT);
    }

    private static String pins(String bookmark, String... ids) {
        List<String> items = new ArrayList<>();
        for (String id : ids) {
            items.add(
                    "{\"id\":\"%s\",\"created_at\":\"2026-10-01T20:10:40\",\"pin_metrics\":{\"lifetime_metrics\":{\"save\":%s}}}"
                            .formatted(id, id));
        }
        return "{\"items\":[%s],\"bookmark\":%s}".formatted(String.join(",", items), bookmark);
    }

    private static PostReading saved(double saves) {
        return new PostReading.Values(MetricValues.of(Map.of(Metric.SAVES, saves)));
    }

    @Test
    void aPinComesWithWhatItHasSinceItsCreationAndTheTimeIsThatOfUtc() {
        ListedPost post = listed("""
                "title":"Cold brew","description":"Slowly","link":"https://acme.example","board_id":"549755885175",
                "creative_type":"REGULAR","is_owner":true,"is_standard":true,"parent_pin_id":null,
                "has_been_promoted":true,
                "media":{"media_type":"image","images":{"600x":{"width":600,"height":800,
                    "url":"https://i.pinimg.com/600x/a.jpg"},"400x300":{"url":"https://i.pinimg.com/400x300/a.jpg"}}},
                "pin_metrics":{"90d":{"pin_click":7,"impression":220,"clickthrough":3,"save":4},
                    "lifetime_metrics":{"pin_click":9,"impression":520,"clickthrough":5,"reaction":10,"comment":0}}""");

        assertThat(post.ref()).isEqualTo(new PostRef("813744226420795884", Pin.PIN, AT));
        assertThat(post.aliases()).containsExactly(new Alias("pinterest:post", "813744226420795884"));
        assertThat(post.version().text()).isEqualTo("Cold brew\n\nSlowly");
        assertThat(post.version().url()).isEqualTo("https://www.pinterest.com/pin/813744226420795884/");
        assertThat(post.version().boosted()).isEqualTo(Boosted.YES);
        assertThat(post.values())
                .as("saves are not told")
                .isEqualTo(MetricValues.of(Map.of(
                        Metric.CLICKS, 9.0,
                        Metric.IMPRESSIONS, 520.0,
                        Metric.LINK_CLICKS, 5.0,
                        Metric.REACTIONS, 10.0,
                        Metric.COMMENTS, 0.0)));
        assertThat(post.thumbnail()).isEqualTo(URI.create("https://i.pinimg.com/400x300/a.jpg"));
    }

    @Test
    void ofAnOldPinOnlyTheLastNinetyDaysAreToldWhichIsNoTotal() {
        ListedPost post = listed("\"pin_metrics\":{\"90d\":{\"impression\":220,\"save\":4}}");
        assertThat(post.values()).isEqualTo(MetricValues.NONE);
        assertThat(listed("\"pin_metrics\":null").values()).isEqualTo(MetricValues.NONE);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            image           | IMAGE    | pin
            video           | VIDEO    | video
            multiple_images | CAROUSEL | pin
            multiple_videos | CAROUSEL | pin
            multiple_mixed  | CAROUSEL | pin
            hologram        | UNKNOWN  | pin
            """)
    void whatAPinConsistsOf(String type, Format format, String kind) {
        ListedPost post = listed("\"media\":{\"media_type\":\"%s\"}".formatted(type));
        assertThat(post.version().format()).isEqualTo(format);
        assertThat(post.ref().kind()).isEqualTo(kind);
        assertThat(post.version().boosted()).isEqualTo(Boosted.UNKNOWN);
        assertThat(post.version().text()).isNull();
    }

    @Test
    void videosAndSeveralPicturesShowTheFirst() {
        assertThat(listed("\"media\":{\"media_type\":\"video\",\"cover_image_url\":\"https://i.pinimg.com/v.jpg\"}")
                        .thumbnail())
                .isEqualTo(URI.create("https://i.pinimg.com/v.jpg"));
        assertThat(listed("""
                "media":{"media_type":"multiple_images","items":[
                    {"images":{"1200x":{"url":"https://i.pinimg.com/1.jpg"}}},
                    {"images":{"1200x":{"url":"https://i.pinimg.com/2.jpg"}}}]}""").thumbnail()).isEqualTo(URI.create("https://i.pinimg.com/1.jpg"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026-10-01T20:10:40", "2026-10-01T20:10:40Z", "2026-10-01T22:10:40+02:00"})
    void aTimeMayHaveAZone(String time) {
        api.answer("{\"items\":[{\"id\":\"1\",\"created_at\":\"%s\"}]}".formatted(time));
        assertThat(page("next").items().getFirst().ref().publishedAt()).isEqualTo(AT);
    }

    @Test
    void aPinWithoutATimeMakesNoSense() {
        api.answer("{\"items\":[{\"id\":\"1\"}]}");
        assertThatThrownBy(() -> page("next"))
                .isInstanceOfSatisfying(
                        CallFailed.class, failed -> assertThat(failed.fault()).isInstanceOf(Fault.Unreadable.class));
    }

    @Test
    void whatWasSavedFromOthersIsLeftOutAndAnEmptyPageIsNotTheLast() {
        api.answer(OWNER).answer("""
                {"items":[{"id":"1","created_at":"2026-10-01T20:10:40","parent_pin_id":"9"},
                    {"id":"2","created_at":"2026-10-01T20:10:40","is_owner":false}],"bookmark":"LT4zNjg4"}""");

        Page<ListedPost> first = page(null);
        assertThat(first.items()).isEmpty();
        assertThat(first.next()).isEqualTo("LT4zNjg4");
        assertThat(api.requests().getLast().target())
                .isEqualTo("/pins?page_size=250&pin_metrics=true&pin_filter=exclude_repins");
        api.answer(pins("null", "3"));
        assertThat(page(first.next()).next()).isNull();
        assertThat(api.parameters(2)).containsEntry("bookmark", "LT4zNjg4");
    }

    @Test
    void aSignInOfAnotherAccountShowsNoPins() {
        api.answer("{\"id\":\"5\",\"username\":\"other\"}");
        assertThatThrownBy(() -> page(null))
                .isInstanceOfSatisfying(
                        CallFailed.class,
                        failed -> assertThat(failed.fault())
                                .isEqualTo(new Fault.NotPermitted(Saying.otherOwner("Pinterest", "other", "acme"))));
    }

    @Test
    void countersComeWithTheListAsFarAsThePinsReach() {
        api.answer(pins("\"b\"", "1", "2")).answer(pins("\"c\"", "3", "4"));

        assertThat(pinterest.readPosts(api, account, route("pins"), List.of(pin("1"), pin("3")), Set.of()))
                .containsOnly(Map.entry("1", saved(1)), Map.entry("3", saved(3)));
        assertThat(api.requests()).as("the third page is not needed").hasSize(2);
    }

    @Test
    void aPinThatTheListShouldHaveShownIsAskedForAlone() {
        api.answer(pins("null", "1", "2"))
                .answer(OWNER)
                .fail(new Fault.NotFound(Saying.asItCame("Pin not found.")))
                .answer("{\"id\":\"8\",\"pin_metrics\":{\"lifetime_metrics\":{\"save\":8}}}")
                .fail(NOT_PERMITTED);

        assertThat(pinterest.readPosts(
                        api, account, route("pins"), List.of(pin("1"), pin("7"), pin("8"), pin("9")), Set.of()))
                .as("of one that may not be seen nothing is said")
                .containsOnly(
                        Map.entry("1", saved(1)), Map.entry("7", new PostReading.Gone()), Map.entry("8", saved(8)));
    }

    @Test
    void whereTheSignInIsOfSomebodyElseNothingIsGone() {
        api.answer(pins("null")).answer("{\"id\":\"5\",\"username\":\"other\"}");

        assertThatThrownBy(
                        () -> pinterest.readPosts(api, account, route("pins"), List.of(pin("1"), pin("2")), Set.of()))
                .isInstanceOfSatisfying(CallFailed.class, failed -> {
                    assertThat(failed.fault()).isInstanceOf(Fault.Passing.class);
                    assertThat(failed.fault().said().english()).contains("The sign-in is of other");
                });
    }

    @Test
    void daysAreTakenWhenTheyAreSettledAlone() {
        api.answer("""
                {"all":{"daily_metrics":[
                    {"date":"2026-11-18","data_status":"READY","metrics":{"IMPRESSION":240,"ENGAGEMENT":60,
                        "PIN_CLICK":37,"OUTBOUND_CLICK":20,"SAVE":0}},
                    {"date":"2026-11-17","data_status":"BEFORE_BUSINESS_CREATED","metrics":{"IMPRESSION":0}},
                    {"date":"2026-11-19","data_status":"ESTIMATE","metrics":{"IMPRESSION":100}},
                    {"date":"2026-11-20","data_status":"PROCESSING","metrics":{"IMPRESSION":0}}],
                  "summary_metrics":{"IMPRESSION":340}}}""");

        assertThat(pinterest.readDays(
                        api,
                        account,
                        pinterest.dayRoutes().getFirst(),
                        DAY.minusDays(3),
                        DAY,
                        pinterest.dayRoutes().getFirst().metrics()))
                .containsExactly(new DayReading(
                        LocalDate.of(2026, 11, 18),
                        MetricValues.of(Map.of(
                                Metric.IMPRESSIONS, 240.0,
                                Metric.NATIVE_ENGAGEMENTS, 60.0,
                                Metric.CLICKS, 37.0,
                                Metric.LINK_CLICKS, 20.0,
                                Metric.SAVES, 0.0))));
        assertThat(api.parameters(0))
                .containsEntry("start_date", "2026-11-17")
                .containsEntry("metric_types", "ENGAGEMENT,IMPRESSION,OUTBOUND_CLICK,PIN_CLICK,SAVE");
    }

    private PostReading total(String days) {
        api.answer("{\"1\":{\"all\":{\"daily_metrics\":[%s],\"lifetime_metrics\":{}}}}".formatted(days));
        PostRef pin = new PostRef("1", Pin.VIDEO, Instant.parse("2026-11-18T21:00:00Z"));
        PostRoute route = route("video_analytics");
        return pinterest
                .readPosts(api, account, route, List.of(pin), route.metrics())
                .getOrDefault("1", new PostReading.Gone());
    }

    private static String day(int day, String status, String metrics) {
        return "{\"date\":\"2026-11-%d\",\"data_status\":\"%s\",\"metrics\":{%s}}".formatted(day, status, metrics);
    }

    @Test
    void totalsOfAPinAreThoseOfItsSettledDaysSinceItsCreation() {
        String views = "\"VIDEO_MRC_VIEW\":%d,\"VIDEO_V50_WATCH_TIME\":%d";
        assertThat(total(String.join(
                        ",",
                        day(17, "BEFORE_PIN_CREATED", views.formatted(0, 0)),
                        day(18, "READY", views.formatted(20, 1500)),
                        day(19, "READY", views.formatted(4, 500)),
                        day(20, "ESTIMATE", views.formatted(9, 900)))))
                .isEqualTo(new PostReading.Values(
                        MetricValues.of(Map.of(Metric.VIDEO_VIEWS, 24.0, Metric.WATCH_TIME_SECONDS, 2.0))));
        assertThat(api.parameters(0))
                .containsEntry("pin_ids", "1")
                .containsEntry("start_date", "2026-11-18")
                .containsEntry("end_date", "2026-11-26");
    }

    @Test
    void whatIsNotWholeIsNoTotal() {
        PostReading nothing = new PostReading.Values(MetricValues.NONE);
        assertThat(total(day(18, "PROCESSING", "\"VIDEO_MRC_VIEW\":0"))).isEqualTo(nothing);
        assertThat(total(day(18, "BEFORE_VIDEO_METRIC_START_DATE", "\"VIDEO_MRC_VIEW\":0") + ","
                        + day(19, "READY", "\"VIDEO_MRC_VIEW\":5")))
                .as("it was not counted from the beginning")
                .isEqualTo(nothing);
        assertThat(total(day(19, "READY", "\"VIDEO_MRC_VIEW\":5")))
                .as("the first day is not told")
                .isEqualTo(nothing);
        assertThat(total(day(18, "READY", "\"VIDEO_MRC_VIEW\":5") + "," + day(20, "READY", "\"VIDEO_MRC_VIEW\":5")))
                .as("up to the day that is missing")
                .isEqualTo(new PostReading.Values(MetricValues.of(Map.of(Metric.VIDEO_VIEWS, 5.0))));
        assertThat(total(day(18, "READY", "\"VIDEO_MRC_VIEW\":5,\"VIDEO_V50_WATCH_TIME\":1000") + ","
                        + day(19, "READY", "\"VIDEO_MRC_VIEW\":5")))
                .as("of one day the time is not told")
                .isEqualTo(new PostReading.Values(MetricValues.of(Map.of(Metric.VIDEO_VIEWS, 10.0))));
    }

    @Test
    void aRefusalThatComesOfTheAccountNotBeingThereIsNotRememberedForTheMetric() {
        PostRoute route = route("analytics");
        api.fail(NOT_PERMITTED).fail(NOT_PERMITTED);
        assertThatThrownBy(() -> pinterest.readPosts(api, account, route, List.of(pin("1")), route.metrics()))
                .isInstanceOfSatisfying(
                        CallFailed.class, failed -> assertThat(failed.fault()).isInstanceOf(Fault.Passing.class));
        api.fail(NOT_PERMITTED).answer(OWNER);
        assertThatThrownBy(() -> pinterest.readPosts(api, account, route, List.of(pin("1")), route.metrics()))
                .isInstanceOfSatisfying(
                        CallFailed.class, failed -> assertThat(failed.fault()).isEqualTo(NOT_PERMITTED));
    }

    @Test
    void analyticsAreAskedForWhereTheAppIsLetInAlone() {
        assertThat(pinterest.postRoutes()).extracting(PostRoute::name).containsExactly("pins");
        assertThat(pinterest.listings()).allMatch(Listing::counters);
        assertThat(letIn.listings()).noneMatch(Listing::counters);
        api.answer(pins("null", "1"));
        assertThat(letIn.posts(api, account, letIn.listings().getFirst(), null, "next")
                        .items())
                .as("a page of the list is no reading then")
                .allMatch(post -> post.values().isEmpty());
    }

    @Test
    void theAnalyticsReachBackToTheCreationForNinetyDays() {
        Instant made = ScriptedApi.NOW.minusSeconds(88 * 86_400L);
        assertThat(letIn.postRoutes())
                .filteredOn(route -> route.takes(new PostRef("1", Pin.PIN, made), ScriptedApi.NOW))
                .extracting(PostRoute::name)
                .containsExactly("pins", "analytics");
        assertThat(letIn.postRoutes())
                .filteredOn(route ->
                        route.takes(new PostRef("1", Pin.VIDEO, made.minusSeconds(2 * 86_400L)), ScriptedApi.NOW))
                .extracting(PostRoute::name)
                .containsExactly("pins");
    }

    @Test
    void theAccountNow() {
        api.answer("""
                {"account_type":"BUSINESS","id":"2783136121146311751","username":"Acme","business_name":"Acme & Sons",
                 "follower_count":510,"following_count":4,"pin_count":339,"board_count":14,"monthly_views":16300}""");

        AccountReading reading = pinterest.readAccount(api, account);
        assertThat(reading.key().name()).isEqualTo("Acme & Sons");
        assertThat(reading.key().aliases())
                .containsExactly(
                        new Alias("pinterest:id", "2783136121146311751"), new Alias("pinterest:handle", "acme"));
        assertThat(reading.levels()).isEqualTo(MetricValues.of(Map.of(Metric.FOLLOWERS, 510.0)));
        api.answer("{\"id\":\"2783136121146311751\",\"username\":\"acme\",\"follower_count\":null}");
        assertThat(pinterest.readAccount(api, account).levels()).isEqualTo(MetricValues.NONE);
    }
}
