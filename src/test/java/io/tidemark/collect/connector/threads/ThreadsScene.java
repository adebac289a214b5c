package io.tidemark.collect.connector.threads;

import io.tidemark.collect.connector.Api;
import io.tidemark.collect.connector.ConnectorSettings;
import io.tidemark.collect.connector.DirectApi;
import io.tidemark.collect.connector.DirectTokenCalls;
import io.tidemark.collect.simulator.AccountPlan;
import io.tidemark.collect.simulator.SimulatedAccount;
import io.tidemark.collect.simulator.World;
import io.tidemark.collect.simulator.meta.ThreadsSimulator;
import io.tidemark.testing.MutableClock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;

/// An account in a world, the simulator that shows it, and the connector that reads it.
final class ThreadsScene implements AutoCloseable {
    static final Instant NOW = Instant.parse("2026-11-26T12:00:00Z");

    final MutableClock clock = new MutableClock(NOW);
    private final World world = new World(5, clock, Duration.ofDays(10));
    final SimulatedAccount account = world.add(new AccountPlan(
            "9876543210123456789", "acme.shop", "Acme Shop", 4, Duration.ofDays(45), 900, ThreadsSimulator.kinds()));
    final ThreadsSimulator simulator = new ThreadsSimulator(clock);
    final ThreadsConnector threads;
    final ThreadsLogin login;

    ThreadsScene() {
        simulator.add(account);
        simulator.start();
        ConnectorSettings settings = new ConnectorSettings(Map.of(
                "base-url", simulator.address().toString(), "authorize-url", simulator.address() + "/oauth/authorize"));
        threads = new ThreadsConnector(settings, clock);
        login = new ThreadsLogin(settings, threads);
    }

    Api api(String token) {
        return new DirectApi(threads, threads.base(), token, clock);
    }

    DirectTokenCalls tokenCalls() {
        return new DirectTokenCalls(threads, clock);
    }

    @Override
    public void close() {
        simulator.close();
    }
}
