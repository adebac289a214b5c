package io.tidemark.collect.connector.graph;

import static io.tidemark.collect.connector.graph.MetaScene.fault;
import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.collect.connector.ApiRequest;
import io.tidemark.collect.connector.Browser;
import io.tidemark.collect.connector.Connector;
import io.tidemark.collect.connector.DirectTokenCalls;
import io.tidemark.collect.connector.Fault;
import io.tidemark.collect.connector.Login;
import io.tidemark.collect.connector.Login.App;
import io.tidemark.collect.connector.Login.Authorization;
import io.tidemark.collect.connector.Login.Grant;
import io.tidemark.collect.connector.PossessionKey;
import io.tidemark.collect.connector.Secret;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Both sign-ins, from the dialog to the accounts that they open.
class MetaLoginTest {
    private static final App FACEBOOK =
            new App("4711", new Secret("secret-f"), URI.create("https://stats.example/oauth/facebook/callback"));
    private static final App INSTAGRAM =
            new App("4712", new Secret("secret-i"), URI.create("https://stats.example/oauth/instagram_login/callback"));
    private static final Authorization REQUEST = new Authorization("state-1", null);

    private final MetaScene scene = new MetaScene();
    private final Browser browser = new Browser();

    @BeforeEach
    void register() {
        scene.simulator.registerFacebook("4711", "secret-f", FACEBOOK.redirect().toString());
        scene.simulator.registerInstagram(
                "4712", "secret-i", INSTAGRAM.redirect().toString());
    }

    @AfterEach
    void close() {
        scene.close();
        browser.close();
    }

    private DirectTokenCalls calls(Connector connector) {
        return new DirectTokenCalls(connector, scene.clock);
    }

    private Map<String, String> answer(URI dialog, String decision, Set<String> declined) {
        return browser.answer(
                dialog,
                scene.account.externalId(),
                decision,
                declined.stream().map(scope -> "grant." + scope).collect(Collectors.toSet()));
    }

    private String code(Login.ByConsent login, App app) {
        Map<String, String> back = answer(login.authorization(app, REQUEST), "allow", Set.of());
        assertThat(back).containsEntry("state", "state-1");
        return back.getOrDefault("code", "none");
    }

    private Grant facebook(String code) {
        return scene.facebookLogin.redeem(calls(scene.facebook), FACEBOOK, REQUEST, code);
    }

    private Grant instagram(String code) {
        return scene.instagramLogin.redeem(calls(scene.direct), INSTAGRAM, REQUEST, code);
    }

    @Test
    void facebooksSignInOpensPagesAndTheInstagramAccountsBehindThem() {
        Grant grant = facebook(code(scene.facebookLogin, FACEBOOK));
        assertThat(grant.expiresAt()).isEqualTo(MetaScene.NOW.plus(Duration.ofDays(60)));
        assertThat(grant.scopes()).containsExactlyInAnyOrderElementsOf(scene.facebookLogin.scopes());
        assertThat(grant.renewal()).isNull();
        String token = grant.token().value();
        for (Connector connector : scene.facebookLogin.connectors()) {
            assertThat(connector.accounts(scene.api(connector, token), null).items())
                    .singleElement()
                    .satisfies(found -> {
                        assertThat(found.token()).isNotNull().isNotEqualTo(grant.token());
                        assertThat(found.obstacle()).isNull();
                        assertThat(connector
                                        .readAccount(scene.api(connector, "none"), found.account())
                                        .key()
                                        .aliases())
                                .isEqualTo(found.key().aliases());
                    });
        }
        assertThat(scene.facebookLogin.renew(calls(scene.facebook), FACEBOOK, grant))
                .isNull();
    }

    @Test
    void aScopeThatWasDeclinedIsNotGranted() {
        URI dialog = scene.facebookLogin.authorization(FACEBOOK, REQUEST);
        Map<String, String> back = answer(dialog, "allow", Set.of("read_insights"));
        assertThat(facebook(back.getOrDefault("code", "none")).scopes())
                .contains("pages_show_list")
                .doesNotContain("read_insights");
    }

    @Test
    void whoeverCancelsComesBackWithoutACode() {
        assertThat(answer(scene.facebookLogin.authorization(FACEBOOK, REQUEST), "deny", Set.of()))
                .containsEntry("error", "access_denied")
                .doesNotContainKey("code");
    }

    @Test
    void aDialogForAnotherAppOrAnotherAddressShowsNoForm() {
        App stranger = new App("1", FACEBOOK.clientSecret(), FACEBOOK.redirect());
        App elsewhere = new App("4711", FACEBOOK.clientSecret(), URI.create("https://evil.example/"));
        for (App app : Set.of(stranger, elsewhere)) {
            URI dialog = scene.facebookLogin.authorization(app, REQUEST);
            assertThat(browser.page(dialog)).doesNotContain("<form");
        }
    }

    @Test
    void aCodeIsGoodOnceAndForHalfAMinute() {
        String code = code(scene.facebookLogin, FACEBOOK);
        facebook(code);
        assertThat(fault(() -> facebook(code))).isInstanceOf(Fault.SignInGone.class);
        String late = code(scene.facebookLogin, FACEBOOK);
        scene.clock.advance(Duration.ofMinutes(1));
        assertThat(fault(() -> facebook(late))).isInstanceOf(Fault.SignInGone.class);
    }

    @Test
    void aWrongSecretIsForWhoeverRunsTheServer() {
        String code = code(scene.facebookLogin, FACEBOOK);
        App wrong = new App("4711", new Secret("wrong"), FACEBOOK.redirect());
        assertThat(fault(() -> scene.facebookLogin.redeem(calls(scene.facebook), wrong, REQUEST, code)))
                .isInstanceOf(Fault.Misconfigured.class);
        App elsewhere = new App("4711", FACEBOOK.clientSecret(), URI.create("https://other.example/"));
        assertThat(fault(() -> scene.facebookLogin.redeem(calls(scene.facebook), elsewhere, REQUEST, code)))
                .isInstanceOf(Fault.Misconfigured.class);
        App strangers = new App("4712", new Secret("wrong"), INSTAGRAM.redirect());
        String other = code(scene.instagramLogin, INSTAGRAM);
        assertThat(fault(() -> scene.instagramLogin.redeem(calls(scene.direct), strangers, REQUEST, other)))
                .isInstanceOf(Fault.Misconfigured.class);
    }

    @Test
    void instagramsSignInOpensTheAccountAndAppendsSomethingToCodes() {
        Grant grant = instagram(code(scene.instagramLogin, INSTAGRAM) + "#_");
        assertThat(grant.expiresAt()).isEqualTo(MetaScene.NOW.plus(Duration.ofDays(60)));
        assertThat(grant.scopes()).containsExactlyInAnyOrderElementsOf(scene.instagramLogin.scopes());
        assertThat(scene.direct
                        .accounts(scene.api(scene.direct, grant.token().value()), null)
                        .items())
                .singleElement()
                .satisfies(found -> assertThat(found.account().externalId()).isEqualTo("17841400000000001"));
    }

    @Test
    void instagramsTokenIsRenewedOnceItIsADayOldAndAsLongAsItLives() {
        Grant grant = instagram(code(scene.instagramLogin, INSTAGRAM));
        DirectTokenCalls calls = calls(scene.direct);
        assertThat(scene.instagramLogin.renew(calls, INSTAGRAM, grant))
                .as("too young, so it stays")
                .isEqualTo(grant);
        scene.clock.advance(Duration.ofDays(50));
        Grant renewed = scene.instagramLogin.renew(calls, INSTAGRAM, grant);
        assertThat(renewed).isNotNull().satisfies(good -> {
            assertThat(good.token()).isNotEqualTo(grant.token());
            assertThat(good.expiresAt()).isEqualTo(MetaScene.NOW.plus(Duration.ofDays(110)));
            assertThat(good.scopes()).isEqualTo(grant.scopes());
        });
        scene.clock.advance(Duration.ofDays(11));
        assertThat(fault(() -> scene.instagramLogin.renew(calls, INSTAGRAM, grant)))
                .isInstanceOf(Fault.TokenExpired.class);
    }

    @Test
    void aWrappedAnswerOfInstagramIsReadToo() {
        Login.TokenCalls wrapped = new Login.TokenCalls() {
            @Override
            public JsonNode post(URI address, Map<String, String> form, @Nullable App basic) {
                assertThat(form).containsEntry("code", "c").containsEntry("grant_type", "authorization_code");
                return JsonMapper.shared()
                        .readTree(
                                "{\"data\":[{\"access_token\":\"short\",\"user_id\":\"1\",\"permissions\":\"a,b\"}]}");
            }

            @Override
            public JsonNode postJson(URI address, Map<String, String> fields) {
                throw new AssertionError("Meta takes forms");
            }

            @Override
            public JsonNode prove(URI address, URI known, Map<String, String> form, PossessionKey key) {
                throw new AssertionError("Meta takes no proofs");
            }

            @Override
            public JsonNode send(URI base, ApiRequest request, Secret token) {
                throw new AssertionError("Meta takes tokens in addresses");
            }

            @Override
            public JsonNode get(URI address) {
                assertThat(address.getQuery()).contains("access_token=short");
                return JsonMapper.shared().readTree("{\"access_token\":\"long\"}");
            }

            @Override
            public Instant now() {
                return MetaScene.NOW;
            }
        };
        Grant grant = scene.instagramLogin.redeem(wrapped, INSTAGRAM, REQUEST, "c#_");
        assertThat(grant).isEqualTo(new Grant(new Secret("long"), null, MetaScene.NOW, null, null, Set.of("a", "b")));
    }
}
