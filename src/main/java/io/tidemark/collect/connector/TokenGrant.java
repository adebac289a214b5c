package io.tidemark.collect.connector;

import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// What a platform answers where tokens are given (RFC 6749, section 5.1), with what platforms have added to it: a
/// life of the token for renewal, and lists of scopes with commas.
///
/// @param by who answers, for a person: "Google"
public record TokenGrant(String by, JsonNode answer) {
    /// Fields that tell for how many seconds renewing is good.
    private static final List<String> RENEWAL_LIVES = List.of("refresh_token_expires_in", "refresh_expires_in");

    /// @param asked the scopes that were asked for, which are granted where the answer does not say otherwise
    /// @throws CallFailed where there is no token in it
    public Login.Grant first(Instant now, Collection<String> asked) {
        return grant(now, null, null, Set.copyOf(asked));
    }

    /// @param former what was renewed, from which stays what the answer leaves out
    /// @throws CallFailed where there is no token in it
    public Login.Grant renewed(Instant now, Login.Grant former) {
        return grant(now, former.renewal(), former.renewalExpiresAt(), former.scopes());
    }

    /// @throws CallFailed where there is none
    public Secret token() {
        String token = answer.path("access_token").asString("");
        if (token.isEmpty()) {
            throw new CallFailed(new Fault.Unreadable(Saying.noToken(by)));
        }
        return new Secret(token);
    }

    private Login.Grant grant(
            Instant now, @Nullable Secret formerRenewal, @Nullable Instant formerEnd, Set<String> otherwise) {
        String renewal = answer.path("refresh_token").asString("");
        Instant renewalEnd = RENEWAL_LIVES.stream()
                .map(name -> after(now, name))
                .filter(end -> end != null)
                .findFirst()
                .orElse(formerEnd);
        return new Login.Grant(
                token(),
                renewal.isEmpty() ? formerRenewal : new Secret(renewal),
                now,
                after(now, "expires_in"),
                renewalEnd,
                scopes(otherwise));
    }

    private @Nullable Instant after(Instant now, String name) {
        return Numbers.read(answer.path(name)).stream()
                .mapToObj(seconds -> now.plusSeconds((long) seconds))
                .findFirst()
                .orElse(null);
    }

    /// People may switch some of them off.
    private Set<String> scopes(Set<String> otherwise) {
        Set<String> granted = Arrays.stream(answer.path("scope").asString("").split("[,\\s]+", -1))
                .filter(scope -> !scope.isEmpty())
                .collect(Collectors.toSet());
        return granted.isEmpty() ? otherwise : granted;
    }
}
