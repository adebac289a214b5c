package io.tidemark.collect.connector.bluesky;

import io.tidemark.collect.connector.CallFailed;
import io.tidemark.collect.connector.Fault;
import io.tidemark.collect.connector.JsonHttp;
import io.tidemark.collect.connector.Login;
import io.tidemark.collect.connector.NamedServers;
import io.tidemark.collect.connector.Numbers;
import io.tidemark.collect.connector.Saying;
import io.tidemark.collect.connector.Secret;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

/// What a server answers where a session is begun or renewed.
///
/// @param servers which of them may be called
record Session(JsonNode answer, NamedServers servers) {
    private static final String ACCESS = "accessJwt";
    private static final String REFRESH = "refreshJwt";
    private static final int PARTS = 3;

    String did() {
        return Profile.did(answer.path("did"));
    }

    boolean isActive() {
        return answer.path("active").asBoolean(true);
    }

    /// Whether it was begun with the password of the account itself.
    boolean opensEverything() {
        return claims(token(ACCESS)).path("scope").asString("").equals("com.atproto.access");
    }

    /// @param asked the server that answered, where it does not say that another one is the account's own
    Login.Grant grant(Instant now, URI asked) {
        Secret access = token(ACCESS);
        Secret refresh = token(REFRESH);
        return new Login.Grant(
                access, refresh, now, end(access), end(refresh), Set.of(), new Login.Place(home(asked), did()));
    }

    private Secret token(String name) {
        String token = answer.path(name).asString("");
        if (token.isEmpty()) {
            throw new CallFailed(new Fault.Unreadable(Saying.noToken("Bluesky")));
        }
        return new Secret(token);
    }

    private URI home(URI asked) {
        return new DidDocument(answer.path("didDoc")).home(servers).orElse(asked);
    }

    /// Null where the token does not say.
    private static @Nullable Instant end(Secret token) {
        return Numbers.read(claims(token).path("exp")).stream()
                .mapToObj(seconds -> Instant.ofEpochSecond((long) seconds))
                .findFirst()
                .orElse(null);
    }

    /// What a token says of itself (RFC 7519). It is for the server that gave it out and need not be readable here.
    private static JsonNode claims(Secret token) {
        String[] parts = token.value().split("\\.", -1);
        if (parts.length != PARTS) {
            return MissingNode.getInstance();
        }
        try {
            JsonNode claims =
                    JsonHttp.json(new String(Base64.getUrlDecoder().decode(parts[1]), StandardCharsets.UTF_8));
            return claims == null ? MissingNode.getInstance() : claims;
        } catch (IllegalArgumentException _) {
            // No token of this kind: its end shows when the server refuses it.
            return MissingNode.getInstance();
        }
    }
}
