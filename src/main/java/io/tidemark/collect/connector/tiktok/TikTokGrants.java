package io.tidemark.collect.connector.tiktok;

import io.tidemark.collect.connector.CallFailed;
import io.tidemark.collect.connector.Fault;
import io.tidemark.collect.connector.Login.Grant;
import io.tidemark.collect.connector.Numbers;
import io.tidemark.collect.connector.Secret;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// What both sign-ins have in common.
final class TikTokGrants {
    private TikTokGrants() {}

    /// @param query in the order of its names
    static URI address(String authorize, Map<String, String> query) {
        return URI.create(query.entrySet().stream()
                .map(field -> field.getKey() + "=" + encoded(field.getValue()))
                .collect(Collectors.joining("&", authorize + "?", "")));
    }

    /// @param renewalEnd the field that tells for how many seconds renewing is good
    /// @param former what is renewed, from which stays what the answer leaves out
    static Grant grant(JsonNode answer, String renewalEnd, Instant now, @Nullable Grant former) {
        String token = answer.path("access_token").asString("");
        if (token.isEmpty()) {
            throw new CallFailed(new Fault.Unreadable("TikTok answers the sign-in without a token."));
        }
        String renewal = answer.path("refresh_token").asString("");
        Instant renewable = after(now, answer.path(renewalEnd));
        return new Grant(
                new Secret(token),
                renewal.isEmpty() ? former == null ? null : former.renewal() : new Secret(renewal),
                now,
                after(now, answer.path("expires_in")),
                renewable == null && former != null ? former.renewalExpiresAt() : renewable,
                scopes(answer, former));
    }

    private static @Nullable Instant after(Instant now, JsonNode seconds) {
        OptionalDouble told = Numbers.read(seconds);
        return told.isPresent() ? now.plusSeconds((long) told.getAsDouble()) : null;
    }

    /// People may switch some of them off.
    private static Set<String> scopes(JsonNode answer, @Nullable Grant former) {
        String granted = answer.path("scope").asString("");
        if (granted.isEmpty() && former != null) {
            return former.scopes();
        }
        return Arrays.stream(granted.split("[,\\s]+", -1))
                .filter(scope -> !scope.isEmpty())
                .collect(Collectors.toSet());
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
