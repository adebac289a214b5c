package io.tidemark.collect.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tidemark.collect.connection.Apps;
import io.tidemark.collect.connection.HttpTokenCalls;
import io.tidemark.collect.connection.SignIns;
import io.tidemark.collect.connector.Api;
import io.tidemark.collect.connector.Connector;
import io.tidemark.collect.connector.ConnectorSettings;
import io.tidemark.collect.connector.DirectApi;
import io.tidemark.collect.connector.DirectTokenCalls;
import io.tidemark.collect.connector.Login;
import io.tidemark.collect.connector.Secret;
import io.tidemark.collect.connector.facebook.FacebookConnector;
import io.tidemark.collect.connector.facebook.FacebookLogin;
import io.tidemark.collect.connector.instagram.InstagramConnector;
import io.tidemark.collect.connector.instagram.InstagramLogin;
import io.tidemark.collect.connector.linkedin.LinkedIn;
import io.tidemark.collect.connector.linkedin.LinkedInLogin;
import io.tidemark.collect.connector.mastodon.MastodonConnector;
import io.tidemark.collect.connector.mastodon.MastodonLogin;
import io.tidemark.collect.connector.pinterest.PinterestConnector;
import io.tidemark.collect.connector.pinterest.PinterestLogin;
import io.tidemark.collect.connector.threads.ThreadsConnector;
import io.tidemark.collect.connector.threads.ThreadsLogin;
import io.tidemark.collect.connector.tiktok.TikTokBusiness;
import io.tidemark.collect.connector.tiktok.TikTokBusinessLogin;
import io.tidemark.collect.connector.tiktok.TikTokDisplay;
import io.tidemark.collect.connector.tiktok.TikTokLogin;
import io.tidemark.collect.connector.x.XConnector;
import io.tidemark.collect.connector.x.XLogin;
import io.tidemark.collect.connector.youtube.YouTubeConnector;
import io.tidemark.collect.connector.youtube.YouTubeLogin;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/// The screens of the demonstration's platforms, which a person meets too.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DemoPlatformsTest {
    private static final Instant NOW = Instant.parse("2026-03-10T09:00:00Z");
    private static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);
    private static final Login.Authorization REQUEST = new Login.Authorization(
            "state", new Secret("a-verifier-of-the-proof-key-that-is-long-enough"), Map.of("server", "social.example"));

    private static final Map<String, String> SISTERS =
            Map.of("threads", "902100000000000002", "pinterest", "902100000000000003");

    private final DemoPlatforms platforms = DemoPlatforms.start(NOW, CLOCK, new byte[] {4});
    private final Apps apps = new Apps(platforms.settings());

    @BeforeAll
    void register() {
        platforms.register(Set.of("http://127.0.0.1:8003", "http://localhost:8003"));
    }

    @AfterAll
    void close() {
        platforms.close();
    }

    @Test
    void everyScreenSaysThatItIsSimulated() throws Exception {
        try (HttpClient client = HttpClient.newHttpClient()) {
            for (Login.ByConsent login : logins()) {
                HttpRequest request = HttpRequest.newBuilder(authorization(login, "http://localhost:8003"))
                        .build();
                String page = client.send(request, HttpResponse.BodyHandlers.ofString())
                        .body();

                assertThat(page).as(login.key()).contains("part of Tidemark's demonstration, no real sign-in.");
            }
        }
    }

    @Test
    void whoAgreesIsSentBackWithACode() {
        for (Login.ByConsent login : logins()) {
            String person = switch (login.key()) {
                case "x" -> LivePlatform.X.externalId();
                case "youtube" -> LivePlatform.YOUTUBE.externalId();
                case "tiktok", "tiktok_business" -> LivePlatform.TIKTOK.externalId();
                case "mastodon" -> LivePlatform.MASTODON.externalId();
                default -> LivePlatform.INSTAGRAM.externalId();
            };
            SignIns.Answer answer = platforms.signIn(
                    authorization(login, "http://127.0.0.1:8003"), SISTERS.getOrDefault(login.key(), person));

            assertThat(answer.state()).isEqualTo("state");
            assertThat(answer.code()).as(login.key()).isNotBlank();
        }
    }

    @Test
    void nobodySignsInElsewhere() {
        assertThatThrownBy(() -> platforms.signIn(URI.create("https://x.com/i/oauth2/authorize?client_id=1"), "1"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("x.com");
        Login.ByConsent x = new XLogin(apps.settings("x"), new XConnector(apps.settings("x")));
        assertThatThrownBy(() -> platforms.signIn(authorization(x, "http://somewhere.example"), "1"))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("nothing to agree to");
    }

    @Test
    void everyAddressIsOnThisMachine() {
        for (Login.ByConsent login : logins()) {
            Map<String, String> settings =
                    new HashMap<>(apps.settings(login.key()).values());
            settings.keySet().removeIf(name -> name.endsWith("-hint"));
            assertThat(settings)
                    .isNotEmpty()
                    .allSatisfy((name, value) ->
                            assertThat(value.replaceFirst(".*=", "")).startsWith("http://127.0.0.1:"));
        }
    }

    @Test
    void onThreadsAndPinterestTheSisterWaitsToBeConnected() {
        for (Login.ByConsent login : List.of(threads(), pinterest())) {
            Login.App app = apps.find(login.key(), "http://localhost:8003").orElseThrow();
            SignIns.Answer answer =
                    platforms.signIn(login.authorization(app, REQUEST), SISTERS.getOrDefault(login.key(), ""));
            Connector connector = login.connectors().getFirst();
            Login.Grant grant = login.redeem(
                    new DirectTokenCalls(connector, CLOCK), app, REQUEST, Objects.requireNonNull(answer.code()));
            Api api = new DirectApi(connector, connector.base(), grant.token().value(), CLOCK);

            assertThat(connector.accounts(api, null).items()).singleElement().satisfies(found -> {
                assertThat(found.key().name()).isEqualTo("Harbour Coffee Roastery (demonstration)");
                assertThat(connector
                                .posts(
                                        api,
                                        found.account(),
                                        connector.listings().getFirst(),
                                        null,
                                        null)
                                .items())
                        .isNotEmpty();
            });
        }
    }

    private Login.ByConsent threads() {
        ConnectorSettings settings = apps.settings("threads");
        return new ThreadsLogin(settings, new ThreadsConnector(settings, CLOCK));
    }

    private Login.ByConsent pinterest() {
        ConnectorSettings settings = apps.settings("pinterest");
        return new PinterestLogin(settings, new PinterestConnector(settings, CLOCK));
    }

    private URI authorization(Login.ByConsent login, String origin) {
        return login.authorization(app(login, origin), REQUEST);
    }

    private Login.App app(Login.ByConsent login, String origin) {
        URI redirect = apps.redirect(login.key(), origin);
        return login instanceof Login.ByNamedServer server
                ? server.register(new HttpTokenCalls(CLOCK), REQUEST.told(), redirect)
                        .app()
                : apps.find(login.key(), origin).orElseThrow();
    }

    private List<Login.ByConsent> logins() {
        ConnectorSettings linkedIn = apps.settings("linkedin");
        ConnectorSettings x = apps.settings("x");
        ConnectorSettings facebook = apps.settings("facebook");
        ConnectorSettings instagram = apps.settings("instagram_login");
        ConnectorSettings youTube = apps.settings("youtube");
        ConnectorSettings tikTok = apps.settings("tiktok");
        ConnectorSettings tikTokBusiness = apps.settings("tiktok_business");
        ConnectorSettings mastodon = apps.settings("mastodon");
        return List.of(
                new LinkedInLogin(linkedIn, new LinkedIn(linkedIn, CLOCK)),
                new XLogin(x, new XConnector(x)),
                new FacebookLogin(
                        facebook,
                        new FacebookConnector(facebook, CLOCK),
                        InstagramConnector.throughFacebook(facebook, CLOCK)),
                new InstagramLogin(instagram, InstagramConnector.direct(instagram, CLOCK)),
                new YouTubeLogin(youTube, new YouTubeConnector(youTube, CLOCK)),
                new TikTokLogin(tikTok, new TikTokDisplay(tikTok, CLOCK)),
                new TikTokBusinessLogin(tikTokBusiness, new TikTokBusiness(tikTokBusiness, "demonstration", CLOCK)),
                threads(),
                pinterest(),
                new MastodonLogin(mastodon, new MastodonConnector(mastodon, CLOCK), CLOCK));
    }
}
