package io.tidemark.collect.connector.mastodon;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.tidemark.collect.connector.Login;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/// Apps that servers have taken lately, so that not every sign-in registers another: servers bound how many they take,
/// and some forget the next day those that nobody has signed in with.
final class RegisteredApps {
    private static final Duration KEPT = Duration.ofHours(1);
    private static final int MOST = 500;

    private final Cache<Place, Login.ByNamedServer.Registered> apps;

    RegisteredApps(InstantSource clock) {
        apps = Caffeine.newBuilder()
                .maximumSize(MOST)
                .expireAfterWrite(KEPT)
                .ticker(() -> TimeUnit.MILLISECONDS.toNanos(clock.millis()))
                .build();
    }

    /// @param redirect where people are sent back to, which an app is registered for
    private record Place(URI server, URI redirect) {}

    Login.ByNamedServer.@Nullable Registered find(URI server, URI redirect) {
        return apps.getIfPresent(new Place(server, redirect));
    }

    void keep(URI server, Login.ByNamedServer.Registered app) {
        apps.put(new Place(server, app.app().redirect()), app);
    }

    /// The server knows it no more.
    void forget(URI server, Login.App app) {
        apps.invalidate(new Place(server, app.redirect()));
    }
}
