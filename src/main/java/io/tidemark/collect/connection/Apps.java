package io.tidemark.collect.connection;

import io.tidemark.collect.OperatorSettings;
import io.tidemark.collect.connector.ConnectorSettings;
import io.tidemark.collect.connector.Login;
import io.tidemark.collect.connector.Secret;
import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What whoever runs the server has settled about platforms: the apps that are registered with them, and what is to
/// differ from what is shipped.
public final class Apps {
    /// The setting of the address at which people reach this server, by its name in the environment.
    public static final String PUBLIC_URL = OperatorSettings.inEnvironment("public-url");

    private static final String CLIENT_ID = ".client-id";
    private static final String CLIENT_SECRET = ".client-secret";
    private static final String SOMEWHERE = "http://127.0.0.1:8003";

    private final OperatorSettings settled;

    public Apps(OperatorSettings settled) {
        this.settled = settled;
    }

    public Apps(Map<String, String> file, Map<String, String> environment) {
        this(new OperatorSettings(file, environment));
    }

    /// Whether the platforms are simulated, so that nobody is contacted.
    public boolean simulated() {
        return settled.simulated();
    }

    /// The app of a login; empty where it is not set up whole.
    ///
    /// @param origin where the server was called, which counts where no public address is settled; null for nobody
    public Optional<Login.App> find(String login, @Nullable String origin) {
        Optional<String> id = settled.value(login + CLIENT_ID);
        Optional<String> secret = settled.value(login + CLIENT_SECRET);
        return id.isEmpty() || secret.isEmpty()
                ? Optional.empty()
                : Optional.of(new Login.App(id.get(), new Secret(secret.get()), redirect(login, origin)));
    }

    /// What of an app is not set, by its names in the environment.
    public List<String> missing(String login) {
        return Stream.of(login + CLIENT_ID, login + CLIENT_SECRET)
                .filter(name -> settled.value(name).isEmpty())
                .map(OperatorSettings::inEnvironment)
                .toList();
    }

    /// Where a platform sends people back to, to be registered with it letter by letter.
    public URI redirect(String login, @Nullable String origin) {
        String base = settled.publicUrl().orElse(origin == null ? SOMEWHERE : origin);
        return URI.create(base + "/oauth/" + login + "/callback");
    }

    /// What is settled of a connector or a login, without its app.
    public ConnectorSettings settings(String key) {
        String prefix = key + ".";
        Map<String, String> settings = new HashMap<>();
        settled.file().forEach((name, value) -> {
            if (name.startsWith(prefix) && !name.endsWith(CLIENT_ID) && !name.endsWith(CLIENT_SECRET)) {
                settings.put(name.substring(prefix.length()), value.strip());
            }
        });
        return new ConnectorSettings(settings);
    }
}
