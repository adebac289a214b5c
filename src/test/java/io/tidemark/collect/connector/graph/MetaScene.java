package io.tidemark.collect.connector.graph;

import io.tidemark.collect.connector.Api;
import io.tidemark.collect.connector.CallFailed;
import io.tidemark.collect.connector.Connector;
import io.tidemark.collect.connector.ConnectorSettings;
import io.tidemark.collect.connector.DirectApi;
import io.tidemark.collect.connector.Fault;
import io.tidemark.collect.connector.ListedPost;
import io.tidemark.collect.connector.Listing;
import io.tidemark.collect.connector.Page;
import io.tidemark.collect.connector.TrackedAccount;
import io.tidemark.collect.connector.facebook.FacebookConnector;
import io.tidemark.collect.connector.facebook.FacebookLogin;
import io.tidemark.collect.connector.instagram.InstagramConnector;
import io.tidemark.collect.connector.instagram.InstagramLogin;
import io.tidemark.collect.simulator.AccountPlan;
import io.tidemark.collect.simulator.SimulatedAccount;
import io.tidemark.collect.simulator.SimulatedPost;
import io.tidemark.collect.simulator.World;
import io.tidemark.collect.simulator.meta.GraphSimulator;
import io.tidemark.metric.Metric;
import io.tidemark.metric.MetricValues;
import io.tidemark.testing.MutableClock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A page with its Instagram account in a world, the simulator that shows them, and the connectors that read it.
public final class MetaScene implements AutoCloseable {
    public static final Instant NOW = Instant.parse("2026-11-26T12:00:00Z");

    public final MutableClock clock = new MutableClock(NOW);
    public final World world = new World(11, clock, Duration.ofDays(10));
    public final SimulatedAccount page = world.add(new AccountPlan(
            "102938475610293", "acme", "Acme & Sons", 2, Duration.ofDays(90), 1500, GraphSimulator.pageKinds()));
    public final SimulatedAccount account = world.add(new AccountPlan(
            "17841400000000001",
            "acme.shop",
            "Acme Shop",
            5,
            Duration.ofDays(45),
            900,
            GraphSimulator.instagramKinds()));
    public final GraphSimulator simulator = new GraphSimulator(clock);
    public final FacebookConnector facebook;
    public final InstagramConnector instagram;
    public final InstagramConnector direct;
    public final FacebookLogin facebookLogin;
    public final InstagramLogin instagramLogin;

    public MetaScene() {
        simulator.page(page, account, GraphSimulator.ALL_TASKS);
        simulator.start();
        String host = simulator.address().toString();
        ConnectorSettings ofFacebook = new ConnectorSettings(Map.of(
                "base-url", host + GraphSimulator.GRAPH_FACEBOOK, "dialog-url", host + GraphSimulator.WWW_FACEBOOK));
        ConnectorSettings ofInstagram = new ConnectorSettings(Map.of(
                "base-url",
                host + GraphSimulator.GRAPH_INSTAGRAM,
                "authorize-url",
                host + GraphSimulator.WWW_INSTAGRAM + "/oauth/authorize",
                "token-url",
                host + GraphSimulator.API_INSTAGRAM + "/oauth/access_token"));
        facebook = new FacebookConnector(ofFacebook, clock);
        instagram = InstagramConnector.throughFacebook(ofFacebook, clock);
        direct = InstagramConnector.direct(ofInstagram, clock);
        facebookLogin = new FacebookLogin(ofFacebook, facebook, instagram);
        instagramLogin = new InstagramLogin(ofInstagram, direct);
    }

    /// In the name of a sign-in.
    public Api api(Connector connector, String token) {
        return new DirectApi(connector, connector.base(), token, clock);
    }

    /// The only account that a sign-in shows.
    public static TrackedAccount only(Connector connector, Api api) {
        return connector.accounts(api, null).items().getFirst().account();
    }

    /// All pages of a list.
    public static List<ListedPost> list(
            Connector connector, Api api, TrackedAccount account, Listing listing, @Nullable Instant since) {
        List<ListedPost> posts = new ArrayList<>();
        @Nullable String cursor = null;
        do {
            Page<ListedPost> page = connector.posts(api, account, listing, since, cursor);
            posts.addAll(page.items());
            cursor = page.next();
        } while (cursor != null);
        return posts;
    }

    public static Fault fault(Runnable call) {
        try {
            call.run();
        } catch (CallFailed failed) {
            return failed.fault();
        }
        throw new AssertionError("the call went through");
    }

    /// What the world knows of a post now.
    public MetricValues truth(SimulatedPost post, Collection<Metric> metrics) {
        MetricValues.Builder values = MetricValues.builder();
        metrics.forEach(metric -> post.value(metric, clock.instant()).ifPresent(value -> values.put(metric, value)));
        return values.build();
    }

    /// What the world knows of a day.
    public MetricValues truth(SimulatedAccount of, LocalDate day, Collection<Metric> metrics) {
        MetricValues.Builder values = MetricValues.builder();
        metrics.forEach(metric -> of.onDay(metric, day, GraphTime.ZONE).ifPresent(value -> values.put(metric, value)));
        return values.build();
    }

    @Override
    public void close() {
        simulator.close();
    }
}
