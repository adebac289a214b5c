package io.tidemark.collect.connector.facebook;

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
import io.tidemark.collect.simulator.Faults;
import io.tidemark.collect.simulator.SimulatedPost;
import io.tidemark.collect.simulator.meta.MetaIds;
import io.tidemark.metric.Metric;
import io.tidemark.metric.MetricValues;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// The connector of pages against the truth of the simulator, over real HTTP.
class FacebookSimulatorTest {
    private static final Set<Metric> COUNTERS = EnumSet.of(Metric.REACTIONS, Metric.COMMENTS, Metric.SHARES);
    private static final Set<Metric> OF_POSTS = EnumSet.of(
            Metric.IMPRESSIONS,
            Metric.REACH,
            Metric.CLICKS,
            Metric.LINK_CLICKS,
            Metric.REACTIONS,
            Metric.COMMENTS,
            Metric.SHARES);
    private static final Set<Metric> OF_DAYS = EnumSet.of(
            Metric.IMPRESSIONS,
            Metric.REACH,
            Metric.VIDEO_VIEWS_3S,
            Metric.WATCH_TIME_SECONDS,
            Metric.REACTIONS,
            Metric.PROFILE_VISITS,
            Metric.FOLLOWS,
            Metric.NATIVE_ENGAGEMENTS);

    private final MetaScene scene = new MetaScene();
    private final FacebookConnector facebook = scene.facebook;
    private final Listing posts = facebook.listings().getFirst();
    private final Listing reels = facebook.listings().getLast();
    private Api api = scene.api(facebook, "none");
    private TrackedAccount page = new TrackedAccount("", "", FacebookConnector.key("0", "none", ""), null);

    @BeforeEach
    void signIn() {
        api = scene.api(facebook, scene.simulator.personToken());
        page = only(facebook, api);
    }

    @AfterEach
    void close() {
        scene.close();
    }

    private Map<String, ListedPost> listed() {
        Map<String, ListedPost> all = new HashMap<>();
        list(facebook, api, page, posts, null)
                .forEach(post -> all.put(post.ref().externalId(), post));
        list(facebook, api, page, reels, null)
                .forEach(post -> all.putIfAbsent(post.ref().externalId(), post));
        return all;
    }

    private List<SimulatedPost> visible() {
        return scene.page.visible(scene.clock.instant());
    }

    private Map<String, PostReading> read(PostRoute route, List<PostRef> refs) {
        Map<String, PostReading> readings = new HashMap<>();
        for (int from = 0; from < refs.size(); from += route.batch()) {
            List<PostRef> batch = refs.subList(from, Math.min(refs.size(), from + route.batch()));
            readings.putAll(facebook.readPosts(api, page, route, batch, route.metrics()));
        }
        return readings;
    }

    private PostRoute route(String name) {
        return facebook.postRoutes().stream()
                .filter(route -> route.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private List<PostRef> taken(PostRoute route) {
        return listed().values().stream()
                .map(ListedPost::ref)
                .filter(ref -> route.takes(ref, scene.clock.instant()))
                .toList();
    }

    private SimulatedPost of(PostRef ref) {
        return visible().stream()
                .filter(post -> ref.externalId().contains(MetaIds.post(scene.page, post))
                        || ref.externalId().equals(MetaIds.video(post)))
                .findFirst()
                .orElseThrow();
    }

    private DayRoute days() {
        return facebook.dayRoutes().getFirst();
    }

    @Test
    void everythingVisibleIsListedOnceThoughPagesAreShort() {
        Map<String, ListedPost> listed = listed();
        assertThat(listed).hasSameSizeAs(visible()).hasSizeGreaterThan(120);
        assertThat(listed.values().stream().map(post -> post.version().text()))
                .containsExactlyInAnyOrderElementsOf(
                        visible().stream().map(SimulatedPost::text).toList());
        assertThat(list(facebook, api, page, reels, null))
                .extracting(ListedPost::ref)
                .filteredOn(ref -> ref.kind().equals("reel-video"))
                .isNotEmpty();
        assertThat(scene.simulator.counts()).containsEntry("GET graph.facebook.com/{id}/published_posts", 4);
    }

    @Test
    void theListTellsTheCountersOfItsPosts() {
        for (ListedPost post : list(facebook, api, page, posts, null)) {
            assertThat(post.values()).isEqualTo(scene.truth(of(post.ref()), COUNTERS));
        }
    }

    @Test
    void theListEndsWhereNothingOlderIsNeeded() {
        Instant since = scene.clock.instant().minus(Duration.ofDays(10));
        List<ListedPost> young = list(facebook, api, page, posts, since);
        assertThat(young)
                .isNotEmpty()
                .allSatisfy(post -> assertThat(post.ref().publishedAt()).isAfterOrEqualTo(since));
    }

    @Test
    void numbersOfPostsAndVideosAreTheTruth() {
        for (String name : List.of("posts", "videos")) {
            PostRoute route = route(name);
            Set<Metric> metrics = EnumSet.copyOf(OF_POSTS);
            if (name.equals("videos")) {
                metrics.addAll(Set.of(Metric.VIDEO_VIEWS_3S, Metric.WATCH_TIME_SECONDS));
            }
            List<PostRef> refs = taken(route);
            Map<String, PostReading> readings = read(route, refs);
            assertThat(readings).hasSameSizeAs(refs).isNotEmpty();
            for (PostRef ref : refs) {
                assertThat(readings.get(ref.externalId()))
                        .isEqualTo(new PostReading.Values(scene.truth(of(ref), metrics)));
            }
        }
    }

    @Test
    void numbersOfReelsAreTheTruth() {
        List<PostRef> refs = taken(route("reels"));
        Map<String, PostReading> readings = read(route("reels"), refs);
        Set<Metric> metrics = EnumSet.of(
                Metric.VIDEO_VIEWS,
                Metric.WATCH_TIME_SECONDS,
                Metric.FOLLOWS,
                Metric.REACTIONS,
                Metric.COMMENTS,
                Metric.SHARES);
        assertThat(readings).hasSameSizeAs(refs).isNotEmpty();
        for (PostRef ref : refs) {
            assertThat(readings.get(ref.externalId())).isEqualTo(new PostReading.Values(scene.truth(of(ref), metrics)));
        }
    }

    @Test
    void onePostThatIsGoneSpoilsTheBatchAndIsGoneAlone() {
        List<PostRef> refs = taken(route("posts")).subList(0, 3);
        of(refs.getFirst()).delete(scene.clock.instant());
        assertThat(fault(() -> read(route("posts"), refs))).isInstanceOf(Fault.BatchRefused.class);
        assertThat(fault(() -> read(route("posts"), refs.subList(0, 1)))).isInstanceOf(Fault.NotFound.class);
        assertThat(read(route("posts"), refs.subList(1, 3))).hasSize(2);
        assertThat(listed()).doesNotContainKey(refs.getFirst().externalId());
    }

    @Test
    void aRetiredMetricIsNamedAndTheRestIsReadWithoutIt() {
        scene.simulator.retire("post_clicks");
        PostRoute route = route("posts");
        List<PostRef> refs = taken(route).subList(0, 2);
        assertThat(fault(() -> read(route, refs)))
                .isInstanceOfSatisfying(
                        Fault.MetricRefused.class,
                        refused -> assertThat(refused.metrics()).containsExactly("post_clicks"));
        Set<String> left = new TreeSet<>(route.metrics());
        left.remove("post_clicks");
        assertThat(facebook.readPosts(api, page, route, refs, left)).hasSize(2);
    }

    @Test
    void daysAreTheTruthOnceTheyAreSettledAlsoWhereTheClocksChange() {
        LocalDate last = LocalDate.of(2026, 11, 24);
        LocalDate first = last.minusDays(days().daysPerCall() - 1L);
        List<DayReading> read = facebook.readDays(api, page, days(), first, last, days().metrics());
        Map<LocalDate, MetricValues> byDay =
                read.stream().collect(Collectors.toMap(DayReading::day, DayReading::values));
        assertThat(byDay).hasSizeGreaterThan(80).containsKey(LocalDate.of(2026, 11, 1));
        byDay.forEach((day, values) -> assertThat(values).isEqualTo(scene.truth(scene.page, day, OF_DAYS)));
    }

    @Test
    void aDayIsRestatedAndTodayIsNotTold() {
        LocalDate yesterday = LocalDate.of(2026, 11, 25);
        Function<LocalDate, List<DayReading>> from =
                day -> facebook.readDays(api, page, days(), day, day.plusDays(1), days().metrics());
        assertThat(from.apply(yesterday)).extracting(DayReading::day).containsExactly(yesterday);
        double early = from.apply(yesterday).getFirst().values().orNaN(Metric.IMPRESSIONS);
        scene.clock.advance(Duration.ofHours(30));
        double late = from.apply(yesterday).getFirst().values().orNaN(Metric.IMPRESSIONS);
        assertThat(late).isGreaterThan(early);
        assertThat(late).isEqualTo(scene.truth(scene.page, yesterday, OF_DAYS).orNaN(Metric.IMPRESSIONS));
    }

    @Test
    void theAccountIsReadAsItIsNow() {
        scene.page.rename("acme.new");
        AccountReading reading = facebook.readAccount(api, page);
        assertThat(reading.key().handle()).isEqualTo("acme.new");
        assertThat(reading.key().aliases().getFirst())
                .isEqualTo(page.key().aliases().getFirst());
        assertThat(reading.levels().find(Metric.FOLLOWERS)).hasValue(scene.page.followers(scene.clock.instant()));
    }

    @Test
    void aListThatIsTooHeavyIsReadInSmallerPages() {
        scene.simulator.heaviestPage(20);
        int listed = list(facebook, api, page, posts, null).size();
        assertThat(listed).isEqualTo((int) listed().values().stream()
                .filter(post -> !post.values().isEmpty())
                .count());
    }

    @Test
    void aPageWithoutAListOfReelsIsListedAllTheSame() {
        scene.simulator.listReels(false);
        assertThat(list(facebook, api, page, reels, null)).isEmpty();
        assertThat(list(facebook, api, page, posts, null)).isNotEmpty();
    }

    @Test
    void aLimitLastsAsLongAsTheHeaderSays() {
        scene.simulator.limit(scene.page, 2);
        facebook.readAccount(api, page);
        facebook.readAccount(api, page);
        Fault fault = fault(() -> facebook.readAccount(api, page));
        assertThat(fault).isInstanceOfSatisfying(Fault.RateLimited.class, limited -> {
            assertThat(limited.scope()).isEqualTo(Fault.Scope.ACCOUNT);
            assertThat(limited.until())
                    .isBetween(scene.clock.instant(), scene.clock.instant().plus(Duration.ofMinutes(62)));
            scene.clock.advance(Duration.between(scene.clock.instant(), limited.until()));
        });
        assertThat(facebook.readAccount(api, page).levels().isEmpty()).isFalse();
        assertThat(scene.simulator.refused()).isOne();
    }

    @Test
    void theAppHasALimitOfItsOwn() {
        scene.simulator.limitApp(1);
        facebook.accounts(api, null);
        assertThat(fault(() -> facebook.accounts(api, null)))
                .isInstanceOfSatisfying(
                        Fault.RateLimited.class,
                        limited -> assertThat(limited.scope()).isEqualTo(Fault.Scope.APP));
    }

    @Test
    void whatWasNotGrantedIsNotPermitted() {
        scene.simulator.grant(Set.of("pages_show_list", "pages_read_engagement"));
        LocalDate day = LocalDate.of(2026, 11, 20);
        assertThat(fault(() -> facebook.readDays(api, page, days(), day, day, days().metrics())))
                .isInstanceOf(Fault.NotPermitted.class);
        assertThat(list(facebook, api, page, posts, null)).isNotEmpty();
    }

    @Test
    void aPersonWhoTakesTheAppAwayTakesTheTokensOfPagesToo() {
        scene.simulator.revokePerson();
        assertThat(fault(() -> facebook.accounts(api, null))).isInstanceOf(Fault.SignInGone.class);
        assertThat(fault(() -> facebook.readAccount(api, page))).isInstanceOf(Fault.SignInGone.class);
    }

    @Test
    void theTokenOfAPersonEndsAndThatOfAPageGoesOn() {
        scene.clock.advance(Duration.ofDays(61));
        assertThat(fault(() -> facebook.accounts(api, null))).isInstanceOf(Fault.TokenExpired.class);
        assertThat(facebook.readAccount(api, page).levels().isEmpty()).isFalse();
    }

    @Test
    void whereTheTaskIsMissingThatIsSaid() {
        scene.simulator.page(scene.page, scene.account, Set.of("CREATE_CONTENT"));
        assertThat(facebook.accounts(api, null).items().getFirst().obstacle())
                .asString()
                .contains("Acme & Sons");
    }

    @Test
    void answersThatAreBrokenNeverPassForNumbers() {
        scene.simulator.breakBy(Faults.seeded(3, 1));
        for (int call = 0; call < 12; call++) {
            assertThat(fault(() -> facebook.readAccount(api, page)))
                    .isInstanceOfAny(Fault.Passing.class, Fault.Unreadable.class);
        }
    }

    @Test
    void noTokenStandsInAnAddress() {
        listed();
        read(route("posts"), taken(route("posts")));
        assertThat(scene.simulator.tokensInAddresses()).isZero();
    }
}
