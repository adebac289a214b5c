package io.tidemark.collect.simulator.mastodon;

import io.tidemark.collect.simulator.Answer;
import io.tidemark.collect.simulator.Call;
import io.tidemark.collect.simulator.CodeChallenge;
import io.tidemark.collect.simulator.ConsentPage;
import io.tidemark.collect.simulator.TokenBook;
import io.tidemark.collect.simulator.World;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// Apps that register themselves, the page on which a person agrees, and the tokens that come of it.
final class MastodonSignIn {
    private static final String AUTHORIZE = "/oauth/authorize";
    private static final List<String> REQUEST =
            List.of("client_id", "redirect_uri", "scope", "state", "code_challenge", "code_challenge_method");
    private static final Set<String> SCOPES =
            Set.of("read", "profile", "read:accounts", "read:statuses", "write", "follow", "push");

    private final World world;
    private final TokenBook tokens;
    private final Clock clock;
    private final AtomicInteger numbers = new AtomicInteger();
    private final Map<String, App> apps = new ConcurrentHashMap<>();
    private final Map<String, Agreed> codes = new ConcurrentHashMap<>();

    MastodonSignIn(World world, TokenBook tokens, Clock clock) {
        this.world = world;
        this.tokens = tokens;
        this.clock = clock;
    }

    private record App(String id, String secret, String redirect, String scopes) {}

    private record Agreed(App app, String challenge) {}

    /// All apps are unknown from now on.
    void forget() {
        apps.clear();
    }

    /// Ids and secrets of all apps.
    Set<String> secrets() {
        return apps.values().stream().map(App::secret).collect(Collectors.toSet());
    }

    Answer register(Call call) {
        String name = call.form("client_name").orElse("");
        String redirect = call.form("redirect_uris").orElse("");
        String scopes = call.form("scopes").orElse("read");
        if (name.isEmpty() || !redirect.matches("https?://.+") || !SCOPES.containsAll(List.of(scopes.split(" ", -1)))) {
            return Refused.api(422, "Validation failed: Redirect URI must be an absolute URI.");
        }
        int number = numbers.incrementAndGet();
        App app = new App("client-of-app-" + number, "secret-of-app-" + number, redirect, scopes);
        apps.put(app.id(), app);
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("id", Integer.toString(number)).put("name", name);
        json.put("client_id", app.id()).put("client_secret", app.secret());
        json.putArray("redirect_uris").add(redirect);
        return Answer.json(json.toString());
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

    private Answer answered(Call call, Map<String, String> asked) {
        String back = asked.get("redirect_uri") + "?state=" + encode(asked.getOrDefault("state", ""));
        String person = call.form("account").orElse("");
        if (world.find(person).isEmpty() || !call.form("decision").orElse("").equals("allow")) {
            return Answer.redirect(back + "&error=access_denied");
        }
        String code = tokens.code(person);
        App app = Objects.requireNonNull(apps.get(asked.getOrDefault("client_id", "")));
        codes.put(code, new Agreed(app, asked.getOrDefault("code_challenge", "")));
        return Answer.redirect(back + "&code=" + encode(code));
    }

    /// @param proofKeys whether the server takes them, or knows nothing of them
    Answer token(Call call, boolean proofKeys) {
        App app = apps.get(call.form("client_id").orElse(""));
        if (app == null || !app.secret().equals(call.form("client_secret").orElse(""))) {
            return Refused.unknownClient();
        }
        if (!call.form("grant_type").orElse("").equals("authorization_code")) {
            return Refused.oauth(
                    400,
                    "unsupported_grant_type",
                    "The authorization grant type is not supported by the authorization server.");
        }
        String code = call.form("code").orElse("");
        Agreed agreed = codes.remove(code);
        boolean good = agreed != null
                && agreed.app().equals(app)
                && app.redirect().equals(call.form("redirect_uri").orElse(""))
                && (!proofKeys || proves(call.form("code_verifier"), agreed.challenge()));
        return good
                ? tokens.redeem(code).map(issued -> granted(issued, app)).orElseGet(Refused::badGrant)
                : Refused.badGrant();
    }

    private static boolean proves(Optional<String> verifier, String challenge) {
        return challenge.isEmpty()
                ? verifier.isEmpty()
                : verifier.map(CodeChallenge::of).filter(challenge::equals).isPresent();
    }

    private Answer granted(TokenBook.Tokens issued, App app) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("access_token", issued.access()).put("token_type", "Bearer");
        json.put("scope", app.scopes()).put("created_at", clock.instant().getEpochSecond());
        return Answer.json(json.toString());
    }

    private Optional<Answer> refusal(Map<String, String> asked) {
        @Nullable App app = apps.get(asked.getOrDefault("client_id", ""));
        if (app == null) {
            return Optional.of(Refused.unknownClient());
        }
        boolean good = app.redirect().equals(asked.get("redirect_uri"))
                && app.scopes().equals(asked.get("scope"))
                && !asked.getOrDefault("state", "").isEmpty();
        return good
                ? Optional.empty()
                : Optional.of(Refused.oauth(
                        400, "invalid_redirect_uri", "The requested redirect uri is malformed or doesn't match."));
    }

    private Answer page(Call call) {
        Map<String, String> request = REQUEST.stream()
                .collect(Collectors.toMap(name -> name, name -> call.query(name).orElse("")));
        String accounts = ConsentPage.accounts(
                world.accounts(), account -> "%s (@%s)".formatted(account.name(), account.handle()));
        return new ConsentPage(
                        "Mastodon", "Let this app read your account and your posts?", AUTHORIZE, request, accounts)
                .answer();
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
