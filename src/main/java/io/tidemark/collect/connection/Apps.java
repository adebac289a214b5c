package io.tidemark.collect.connection;

import io.tidemark.collect.connector.ConnectorSettings;
import io.tidemark.collect.connector.Login;
import io.tidemark.collect.connector.Secret;
import java.io.IOException;
import java.io.Reader;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What whoever runs the server has settled about platforms: the apps that are registered with them, and what is to
/// differ from what is shipped.
///
/// Names are those of the file, such as `linkedin.client-id`; the environment says the same as
/// `TIDEMARK_LINKEDIN_CLIENT_ID`, and wins.
public final class Apps {
    private static final String CLIENT_ID = ".client-id";
    private static final String CLIENT_SECRET = ".client-secret";
    private static final String PUBLIC_URL = "public-url";
    private static final String SOMEWHERE = "http://127.0.0.1:8003";

    private final Map<String, String> file;
    private final Map<String, String> environment;

    public Apps(Map<String, String> file, Map<String, String> environment) {
        this.file = Map.copyOf(file);
        this.environment = Map.copyOf(environment);
        value(PUBLIC_URL).ifPresent(Apps::check);
    }

    /// @param file need not be there
    /// @throws IllegalArgumentException where the public address is none
    /// @throws IOException where it cannot be read
    public static Apps read(Path file, Map<String, String> environment) throws IOException {
        Map<String, String> values = new HashMap<>();
        if (Files.exists(file)) {
            Properties properties = new Properties();
            try (Reader text = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
                properties.load(text);
            } catch (IllegalArgumentException malformed) {
                throw new IOException(file + " is not a properties file: a backslash begins something it should not.");
            }
            properties.stringPropertyNames().forEach(name -> values.put(name, properties.getProperty(name)));
        }
        return new Apps(values, environment);
    }

    /// The app of a login; empty where it is not set up whole.
    ///
    /// @param origin where the server was called, which counts where no public address is settled; null for nobody
    public Optional<Login.App> find(String login, @Nullable String origin) {
        Optional<String> id = value(login + CLIENT_ID);
        Optional<String> secret = value(login + CLIENT_SECRET);
        return id.isEmpty() || secret.isEmpty()
                ? Optional.empty()
                : Optional.of(new Login.App(id.get(), new Secret(secret.get()), redirect(login, origin)));
    }

    /// What of an app is not set, by its names in the environment.
    public List<String> missing(String login) {
        return Stream.of(login + CLIENT_ID, login + CLIENT_SECRET)
                .filter(name -> value(name).isEmpty())
                .map(Apps::inEnvironment)
                .toList();
    }

    /// Where a platform sends people back to, to be registered with it letter by letter.
    public URI redirect(String login, @Nullable String origin) {
        String base = value(PUBLIC_URL).orElse(origin == null ? SOMEWHERE : origin);
        return URI.create(base.replaceFirst("/+$", "") + "/oauth/" + login + "/callback");
    }

    /// What is settled of a connector or a login, without its app.
    public ConnectorSettings settings(String key) {
        String prefix = key + ".";
        Map<String, String> settings = new HashMap<>();
        file.forEach((name, value) -> {
            if (name.startsWith(prefix) && !name.endsWith(CLIENT_ID) && !name.endsWith(CLIENT_SECRET)) {
                settings.put(name.substring(prefix.length()), value.strip());
            }
        });
        return new ConnectorSettings(settings);
    }

    /// What is settled under a name that belongs to no app; empty where nothing is.
    public Optional<String> setting(String name) {
        return value(name);
    }

    private Optional<String> value(String name) {
        return Optional.ofNullable(environment.get(inEnvironment(name)))
                .or(() -> Optional.ofNullable(file.get(name)))
                .map(String::strip)
                .filter(value -> !value.isEmpty());
    }

    private static void check(String address) {
        if (!address.matches("https?://[^/?#\\s]+(/[^?#\\s]*)?")) {
            throw new IllegalArgumentException(
                    "public-url (TIDEMARK_PUBLIC_URL) is not an address such as https://tidemark.example.com.");
        }
    }

    private static String inEnvironment(String name) {
        return "TIDEMARK_" + name.toUpperCase(Locale.ROOT).replace('.', '_').replace('-', '_');
    }
}
