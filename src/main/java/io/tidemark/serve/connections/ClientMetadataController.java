package io.tidemark.serve.connections;

import io.tidemark.collect.connection.PublishedClient;
import io.tidemark.collect.connector.Login;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/// What we say of ourselves to servers with which nobody registers an app. Anybody may read it.
@RestController
final class ClientMetadataController {
    private final ConnectionDesk desk;

    ClientMetadataController(ConnectionDesk desk) {
        this.desk = desk;
    }

    /// By the names of RFC 7591.
    record ClientMetadata(
            URI clientId,
            String clientName,
            URI clientUri,
            List<URI> redirectUris,
            String scope,
            List<String> grantTypes,
            List<String> responseTypes,
            String applicationType,
            String tokenEndpointAuthMethod,
            boolean dpopBoundAccessTokens) {
        static ClientMetadata of(PublishedClient client) {
            return new ClientMetadata(
                    client.clientId(),
                    client.name(),
                    client.home(),
                    List.of(client.redirect()),
                    String.join(" ", client.scopes()),
                    List.of("authorization_code", "refresh_token"),
                    List.of("code"),
                    "web",
                    "none",
                    true);
        }
    }

    /// Nothing is there for platforms of another kind, and where nobody else could call us.
    @GetMapping(path = "/oauth/{login}/" + PublishedClient.DOCUMENT, produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<ClientMetadata> tell(@PathVariable String login, HttpServletRequest request) {
        Optional<ClientMetadata> told = desk.logins()
                .find(login)
                .filter(Login.ByPushedRequest.class::isInstance)
                .map(Login.ByPushedRequest.class::cast)
                .flatMap(known ->
                        PublishedClient.of(known, desk.apps().redirect(login, SignInController.origin(request))))
                .filter(PublishedClient::isPublished)
                .map(ClientMetadata::of);
        return told.map(ResponseEntity::ok)
                .orElseGet(() -> ResponseEntity.notFound().build());
    }
}
