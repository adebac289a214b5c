package io.tidemark.collect.connector;

import java.net.URI;

/// With what a call is made in somebody's name.
public sealed interface Credential {
    Secret token();

    /// The token is enough: whoever has it may call (RFC 6750).
    record Bearer(Secret token) implements Credential {}

    /// The token is good with proofs of the key that it is bound to, and with nothing else (RFC 9449).
    ///
    /// @param audience the server that takes it, by the address that it knows itself by, without a slash at the end
    record Bound(Secret token, PossessionKey key, URI audience) implements Credential {}
}
