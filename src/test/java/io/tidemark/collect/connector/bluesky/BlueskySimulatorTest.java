package io.tidemark.collect.connector.bluesky;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tidemark.collect.connector.Api;
import io.tidemark.collect.connector.ApiRequest;
import io.tidemark.collect.connector.CallFailed;
import io.tidemark.collect.connector.Fault;
import io.tidemark.collect.connector.ListedPost;
import io.tidemark.collect.connector.Listing;
import io.tidemark.collect.connector.Login;
import io.tidemark.collect.connector.Page;
import io.tidemark.collect.connector.PostReading;
import io.tidemark.collect.connector.PostRef;
import io.tidemark.collect.connector.TrackedAccount;
import io.tidemark.collect.simulator.SimulatedPost;
import io.tidemark.collect.simulator.bluesky.BlueskySimulator;
import io.tidemark.metric.Metric;
import io.tidemark.metric.MetricValues;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The connector against the truth of the simulator, over real HTTP, by both ways in.
class BlueskySimulatorTest {
    private static final Set<String> NOT_IN_MAIN_LIST = Set.of("repost", "reply");

    private final BlueskyScene scene = new BlueskyScene();
    private final Login.Grant signedIn = scene.signIn();
    private final Login.Grant named = scene.name("acme.example");

    @AfterEach
    void close() {
        scene.close();
    }

    private List<ListedPost> list(Login.Grant grant, Listing listing) {
        Api api = scene.api(grant);
        TrackedAccount account = scene.account(grant);
        List<ListedPost> all = new ArrayList<>();
        @Nullable String cursor = null;
        do {
            Page<ListedPost> page = scene.connector.posts(api, account, listing, null, cursor);
            all.addAll(page.items());
            cursor = page.next();
        } while (cursor != null);
        return all;
    }

    private Map<String, SimulatedPost> truth(Set<String> without) {
        return scene.acme.visible(scene.clock.instant()).stream()
                .filter(post -> !without.contains(post.kind()))
                .collect(Collectors.toMap(post -> BlueskySimulator.uri(BlueskyScene.DID, post), Function.identity()));
    }

    private MetricValues values(SimulatedPost post) {
        MetricValues.Builder values = MetricValues.builder();
        for (Metric metric : List.of(Metric.LIKES, Metric.COMMENTS, Metric.REPOSTS, Metric.QUOTES, Metric.SAVES)) {
            values.put(metric, post.value(metric, scene.clock.instant()).orElseThrow());
        }
        return values.build();
    }

    @Test
    void theWholeHistoryIsListedWithItsNumbersAndTimesBothWays() {
        Map<String, SimulatedPost> truth = truth(NOT_IN_MAIN_LIST);

        List<ListedPost> posts = list(signedIn, scene.connector.listings().getFirst());

        assertThat(posts).hasSizeGreaterThan(100);
        assertThat(posts)
                .extracting(post -> post.ref().externalId())
                .containsExactlyInAnyOrderElementsOf(truth.keySet());
        for (ListedPost post : posts) {
            SimulatedPost told = Objects.requireNonNull(truth.get(post.ref().externalId()));
            Instant published = told.publishedAt().truncatedTo(ChronoUnit.MILLIS);
            assertThat(post.ref().publishedAt()).as(told.kind()).isEqualTo(published);
            assertThat(post.values()).isEqualTo(values(told));
        }
        assertThat(posts)
                .extracting(post -> post.ref().publishedAt())
                .isSortedAccordingTo((one, two) -> two.compareTo(one));
        assertThat(list(named, scene.connector.listings().getFirst())).isEqualTo(posts);
    }

    @Test
    void repliesComeWithAllElse() {
        assertThat(list(named, scene.connector.listings().getLast()))
                .extracting(post -> post.ref().externalId())
                .containsExactlyInAnyOrderElementsOf(truth(Set.of("repost")).keySet());
    }

    @Test
    void numbersAreReadByNameAndADeletedPostIsNotAmongThem() {
        List<PostRef> posts = list(signedIn, scene.connector.listings().getFirst()).stream()
                .map(ListedPost::ref)
                .limit(25)
                .toList();
        Map<String, SimulatedPost> truth = truth(NOT_IN_MAIN_LIST);
        SimulatedPost gone = Objects.requireNonNull(truth.get(posts.get(3).externalId()));
        gone.delete(scene.clock.instant());
        scene.clock.advance(Duration.ofHours(1));

        for (Login.Grant grant : List.of(signedIn, named)) {
            Map<String, PostReading> readings = scene.connector.readPosts(
                    scene.api(grant),
                    scene.account(grant),
                    scene.connector.postRoutes().getFirst(),
                    posts,
                    Set.of());

            assertThat(readings).hasSize(25);
            readings.forEach((uri, reading) -> {
                SimulatedPost post = Objects.requireNonNull(truth.get(uri));
                assertThat(reading)
                        .isEqualTo(post == gone ? new PostReading.Gone() : new PostReading.Values(values(post)));
            });
        }
    }

    @Test
    void followersAreThoseOfNow() {
        for (Login.Grant grant : List.of(signedIn, named)) {
            assertThat(scene.connector
                            .readAccount(scene.api(grant), scene.account(grant))
                            .levels())
                    .isEqualTo(MetricValues.of(Map.of(Metric.FOLLOWERS, scene.acme.followers(scene.clock.instant()))));
        }
    }

    @Test
    void callsBeyondTheLimitAreRefusedUntilItIsWholeAgain() {
        scene.simulator.limit(4);
        scene.clock.advance(Duration.ofMinutes(5));
        for (int i = 0; i < 4; i++) {
            assertThat(scene.account(named).externalId()).isEqualTo(BlueskyScene.DID);
        }

        assertThatThrownBy(() -> scene.account(named))
                .isInstanceOfSatisfying(
                        CallFailed.class,
                        failed -> assertThat(failed.fault())
                                .isInstanceOfSatisfying(
                                        Fault.RateLimited.class,
                                        limited -> assertThat(limited.until())
                                                .isEqualTo(scene.clock.instant().plus(Duration.ofMinutes(5)))));
        scene.clock.advance(Duration.ofMinutes(5));
        assertThat(scene.account(named).externalId()).isEqualTo(BlueskyScene.DID);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/xrpc/app.bsky.feed.getAuthorFeed?actor=acme.example&limit=101",
                "/xrpc/app.bsky.feed.getAuthorFeed?actor=acme.example&pinned=yes",
                "/xrpc/app.bsky.feed.getAuthorFeed?actor=acme.example&filter=everything",
                "/xrpc/app.bsky.feed.getAuthorFeed?actor=acme.example&cursor=x",
                "/xrpc/app.bsky.feed.getAuthorFeed",
                "/xrpc/app.bsky.feed.getPosts",
                "/xrpc/app.bsky.feed.getTimeline"
            })
    void theSimulatorTakesNoCallThatBlueskyWouldNotTake(String target) {
        assertThatThrownBy(() -> scene.api(signedIn).call(ApiRequest.get(BlueskyCalls.FEED, target)))
                .isInstanceOf(CallFailed.class);
    }

    @Test
    void whatTheOwnServerTellsNobodyElseGets() {
        Login.Grant nobody =
                new Login.Grant(named.token(), null, named.issuedAt(), null, null, Set.of(), signedIn.place());

        assertThatThrownBy(() -> scene.account(nobody))
                .isInstanceOfSatisfying(
                        CallFailed.class, failed -> assertThat(failed.fault()).isInstanceOf(Fault.NotPermitted.class));
    }
}
