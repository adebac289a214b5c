package io.tidemark.collect.connector.bluesky;

import io.tidemark.collect.connector.ApiRequest;
import io.tidemark.collect.connector.CallFailed;
import io.tidemark.collect.connector.ConnectorSettings;
import io.tidemark.collect.connector.Fault;
import io.tidemark.collect.connector.Login;
import io.tidemark.collect.connector.NamedServers;
import io.tidemark.collect.connector.Secret;
import io.tidemark.words.Sentence;
import io.tidemark.words.Value;
import java.net.URI;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/// Who is who: from a name to the account, and from there to its own server. Nothing is remembered, since whoever
/// signs in relies on it.
final class Identities {
    private static final Sentence OTHER_DOCUMENT =
            Sentence.of("bluesky_other_document", "What is known of {account} is about another account.");
    private static final Sentence OTHER_NAME =
            Sentence.of("bluesky_other_name", "The account that {name} leads to does not go by that name.");
    private static final Sentence NO_SERVER =
            Sentence.of("bluesky_without_server", "The account {account} is on no server.");
    private static final Sentence NO_ACCOUNT = Sentence.of("bluesky_no_account", "There is no account {account}.");
    private static final Sentence OTHER_KIND =
            Sentence.of("bluesky_other_kind", "Accounts of Bluesky begin with did:plc or did:web, unlike {account}.");

    private static final String PLC = "did:plc:";
    private static final String WEB = "did:web:";

    private final URI directory;
    private final Handles handles;
    private final NamedServers servers;

    Identities(ConnectorSettings settings, URI open, NamedServers servers) {
        directory = settings.address("plc-url", "https://plc.directory");
        handles = new Handles(open);
        this.servers = servers;
    }

    /// An account.
    ///
    /// @param home its own server
    record Identity(String did, URI home) {}

    /// @param actor a handle or a DID, as somebody wrote it into the field
    /// @throws Login.NotTaken where there is no such account, or it does not go by that name
    /// @throws CallFailed where nobody says, or its server may not be called
    Identity find(Login.TokenCalls calls, String field, String actor) {
        String did = handles.did(calls, field, actor);
        DidDocument document = document(calls, field, did);
        if (!document.isOf(did)) {
            throw new CallFailed(new Fault.Unreadable(OTHER_DOCUMENT.said(Map.of("account", Value.name(did)))));
        }
        if (!Actor.isDid(actor) && !document.claims(actor)) {
            throw new Login.NotTaken(field, OTHER_NAME.said(Map.of("name", Value.name(actor))));
        }
        URI home = document.home(servers)
                .orElseThrow(() -> new Login.NotTaken(field, NO_SERVER.said(Map.of("account", Value.name(actor)))));
        return new Identity(did, home);
    }

    private DidDocument document(Login.TokenCalls calls, String field, String did) {
        try {
            return new DidDocument(fetched(calls, field, did));
        } catch (CallFailed failed) {
            if (failed.fault() instanceof Fault.NotFound) {
                throw new Login.NotTaken(field, NO_ACCOUNT.said(Map.of("account", Value.name(did))));
            }
            throw failed;
        }
    }

    private JsonNode fetched(Login.TokenCalls calls, String field, String did) {
        if (did.startsWith(PLC)) {
            return calls.send(directory, ApiRequest.get("GET /:did", "/" + did), Secret.NONE);
        }
        if (!did.startsWith(WEB)) {
            throw new Login.NotTaken(field, OTHER_KIND.said(Map.of("account", Value.name(did))));
        }
        URI server = servers.address(field, did.substring(WEB.length()));
        return calls.send(
                servers.reachable(server),
                ApiRequest.get("GET /.well-known/did.json", "/.well-known/did.json"),
                Secret.NONE);
    }
}
