package io.tidemark.collect.simulator.tiktok;

import io.tidemark.collect.simulator.Answer;
import io.tidemark.collect.simulator.Call;
import io.tidemark.collect.simulator.ConsentPage;
import io.tidemark.collect.simulator.SimulatedAccount;
import io.tidemark.collect.simulator.TokenBook;
import io.tidemark.collect.simulator.World;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// The page on which a person agrees, permission by permission, and the tokens that come of it.
final class TikTokSignIn {
    private static final String PAGE = "/v2/auth/authorize/";
    private static final List<String> REQUEST = List.of(
            "client_key", "redirect_uri", "response_type", "scope", "state", "code_challenge", "code_challenge_method");
    private static final int BAD_GRANT = 40105;
    private static final int BAD_APP = 40002;

    private final World world;
    private final TokenBook display;
    private final TokenBook business;
    private final Map<String, Agreed> codes = new ConcurrentHashMap<>();
    private final Map<String, Set<String>> scopes = new ConcurrentHashMap<>();
    private final List<Client> clients = new CopyOnWriteArrayList<>();

    TikTokSignIn(World world, TokenBook display, TokenBook business) {
        this.world = world;
        this.display = display;
        this.business = business;
    }

    /// An app as it is registered.
    record Client(String id, String secret, boolean ofBusiness, Set<String> redirects) {
        Client {
            redirects = Set.copyOf(redirects);
        }
    }

    private record Agreed(String redirect, String challenge, Set<String> scopes) {}

    void register(Client client) {
        clients.add(client);
    }

    /// What a person has allowed; all where it is not known, as of tokens from before a start.
    Set<String> granted(boolean ofBusiness, String person) {
        return scopes.getOrDefault(
                ofBusiness + person, ofBusiness ? TikTokSimulator.BUSINESS : TikTokSimulator.DISPLAY);
    }

    void grant(boolean ofBusiness, String person, Set<String> allowed) {
        scopes.put(ofBusiness + person, Set.copyOf(allowed));
    }

    /// The page that asks.
    Answer ask(Call call) {
        if (!isKnown(call.query())) {
            return Answer.json(400, "{\"error\":\"invalid_client\"}");
        }
        Map<String, String> request = REQUEST.stream()
                .collect(Collectors.toMap(name -> name, name -> call.query(name).orElse("")));
        String accounts = ConsentPage.accounts(
                world.accounts(), account -> "%s (@%s)".formatted(account.name(), account.handle()));
        String permissions = Arrays.stream(request.getOrDefault("scope", "").split(",", -1))
                .map(ConsentPage::escape)
                .map(scope -> "<label><input type=\"checkbox\" name=\"allow-%1$s\" value=\"%1$s\" checked> %1$s</label>"
                        .formatted(scope))
                .collect(Collectors.joining("\n"));
        return new ConsentPage("TikTok", "Let this app read your account?", PAGE, request, accounts + permissions)
                .answer();
    }

    /// What the person answered: back to the app, with a code or without.
    Answer agree(Call call) {
        Map<String, String> asked = REQUEST.stream()
                .collect(Collectors.toMap(name -> name, name -> call.form(name).orElse("")));
        Optional<Client> client = client(asked);
        if (client.isEmpty()) {
            return Answer.json(400, "{\"error\":\"invalid_client\"}");
        }
        String back = asked.get("redirect_uri") + "?state=" + encode(asked.getOrDefault("state", ""));
        Optional<SimulatedAccount> person = call.form("account").flatMap(world::find);
        if (person.isEmpty() || !call.form("decision").orElse("").equals("allow")) {
            return Answer.redirect(back + "&error=access_denied&error_description=denied");
        }
        Set<String> allowed = Arrays.stream(asked.getOrDefault("scope", "").split(",", -1))
                .filter(scope -> call.form("allow-" + scope).isPresent())
                .collect(Collectors.toCollection(TreeSet::new));
        TokenBook book = client.get().ofBusiness() ? business : display;
        String code = book.code(person.get().externalId());
        String challenge = asked.getOrDefault("code_challenge", "");
        codes.put(code, new Agreed(asked.getOrDefault("redirect_uri", ""), challenge, allowed));
        return Answer.redirect(back + "&code=" + encode(code) + "&scopes=" + encode(String.join(",", allowed)));
    }

    /// Tokens of the Display API.
    Answer displayToken(Call call) {
        String id = call.form("client_key").orElse("");
        if (!isClient(id, call.form("client_secret").orElse(""), false)) {
            throw Refused.grant("invalid_client", "Client key or secret is incorrect.");
        }
        TokenBook.Tokens tokens = switch (call.form("grant_type").orElse("")) {
            case "authorization_code" -> redeemed(call);
            case "refresh_token" ->
                display.renew(call.form("refresh_token").orElse(""))
                        .orElseThrow(() -> Refused.grant("invalid_grant", "Refresh token is invalid or expired."));
            default -> throw Refused.grant("unsupported_grant_type", "The grant type is not supported.");
        };
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("access_token", tokens.access()).put("expires_in", tokens.expiresIn());
        json.put("open_id", "-000" + tokens.holder()).put("token_type", "Bearer");
        json.put("refresh_token", tokens.renewal())
                .put("refresh_expires_in", TikTokSimulator.DISPLAY_RENEWAL.toSeconds());
        json.put("scope", String.join(",", granted(false, tokens.holder())));
        return Answer.json(json.toString());
    }

    private TokenBook.Tokens redeemed(Call call) {
        String code = call.form("code").orElse("");
        Agreed agreed = codes.remove(code);
        boolean good = agreed != null
                && agreed.redirect().equals(call.form("redirect_uri").orElse(""))
                && (agreed.challenge().isEmpty()
                        || agreed.challenge()
                                .equals(hex(call.form("code_verifier").orElse(""))));
        Optional<TokenBook.Tokens> tokens = good ? display.redeem(code) : Optional.empty();
        tokens.ifPresent(issued -> grant(false, issued.holder(), agreed == null ? Set.of() : agreed.scopes()));
        return tokens.orElseThrow(() -> Refused.grant("invalid_grant", "Authorization code is expired or invalid."));
    }

    Answer revoke(Call call) {
        display.holder(call.form("token").orElse("")).ifPresent(display::revoke);
        return Answer.json("{}");
    }

    /// Tokens of the Accounts API.
    Answer businessToken(Call call, boolean renewing) {
        JsonNode body = json(call);
        if (!isClient(
                body.path("client_id").asString(""), body.path("client_secret").asString(""), true)) {
            throw Refused.business(BAD_APP, "client_id or client_secret is incorrect.");
        }
        String wanted = renewing ? "refresh_token" : "authorization_code";
        if (!body.path("grant_type").asString("").equals(wanted)) {
            throw Refused.business(BAD_APP, "grant_type: must be " + wanted);
        }
        TokenBook.Tokens tokens = renewing
                ? business.renew(body.path("refresh_token").asString(""))
                        .orElseThrow(() -> Refused.business(BAD_GRANT, "The refresh token is invalid or expired."))
                : redeemed(body);
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("code", 0).put("message", "OK").put("request_id", "2026112612");
        json.putObject("data")
                .put("access_token", tokens.access())
                .put("expires_in", tokens.expiresIn())
                .put("refresh_token", tokens.renewal())
                .put("refresh_token_expires_in", TikTokSimulator.BUSINESS_RENEWAL.toSeconds())
                .put("open_id", tokens.holder())
                .put("scope", String.join(",", granted(true, tokens.holder())));
        return Answer.json(json.toString());
    }

    private TokenBook.Tokens redeemed(JsonNode body) {
        String code = body.path("auth_code").asString("");
        Agreed agreed = codes.remove(code);
        if (agreed == null
                || !agreed.redirect().equals(body.path("redirect_uri").asString(""))) {
            throw Refused.business(BAD_GRANT, "The code is invalid, or the redirect is another one.");
        }
        TokenBook.Tokens tokens =
                business.redeem(code).orElseThrow(() -> Refused.business(BAD_GRANT, "The code has expired."));
        grant(true, tokens.holder(), agreed.scopes());
        return tokens;
    }

    private boolean isKnown(Map<String, String> asked) {
        return client(asked).isPresent()
                && "code".equals(asked.get("response_type"))
                && !asked.getOrDefault("state", "").isEmpty()
                && !asked.getOrDefault("scope", "").isEmpty();
    }

    private Optional<Client> client(Map<String, String> asked) {
        return clients.stream()
                .filter(client -> client.id().equals(asked.get("client_key"))
                        && client.redirects().contains(asked.getOrDefault("redirect_uri", "")))
                .findFirst();
    }

    private boolean isClient(String id, String secret, boolean ofBusiness) {
        return clients.stream()
                .anyMatch(client ->
                        client.id().equals(id) && client.secret().equals(secret) && client.ofBusiness() == ofBusiness);
    }

    private static JsonNode json(Call call) {
        try {
            return JsonMapper.shared().readTree(call.body());
        } catch (JacksonException _) {
            throw Refused.business(BAD_APP, "The body must be JSON.");
        }
    }

    /// TikTok takes the proof in hexadecimal digits.
    private static String hex(String verifier) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(verifier.getBytes(StandardCharsets.US_ASCII));
            return HexFormat.of().formatHex(hash);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java has SHA-256", impossible);
        }
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
