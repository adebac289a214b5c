package io.tidemark.collect.connection;

import io.tidemark.collect.connector.ApiResponse;
import io.tidemark.collect.connector.CallFailed;
import io.tidemark.collect.connector.Fault;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
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

/// Calls while somebody waits: bounded in time and size, without redirects. Neither addresses nor bodies are told to
/// anybody: both may hold tokens.
final class JsonHttp {
    private static final Duration ANSWERS_WITHIN = Duration.ofSeconds(20);

    private static final Duration CONNECTS_WITHIN = Duration.ofSeconds(10);
    private static final int LARGEST = 4 << 20;
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final HttpClient client = HttpClient.newBuilder()
            .connectTimeout(CONNECTS_WITHIN)
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();

    /// @throws CallFailed where no whole answer came
    ApiResponse send(String endpoint, HttpRequest.Builder request) {
        CompletableFuture<HttpResponse<byte[]>> coming = client.sendAsync(
                request.header("Accept", "application/json").build(),
                BodyHandlers.limiting(BodyHandlers.ofByteArray(), LARGEST));
        try {
            HttpResponse<byte[]> answer = coming.get(ANSWERS_WITHIN.toSeconds(), TimeUnit.SECONDS);
            return new ApiResponse(endpoint, answer.statusCode(), headers(answer), json(answer.body()));
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

    private static CallFailed notReached(Throwable why) {
        return new CallFailed(new Fault.Passing(
                "No whole answer of the platform came (" + why.getClass().getSimpleName() + ")."));
    }

    private static Map<String, List<String>> headers(HttpResponse<?> answer) {
        Map<String, List<String>> headers = new HashMap<>();
        answer.headers().map().forEach((name, values) -> headers.put(name.toLowerCase(Locale.ROOT), values));
        return headers;
    }

    private static @Nullable JsonNode json(byte[] body) {
        try {
            JsonNode node = JSON.readTree(body);
            return node.isContainer() ? node : null;
        } catch (JacksonException ignored) {
            // What is no JSON is no answer: whoever asked says so.
            return null;
        }
    }
}
