package io.tidemark.collect.simulator.x;

import io.tidemark.collect.simulator.Answer;
import io.tidemark.collect.simulator.Call;
import io.tidemark.collect.simulator.CodeChallenge;
import io.tidemark.collect.simulator.ConsentPage;
import io.tidemark.collect.simulator.SimulatedAccount;
import io.tidemark.collect.simulator.TokenBook;
import io.tidemark.collect.simulator.World;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
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
final class XSignIn {
    private static final List<String> REQUEST =
            List.of("client_id", "redirect_uri", "scope", "state", "code_challenge", "code_challenge_method");

    private final World world;
    private final TokenBook tokens;
    private final Map<String, Agreed> codes = new ConcurrentHashMap<>();
    private final Map<String, String> scopes = new ConcurrentHashMap<>();
    private volatile @Nullable Client client;

    XSignIn(World world, TokenBook tokens) {
        this.world = world;
        this.tokens = tokens;
    }

    /// An app as it is registered.
    record Client(String id, String secret, Set<String> redirects) {
        Client {
            redirects = Set.copyOf(redirects);
        }
    }

    private record Agreed(String challenge, String redirect, String scope) {}

    void register(Client registered) {
        client = registered;
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
        if (!isClient(call)) {
            return refused(401, "unauthorized_client", "Missing valid authorization header");
        }
        return switch (call.form("grant_type").orElse("")) {
            case "authorization_code" -> redeem(call);
            case "refresh_token" -> renew(call.form("refresh_token").orElse(""));
            default -> refused(400, "unsupported_grant_type", "Value passed for the grant type was invalid.");
        };
    }

    Answer revoke(Call call) {
        if (!isClient(call)) {
            return refused(401, "unauthorized_client", "Missing valid authorization header");
        }
        tokens.holder(call.form("token").orElse("")).ifPresent(tokens::revoke);
        return Answer.json("{\"revoked\":true}");
    }

    private Answer answered(Call call, Map<String, String> asked) {
        String back = asked.get("redirect_uri") + "?state=" + encode(asked.getOrDefault("state", ""));
        Optional<SimulatedAccount> person = call.form("account").flatMap(world::find);
        if (person.isEmpty() || !call.form("decision").orElse("").equals("allow")) {
            return Answer.redirect(back + "&error=access_denied");
        }
        String code = tokens.code(person.get().externalId());
        codes.put(
                code,
                new Agreed(
                        asked.getOrDefault("code_challenge", ""),
                        asked.getOrDefault("redirect_uri", ""),
                        asked.getOrDefault("scope", "")));
        return Answer.redirect(back + "&code=" + encode(code));
    }

    private Answer redeem(Call call) {
        Agreed agreed = codes.remove(call.form("code").orElse(""));
        if (agreed == null) {
            return refused(400, "invalid_request", "Value passed for the authorization code was invalid.");
        }
        if (!agreed.redirect().equals(call.form("redirect_uri").orElse(""))) {
            return refused(
                    400,
                    "invalid_request",
                    "Value passed for the redirect uri did not match the uri of the authorization code.");
        }
        if (!agreed.challenge()
                .equals(CodeChallenge.of(call.form("code_verifier").orElse("")))) {
            return refused(
                    400, "invalid_request", "Value passed for the code verifier did not match the code challenge.");
        }
        return tokens.redeem(call.form("code").orElse(""))
                .map(good -> granted(good, agreed.scope()))
                .orElseGet(
                        () -> refused(400, "invalid_request", "Value passed for the authorization code was invalid."));
    }

    private Answer renew(String renewal) {
        return tokens.renew(renewal)
                .map(good -> granted(good, scopes.getOrDefault(good.holder(), "offline.access")))
                .orElseGet(() -> refused(400, "invalid_request", "Value passed for the token was invalid."));
    }

    private Answer granted(TokenBook.Tokens good, String scope) {
        scopes.put(good.holder(), scope);
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("token_type", "bearer").put("expires_in", good.expiresIn());
        json.put("access_token", good.access()).put("scope", scope);
        if (List.of(scope.split(" ")).contains("offline.access")) {
            json.put("refresh_token", good.renewal());
        }
        return Answer.json(json.toString());
    }

    private Optional<Answer> refusal(Map<String, String> asked) {
        Client known = client;
        if (known == null || !known.id().equals(asked.get("client_id"))) {
            return Optional.of(Answer.json(400, "{\"error\":\"invalid_client\"}"));
        }
        boolean good = known.redirects().contains(asked.getOrDefault("redirect_uri", ""))
                && "S256".equals(asked.get("code_challenge_method"))
                && !asked.getOrDefault("code_challenge", "").isEmpty()
                && !asked.getOrDefault("state", "").isEmpty();
        return good
                ? Optional.empty()
                : Optional.of(refused(
                        400, "invalid_request", "Something went wrong: you weren't able to give access to the App."));
    }

    private Answer page(Call call) {
        Map<String, String> request = REQUEST.stream()
                .collect(Collectors.toMap(name -> name, name -> call.query(name).orElse("")));
        String accounts = ConsentPage.accounts(
                world.accounts(), account -> "%s (@%s)".formatted(account.name(), account.handle()));
        return new ConsentPage("X", "Let this app read your account?", "/i/oauth2/authorize", request, accounts)
                .answer();
    }

    private boolean isClient(Call call) {
        Client known = client;
        if (known == null) {
            return false;
        }
        String pair = known.id() + ":" + known.secret();
        String basic = "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8));
        return call.header("authorization").filter(basic::equals).isPresent();
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
