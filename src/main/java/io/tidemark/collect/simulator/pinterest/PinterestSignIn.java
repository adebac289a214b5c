package io.tidemark.collect.simulator.pinterest;

import io.tidemark.collect.simulator.Answer;
import io.tidemark.collect.simulator.Call;
import io.tidemark.collect.simulator.ConsentPage;
import io.tidemark.collect.simulator.TokenBook;
import io.tidemark.collect.simulator.World;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// The page on which the owner of an account agrees, and the tokens that come of it.
final class PinterestSignIn {
    static final String AUTHORIZE = "/oauth/";
    static final String TOKEN = "/v5/oauth/token";

    private static final Set<String> SCOPES = Set.of("user_accounts:read", "boards:read", "pins:read");
    private static final List<String> REQUEST = List.of("client_id", "redirect_uri", "response_type", "scope", "state");

    private final World world;
    private final TokenBook tokens;
    private final Clock clock;
    private final Map<String, Agreed> codes = new ConcurrentHashMap<>();
    private volatile @Nullable Client client;

    PinterestSignIn(World world, TokenBook tokens, Clock clock) {
        this.world = world;
        this.tokens = tokens;
        this.clock = clock;
    }

    /// An app as it is registered.
    record Client(String id, String secret, Set<String> redirects) {
        Client {
            redirects = Set.copyOf(redirects);
        }

        String basic() {
            byte[] pair = (id + ":" + secret).getBytes(StandardCharsets.UTF_8);
            return "Basic " + Base64.getEncoder().encodeToString(pair);
        }
    }

    private record Agreed(String redirect, String scope) {}

    void register(Client registered) {
        client = registered;
    }

    /// The page that asks.
    Answer ask(Call call) {
        return refusal(call.query()).orElseGet(() -> page(call));
    }

    /// What was answered: back to the app, with a code or without.
    Answer agree(Call call) {
        Map<String, String> asked = REQUEST.stream()
                .collect(Collectors.toMap(name -> name, name -> call.form(name).orElse("")));
        return refusal(asked).orElseGet(() -> answered(call, asked));
    }

    /// A token for a code, or for a token that is for renewing.
    Answer token(Call call) {
        Client known = client;
        if (known == null || !call.header("authorization").orElse("").equals(known.basic())) {
            throw PinterestRefusal.token();
        }
        return switch (call.form("grant_type").orElse("")) {
            case "authorization_code" -> redeem(call);
            case "refresh_token" ->
                tokens.renew(call.form("refresh_token").orElse(""))
                        .map(good -> granted(good, "refresh_token", String.join(" ", SCOPES)))
                        .orElseThrow(() -> new PinterestRefusal(401, 2, "The refresh token is invalid or expired."));
            default -> throw PinterestRefusal.badParameter("Invalid grant type.");
        };
    }

    private Answer redeem(Call call) {
        String code = call.form("code").orElse("");
        Agreed agreed = codes.remove(code);
        if (agreed == null
                || !agreed.redirect().equals(call.form("redirect_uri").orElse(""))) {
            throw new PinterestRefusal(400, 283, "The authorization code is invalid.");
        }
        if (!call.form("continuous_refresh").orElse("").equals("true")) {
            throw PinterestRefusal.badParameter("The legacy refresh token is no longer supported.");
        }
        return tokens.redeem(code)
                .map(good -> granted(good, "authorization_code", agreed.scope()))
                .orElseThrow(() -> new PinterestRefusal(400, 283, "The authorization code is invalid."));
    }

    private Answer granted(TokenBook.Tokens good, String kind, String scope) {
        long renewable = PinterestSimulator.RENEWAL_LIFE.toSeconds();
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("access_token", good.access()).put("refresh_token", Objects.requireNonNull(good.renewal()));
        json.put("response_type", kind).put("token_type", "bearer").put("expires_in", good.expiresIn());
        json.put("refresh_token_expires_in", renewable).put("scope", scope);
        json.put("refresh_token_expires_at", clock.instant().getEpochSecond() + renewable);
        return Answer.json(json.toString());
    }

    private Answer answered(Call call, Map<String, String> asked) {
        String back = asked.get("redirect_uri") + "?state=" + encode(asked.getOrDefault("state", ""));
        Optional<String> account = call.form("account").flatMap(world::find).map(found -> found.externalId());
        if (account.isEmpty() || !call.form("decision").orElse("").equals("allow")) {
            return Answer.redirect(back + "&error=access_denied");
        }
        String code = tokens.code(account.get());
        String scope = asked.getOrDefault("scope", "").replace(',', ' ');
        codes.put(code, new Agreed(asked.getOrDefault("redirect_uri", ""), scope));
        return Answer.redirect(back + "&code=" + encode(code));
    }

    private Optional<Answer> refusal(Map<String, String> asked) {
        Client known = client;
        boolean good = known != null
                && known.id().equals(asked.get("client_id"))
                && known.redirects().contains(asked.getOrDefault("redirect_uri", ""))
                && "code".equals(asked.get("response_type"))
                && SCOPES.containsAll(
                        Arrays.asList(asked.getOrDefault("scope", "").split(",", -1)));
        return good
                ? Optional.empty()
                : Optional.of(Answer.html("<!doctype html><title>Pinterest</title><p>Invalid request"));
    }

    private Answer page(Call call) {
        Map<String, String> request = REQUEST.stream()
                .collect(Collectors.toMap(name -> name, name -> call.query(name).orElse("")));
        String accounts = ConsentPage.accounts(world.accounts(), account -> account.handle());
        return new ConsentPage("Pinterest", "Let this app read your Pinterest account?", AUTHORIZE, request, accounts)
                .answer();
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
