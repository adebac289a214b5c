package io.tidemark.collect.connection;

import io.tidemark.collect.connector.Connector;
import io.tidemark.collect.connector.Login;
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
