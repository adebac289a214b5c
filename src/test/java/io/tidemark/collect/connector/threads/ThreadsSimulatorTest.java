package io.tidemark.collect.connector.threads;

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
import io.tidemark.collect.connector.graph.GraphTime;
import io.tidemark.collect.simulator.SimulatedPost;
import io.tidemark.collect.simulator.meta.MetaIds;
import io.tidemark.collect.simulator.meta.ThreadsSimulator;
import io.tidemark.metric.Format;
import io.tidemark.metric.Metric;
import io.tidemark.metric.MetricValues;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// The connector of Threads against the truth of the simulator, over real HTTP.
class ThreadsSimulatorTest {
    private static final Set<Metric> OF_POSTS =
            EnumSet.of(Metric.IMPRESSIONS, Metric.LIKES, Metric.COMMENTS, Metric.REPOSTS, Metric.QUOTES, Metric.SHARES);
    private static final Set<Metric> OF_TOTALS =
            EnumSet.of(Metric.LIKES, Metric.COMMENTS, Metric.REPOSTS, Metric.QUOTES, Metric.LINK_CLICKS);

    private final ThreadsScene scene = new ThreadsScene();
    private final ThreadsConnector threads = scene.threads;
    private final Api api = scene.api(scene.simulator.token(scene.account));
    private final TrackedAccount account = only(threads, api);
    private final Listing posts = threads.listings().getFirst();
    private final PostRoute route = threads.postRoutes().getFirst();

    @AfterEach
    void close() {
        scene.close();
    }

    private List<SimulatedPost> visible() {
        return scene.account.visible(scene.clock.instant()).stream()
                .filter(post -> !ThreadsSimulator.isRepost(post))
                .toList();
    }

    private PostReading read(SimulatedPost post) {
        String id = MetaIds.media(post);
        Map<String, PostReading> readings = threads.readPosts(
                api, account, route, List.of(new PostRef(id, "TEXT_POST", post.publishedAt())), route.metrics());
        assertThat(readings).containsOnlyKeys(id);
        return readings.values().iterator().next();
    }

    private List<DayReading> days(String name, LocalDate from, LocalDate to) {
        DayRoute asked = threads.dayRoutes().stream()
                .filter(each -> each.name().equals(name))
                .findFirst()
                .orElseThrow();
        return threads.readDays(api, account, asked, from, to, asked.metrics());
    }

    private MetricValues truth(SimulatedPost post) {
        MetricValues.Builder values = MetricValues.builder();
        OF_POSTS.forEach(
                metric -> post.value(metric, scene.clock.instant()).ifPresent(value -> values.put(metric, value)));
        return values.build();
    }

    private MetricValues truth(LocalDate day, Collection<Metric> metrics) {
        MetricValues.Builder values = MetricValues.builder();
        metrics.forEach(metric ->
                scene.account.onDay(metric, day, GraphTime.ZONE).ifPresent(value -> values.put(metric, value)));
        return values.build();
    }

    @Test
    void everythingVisibleIsListedButWhatWasPassedOn() {
        List<ListedPost> listed = list(threads, api, account, posts, null);

        assertThat(listed)
                .extracting(post -> post.ref().externalId())
                .containsExactlyElementsOf(
                        visible().stream().map(MetaIds::media).toList())
                .hasSizeGreaterThan(100);
        assertThat(scene.account.visible(ThreadsScene.NOW)).hasSizeGreaterThan(listed.size());
        assertThat(listed)
                .extracting(post -> post.version().format())
                .contains(Format.TEXT, Format.LINK, Format.POLL, Format.IMAGE, Format.CAROUSEL, Format.VIDEO)
                .doesNotContain(Format.UNKNOWN);
        Instant since = ThreadsScene.NOW.minus(Duration.ofDays(3));
        assertThat(list(threads, api, account, posts, since))
                .isNotEmpty()
                .hasSizeLessThan(listed.size())
                .allMatch(post -> !post.ref().publishedAt().isBefore(since));
    }

    @Test
    void numbersOfPostsAreTheTruth() {
        for (SimulatedPost post : visible().subList(0, 12)) {
            assertThat(read(post)).isEqualTo(new PostReading.Values(truth(post)));
        }
    }

    @Test
    void aDeletedPostIsNotFound() {
        SimulatedPost gone = visible().getFirst();
        gone.delete(scene.clock.instant());

        assertThat(fault(() -> read(gone))).isInstanceOf(Fault.NotFound.class);
    }

    @Test
    void aRetiredMetricIsNamedForPostsAndDays() {
        scene.simulator.retire("quotes");
        LocalDate day = LocalDate.of(2026, 11, 20);
        for (Runnable call : List.<Runnable>of(() -> read(visible().getFirst()), () -> days("totals", day, day))) {
            assertThat(fault(call))
                    .isInstanceOfSatisfying(
                            Fault.MetricRefused.class,
                            refused -> assertThat(refused.metrics()).containsExactly("quotes"));
        }
    }

    @Test
    void daysAreTheTruthAlsoWhereTheClocksChange() {
        for (LocalDate day : List.of(LocalDate.of(2026, 11, 1), LocalDate.of(2026, 11, 20))) {
            assertThat(days("totals", day, day)).containsExactly(new DayReading(day, truth(day, OF_TOTALS)));
        }
        LocalDate last = LocalDate.of(2026, 11, 24);
        List<DayReading> visits = days("series", last.minusDays(28), last);
        assertThat(visits).hasSize(29);
        for (DayReading day : visits) {
            assertThat(day.values()).isEqualTo(truth(day.day(), Set.of(Metric.PROFILE_VISITS)));
        }
    }

    @Test
    void ofADayThatIsNotOverNothingIsSaid() {
        LocalDate today = LocalDate.of(2026, 11, 26);
        assertThat(days("totals", today, today)).isEmpty();
        assertThat(days("series", today, today)).isEmpty();
    }

    @Test
    void aDayIsRestated() {
        LocalDate yesterday = LocalDate.of(2026, 11, 25);
        double early = days("series", yesterday, yesterday).getFirst().values().orNaN(Metric.PROFILE_VISITS);
        scene.clock.advance(Duration.ofHours(30));
        double late = days("series", yesterday, yesterday).getFirst().values().orNaN(Metric.PROFILE_VISITS);

        assertThat(late)
                .isGreaterThan(early)
                .isEqualTo(truth(yesterday, Set.of(Metric.PROFILE_VISITS)).orNaN(Metric.PROFILE_VISITS));
    }

    @Test
    void theAccountComesWithItsAudience() {
        AccountReading reading = threads.readAccount(api, account);
        double followers = scene.account.followers(scene.clock.instant());

        assertThat(reading.key()).isEqualTo(account.key());
        assertThat(reading.levels()).isEqualTo(MetricValues.of(Map.of(Metric.FOLLOWERS, followers)));
        assertThat(reading.parts())
                .contains(
                        new AccountReading.Part("geography", "Germany", "followers", Math.floor(followers / 2)),
                        new AccountReading.Part("gender", "Women", "followers", Math.floor(followers / 2)),
                        new AccountReading.Part("age", "35-44", "followers", Math.floor(followers / 3)))
                .extracting(AccountReading.Part::dimension)
                .containsOnly("geography", "city", "age", "gender");
    }

    @Test
    void aLimitIsOfTheAccountAndTellsWhenItEnds() {
        scene.simulator.limit(scene.account, 1);
        list(threads, api, account, posts, ThreadsScene.NOW);

        assertThat(fault(() -> threads.readAccount(api, account)))
                .isInstanceOfSatisfying(Fault.RateLimited.class, limited -> {
                    assertThat(limited.scope()).isEqualTo(Fault.Scope.ACCOUNT);
                    assertThat(limited.until()).isEqualTo(Instant.parse("2026-11-26T13:01:00Z"));
                });
    }

    @Test
    void anAccountThatIsTakenAwayIsNotFoundAndATokenEnds() {
        scene.account.hide(true);
        assertThat(fault(() -> threads.readAccount(api, account))).isInstanceOf(Fault.NotFound.class);
        scene.account.hide(false);
        scene.simulator.revoke(scene.account);
        assertThat(fault(() -> threads.readAccount(api, account))).isInstanceOf(Fault.SignInGone.class);
        Api later = scene.api(scene.simulator.token(scene.account));
        scene.clock.advance(Duration.ofDays(61));
        assertThat(fault(() -> threads.readAccount(later, account))).isInstanceOf(Fault.TokenExpired.class);
    }
}
