package io.tidemark.collect.simulator.bluesky;

import io.tidemark.collect.simulator.Answer;
import io.tidemark.collect.simulator.Call;
import io.tidemark.collect.simulator.CodeChallenge;
import io.tidemark.collect.simulator.ConsentPage;
import io.tidemark.collect.simulator.TokenBook;
import io.tidemark.collect.simulator.TokenSeal;
import io.tidemark.collect.simulator.World;
import java.net.URI;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// The sign-in on a page of the server (https://atproto.com/specs/oauth): a request is laid before it, a person
/// agrees, and tokens come of it that are good with proofs of one key. Who calls is taken at their word: addresses
/// at which they tell of themselves are not called.
final class PageSignIn {
    private static final Duration LIFE = Duration.ofHours(1);
    private static final Duration SHIPPED = Duration.ofDays(14);
    private static final Duration REQUEST_LIFE = Duration.ofMinutes(5);
    private static final String AUTHORIZE = "/oauth/authorize";
    private static final String LOOPBACK = "http://localhost?";

    private final World world;
    private final Clock clock;
    private final TokenBook book;
    private final Proofs proofs;
    private final AtomicInteger numbers = new AtomicInteger();
    private final Map<String, Pushed> requests = new ConcurrentHashMap<>();
    private final Map<String, Pushed> agreed = new ConcurrentHashMap<>();
    private final Map<String, String> renewals = new ConcurrentHashMap<>();
    private final Set<String> holders = ConcurrentHashMap.newKeySet();
    private volatile URI issuer;
    private volatile @Nullable URI pretended;
    private volatile Duration lasts = SHIPPED;

    /// @param address by which the server knows itself
    PageSignIn(World world, URI address, Clock clock, @Nullable TokenSeal seal) {
        this.world = world;
        this.clock = clock;
        issuer = address;
        proofs = new Proofs(clock);
        book = new TokenBook(clock, LIFE, SHIPPED, true, seal == null ? null : seal.of("page"));
    }

    /// What was laid before the server.
    private record Pushed(Map<String, String> form, String key, Instant until) {
        String value(String name) {
            return form.getOrDefault(name, "");
        }
    }

    /// What tokens are given out for, as the book of tokens has it.
    private record Holder(String did, String key, Instant since, String client, String scope) {
        static Holder of(String text) {
            String[] parts = text.split(" ", 5);
            return new Holder(parts[0], parts[1], Instant.ofEpochSecond(Long.parseLong(parts[2])), parts[3], parts[4]);
        }

        String text() {
            return String.join(" ", did, key, Long.toString(since.getEpochSecond()), client, scope);
        }

        boolean mayCall(String method) {
            return Arrays.stream(scope.split(" ", -1))
                    .anyMatch(one -> one.equals("transition:generic")
                            || (one.startsWith("rpc") && one.contains(method) && one.contains("aud=*")));
        }
    }

    void issuer(URI name) {
        issuer = name;
    }

    void pretend(@Nullable URI other) {
        pretended = other;
    }

    void last(Duration duration) {
        lasts = duration;
    }

    Set<String> givenOut() {
        return book.givenOut();
    }

    void revoke(String did) {
        holders.stream().filter(holder -> Holder.of(holder).did().equals(did)).forEach(book::revoke);
    }

    /// What the account's own server says of whom to sign in with.
    Answer resource(URI home) {
        ObjectNode json = object().put("resource", home.toString());
        json.putArray("authorization_servers").add(issuer.toString());
        return Answer.json(json.toString());
    }

    Answer metadata() {
        ObjectNode json = object().put("issuer", issuer.toString());
        json.put("authorization_endpoint", issuer + AUTHORIZE)
                .put("token_endpoint", issuer + "/oauth/token")
                .put("pushed_authorization_request_endpoint", issuer + "/oauth/par")
                .put("require_pushed_authorization_requests", true)
                .put("authorization_response_iss_parameter_supported", true)
                .put("client_id_metadata_document_supported", true);
        json.putArray("scopes_supported").add("atproto").add("transition:generic");
        json.putArray("response_types_supported").add("code");
        json.putArray("grant_types_supported").add("authorization_code").add("refresh_token");
        json.putArray("code_challenge_methods_supported").add("S256");
        json.putArray("token_endpoint_auth_methods_supported").add("none").add("private_key_jwt");
        json.putArray("dpop_signing_alg_values_supported").add("ES256");
        return Answer.json(json.toString());
    }

    Answer push(Call call) {
        return proved(call, "/oauth/par", key -> {
            Pushed pushed = new Pushed(call.form(), key, clock.instant().plus(REQUEST_LIFE));
            boolean good = pushed.value("response_type").equals("code")
                    && pushed.value("code_challenge_method").equals("S256")
                    && !pushed.value("code_challenge").isEmpty()
                    && !pushed.value("state").isEmpty();
            if (!good) {
                return refused("invalid_request", "Invalid request parameters");
            }
            if (!isKnown(pushed)) {
                return refused("invalid_client_metadata", "The client does not say so of itself");
            }
            String name = "urn:ietf:params:oauth:request_uri:req-" + numbers.incrementAndGet();
            requests.put(name, pushed);
            ObjectNode json = object().put("request_uri", name).put("expires_in", REQUEST_LIFE.toSeconds());
            return Answer.json(201, json.toString());
        });
    }

    /// Whether the client's name stands for what it asks: on loopback that is in the name itself.
    private static boolean isKnown(Pushed pushed) {
        String id = pushed.value("client_id");
        URI redirect = URI.create(pushed.value("redirect_uri"));
        List<String> scopes = List.of(pushed.value("scope").split(" ", -1));
        if (!scopes.contains("atproto")) {
            return false;
        }
        if (!id.startsWith(LOOPBACK)) {
            URI published = URI.create(id);
            return "https".equals(published.getScheme())
                    && redirect.getAuthority().equals(published.getAuthority());
        }
        Map<String, String> said = Arrays.stream(id.substring(LOOPBACK.length()).split("&", -1))
                .map(pair -> pair.split("=", 2))
                .collect(Collectors.toMap(pair -> pair[0], pair -> URLDecoder.decode(pair[1], StandardCharsets.UTF_8)));
        return redirect.toString().equals(said.get("redirect_uri"))
                && "127.0.0.1".equals(redirect.getHost())
                && List.of(said.getOrDefault("scope", "").split(" ", -1)).containsAll(scopes);
    }

    /// The page that asks.
    Answer ask(Call call) {
        String name = call.query("request_uri").orElse("");
        Pushed pushed = open(name, call.query("client_id").orElse(""));
        if (pushed == null) {
            return refused("invalid_request", "This request has expired");
        }
        String accounts = ConsentPage.accounts(
                world.accounts(), account -> "%s (@%s)".formatted(account.name(), account.handle()));
        return new ConsentPage(
                        "Bluesky",
                        "Let this app read your profile and your posts?",
                        AUTHORIZE,
                        Map.of("request_uri", name, "client_id", pushed.value("client_id")),
                        accounts)
                .answer();
    }

    /// What the person answered: back to the app, with a code or without.
    Answer agree(Call call) {
        String name = call.form("request_uri").orElse("");
        Pushed pushed = open(name, call.form("client_id").orElse(""));
        if (pushed == null) {
            return refused("invalid_request", "This request has expired");
        }
        requests.remove(name);
        URI said = pretended == null ? issuer : pretended;
        String back = pushed.value("redirect_uri") + "?iss=" + encode(said.toString()) + "&state="
                + encode(pushed.value("state"));
        String person = call.form("account").orElse("");
        if (world.find(person).isEmpty() || !call.form("decision").orElse("").equals("allow")) {
            return Answer.redirect(back + "&error=access_denied");
        }
        Holder holder =
                new Holder(person, pushed.key(), clock.instant(), pushed.value("client_id"), pushed.value("scope"));
        String code = book.code(holder.text());
        agreed.put(code, pushed);
        return Answer.redirect(back + "&code=" + encode(code));
    }

    private @Nullable Pushed open(String name, String client) {
        Pushed pushed = requests.get(name);
        return pushed != null
                        && clock.instant().isBefore(pushed.until())
                        && pushed.value("client_id").equals(client)
                ? pushed
                : null;
    }

    Answer token(Call call) {
        return proved(
                call, "/oauth/token", key -> switch (call.form("grant_type").orElse("")) {
                    case "authorization_code" -> redeemed(call, key);
                    case "refresh_token" -> renewed(call, key);
                    default -> refused("unsupported_grant_type", "Grant type not supported");
                });
    }

    private Answer redeemed(Call call, String key) {
        String code = call.form("code").orElse("");
        Pushed pushed = agreed.remove(code);
        boolean good = pushed != null
                && pushed.key().equals(key)
                && pushed.value("client_id").equals(call.form("client_id").orElse(""))
                && pushed.value("redirect_uri").equals(call.form("redirect_uri").orElse(""))
                && pushed.value("code_challenge")
                        .equals(CodeChallenge.of(call.form("code_verifier").orElse("")));
        return good
                ? book.redeem(code).map(this::granted).orElseGet(() -> refused("invalid_grant", "Invalid code"))
                : refused("invalid_grant", "Invalid code");
    }

    /// A token that comes twice was stolen by somebody: the session ends for both.
    private Answer renewed(Call call, String key) {
        String renewal = call.form("refresh_token").orElse("");
        TokenBook.Tokens tokens = book.renew(renewal).orElse(null);
        if (tokens == null) {
            String holder = renewals.get(renewal);
            if (holder != null) {
                book.revoke(holder);
            }
            return refused("invalid_grant", holder == null ? "Invalid refresh token" : "Refresh token replayed");
        }
        Holder holder = Holder.of(tokens.holder());
        boolean good = holder.key().equals(key)
                && holder.client().equals(call.form("client_id").orElse(""))
                && clock.instant().isBefore(holder.since().plus(lasts));
        return good ? granted(tokens) : refused("invalid_grant", "Session expired");
    }

    private Answer granted(TokenBook.Tokens tokens) {
        Holder holder = Holder.of(tokens.holder());
        holders.add(tokens.holder());
        String renewal = String.valueOf(tokens.renewal());
        renewals.put(renewal, tokens.holder());
        ObjectNode json = object().put("access_token", tokens.access()).put("token_type", "DPoP");
        json.put("refresh_token", renewal).put("expires_in", tokens.expiresIn());
        json.put("scope", holder.scope()).put("sub", holder.did());
        return Answer.json(json.toString());
    }

    /// @param known as the server knows what is called
    /// @throws Refused where the token or the proof is not good, or the method was not granted
    void check(Call call, URI known, String method) {
        String token = call.header("authorization").orElse("").replaceFirst("^DPoP ", "");
        Holder holder = switch (book.state(token)) {
            case GOOD -> Holder.of(book.holder(token).orElseThrow());
            case EXPIRED -> throw unproven("invalid_token", "\"exp\" claim timestamp check failed");
            case REVOKED, UNKNOWN -> throw unproven("invalid_token", "Invalid token");
        };
        try {
            if (!proofs.thumbprint(call, known, token).equals(holder.key())) {
                throw unproven("invalid_token", "Invalid DPoP key binding");
            }
        } catch (Proofs.NotProven missing) {
            throw unproven(missing.error(), String.valueOf(missing.getMessage()));
        }
        if (!holder.mayCall(method)) {
            throw new Refused(403, "ScopeMissingError", "Missing required scope \"rpc:" + method + "\"");
        }
    }

    /// Tells with an answer what is to stand in the next proof.
    Answer told(Answer answer) {
        return proofs.told(answer);
    }

    private Refused unproven(String error, String sentence) {
        Answer answer = Answer.json(
                401, object().put("error", error).put("message", sentence).toString());
        return new Refused(proofs.told(answer.with(
                "WWW-Authenticate",
                "DPoP error=\"%s\", error_description=\"%s\"".formatted(error, sentence.replace("\"", "")))));
    }

    private interface WithKey {
        Answer answer(String thumbprint);
    }

    private Answer proved(Call call, String path, WithKey what) {
        try {
            return proofs.told(what.answer(proofs.thumbprint(call, URI.create(issuer + path), "")));
        } catch (Proofs.NotProven missing) {
            return proofs.told(refused(missing.error(), String.valueOf(missing.getMessage())));
        }
    }

    private static Answer refused(String error, String description) {
        return Answer.json(
                400,
                object().put("error", error)
                        .put("error_description", description)
                        .toString());
    }

    private static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
