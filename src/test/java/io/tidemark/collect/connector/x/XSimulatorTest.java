package io.tidemark.collect.connector.x;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.collect.connector.ListedPost;
import io.tidemark.collect.connector.Page;
import io.tidemark.collect.connector.PostReading;
import io.tidemark.collect.connector.PostRef;
import io.tidemark.collect.connector.PostRoute;
import io.tidemark.collect.simulator.AccountPlan;
import io.tidemark.collect.simulator.SimulatedAccount;
import io.tidemark.collect.simulator.SimulatedPost;
import io.tidemark.collect.simulator.x.XSimulator;
import io.tidemark.metric.Format;
import io.tidemark.metric.Metric;
import io.tidemark.metric.MetricValues;
import io.tidemark.metric.Placement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The connector against the truth of the simulator, over real HTTP.
class XSimulatorTest extends SimulatedX {
    private static final Set<Metric> OPEN = EnumSet.of(
            Metric.IMPRESSIONS,
            Metric.VIDEO_VIEWS,
            Metric.LIKES,
            Metric.COMMENTS,
            Metric.REPOSTS,
            Metric.QUOTES,
            Metric.SAVES);

    private MetricValues values(SimulatedPost post, Set<Metric> metrics) {
        MetricValues.Builder values = MetricValues.builder();
        metrics.forEach(metric -> post.value(metric, clock.instant()).ifPresent(value -> values.put(metric, value)));
        return values.build();
    }

    private boolean isYoung(SimulatedPost post) {
        return post.publishedAt().isAfter(clock.instant().minus(XConnector.OWN_NUMBERS_FOR));
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void everyPostIsListedWithItsNumbersInEitherSpelling(boolean ofPosts) {
        simulator.speakOfPosts(ofPosts);
        x = connector(Map.of("page-size", "20"));

        Map<String, ListedPost> listed = byId(listPosts(90));

        List<SimulatedPost> truth = truth(90, Set.of("repost", "reply"));
        assertThat(listed).hasSameSizeAs(truth).hasSizeGreaterThan(150);
        for (SimulatedPost post : truth) {
            List<String> ids = simulator.ids(post);
            ListedPost seen = Objects.requireNonNull(listed.get(ids.getLast()));
            assertThat(seen.aliases()).extracting("externalId").isEqualTo(ids);
            Set<Metric> metrics = EnumSet.copyOf(OPEN);
            if (isYoung(post)) {
                metrics.addAll(XMetrics.PRIVATE);
            }
            assertThat(seen.values()).as(post.kind()).isEqualTo(values(post, metrics));
            assertThat(seen.version().text()).isEqualTo(post.text());
            assertThat(seen.version().placement()).isEqualTo(Placement.FEED);
            assertThat(seen.version().publishedAt())
                    .isEqualTo(Instant.ofEpochMilli(post.publishedAt().toEpochMilli()));
            assertThat(seen.version().format()).as(post.kind()).isEqualTo(format(post.kind()));
            assertThat(seen.thumbnail() != null)
                    .isEqualTo(Set.of("image", "gif", "video", "carousel").contains(post.kind()));
        }
        assertThat(simulator.counts()).doesNotContainKey("GET /2/tweets");
    }

    private static Format format(String kind) {
        return switch (kind) {
            case "image", "gif" -> Format.IMAGE;
            case "text", "quote", "reply" -> Format.TEXT;
            default -> Format.valueOf(kind.toUpperCase(Locale.ROOT));
        };
    }

    @Test
    void repliesAreListedOnRequest() {
        List<ListedPost> listed = list(x.listings().getLast(), clock.instant().minus(Duration.ofDays(20)));

        List<SimulatedPost> truth = truth(20, Set.of("repost"));
        assertThat(byId(listed).keySet())
                .isEqualTo(truth.stream()
                        .map(post -> simulator.ids(post).getLast())
                        .collect(Collectors.toSet()));
        assertThat(listed.stream()
                        .filter(post -> post.version().placement() == Placement.REPLY)
                        .count())
                .isEqualTo(truth.stream()
                        .filter(post -> post.kind().equals("reply"))
                        .count())
                .isPositive();
    }

    @Test
    void pagesOfNothingButRepostsAreEmptyAndNotTheLast() {
        AccountPlan.Kind repost = XSimulator.kinds().getLast();
        AccountPlan.Kind text = new AccountPlan.Kind("text", 0.05, 8, Map.of(Metric.LIKES, 4.0));
        SimulatedAccount other =
                world.add(new AccountPlan("17", "other", "Other", 20, Duration.ofDays(10), 5, List.of(repost, text)));
        x = connector(Map.of("page-size", "5"));
        api = signedIn("17");
        tracked = x.accounts(api, null).items().getFirst().account();
        List<Integer> sizes = new ArrayList<>();
        String cursor = null;
        do {
            Page<ListedPost> page =
                    x.posts(api, tracked, x.listings().getFirst(), NOW.minus(Duration.ofDays(20)), cursor);
            sizes.add(page.items().size());
            cursor = page.next();
        } while (cursor != null);

        long texts = other.visible(NOW).stream()
                .filter(post -> post.kind().equals("text"))
                .count();
        assertThat(sizes).contains(0);
        assertThat(sizes.stream().mapToInt(Integer::intValue).sum())
                .isEqualTo((int) texts)
                .isPositive();
    }

    @Test
    void bothRoutesTellWhatTheListTells() {
        List<ListedPost> listed = listPosts(90).stream().limit(60).toList();
        List<PostRef> refs = listed.stream().map(ListedPost::ref).toList();
        PostRoute open = x.postRoutes().getFirst();
        PostRoute ofAuthor = x.postRoutes().getLast();

        Map<String, PostReading> openly = x.readPosts(api, tracked, open, refs, open.metrics());
        List<PostRef> young =
                refs.stream().filter(ref -> ofAuthor.takes(ref, NOW)).toList();
        Map<String, PostReading> byAuthor = x.readPosts(api, tracked, ofAuthor, young, ofAuthor.metrics());

        assertThat(openly).hasSize(60);
        assertThat(byAuthor).hasSameSizeAs(young);
        for (ListedPost post : listed) {
            MetricValues.Builder both = MetricValues.builder();
            for (Map<String, PostReading> readings : List.of(openly, byAuthor)) {
                if (readings.get(post.ref().externalId()) instanceof PostReading.Values reading) {
                    MetricValues values = reading.values();
                    values.present().forEach(metric -> both.put(metric, values.orNaN(metric)));
                }
            }
            assertThat(both.build()).isEqualTo(post.values());
        }
    }

    @Test
    void aPostIsPaidForOnceADayAndCheapestInTheOwnersList() {
        simulator.ownApp(ID);
        long before = simulator.bill().spent();
        int posts = listPosts(20).size();
        listPosts(20);
        assertThat(simulator.bill().spent() - before).isEqualTo(posts * 1000L);

        clock.advance(Duration.ofDays(1));
        api = signedIn(ID);
        int tomorrow = listPosts(20).size();
        assertThat(simulator.bill().resources())
                .containsEntry("own post", posts + tomorrow)
                .containsEntry("user", 1);
    }

    @Test
    void whatIsDeletedIsGoneAndWhatIsHiddenIsNot() {
        SimulatedAccount other =
                world.add(new AccountPlan("17", "other", "Other", 3, Duration.ofDays(10), 5, XSimulator.kinds()));
        other.hide(true);
        List<SimulatedPost> posts = truth(20, Set.of("repost", "reply"));
        posts.getFirst().delete(NOW.minusSeconds(1));
        String gone = simulator.ids(posts.getFirst()).getLast();
        String there = simulator.ids(posts.get(1)).getLast();
        String hidden = simulator.ids(other.visible(NOW).getFirst()).getLast();
        PostRoute open = x.postRoutes().getFirst();

        Map<String, PostReading> readings =
                x.readPosts(api, tracked, open, List.of(ref(gone), ref(there), ref(hidden)), open.metrics());

        assertThat(readings).containsOnlyKeys(gone, there).containsEntry(gone, new PostReading.Gone());
        assertThat(byId(listPosts(20))).containsKey(there).doesNotContainKey(gone);
    }

    @Test
    void anEditIsKnownByItsFirstIdAndTheVersionBeforeSaysNothing() {
        SimulatedPost edited = truth(20, Set.of("repost", "reply")).stream()
                .filter(post -> simulator.ids(post).size() > 1)
                .findFirst()
                .orElseThrow();
        List<String> ids = simulator.ids(edited);
        PostRoute open = x.postRoutes().getFirst();

        Map<String, PostReading> readings = x.readPosts(
                api, tracked, open, ids.stream().map(SimulatedX::ref).toList(), open.metrics());

        assertThat(readings).containsOnlyKeys(ids.getLast());
        assertThat(byId(listPosts(20)).get(ids.getLast()))
                .extracting(post -> post.aliases().getFirst().externalId())
                .isEqualTo(ids.getFirst());
    }

    @Test
    void numbersOfOtherAuthorsAreNotPermitted() {
        SimulatedAccount other =
                world.add(new AccountPlan("17", "other", "Other", 3, Duration.ofDays(10), 5, XSimulator.kinds()));
        String id = simulator.ids(other.visible(NOW).getFirst()).getLast();
        PostRoute ofAuthor = x.postRoutes().getLast();

        Map<String, PostReading> readings = x.readPosts(api, tracked, ofAuthor, List.of(ref(id)), ofAuthor.metrics());

        assertThat(readings.get(id)).isInstanceOfSatisfying(PostReading.Values.class, values -> {
            assertThat(values.values().isEmpty()).isTrue();
            assertThat(values.absences()).containsOnlyKeys(XMetrics.PRIVATE.toArray(Metric[]::new));
        });
    }

    @Test
    void followersAreTheTruthOrMissing() {
        assertThat(x.readAccount(api, tracked).levels())
                .isEqualTo(MetricValues.of(Map.of(Metric.FOLLOWERS, account.followers(NOW))));
        account.rename("acme_inc");
        simulator.hideFollowers(true);

        assertThat(x.readAccount(api, tracked).levels().isEmpty()).isTrue();
        assertThat(x.readAccount(api, tracked).key().handle()).isEqualTo("acme_inc");
    }
}
