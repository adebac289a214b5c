package io.tidemark.serve;

import static io.tidemark.serve.ServedFixture.PASSWORD;
import static io.tidemark.serve.ServedFixture.json;
import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.tenancy.Tokens;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SecurityTest {
    private static final String SESSION = "tidemark_session";
    private static final String CSRF = "XSRF-TOKEN";

    @TempDir
    private Path uploads;

    private ServedFixture served;

    @BeforeEach
    void start() {
        served = new ServedFixture(uploads);
    }

    @AfterEach
    void stop() {
        served.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/v1/businesses", "/api/v1/accounts?business_id=1", "/api/v1/auth/me", "/api/v1/none"})
    void whoDoesNotSignInGetsNothing(String path) {
        HttpResponse<String> answer = served.send(served.request(path));

        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        assertThat(json(answer).get("code").asString()).isEqualTo("not_signed_in");
        assertThat(json(answer).at("/detail_said/code").asString()).isEqualTo("not_signed_in");
    }

    @Test
    void aBearerTokenOpensTheBusinessesOfItsUser() {
        HttpResponse<String> answer = served.get("/api/v1/businesses");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body())
                .isEqualTo(
                        "{\"businesses\":[{\"business_id\":1,\"name\":\"Harbour Coffee\","
                                + "\"time_zone\":\"Europe/Berlin\",\"week_start\":\"monday\",\"demo\":false,"
                                + "\"fiscal_year_start\":1,\"engagement\":\"public\",\"er_by\":{},\"refreshable\":false,\"last_collected_at\":null,\"next_run_at\":null}]}");
    }

    @Test
    void accountsAreListedWithNullsForWhatIsMissing() {
        assertThat(served.get("/api/v1/accounts?business_id=1").body())
                .isEqualTo("{\"accounts\":[{\"account_id\":3,\"platform\":\"linkedin\",\"handle\":\"acme\","
                        + "\"name\":\"Acme\",\"owned\":true,\"posts\":8,\"first_day\":\"2026-01-02\","
                        + "\"last_day\":null,\"groups\":[],\"time_zone\":null}]}");
    }

    @Test
    void aBusinessOfOthersLooksLikeOneThatDoesNotExist() {
        HttpResponse<String> others = served.get("/api/v1/accounts?business_id=2");
        HttpResponse<String> none = served.get("/api/v1/accounts?business_id=999");

        assertThat(List.of(others.statusCode(), none.statusCode())).containsOnly(404);
        assertThat(others.body().replace("business 2 ", "business 999 ").replace("\"2\"", "\"999\""))
                .isEqualTo(none.body());
        assertThat(json(none).get("code").asString()).isEqualTo("business_not_found");
    }

    @Test
    void anAdministratorSeesAllBusinesses() {
        String token = served.tokens.issue(served.administrator, Tokens.BEARER_LIFE);

        HttpResponse<String> answer = served.send(
                served.request("/api/v1/accounts?business_id=2").header("Authorization", "Bearer " + token));

        assertThat(answer.statusCode()).isEqualTo(200);
    }

    @Test
    void aTokenDiesWithThePasswordItWasMadeUnder() {
        var request = served.authorised("/api/v1/businesses");
        served.registry.setPassword(served.member.id(), served.passwords.hash("another long one"));

        assertThat(served.send(request).statusCode()).isEqualTo(401);
    }

    @Test
    void aTokenDiesWithItsUser() {
        var request = served.authorised("/api/v1/businesses");
        served.registry.removeUser(served.member.id());

        assertThat(served.send(request).statusCode()).isEqualTo(401);
    }

    @Test
    void aTokenExpires() {
        var request = served.authorised("/api/v1/businesses");
        served.clock.advance(Tokens.BEARER_LIFE);

        assertThat(served.send(request).statusCode()).isEqualTo(401);
    }

    @Test
    void aTokenThatWasTamperedWithIsRefused() {
        String token = served.token();
        String forged = token.substring(0, token.length() - 2) + (token.endsWith("AA") ? "BB" : "AA");

        HttpResponse<String> answer =
                served.send(served.request("/api/v1/businesses").header("Authorization", "Bearer " + forged));

        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(json(answer).get("code").asString()).isEqualTo("not_signed_in");
    }

    @Test
    void signingInGivesACookieThatScriptsCannotRead() {
        HttpResponse<String> answer = signIn(PASSWORD);

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(json(answer).get("user").get("email").asString()).isEqualTo("member@example.com");
        assertThat(cookie(answer, SESSION))
                .contains("HttpOnly", "SameSite=Strict", "Path=/", "Max-Age=43200")
                .doesNotContain("Secure");
        assertThat(cookie(answer, CSRF))
                .contains("SameSite=Strict", "Path=/", "Max-Age=43200")
                .doesNotContain("HttpOnly", "Secure");
    }

    @Test
    void theCookieIsSecureBehindHttps() {
        HttpResponse<String> answer = served.send(signInRequest(PASSWORD).header("X-Forwarded-Proto", "https"));

        assertThat(cookie(answer, SESSION)).contains("Secure");
        assertThat(cookie(answer, CSRF)).contains("Secure");
    }

    @Test
    void theCookieReadsWithoutFurtherAdo() {
        String session = value(signIn(PASSWORD), SESSION);

        HttpResponse<String> me =
                served.send(served.request("/api/v1/auth/me").header("Cookie", SESSION + "=" + session));

        assertThat(me.statusCode()).isEqualTo(200);
        assertThat(json(me).get("user").get("administrator").asBoolean()).isFalse();
    }

    @Test
    void aCookieAloneChangesNothing() {
        HttpResponse<String> answer = signOut(value(signIn(PASSWORD), SESSION), Optional.empty());

        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(json(answer).get("code").asString()).isEqualTo("csrf_token_missing");
    }

    @Test
    void aCookieWithTheRepeatedTokenMay() {
        HttpResponse<String> signedIn = signIn(PASSWORD);

        HttpResponse<String> answer = signOut(value(signedIn, SESSION), Optional.of(value(signedIn, CSRF)));

        assertThat(answer.statusCode()).isEqualTo(204);
        assertThat(cookie(answer, SESSION)).contains("Max-Age=0");
        assertThat(cookie(answer, CSRF)).contains("Max-Age=0");
    }

    @Test
    void theTokenOfOneSessionDoesNotServeAnother() {
        String session = value(signIn(PASSWORD), SESSION);
        served.clock.advance(Duration.ofMinutes(1));
        String ofAnother = value(signIn(PASSWORD), CSRF);

        HttpResponse<String> answer = signOut(session, Optional.of(ofAnother));

        assertThat(answer.statusCode()).isEqualTo(403);
    }

    @Test
    void firstAnswersSideBySideLeaveTheTokenOfTheSessionAsItIs() {
        HttpResponse<String> signedIn = signIn(PASSWORD);
        String session = value(signedIn, SESSION);

        List<HttpResponse<String>> answers = Stream.of("auth/me", "businesses", "accounts?business_id=1", "none")
                .map(path -> served.request("/api/v1/" + path).header("Cookie", SESSION + "=" + session))
                .map(request -> CompletableFuture.supplyAsync(() -> served.send(request)))
                .toList()
                .stream()
                .map(CompletableFuture::join)
                .toList();

        assertThat(answers).extracting(HttpResponse::statusCode).containsExactly(200, 200, 200, 404);
        assertThat(answers)
                .allSatisfy(answer ->
                        assertThat(answer.headers().allValues("Set-Cookie")).isEmpty());
        assertThat(signOut(session, Optional.of(value(signedIn, CSRF))).statusCode())
                .isEqualTo(204);
    }

    @Test
    void whoeverHasNoSessionIsAskedToSignInAndGetsNoToken() {
        HttpResponse<String> answer =
                served.send(served.request("/api/v1/analytics/refresh").POST(BodyPublishers.noBody()));

        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(json(answer).get("code").asString()).isEqualTo("not_signed_in");
        assertThat(answer.headers().allValues("Set-Cookie")).isEmpty();
    }

    /// What a page of another origin can send without being asked first whether it may.
    @ParameterizedTest
    @ValueSource(strings = {"text/plain", "application/x-www-form-urlencoded", "multipart/form-data; boundary=x"})
    void aFormOfAnotherPageSignsNobodyIn(String contentType) {
        HttpResponse<String> answer = served.send(signInRequest(PASSWORD).setHeader("Content-Type", contentType));

        assertThat(answer.statusCode()).isEqualTo(415);
        assertThat(answer.headers().allValues("Set-Cookie")).isEmpty();
    }

    @Test
    void aBearerTokenNeedsNoRepeatedToken() {
        HttpResponse<String> answer =
                served.send(served.authorised("/api/v1/auth/sign-out").POST(BodyPublishers.noBody()));

        assertThat(answer.statusCode()).isEqualTo(204);
    }

    @Test
    void aCookieDiesWithThePassword() {
        String session = value(signIn(PASSWORD), SESSION);
        served.registry.setPassword(served.member.id(), served.passwords.hash("another long one"));

        HttpResponse<String> me =
                served.send(served.request("/api/v1/auth/me").header("Cookie", SESSION + "=" + session));

        assertThat(me.statusCode()).isEqualTo(401);
    }

    @Test
    void aWrongPasswordIsRefusedAndTooManyMustWait() {
        for (int i = 0; i < 10; i++) {
            HttpResponse<String> answer = signIn("not the password");
            assertThat(answer.statusCode()).isEqualTo(401);
            assertThat(json(answer).get("code").asString()).isEqualTo("wrong_credentials");
        }

        HttpResponse<String> answer = signIn(PASSWORD);
        assertThat(answer.statusCode()).isEqualTo(429);
        assertThat(answer.headers().firstValue("Retry-After")).hasValue("900");
        assertThat(json(answer).get("detail").asString()).contains("15 minutes");

        served.clock.advance(Duration.ofMinutes(15));
        assertThat(signIn(PASSWORD).statusCode()).isEqualTo(200);
    }

    @Test
    void everyAnswerCarriesTheHeadersThatProtectABrowser() {
        HttpResponse<String> answer = served.get("/api/v1/businesses");

        assertThat(answer.headers().firstValue("Content-Security-Policy").orElseThrow())
                .contains("default-src 'self'", "script-src 'self'", "frame-ancestors 'none'");
        assertThat(answer.headers().firstValue("X-Content-Type-Options")).hasValue("nosniff");
        assertThat(answer.headers().firstValue("Referrer-Policy")).hasValue("no-referrer");
        assertThat(answer.headers().firstValue("Cache-Control").orElseThrow()).contains("no-store");
    }

    @Test
    void healthIsOpenAndTellsNothingElse() {
        HttpResponse<String> answer = served.send(served.request("/actuator/health"));

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).isEqualTo("{\"status\":\"UP\"}");
        assertThat(served.send(served.request("/actuator/env")).statusCode()).isEqualTo(401);
    }

    @Test
    void measuresAreForAdministrators() {
        HttpResponse<String> answer = served.send(served.request("/actuator/prometheus")
                .header("Authorization", "Bearer " + served.tokens.issue(served.administrator, Tokens.BEARER_LIFE)));
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type").orElseThrow()).startsWith("text/plain;version=0.0.4");
        assertThat(answer.body()).isEqualTo("# nothing\n");

        HttpResponse<String> refused = served.get("/actuator/prometheus");
        assertThat(refused.statusCode()).isEqualTo(403);
        assertThat(json(refused).get("code").asString()).isEqualTo("administrators_only");
        assertThat(served.send(served.request("/actuator/prometheus")).statusCode())
                .isEqualTo(401);
    }

    private HttpResponse<String> signIn(String password) {
        return served.send(signInRequest(password));
    }

    private HttpRequest.Builder signInRequest(String password) {
        return served.request("/api/v1/auth/sign-in")
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString("{\"email\":\" Member@example.com\",\"password\":\"" + password + "\"}"));
    }

    private HttpResponse<String> signOut(String session, Optional<String> csrf) {
        HttpRequest.Builder request = served.request("/api/v1/auth/sign-out")
                .header("Cookie", SESSION + "=" + session)
                .POST(BodyPublishers.noBody());
        csrf.ifPresent(token -> request.header("X-XSRF-TOKEN", token));
        return served.send(request);
    }

    private static String value(HttpResponse<String> response, String name) {
        String cookie = cookie(response, name);
        return cookie.substring(name.length() + 1, cookie.indexOf(';'));
    }

    private static String cookie(HttpResponse<String> response, String name) {
        return response.headers().allValues("Set-Cookie").stream()
                .filter(c -> c.startsWith(name + "="))
                .findFirst()
                .orElseThrow();
    }
}
