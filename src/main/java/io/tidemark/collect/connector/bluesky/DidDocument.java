package io.tidemark.collect.connector.bluesky;

import io.tidemark.collect.connector.CallFailed;
import io.tidemark.collect.connector.Fault;
import io.tidemark.collect.connector.Login;
import io.tidemark.collect.connector.NamedServers;
import io.tidemark.words.Sentence;
import io.tidemark.words.Value;
import java.net.URI;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/// The document that says who an account is (https://atproto.com/specs/did).
record DidDocument(JsonNode json) {
    private static final Sentence NOT_CALLED =
            Sentence.of("bluesky_server_not_called", "The account's own server is not called: {why}");

    boolean isOf(String did) {
        return json.path("id").asString("").equals(did);
    }

    /// Whether the account goes by the name. A name alone may lead to anybody's account.
    boolean claims(String handle) {
        return json.path("alsoKnownAs")
                .valueStream()
                .anyMatch(name -> name.asString("").equalsIgnoreCase("at://" + handle));
    }

    /// The account's own server; empty where the document names none.
    ///
    /// @throws CallFailed where it may not be called
    Optional<URI> home(NamedServers servers) {
        Optional<String> told = json.path("service")
                .valueStream()
                .filter(service -> service.path("id").asString("").endsWith("#atproto_pds"))
                .map(service -> service.path("serviceEndpoint").asString(""))
                .findFirst();
        try {
            return told.map(endpoint -> servers.address(BlueskyLogin.SERVER, endpoint));
        } catch (Login.NotTaken refused) {
            throw new CallFailed(
                    new Fault.NotPermitted(NOT_CALLED.said(Map.of("why", Value.clause(refused.said())))), refused);
        }
    }
}
