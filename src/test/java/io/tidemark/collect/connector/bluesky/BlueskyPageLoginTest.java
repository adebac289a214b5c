package io.tidemark.collect.connector.bluesky;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tidemark.collect.connector.ApiRequest;
import io.tidemark.collect.connector.CallFailed;
import io.tidemark.collect.connector.ConnectorSettings;
import io.tidemark.collect.connector.Credential;
import io.tidemark.collect.connector.DirectApi;
import io.tidemark.collect.connector.Fault;
import io.tidemark.collect.connector.JsonHttp;
import io.tidemark.collect.connector.Login;
import io.tidemark.collect.connector.PossessionKey;
import io.tidemark.collect.connector.Saying;
import io.tidemark.collect.connector.Secret;
import io.tidemark.collect.simulator.AccountPlan;
import io.tidemark.collect.simulator.bluesky.BlueskySimulator;
import java.net.URI;
import java.net.http.HttpRequest;
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

/// Signing in on the page of the server, against the simulator.
class BlueskyPageLoginTest {
    private static final String DID = BlueskyScene.DID;
    private static final URI HOME = URI.create(BlueskyScene.HOME);
    private static final URI ISSUER = URI.create(BlueskyScene.ISSUER);
    private static final ApiRequest PROFILE =
            ApiRequest.get(BlueskyCalls.PROFILE, "/xrpc/app.bsky.actor.getProfile?actor=" + DID);

    private final BlueskyScene scene = new BlueskyScene();

    @AfterEach
    void close() {
        scene.close();
    }

    private PageVisit visit() {
        return PageVisit.prepared(scene.page, scene.calls, "@acme.example");
    }

    private Login.Grant signIn() {
        PageVisit visit = visit();
        return visit.redeem(visit.code(DID));
    }

    private static void fails(Class<? extends Fault> fault, String why, ThrowingCallable asked) {
        assertThatThrownBy(asked)
                .isInstanceOfSatisfying(
                        CallFailed.class, failed -> assertThat(failed.fault()).isInstanceOf(fault))
                .hasMessageContaining(why);
    }

    private static void refused(String why, ThrowingCallable asked) {
        assertThatThrownBy(asked)
                .isInstanceOfSatisfying(
                        Login.NotTaken.class,
                        refused -> assertThat(refused.field()).isEqualTo("handle"))
                .hasMessageContaining(why);
    }

    @Test
    void aNameLeadsToThePageAndAgreeingToTokensThatAreBoundToAKey() {
        PageVisit visit = visit();
        URI away = visit.away();
        Map<String, String> answer = PageVisit.answer(away, DID, "allow");
        Login.Grant grant = visit.redeem(String.valueOf(answer.get("code")));

        assertThat(away.toString())
                .startsWith(scene.simulator.address() + "/oauth/authorize?client_id=http%3A%2F%2Flocalhost%3F")
                .contains("&request_uri=urn%3Aietf")
                .doesNotContain("state", "acme");
        assertThat(answer)
                .containsEntry("iss", BlueskyScene.ISSUER)
                .containsEntry("state", visit.request().state());
        assertThat(grant.place()).isEqualTo(new Login.Place(HOME, DID));
        assertThat(grant.expiresAt()).isEqualTo(BlueskyScene.NOW.plus(Duration.ofHours(1)));
        assertThat(grant.renewalExpiresAt()).isEqualTo(BlueskyScene.NOW.plus(Duration.ofDays(14)));
        assertThat(grant.scopes()).hasSize(2).contains("atproto").noneMatch(scope -> scope.contains("generic"));
        Login.Binding binding = Objects.requireNonNull(grant.binding());
        assertThat(binding.issuer()).isEqualTo(ISSUER);
        assertThat(binding.clientId()).isEqualTo(visit.client().clientId());
        assertThat(scene.account(grant)).isEqualTo(scene.account(scene.signIn()));
        assertThat(grant.toString() + visit.request())
                .doesNotContain(grant.token().value(), binding.key().jwk().value());
    }

    @Test
    void theThreeThingsThatAreReadAreAllThatIsGranted() {
        Login.Grant grant = signIn();
        ApiRequest other = ApiRequest.get("GET other", "/xrpc/app.bsky.notification.listNotifications");

        assertThat(scene.connector
                        .posts(
                                scene.api(grant),
                                scene.account(grant),
                                scene.connector.listings().getFirst(),
                                null,
                                null)
                        .items())
                .isNotEmpty();
        fails(
                Fault.NotPermitted.class,
                "ScopeMissingError",
                () -> scene.api(grant).call(other));
    }

    @Test
    void eachRenewalUsesItsTokenUpAndASecondUseEndsTheSignIn() {
        Login.Grant first = signIn();
        scene.clock.advance(Duration.ofMinutes(50));

        Login.Grant second = Objects.requireNonNull(scene.page.renew(scene.calls, first));

        assertThat(second.token()).isNotEqualTo(first.token());
        assertThat(second.place()).isEqualTo(first.place());
        assertThat(second.binding()).isEqualTo(first.binding());
        assertThat(second.expiresAt()).isEqualTo(scene.clock.instant().plus(Duration.ofHours(1)));
        assertThat(second.renewalExpiresAt()).isEqualTo(first.renewalExpiresAt());
        fails(Fault.SignInGone.class, "Refresh token replayed", () -> scene.page.renew(scene.calls, first));
        fails(Fault.TokenExpired.class, "Invalid token", () -> scene.account(second));
        fails(Fault.SignInGone.class, "Refresh token replayed", () -> scene.page.renew(scene.calls, second));
    }

    @Test
    void whatIsTakenBackOnBlueskyEndsTheSignIn() {
        Login.Grant grant = signIn();
        scene.simulator.revoke(DID);

        fails(Fault.TokenExpired.class, "Invalid token", () -> scene.account(grant));
        fails(
                Fault.SignInGone.class,
                "Invalid refresh token",
                () -> scene.page.renew(scene.calls, withRenewal(grant, "made-up")));
        fails(Fault.SignInGone.class, "Refresh token replayed", () -> scene.page.renew(scene.calls, grant));
    }

    @Test
    void aTokenThatHasEndedSaysSo() {
        Login.Grant grant = signIn();
        scene.clock.advance(Duration.ofMinutes(61));

        fails(Fault.TokenExpired.class, "invalid_token", () -> scene.account(grant));
    }

    @Test
    void nothingIsDoneWithATokenAndAnotherKey() {
        Login.Grant grant = signIn();
        Login.Binding own = Objects.requireNonNull(grant.binding());
        Login.Grant stolen = new Login.Grant(
                grant.token(),
                grant.renewal(),
                grant.issuedAt(),
                grant.expiresAt(),
                grant.renewalExpiresAt(),
                grant.scopes(),
                grant.place(),
                new Login.Binding(PossessionKey.generate(), own.clientId(), own.issuer()));
        Login.Grant plain = new Login.Grant(
                grant.token(), null, grant.issuedAt(), grant.expiresAt(), null, grant.scopes(), grant.place());

        fails(Fault.TokenExpired.class, "Invalid DPoP key binding", () -> scene.account(stolen));
        fails(Fault.SignInGone.class, "Session expired", () -> scene.page.renew(scene.calls, stolen));
        fails(Fault.TokenExpired.class, "could not be verified", () -> scene.account(plain));
    }

    @Test
    void aProofIsGoodOnceAndOfItsCallAlone() {
        Credential.Bound bound = (Credential.Bound) signIn().credential();
        JsonHttp http = JsonHttp.prompt();
        assertThat(status(http, bound, PROFILE)).isEqualTo(200);
        URI known = PROFILE.address(HOME);
        String nonce = "dpop-nonce-" + scene.clock.instant().getEpochSecond() / 180;
        String proof = bound.key().proof("GET", known, bound.token(), nonce, Instant.now());

        assertThat(sent(http, bound, proof)).isEqualTo("");
        assertThat(sent(http, bound, proof)).contains("replayed");
        for (String wrong : new String[] {
            bound.key().proof("POST", known, bound.token(), nonce, Instant.now()),
            bound.key().proof("GET", URI.create(HOME + "/xrpc/other"), bound.token(), nonce, Instant.now()),
            bound.key().proof("GET", known, new Secret("another"), nonce, Instant.now()),
            bound.key().proof("GET", known, null, nonce, Instant.now()),
            bound.key().proof("GET", known, bound.token(), nonce, Instant.now().minusSeconds(600))
        }) {
            assertThat(sent(http, bound, wrong)).contains("does not match the request");
        }
        assertThat(sent(http, bound, bound.key().proof("GET", known, bound.token(), null, Instant.now())))
                .contains("requires nonce");
    }

    /// Twice where nothing is known yet, once while it holds, twice when it has changed.
    @Test
    void whatIsToStandInProofsIsLearnedAndKept() {
        Credential bound = signIn().credential();
        JsonHttp http = JsonHttp.prompt();
        int before = calls();
        assertThat(status(http, bound, PROFILE)).isEqualTo(200);
        assertThat(calls() - before).isEqualTo(2);
        assertThat(status(http, bound, PROFILE)).isEqualTo(200);
        assertThat(calls() - before).isEqualTo(3);
        scene.clock.advance(Duration.ofMinutes(10));
        assertThat(status(http, bound, PROFILE)).isEqualTo(200);
        assertThat(calls() - before).isEqualTo(5);
        scene.clock.advance(Duration.ofMinutes(3));
        assertThat(status(http, bound, PROFILE))
                .as("the one before is taken for a while")
                .isEqualTo(200);
        assertThat(calls() - before).isEqualTo(6);
    }

    private int calls() {
        return scene.simulator.counts().getOrDefault("GET app.bsky.actor.getProfile", 0);
    }

    private int status(JsonHttp http, Credential credential, ApiRequest request) {
        return http.send(request, scene.simulator.address(), credential)
                .response()
                .status();
    }

    /// What is said against a call with the proof.
    private String sent(JsonHttp http, Credential.Bound bound, String proof) {
        JsonNode body = http.send(
                        "GET",
                        HttpRequest.newBuilder(PROFILE.address(scene.simulator.address()))
                                .header("Authorization", "DPoP " + bound.token().value())
                                .header("DPoP", proof))
                .response()
                .body();
        return Objects.requireNonNull(body).path("message").asString("");
    }

    @Test
    void aRequestThatWasLeftTooLongIsNone() {
        PageVisit visit = visit();
        URI away = visit.away();
        scene.clock.advance(Duration.ofMinutes(6));

        assertThatThrownBy(() -> PageVisit.answer(away, DID, "allow")).hasMessageContaining("This request has expired");
    }

    @Test
    void whoDoesNotAgreeGrantsNothing() {
        assertThat(PageVisit.answer(visit().away(), DID, "deny"))
                .containsEntry("error", "access_denied")
                .containsEntry("iss", BlueskyScene.ISSUER)
                .doesNotContainKey("code");
    }

    @Test
    void aCodeIsGoodOnce() {
        PageVisit visit = visit();
        String code = visit.code(DID);

        assertThat(visit.redeem(code)).isNotNull();
        fails(Fault.SignInGone.class, "Invalid code", () -> visit.redeem(code));
        fails(Fault.SignInGone.class, "Invalid code", () -> visit.redeem("made-up"));
    }

    @Test
    void somebodyElseThanWasNamedIsNotTaken() {
        String other = "did:plc:other2222222222222222222";
        scene.world.add(
                new AccountPlan(other, "other.example", "Other", 1, Duration.ofDays(9), 10, BlueskySimulator.kinds()));
        PageVisit visit = visit();
        String code = visit.code(other);

        refused("Somebody else signed in than acme.example", () -> visit.redeem(code));
    }

    @Test
    void aNameThatTheAccountDoesNotGoByIsNotTaken() {
        refused(
                "does not go by that name",
                () -> PageVisit.prepared(
                        scene.page,
                        altered("/" + DID, "[\"at://acme.example\"]", "[\"at://somebody.example\"]"),
                        "acme.example"));
    }

    @ParameterizedTest
    @CsvSource({
        "nobody.example, knows nobody called nobody.example",
        "did:plc:nobody222222222222222222, There is no account did:plc:nobody",
        "did:key:z6Mk, begin with did:plc or did:web",
        "did:web:localhost, is not one of the servers",
        "acme, is no handle of Bluesky"
    })
    void whoCannotBeIsSaidOfTheField(String typed, String why) {
        refused(why, () -> PageVisit.prepared(scene.page, scene.calls, typed));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"http://169.254.169.254", "http://127.0.0.1:22", "https://elsewhere.example", "file:///etc"})
    void anAccountCannotLeadUsElsewhereByWhatItSaysOfItself(String home) {
        scene.simulator.moveHome(URI.create(home));

        fails(Fault.NotPermitted.class, "own server is not called", this::visit);
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://127.0.0.1:22", "https://elsewhere.example", "https://bsky.social/path", "nothing"})
    void aServerCannotLeadUsElsewhereByWhomItNames(String issuer) {
        fails(
                Fault.Misconfigured.class,
                "",
                () -> PageVisit.prepared(
                        scene.page,
                        altered("/.well-known/oauth-protected-resource", BlueskyScene.ISSUER, issuer),
                        "acme.example"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"issuer\":\"https://bsky.social\" | \"issuer\":\"https://bsky.social.example\"",
                "S256 | plain",
                "ES256 | RS256",
                "\"none\" | \"client_secret_basic\"",
                "\"atproto\" | \"openid\"",
                "\"authorization_response_iss_parameter_supported\":true | \"other\":true",
                "\"client_id_metadata_document_supported\":true | \"other\":true",
                "https://bsky.social/oauth/token | http://127.0.0.1:22/oauth/token",
                "https://bsky.social/oauth/par | https://bsky.social/oauth/par?a=b",
                "https://bsky.social/oauth/authorize | javascript:alert(1)"
            })
    void aServerThatIsNotAsAtprotoWantsItIsNotUsed(String what, String instead) {
        fails(
                Fault.Misconfigured.class,
                "",
                () -> PageVisit.prepared(
                        scene.page, altered("/.well-known/oauth-authorization-server", what, instead), "acme.example"));
    }

    @Test
    void aServerWithoutSuchAPageIsToldOf() {
        Login.TokenCalls old = new Altered("/.well-known/oauth-protected-resource", null, "");

        refused(
                "morel.us-east.host.bsky.network, where the account is at home, signs nobody in",
                () -> PageVisit.prepared(scene.page, old, "acme.example"));
    }

    @ParameterizedTest
    @CsvSource({"DPoP, Bearer", "atproto, openid"})
    void tokensOfAnotherKindAreNotTaken(String what, String instead) {
        PageVisit visit = visit();
        String code = visit.code(DID);

        fails(
                Fault.Unreadable.class,
                "tokens of another kind",
                () -> scene.page.redeem(altered("/oauth/token", what, instead), visit.client(), visit.request(), code));
    }

    @Test
    void aRenewalOfAnotherAccountIsNotTaken() {
        Login.Grant grant = signIn();

        fails(
                Fault.Unreadable.class,
                "another account",
                () -> scene.page.renew(altered("/oauth/token", DID, "did:plc:x"), grant));
    }

    /// Of our own network nothing is called, whatever anybody says.
    @Test
    void aServerOfOurOwnNetworkIsNotCalled() {
        ConnectorSettings settings = new ConnectorSettings(Map.of(
                "plc-url", scene.simulator.directory().toString(),
                "public-url", scene.simulator.open().toString()));
        BlueskyPageLogin outside = new BlueskyPageLogin(settings, new BlueskyConnector(settings, scene.clock));
        scene.simulator.moveHome(scene.simulator.address());
        fails(
                Fault.NotPermitted.class,
                "own server is not called",
                () -> PageVisit.prepared(outside, scene.calls, "acme.example"));
        scene.simulator.moveHome(URI.create("https://localhost.localdomain"));
        assertThatThrownBy(() -> PageVisit.prepared(outside, scene.calls, "acme.example"))
                .isInstanceOf(CallFailed.class);
        assertThat(scene.simulator.counts()).doesNotContainKey("GET oauth-protected-resource");
    }

    @Test
    void whatHasNoKeyIsNotRenewed() {
        assertThat(scene.page.renew(scene.calls, scene.signIn())).isNull();
        assertThat(new DirectApi(scene.connector, scene.signIn(), scene.clock).place())
                .isNotNull();
    }

    private static Login.Grant withRenewal(Login.Grant grant, String renewal) {
        return new Login.Grant(
                grant.token(),
                new Secret(renewal),
                grant.issuedAt(),
                grant.expiresAt(),
                grant.renewalExpiresAt(),
                grant.scopes(),
                grant.place(),
                grant.binding());
    }

    private Login.TokenCalls altered(String path, String what, String instead) {
        return new Altered(path, what, instead);
    }

    /// The same calls; one answer says something else, or does not come where nothing is replaced.
    private final class Altered implements Login.TokenCalls {
        private final String path;
        private final @Nullable String what;
        private final String instead;

        Altered(String path, @Nullable String what, String instead) {
            this.path = path;
            this.what = what;
            this.instead = instead;
        }

        private JsonNode answer(String called, JsonNode answer) {
            if (!called.endsWith(path)) {
                return answer;
            }
            if (what == null) {
                throw new CallFailed(new Fault.NotFound(Saying.asItCame("Not found.")));
            }
            assertThat(answer.toString()).contains(what);
            return JsonMapper.shared().readTree(answer.toString().replace(what, instead));
        }

        @Override
        public JsonNode post(URI address, Map<String, String> form, Login.@Nullable App basic) {
            throw new AssertionError("nothing is posted without a proof");
        }

        @Override
        public JsonNode postJson(URI address, Map<String, String> fields) {
            throw new AssertionError("nothing is posted without a proof");
        }

        @Override
        public JsonNode get(URI address) {
            return answer(address.getPath(), scene.calls.get(address));
        }

        @Override
        public JsonNode prove(URI address, URI known, Map<String, String> form, PossessionKey key) {
            return answer(address.getPath(), scene.calls.prove(address, known, form, key));
        }

        @Override
        public JsonNode send(URI base, ApiRequest request, Secret token) {
            return answer(request.target(), scene.calls.send(base, request, token));
        }

        @Override
        public Instant now() {
            return scene.calls.now();
        }
    }
}
