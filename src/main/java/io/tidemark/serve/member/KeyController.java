package io.tidemark.serve.member;

import io.tidemark.ledger.ApiKey;
import io.tidemark.ledger.ApiKeys;
import io.tidemark.ledger.Member;
import io.tidemark.ledger.Members;
import io.tidemark.ledger.User;
import io.tidemark.serve.http.Access;
import io.tidemark.serve.http.Body;
import io.tidemark.serve.http.Parameters;
import io.tidemark.serve.http.Problem;
import io.tidemark.serve.http.Thing;
import io.tidemark.tenancy.ProgramKeys;
import io.tidemark.words.Sentence;
import io.tidemark.words.Value;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;

/// The keys of programs. Every member sees them and makes some; who made one, and owners, end it.
@RestController
@RequestMapping("/api/v1/keys")
final class KeyController {
    private static final Sentence TOO_MANY =
            Sentence.of("too_many_keys", "A business has at most {most} good keys: end one that is not used.");
    private static final Sentence OWNERS_ONLY =
            Sentence.of("owners_end_keys", "Only owners of the business end the keys of others: ask one of them.");

    private static final int LONGEST_NAME = 100;
    private static final int MOST_DAYS = 3650;

    private final Access access;
    private final ProgramKeys keys;
    private final Members members;
    private final JsonMapper json;
    private final Clock clock;

    KeyController(Access access, ProgramKeys keys, Members members, JsonMapper json, Clock clock) {
        this.access = access;
        this.keys = keys;
        this.members = members;
        this.json = json;
        this.clock = clock;
    }

    /// How a key is.
    enum State {
        GOOD,
        EXPIRED,
        REVOKED
    }

    /// @param madeBy the e-mail address of who made it
    record KeyView(
            long keyId,
            String name,
            ApiKey.Scope scope,
            String beginning,
            String madeBy,
            State state,
            Instant createdAt,
            @Nullable Instant expiresAt,
            @Nullable Instant lastUsedAt,
            @Nullable Instant revokedAt) {}

    record Listing(List<KeyView> keys) {}

    /// @param secret the key itself, told this once
    record Made(KeyView key, String secret) {
        @Override
        public String toString() {
            return "Made[" + key + "]";
        }
    }

    @GetMapping
    Listing list(@AuthenticationPrincipal User caller, HttpServletRequest request) {
        return new Listing(keys.book().all(business(caller, request)).stream()
                .map(this::view)
                .toList());
    }

    @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<Made> make(@AuthenticationPrincipal User caller, HttpServletRequest request) {
        long business = business(access.person(caller), request);
        Body body = Body.of(request, json, Set.of("name", "scope", "days"));
        String name = body.text("name", LONGEST_NAME)
                .orElseThrow(() -> body.missing("name"))
                .strip();
        ApiKey.Scope scope =
                body.oneOf("scope", ApiKey.Scope::find, ApiKey.Scope.keys()).orElseThrow(() -> body.missing("scope"));
        Instant expiry = body.isNull("days")
                ? null
                : body.whole("days", 1, MOST_DAYS)
                        .map(days -> clock.instant().plus(Duration.ofDays(days)))
                        .orElse(null);
        ProgramKeys.Issued issued = keys.issue(business, caller, name, scope, expiry)
                .orElseThrow(() -> Problem.of(
                                HttpStatus.CONFLICT,
                                "too_many_keys",
                                TOO_MANY.said(Map.of("most", Value.count(ApiKeys.MOST))))
                        .exception());
        return ResponseEntity.status(HttpStatus.CREATED)
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .body(new Made(view(issued.key()), issued.secret()));
    }

    @DeleteMapping("/{id}")
    ResponseEntity<Void> revoke(
            @AuthenticationPrincipal User caller, @PathVariable String id, HttpServletRequest request) {
        long business = business(access.person(caller), request);
        long number = Parameters.id("key_id", id);
        ApiKey key = keys.book().find(business, number).orElseThrow(() -> Thing.KEY.notFound(number));
        if (key.userId() != caller.id() && !caller.administrator() && !owns(caller, business)) {
            throw Problem.of(HttpStatus.FORBIDDEN, "owners_only", OWNERS_ONLY.said())
                    .exception();
        }
        keys.book().revoke(business, number);
        return ResponseEntity.noContent().build();
    }

    private boolean owns(User caller, long business) {
        return members.find(business, caller.id())
                .filter(member -> member.role() == Member.Role.OWNER)
                .isPresent();
    }

    private long business(User caller, HttpServletRequest request) {
        return access.business(
                        caller, Parameters.of(request, Set.of("business_id")).businessId())
                .id();
    }

    private KeyView view(ApiKey key) {
        return new KeyView(
                key.id(),
                key.name(),
                key.scope(),
                key.beginning(),
                key.email(),
                state(key),
                key.createdAt(),
                key.expiresAt(),
                key.lastUsedAt(),
                key.revokedAt());
    }

    private State state(ApiKey key) {
        if (key.revokedAt() != null) {
            return State.REVOKED;
        }
        Instant expiry = key.expiresAt();
        return expiry != null && !clock.instant().isBefore(expiry) ? State.EXPIRED : State.GOOD;
    }
}
