package io.tidemark.collect.connector;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The plainest way to get tokens: one call, whose refusal is what the connector says it is.
public final class DirectTokenCalls implements Login.TokenCalls {
    private final HttpClient http = HttpClient.newHttpClient();
    private final Connector connector;
    private final Clock clock;

    public DirectTokenCalls(Connector connector, Clock clock) {
        this.connector = connector;
        this.clock = clock;
    }

    @Override
    public JsonNode post(URI address, Map<String, String> form, Login.@Nullable App basic) {
        String body = form.entrySet().stream()
                .map(field -> encode(field.getKey()) + "=" + encode(field.getValue()))
                .collect(Collectors.joining("&"));
        HttpRequest.Builder call = HttpRequest.newBuilder(address)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(body));
        if (basic != null) {
            String pair = basic.clientId() + ":" + basic.clientSecret().value();
            call.header(
                    "Authorization",
                    "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8)));
        }
        return send(call.build());
    }

    @Override
    public JsonNode prove(URI address, URI known, Map<String, String> form, PossessionKey key) {
        throw new AssertionError("no such calls are made to " + address);
    }

    @Override
    public JsonNode postJson(URI address, Map<String, String> fields) {
        return send(HttpRequest.newBuilder(address)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(JsonMapper.shared().writeValueAsString(fields)))
                .build());
    }

    @Override
    public JsonNode get(URI address) {
        return send(HttpRequest.newBuilder(address).build());
    }

    @Override
    public JsonNode send(URI base, ApiRequest request, Secret token) {
        return send(request.http(base, token).build());
    }

    @Override
    public Instant now() {
        return clock.instant();
    }

    private JsonNode send(HttpRequest call) {
        try {
            HttpResponse<String> answer = http.send(call, HttpResponse.BodyHandlers.ofString());
            JsonNode json = JsonMapper.shared().readTree(answer.body());
            String endpoint = call.method() + " " + call.uri().getPath();
            Fault fault = connector.fault(new ApiResponse(
                    endpoint, answer.statusCode(), answer.headers().map(), json));
            if (fault != null) {
                throw new CallFailed(fault);
            }
            return json;
        } catch (IOException broken) {
            throw new CallFailed(
                    new Fault.Passing(Saying.asItCame("The connection broke: " + broken.getMessage())), broken);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
