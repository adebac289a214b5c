package io.tidemark.collect.connection;

import io.tidemark.collect.connector.ApiResponse;
import io.tidemark.collect.connector.CallFailed;
import io.tidemark.collect.connector.Fault;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Calls while somebody waits: bounded in time and size, without redirects. Neither addresses nor bodies are told to
/// anybody: both may hold tokens.
final class JsonHttp {
    static final Duration ANSWERS_WITHIN = Duration.ofSeconds(20);

    private static final Duration CONNECTS_WITHIN = Duration.ofSeconds(10);
    private static final int LARGEST = 4 << 20;
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final HttpClient client = HttpClient.newBuilder()
            .connectTimeout(CONNECTS_WITHIN)
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();

    /// @throws CallFailed where no whole answer came
    ApiResponse send(String endpoint, HttpRequest.Builder request) {
        try {
            HttpResponse<InputStream> answer = client.send(
                    request.timeout(ANSWERS_WITHIN)
                            .header("Accept", "application/json")
                            .build(),
                    HttpResponse.BodyHandlers.ofInputStream());
            return new ApiResponse(endpoint, answer.statusCode(), headers(answer), body(answer));
        } catch (IOException broken) {
            throw new CallFailed(new Fault.Passing(
                    "The platform could not be reached (" + broken.getClass().getSimpleName() + ")."));
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new CallFailed(new Fault.Passing("The program ends."), stopped);
        }
    }

    private static Map<String, List<String>> headers(HttpResponse<?> answer) {
        Map<String, List<String>> headers = new HashMap<>();
        answer.headers().map().forEach((name, values) -> headers.put(name.toLowerCase(Locale.ROOT), values));
        return headers;
    }

    private static @Nullable JsonNode body(HttpResponse<InputStream> answer) throws IOException {
        try (InputStream stream = answer.body()) {
            byte[] bytes = stream.readNBytes(LARGEST + 1);
            if (bytes.length > LARGEST) {
                throw new CallFailed(new Fault.Unreadable("The platform's answer is too large."));
            }
            JsonNode node = JSON.readTree(bytes);
            return node.isContainer() ? node : null;
        } catch (JacksonException ignored) {
            return null;
        }
    }
}
