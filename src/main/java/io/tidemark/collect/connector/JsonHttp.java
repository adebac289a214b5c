package io.tidemark.collect.connector;

import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Calls to platforms: bounded in time and size as a whole, without redirects. Neither addresses nor bodies are told to
/// anybody: both may hold tokens.
public final class JsonHttp {
    private static final Duration CONNECTS_WITHIN = Duration.ofSeconds(10);
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final HttpClient client = HttpClient.newBuilder()
            .connectTimeout(CONNECTS_WITHIN)
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();

    private final Duration answersWithin;
    private final int largest;

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
            throw new CallFailed(new Fault.Passing("The program ends."), stopped);
        }
    }

    /// Without encryption a newer HTTP is asked for by a header, which servers that take web sockets misunderstand:
    /// they
    /// hang up.
    private static HttpRequest.Builder plainly(HttpRequest.Builder request) {
        return "http".equals(request.copy().build().uri().getScheme())
                ? request.version(HttpClient.Version.HTTP_1_1)
                : request;
    }

    private static CallFailed notReached(Throwable why) {
        return new CallFailed(new Fault.Passing(
                "No whole answer of the platform came (" + why.getClass().getSimpleName() + ")."));
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
