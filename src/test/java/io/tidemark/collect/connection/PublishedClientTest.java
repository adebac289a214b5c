package io.tidemark.collect.connection;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.collect.connector.ConnectorSettings;
import io.tidemark.collect.connector.Login;
import io.tidemark.collect.connector.bluesky.BlueskyConnector;
import io.tidemark.collect.connector.bluesky.BlueskyPageLogin;
import java.net.URI;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PublishedClientTest {
    private static final ConnectorSettings SETTINGS =
            new ConnectorSettings(Map.of("oauth-scopes", "atproto,transition:generic"));
    private static final Login.ByPushedRequest LOGIN =
            new BlueskyPageLogin(SETTINGS, new BlueskyConnector(SETTINGS, Clock.systemUTC()));

    private static Optional<PublishedClient> of(String redirect) {
        return PublishedClient.of(LOGIN, URI.create(redirect));
    }

    @ParameterizedTest
    @CsvSource({
        "https://tidemark.example.com, https://tidemark.example.com/oauth/bluesky_oauth/client-metadata.json",
        "https://example.com/numbers, https://example.com/numbers/oauth/bluesky_oauth/client-metadata.json"
    })
    void whereOthersCanCallUsTheAddressIsTheName(String base, String id) {
        PublishedClient client = of(base + "/oauth/bluesky_oauth/callback").orElseThrow();

        assertThat(client.clientId()).hasToString(id);
        assertThat(client.home()).hasToString(base + "/");
        assertThat(client.isPublished()).isTrue();
        assertThat(client.app().redirect()).hasToString(base + "/oauth/bluesky_oauth/callback");
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://127.0.0.1:8003", "http://[::1]:8003"})
    void onThisMachineTheNameSaysItAll(String base) {
        PublishedClient client = of(base + "/oauth/bluesky_oauth/callback").orElseThrow();

        assertThat(client.isPublished()).isFalse();
        assertThat(client.clientId().toString())
                .startsWith("http://localhost?redirect_uri=http%3A%2F%2F")
                .endsWith("%2Foauth%2Fbluesky_oauth%2Fcallback&scope=atproto%20transition%3Ageneric");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://localhost:8003",
                "http://tidemark.lan",
                "http://tidemark.example.com",
                "https://tidemark",
                "https://tidemark.example.com:8443",
                "https://203.0.113.7",
                "https://127.0.0.1:8443"
            })
    void elsewhereThereIsNoneAndItIsSaidWhatToDo(String base) {
        String redirect = base + "/oauth/bluesky_oauth/callback";

        assertThat(of(redirect)).isEmpty();
        assertThat(PublishedClient.advice(LOGIN.title(), URI.create(redirect)))
                .asString()
                .contains(base + "/ is neither", "set TIDEMARK_PUBLIC_URL", "open http://127.0.0.1");
    }
}
