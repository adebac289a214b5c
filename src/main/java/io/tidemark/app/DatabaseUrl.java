package io.tidemark.app;

import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A database that somebody else runs, as the user names it: `postgresql://user:password@host:5432/database?sslmode=…`,
/// also with `jdbc:` or `postgres:` in front. What the URL leaves out comes from the environment.
record DatabaseUrl(String jdbcUrl, String user, String password) {
    private static final String USER = "TIDEMARK_DATABASE_USER";
    private static final String PASSWORD = "TIDEMARK_DATABASE_PASSWORD";

    /// @throws CommandFailed with a sentence that does not repeat the URL, which may hold a password
    static DatabaseUrl parse(String url, Map<String, String> environment) {
        URI uri = uri(url.startsWith("jdbc:") ? url.substring("jdbc:".length()) : url);
        List<String> settings = new ArrayList<>();
        String user = null;
        String password = null;
        for (String setting : settings(uri)) {
            if (setting.startsWith("user=")) {
                user = decoded(setting.substring("user=".length()));
            } else if (setting.startsWith("password=")) {
                password = decoded(setting.substring("password=".length()));
            } else {
                settings.add(setting);
            }
        }
        String signIn = uri.getRawUserInfo();
        if (signIn != null) {
            int colon = signIn.indexOf(':');
            user = decoded(colon < 0 ? signIn : signIn.substring(0, colon));
            password = colon < 0 ? password : decoded(signIn.substring(colon + 1));
        }
        String port = uri.getPort() < 0 ? "" : ":" + uri.getPort();
        String query = settings.isEmpty() ? "" : "?" + String.join("&", settings);
        return new DatabaseUrl(
                "jdbc:postgresql://" + uri.getHost() + port + uri.getRawPath() + query,
                orFromEnvironment(user, environment, USER),
                orFromEnvironment(password, environment, PASSWORD));
    }

    @Override
    public String toString() {
        return "DatabaseUrl[" + user + "]";
    }

    private static URI uri(String url) {
        try {
            URI uri = new URI(url);
            boolean postgres = "postgresql".equals(uri.getScheme()) || "postgres".equals(uri.getScheme());
            String path = uri.getRawPath();
            if (postgres && uri.getHost() != null && path != null && path.length() > 1) {
                return uri;
            }
        } catch (URISyntaxException ignored) {
            // Its message would repeat the URL.
        }
        throw new CommandFailed("--database-url must look like postgresql://user@host:5432/database"
                + " (characters such as @ in a password written as %40).");
    }

    private static List<String> settings(URI uri) {
        String query = uri.getRawQuery();
        return query == null ? List.of() : List.of(query.split("&", -1));
    }

    private static String decoded(String text) {
        // A plus is a plus here, unlike in a form.
        return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
    }

    private static String orFromEnvironment(@Nullable String given, Map<String, String> environment, String name) {
        return given == null ? environment.getOrDefault(name, "") : given;
    }
}
