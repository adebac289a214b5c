package io.tidemark.collect.connector.instagram;

import static io.tidemark.collect.connector.graph.MetaScene.fault;
import static io.tidemark.collect.connector.graph.MetaScene.list;
import static io.tidemark.collect.connector.graph.MetaScene.only;
import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.collect.connector.AccountReading;
import io.tidemark.collect.connector.Api;
import io.tidemark.collect.connector.DayReading;
import io.tidemark.collect.connector.DayRoute;
import io.tidemark.collect.connector.Fault;
import io.tidemark.collect.connector.ListedPost;
import io.tidemark.collect.connector.Listing;
import io.tidemark.collect.connector.PostReading;
import io.tidemark.collect.connector.PostRef;
import io.tidemark.collect.connector.PostRoute;
import io.tidemark.collect.connector.TrackedAccount;
import io.tidemark.collect.connector.graph.MetaScene;
import io.tidemark.collect.simulator.SimulatedPost;
import io.tidemark.collect.simulator.meta.MetaIds;
import io.tidemark.ledger.AccountKey;
import io.tidemark.metric.Metric;
import io.tidemark.metric.MetricValues;
import io.tidemark.metric.Platform;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// The connectors of Instagram against the truth of the simulator, over real HTTP.
class InstagramSimulatorTest {
    private static final Set<Metric> OF_FEED = EnumSet.of(
            Metric.IMPRESSIONS,
            Metric.REACH,
            Metric.LIKES,
            Metric.COMMENTS,
            Metric.SHARES,
            Metric.REPOSTS,
            Metric.SAVES,
            Metric.FOLLOWS,
            Metric.PROFILE_VISITS,
            Metric.NATIVE_ENGAGEMENTS);
    private static final Set<Metric> OF_REELS = EnumSet.of(
            Metric.IMPRESSIONS,
            Metric.REACH,
            Metric.LIKES,
            Metric.COMMENTS,
            Metric.SHARES,
            Metric.REPOSTS,
            Metric.SAVES,
            Metric.WATCH_TIME_SECONDS,
            Metric.NATIVE_ENGAGEMENTS);
    private static final Set<Metric> OF_STORIES = EnumSet.of(
            Metric.IMPRESSIONS,
            Metric.REACH,
            Metric.COMMENTS,
            Metric.SHARES,
            Metric.REPOSTS,
            Metric.FOLLOWS,
            Metric.PROFILE_VISITS,
            Metric.LINK_CLICKS,
            Metric.NATIVE_ENGAGEMENTS);
    private static final Set<Metric> OF_DAYS = EnumSet.of(
            Metric.IMPRESSIONS,
            Metric.LIKES,
            Metric.COMMENTS,
            Metric.SHARES,
            Metric.SAVES,
            Metric.REPOSTS,
            Metric.PROFILE_VISITS,
            Metric.NATIVE_ENGAGEMENTS);

    private final MetaScene scene = new MetaScene();
    private InstagramConnector instagram = scene.instagram;
    private Api api = scene.api(instagram, "none");
    private TrackedAccount account = new TrackedAccount("", "", AccountKey.ofHandle(Platform.INSTAGRAM, "none"), null);

    @BeforeEach
    void signIn() {
        signIn(AccountAccess.FACEBOOK);
    }

    @AfterEach
    void close() {
        scene.close();
    }

    private void signIn(AccountAccess access) {
        boolean own = access == AccountAccess.INSTAGRAM;
        instagram = own ? scene.direct : scene.instagram;
        api = scene.api(instagram, own ? scene.simulator.ownerToken(scene.account) : scene.simulator.personToken());
        account = only(instagram, api);
    }

    private Listing posts() {
        return instagram.listings().getFirst();
    }

    private Listing stories() {
        return instagram.listings().getLast();
    }

    private List<SimulatedPost> visible(boolean story) {
        Instant now = scene.clock.instant();
        return scene.account.visible(now).stream()
                .filter(post -> post.kind().equals("STORY") == story)
                .filter(post -> !story || now.isBefore(post.publishedAt().plus(Duration.ofHours(24))))
                .toList();
    }

    private SimulatedPost of(String externalId) {
        return scene.account.posts().stream()
                .filter(post -> MetaIds.media(post).equals(externalId))
                .findFirst()
                .orElseThrow();
    }

    private PostRoute route(String name) {
        return instagram.postRoutes().stream()
                .filter(route -> route.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private DayRoute dayRoute(String name) {
        return instagram.dayRoutes().stream()
                .filter(route -> route.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private List<DayReading> day(String route, LocalDate from, LocalDate to) {
        DayRoute asked = dayRoute(route);
        return instagram.readDays(api, account, asked, from, to, asked.metrics());
    }

    private List<PostRef> refs(Listing listing, PostRoute route) {
        return list(instagram, api, account, listing, null).stream()
                .map(ListedPost::ref)
                .filter(ref -> route.takes(ref, scene.clock.instant()))
                .toList();
    }

    /// As a caller has to: batches of one kind.
    private Map<String, PostReading> read(PostRoute route, List<PostRef> refs) {
        Map<String, PostReading> readings = new HashMap<>();
        refs.stream().collect(Collectors.groupingBy(PostRef::kind)).values().forEach(kind -> {
            for (int from = 0; from < kind.size(); from += route.batch()) {
                List<PostRef> batch = kind.subList(from, Math.min(kind.size(), from + route.batch()));
                readings.putAll(instagram.readPosts(api, account, route, batch, route.metrics()));
            }
        });
        return readings;
    }

    @ParameterizedTest
    @EnumSource(AccountAccess.class)
    void everythingVisibleIsListedByEitherWay(AccountAccess access) {
        signIn(access);
        List<ListedPost> listed = list(instagram, api, account, posts(), null);
        assertThat(listed)
                .extracting(post -> post.ref().externalId())
                .containsExactlyElementsOf(
                        visible(false).stream().map(MetaIds::media).toList())
                .hasSizeGreaterThan(100);
        for (ListedPost post : listed) {
            assertThat(post.values())
                    .isEqualTo(scene.truth(of(post.ref().externalId()), Set.of(Metric.LIKES, Metric.COMMENTS)));
        }
        assertThat(list(instagram, api, account, stories(), null))
                .extracting(post -> post.ref().externalId())
                .containsExactlyElementsOf(
                        visible(true).stream().map(MetaIds::media).toList())
                .isNotEmpty();
    }

    @ParameterizedTest
    @EnumSource(AccountAccess.class)
    void numbersOfPostsAreTheTruthByEitherWay(AccountAccess access) {
        signIn(access);
        Map<String, Set<Metric>> metrics = Map.of("feed", OF_FEED, "reels", OF_REELS);
        metrics.forEach((name, expected) -> {
            List<PostRef> refs = refs(posts(), route(name));
            Map<String, PostReading> readings = read(route(name), refs);
            assertThat(readings).hasSameSizeAs(refs).isNotEmpty();
            readings.forEach((id, reading) ->
                    assertThat(reading).isEqualTo(new PostReading.Values(scene.truth(of(id), expected))));
        });
    }

    @Test
    void storiesAreReadAsLongAsTheyLive() {
        List<PostRef> live = refs(stories(), route("stories"));
        read(route("stories"), live)
                .forEach((id, reading) ->
                        assertThat(reading).isEqualTo(new PostReading.Values(scene.truth(of(id), OF_STORIES))));
        scene.clock.advance(Duration.ofHours(24));
        assertThat(live).isNotEmpty().noneMatch(ref -> route("stories").takes(ref, scene.clock.instant()));
        assertThat(list(instagram, api, account, stories(), null))
                .extracting(ListedPost::ref)
                .doesNotContainAnyElementsOf(live);
    }

    @Test
    void aStoryThatFewHaveSeenSpoilsItsBatchOnly() {
        List<PostRef> live = new ArrayList<>(refs(stories(), route("stories")));
        SimulatedPost few = of(live.getFirst().externalId());
        few.correct(Metric.REACH, scene.clock.instant(), 0);
        assertThat(live).hasSizeGreaterThan(1);
        assertThat(fault(() -> read(route("stories"), live))).isInstanceOf(Fault.BatchRefused.class);
        PostReading alone = read(route("stories"), live.subList(0, 1)).get(MetaIds.media(few));
        assertThat(alone).isInstanceOfSatisfying(PostReading.Values.class, values -> {
            assertThat(values.values().isEmpty()).isTrue();
            assertThat(values.absences()).containsKey(Metric.REACH);
        });
        assertThat(read(route("stories"), live.subList(1, live.size()))).hasSize(live.size() - 1);
    }

    @Test
    void likesThatAreHiddenAreMissingInTheListAndToldByInsights() {
        scene.simulator.setUp(scene.account, true, Instant.EPOCH);
        assertThat(list(instagram, api, account, posts(), null))
                .allSatisfy(post -> assertThat(post.values().present()).containsExactly(Metric.COMMENTS));
        List<PostRef> refs = refs(posts(), route("reels")).subList(0, 1);
        assertThat(read(route("reels"), refs).get(refs.getFirst().externalId()))
                .isEqualTo(new PostReading.Values(scene.truth(of(refs.getFirst().externalId()), OF_REELS)));
    }

    @Test
    void postsFromBeforeTheAccountWasProfessionalHaveNoNumbersAndSpoilTheirBatch() {
        List<PostRef> refs = refs(posts(), route("reels"));
        PostRef oldest = refs.getLast();
        scene.simulator.setUp(scene.account, false, oldest.publishedAt().plusSeconds(1));
        assertThat(fault(() -> read(route("reels"), refs))).isInstanceOf(Fault.BatchRefused.class);
        assertThat(read(route("reels"), List.of(oldest)).get(oldest.externalId()))
                .isInstanceOfSatisfying(
                        PostReading.Values.class,
                        values -> assertThat(values.values()).isEqualTo(MetricValues.NONE));
        assertThat(read(route("reels"), refs.subList(0, refs.size() - 1))).hasSize(refs.size() - 1);
    }

    @Test
    void aDeletedPostIsNotFound() {
        List<PostRef> refs = refs(posts(), route("reels")).subList(0, 2);
        of(refs.getFirst().externalId()).delete(scene.clock.instant());
        assertThat(fault(() -> read(route("reels"), refs))).isInstanceOf(Fault.BatchRefused.class);
        assertThat(fault(() -> read(route("reels"), refs.subList(0, 1)))).isInstanceOf(Fault.NotFound.class);
    }

    @Test
    void aRetiredMetricIsNamedAlsoForDays() {
        scene.simulator.retire("reposts");
        List<PostRef> refs = refs(posts(), route("reels")).subList(0, 2);
        LocalDate day = LocalDate.of(2026, 11, 20);
        for (Runnable call : List.<Runnable>of(() -> read(route("reels"), refs), () -> day("totals", day, day))) {
            assertThat(fault(call))
                    .isInstanceOfSatisfying(
                            Fault.MetricRefused.class,
                            refused -> assertThat(refused.metrics()).containsExactly("reposts"));
        }
    }

    @ParameterizedTest
    @EnumSource(AccountAccess.class)
    void daysAreTheTruthAlsoWhereTheClocksChange(AccountAccess access) {
        signIn(access);
        for (LocalDate day : List.of(LocalDate.of(2026, 11, 1), LocalDate.of(2026, 11, 20))) {
            MetricValues truth = scene.truth(scene.account, day, OF_DAYS);
            assertThat(day("totals", day, day)).singleElement().satisfies(reading -> {
                assertThat(reading.day()).isEqualTo(day);
                truth.present()
                        .forEach(metric -> assertThat(reading.values().find(metric))
                                .as(metric.key())
                                .isEqualTo(truth.find(metric)));
            });
            assertThat(day("follows", day, day))
                    .containsExactly(new DayReading(day, scene.truth(scene.account, day, Set.of(Metric.FOLLOWS))));
        }
        LocalDate last = LocalDate.of(2026, 11, 24);
        int length = dayRoute("series").daysPerCall();
        List<DayReading> series = day("series", last.minusDays(length - 1L), last);
        assertThat(series).hasSize(length);
        for (DayReading reading : series) {
            assertThat(reading.values()).isEqualTo(scene.truth(scene.account, reading.day(), Set.of(Metric.REACH)));
        }
    }

    @Test
    void ofTodayAndOfDaysThatAreNoLongerKeptNothingIsSaid() {
        LocalDate today = LocalDate.of(2026, 11, 26);
        assertThat(day("totals", today, today)).isEmpty();
        assertThat(day("totals", today.minusDays(92), today.minusDays(92))).isEmpty();
        assertThat(day("series", today, today)).isEmpty();
    }

    @Test
    void aDayIsRestated() {
        LocalDate yesterday = LocalDate.of(2026, 11, 25);
        double early = day("totals", yesterday, yesterday).getFirst().values().orNaN(Metric.IMPRESSIONS);
        scene.clock.advance(Duration.ofHours(30));
        double late = day("totals", yesterday, yesterday).getFirst().values().orNaN(Metric.IMPRESSIONS);
        assertThat(late).isGreaterThan(early);
        assertThat(late)
                .isEqualTo(scene.truth(scene.account, yesterday, OF_DAYS).orNaN(Metric.IMPRESSIONS));
    }

    @ParameterizedTest
    @EnumSource(AccountAccess.class)
    void theAccountComesWithItsAudienceByEitherWay(AccountAccess access) {
        signIn(access);
        assertThat(account.externalId()).isEqualTo("17841400000000001");
        AccountReading reading = instagram.readAccount(api, account);
        assertThat(reading.key()).isEqualTo(account.key());
        double followers = scene.account.followers(scene.clock.instant());
        assertThat(reading.levels()).isEqualTo(MetricValues.of(Map.of(Metric.FOLLOWERS, followers)));
        assertThat(reading.parts())
                .contains(new AccountReading.Part("geography", "Germany", "followers", Math.floor(followers / 2)))
                .extracting(AccountReading.Part::dimension)
                .containsOnly("geography", "city", "age_gender");
    }

    @Test
    void aLimitIsOfTheAccount() {
        scene.simulator.limit(scene.account, 1);
        list(instagram, api, account, stories(), null);
        assertThat(fault(() -> list(instagram, api, account, stories(), null)))
                .isInstanceOfSatisfying(
                        Fault.RateLimited.class,
                        limited -> assertThat(limited.scope()).isEqualTo(Fault.Scope.ACCOUNT));
    }

    @Test
    void anAccountThatIsTakenAwayIsNotFound() {
        scene.account.hide(true);
        assertThat(fault(() -> instagram.readAccount(api, account))).isInstanceOf(Fault.NotFound.class);
    }

    @Test
    void theTokenOfAnOwnerEndsAndCanBeTakenBack() {
        signIn(AccountAccess.INSTAGRAM);
        scene.clock.advance(Duration.ofDays(61));
        assertThat(fault(() -> instagram.readAccount(api, account))).isInstanceOf(Fault.TokenExpired.class);
        signIn(AccountAccess.INSTAGRAM);
        scene.simulator.revokeOwner(scene.account);
        assertThat(fault(() -> instagram.readAccount(api, account))).isInstanceOf(Fault.SignInGone.class);
    }
}
