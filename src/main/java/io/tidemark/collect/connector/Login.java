package io.tidemark.collect.connector;

import io.tidemark.words.Said;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// A platform's sign-in.
public sealed interface Login {
    /// For sign-ins that last for months.
    Duration WARNED = Duration.ofDays(14);

    Traits traits();

    default String key() {
        return traits().key();
    }

    default String title() {
        return traits().title();
    }

    default List<Connector> connectors() {
        return traits().connectors();
    }

    default List<String> scopes() {
        return traits().scopes();
    }

    /// How long before a sign-in ends people are warned of it.
    default Duration warnedBefore() {
        return WARNED;
    }

    /// Whether whoever runs the server registers an app with the platform first.
    default boolean needsApp() {
        return switch (this) {
            case ByForm ignored -> false;
            case ByNamedServer ignored -> false;
            case ByPushedRequest ignored -> false;
            case ByConsent ignored -> true;
        };
    }

    /// A person agrees on a page of the platform and is sent back with a code (OAuth 2, authorization code).
    non-sealed interface ByConsent extends Login {
        /// Where the person is sent.
        URI authorization(App app, Authorization request);

        /// @throws CallFailed where the platform refuses the code
        Grant redeem(TokenCalls calls, App app, Authorization request, String code);

        /// Null where the platform offers no way, so that the person must sign in again before it ends.
        ///
        /// @throws CallFailed where the platform refuses
        @Nullable
        Grant renew(TokenCalls calls, App app, Grant grant);

        /// Whether the platform takes a proof key (RFC 7636).
        default boolean proofKey() {
            return traits().proofKey();
        }
    }

    /// As [ByConsent], with a server that the person names, where an app is registered on the way. Its tokens do not
    /// end.
    interface ByNamedServer extends ByConsent {
        /// @param told by the names of the fields
        /// @throws NotTaken where a field cannot be right
        /// @throws CallFailed where the server does not register apps
        Registered register(TokenCalls calls, Map<String, String> told, URI redirect);

        /// An app that a server has taken.
        ///
        /// @param proofKey whether the server takes one (RFC 7636)
        record Registered(App app, boolean proofKey) {}

        @Override
        default @Nullable Grant renew(TokenCalls calls, App app, Grant grant) {
            return null;
        }
    }

    /// A person agrees on a page of the server that their name leads to. What we ask for is laid before it first (RFC
    /// 9126). It knows us by the address of what we say of ourselves, and binds its tokens to a key (RFC 9449).
    non-sealed interface ByPushedRequest extends Login {
        /// Under this name stands among what is [prepared][#prepare] who sends the person back (RFC 9207).
        String ISSUER = "issuer";

        /// Finds out where the person agrees.
        ///
        /// @param told by the names of the fields
        /// @return that, and what else is to be known until the person is back, by name
        /// @throws NotTaken where a field cannot be right
        /// @throws CallFailed where nobody says where that is
        Map<String, String> prepare(TokenCalls calls, Map<String, String> told);

        /// Lays before the server what is asked for.
        ///
        /// @param client as which we are known, without a secret
        /// @param request with all that was prepared
        /// @return where the person goes on
        /// @throws CallFailed where the server refuses
        URI push(TokenCalls calls, App client, Authorization request);

        /// @throws NotTaken where the person has signed in as somebody else than they told
        /// @throws CallFailed where the server refuses the code
        Grant redeem(TokenCalls calls, App client, Authorization request, String code);

        /// Null where there is no way.
        ///
        /// @throws CallFailed where the server refuses
        @Nullable
        Grant renew(TokenCalls calls, Grant grant);
    }

    /// What a person tells here is enough: a name, with a password made for the purpose or without.
    non-sealed interface ByForm extends Login {
        /// @param told by the names of the fields
        /// @throws NotTaken where a field cannot be right
        /// @throws CallFailed where the platform refuses
        Grant enter(TokenCalls calls, Map<String, String> told);

        /// Null where there is no way.
        ///
        /// @throws CallFailed where the platform refuses
        @Nullable
        Grant renew(TokenCalls calls, Grant grant);
    }

    /// What holds for every sign-in.
    ///
    /// @param key stable name, under which an app is registered: `linkedin`, `x`, `facebook`, `instagram_login`
    /// @param title for a person: "LinkedIn", "Instagram (with an Instagram account)"
    /// @param connectors those whose accounts it opens: Facebook's opens pages and Instagram accounts
    /// @param scopes what is asked for
    /// @param proofKey whether the platform takes one (RFC 7636)
    /// @param fields what a person tells first
    record Traits(
            String key,
            String title,
            List<Connector> connectors,
            List<String> scopes,
            boolean proofKey,
            List<Field> fields) {
        public Traits {
            connectors = List.copyOf(connectors);
            scopes = List.copyOf(scopes);
            fields = List.copyOf(fields);
        }

        /// Of a platform that asks everything itself.
        public Traits(String key, String title, List<Connector> connectors, List<String> scopes, boolean proofKey) {
            this(key, title, connectors, scopes, proofKey, List.of());
        }
    }

    /// Something that a person tells.
    ///
    /// @param label for the person: "App password"
    /// @param hint what to write, or where to find it
    /// @param secret whether it is never shown
    /// @param otherwise what is taken where nothing is told; null where something must be
    record Field(
            String name,
            String label,
            String hint,
            boolean secret,
            @Nullable String otherwise) {}

    /// The app as it is registered with the platform.
    record App(String clientId, Secret clientSecret, URI redirect) {}

    /// One sign-in on its way.
    ///
    /// @param state ties the answer to the person's session
    /// @param verifier of the proof key; null where the platform takes none
    /// @param told what the person has told, by the names of the fields, and what was found out of it
    record Authorization(String state, @Nullable Secret verifier, Map<String, String> told) {
        public Authorization {
            told = Map.copyOf(told);
        }

        public Authorization(String state, @Nullable Secret verifier) {
            this(state, verifier, Map.of());
        }

        /// Without what was told: a key may be among it.
        @Override
        public String toString() {
            return "Authorization[told=" + told.keySet() + "]";
        }

        /// The proof of a platform that takes no sign-in without.
        public Secret proof() {
            if (verifier == null) {
                throw new IllegalStateException("a sign-in with a proof key was begun without one");
            }
            return verifier;
        }
    }

    /// Where a sign-in is at home, on platforms of many servers.
    ///
    /// @param base address of the server, without a slash at the end
    /// @param subject the account that it is of, as the server calls it
    record Place(URI base, String subject) {}

    /// What tokens are bound to.
    ///
    /// @param key whose proofs go with them
    /// @param clientId as whom we got them
    /// @param issuer the server that gave them out and renews them
    record Binding(PossessionKey key, String clientId, URI issuer) {}

    /// What a person has granted.
    ///
    /// @param token [Secret#NONE] where what is read is open to everybody
    /// @param renewal token by which it is renewed; null where there is none
    /// @param expiresAt when the token ends; null where it does not
    /// @param renewalExpiresAt when renewing ends; null where it does not or nobody says
    /// @param place null on platforms of one server
    /// @param binding null where the tokens are enough by themselves
    record Grant(
            Secret token,
            @Nullable Secret renewal,
            Instant issuedAt,
            @Nullable Instant expiresAt,
            @Nullable Instant renewalExpiresAt,
            Set<String> scopes,
            @Nullable Place place,
            @Nullable Binding binding) {
        public Grant {
            scopes = Set.copyOf(scopes);
            if (binding != null && place == null) {
                throw new IllegalArgumentException("tokens that are bound to a key are for one server");
            }
        }

        public Grant(
                Secret token,
                @Nullable Secret renewal,
                Instant issuedAt,
                @Nullable Instant expiresAt,
                @Nullable Instant renewalExpiresAt,
                Set<String> scopes,
                @Nullable Place place) {
            this(token, renewal, issuedAt, expiresAt, renewalExpiresAt, scopes, place, null);
        }

        public Grant(
                Secret token,
                @Nullable Secret renewal,
                Instant issuedAt,
                @Nullable Instant expiresAt,
                @Nullable Instant renewalExpiresAt,
                Set<String> scopes) {
            this(token, renewal, issuedAt, expiresAt, renewalExpiresAt, scopes, null);
        }

        /// With what calls are made in its name.
        public Credential credential() {
            return binding == null || place == null
                    ? new Credential.Bearer(token)
                    : new Credential.Bound(token, binding.key(), place.base());
        }
    }

    /// A field cannot be right: said to the person who filled it in.
    final class NotTaken extends RuntimeException {
        private static final long serialVersionUID = 1L;

        private final String field;
        private final transient Said said;

        public NotTaken(String field, Said said) {
            super(said.english());
            this.field = field;
            this.said = said;
        }

        public Said said() {
            return said;
        }

        public String field() {
            return field;
        }
    }

    /// Calls that get tokens: their bodies are never kept or logged.
    interface TokenCalls {
        /// @param basic client id and secret for HTTP Basic; null where they stand in the form
        JsonNode post(URI address, Map<String, String> form, @Nullable App basic);

        /// For platforms that take JSON instead of a form.
        JsonNode postJson(URI address, Map<String, String> fields);

        JsonNode get(URI address);

        /// A form with a proof of a key.
        ///
        /// @param known the address by which the server knows what is called
        JsonNode prove(URI address, URI known, Map<String, String> form, PossessionKey key);

        /// In the name of somebody: the token stands in a header. What is not there is a [Fault.NotFound].
        JsonNode send(URI base, ApiRequest request, Secret token);

        Instant now();
    }
}
