package io.tidemark.collect.connector.youtube;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tidemark.collect.connector.Api;
import io.tidemark.collect.connector.ApiRequest;
import io.tidemark.collect.connector.CallFailed;
import io.tidemark.collect.connector.ConnectorSettings;
import io.tidemark.collect.connector.DayReading;
import io.tidemark.collect.connector.DayRoute;
import io.tidemark.collect.connector.DirectApi;
import io.tidemark.collect.connector.Fault;
import io.tidemark.collect.connector.ListedPost;
import io.tidemark.collect.connector.Page;
import io.tidemark.collect.connector.PostReading;
import io.tidemark.collect.connector.PostRef;
import io.tidemark.collect.connector.PostRoute;
import io.tidemark.collect.connector.ScriptedApi;
import io.tidemark.collect.connector.TrackedAccount;
import io.tidemark.collect.simulator.AccountPlan;
import io.tidemark.collect.simulator.SimulatedAccount;
import io.tidemark.collect.simulator.SimulatedPost;
import io.tidemark.collect.simulator.World;
import io.tidemark.collect.simulator.youtube.YouTubeSimulator;
import io.tidemark.metric.Metric;
import io.tidemark.metric.MetricValues;
import io.tidemark.metric.Placement;
import io.tidemark.testing.MutableClock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The connector against the truth of the simulator, over real HTTP.
class YouTubeSimulatorTest {
    private static final Instant NOW = Instant.parse("2026-11-26T12:00:00Z");
    private static final String ID = "UCacme00000000000000000a";
    private static final Set<Metric> AT_ONCE = EnumSet.of(Metric.VIDEO_VIEWS, Metric.LIKES, Metric.COMMENTS);

    private final MutableClock clock = new MutableClock(NOW);
    private final World world = new World(7, clock, Duration.ofDays(40));
    private final SimulatedAccount account = world.add(
            new AccountPlan(ID, "acme", "Acme & Sons", 3, Duration.ofDays(100), 10_245, YouTubeSimulator.kinds()));
    private final YouTubeSimulator simulator = new YouTubeSimulator(world, clock);
    private YouTubeConnector youtube = YouTubeSamples.connector();
    private Api api = new ScriptedApi();
    private TrackedAccount tracked = YouTubeSamples.ACME;

    @BeforeEach
    void start() {
        simulator.start();
        String address = simulator.address().toString();
        youtube = new YouTubeConnector(
                new ConnectorSettings(Map.of("base-url", address, "analytics-url", address)), clock);
        api = signedIn();
        tracked = youtube.accounts(api, null).items().getFirst().account();
    }

    @AfterEach
    void stop() {
        simulator.close();
    }

    private Api signedIn() {
        return new DirectApi(
                youtube, simulator.address(), simulator.tokens().issue(ID).access(), clock);
    }

    private List<ListedPost> listAll() {
        List<ListedPost> posts = new ArrayList<>();
        String cursor = null;
        do {
            Page<ListedPost> page =
                    youtube.posts(api, tracked, youtube.listings().getFirst(), null, cursor);
            posts.addAll(page.items());
            cursor = page.next();
        } while (cursor != null);
        return posts;
    }

    private List<SimulatedPost> published() {
        return account.visible(clock.instant()).stream()
                .filter(post -> YouTubeSimulator.isPublished(post, clock.instant()))
                .toList();
    }

    private static MetricValues values(SimulatedPost post, Set<Metric> metrics, Instant at) {
        MetricValues.Builder values = MetricValues.builder();
        metrics.stream()
                .filter(metric -> metric == Metric.VIDEO_VIEWS || !post.kind().equals("quiet"))
                .forEach(metric -> post.value(metric, at).ifPresent(value -> values.put(metric, value)));
        return values.build();
    }

    private static Placement placement(String kind) {
        return switch (kind) {
            case "short" -> Placement.SHORT;
            case "live", "premiere" -> Placement.LIVE;
            default -> Placement.FEED;
        };
    }

    @Test
    void everyVideoIsListedAsWhatItIs() {
        Map<String, ListedPost> listed =
                listAll().stream().collect(Collectors.toMap(post -> post.ref().externalId(), Function.identity()));

        List<SimulatedPost> truth = published();
        assertThat(listed).hasSameSizeAs(truth).hasSizeGreaterThan(200);
        for (SimulatedPost post : truth) {
            ListedPost seen = Objects.requireNonNull(listed.get(YouTubeSimulator.id(post)));
            assertThat(seen.version().placement()).as(post.kind()).isEqualTo(placement(post.kind()));
            assertThat(seen.version().text()).isEqualTo(post.text());
            assertThat(seen.version().publishedAt())
                    .isEqualTo(Instant.ofEpochSecond(post.publishedAt().getEpochSecond()));
            assertThat(seen.thumbnail()).isNotNull();
        }
        assertThat(truth).extracting(SimulatedPost::kind).contains("short", "clip", "live", "quiet", "premiere");
    }

    @Test
    void numbersOfVideosAreTheTruthOfNowAndOfWhatHasBeenCounted() {
        List<SimulatedPost> posts = published().stream().limit(50).toList();
        List<PostRef> refs = posts.stream()
                .map(post -> new PostRef(YouTubeSimulator.id(post), "video", post.publishedAt()))
                .toList();
        PostRoute counters = youtube.postRoutes().getFirst();
        PostRoute analytics = youtube.postRoutes().getLast();

        Map<String, PostReading> now = youtube.readPosts(api, tracked, counters, refs, counters.metrics());
        Map<String, PostReading> counted = youtube.readPosts(api, tracked, analytics, refs, analytics.metrics());

        Instant until = YouTubeSimulator.countedUntil(NOW);
        assertThat(Duration.between(until, NOW)).isBetween(Duration.ofDays(2), Duration.ofDays(3));
        assertThat(now).hasSize(50);
        assertThat(counted).hasSizeBetween(30, 49);
        for (SimulatedPost post : posts) {
            String id = YouTubeSimulator.id(post);
            assertThat(now.get(id)).isEqualTo(new PostReading.Values(values(post, AT_ONCE, NOW)));
            if (counted.get(id) instanceof PostReading.Values told) {
                assertThat(told.values())
                        .isEqualTo(MetricValues.of(Map.of(
                                Metric.ENGAGED_VIEWS,
                                post.value(Metric.ENGAGED_VIEWS, until).orElseThrow(),
                                Metric.WATCH_TIME_SECONDS,
                                60
                                        * Math.floor(post.value(Metric.WATCH_TIME_SECONDS, until)
                                                        .orElseThrow()
                                                / 60),
                                Metric.SHARES,
                                post.value(Metric.SHARES, until).orElseThrow(),
                                Metric.FOLLOWS,
                                post.value(Metric.FOLLOWS, until).orElseThrow())));
            } else {
                assertThat(post.publishedAt().plus(Duration.ofDays(1))).isAfter(until);
            }
        }
    }

    @Test
    void aDeletedAndAPrivateVideoAreGone() {
        SimulatedPost gone = published().getFirst();
        SimulatedPost there = published().get(1);
        SimulatedPost hidden = account.visible(NOW).stream()
                .filter(post -> post.kind().equals("private"))
                .findFirst()
                .orElseThrow();
        gone.delete(NOW);
        PostRoute counters = youtube.postRoutes().getFirst();

        Map<String, PostReading> readings = youtube.readPosts(
                api,
                tracked,
                counters,
                List.of(gone, there, hidden).stream()
                        .map(post -> new PostRef(YouTubeSimulator.id(post), "video", post.publishedAt()))
                        .toList(),
                counters.metrics());

        assertThat(readings.get(YouTubeSimulator.id(gone))).isEqualTo(new PostReading.Gone());
        assertThat(readings.get(YouTubeSimulator.id(hidden))).isEqualTo(new PostReading.Gone());
        assertThat(readings.get(YouTubeSimulator.id(there))).isInstanceOf(PostReading.Values.class);
    }

    /// Over the night on which the clocks change in California, too.
    @ParameterizedTest
    @CsvSource({"2026-11-26T12:00:00Z", "2026-11-05T07:30:00Z"})
    void daysAreToldUpToTheLastThatHasBeenCounted(Instant now) {
        clock.advance(Duration.between(clock.instant(), now));
        DayRoute route = youtube.dayRoutes().getFirst();
        LocalDate to = LocalDate.ofInstant(now, YouTubeConnector.ZONE);
        LocalDate from = to.minusDays(30);

        List<DayReading> days = youtube.readDays(api, tracked, route, from, to, route.metrics());

        LocalDate counted = LocalDate.ofInstant(YouTubeSimulator.countedUntil(now), YouTubeConnector.ZONE)
                .minusDays(1);
        assertThat(days.getFirst().day()).isEqualTo(from);
        assertThat(days.getLast().day()).isEqualTo(counted).isBefore(to.minusDays(1));
        for (DayReading day : days) {
            double share = day.day().isBefore(to.minusDays(7)) ? 1 : account.toldAtFirst(day.day());
            for (Metric metric : List.of(Metric.VIDEO_VIEWS, Metric.ENGAGED_VIEWS, Metric.FOLLOWS)) {
                double truth =
                        account.onDay(metric, day.day(), YouTubeConnector.ZONE).orElseThrow();
                assertThat(day.values().orNaN(metric))
                        .as("%s on %s", metric, day.day())
                        .isBetween(Math.floor(truth * share), truth);
            }
            assertThat(day.values().orNaN(Metric.ENGAGED_VIEWS))
                    .isLessThan(day.values().orNaN(Metric.VIDEO_VIEWS));
        }
    }

    @Test
    void subscribersAreToldToThreeDigitsOrNotAtAll() {
        assertThat(youtube.readAccount(api, tracked).levels())
                .isEqualTo(MetricValues.of(Map.of(Metric.FOLLOWERS, 10_200.0)));
        simulator.hideSubscribers(true);
        assertThat(youtube.readAccount(api, tracked).levels().isEmpty()).isTrue();
    }

    @Test
    void eachCallOfTheDataApiCostsAUnitAndReportsCostNone() {
        listAll();
        DayRoute route = youtube.dayRoutes().getFirst();
        youtube.readDays(
                api, tracked, route, LocalDate.parse("2026-11-01"), LocalDate.parse("2026-11-20"), route.metrics());

        int calls = simulator.counts().entrySet().stream()
                .filter(call -> call.getKey().startsWith("GET /youtube/v3/"))
                .mapToInt(Map.Entry::getValue)
                .sum();
        assertThat(simulator.mostUnitsInADay()).isEqualTo(calls);
    }

    @Test
    void limitsAndSwitchesOfTheProjectAreTold() {
        simulator.switchOff(true);
        assertFault(Fault.Misconfigured.class, YouTubeCalls.CHANNELS, "/youtube/v3/channels?part=id&mine=true");
        simulator.switchOff(false);
        simulator.reportsInAMinute(0);
        assertFault(Fault.RateLimited.class, YouTubeCalls.REPORTS, "/v2/reports?ids=channel==MINE");
        simulator.units(0);
        assertFault(Fault.QuotaSpent.class, YouTubeCalls.VIDEOS, "/youtube/v3/videos?part=id&id=1");
        clock.advance(Duration.ofHours(20));
        simulator.units(1);
        api = signedIn();
        assertThat(youtube.accounts(api, null).items()).hasSize(1);
        assertThat(simulator.refusedByLimit()).isEqualTo(2);
    }

    /// It is as strict as the real thing.
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Unreadable    | GET /youtube/v3/videos        | /youtube/v3/videos?id=1",
                "Unreadable    | GET /youtube/v3/videos        | /youtube/v3/videos?part=likes&id=1",
                "Unreadable    | GET /youtube/v3/videos        | /youtube/v3/videos?part=id",
                "Unreadable    | GET /youtube/v3/videos        | /youtube/v3/videos?part=id&id=1&size=2",
                "Unreadable    | GET /youtube/v3/videos        | /youtube/v3/videos?part=id&id=1&maxHeight=9",
                "Unreadable    | GET /youtube/v3/channels      | /youtube/v3/channels?part=id",
                "Unreadable    | GET /youtube/v3/playlistItems | /youtube/v3/playlistItems?part=id&playlistId=UUacme00000000000000000a&maxResults=51",
                "BatchRefused  | GET /youtube/v3/playlistItems | /youtube/v3/playlistItems?part=id&playlistId=UUacme00000000000000000a&pageToken=!",
                "NotFound      | GET /youtube/v3/playlistItems | /youtube/v3/playlistItems?part=id&playlistId=UUother",
                "MetricRefused | GET /v2/reports               | /v2/reports?ids=channel==MINE&startDate=2026-11-01&endDate=2026-11-02&dimensions=day&metrics=impressions",
                "MetricRefused | GET /v2/reports               | /v2/reports?ids=channel==MINE&startDate=2026-11-01&endDate=2026-11-02&dimensions=country&metrics=views",
                "MetricRefused | GET /v2/reports               | /v2/reports?ids=channel==MINE&startDate=2026-11-01&endDate=2026-11-02&dimensions=video&metrics=views",
                "MetricRefused | GET /v2/reports               | /v2/reports?ids=channel==MINE&startDate=2026-11-03&endDate=2026-11-02&dimensions=day&metrics=views",
                "NotPermitted  | GET /v2/reports               | /v2/reports?ids=channel==UCother&startDate=2026-11-01&endDate=2026-11-02&dimensions=day&metrics=views",
                "Unreadable    | GET /youtube/v3/search        | /youtube/v3/search?part=id"
            })
    void whatItShouldNotUnderstandIsAnError(String kind, String endpoint, String target) {
        assertThatThrownBy(() -> api.call(ApiRequest.get(endpoint, target)))
                .isInstanceOfSatisfying(
                        CallFailed.class,
                        failed -> assertThat(failed.fault().getClass().getSimpleName())
                                .as(failed.fault().said().english())
                                .isEqualTo(kind));
    }

    private void assertFault(Class<? extends Fault> kind, String endpoint, String target) {
        assertThatThrownBy(() -> api.call(ApiRequest.get(endpoint, target)))
                .isInstanceOfSatisfying(
                        CallFailed.class, failed -> assertThat(failed.fault()).isInstanceOf(kind));
    }
}
