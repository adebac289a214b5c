package io.tidemark.collect.connector.mastodon;

import io.tidemark.collect.connector.ApiRequest;
import io.tidemark.collect.connector.CallFailed;
import io.tidemark.collect.connector.ConnectorSettings;
import io.tidemark.collect.connector.Fault;
import io.tidemark.collect.connector.Login;
import io.tidemark.collect.connector.NamedServers;
import io.tidemark.collect.connector.ProofKey;
import io.tidemark.collect.connector.Query;
import io.tidemark.collect.connector.Secret;
import io.tidemark.collect.connector.TokenGrant;
import io.tidemark.words.Sentence;
import io.tidemark.words.Value;
import java.net.URI;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/// The sign-in of a server of Mastodon: OAuth 2, with an app that is registered on the way, and with a proof key where
/// the server takes one (since 4.3).
public final class MastodonLogin implements Login.ByNamedServer {
    private static final Sentence NOT_REGISTERED = Sentence.of(
            "mastodon_not_registered", "{server} did not register an app, as servers of Mastodon do. It says: {said}");
    private static final Sentence NO_MASTODON = Sentence.of(
            "mastodon_none", "{server} is no server of Mastodon: it answers the registration of an app without one.");

    private static final String SERVER = "server";

    private final Traits traits;
    private final NamedServers servers;
    private final RegisteredApps apps;
    private final String appName;
    private final String website;

    public MastodonLogin(ConnectorSettings settings, MastodonConnector connector, InstantSource clock) {
        servers = NamedServers.of(settings);
        apps = new RegisteredApps(clock);
        appName = settings.text("app-name", "Tidemark");
        website = settings.text("app-website", "");
        List<String> scopes = settings.list("scopes", "read:accounts,read:statuses");
        Field server = new Field(
                SERVER,
                "Server",
                "Where the account is at home, as in its address: mastodon.social.",
                false,
                servers.single());
        traits = new Traits("mastodon", "Mastodon", List.of(connector), scopes, true, List.of(server));
    }

    @Override
    public Traits traits() {
        return traits;
    }

    @Override
    public Registered register(TokenCalls calls, Map<String, String> told, URI redirect) {
        URI server = server(told);
        Registered known = apps.find(server, redirect);
        if (known != null) {
            return known;
        }
        Registered fresh = new Registered(taken(calls, server, redirect), takesProofKey(calls, server));
        apps.keep(server, fresh);
        return fresh;
    }

    private App taken(TokenCalls calls, URI server, URI redirect) {
        Map<String, String> form = new HashMap<>();
        form.put("client_name", appName);
        form.put("redirect_uris", redirect.toString());
        form.put("scopes", String.join(" ", scopes()));
        if (!website.isEmpty()) {
            form.put("website", website);
        }
        URI address = servers.reachable(server);
        JsonNode answer;
        try {
            answer = calls.post(URI.create(address + "/api/v1/apps"), form, null);
        } catch (CallFailed failed) {
            throw new CallFailed(failed.fault()
                    .saying(NOT_REGISTERED.said(Map.of(
                            "server",
                            Value.name(server.getHost()),
                            "said",
                            Value.clause(failed.fault().said())))));
        }
        String id = answer.path("client_id").asString("");
        String secret = answer.path("client_secret").asString("");
        if (id.isEmpty() || secret.isEmpty()) {
            throw new CallFailed(
                    new Fault.Misconfigured(NO_MASTODON.said(Map.of("server", Value.name(server.getHost())))));
        }
        return new App(id, new Secret(secret), redirect);
    }

    /// A server that does not say so takes none.
    private boolean takesProofKey(TokenCalls calls, URI server) {
        try {
            return calls.send(
                            servers.reachable(server),
                            ApiRequest.get(
                                    "GET /.well-known/oauth-authorization-server",
                                    "/.well-known/oauth-authorization-server"),
                            Secret.NONE)
                    .path("code_challenge_methods_supported")
                    .valueStream()
                    .anyMatch(method -> method.asString("").equals("S256"));
        } catch (CallFailed untold) {
            // Those before 4.3 have no such page. The sign-in is as good without.
            return false;
        }
    }

    @Override
    public URI authorization(App app, Authorization request) {
        Query query = new Query(servers.whereabouts(server(request.told())) + "/oauth/authorize")
                .add("response_type", "code")
                .add("client_id", app.clientId())
                .add("redirect_uri", app.redirect().toString())
                .add("scope", String.join(" ", scopes()))
                .add("state", request.state());
        Secret verifier = request.verifier();
        if (verifier != null) {
            query.add("code_challenge", ProofKey.challenge(verifier)).add("code_challenge_method", "S256");
        }
        return URI.create(query.toString());
    }

    @Override
    public Grant redeem(TokenCalls calls, App app, Authorization request, String code) {
        URI server = server(request.told());
        Map<String, String> form = new HashMap<>();
        form.put("grant_type", "authorization_code");
        form.put("code", code);
        form.put("client_id", app.clientId());
        form.put("client_secret", app.clientSecret().value());
        form.put("redirect_uri", app.redirect().toString());
        form.put("scope", String.join(" ", scopes()));
        Secret verifier = request.verifier();
        if (verifier != null) {
            form.put("code_verifier", verifier.value());
        }
        Grant grant = new TokenGrant(server.getHost(), redeemed(calls, server, app, form)).first(calls.now(), scopes());
        return at(grant, new Place(server, subject(calls, server, grant.token())));
    }

    private JsonNode redeemed(TokenCalls calls, URI server, App app, Map<String, String> form) {
        try {
            return calls.post(URI.create(servers.reachable(server) + "/oauth/token"), form, null);
        } catch (CallFailed failed) {
            if (failed.fault() instanceof Fault.Misconfigured) {
                apps.forget(server, app);
            }
            throw failed;
        }
    }

    /// The account that the token is of.
    private String subject(TokenCalls calls, URI server, Secret token) {
        JsonNode me = calls.send(servers.reachable(server), MastodonCalls.me(), token);
        return Profile.of(me, server.getRawAuthority()).home().id();
    }

    private URI server(Map<String, String> told) {
        return servers.address(SERVER, told.getOrDefault(SERVER, ""));
    }

    static Grant at(Grant grant, Place place) {
        return new Grant(
                grant.token(),
                grant.renewal(),
                grant.issuedAt(),
                grant.expiresAt(),
                grant.renewalExpiresAt(),
                grant.scopes(),
                place);
    }
}
