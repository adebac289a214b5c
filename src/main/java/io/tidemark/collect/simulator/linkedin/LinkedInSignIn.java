package io.tidemark.collect.simulator.linkedin;

import io.tidemark.collect.simulator.Answer;
import io.tidemark.collect.simulator.Call;
import io.tidemark.collect.simulator.ConsentPage;
import io.tidemark.collect.simulator.TokenBook;
import io.tidemark.collect.simulator.World;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// The page on which a person agrees, and the tokens that come of it.
final class LinkedInSignIn {
    static final String AUTHORIZE = "/oauth/v2/authorization";
    static final Duration RENEWAL_LIFE = Duration.ofDays(365);

    private static final List<String> REQUEST = List.of("response_type", "client_id", "redirect_uri", "state", "scope");

    private final World world;
    private final TokenBook tokens;
    private final Map<String, Agreed> codes = new ConcurrentHashMap<>();
    private final Map<String, Set<String>> scopes = new ConcurrentHashMap<>();
    private final Map<String, Renewal> renewals = new ConcurrentHashMap<>();
    private volatile @Nullable Client client;
    private volatile boolean partner;

    LinkedInSignIn(World world, TokenBook tokens) {
        this.world = world;
        this.tokens = tokens;
    }

    /// An app as it is registered.
    ///
    /// @param approved the scopes that LinkedIn has approved it for
    record Client(String id, String secret, Set<String> redirects, Set<String> approved) {
        Client {
            redirects = Set.copyOf(redirects);
            approved = Set.copyOf(approved);
        }
    }

    private record Agreed(String redirect, String scope) {}

    /// A token for renewal ends a year after the first grant, however often it is used.
    private record Renewal(Instant until, String scope) {}

    void register(Client registered) {
        client = registered;
    }

    /// Whether the app is one of those whose tokens may be renewed.
    void partner(boolean whether) {
        partner = whether;
    }

    /// Whether a token allows something; one that was not got by signing in allows everything.
    boolean allows(String token, String scope) {
        Set<String> granted = scopes.get(token);
        return granted == null || granted.contains(scope);
    }

    /// The page that asks.
    Answer ask(Call call) {
        return refusal(call.query()).orElseGet(() -> page(call));
    }

    /// What the person answered: back to the app, with a code or without.
    Answer agree(Call call) {
        Map<String, String> asked = REQUEST.stream()
                .collect(Collectors.toMap(name -> name, name -> call.form(name).orElse("")));
        return refusal(asked).orElseGet(() -> answered(call, asked));
    }

    Answer token(Call call) {
        Client known = client;
        boolean right = known != null
                && known.id().equals(call.form("client_id").orElse(""))
                && known.secret().equals(call.form("client_secret").orElse(""));
        if (!right) {
            return refused(401, "invalid_client", "Client authentication failed");
        }
        return switch (call.form("grant_type").orElse("")) {
            case "authorization_code" -> redeem(call);
            case "refresh_token" -> renew(call.form("refresh_token").orElse(""));
            default -> refused(400, "unsupported_grant_type", "The grant type is not supported");
        };
    }

    private Answer answered(Call call, Map<String, String> asked) {
        String back = asked.get("redirect_uri") + "?state=" + encode(asked.getOrDefault("state", ""));
        String scope = asked.getOrDefault("scope", "");
        Client known = client;
        if (known == null || !known.approved().containsAll(List.of(scope.split(" ")))) {
            return Answer.redirect(back + "&error=unauthorized_scope_error");
        }
        if (!call.form("decision").orElse("").equals("allow")) {
            return Answer.redirect(back + "&error=user_cancelled_authorize");
        }
        String code = tokens.code(Person.of(world).urn());
        codes.put(code, new Agreed(asked.getOrDefault("redirect_uri", ""), scope));
        return Answer.redirect(back + "&code=" + encode(code));
    }

    private Answer redeem(Call call) {
        String code = call.form("code").orElse("");
        Agreed agreed = codes.remove(code);
        if (agreed == null
                || !agreed.redirect().equals(call.form("redirect_uri").orElse(""))) {
            return refused(400, "invalid_redirect_uri", "Code or redirect address do not match");
        }
        return tokens.redeem(code)
                .map(good -> granted(
                        good, agreed.scope(), good.renewal(), world.now().plus(RENEWAL_LIFE)))
                .orElseGet(() -> refused(400, "invalid_request", "The authorization code has run out"));
    }

    private Answer renew(String renewal) {
        Renewal known = renewals.get(renewal);
        if (!partner || known == null || !world.now().isBefore(known.until())) {
            return refused(400, "invalid_grant", "The refresh token is not valid");
        }
        return tokens.renew(renewal)
                .map(good -> granted(good, known.scope(), renewal, known.until()))
                .orElseGet(() -> refused(400, "invalid_grant", "The refresh token was revoked"));
    }

    private Answer granted(TokenBook.Tokens good, String scope, @Nullable String renewal, Instant until) {
        scopes.put(good.access(), Set.of(scope.split(" ")));
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("access_token", good.access()).put("expires_in", good.expiresIn());
        json.put("scope", scope.replace(' ', ','));
        if (partner && renewal != null) {
            renewals.put(renewal, new Renewal(until, scope));
            json.put("refresh_token", renewal)
                    .put(
                            "refresh_token_expires_in",
                            Duration.between(world.now(), until).toSeconds());
        }
        return Answer.json(json.toString());
    }

    private Optional<Answer> refusal(Map<String, String> asked) {
        Client known = client;
        if (known == null || !known.id().equals(asked.get("client_id"))) {
            return Optional.of(Answer.json(400, "{\"error\":\"invalid_client_id\"}"));
        }
        if (!known.redirects().contains(asked.getOrDefault("redirect_uri", ""))) {
            return Optional.of(
                    refused(400, "invalid_redirect_uri", "The redirect_uri does not match the registered value"));
        }
        return "code".equals(asked.get("response_type"))
                ? Optional.empty()
                : Optional.of(refused(400, "unsupported_response_type", "Only codes are given"));
    }

    private Answer page(Call call) {
        Map<String, String> request = REQUEST.stream()
                .collect(Collectors.toMap(name -> name, name -> call.query(name).orElse("")));
        String question =
                "Let this app read the pages of %s?".formatted(Person.of(world).name());
        return new ConsentPage("LinkedIn", question, AUTHORIZE, request, "").answer();
    }

    private static Answer refused(int status, String error, String description) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        return Answer.json(
                status,
                json.put("error", error).put("error_description", description).toString());
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
