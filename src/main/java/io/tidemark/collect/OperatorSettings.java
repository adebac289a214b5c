package io.tidemark.collect;

import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;

/// What whoever runs the server has settled, by the names of the file, such as `linkedin.client-id`; the
/// environment says the same as `TIDEMARK_LINKEDIN_CLIENT_ID`, and wins. Some of it is secret.
public final class OperatorSettings {
    private static final String PUBLIC_URL = "public-url";

    private final Map<String, String> file;
    private final Map<String, String> environment;
    private final boolean simulated;

    /// @throws IllegalArgumentException where the public address is none
    public OperatorSettings(Map<String, String> file, Map<String, String> environment) {
        this(file, environment, false);
    }

    private OperatorSettings(Map<String, String> file, Map<String, String> environment, boolean simulated) {
        this.file = Map.copyOf(file);
        this.environment = Map.copyOf(environment);
        this.simulated = simulated;
        value(PUBLIC_URL).ifPresent(OperatorSettings::check);
    }

    /// Those of platforms that are simulated, whatever is set for real ones.
    ///
    /// @param settings with the addresses of the simulators
    public static OperatorSettings ofSimulators(Map<String, String> settings) {
        return new OperatorSettings(settings, Map.of(), true);
    }

    /// Whether the platforms are simulated, so that nobody is contacted.
    public boolean simulated() {
        return simulated;
    }

    /// @param file need not be there
    /// @throws IllegalArgumentException where the public address is none
    /// @throws IOException where it cannot be read
    public static OperatorSettings read(Path file, Map<String, String> environment) throws IOException {
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
        return new OperatorSettings(values, environment);
    }

    /// Empty where it is not settled, or blank.
    public Optional<String> value(String name) {
        return Optional.ofNullable(environment.get(inEnvironment(name)))
                .or(() -> Optional.ofNullable(file.get(name)))
                .map(String::strip)
                .filter(value -> !value.isEmpty());
    }

    /// What the file alone says, by its names.
    public Map<String, String> file() {
        return file;
    }

    /// Where people reach Tidemark, without a slash at the end.
    public Optional<String> publicUrl() {
        return value(PUBLIC_URL).map(address -> address.replaceFirst("/+$", ""));
    }

    public static String inEnvironment(String name) {
        return "TIDEMARK_" + name.toUpperCase(Locale.ROOT).replace('.', '_').replace('-', '_');
    }

    private static void check(String address) {
        if (!address.matches("https?://[^/?#\\s]+(/[^?#\\s]*)?")) {
            throw new IllegalArgumentException(
                    "public-url (TIDEMARK_PUBLIC_URL) is not an address such as https://tidemark.example.com.");
        }
    }
}
