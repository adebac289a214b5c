package io.tidemark.collect.connector.x;

import io.tidemark.collect.connector.Api;
import io.tidemark.collect.connector.ConnectorSettings;
import io.tidemark.collect.connector.DirectApi;
import io.tidemark.collect.connector.ListedPost;
import io.tidemark.collect.connector.Listing;
import io.tidemark.collect.connector.Page;
import io.tidemark.collect.connector.PostRef;
import io.tidemark.collect.connector.ScriptedApi;
import io.tidemark.collect.connector.TrackedAccount;
import io.tidemark.collect.simulator.AccountPlan;
import io.tidemark.collect.simulator.SimulatedAccount;
import io.tidemark.collect.simulator.SimulatedPost;
import io.tidemark.collect.simulator.World;
import io.tidemark.collect.simulator.x.XSimulator;
import io.tidemark.testing.MutableClock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/// An account of X on a simulator, signed in.
abstract class SimulatedX {
    static final Instant NOW = Instant.parse("2026-11-26T12:00:00Z");
    static final String ID = "2244994945";
    final MutableClock clock = new MutableClock(NOW);
    final World world = new World(7, clock, Duration.ofDays(40));
    final SimulatedAccount account =
            world.add(new AccountPlan(ID, "acme", "Acme & Sons", 3, Duration.ofDays(100), 1200, XSimulator.kinds()));
    final XSimulator simulator = new XSimulator(world, clock);
    XConnector x = XSamples.connector();
    Api api = new ScriptedApi();
    TrackedAccount tracked = XSamples.ACME;

    @BeforeEach
    void start() {
        simulator.start();
        x = connector(Map.of());
        api = signedIn(ID);
        tracked = x.accounts(api, null).items().getFirst().account();
    }

    @AfterEach
    void stop() {
        simulator.close();
    }

    XConnector connector(Map<String, String> more) {
        Map<String, String> settings = new HashMap<>(more);
        settings.put("base-url", simulator.address().toString());
        return new XConnector(new ConnectorSettings(settings));
    }

    Api signedIn(String person) {
        return new DirectApi(
                x, simulator.address(), simulator.tokens().issue(person).access(), clock);
    }

    List<ListedPost> list(Listing listing, @Nullable Instant since) {
        List<ListedPost> posts = new ArrayList<>();
        Page<ListedPost> page = x.posts(api, tracked, listing, since, null);
        posts.addAll(page.items());
        while (page.next() != null) {
            page = x.posts(api, tracked, listing, since, page.next());
            posts.addAll(page.items());
        }
        return posts;
    }

    List<ListedPost> listPosts(int days) {
        return list(x.listings().getFirst(), clock.instant().minus(Duration.ofDays(days)));
    }

    List<SimulatedPost> truth(int days, Set<String> without) {
        Instant since = clock.instant().minus(Duration.ofDays(days));
        return account.visible(clock.instant()).stream()
                .filter(post -> !post.publishedAt().isBefore(since))
                .filter(post -> !without.contains(post.kind()))
                .toList();
    }

    Map<String, ListedPost> byId(List<ListedPost> posts) {
        return posts.stream().collect(Collectors.toMap(post -> post.ref().externalId(), Function.identity()));
    }

    static PostRef ref(String id) {
        return new PostRef(id, "text", NOW.minus(Duration.ofDays(5)));
    }
}
