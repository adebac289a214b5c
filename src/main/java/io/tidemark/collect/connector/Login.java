package io.tidemark.collect.connector;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// A platform's sign-in (OAuth 2, authorization code).
public interface Login {
    /// Stable name, under which an app is registered: `linkedin`, `x`, `facebook`, `instagram_login`.
    String key();

    /// For a person: "LinkedIn", "Instagram (with an Instagram account)".
    String title();

    /// Connectors whose accounts it opens: Facebook's opens pages and Instagram accounts.
    List<Connector> connectors();

    /// What is asked for.
    List<String> scopes();

    /// Whether the platform takes a proof key (RFC 7636).
    boolean proofKey();

    /// Where the person is sent.
    URI authorization(App app, Authorization request);

    /// @throws CallFailed where the platform refuses the code
    Grant redeem(TokenCalls calls, App app, Authorization request, String code);

    /// Null where the platform offers no way, so that the person must sign in again before it ends.
    ///
    /// @throws CallFailed where the platform refuses
    @Nullable
    Grant renew(TokenCalls calls, App app, Grant grant);

    /// The app as it is registered with the platform.
    record App(String clientId, Secret clientSecret, URI redirect) {}

    /// One sign-in on its way.
    ///
    /// @param state ties the answer to the person's session
    /// @param verifier of the proof key; null where the platform takes none
    record Authorization(String state, @Nullable Secret verifier) {}

    /// What a person has granted.
    ///
    /// @param renewal token by which it is renewed; null where there is none
    /// @param expiresAt when the token ends; null where it does not
    /// @param renewalExpiresAt when renewing ends; null where it does not or nobody says
    record Grant(
            Secret token,
            @Nullable Secret renewal,
            Instant issuedAt,
            @Nullable Instant expiresAt,
            @Nullable Instant renewalExpiresAt,
            Set<String> scopes) {
        public Grant {
            scopes = Set.copyOf(scopes);
        }
    }

    /// Calls that get tokens: their bodies are never kept or logged.
    interface TokenCalls {
        /// @param basic client id and secret for HTTP Basic; null where they stand in the form
        JsonNode post(URI address, Map<String, String> form, @Nullable App basic);

        /// For platforms that take JSON instead of a form.
        JsonNode postJson(URI address, Map<String, String> fields);

        JsonNode get(URI address);

        Instant now();
    }
}
