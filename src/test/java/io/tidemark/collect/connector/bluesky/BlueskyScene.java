package io.tidemark.collect.connector.bluesky;

import io.tidemark.collect.connection.HttpTokenCalls;
import io.tidemark.collect.connector.ConnectorSettings;
import io.tidemark.collect.connector.DirectApi;
import io.tidemark.collect.connector.Login;
import io.tidemark.collect.connector.TrackedAccount;
import io.tidemark.collect.simulator.AccountPlan;
import io.tidemark.collect.simulator.SimulatedAccount;
import io.tidemark.collect.simulator.World;
import io.tidemark.collect.simulator.bluesky.BlueskySimulator;
import io.tidemark.testing.MutableClock;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;

/// A simulated Bluesky with one account, with what reads it. Its servers are called by the names of real ones.
final class BlueskyScene implements AutoCloseable {
    static final Instant NOW = Instant.parse("2026-11-26T12:00:00Z");
    static final String DID = "did:plc:acme22222222222222222222";
    static final String ISSUER = "https://bsky.social";
    static final String HOME = "https://morel.us-east.host.bsky.network";

    final MutableClock clock = new MutableClock(NOW);
    final World world = new World(7, clock, Duration.ofDays(40));
    final SimulatedAccount acme = world.add(new AccountPlan(
            DID, "acme.example", "Acme & Sons", 3, Duration.ofDays(90), 1200, BlueskySimulator.kinds()));
    final BlueskySimulator simulator = new BlueskySimulator(world, clock);
    final HttpTokenCalls calls = new HttpTokenCalls(clock);
    final ConnectorSettings settings;
    final BlueskyConnector connector;
    final BlueskyLogin login;
    final BlueskyPublicLogin open;
    final BlueskyPageLogin page;

    BlueskyScene() {
        this(Map.of());
    }

    /// @param more settings over those that lead to the simulator
    BlueskyScene(Map<String, String> more) {
        simulator.start();
        simulator.moveHome(URI.create(HOME));
        simulator.issuer(URI.create(ISSUER));
        Map<String, String> all = new TreeMap<>(Map.of(
                "servers", "%3$s=%1$s,%2$s=%1$s".formatted(simulator.address(), HOME, ISSUER),
                "plc-url", simulator.directory().toString(),
                "public-url", simulator.open().toString()));
        all.putAll(more);
        settings = new ConnectorSettings(all);
        connector = new BlueskyConnector(settings, clock);
        login = new BlueskyLogin(settings, connector);
        open = new BlueskyPublicLogin(settings, connector);
        page = new BlueskyPageLogin(settings, connector);
    }

    Login.Grant signIn() {
        return signIn(acme.handle(), BlueskySimulator.APP_PASSWORD, "https://bsky.social");
    }

    Login.Grant signIn(String handle, String password, String server) {
        return login.enter(calls, Map.of("handle", handle, "app_password", password, "server", server));
    }

    Login.Grant name(String handle) {
        return open.enter(calls, Map.of("handle", handle));
    }

    DirectApi api(Login.Grant grant) {
        return new DirectApi(connector, grant, clock);
    }

    TrackedAccount account(Login.Grant grant) {
        return connector.accounts(api(grant), null).items().getFirst().account();
    }

    @Override
    public void close() {
        simulator.close();
    }
}
