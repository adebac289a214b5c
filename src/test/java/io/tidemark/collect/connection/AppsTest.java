package io.tidemark.collect.connection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tidemark.collect.OperatorSettings;
import io.tidemark.collect.connector.Login;
import io.tidemark.collect.connector.Secret;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AppsTest {
    @TempDir
    private Path directory;

    @Test
    void theEnvironmentWinsOverTheFile() throws IOException {
        Apps apps = read("""
                linkedin.client-id = from-file
                linkedin.client-secret = secret
                public-url = https://tidemark.example.com/
                """, Map.of("TIDEMARK_LINKEDIN_CLIENT_ID", "from-environment"));

        assertThat(apps.find("linkedin", "http://127.0.0.1:8003"))
                .contains(new Login.App(
                        "from-environment",
                        new Secret("secret"),
                        URI.create("https://tidemark.example.com/oauth/linkedin/callback")));
        assertThat(apps.missing("linkedin")).isEmpty();
    }

    @Test
    void withoutAPublicAddressPeopleComeBackToWhereTheySetOut() {
        Apps apps = new Apps(Map.of(), Map.of("TIDEMARK_INSTAGRAM_LOGIN_CLIENT_ID", "7"));

        assertThat(apps.redirect("instagram_login", "http://localhost:9000"))
                .hasToString("http://localhost:9000/oauth/instagram_login/callback");
        assertThat(apps.find("instagram_login", null)).isEmpty();
        assertThat(apps.missing("instagram_login")).containsExactly("TIDEMARK_INSTAGRAM_LOGIN_CLIENT_SECRET");
    }

    @Test
    void settingsOfAConnectorHoldNothingOfItsApp() throws IOException {
        Apps apps = read("""
                linkedin.version = 202611
                linkedin.client-secret = secret
                linkedin_other.version = 1
                """, Map.of());

        assertThat(apps.settings("linkedin").values()).isEqualTo(Map.of("version", "202611"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"tidemark.example.com", "ftp://tidemark", "https://", "https://a b"})
    void aPublicAddressThatIsNoneIsRefused(String address) {
        assertThatThrownBy(() -> new Apps(Map.of(), Map.of("TIDEMARK_PUBLIC_URL", address)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("TIDEMARK_PUBLIC_URL");
    }

    @Test
    void aFileThatIsNoneOfPropertiesIsRefused() {
        assertThatThrownBy(() -> read("a = \\uZZZZ", Map.of()))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("properties");
    }

    private Apps read(String text, Map<String, String> environment) throws IOException {
        Path file = Files.writeString(directory.resolve("connections.properties"), text);
        return new Apps(OperatorSettings.read(file, environment));
    }
}
