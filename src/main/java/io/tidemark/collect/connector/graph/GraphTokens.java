package io.tidemark.collect.connector.graph;

import io.tidemark.collect.connector.CallFailed;
import io.tidemark.collect.connector.Fault;
import io.tidemark.collect.connector.Login;
import io.tidemark.collect.connector.Numbers;
import io.tidemark.collect.connector.Saying;
import io.tidemark.collect.connector.Secret;
import java.net.URI;
import java.time.Instant;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// What the sign-ins of Facebook, Instagram and Threads have in common. None has a token for renewal: a
/// short-lived token is exchanged for one of about sixty days.
public final class GraphTokens {
    private GraphTokens() {}

    public static URI address(String base, Map<String, String> query) {
        return URI.create(base + "?" + GraphRequest.encoded(query));
    }

    /// Instagram and Threads append `#_` to codes.
    public static String code(String code) {
        return code.endsWith("#_") ? code.substring(0, code.length() - 2) : code;
    }

    public static Secret token(JsonNode answer) {
        String token = answer.path("access_token").asString("");
        if (token.isEmpty()) {
            throw new CallFailed(new Fault.Unreadable(Saying.noToken("Meta")));
        }
        return new Secret(token);
    }

    public static Login.Grant grant(JsonNode answer, Instant now, Set<String> scopes) {
        OptionalDouble seconds = Numbers.read(answer.path("expires_in"));
        @Nullable Instant end = seconds.isPresent() ? now.plusSeconds((long) seconds.getAsDouble()) : null;
        return new Login.Grant(token(answer), null, now, end, null, scopes);
    }
}
