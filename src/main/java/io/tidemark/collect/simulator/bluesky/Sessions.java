package io.tidemark.collect.simulator.bluesky;

import io.tidemark.collect.simulator.Answer;
import io.tidemark.collect.simulator.Call;
import io.tidemark.collect.simulator.SimulatedAccount;
import io.tidemark.collect.simulator.TokenBook;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Base64;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// Begins and renews sessions. Their tokens say of themselves when they end.
final class Sessions {
    private static final int SIGN_INS = 30;
    private static final Duration WINDOW = Duration.ofMinutes(5);

    private final Views views;
    private final TokenBook book;
    private final Clock clock;
    private final Map<String, Deque<Instant>> signIns = new HashMap<>();
    private volatile URI home;

    /// @param address of the server
    Sessions(Views views, TokenBook book, URI address, Clock clock) {
        this.views = views;
        this.book = book;
        this.clock = clock;
        home = address;
    }

    /// Where accounts are at home, by what they say of themselves.
    void home(URI other) {
        home = other;
    }

    URI home() {
        return home;
    }

    /// The document that says who an account is.
    Answer document(String did) {
        SimulatedAccount account = views.find(did)
                .orElseThrow(
                        () -> new Refused(Answer.json(404, "{\"message\":\"DID not registered: %s\"}".formatted(did))));
        return Answer.json(described(account.externalId(), account.handle()).toString());
    }

    private ObjectNode described(String did, String handle) {
        ObjectNode document = JsonNodeFactory.instance.objectNode().put("id", did);
        document.putArray("alsoKnownAs").add("at://" + handle);
        document.putArray("service")
                .addObject()
                .put("id", "#atproto_pds")
                .put("type", "AtprotoPersonalDataServer")
                .put("serviceEndpoint", home.toString());
        return document;
    }

    Answer create(Call call) {
        JsonNode body = body(call);
        String identifier = body.path("identifier").asString("");
        if (isTooOften(identifier)) {
            throw new Refused(429, "RateLimitExceeded", "Rate Limit Exceeded");
        }
        boolean whole = body.path("password").asString("").equals(BlueskySimulator.ACCOUNT_PASSWORD);
        boolean some = body.path("password").asString("").equals(BlueskySimulator.APP_PASSWORD);
        SimulatedAccount account = views.find(identifier)
                .filter(known -> whole || some)
                .orElseThrow(() -> new Refused(401, "AuthenticationRequired", "Invalid identifier or password"));
        return session(account, book.issue(account.externalId()), whole ? "com.atproto.access" : "com.atproto.appPass");
    }

    Answer refresh(Call call) {
        if (!call.body().isEmpty()) {
            throw Refused.request("A request body was provided when none was expected");
        }
        TokenBook.Tokens tokens = book.renew(inside(call.token()))
                .orElseThrow(() -> new Refused(400, "ExpiredToken", "Token has been revoked"));
        return session(views.find(tokens.holder()).orElseThrow(), tokens, "com.atproto.appPass");
    }

    /// @throws Refused where the token is not good
    void check(Call call) {
        String token = call.token();
        if (token.isEmpty()) {
            throw new Refused(401, "AuthMissing", "Authentication Required");
        }
        switch (book.state(inside(token))) {
            case GOOD -> {}
            case EXPIRED -> throw new Refused(400, "ExpiredToken", "Token has expired");
            case REVOKED, UNKNOWN -> throw new Refused(400, "InvalidToken", "Token could not be verified");
        }
    }

    private synchronized boolean isTooOften(String identifier) {
        Deque<Instant> last = signIns.computeIfAbsent(identifier, _ -> new ArrayDeque<>());
        Instant now = clock.instant();
        while (!last.isEmpty() && !last.peekFirst().isAfter(now.minus(WINDOW))) {
            last.removeFirst();
        }
        last.addLast(now);
        return last.size() > SIGN_INS;
    }

    private Answer session(SimulatedAccount account, TokenBook.Tokens tokens, String scope) {
        Instant now = clock.instant();
        String did = account.externalId();
        ObjectNode answer = JsonNodeFactory.instance.objectNode();
        answer.put("did", did).put("handle", account.handle()).put("email", "owner@example.com");
        answer.put("active", !account.hidden());
        if (account.hidden()) {
            answer.put("status", "deactivated");
        }
        answer.put("accessJwt", wrapped(tokens.access(), did, scope, now.plusSeconds(tokens.expiresIn())));
        answer.put(
                "refreshJwt",
                wrapped(
                        Objects.requireNonNull(tokens.renewal()),
                        did,
                        "com.atproto.refresh",
                        now.plus(BlueskySimulator.RENEWAL)));
        answer.set("didDoc", described(did, account.handle()));
        return Answer.json(answer.toString());
    }

    /// As a JSON Web Token.
    private static String wrapped(String token, String did, String scope, Instant end) {
        ObjectNode claims = JsonNodeFactory.instance.objectNode();
        claims.put("scope", scope)
                .put("sub", did)
                .put("exp", end.getEpochSecond())
                .put("jti", token);
        return encoded("{\"typ\":\"at+jwt\",\"alg\":\"HS256\"}") + "." + encoded(claims.toString()) + ".c2lnbmVk";
    }

    /// What was wrapped; empty where it is no such token.
    private static String inside(String token) {
        String[] parts = token.split("\\.", -1);
        try {
            return parts.length == 3
                    ? JsonMapper.shared()
                            .readTree(Base64.getUrlDecoder().decode(parts[1]))
                            .path("jti")
                            .asString("")
                    : "";
        } catch (IllegalArgumentException | JacksonException _) {
            return "";
        }
    }

    private static String encoded(String text) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    private static JsonNode body(Call call) {
        try {
            return JsonMapper.shared().readTree(call.body());
        } catch (JacksonException _) {
            throw Refused.request("Expected a JSON body");
        }
    }
}
