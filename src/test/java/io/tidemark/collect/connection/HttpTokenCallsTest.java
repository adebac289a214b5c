package io.tidemark.collect.connection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tidemark.collect.connector.ApiRequest;
import io.tidemark.collect.connector.CallFailed;
import io.tidemark.collect.connector.Fault;
import io.tidemark.collect.connector.Secret;
import io.tidemark.collect.simulator.Answer;
import io.tidemark.collect.simulator.Call;
import io.tidemark.collect.simulator.Simulator;
import io.tidemark.testing.MutableClock;
import java.net.URI;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class HttpTokenCallsTest {
    private static final Instant NOW = Instant.parse("2026-03-10T09:00:00Z");

    private final HttpTokenCalls calls = new HttpTokenCalls(new MutableClock(NOW));
    private final Server server = new Server();

    private static final class Server extends Simulator {
        private volatile Answer answer = Answer.json("{}");
        /// How many answers are lost on the way.
        private final AtomicInteger lost = new AtomicInteger();

        @Override
        protected Answer answer(Call call) {
            if (lost.getAndUpdate(left -> Math.max(0, left - 1)) > 0) {
                throw new IllegalStateException("The connection is dropped");
            }
            return answer;
        }

        @Override
        protected String endpoint(Call call) {
            return call.path();
        }
    }

    @BeforeAll
    void start() {
        server.start();
    }

    @AfterAll
    void stop() {
        server.close();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "400 | {\"error\": \"invalid_grant\", \"error_description\": \"Used.\"}          | SignInGone    | Used.",
                "400 | {\"error\": \"invalid_request\", \"error_description\": \"Not valid.\"}   | SignInGone    | Not valid.",
                "200 | {\"error\": \"invalid_grant\"}                                            | SignInGone    | invalid_grant",
                "401 | {\"error\": \"invalid_client\"}                                           | Misconfigured | invalid_client",
                "400 | {\"error\": {\"message\": \"Expired.\", \"code\": 190}}                   | SignInGone    | Expired.",
                "400 | {\"error\": {\"message\": \"No such app.\", \"code\": 101}}               | Misconfigured | No such app.",
                "400 | {\"error\": {\"message\": \"Error validating client secret.\", \"code\": 1}} | Misconfigured | Error validating client secret.",
                "400 | {\"error\": {\"message\": \"Try again.\", \"code\": 2}}                   | Passing       | Try again.",
                "400 | {\"error\": \"temporarily_unavailable\"}                                  | Passing       | temporarily_unavailable",
                "404 | {}                                                                        | Misconfigured | The platform answered with status 404.",
                "302 | {\"moved\": true}                                                         | Misconfigured | The platform answered with status 302.",
                "503 | <p>                                                                       | Passing       | The platform answered with status 503.",
                "200 | <p>                                                                       | Unreadable    | The platform's answer is not JSON.",
                "400 | {\"error\": \"x\", \"error_description\": \"a\\nb code-12345 c\"}         | SignInGone    | a b (left out) c",
            })
    void aRefusalMeansOneThing(int status, String body, String kind, String said) {
        server.answer = Answer.json(status, body);

        assertThatThrownBy(() -> calls.post(address("/token"), Map.of("code", "code-12345"), null))
                .isInstanceOfSatisfying(CallFailed.class, failed -> {
                    assertThat(failed.fault().getClass().getSimpleName()).isEqualTo(kind);
                    assertThat(failed.fault().said()).hasToString(said);
                });
    }

    @Test
    void aLimitSaysUntilWhen() {
        server.answer = Answer.json(429, "{}").with("Retry-After", "30");

        assertThatThrownBy(() -> calls.get(address("/token?client_secret=abcdefgh")))
                .isInstanceOfSatisfying(
                        CallFailed.class,
                        failed -> assertThat(failed.fault())
                                .isEqualTo(new Fault.RateLimited(
                                        TokenAnswer.status(429), Fault.Scope.APP, NOW.plusSeconds(30))));
    }

    @Test
    void whatStandsInAnAddressIsNotRepeatedEither() {
        server.answer = Answer.json(400, "{\"error\": {\"message\": \"Bad: ab+c d/efgh\"}}");

        assertThatThrownBy(() -> calls.get(address("/token?fb_exchange_token=ab%2Bc+d%2Fefgh&x=1")))
                .hasMessage("Bad: (left out)");
    }

    @ParameterizedTest
    @ValueSource(ints = {404, 410})
    void whatIsReadAndNotThereIsNotFound(int status) {
        server.answer = Answer.json(status, "{\"error\": \"Record not found\"}");

        assertThatThrownBy(() ->
                        calls.send(server.address(), ApiRequest.get("GET /account", "/account"), new Secret("token-1")))
                .isInstanceOfSatisfying(
                        CallFailed.class, failed -> assertThat(failed.fault()).isInstanceOf(Fault.NotFound.class));
    }

    @Test
    void anAnswerThatDoesNotEndIsNotReadToItsEnd() {
        server.answer = Answer.json("[\"" + "a".repeat(5 << 20) + "\"]");

        assertThatThrownBy(() -> calls.get(address("/token")))
                .isInstanceOfSatisfying(
                        CallFailed.class, failed -> assertThat(failed.fault()).isInstanceOf(Fault.Passing.class));
    }

    @Test
    void aServerThatIsNotThereMayComeBack() {
        Server gone = new Server();
        URI address = gone.address();
        gone.start();
        gone.close();

        assertThatThrownBy(() -> calls.get(URI.create(address + "/token?client_secret=abcdefgh")))
                .isInstanceOfSatisfying(
                        CallFailed.class, failed -> assertThat(failed.fault()).isInstanceOf(Fault.Passing.class))
                .hasMessageNotContaining("abcdefgh");
    }

    @Test
    void whereAnAnswerIsLostItIsAskedForOnceMoreAtOnce() {
        server.answer = Answer.json("{\"access_token\": \"a\"}");
        server.lost.set(1);

        assertThat(calls.post(address("/token"), Map.of("refresh_token", "r"), null)
                        .path("access_token")
                        .asString())
                .isEqualTo("a");
        server.lost.set(1);
        assertThat(calls.postJson(address("/token"), Map.of("refresh_token", "r"))
                        .has("access_token"))
                .isTrue();
        server.lost.set(2);
        assertThatThrownBy(() -> calls.post(address("/token"), Map.of("refresh_token", "r"), null))
                .isInstanceOfSatisfying(
                        CallFailed.class, failed -> assertThat(failed.fault()).isInstanceOf(Fault.Passing.class));
    }

    private URI address(String path) {
        return URI.create(server.address() + path);
    }
}
