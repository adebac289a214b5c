package io.tidemark.collect.connector;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The plainest way to call a platform: once, with a token. Nothing is repeated, limited or kept.
public final class DirectApi implements Api {
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final Connector connector;
    private final URI base;
    private final Secret token;
    private final Clock clock;
    private final Login.@Nullable Place place;

    public DirectApi(Connector connector, URI base, String token, Clock clock) {
        this(connector, base, new Secret(token), clock, null);
    }

    /// In the name of a sign-in that is at home somewhere.
    public DirectApi(Connector connector, Login.Grant grant, Clock clock) {
        this(connector, connector.base(grant.place()), grant.token(), clock, grant.place());
    }

    private DirectApi(Connector connector, URI base, Secret token, Clock clock, Login.@Nullable Place place) {
        this.connector = connector;
        this.base = base;
        this.token = token;
        this.clock = clock;
        this.place = place;
    }

    @Override
    public Login.@Nullable Place place() {
        return place;
    }

    @Override
    public JsonNode call(ApiRequest request) {
        return Objects.requireNonNull(answer(request).body());
    }

    @Override
    public ApiResponse answer(ApiRequest request) {
        HttpRequest.Builder call = request.http(base, token).timeout(PATIENCE);
        ApiResponse response = send(request.endpoint(), call.build());
        Fault fault = connector.fault(response);
        if (fault != null) {
            throw new CallFailed(fault);
        }
        return response;
    }

    @Override
    public Instant now() {
        return clock.instant();
    }

    private ApiResponse send(String endpoint, HttpRequest call) {
        try {
            HttpResponse<String> answer = http.send(call, HttpResponse.BodyHandlers.ofString());
            return new ApiResponse(
                    endpoint, answer.statusCode(), answer.headers().map(), json(answer.body()));
        } catch (IOException broken) {
            throw new CallFailed(new Fault.Passing("The connection broke: " + broken.getMessage()), broken);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }

    private static @Nullable JsonNode json(String body) {
        try {
            JsonNode json = JsonMapper.shared().readTree(body);
            return json.isMissingNode() ? null : json;
        } catch (JacksonException _) {
            return null;
        }
    }
}
