package io.tidemark.collect.simulator.meta;

import io.tidemark.collect.simulator.Answer;
import io.tidemark.collect.simulator.Call;
import io.tidemark.collect.simulator.ConsentPage;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// A page on which somebody agrees, to each scope or not, and the code that comes of it. Facebook's differs from those
/// of Instagram and Threads in who agrees.
final class MetaSignIn {
    private static final List<String> REQUEST = List.of("client_id", "redirect_uri", "state", "scope", "response_type");

    private final String title;
    private final MetaPeople people;
    private final MetaTokens tokens;
    private final boolean ofOwners;
    private final Map<String, String> redirects = new ConcurrentHashMap<>();
    private volatile @Nullable Client client;

    /// @param ofOwners whether the owner of an account agrees, rather than the person with the pages
    MetaSignIn(String title, MetaPeople people, MetaTokens tokens, boolean ofOwners) {
        this.title = title;
        this.people = people;
        this.tokens = tokens;
        this.ofOwners = ofOwners;
    }

    /// An app as it is registered.
    record Client(String id, String secret, Set<String> redirects) {
        Client {
            redirects = Set.copyOf(redirects);
        }
    }

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

    /// Refuses a client that is not known, or knows the secret of none; empty where it is the one.
    Optional<Answer> stranger(Optional<String> id, Optional<String> secret) {
        Client known = client;
        if (known == null || id.filter(known.id()::equals).isEmpty()) {
            return Optional.of(MetaErrors.of(101, 0, "Error validating application. Invalid application ID."));
        }
        return isSecret(secret)
                ? Optional.empty()
                : Optional.of(MetaErrors.of(1, 0, "Error validating client secret."));
    }

    boolean isSecret(Optional<String> secret) {
        Client known = client;
        return known != null && secret.filter(known.secret()::equals).isPresent();
    }

    /// Whether a code was asked for with that address to come back to.
    boolean isFrom(String code, Optional<String> redirect) {
        return redirect.filter(address -> address.equals(redirects.get(code))).isPresent();
    }

    private Answer answered(Call call, Map<String, String> asked) {
        String back = asked.get("redirect_uri") + "?state=" + encode(asked.getOrDefault("state", ""));
        if (!call.form("decision").orElse("").equals("allow")) {
            return Answer.redirect(back + "&error=access_denied&error_reason=user_denied");
        }
        String holder = ofOwners ? MetaTokens.OWNER + call.form("account").orElse("") : MetaTokens.PERSON;
        Set<String> granted =
                new TreeSet<>(Arrays.asList(asked.getOrDefault("scope", "").split(",", -1)));
        granted.removeIf(scope -> call.form("grant." + scope).isEmpty());
        people.grant(holder, granted);
        String code = tokens.code(holder);
        redirects.put(code, asked.getOrDefault("redirect_uri", ""));
        return Answer.redirect(back + "&code=" + encode(code) + "#_");
    }

    private Optional<Answer> refusal(Map<String, String> asked) {
        Client known = client;
        if (known == null || !known.id().equals(asked.get("client_id"))) {
            return Optional.of(Answer.html("<!doctype html><title>Error</title><p>Invalid App ID"));
        }
        boolean good = known.redirects().contains(asked.getOrDefault("redirect_uri", ""))
                && "code".equals(asked.get("response_type"))
                && !asked.getOrDefault("state", "").isEmpty();
        return good
                ? Optional.empty()
                : Optional.of(Answer.html("<!doctype html><title>Error</title><p>URL blocked: this redirect failed"
                        + " because the redirect URI is not white-listed in the app's client OAuth settings."));
    }

    private Answer page(Call call) {
        Map<String, String> request = REQUEST.stream()
                .collect(Collectors.toMap(name -> name, name -> call.query(name).orElse("")));
        String owners = ofOwners ? ConsentPage.accounts(people.owned(), account -> "@" + account.handle()) : "";
        String scopes = Arrays.stream(call.query("scope").orElse("").split(",", -1))
                .map(scope -> "<label><input type=\"checkbox\" name=\"grant.%1$s\" value=\"on\" checked> %1$s</label>"
                        .formatted(ConsentPage.escape(scope)))
                .collect(Collectors.joining("\n", "\n", ""));
        String question = "Let this app read your %s accounts?".formatted(title);
        return new ConsentPage(title, question, call.path(), request, owners + scopes).answer();
    }

    /// The answer with a token.
    static ObjectNode bearer(String token, long expiresIn) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        return json.put("access_token", token).put("token_type", "bearer").put("expires_in", expiresIn);
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
