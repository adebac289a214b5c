package io.tidemark.collect.connection;

import io.tidemark.collect.connector.Connector;
import io.tidemark.collect.connector.Login;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// The sign-ins that there are.
public record Logins(List<Login> all) {
    public Logins {
        all = List.copyOf(all);
    }

    public Optional<Login> find(String key) {
        return all.stream().filter(login -> login.key().equals(key)).findFirst();
    }

    /// For a person, also of a login that is not there any more.
    public String title(String key) {
        return find(key).map(Login::title).orElse(key);
    }

    /// How long before a sign-in ends people are warned of it, also of one whose login is not there any more.
    public Duration warnedBefore(String key) {
        return find(key).map(Login::warnedBefore).orElse(Login.WARNED);
    }

    public List<String> keys() {
        return all.stream().map(Login::key).toList();
    }

    /// A connector of any of them.
    public Optional<Connector> connector(String key) {
        return all.stream()
                .flatMap(login -> login.connectors().stream())
                .filter(connector -> connector.key().equals(key))
                .findFirst();
    }
}
