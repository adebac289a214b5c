package io.tidemark.collect.sync;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tidemark.collect.connection.HttpTokenCalls;
import io.tidemark.collect.connector.Api;
import io.tidemark.collect.connector.ApiRequest;
import io.tidemark.collect.connector.ApiResponse;
import io.tidemark.collect.connector.CallFailed;
import io.tidemark.collect.connector.ConnectorSettings;
import io.tidemark.collect.connector.DirectApi;
import io.tidemark.collect.connector.Fault;
import io.tidemark.collect.connector.ListedPost;
import io.tidemark.collect.connector.Listing;
import io.tidemark.collect.connector.Login;
import io.tidemark.collect.connector.Page;
import io.tidemark.collect.connector.PostReading;
import io.tidemark.collect.connector.PostRef;
import io.tidemark.collect.connector.Secret;
import io.tidemark.collect.connector.TrackedAccount;
import io.tidemark.collect.connector.bluesky.BlueskyConnector;
import io.tidemark.collect.connector.bluesky.BlueskyLogin;
import io.tidemark.collect.connector.bluesky.BlueskyPublicLogin;
import io.tidemark.collect.sync.RealBluesky.Person;
import io.tidemark.collect.sync.RealBluesky.Written;
import io.tidemark.collect.sync.polling.AdaptivePolicy;
import io.tidemark.ledger.AccountKey;
import io.tidemark.ledger.SyncRun;
import io.tidemark.metric.Format;
import io.tidemark.metric.Metric;
import io.tidemark.metric.MetricValues;
import io.tidemark.metric.Platform;
import io.tidemark.testing.MutableClock;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.assertj.core.data.TemporalUnitOffset;
import org.assertj.core.data.TemporalUnitWithinOffset;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;

/// The connector and Bluesky's own servers: people write, like, answer and show again there, and what is read is what
/// they did. Run by `bench/run-bluesky`.
@Tag("thorough")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class RealBlueskyTest {
    private final Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS);
    private final MutableClock clock = new MutableClock(now);
    private final HttpTokenCalls calls = new HttpTokenCalls(clock);
    private final Map<String, Integer> called = new TreeMap<>();

    private RealBluesky bluesky;
    private BlueskyPeople people;
    private BlueskyConnector connector;
    private BlueskyLogin login;
    private BlueskyPublicLogin open;
    private Person alice;
    private List<Written> posts;
    private String appPassword;

    @BeforeAll
    void begin() throws IOException {
        long start = System.nanoTime();
        bluesky = RealBluesky.start();
        long started = System.nanoTime();
        ConnectorSettings settings = new ConnectorSettings(Map.of(
                "server", bluesky.home().toString(),
                "public-url", bluesky.open().toString(),
                "private-servers", "yes"));
        connector = new BlueskyConnector(settings, clock);
        login = new BlueskyLogin(settings, connector);
        open = new BlueskyPublicLogin(settings, connector);
        people = BlueskyPeople.live(bluesky, now);
        alice = people.alice();
        posts = people.posts();
        appPassword = bluesky.makeAppPassword(alice);
        System.out.printf(
                "Bluesky's servers took %.1f s to start, and people %.1f s to do all this%n",
                (started - start) / 1e9, (System.nanoTime() - started) / 1e9);
    }

    @AfterAll
    void end() {
        System.out.println("Calls to Bluesky: " + called);
        if (bluesky != null) {
            bluesky.close();
        }
    }

    private Login.Grant signIn() {
        return login.enter(calls, told(appPassword));
    }

    private Map<String, String> told(String password) {
        return Map.of(
                "handle",
                alice.handle(),
                "app_password",
                password,
                "server",
                bluesky.home().toString());
    }

    private Login.Grant name() {
        return open.enter(calls, Map.of("handle", alice.handle()));
    }

    private Api api(Login.Grant grant) {
        return new CountedApi(new DirectApi(connector, grant, Clock.systemUTC()), called);
    }

    private TrackedAccount account(Login.Grant grant) {
        return connector.accounts(api(grant), null).items().getFirst().account();
    }

    private List<ListedPost> list(Login.Grant grant, Listing listing) {
        Api api = api(grant);
        TrackedAccount account = account(grant);
        List<ListedPost> all = new ArrayList<>();
        @Nullable String cursor = null;
        do {
            Page<ListedPost> page = connector.posts(api, account, listing, null, cursor);
            all.addAll(page.items());
            cursor = page.next();
        } while (cursor != null);
        return all;
    }

    @Test
    @Order(1)
    void bothWaysListWhatWasWrittenWithItsNumbers() {
        for (Login.Grant grant : List.of(signIn(), name())) {
            List<ListedPost> listed = list(grant, connector.listings().getFirst());

            Map<String, ListedPost> byName =
                    listed.stream().collect(Collectors.toMap(post -> post.ref().externalId(), post -> post));
            assertThat(listed).hasSize(BlueskyPeople.POSTS);
            for (int i = 0; i < BlueskyPeople.POSTS; i++) {
                ListedPost post = Objects.requireNonNull(byName.get(posts.get(i).uri()));
                assertThat(post.values()).as("numbers of post " + i).isEqualTo(people.expected(i));
                assertThat(post.version().text()).isEqualTo("Post " + i);
                assertThat(post.version().format()).as("format of post " + i).isEqualTo(people.format(i));
                boolean pictured = people.format(i) == Format.IMAGE || people.format(i) == Format.CAROUSEL;
                assertThat(post.thumbnail() != null).as("picture of post " + i).isEqualTo(pictured);
                if (i == 2) {
                    assertThat(post.ref().publishedAt()).isBetween(now.minusSeconds(60), now.plusSeconds(600));
                } else {
                    assertThat(post.ref().publishedAt()).isEqualTo(people.publishedAt(i));
                }
            }
            assertThat(listed)
                    .extracting(post -> post.ref().publishedAt())
                    .isSortedAccordingTo((one, other) -> other.compareTo(one));
        }
    }

    @Test
    @Order(2)
    void numbersByNameAreTheSame() {
        List<PostRef> refs = posts.stream()
                .limit(25)
                .map(post -> new PostRef(post.uri(), "post", now))
                .toList();
        for (Login.Grant grant : List.of(signIn(), name())) {
            Map<String, PostReading> read = connector.readPosts(
                    api(grant), account(grant), connector.postRoutes().getFirst(), refs, Set.of());

            assertThat(read).hasSize(25);
            for (int i = 0; i < 25; i++) {
                assertThat(read.get(posts.get(i).uri())).isEqualTo(new PostReading.Values(people.expected(i)));
            }
        }
    }

    @Test
    @Order(3)
    void anAccountIsTheSameBothWays() {
        Login.Grant signedIn = signIn();

        assertThat(signedIn.place()).isEqualTo(new Login.Place(bluesky.home(), alice.did()));
        assertThat(account(signedIn).key().name()).isEqualTo("Alice & Sons");
        assertThat(account(signedIn)).isEqualTo(account(name()));
        for (Login.Grant grant : List.of(signedIn, name())) {
            assertThat(connector.readAccount(api(grant), account(grant)).levels())
                    .isEqualTo(MetricValues.of(Map.of(Metric.FOLLOWERS, 3.0)));
        }
    }

    @Test
    @Order(4)
    void repliesComeWhereSomebodyAsksAndWhatOthersWroteNever() {
        List<ListedPost> all = list(name(), connector.listings().getLast());

        assertThat(all).hasSize(BlueskyPeople.POSTS + 1);
        assertThat(all)
                .filteredOn(post -> post.ref().kind().equals("reply"))
                .extracting(post -> post.version().text())
                .containsExactly("An answer");
    }

    @Test
    @Order(5)
    void aSessionSaysWhenItEndsAndIsRenewed() {
        Login.Grant first = signIn();
        assertThat(first.expiresAt()).isCloseTo(Instant.now().plus(Duration.ofHours(2)), within());
        assertThat(first.renewalExpiresAt()).isCloseTo(Instant.now().plus(Duration.ofDays(90)), within());

        Login.Grant second = Objects.requireNonNull(login.renew(calls, first));

        assertThat(second.renewal()).isNotEqualTo(first.renewal());
        assertThat(second.place()).isEqualTo(first.place());
        assertThat(account(second).externalId()).isEqualTo(alice.did());
    }

    private static TemporalUnitOffset within() {
        return new TemporalUnitWithinOffset(5, ChronoUnit.MINUTES);
    }

    @Test
    @Order(6)
    void theAppViewAndTheOwnServerTellWhatIsLeftOrNothing() {
        Map<String, Double> told = new HashMap<>();
        for (Login.Grant grant : List.of(signIn(), name())) {
            ApiResponse answer = api(grant)
                    .answer(ApiRequest.get(
                            "GET app.bsky.actor.getProfile", "/xrpc/app.bsky.actor.getProfile?actor=" + alice.did()));
            connector
                    .allowances(answer, Instant.now())
                    .forEach(allowance -> told.put(grant.token().value().isEmpty() ? "open" : "own", allowance.used()));
        }

        assertThat(told).containsOnlyKeys("own");
        assertThat(told.get("own")).isBetween(0.0, 0.5);
    }

    @Test
    @Order(7)
    void whatIsRefusedIsUnderstood() {
        assertFault(Fault.SignInGone.class, "Invalid identifier or password", () -> login.enter(calls, told("no")));
        assertThatThrownBy(() -> login.enter(calls, told(alice.password())))
                .isInstanceOf(Login.NotTaken.class)
                .hasMessageContaining("make an app password");
        assertThatThrownBy(() -> open.enter(calls, Map.of("handle", "nobody.test")))
                .isInstanceOf(Login.NotTaken.class)
                .hasMessageContaining("nobody called nobody.test");
        assertFault(
                Fault.NotFound.class,
                "Profile not found",
                () -> connector.readAccount(api(name()), stranger("did:plc:aaaaaaaaaaaaaaaaaaaaaaaa")));
        assertFault(
                Fault.BatchRefused.class,
                "InvalidRequest",
                () -> connector.readPosts(
                        api(name()),
                        account(name()),
                        connector.postRoutes().getFirst(),
                        List.of(new PostRef("at://nothing at all", "post", now)),
                        Set.of()));
        Login.Grant good = signIn();
        Login.Grant bad = new Login.Grant(
                new Secret(good.token().value() + "x"),
                good.renewal(),
                now,
                good.expiresAt(),
                null,
                Set.of(),
                good.place());
        assertFault(Fault.TokenExpired.class, "InvalidToken", () -> connector.accounts(api(bad), null));
        Login.Grant nobody = new Login.Grant(name().token(), null, now, null, null, Set.of(), good.place());
        assertFault(Fault.NotPermitted.class, "Auth", () -> connector.accounts(api(nobody), null));
    }

    private static TrackedAccount stranger(String did) {
        return new TrackedAccount(did, "", AccountKey.ofHandle(Platform.BLUESKY, "x.test"), null);
    }

    private static void assertFault(Class<? extends Fault> kind, String said, ThrowingCallable asked) {
        assertThatThrownBy(asked)
                .isInstanceOfSatisfying(
                        CallFailed.class, failed -> assertThat(failed.fault()).isInstanceOf(kind))
                .hasMessageContaining(said);
    }

    @Test
    @Order(8)
    void theEngineCollectsThroughASignInAndSeesWhatPeopleDoNext() {
        try (LiveFixture live = new LiveFixture(clock, login, new ReadingPlan(new AdaptivePolicy()))) {
            List<Long> accounts = live.connect(signIn());
            live.live(accounts, Duration.ofMinutes(30));
            assertThat(last(live, accounts).outcome()).isEqualTo(SyncRun.Outcome.DONE);
            Map<String, Map<Metric, Double>> before = newest(live);
            assertThat(before).hasSize(BlueskyPeople.POSTS);
            for (int i = 0; i < BlueskyPeople.POSTS; i++) {
                MetricValues expected = people.expected(i);
                assertThat(before.get(posts.get(i).uri()))
                        .isEqualTo(expected.present().stream()
                                .collect(Collectors.toMap(metric -> metric, expected::orNaN)));
            }

            Written latest = posts.getFirst();
            bluesky.write(alice, "app.bsky.feed.like", Stream.of(BlueskyPeople.about(latest)));
            bluesky.settle();
            live.live(accounts, Duration.ofHours(1));

            assertThat(newest(live).get(latest.uri()))
                    .containsEntry(Metric.LIKES, people.expected(0).orNaN(Metric.LIKES) + 1);
            System.out.println("Calls of the engine in an hour and a half: " + live.count("post") + " posts, "
                    + live.sql()
                            .sql("select sum(calls) from sync_run")
                            .query(Long.class)
                            .single() + " calls");
        }
    }

    @Test
    @Order(9)
    void aDeletedPostGoesAndADeactivatedAccountLosesNothing() {
        try (LiveFixture live = new LiveFixture(clock, open, new ReadingPlan(new AdaptivePolicy()))) {
            List<Long> accounts = live.connect(name());
            live.live(accounts, Duration.ofHours(2));
            bluesky.activate(alice, false);
            bluesky.settle();
            live.live(accounts, Duration.ofHours(6));
            SyncRun hidden = last(live, accounts);
            bluesky.activate(alice, true);
            Written gone = posts.get(4);
            bluesky.delete(alice, gone);
            bluesky.settle();

            live.live(accounts, Duration.ofDays(3));

            assertThat(hidden.outcome()).isNotEqualTo(SyncRun.Outcome.DONE);
            assertThat(hidden.said()).asString().isNotBlank();
            assertThat(last(live, accounts).outcome()).isEqualTo(SyncRun.Outcome.DONE);
            assertThat(live.deleted())
                    .hasSize(1)
                    .allSatisfy(aliases -> assertThat(aliases).contains(gone.uri()));
            System.out.println("Calls of the engine in three days and eight hours: "
                    + live.sql()
                            .sql("select sum(calls) from sync_run")
                            .query(Long.class)
                            .single() + "; hidden: " + hidden.said());
        }
    }

    @Test
    @Order(10)
    void aDeletedAppPasswordEndsTheSignIn() {
        Login.Grant grant = signIn();
        bluesky.deleteAppPassword(alice);

        assertFault(Fault.SignInGone.class, "revoked", () -> login.renew(calls, grant));
        assertFault(Fault.SignInGone.class, "Invalid identifier or password", this::signIn);
    }

    private static Map<String, Map<Metric, Double>> newest(LiveFixture live) {
        Map<String, Map<Metric, Double>> newest = new HashMap<>();
        live.readings("bluesky:post").forEach(reading -> newest.put(reading.alias(), reading.values()));
        return newest;
    }

    private static SyncRun last(LiveFixture live, List<Long> accounts) {
        return live.books()
                .runs()
                .recent(live.business().id(), accounts.getFirst(), 1)
                .getFirst();
    }
}
