package io.tidemark.collect.simulator.youtube;

import io.tidemark.collect.simulator.Answer;
import io.tidemark.collect.simulator.Call;
import io.tidemark.collect.simulator.CodeChallenge;
import io.tidemark.collect.simulator.ConsentPage;
import io.tidemark.collect.simulator.SimulatedAccount;
import io.tidemark.collect.simulator.TokenBook;
import io.tidemark.collect.simulator.World;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// The page on which a person chooses a channel and ticks permissions, and the tokens that come of it.
final class GoogleSignIn {
    static final String AUTHORIZE = "/o/oauth2/v2/auth";
    static final String ANALYTICS = "https://www.googleapis.com/auth/yt-analytics.readonly";
    static final String DATA = "https://www.googleapis.com/auth/youtube.readonly";

    private static final Set<String> SCOPES = Set.of(ANALYTICS, DATA);
    private static final List<String> REQUEST = List.of(
            "client_id",
            "redirect_uri",
            "response_type",
            "scope",
            "state",
            "access_type",
            "prompt",
            "code_challenge",
            "code_challenge_method");
    private static final String TICKED = "ticked ";

    private final World world;
    private final TokenBook tokens;
    private final @Nullable Duration testing;
    private final Map<String, Agreed> codes = new ConcurrentHashMap<>();
    private final Map<String, String> granted = new ConcurrentHashMap<>();
    private volatile @Nullable Client client;

    /// @param testing how long a token for renewal lives, as long as the app is in testing; null where it is in
    ///     production
    GoogleSignIn(World world, TokenBook tokens, @Nullable Duration testing) {
        this.world = world;
        this.tokens = tokens;
        this.testing = testing;
    }

    /// An app as it is registered.
    record Client(String id, String secret, Set<String> redirects) {
        Client {
            redirects = Set.copyOf(redirects);
        }
    }

    private record Agreed(String challenge, String redirect, String scope, boolean renewable) {}

    void register(Client registered) {
        client = registered;
    }

    /// Whether a person ticked a permission; one who has not been asked has ticked all.
    boolean allows(String person, String scope) {
        String scopes = granted.get(person);
        return scopes == null || List.of(scopes.split(" ")).contains(scope);
    }

    /// A person ticks these permissions alone.
    void tick(String person, String scopes) {
        granted.put(person, scopes);
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
        boolean ours = known != null
                && known.id().equals(call.form("client_id").orElse(""))
                && known.secret().equals(call.form("client_secret").orElse(""));
        if (!ours) {
            return refused(401, "invalid_client", "The OAuth client was not found.");
        }
        return switch (call.form("grant_type").orElse("")) {
            case "authorization_code" -> redeem(call);
            case "refresh_token" -> renew(call.form("refresh_token").orElse(""));
            default -> refused(400, "unsupported_grant_type", "Invalid grant_type");
        };
    }

    Answer revoke(Call call) {
        tokens.holder(call.form("token").or(() -> call.query("token")).orElse(""))
                .ifPresent(tokens::revoke);
        return Answer.json("{}");
    }

    private Answer answered(Call call, Map<String, String> asked) {
        String back = asked.get("redirect_uri") + "?state=" + encode(asked.getOrDefault("state", ""));
        Optional<SimulatedAccount> channel = call.form("account").flatMap(world::find);
        if (channel.isEmpty() || !call.form("decision").orElse("").equals("allow")) {
            return Answer.redirect(back + "&error=access_denied");
        }
        String ticked = scopes(asked)
                .filter(scope -> call.form(TICKED + scope).isPresent())
                .collect(Collectors.joining(" "));
        String code = tokens.code(channel.get().externalId());
        codes.put(
                code,
                new Agreed(
                        asked.getOrDefault("code_challenge", ""),
                        asked.getOrDefault("redirect_uri", ""),
                        ticked,
                        "offline".equals(asked.get("access_type")) && "consent".equals(asked.get("prompt"))));
        return Answer.redirect(back + "&code=" + encode(code) + "&scope=" + encode(ticked));
    }

    private Answer redeem(Call call) {
        Agreed agreed = codes.remove(call.form("code").orElse(""));
        if (agreed == null) {
            return refused(400, "invalid_grant", "Malformed auth code.");
        }
        if (!agreed.redirect().equals(call.form("redirect_uri").orElse(""))) {
            return refused(400, "redirect_uri_mismatch", "Bad Request");
        }
        if (!agreed.challenge()
                .equals(CodeChallenge.of(call.form("code_verifier").orElse("")))) {
            return refused(400, "invalid_grant", "Invalid code verifier.");
        }
        return tokens.redeem(call.form("code").orElse(""))
                .map(good -> granted(good, agreed.scope(), agreed.renewable()))
                .orElseGet(() -> refused(400, "invalid_grant", "Bad Request"));
    }

    private Answer renew(String renewal) {
        return tokens.renew(renewal)
                .map(good -> granted(good, granted.getOrDefault(good.holder(), DATA + " " + ANALYTICS), false))
                .orElseGet(() -> refused(400, "invalid_grant", "Token has been expired or revoked."));
    }

    /// @param renewable whether a token for renewal comes along: only the first time
    private Answer granted(TokenBook.Tokens good, String scope, boolean renewable) {
        granted.put(good.holder(), scope);
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("access_token", good.access()).put("expires_in", good.expiresIn() - 1);
        json.put("scope", scope).put("token_type", "Bearer");
        if (renewable) {
            json.put("refresh_token", good.renewal());
        }
        if (renewable && testing != null) {
            json.put("refresh_token_expires_in", testing.toSeconds() - 1);
        }
        return Answer.json(json.toString());
    }

    private Optional<Answer> refusal(Map<String, String> asked) {
        Client known = client;
        if (known == null || !known.id().equals(asked.get("client_id"))) {
            return Optional.of(refused(401, "invalid_client", "The OAuth client was not found."));
        }
        if (!known.redirects().contains(asked.getOrDefault("redirect_uri", ""))) {
            return Optional.of(refused(400, "redirect_uri_mismatch", "The redirect URI does not match."));
        }
        if (!scopes(asked).allMatch(SCOPES::contains) || scopes(asked).findAny().isEmpty()) {
            return Optional.of(refused(400, "invalid_scope", "Some requested scopes were invalid."));
        }
        boolean good = "code".equals(asked.get("response_type"))
                && "S256".equals(asked.get("code_challenge_method"))
                && !asked.getOrDefault("code_challenge", "").isEmpty();
        return good ? Optional.empty() : Optional.of(refused(400, "invalid_request", "Access blocked"));
    }

    private Answer page(Call call) {
        Map<String, String> request = REQUEST.stream()
                .collect(Collectors.toMap(name -> name, name -> call.query(name).orElse("")));
        String permissions = scopes(request)
                .map(scope -> "<label><input type=\"checkbox\" name=\"%s%s\" value=\"yes\" checked> %s</label>"
                        .formatted(
                                TICKED,
                                scope,
                                scope.equals(ANALYTICS)
                                        ? "View the channel's analytics reports"
                                        : "View your YouTube account"))
                .collect(Collectors.joining("\n"));
        String channels = ConsentPage.accounts(
                world.accounts(), account -> "%s (@%s)".formatted(account.name(), account.handle()));
        return new ConsentPage(
                        "YouTube",
                        "Choose a channel, and what this app may see of it",
                        AUTHORIZE,
                        request,
                        channels + permissions)
                .answer();
    }

    private static Stream<String> scopes(Map<String, String> asked) {
        return Arrays.stream(asked.getOrDefault("scope", "").split(" ")).filter(scope -> !scope.isEmpty());
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
