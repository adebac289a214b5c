package io.tidemark.collect.connector.bluesky;

import io.tidemark.collect.connector.ApiRequest;
import io.tidemark.collect.connector.CallFailed;
import io.tidemark.collect.connector.Fault;
import io.tidemark.collect.connector.Login;
import io.tidemark.collect.connector.NamedServers;
import io.tidemark.collect.connector.Secret;
import io.tidemark.words.Sentence;
import io.tidemark.words.Value;
import java.net.URI;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/// The server on whose page people agree, by what it says of itself (RFC 8414, https://atproto.com/specs/oauth).
///
/// @param issuer its name
/// @param page where people agree
/// @param requests where a request is laid before it
/// @param tokens where tokens are got
record AuthorizationServer(URI issuer, ServerPath page, ServerPath requests, ServerPath tokens) {
    private static final Sentence UNFIT = Sentence.of(
            "bluesky_unfit_server",
            "{server} does not sign people in on a page of its own as Bluesky's servers do: connect the account with an app password.");

    private static final String OF_RESOURCE = "/.well-known/oauth-protected-resource";
    private static final String OF_ISSUER = "/.well-known/oauth-authorization-server";

    /// Lists that must hold what we rely on.
    private static final Map<String, String> SUPPORTED = Map.of(
            "response_types_supported", "code",
            "grant_types_supported", "refresh_token",
            "code_challenge_methods_supported", "S256",
            "token_endpoint_auth_methods_supported", "none",
            "dpop_signing_alg_values_supported", "ES256",
            "scopes_supported", "atproto");

    private static final List<String> PROMISED =
            List.of("authorization_response_iss_parameter_supported", "client_id_metadata_document_supported");

    /// The one that an account's own server names (RFC 9728).
    ///
    /// @throws CallFailed with [Fault.NotFound] where it names none, as servers do that know no such sign-in
    static AuthorizationServer of(Login.TokenCalls calls, URI home, NamedServers servers) {
        JsonNode told = fetched(calls, home, OF_RESOURCE, servers);
        JsonNode named = told.path("authorization_servers");
        if (!told.path("resource").asString("").equals(home.toString()) || named.size() != 1) {
            throw unfit(home);
        }
        String issuer = named.path(0).asString("");
        ServerPath at = ServerPath.of(issuer + "/", servers);
        if (!at.server().toString().equals(issuer)) {
            throw unfit(home);
        }
        return named(calls, at.server(), servers);
    }

    /// @throws CallFailed where it is no server of this kind
    static AuthorizationServer named(Login.TokenCalls calls, URI issuer, NamedServers servers) {
        JsonNode told = fetched(calls, issuer, OF_ISSUER, servers);
        boolean fit = told.path("issuer").asString("").equals(issuer.toString())
                && PROMISED.stream().allMatch(name -> told.path(name).asBoolean(false))
                && SUPPORTED.entrySet().stream()
                        .allMatch(wanted -> told.path(wanted.getKey())
                                .valueStream()
                                .anyMatch(value -> value.asString("").equals(wanted.getValue())));
        if (!fit) {
            throw unfit(issuer);
        }
        return new AuthorizationServer(
                issuer,
                ServerPath.of(told.path("authorization_endpoint").asString(""), servers),
                ServerPath.of(told.path("pushed_authorization_request_endpoint").asString(""), servers),
                ServerPath.of(told.path("token_endpoint").asString(""), servers));
    }

    private static JsonNode fetched(Login.TokenCalls calls, URI server, String path, NamedServers servers) {
        return calls.send(servers.reachable(server), ApiRequest.get("GET " + path, path), Secret.NONE);
    }

    private static CallFailed unfit(URI server) {
        return new CallFailed(new Fault.Misconfigured(UNFIT.said(Map.of("server", Value.name(server.toString())))));
    }
}
