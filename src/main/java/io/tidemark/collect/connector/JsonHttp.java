package io.tidemark.collect.connector;

import io.tidemark.words.Sentence;
import io.tidemark.words.Value;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Calls to platforms: bounded in time and size as a whole, without redirects. Neither addresses nor bodies are told to
/// anybody: both may hold tokens.
public final class JsonHttp {
    private static final Sentence NOT_REACHED =
            Sentence.of("platform_not_reached", "No whole answer of the platform came ({why}).");

    private static final Duration CONNECTS_WITHIN = Duration.ofSeconds(10);
    private static final String PROOF = "DPoP";
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final HttpClient client = HttpClient.newBuilder()
            .connectTimeout(CONNECTS_WITHIN)
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();

    private final Duration answersWithin;
    private final int largest;
    private final Nonces nonces = new Nonces();

    private JsonHttp(Duration answersWithin, int largest) {
        this.answersWithin = answersWithin;
        this.largest = largest;
    }

    /// While somebody waits.
    public static JsonHttp prompt() {
        return new JsonHttp(Duration.ofSeconds(20), 4 << 20);
    }

    /// While nobody does.
    public static JsonHttp patient() {
        return new JsonHttp(Duration.ofSeconds(60), 16 << 20);
    }

    /// An answer with its text, which is no JSON where the response has no body.
    public record Answer(ApiResponse response, String text) {}

    /// A call in somebody's name, with what proves it.
    ///
    /// @param base the platform's address, without a slash at the end
    /// @throws CallFailed where it cannot be sent, or no whole answer came
    public Answer send(ApiRequest request, URI base, Credential credential) {
        return switch (request.credential(credential)) {
            case Credential.Bearer bearer -> send(request.endpoint(), request.http(base, bearer));
            case Credential.Bound(Secret token, PossessionKey key, URI audience) ->
                proven(request.endpoint(), key, request.address(audience), token, () -> request.http(base, credential));
        };
    }

    /// A call without a token that proves a key alone, as where tokens are got.
    ///
    /// @param known the address by which the server knows what is called
    /// @throws CallFailed where no whole answer came
    public Answer prove(String endpoint, PossessionKey key, URI known, Supplier<HttpRequest.Builder> request) {
        return proven(endpoint, key, known, null, request);
    }

    /// Made once more where the server wants another nonce in the proof. A proof is of the moment: it is made by the
    /// time that machines have in common.
    private Answer proven(
            String endpoint,
            PossessionKey key,
            URI known,
            @Nullable Secret token,
            Supplier<HttpRequest.Builder> request) {
        HttpRequest first = request.get().build();
        String nonce = nonces.of(first.uri());
        String proof = key.proof(first.method(), known, token, nonce, Instant.now());
        Answer answer = send(endpoint, request.get().header(PROOF, proof));
        if (!nonces.note(first.uri(), answer.response(), nonce)) {
            return answer;
        }
        String wanted = nonces.of(first.uri());
        String better = key.proof(first.method(), known, token, wanted, Instant.now());
        Answer again = send(endpoint, request.get().header(PROOF, better));
        nonces.note(first.uri(), again.response(), wanted);
        return again;
    }

    /// @throws CallFailed where no whole answer came
    public Answer send(String endpoint, HttpRequest.Builder request) {
        CompletableFuture<HttpResponse<String>> coming = client.sendAsync(
                plainly(request.header("Accept", "application/json")).build(),
                BodyHandlers.limiting(BodyHandlers.ofString(StandardCharsets.UTF_8), largest));
        try {
            HttpResponse<String> answer = coming.get(answersWithin.toSeconds(), TimeUnit.SECONDS);
            String text = answer.body();
            return new Answer(new ApiResponse(endpoint, answer.statusCode(), headers(answer), json(text)), text);
        } catch (ExecutionException broken) {
            throw notReached(Objects.requireNonNullElse(broken.getCause(), broken));
        } catch (TimeoutException late) {
            coming.cancel(true);
            throw notReached(late);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            coming.cancel(true);
            throw new CallFailed(new Fault.Passing(Saying.ending()), stopped);
        }
    }

    /// Without encryption a newer HTTP is asked for by a header, which servers that take web sockets misunderstand:
    /// they hang up.
    private static HttpRequest.Builder plainly(HttpRequest.Builder request) {
        return "http".equals(request.copy().build().uri().getScheme())
                ? request.version(HttpClient.Version.HTTP_1_1)
                : request;
    }

    private static CallFailed notReached(Throwable why) {
        return new CallFailed(new Fault.Passing(
                NOT_REACHED.said(Map.of("why", Value.name(why.getClass().getSimpleName())))));
    }

    private static Map<String, List<String>> headers(HttpResponse<?> answer) {
        Map<String, List<String>> headers = new HashMap<>();
        answer.headers().map().forEach((name, values) -> headers.put(name.toLowerCase(Locale.ROOT), values));
        return headers;
    }

    /// Null for what is no JSON.
    public static @Nullable JsonNode json(String body) {
        try {
            JsonNode node = JSON.readTree(body);
            return node.isContainer() ? node : null;
        } catch (JacksonException ignored) {
            // What is no JSON is no answer: whoever asked says so.
            return null;
        }
    }
}
