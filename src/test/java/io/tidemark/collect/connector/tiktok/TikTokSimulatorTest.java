package io.tidemark.collect.connector.tiktok;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tidemark.collect.connector.Api;
import io.tidemark.collect.connector.CallFailed;
import io.tidemark.collect.connector.Connector;
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
import io.tidemark.collect.connector.TrackedAccount;
import io.tidemark.collect.simulator.AccountPlan;
import io.tidemark.collect.simulator.SimulatedAccount;
import io.tidemark.collect.simulator.SimulatedPost;
import io.tidemark.collect.simulator.World;
import io.tidemark.collect.simulator.tiktok.TikTokSimulator;
import io.tidemark.metric.Metric;
import io.tidemark.metric.MetricValues;
import io.tidemark.testing.MutableClock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Both connectors against the truth of the simulator, over real HTTP.
class TikTokSimulatorTest {
    private static final Instant NOW = Instant.parse("2026-11-26T12:00:00Z");
    private static final String ID = "12345";
    private static final Set<Metric> OPEN =
            EnumSet.of(Metric.VIDEO_VIEWS, Metric.LIKES, Metric.COMMENTS, Metric.SHARES);
    private static final Set<Metric> WHILE_WATCHED = EnumSet.of(Metric.REACH, Metric.WATCH_TIME_SECONDS);

    private final MutableClock clock = new MutableClock(NOW);
    private final World world = new World(7, clock, Duration.ofDays(40));
    private final SimulatedAccount account = world.add(
            new AccountPlan(ID, "acme", "Acme & Sons", 3, Duration.ofDays(60), 1200, TikTokSimulator.kinds()));
    private final TikTokSimulator simulator = new TikTokSimulator(world, clock);
    private Connector display = new TikTokDisplay(ConnectorSettings.DEFAULT, clock);
    private Connector business = new TikTokBusiness(ConnectorSettings.DEFAULT, "app", clock);

    @BeforeEach
    void start() {
        simulator.start();
        display = new TikTokDisplay(settings(Map.of()), clock);
        business = new TikTokBusiness(settings(Map.of()), "app", clock);
    }

    @AfterEach
    void stop() {
        simulator.close();
    }

    private ConnectorSettings settings(Map<String, String> more) {
        return new ConnectorSettings(Stream.concat(
                        more.entrySet().stream(),
                        Map.of("base-url", simulator.address().toString()).entrySet().stream())
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)));
    }

    private Api api(Connector connector) {
        String token = (connector instanceof TikTokBusiness ? simulator.businessTokens() : simulator.displayTokens())
                .issue(ID)
                .access();
        return new DirectApi(connector, simulator.address(), token, clock);
    }

    private TrackedAccount tracked(Connector connector) {
        return connector.accounts(api(connector), null).items().getFirst().account();
    }

    private List<ListedPost> listed(Connector connector) {
        List<ListedPost> posts = new ArrayList<>();
        String cursor = null;
        do {
            Page<ListedPost> page = connector.posts(
                    api(connector), tracked(connector), connector.listings().getFirst(), null, cursor);
            posts.addAll(page.items());
            cursor = page.next();
        } while (cursor != null);
        return posts;
    }

    private Map<String, PostReading> read(Connector connector, List<String> ids) {
        PostRoute route = connector.postRoutes().getFirst();
        List<PostRef> refs = ids.stream()
                .map(id -> new PostRef(id, "video", NOW.minus(Duration.ofDays(5))))
                .toList();
        return connector.readPosts(api(connector), tracked(connector), route, refs, route.metrics());
    }

    private MetricValues truth(SimulatedPost post, Set<Metric> metrics) {
        MetricValues.Builder values = MetricValues.builder();
        metrics.forEach(metric -> post.value(metric, clock.instant()).ifPresent(value -> values.put(metric, value)));
        return values.build();
    }

    private List<SimulatedPost> visible(boolean photos) {
        return account.visible(clock.instant()).stream()
                .filter(post -> photos || !post.kind().equals("photo"))
                .toList();
    }

    private static Map<String, ListedPost> byId(List<ListedPost> posts) {
        return posts.stream().collect(Collectors.toMap(post -> post.ref().externalId(), Function.identity()));
    }

    @Test
    void everyVideoIsListedWithItsCountersThoughPagesAreShort() {
        Map<String, ListedPost> listed = byId(listed(display));

        assertThat(listed).hasSameSizeAs(visible(false)).hasSizeGreaterThan(100);
        visible(false).forEach(post -> {
            ListedPost told = Objects.requireNonNull(listed.get(TikTokSimulator.id(post)));
            assertThat(told.values()).isEqualTo(truth(post, OPEN));
            assertThat(told.version().text()).isEqualTo(post.text());
            assertThat(told.version().publishedAt())
                    .isEqualTo(post.publishedAt().truncatedTo(ChronoUnit.SECONDS));
        });
        assertThat(listed.size() / 20.0)
                .as("photos were cut out of pages")
                .isLessThan(simulator.counts().getOrDefault("POST /v2/video/list/", 0) - 1);
    }

    @Test
    void everyPostIsListedWithAllThatIsToldOfIt() {
        simulator.tellInsightsAtOnce();
        Map<String, ListedPost> listed = byId(listed(business));

        assertThat(listed).hasSameSizeAs(visible(true));
        Set<Metric> all = Set.copyOf(Names.BUSINESS.metrics().values());
        visible(true).forEach(post -> {
            Set<Metric> told = new HashSet<>(all);
            if (!simulator.isWatched(post)) {
                told.removeAll(WHILE_WATCHED);
            }
            assertThat(Objects.requireNonNull(listed.get(TikTokSimulator.id(post)))
                            .values())
                    .isEqualTo(truth(post, told));
        });
        assertThat(visible(true)).anyMatch(post -> !simulator.isWatched(post)).anyMatch(simulator::isWatched);
    }

    @Test
    void numbersByIdAreTheTruthAndWhatWasDeletedIsGone() {
        SimulatedPost there = visible(false).get(3);
        SimulatedPost gone = visible(false).get(4);
        gone.delete(clock.instant());

        for (Connector connector : List.of(display, business)) {
            Map<String, PostReading> readings =
                    read(connector, List.of(TikTokSimulator.id(there), TikTokSimulator.id(gone)));

            assertThat(readings.get(TikTokSimulator.id(there)))
                    .isInstanceOfSatisfying(
                            PostReading.Values.class,
                            values -> OPEN.forEach(
                                    metric -> assertThat(values.values().find(metric))
                                            .isEqualTo(there.value(metric, clock.instant()))));
            assertThat(readings).containsEntry(TikTokSimulator.id(gone), new PostReading.Gone());
        }
    }

    @Test
    void anAccountThatTurnedPrivateHasNoDeletedPosts() {
        String id = TikTokSimulator.id(visible(false).getFirst());
        account.hide(true);

        for (Connector connector : List.of(display, business)) {
            assertThatThrownBy(() -> read(connector, List.of(id)))
                    .isInstanceOfSatisfying(
                            CallFailed.class,
                            failed -> assertThat(failed.fault()).isInstanceOf(Fault.Passing.class));
        }
    }

    @Test
    void followersAreThoseOfTheTruth() {
        for (Connector connector : List.of(display, business)) {
            assertThat(connector.readAccount(api(connector), tracked(connector)).levels())
                    .isEqualTo(MetricValues.of(Map.of(Metric.FOLLOWERS, account.followers(NOW))));
        }
        simulator.allowDisplay(ID, Set.of("user.info.basic", "video.list"));
        assertThat(display.readAccount(api(display), tracked(display)).levels().isEmpty())
                .isTrue();
    }

    @Test
    void daysAreTheTruthOnceTheyAreReadyAndRefusedWithoutInsights() {
        DayRoute route = business.dayRoutes().getFirst();
        LocalDate today = LocalDate.of(2026, 11, 26);

        List<DayReading> days = business.readDays(
                api(business), tracked(business), route, today.minusDays(20), today.minusDays(1), route.metrics());

        assertThat(days)
                .extracting(DayReading::day)
                .startsWith(today.minusDays(20))
                .endsWith(today.minusDays(2));
        days.subList(0, 15)
                .forEach(day -> assertThat(day.values().find(Metric.VIDEO_VIEWS))
                        .isEqualTo(account.onDay(Metric.VIDEO_VIEWS, day.day(), ZoneOffset.UTC)));
        simulator.allowBusiness(ID, Set.of("user.info.basic", "video.list"));
        assertThatThrownBy(() -> business.readDays(
                        api(business),
                        tracked(business),
                        route,
                        today.minusDays(3),
                        today.minusDays(1),
                        route.metrics()))
                .isInstanceOfSatisfying(
                        CallFailed.class, failed -> assertThat(failed.fault()).isInstanceOf(Fault.NotPermitted.class));
        assertThat(byId(listed(business))).hasSameSizeAs(visible(true));
    }

    @Test
    void tooManyCallsInAMinuteAreRefusedUntilItIsOver() {
        simulator.limit(2);
        TrackedAccount acme = tracked(display);
        Api api = api(display);
        assertThat(display.readAccount(api, acme)).isNotNull();

        assertThatThrownBy(() -> display.readAccount(api, acme))
                .isInstanceOfSatisfying(
                        CallFailed.class,
                        failed -> assertThat(failed.fault())
                                .isInstanceOfSatisfying(
                                        Fault.RateLimited.class,
                                        limited -> assertThat(limited.until()).isEqualTo(NOW.plusSeconds(60))));
        clock.advance(Duration.ofSeconds(60));
        assertThat(display.readAccount(api, acme)).isNotNull();
        assertThat(simulator.refusedByLimit()).isEqualTo(1);
    }

    @Test
    void aFieldThatIsNotKnownSpoilsTheCallAndIsNamed() {
        assertRefused(new TikTokDisplay(settings(Map.of("post-metrics", "view_count,save_count")), clock));
        assertRefused(new TikTokBusiness(settings(Map.of("post-metrics", "likes,duets")), "app", clock));
    }

    private void assertRefused(Connector connector) {
        Api api = api(connector);
        TrackedAccount acme = connector.accounts(api, null).items().getFirst().account();
        PostRoute route = connector.postRoutes().getFirst();
        List<PostRef> posts =
                List.of(new PostRef(TikTokSimulator.id(visible(false).getFirst()), "video", NOW));

        assertThatThrownBy(() -> connector.readPosts(api, acme, route, posts, route.metrics()))
                .isInstanceOfSatisfying(
                        CallFailed.class, failed -> assertThat(failed.fault()).isInstanceOf(Fault.BatchRefused.class))
                .hasMessageContaining(connector instanceof TikTokBusiness ? "duets" : "save_count");
    }
}
