package io.tidemark.collect.sync;

import io.tidemark.collect.connector.ApiRequest;
import io.tidemark.collect.connector.ApiResponse;
import io.tidemark.collect.connector.Secret;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Fetches, no more: no redirects to other hosts, bounded in time and size.
final class Http {
    private static final Duration CONNECT = Duration.ofSeconds(10);
    private static final Duration ANSWER = Duration.ofSeconds(60);
    private static final int LARGEST = 16 * 1024 * 1024;
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final HttpClient client = HttpClient.newBuilder()
            .connectTimeout(CONNECT)
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();

    /// An answer with its text, which is not JSON where the response has no body.
    record Fetched(ApiResponse response, String text) {}

    /// @throws IOException where no whole answer came
    Fetched get(URI base, ApiRequest request, Secret token) throws IOException, InterruptedException {
        HttpRequest.Builder call = HttpRequest.newBuilder(address(base, request.target()))
                .timeout(ANSWER)
                .header("Authorization", "Bearer " + token.value())
                .header("Accept", "application/json");
        request.headers().forEach(call::header);
        HttpResponse<InputStream> answer = client.send(call.GET().build(), HttpResponse.BodyHandlers.ofInputStream());
        String text = text(answer);
        Map<String, List<String>> headers = new HashMap<>();
        answer.headers().map().forEach((name, values) -> headers.put(name.toLowerCase(Locale.ROOT), values));
        return new Fetched(new ApiResponse(request.endpoint(), answer.statusCode(), headers, json(text)), text);
    }

    private static URI address(URI base, String target) {
        return target.startsWith("http://") || target.startsWith("https://")
                ? URI.create(target)
                : URI.create(base + target);
    }

    private static String text(HttpResponse<InputStream> answer) throws IOException {
        try (InputStream body = answer.body()) {
            byte[] bytes = body.readNBytes(LARGEST + 1);
            if (bytes.length > LARGEST) {
                throw new IOException("the answer is larger than " + LARGEST + " bytes");
            }
            return new String(bytes, StandardCharsets.UTF_8);
        }
    }

    private static @Nullable JsonNode json(String text) {
        try {
            JsonNode node = JSON.readTree(text);
            return node.isContainer() ? node : null;
        } catch (JacksonException noJson) {
            return null;
        }
    }
}
