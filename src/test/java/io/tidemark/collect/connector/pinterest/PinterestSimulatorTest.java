package io.tidemark.collect.connector.pinterest;

import static io.tidemark.collect.connector.graph.MetaScene.fault;
import static io.tidemark.collect.connector.graph.MetaScene.list;
import static io.tidemark.collect.connector.graph.MetaScene.only;
import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.collect.connector.Api;
import io.tidemark.collect.connector.ConnectorSettings;
import io.tidemark.collect.connector.DayReading;
import io.tidemark.collect.connector.DayRoute;
import io.tidemark.collect.connector.DirectApi;
import io.tidemark.collect.connector.Fault;
import io.tidemark.collect.connector.ListedPost;
import io.tidemark.collect.connector.PostReading;
import io.tidemark.collect.connector.PostRef;
import io.tidemark.collect.connector.PostRoute;
import io.tidemark.collect.connector.TrackedAccount;
import io.tidemark.collect.simulator.AccountPlan;
import io.tidemark.collect.simulator.SimulatedAccount;
import io.tidemark.collect.simulator.SimulatedPost;
import io.tidemark.collect.simulator.World;
import io.tidemark.collect.simulator.pinterest.PinterestSimulator;
import io.tidemark.ledger.AccountKey;
import io.tidemark.metric.Metric;
import io.tidemark.metric.MetricValues;
import io.tidemark.testing.MutableClock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// The connector of Pinterest against the truth of the simulator, over real HTTP.
class PinterestSimulatorTest {
    private static final Instant NOW = Instant.parse("2026-11-26T12:00:00Z");
    private static final Set<Metric> COUNTERS = EnumSet.of(
            Metric.IMPRESSIONS, Metric.SAVES, Metric.CLICKS, Metric.LINK_CLICKS, Metric.REACTIONS, Metric.COMMENTS);
    private static final Set<Metric> OF_DAYS =
            EnumSet.of(Metric.IMPRESSIONS, Metric.SAVES, Metric.CLICKS, Metric.LINK_CLICKS, Metric.NATIVE_ENGAGEMENTS);

    private final MutableClock clock = new MutableClock(NOW);
    private final World world = new World(5, clock, Duration.ofDays(10));
    private final SimulatedAccount acme = world.add(new AccountPlan(
            "2783136121146311751", "acme", "Acme", 5, Duration.ofDays(150), 900, PinterestSimulator.kinds()));
    private final PinterestSimulator simulator = new PinterestSimulator(world, clock);
    private final PinterestConnector pinterest =
            new PinterestConnector(new ConnectorSettings(Map.of("base-url", simulator.address() + "/v5")), clock);
    private final PinterestConnector letIn =
            new PinterestConnector(new ConnectorSettings(Map.of("pin-analytics", "yes")), clock);
    private Api api = api();
    private TrackedAccount account =
            new TrackedAccount("2783136121146311751", "", AccountKey.ofHandle(pinterest.platform(), "acme"), null);

    @BeforeEach
    void start() {
        simulator.start();
        api = api();
        account = only(pinterest, api);
    }

    @AfterEach
    void stop() {
        simulator.close();
    }

    private Api api() {
        return new DirectApi(
                pinterest,
                pinterest.base(),
                simulator.tokens().issue(acme.externalId()).access(),
                clock);
    }

    private List<SimulatedPost> visible() {
        return acme.visible(clock.instant()).stream()
                .filter(pin -> !PinterestSimulator.isRepin(pin))
                .toList();
    }

    private static PostRef ref(SimulatedPost pin) {
        return new PostRef(PinterestSimulator.id(pin), pin.kind().equals("video") ? "video" : "pin", pin.publishedAt());
    }

    private Map<String, PostReading> read(String route, List<SimulatedPost> pins) {
        PostRoute asked = letIn.postRoutes().stream()
                .filter(each -> each.name().equals(route))
                .findFirst()
                .orElseThrow();
        List<PostRef> refs = pins.stream().map(PinterestSimulatorTest::ref).toList();
        return pinterest.readPosts(api, account, asked, refs, asked.metrics());
    }

    private List<DayReading> days(LocalDate from, LocalDate to) {
        DayRoute route = pinterest.dayRoutes().getFirst();
        return pinterest.readDays(api, account, route, from, to, route.metrics());
    }

    private static MetricValues truth(SimulatedPost pin, Collection<Metric> metrics, Instant at) {
        MetricValues.Builder values = MetricValues.builder();
        metrics.forEach(metric -> pin.value(metric, at).ifPresent(value -> values.put(metric, value)));
        return values.build();
    }

    private int calls(String endpoint) {
        return simulator.counts().getOrDefault(endpoint, 0);
    }

    @Test
    void everyPinOfItsOwnIsListedWithItsCounters() {
        List<ListedPost> listed =
                list(pinterest, api, account, pinterest.listings().getFirst(), null);

        assertThat(listed)
                .extracting(pin -> pin.ref().externalId())
                .containsExactlyElementsOf(
                        visible().stream().map(PinterestSimulator::id).toList())
                .hasSizeGreaterThan(500);
        assertThat(listed.stream().map(ListedPost::values).toList())
                .isEqualTo(visible().stream()
                        .map(pin -> truth(pin, COUNTERS, clock.instant()))
                        .toList());
        assertThat(calls("GET /v5/pins")).as("pages are shorter than asked for").isEqualTo(3);
    }

    @Test
    void countersOfPinsAreTheTruthInOneCall() {
        List<SimulatedPost> pins = visible().subList(0, 200);
        Map<String, PostReading> readings = read("pins", pins);

        assertThat(calls("GET /v5/pins")).isEqualTo(1);
        assertThat(readings).hasSize(200);
        pins.forEach(pin -> assertThat(readings)
                .containsEntry(
                        PinterestSimulator.id(pin), new PostReading.Values(truth(pin, COUNTERS, clock.instant()))));
    }

    @Test
    void oldPinsAreReadFromThePageThatTheyAreOn() {
        assertThat(read("pins", visible().subList(300, 310))).hasSize(10);
        assertThat(calls("GET /v5/pins")).isEqualTo(2);
        assertThat(calls("GET /v5/pins/{id}")).isZero();
    }

    @Test
    void aDeletedPinIsGoneAlsoAmongOthers() {
        List<SimulatedPost> pins = visible().subList(0, 3);
        pins.get(1).delete(clock.instant());

        assertThat(read("pins", pins))
                .hasSize(3)
                .containsEntry(PinterestSimulator.id(pins.get(1)), new PostReading.Gone());
        assertThat(read("pins", pins.subList(1, 2)))
                .containsExactly(Map.entry(PinterestSimulator.id(pins.get(1)), new PostReading.Gone()));
    }

    @Test
    void whileTheAccountIsNotShownNothingIsGone() {
        acme.hide(true);

        assertThat(fault(() -> read("pins", visible().subList(0, 3)))).isInstanceOf(Fault.Passing.class);
        assertThat(fault(() -> days(LocalDate.of(2026, 11, 1), LocalDate.of(2026, 11, 2))))
                .isInstanceOf(Fault.Passing.class);
        assertThat(fault(() -> pinterest.readAccount(api, account))).isInstanceOf(Fault.NotPermitted.class);
    }

    @Test
    void daysAreTheTruthOnceTheyAreSettled() {
        LocalDate today = LocalDate.of(2026, 11, 26);
        List<DayReading> days = days(today.minusDays(89), today.minusDays(1));

        assertThat(days)
                .extracting(DayReading::day)
                .startsWith(today.minusDays(89))
                .endsWith(today.minusDays(3));
        assertThat(days).hasSize(87);
        days.forEach(day -> {
            MetricValues.Builder truth = MetricValues.builder();
            OF_DAYS.forEach(metric ->
                    acme.onDay(metric, day.day(), ZoneOffset.UTC).ifPresent(value -> truth.put(metric, value)));
            assertThat(day.values()).isEqualTo(truth.build());
        });
        assertThat(calls("GET /v5/user_account/analytics")).isEqualTo(1);
    }

    @Test
    void analyticsOfPinsAreForAppsThatAreLetIn() {
        List<SimulatedPost> videos = visible().stream()
                .filter(pin -> pin.kind().equals("video"))
                .limit(40)
                .toList();
        assertThat(fault(() -> read("video_analytics", videos))).isInstanceOf(Fault.NotPermitted.class);
        simulator.letIn(true);
        Instant settled = Instant.parse("2026-11-24T00:00:00Z");
        Map<String, PostReading> readings = read("video_analytics", videos);
        List<SimulatedPost> older = videos.stream()
                .filter(video -> video.publishedAt().isBefore(settled))
                .toList();

        assertThat(older).hasSizeGreaterThan(30);
        older.forEach(video -> assertThat(readings)
                .containsEntry(
                        PinterestSimulator.id(video),
                        new PostReading.Values(
                                truth(video, Set.of(Metric.VIDEO_VIEWS, Metric.WATCH_TIME_SECONDS), settled))));
    }

    @Test
    void onePinThatIsGoneSpoilsTheAnalyticsOfTheOthers() {
        simulator.letIn(true);
        List<SimulatedPost> pins = visible().stream()
                .filter(pin -> !pin.kind().equals("video"))
                .limit(3)
                .toList();
        pins.getFirst().delete(clock.instant());

        assertThat(fault(() -> read("analytics", pins))).isInstanceOf(Fault.NotFound.class);
        assertThat(read("analytics", pins.subList(1, 3))).hasSize(2);
    }

    @Test
    void aPersonalAccountHasNoDays() {
        simulator.makePersonal(acme);

        assertThat(fault(() -> days(LocalDate.of(2026, 11, 1), LocalDate.of(2026, 11, 2))))
                .isInstanceOf(Fault.NotPermitted.class);
    }

    @Test
    void limitsAreOfTheMinuteOrOfTheDay() {
        simulator.standardAccess(1);
        pinterest.readAccount(api, account);
        assertThat(fault(() -> pinterest.readAccount(api, account)))
                .isInstanceOfSatisfying(
                        Fault.RateLimited.class,
                        limited -> assertThat(limited.until()).isEqualTo(NOW.plusSeconds(61)));
        simulator.trialAccess(1);
        pinterest.readAccount(api, account);
        assertThat(fault(() -> pinterest.readAccount(api, account)))
                .isInstanceOfSatisfying(
                        Fault.QuotaSpent.class,
                        spent -> assertThat(spent.until()).isEqualTo(Instant.parse("2026-11-27T00:00:01Z")));
    }

    @Test
    void aTokenEndsAndCanBeTakenBack() {
        simulator.tokens().revoke(acme.externalId());
        assertThat(fault(() -> pinterest.readAccount(api, account))).isInstanceOf(Fault.TokenExpired.class);
        api = api();
        clock.advance(Duration.ofDays(31));
        assertThat(fault(() -> pinterest.readAccount(api, account))).isInstanceOf(Fault.TokenExpired.class);
    }
}
