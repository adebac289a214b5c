package io.tidemark.collect.connection;

import io.tidemark.collect.connector.ApiRequest;
import io.tidemark.collect.connector.ApiResponse;
import io.tidemark.collect.connector.CallFailed;
import io.tidemark.collect.connector.Fault;
import io.tidemark.collect.connector.JsonHttp;
import io.tidemark.collect.connector.Login;
import io.tidemark.collect.connector.PossessionKey;
import io.tidemark.collect.connector.Secret;
import java.net.URI;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.Base64;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Gets tokens over HTTP.
public final class HttpTokenCalls implements Login.TokenCalls {
    private static final String ENDPOINT = "sign-in";
    private static final JsonMapper JSON = JsonMapper.builder().build();
    /// Not found, and gone.
    private static final Set<Integer> ABSENT = Set.of(404, 410);

    private final JsonHttp http = JsonHttp.prompt();
    private final Clock clock;

    public HttpTokenCalls(Clock clock) {
        this.clock = clock;
    }

    @Override
    public JsonNode post(URI address, Map<String, String> form, Login.@Nullable App basic) {
        HttpRequest.Builder request = posted(address, form);
        Set<String> secrets = new HashSet<>(form.values());
        if (basic != null) {
            request.header("Authorization", basic(basic));
            secrets.add(basic.clientSecret().value());
        }
        return answer(sent(request), secrets);
    }

    @Override
    public JsonNode postJson(URI address, Map<String, String> fields) {
        HttpRequest.Builder request = HttpRequest.newBuilder(address)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(JSON.writeValueAsString(new TreeMap<>(fields))));
        return answer(sent(request), Set.copyOf(fields.values()));
    }

    @Override
    public JsonNode get(URI address) {
        String query = address.getRawQuery();
        Set<String> secrets = new HashSet<>();
        if (query != null) {
            for (String pair : query.split("&", -1)) {
                String value = pair.substring(pair.indexOf('=') + 1);
                secrets.add(value);
                secrets.add(URLDecoder.decode(value, StandardCharsets.UTF_8));
            }
        }
        return answer(sent(HttpRequest.newBuilder(address).GET()), secrets);
    }

    @Override
    public JsonNode prove(URI address, URI known, Map<String, String> form, PossessionKey key) {
        ApiResponse response = insisted(() -> http.prove(ENDPOINT, key, known, () -> posted(address, form)));
        return answer(response, Set.copyOf(form.values()));
    }

    @Override
    public JsonNode send(URI base, ApiRequest request, Secret token) {
        ApiResponse response = sent(request.http(base, token));
        if (ABSENT.contains(response.status())) {
            throw new CallFailed(new Fault.NotFound(TokenAnswer.status(response.status())));
        }
        return answer(response, Set.of(token.value()));
    }

    private ApiResponse sent(HttpRequest.Builder request) {
        return insisted(() -> http.send(ENDPOINT, request.copy()));
    }

    /// Where no answer came it is asked once more at once. The platform may have used up what was sent (a code, a token
    /// for renewal) and given out what was lost on the way: some forgive that for moments, and none does later.
    private static ApiResponse insisted(Supplier<JsonHttp.Answer> asking) {
        try {
            return asking.get().response();
        } catch (CallFailed lost) {
            return asking.get().response();
        }
    }

    private static HttpRequest.Builder posted(URI address, Map<String, String> form) {
        return HttpRequest.newBuilder(address)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(encoded(form)));
    }

    @Override
    public Instant now() {
        return clock.instant();
    }

    private JsonNode answer(ApiResponse response, Set<String> sent) {
        return new TokenAnswer(response, sent)
                .fault(clock.instant())
                .<JsonNode>map(fault -> {
                    throw new CallFailed(fault);
                })
                .orElseGet(response::body);
    }

    private static String encoded(Map<String, String> form) {
        return new TreeMap<>(form)
                .entrySet().stream()
                        .map(field -> encoded(field.getKey()) + "=" + encoded(field.getValue()))
                        .collect(Collectors.joining("&"));
    }

    /// Both parts are encoded before they are put together (RFC 6749, section 2.3.1).
    private static String basic(Login.App app) {
        String pair = encoded(app.clientId()) + ":" + encoded(app.clientSecret().value());
        return "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
