package io.tidemark.collect.connector.bluesky;

import io.tidemark.collect.connector.CallFailed;
import io.tidemark.collect.connector.Fault;
import io.tidemark.collect.connector.Login;
import io.tidemark.collect.connector.NamedServers;
import io.tidemark.words.Sentence;
import io.tidemark.words.Value;
import java.net.URI;
import java.util.Map;

/// Something at a server that may be called.
///
/// @param server by its own name, without a slash at the end
/// @param path with a slash at the beginning
record ServerPath(URI server, String path) {
    private static final Sentence NOT_CALLED = Sentence.of(
            "bluesky_address_not_called",
            "The account's server names '{address}' for signing in, which is not called.");

    /// @throws CallFailed where it is no such address
    static ServerPath of(String address, NamedServers servers) {
        try {
            URI whole = URI.create(address);
            boolean plain = whole.getRawAuthority() != null
                    && whole.getRawPath().startsWith("/")
                    && whole.getRawQuery() == null
                    && whole.getRawFragment() == null;
            if (plain) {
                URI server = servers.address(BlueskyLogin.SERVER, whole.getScheme() + "://" + whole.getRawAuthority());
                return new ServerPath(server, whole.getRawPath());
            }
        } catch (IllegalArgumentException | Login.NotTaken refused) {
            throw refused(address);
        }
        throw refused(address);
    }

    /// As the server knows it.
    URI known() {
        return URI.create(server + path);
    }

    /// Where it is called.
    ///
    /// @throws CallFailed where it may not be called
    URI called(NamedServers servers) {
        return URI.create(servers.reachable(server) + path);
    }

    /// Where a browser goes.
    URI opened(NamedServers servers) {
        return URI.create(servers.whereabouts(server) + path);
    }

    private static CallFailed refused(String address) {
        return new CallFailed(new Fault.Misconfigured(NOT_CALLED.said(Map.of("address", Value.name(address)))));
    }
}
