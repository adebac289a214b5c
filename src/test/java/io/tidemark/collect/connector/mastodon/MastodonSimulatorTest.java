package io.tidemark.collect.connector.mastodon;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tidemark.collect.connector.Api;
import io.tidemark.collect.connector.ApiRequest;
import io.tidemark.collect.connector.CallFailed;
import io.tidemark.collect.connector.ConnectorSettings;
import io.tidemark.collect.connector.DirectApi;
import io.tidemark.collect.connector.ListedPost;
import io.tidemark.collect.connector.Listing;
import io.tidemark.collect.connector.Page;
import io.tidemark.collect.connector.PostReading;
import io.tidemark.collect.connector.PostRef;
import io.tidemark.collect.connector.PostRoute;
import io.tidemark.collect.connector.TrackedAccount;
import io.tidemark.collect.simulator.AccountPlan;
import io.tidemark.collect.simulator.SimulatedAccount;
import io.tidemark.collect.simulator.SimulatedPost;
import io.tidemark.collect.simulator.World;
import io.tidemark.collect.simulator.mastodon.MastodonSimulator;
import io.tidemark.ledger.AccountKey;
import io.tidemark.metric.Format;
import io.tidemark.metric.Metric;
import io.tidemark.metric.MetricValues;
import io.tidemark.metric.Platform;
import io.tidemark.testing.MutableClock;
import java.time.Duration;
import java.util.ArrayList;
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
class MastodonSimulatorTest {
    private static final String ID = "109300000000000001";
    private static final TrackedAccount ACME = new TrackedAccount(
            "social.example/" + ID, "", AccountKey.ofHandle(Platform.MASTODON, "acme@social.example"), null);
    private static final Set<String> NO_POSTS = Set.of("boost", "direct", "reply", "thread");

    private final MutableClock clock = new MutableClock(Canned.NOW);
    private final World world = new World(7, clock, Duration.ofDays(2));
    private final SimulatedAccount account = world.add(new AccountPlan(
            "social.example/" + ID,
            "acme@social.example",
            "Acme",
            3,
            Duration.ofDays(100),
            320,
            MastodonSimulator.kinds()));
    private final MastodonSimulator simulator = new MastodonSimulator(world, clock);
    private final MastodonConnector mastodon = new MastodonConnector(ConnectorSettings.DEFAULT, clock);
    private final PostRoute route = mastodon.postRoutes().getFirst();

    @BeforeEach
    void start() {
        simulator.start();
    }

    @AfterEach
    void stop() {
        simulator.close();
    }

    private Api signedIn() {
        String token = simulator.tokens().issue(account.externalId()).access();
        return new DirectApi(mastodon, simulator.address(), token, clock);
    }

    private Api stranger() {
        return new DirectApi(mastodon, simulator.address(), "", clock);
    }

    private List<ListedPost> all(Api api, Listing listing) {
        List<ListedPost> posts = new ArrayList<>();
        String cursor = null;
        do {
            Page<ListedPost> page = mastodon.posts(api, ACME, listing, null, cursor);
            posts.addAll(page.items());
            cursor = page.next();
        } while (cursor != null);
        return posts;
    }

    private List<SimulatedPost> published(Set<String> without) {
        return account.visible(clock.instant()).stream()
                .filter(post -> !without.contains(post.kind()))
                .toList();
    }

    private MetricValues truth(SimulatedPost post) {
        MetricValues.Builder values = MetricValues.builder();
        for (Metric metric : List.of(Metric.LIKES, Metric.COMMENTS, Metric.REPOSTS, Metric.QUOTES)) {
            values.put(metric, post.value(metric, clock.instant()).orElseThrow());
        }
        return values.build();
    }

    private static Format format(String kind) {
        return switch (kind) {
            case "image" -> Format.IMAGE;
            case "carousel" -> Format.CAROUSEL;
            case "video", "gifv", "audio" -> Format.VIDEO;
            case "poll" -> Format.POLL;
            case "link" -> Format.LINK;
            default -> Format.TEXT;
        };
    }

    @Test
    void everyPostIsListedAsWhatItIsWithItsNumbers() {
        Map<String, ListedPost> listed = all(signedIn(), mastodon.listings().getFirst()).stream()
                .collect(Collectors.toMap(post -> post.ref().externalId(), Function.identity()));

        List<SimulatedPost> truth = published(NO_POSTS);
        assertThat(listed).hasSameSizeAs(truth).hasSizeGreaterThan(150);
        for (SimulatedPost post : truth) {
            ListedPost seen = Objects.requireNonNull(listed.get(MastodonSimulator.id(post)));
            assertThat(seen.version().format()).as(post.kind()).isEqualTo(format(post.kind()));
            assertThat(seen.version().text()).isEqualTo(post.text());
            assertThat(seen.values()).isEqualTo(truth(post));
        }
        assertThat(truth).extracting(SimulatedPost::kind).contains("private", "poll", "audio");
    }

    @Test
    void onRequestRepliesAreListedToo() {
        assertThat(all(signedIn(), mastodon.listings().getLast()))
                .hasSameSizeAs(published(Set.of("boost", "direct")))
                .extracting(post -> post.ref().kind())
                .contains("reply");
    }

    @Test
    void strangersSeeWhatIsPublic() {
        assertThat(all(stranger(), mastodon.listings().getFirst()))
                .hasSameSizeAs(published(Set.of("boost", "direct", "reply", "thread", "private")));
    }

    @Test
    void numbersOfTwentyPostsComeInOneCallAndADeletedOneIsGone() {
        List<SimulatedPost> posts = published(NO_POSTS).subList(0, 20);
        posts.get(3).delete(clock.instant());

        Map<String, PostReading> read = mastodon.readPosts(
                signedIn(),
                ACME,
                route,
                posts.stream()
                        .map(post -> new PostRef(MastodonSimulator.id(post), Status.KIND, post.publishedAt()))
                        .toList(),
                route.metrics());

        assertThat(read).hasSize(20);
        for (SimulatedPost post : posts) {
            assertThat(read.get(MastodonSimulator.id(post)))
                    .isEqualTo(post.deletedAt() != null ? new PostReading.Gone() : new PostReading.Values(truth(post)));
        }
        assertThat(simulator.counts()).isEqualTo(Map.of("GET /api/v1/statuses", 1, "GET /api/v1/statuses/:id", 1));
    }

    /// Whatever the server says of the next page, it is asked for where the account is at home.
    @Test
    void aListThatGoesOnElsewhereGoesOnHere() {
        try (MastodonSimulator other = new MastodonSimulator(world, clock)) {
            other.start();
            simulator.goOnAt(other.address().toString());

            assertThat(all(signedIn(), mastodon.listings().getFirst())).hasSameSizeAs(published(NO_POSTS));
            assertThat(other.counts()).isEmpty();
        }
    }

    /// It is as strict as the real thing.
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "NotFound     | GET /api/v1/statuses/:id              | /api/v1/statuses/1",
                "NotFound     | GET /api/v1/accounts/:id              | /api/v1/accounts/1",
                "NotFound     | GET /api/v1/accounts/lookup           | /api/v1/accounts/lookup?acct=nobody",
                "SignInGone   | GET /api/v1/accounts/verify_credentials | /api/v1/accounts/verify_credentials",
                "BatchRefused | GET /api/v1/statuses                  | /api/v1/statuses?id[]=1&id[]=2&id[]=3&id[]=4&id[]=5&id[]=6&id[]=7&id[]=8&id[]=9&id[]=10&id[]=11&id[]=12&id[]=13&id[]=14&id[]=15&id[]=16&id[]=17&id[]=18&id[]=19&id[]=20&id[]=21",
                "NotFound     | GET /api/v1/timelines                 | /api/v1/timelines"
            })
    void whatItShouldNotUnderstandIsAnError(String kind, String endpoint, String target) {
        String encoded = target.replace("[", "%5B").replace("]", "%5D");
        assertThatThrownBy(() -> stranger().call(ApiRequest.get(endpoint, encoded)))
                .isInstanceOfSatisfying(
                        CallFailed.class,
                        failed -> assertThat(failed.fault().getClass().getSimpleName())
                                .as(failed.fault().said().english())
                                .isEqualTo(kind));
    }

    @Test
    void callsBeyondTheLimitAreRefused() {
        simulator.limit(2);
        Api api = signedIn();
        ApiRequest account = ApiRequest.get(MastodonCalls.ACCOUNT, "/api/v1/accounts/" + ID);
        api.call(account);
        api.call(account);

        assertThatThrownBy(() -> api.call(account)).hasMessageContaining("Too many requests");
        assertThat(simulator.refusedByLimit()).isEqualTo(1);
    }
}
