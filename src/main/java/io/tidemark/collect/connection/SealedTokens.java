package io.tidemark.collect.connection;

import io.tidemark.collect.connector.Login;
import io.tidemark.collect.connector.PossessionKey;
import io.tidemark.collect.connector.Secret;
import io.tidemark.collect.connector.TrackedAccount;
import io.tidemark.ledger.Connection;
import io.tidemark.ledger.LiveAccount;
import io.tidemark.ledger.SealedGrant;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// Tokens as the ledger keeps them: sealed for the connection, or the account of one, that they belong to.
final class SealedTokens {
    private static final String TOKEN = "token";
    private static final String RENEWAL = "renewal";
    private static final String PLACE = "place";
    private static final String BASE = "base";
    private static final String SUBJECT = "subject";
    private static final String BINDING = "binding";
    private static final String KEY = "key";
    private static final String CLIENT = "client";
    private static final String ISSUER = "issuer";
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Seal seal;

    SealedTokens(Seal seal) {
        this.seal = seal;
    }

    SealedGrant seal(long businessId, long connectionId, Login.Grant grant) {
        ObjectNode tokens = JSON.createObjectNode().put(TOKEN, grant.token().value());
        Secret renewal = grant.renewal();
        if (renewal != null) {
            tokens.put(RENEWAL, renewal.value());
        }
        Login.Place home = grant.place();
        if (home != null) {
            tokens.putObject(PLACE).put(BASE, home.base().toString()).put(SUBJECT, home.subject());
        }
        Login.Binding bound = grant.binding();
        if (bound != null) {
            tokens.putObject(BINDING)
                    .put(KEY, bound.key().jwk().value())
                    .put(CLIENT, bound.clientId())
                    .put(ISSUER, bound.issuer().toString());
        }
        return new SealedGrant(
                seal.seal(place(businessId, connectionId), JSON.writeValueAsBytes(tokens)),
                grant.scopes(),
                grant.issuedAt(),
                grant.expiresAt(),
                grant.renewalExpiresAt(),
                endsAt(grant));
    }

    Login.Grant open(long businessId, Connection connection) {
        SealedGrant grant = connection.grant();
        JsonNode tokens = JSON.readTree(seal.open(place(businessId, connection.id()), grant.sealed()));
        JsonNode renewal = tokens.path(RENEWAL);
        return new Login.Grant(
                new Secret(tokens.path(TOKEN).stringValue()),
                renewal.isString() ? new Secret(renewal.stringValue()) : null,
                grant.issuedAt(),
                grant.expiresAt(),
                grant.renewalExpiresAt(),
                grant.scopes(),
                home(tokens.path(PLACE)),
                binding(tokens.path(BINDING)));
    }

    private static Login.@Nullable Binding binding(JsonNode bound) {
        return bound.isObject()
                ? new Login.Binding(
                        new PossessionKey(new Secret(bound.path(KEY).stringValue())),
                        bound.path(CLIENT).stringValue(),
                        URI.create(bound.path(ISSUER).stringValue()))
                : null;
    }

    private static Login.@Nullable Place home(JsonNode home) {
        return home.isObject()
                ? new Login.Place(
                        URI.create(home.path(BASE).stringValue()),
                        home.path(SUBJECT).stringValue())
                : null;
    }

    byte @Nullable [] sealOwn(long businessId, long connectionId, String externalId, @Nullable Secret token) {
        return token == null
                ? null
                : seal.seal(
                        place(businessId, connectionId, externalId),
                        token.value().getBytes(StandardCharsets.UTF_8));
    }

    /// An account as its connector knows it, with its own token where it has one.
    TrackedAccount tracked(long businessId, LiveAccount account) {
        byte[] sealed = account.sealedToken();
        Secret token = null;
        if (sealed != null) {
            byte[] plain = seal.open(place(businessId, account.connectionId(), account.externalId()), sealed);
            token = new Secret(new String(plain, StandardCharsets.UTF_8));
        }
        return new TrackedAccount(account.externalId(), account.kind(), account.key(), token);
    }

    /// The same tokens, sealed with the key that seals now; null where they are already.
    byte @Nullable [] anew(long businessId, Connection connection) {
        return anew(place(businessId, connection.id()), connection.grant().sealed());
    }

    /// The same token, sealed with the key that seals now; null where there is none, or it is already.
    byte @Nullable [] anew(long businessId, LiveAccount account) {
        byte[] sealed = account.sealedToken();
        return sealed == null ? null : anew(place(businessId, account.connectionId(), account.externalId()), sealed);
    }

    private byte @Nullable [] anew(String place, byte[] sealed) {
        return seal.isCurrent(sealed) ? null : seal.seal(place, seal.open(place, sealed));
    }

    /// A sign-in that can be renewed ends when renewing does.
    private static @Nullable Instant endsAt(Login.Grant grant) {
        return grant.renewal() == null ? grant.expiresAt() : grant.renewalExpiresAt();
    }

    private static String place(long businessId, long connectionId) {
        return "connection " + businessId + " " + connectionId;
    }

    private static String place(long businessId, long connectionId, String externalId) {
        return "account " + businessId + " " + connectionId + " " + externalId;
    }
}
