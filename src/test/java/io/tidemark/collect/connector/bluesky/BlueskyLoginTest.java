package io.tidemark.collect.connector.bluesky;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tidemark.collect.connector.ApiRequest;
import io.tidemark.collect.connector.CallFailed;
import io.tidemark.collect.connector.ConnectorSettings;
import io.tidemark.collect.connector.Fault;
import io.tidemark.collect.connector.FoundAccount;
import io.tidemark.collect.connector.Login;
import io.tidemark.collect.connector.PossessionKey;
import io.tidemark.collect.connector.Secret;
import io.tidemark.collect.simulator.bluesky.BlueskySimulator;
import io.tidemark.ledger.Alias;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Both ways in, against the simulator.
class BlueskyLoginTest {
    private static final String DID = BlueskyScene.DID;
    private static final URI HOME = URI.create(BlueskyScene.HOME);

    private BlueskyScene scene = new BlueskyScene();

    @AfterEach
    void close() {
        scene.close();
    }

    private void refused(String field, String why, ThrowingCallable asked) {
        assertThatThrownBy(asked)
                .isInstanceOfSatisfying(
                        Login.NotTaken.class,
                        refused -> assertThat(refused.field()).isEqualTo(field))
                .hasMessageContaining(why)
                .hasMessageNotContaining(BlueskySimulator.ACCOUNT_PASSWORD);
    }

    private void fails(Class<? extends Fault> fault, String why, ThrowingCallable asked) {
        assertThatThrownBy(asked)
                .isInstanceOfSatisfying(
                        CallFailed.class, failed -> assertThat(failed.fault()).isInstanceOf(fault))
                .hasMessageContaining(why);
    }

    @Test
    void anAppPasswordBeginsASessionAtTheAccountsOwnServer() {
        Login.Grant grant = scene.signIn();

        assertThat(grant.place()).isEqualTo(new Login.Place(HOME, DID));
        assertThat(grant.issuedAt()).isEqualTo(BlueskyScene.NOW);
        assertThat(grant.expiresAt()).isEqualTo(BlueskyScene.NOW.plus(Duration.ofHours(2)));
        assertThat(grant.renewalExpiresAt()).isEqualTo(BlueskyScene.NOW.plus(Duration.ofDays(90)));
        assertThat(grant.toString()).doesNotContain(grant.token().value());
        FoundAccount found =
                scene.connector.accounts(scene.api(grant), null).items().getFirst();
        assertThat(found.account().externalId()).isEqualTo(DID);
        assertThat(found.key().name()).isEqualTo("Acme & Sons");
        assertThat(found.key().aliases())
                .containsExactly(new Alias("bluesky:did", DID), new Alias("bluesky:handle", "acme.example"));
        assertThat(found.obstacle()).isNull();
    }

    @Test
    void eachRenewalBringsATokenForTheNextAndUsesItsOwnUp() {
        Login.Grant first = scene.signIn();
        scene.clock.advance(Duration.ofHours(1));

        Login.Grant second = Objects.requireNonNull(scene.login.renew(scene.calls, first));

        assertThat(second.place()).isEqualTo(first.place());
        assertThat(second.token()).isNotEqualTo(first.token());
        assertThat(second.expiresAt()).isEqualTo(scene.clock.instant().plus(Duration.ofHours(2)));
        assertThat(second.renewalExpiresAt()).isEqualTo(scene.clock.instant().plus(Duration.ofDays(90)));
        fails(Fault.SignInGone.class, "Token has been revoked", () -> scene.login.renew(scene.calls, first));
        assertThat(scene.login.renew(scene.calls, second)).isNotNull();
        assertThat(scene.simulator.counts()).containsEntry("POST com.atproto.server.createSession", 1);
    }

    @Test
    void aTokenThatHasEndedSaysSo() {
        Login.Grant grant = scene.signIn();
        scene.clock.advance(Duration.ofHours(3));

        fails(Fault.TokenExpired.class, "Token has expired", () -> scene.connector.accounts(scene.api(grant), null));
    }

    @Test
    void anAppPasswordThatIsDeletedEndsTheSignIn() {
        Login.Grant grant = scene.signIn();
        scene.simulator.revoke(DID);

        fails(Fault.SignInGone.class, "Token has been revoked", () -> scene.login.renew(scene.calls, grant));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "acme.example",
                " @Acme.Example ",
                "\u202aacme.example\u202c",
                "https://bsky.app/profile/acme.example",
                "https://bsky.app/profile/acme.example/post/3kxyz?x=1",
                "at://did:plc:acme22222222222222222222",
                DID
            })
    void accountsAreNamedAsPeopleWriteThem(String written) {
        assertThat(scene.signIn(written, BlueskySimulator.APP_PASSWORD, "bsky.social")
                        .place())
                .isEqualTo(new Login.Place(HOME, DID));
        assertThat(scene.name(written).place()).isEqualTo(new Login.Place(scene.simulator.open(), DID));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"acme", "acme@example.com", "acme..example", "-acme.example", "did:plc", "acme.example/x", "@"})
    void whatIsNoHandleIsRefusedBeforeAnythingIsSent(String written) {
        refused("handle", "is no handle of Bluesky", () -> scene.signIn(written, "secret-secret", "bsky.social"));
        refused("handle", "is no handle of Bluesky", () -> scene.name(written));
        assertThat(scene.simulator.counts()).isEmpty();
    }

    @Test
    void aWrongPasswordIsRefusedWithoutRepeatingIt() {
        fails(
                Fault.SignInGone.class,
                "Invalid identifier or password",
                () -> scene.signIn("acme.example", "wrong-wrong-wrong-wrong", "bsky.social"));
    }

    @Test
    void thePasswordOfTheAccountItselfIsNotWanted() {
        refused(
                "app_password",
                "make an app password",
                () -> scene.signIn("acme.example", BlueskySimulator.ACCOUNT_PASSWORD, "bsky.social"));
    }

    @Test
    void aDeactivatedAccountIsNotConnected() {
        scene.acme.hide(true);

        fails(Fault.SignInGone.class, "not active", scene::signIn);
    }

    @Test
    void tooManySignInsAreToldAsSuch() {
        for (int i = 0; i < 30; i++) {
            assertThat(scene.signIn()).isNotNull();
        }

        fails(Fault.RateLimited.class, "Rate Limit Exceeded", scene::signIn);
    }

    @ParameterizedTest
    @CsvSource({
        "http://127.0.0.1:2583, is no address of a server",
        "localhost, is no address of a server",
        "https://169.254.169.254, is no address of a server",
        "https://bsky.social/admin, is no address of a server"
    })
    void aServerOfOurOwnNetworkIsNotCalled(String server, String why) {
        BlueskyLogin outside = new BlueskyLogin(ConnectorSettings.DEFAULT, scene.connector);

        refused(
                "server",
                why,
                () -> outside.enter(
                        scene.calls, Map.of("handle", "acme.example", "app_password", "secret", "server", server)));
    }

    @Test
    void aNameThatLeadsIntoOurOwnNetworkIsNotCalledEither() {
        BlueskyConnector outside = new BlueskyConnector(ConnectorSettings.DEFAULT, scene.clock);

        fails(
                Fault.Misconfigured.class,
                "not one that may be called",
                () -> outside.base(new Login.Place(URI.create("https://localhost"), DID)));
        fails(
                Fault.Misconfigured.class,
                "not one that may be called",
                () -> outside.base(new Login.Place(URI.create("http://bsky.social"), DID)));
        assertThat(outside.base(new Login.Place(URI.create("https://public.api.bsky.app"), DID)))
                .hasToString("https://public.api.bsky.app");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"http://169.254.169.254", "http://127.0.0.1:22", "https://elsewhere.example", "file:///etc"})
    void anAccountCannotLeadUsElsewhereByWhatItSaysOfItself(String home) {
        scene.simulator.moveHome(URI.create(home));

        fails(Fault.NotPermitted.class, "own server is not called", scene::signIn);
    }

    @Test
    void oneWithoutASignInHasNoTokenAndNoEnd() {
        Login.Grant grant = scene.name("acme.example");

        assertThat(grant.token()).isEqualTo(Secret.NONE);
        assertThat(grant.expiresAt()).isNull();
        assertThat(scene.open.renew(scene.calls, grant)).isNull();
        assertThat(scene.account(grant)).isEqualTo(scene.account(scene.signIn()));
    }

    @Test
    void aNameThatNobodyHasIsRefused() {
        refused("handle", "knows nobody called nobody.example", () -> scene.name("nobody.example"));
    }

    @Test
    void whoDoesNotWantToBeShownToStrangersIsNotReadWithoutASignIn() {
        scene.simulator.refuseStrangers(DID);

        assertThat(scene.connector
                        .accounts(scene.api(scene.name("acme.example")), null)
                        .items()
                        .getFirst()
                        .obstacle())
                .asString()
                .contains("connect it with an app password");
        assertThat(scene.connector
                        .accounts(scene.api(scene.signIn()), null)
                        .items()
                        .getFirst()
                        .obstacle())
                .isNull();
    }

    /// Answers every sign-in and renewal with the same.
    private record Always(String json) implements Login.TokenCalls {
        @Override
        public JsonNode post(URI address, Map<String, String> form, Login.@Nullable App basic) {
            throw new AssertionError("Bluesky takes JSON");
        }

        @Override
        public JsonNode postJson(URI address, Map<String, String> fields) {
            return JsonMapper.shared().readTree(json);
        }

        @Override
        public JsonNode get(URI address) {
            throw new AssertionError("nothing is got");
        }

        @Override
        public JsonNode prove(URI address, URI known, Map<String, String> form, PossessionKey key) {
            throw new AssertionError("no proof is asked for");
        }

        @Override
        public JsonNode send(URI base, ApiRequest request, Secret token) {
            return JsonMapper.shared().readTree(json);
        }

        @Override
        public Instant now() {
            return BlueskyScene.NOW;
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"opaque", "a.b.c", "a.eyJleHAiOiJzb29uIn0.c", "a.e30.c"})
    void tokensThatDoNotSayWhenTheyEndAreUsedUntilTheyAreRefused(String token) {
        Login.Grant grant =
                enter("{\"did\":\"did:plc:x\",\"handle\":\"x.example\",\"accessJwt\":\"%1$s\",\"refreshJwt\":\"%1$s\"}"
                        .formatted(token));

        assertThat(grant.expiresAt()).isNull();
        assertThat(grant.renewalExpiresAt()).isNull();
        assertThat(grant.place()).isEqualTo(new Login.Place(URI.create("https://bsky.social"), "did:plc:x"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"did\":\"did:plc:x\"}",
                "{\"did\":\"x\",\"accessJwt\":\"a\",\"refreshJwt\":\"b\"}",
                "{\"did\":\"did:plc:x\",\"accessJwt\":\"a\"}"
            })
    void anAnswerThatIsNoSessionMakesNoSense(String answer) {
        fails(Fault.Unreadable.class, "Bluesky", () -> enter(answer));
    }

    @Test
    void aRenewalOfAnotherAccountIsNotTaken() {
        Login.Grant grant = scene.signIn();
        Login.TokenCalls other = new Always("{\"did\":\"did:plc:x\",\"accessJwt\":\"a\",\"refreshJwt\":\"b\"}");

        fails(Fault.Unreadable.class, "another account", () -> scene.login.renew(other, grant));
    }

    private Login.Grant enter(String answer) {
        return scene.login.enter(
                new Always(answer),
                Map.of("handle", "x.example", "app_password", "secret", "server", "https://bsky.social"));
    }
}
