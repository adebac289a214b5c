package io.tidemark.bench;

import io.tidemark.collect.connection.SignedIn;
import io.tidemark.collect.connector.Connector;
import io.tidemark.collect.connector.ConnectorSettings;
import io.tidemark.collect.connector.Login;
import io.tidemark.collect.connector.Secret;
import io.tidemark.collect.connector.facebook.FacebookConnector;
import io.tidemark.collect.connector.facebook.FacebookLogin;
import io.tidemark.collect.connector.instagram.InstagramConnector;
import io.tidemark.collect.connector.instagram.InstagramLogin;
import io.tidemark.collect.connector.linkedin.LinkedIn;
import io.tidemark.collect.connector.linkedin.LinkedInLogin;
import io.tidemark.collect.connector.x.XConnector;
import io.tidemark.collect.connector.x.XLogin;
import io.tidemark.collect.simulator.AccountPlan;
import io.tidemark.collect.simulator.SimulatedAccount;
import io.tidemark.collect.simulator.Simulator;
import io.tidemark.collect.simulator.World;
import io.tidemark.collect.simulator.linkedin.LinkedInSimulator;
import io.tidemark.collect.simulator.meta.GraphSimulator;
import io.tidemark.collect.simulator.x.XSimulator;
import io.tidemark.testing.MutableClock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;

/// A simulated platform with one account of many posts, and how somebody signs in there.
///
/// @param token of the person who signs in
record PlatformScene(
        String name, MutableClock clock, Simulator simulator, SimulatedAccount account, Login login, String token)
        implements AutoCloseable {
    static final Instant BEGIN = Instant.parse("2026-03-09T23:30:00Z");

    Connector connector() {
        return login.connectors().getFirst();
    }

    Login.Grant grant() {
        return new Login.Grant(new Secret(token), null, clock.instant(), null, null, Set.of());
    }

    @Override
    public void close() {
        simulator.close();
    }

    /// @param posts in the past
    static PlatformScene x(int posts, int days) {
        MutableClock clock = new MutableClock(BEGIN);
        World world = new World(7, clock, Duration.ofDays(1));
        SimulatedAccount account = world.add(new AccountPlan(
                "2244994945", "acme", "Acme", perDay(posts, days), Duration.ofDays(days), 1200, XSimulator.kinds()));
        XSimulator x = new XSimulator(world, clock);
        Login.App app = SignedIn.app("x");
        x.register(app.clientId(), app.clientSecret().value(), app.redirect().toString());
        x.start();
        ConnectorSettings settings = at(x.address().toString());
        return new PlatformScene(
                "X",
                clock,
                x,
                account,
                new XLogin(settings, new XConnector(settings)),
                x.tokens().issue(account.externalId()).access());
    }

    static PlatformScene linkedIn(int posts, int days) {
        MutableClock clock = new MutableClock(BEGIN);
        World world = new World(7, clock, Duration.ofDays(1));
        SimulatedAccount account = world.add(new AccountPlan(
                "urn:li:organization:2414183",
                "acme",
                "Acme",
                perDay(posts, days),
                Duration.ofDays(days),
                1200,
                LinkedInSimulator.kinds()));
        LinkedInSimulator linkedIn = new LinkedInSimulator(world, clock);
        String address = linkedIn.address().toString();
        ConnectorSettings settings = new ConnectorSettings(Map.of("base-url", address, "oauth-url", address));
        Login login = new LinkedInLogin(settings, new LinkedIn(settings, clock));
        Login.App app = SignedIn.app("linkedin");
        linkedIn.register(
                app.clientId(), app.clientSecret().value(), app.redirect().toString(), Set.copyOf(login.scopes()));
        linkedIn.start();
        return new PlatformScene(
                "LinkedIn",
                clock,
                linkedIn,
                account,
                login,
                linkedIn.tokens().issue(linkedIn.person()).access());
    }

    static PlatformScene facebook(int posts, int days) {
        MutableClock clock = new MutableClock(BEGIN);
        World world = new World(7, clock, Duration.ofDays(1));
        SimulatedAccount account = world.add(new AccountPlan(
                "1029384756",
                "acme",
                "Acme",
                perDay(posts, days),
                Duration.ofDays(days),
                1200,
                GraphSimulator.pageKinds()));
        GraphSimulator meta = new GraphSimulator(clock);
        meta.page(account, null, GraphSimulator.ALL_TASKS);
        Login.App app = SignedIn.app("facebook");
        meta.registerFacebook(
                app.clientId(), app.clientSecret().value(), app.redirect().toString());
        meta.start();
        ConnectorSettings settings = at(meta.address() + GraphSimulator.GRAPH_FACEBOOK);
        return new PlatformScene(
                "Facebook",
                clock,
                meta,
                account,
                new FacebookLogin(
                        settings,
                        new FacebookConnector(settings, clock),
                        InstagramConnector.throughFacebook(settings, clock)),
                meta.personToken());
    }

    static PlatformScene instagram(int posts, int days) {
        MutableClock clock = new MutableClock(BEGIN);
        World world = new World(7, clock, Duration.ofDays(1));
        SimulatedAccount account = world.add(new AccountPlan(
                "17841400000000001",
                "acme",
                "Acme",
                perDay(posts, days),
                Duration.ofDays(days),
                1200,
                GraphSimulator.instagramKinds()));
        GraphSimulator meta = new GraphSimulator(clock);
        meta.instagram(account);
        meta.setUp(account, false, Instant.EPOCH);
        Login.App app = SignedIn.app("instagram_login");
        meta.registerInstagram(
                app.clientId(), app.clientSecret().value(), app.redirect().toString());
        meta.start();
        ConnectorSettings settings = at(meta.address() + GraphSimulator.GRAPH_INSTAGRAM);
        return new PlatformScene(
                "Instagram",
                clock,
                meta,
                account,
                new InstagramLogin(settings, InstagramConnector.direct(settings, clock)),
                meta.ownerToken(account));
    }

    private static ConnectorSettings at(String address) {
        return new ConnectorSettings(Map.of("base-url", address));
    }

    private static double perDay(int posts, int days) {
        return (double) posts / days;
    }
}
