package io.tidemark.collect.connector.bluesky;

import io.tidemark.collect.connector.CallFailed;
import io.tidemark.collect.connector.ConnectorSettings;
import io.tidemark.collect.connector.Fault;
import io.tidemark.collect.connector.Login;
import io.tidemark.collect.connector.NamedServers;
import io.tidemark.collect.connector.PossessionKey;
import io.tidemark.collect.connector.ProofKey;
import io.tidemark.collect.connector.Query;
import io.tidemark.collect.connector.Saying;
import io.tidemark.collect.connector.Secret;
import io.tidemark.collect.connector.TokenGrant;
import io.tidemark.words.Sentence;
import io.tidemark.words.Value;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// Signs in on the page of the server that an account names (https://atproto.com/specs/oauth). No password comes
/// here, and what is granted is to read three things. Each renewal uses up the token that it is made with, and a
/// sign-in ends some time after it was made, however often it is renewed.
public final class BlueskyPageLogin implements Login.ByPushedRequest {
    private static final Sentence NO_PAGE = Sentence.of(
            "bluesky_without_page",
            "{server}, where the account is at home, signs nobody in on a page of its own: connect the account with an app password.");
    private static final Sentence NO_REQUEST =
            Sentence.of("bluesky_without_request", "{server} takes what is asked for and does not say as what.");
    private static final Sentence OTHER_PERSON =
            Sentence.of("bluesky_other_person", "Somebody else signed in than {name}, who was named.");
    private static final Sentence OTHER_TOKENS =
            Sentence.of("bluesky_other_tokens", "Bluesky answers the sign-in with tokens of another kind.");

    private static final String DID = "did";
    private static final String HOME = "home";
    private static final String KEY = "key";
    /// People are warned when this part of the time is left.
    private static final int PART_WARNED = 4;

    /// What is read, and nothing else: calls of these three methods, whichever service answers them.
    private static final String READING =
            "atproto,rpc?lxm=app.bsky.actor.getProfile&lxm=app.bsky.feed.getAuthorFeed&lxm=app.bsky.feed.getPosts&aud=*";

    private final Traits traits;
    private final Identities identities;
    private final NamedServers servers;
    private final Duration lasts;

    public BlueskyPageLogin(ConnectorSettings settings, BlueskyConnector connector) {
        servers = NamedServers.of(settings);
        identities = new Identities(settings, connector.base(), servers);
        lasts = Duration.ofDays(Long.parseLong(settings.text("oauth-days", "14")));
        traits = new Traits(
                "bluesky_oauth",
                "Bluesky (on Bluesky's page)",
                List.of(connector),
                settings.list("oauth-scopes", READING),
                true,
                List.of(BlueskyLogin.handle(settings)));
    }

    @Override
    public Traits traits() {
        return traits;
    }

    /// It lasts for so short a time that two weeks before would be at once.
    @Override
    public Duration warnedBefore() {
        return lasts.dividedBy(PART_WARNED);
    }

    @Override
    public Map<String, String> prepare(TokenCalls calls, Map<String, String> told) {
        String actor = Actor.typed(BlueskyLogin.HANDLE, told.getOrDefault(BlueskyLogin.HANDLE, ""));
        Identities.Identity identity = identities.find(calls, BlueskyLogin.HANDLE, actor);
        URI issuer = issuer(calls, identity.home());
        return Map.of(
                BlueskyLogin.HANDLE,
                actor,
                DID,
                identity.did(),
                HOME,
                identity.home().toString(),
                ISSUER,
                issuer.toString(),
                KEY,
                PossessionKey.generate().jwk().value());
    }

    private URI issuer(TokenCalls calls, URI home) {
        try {
            return AuthorizationServer.of(calls, home, servers).issuer();
        } catch (CallFailed failed) {
            if (failed.fault() instanceof Fault.NotFound) {
                throw new NotTaken(BlueskyLogin.HANDLE, NO_PAGE.said(Map.of("server", Value.name(home.getHost()))));
            }
            throw failed;
        }
    }

    @Override
    public URI push(TokenCalls calls, App client, Authorization request) {
        Prepared prepared = new Prepared(request.told());
        AuthorizationServer server = AuthorizationServer.named(calls, prepared.issuer(), servers);
        Map<String, String> form = new HashMap<>();
        form.put("response_type", "code");
        form.put("client_id", client.clientId());
        form.put("redirect_uri", client.redirect().toString());
        form.put("scope", String.join(" ", scopes()));
        form.put("state", request.state());
        form.put("code_challenge", ProofKey.challenge(request.proof()));
        form.put("code_challenge_method", "S256");
        form.put("login_hint", prepared.value(BlueskyLogin.HANDLE));
        JsonNode answer =
                calls.prove(server.requests().called(servers), server.requests().known(), form, prepared.key());
        String kept = answer.path("request_uri").asString("");
        if (kept.isEmpty()) {
            throw new CallFailed(new Fault.Unreadable(
                    NO_REQUEST.said(Map.of("server", Value.name(server.issuer().getHost())))));
        }
        return URI.create(new Query(server.page().opened(servers).toString())
                .add("client_id", client.clientId())
                .add("request_uri", kept)
                .toString());
    }

    @Override
    public Grant redeem(TokenCalls calls, App client, Authorization request, String code) {
        Prepared prepared = new Prepared(request.told());
        Map<String, String> form = new HashMap<>();
        form.put("grant_type", "authorization_code");
        form.put("code", code);
        form.put("code_verifier", request.proof().value());
        form.put("redirect_uri", client.redirect().toString());
        form.put("client_id", client.clientId());
        Binding binding = new Binding(prepared.key(), client.clientId(), prepared.issuer());
        JsonNode answer = answered(calls, binding, form);
        if (!answer.path("sub").asString("").equals(prepared.value(DID))) {
            throw new NotTaken(
                    BlueskyLogin.HANDLE,
                    OTHER_PERSON.said(Map.of("name", Value.name(prepared.value(BlueskyLogin.HANDLE)))));
        }
        Instant now = calls.now();
        Grant granted = new TokenGrant("Bluesky", answer).first(now, scopes());
        Place place = new Place(URI.create(prepared.value(HOME)), prepared.value(DID));
        return bound(granted, now.plus(lasts), place, binding);
    }

    @Override
    public @Nullable Grant renew(TokenCalls calls, Grant grant) {
        Secret renewal = grant.renewal();
        Place place = grant.place();
        Binding binding = grant.binding();
        if (renewal == null || place == null || binding == null) {
            return null;
        }
        Map<String, String> form = Map.of(
                "grant_type", "refresh_token",
                "refresh_token", renewal.value(),
                "client_id", binding.clientId());
        JsonNode answer = answered(calls, binding, form);
        if (!answer.path("sub").asString("").equals(place.subject())) {
            throw new CallFailed(new Fault.Unreadable(Saying.otherRenewed("Bluesky")));
        }
        Grant renewed = new TokenGrant("Bluesky", answer).renewed(calls.now(), grant);
        return bound(renewed, grant.renewalExpiresAt(), place, binding);
    }

    /// @throws CallFailed also where the tokens are not of the kind that was asked for
    private JsonNode answered(TokenCalls calls, Binding binding, Map<String, String> form) {
        ServerPath tokens =
                AuthorizationServer.named(calls, binding.issuer(), servers).tokens();
        JsonNode answer = calls.prove(tokens.called(servers), tokens.known(), form, binding.key());
        boolean bound = answer.path("token_type").asString("").equalsIgnoreCase("DPoP");
        boolean ofAtproto =
                List.of(answer.path("scope").asString("").split(" ", -1)).contains("atproto");
        if (!bound || !ofAtproto) {
            throw new CallFailed(new Fault.Unreadable(OTHER_TOKENS.said()));
        }
        return answer;
    }

    private static Grant bound(Grant grant, @Nullable Instant end, Place place, Binding binding) {
        return new Grant(
                grant.token(),
                grant.renewal(),
                grant.issuedAt(),
                grant.expiresAt(),
                end,
                grant.scopes(),
                place,
                binding);
    }

    /// What was found out before the person went.
    private record Prepared(Map<String, String> told) {
        String value(String name) {
            return Objects.requireNonNull(told.get(name));
        }

        URI issuer() {
            return URI.create(value(ISSUER));
        }

        PossessionKey key() {
            return new PossessionKey(new Secret(value(KEY)));
        }
    }
}
