package io.tidemark.collect.connector;

import io.tidemark.words.Sentence;
import io.tidemark.words.Value;
import java.net.IDN;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Servers that people name, on platforms of many. Only those of the internet are called, over https, unless whoever
/// runs the program has said that its own network may be called too (`private-servers = yes`), or which servers alone
/// may be called, as they are (`servers = https://social.example, http://127.0.0.1:3000`). A server may keep its name
/// wherever it is called (`servers = https://social.example=http://10.0.0.7:3000`).
///
/// @param only all that may be called, each with the address where it is; empty where others may be, too
public record NamedServers(boolean insideToo, Map<URI, URI> only) {
    private static final Sentence OTHER_SERVER =
            Sentence.of("server_not_among", "'{typed}' is not one of the servers that may be read from here.");
    private static final Sentence UNKNOWN =
            Sentence.of("server_unknown", "Nobody knows the server {server} at the moment.");
    private static final Sentence INSIDE = Sentence.of(
            "server_not_called", "The server {server} is not one that may be called from here: it is not called.");
    private static final Sentence NO_ADDRESS = Sentence.of(
            "server_no_address", "'{typed}' is no address of a server: write its name, such as social.example.");

    private static final String SECURE = "https";

    public NamedServers {
        only = Map.copyOf(only);
    }

    public static NamedServers of(ConnectorSettings settings) {
        return new NamedServers(
                settings.text("private-servers", "no").equals("yes"),
                settings.list("servers", "").stream()
                        .map(entry -> entry.split("=", 2))
                        .collect(Collectors.toMap(
                                entry -> URI.create(entry[0].strip()),
                                entry -> URI.create(entry[entry.length - 1].strip()))));
    }

    /// The only one that may be called, as a person writes it; null where there are several.
    public @Nullable String single() {
        return only.size() == 1
                ? only.keySet().iterator().next().toString().replaceFirst("^" + SECURE + "://", "")
                : null;
    }

    /// The address of a server as a person writes it, without a slash at the end: `mastodon.social`,
    /// `https://mastodon.social/`.
    ///
    /// @param field in which it was written
    /// @throws Login.NotTaken where it is no such address
    public URI address(String field, String typed) {
        String text = typed.strip();
        URI uri = parsed(field, text.contains("://") ? text : SECURE + "://" + text);
        String host = uri.getHost();
        boolean whole = host != null
                && uri.getScheme().matches("(?i)https?")
                && uri.getUserInfo() == null
                && uri.getQuery() == null
                && uri.getFragment() == null
                && uri.getPath().matches("/?");
        if (!whole) {
            throw refused(field, typed);
        }
        String port = uri.getPort() < 0 ? "" : ":" + uri.getPort();
        URI plain = URI.create(uri.getScheme().toLowerCase(Locale.ROOT) + "://" + host.toLowerCase(Locale.ROOT) + port);
        if (!only.isEmpty() && !only.containsKey(plain)) {
            throw new Login.NotTaken(field, OTHER_SERVER.said(Map.of("typed", Value.name(typed))));
        }
        if (only.isEmpty() && !insideToo && !isOfInternet(uri)) {
            throw refused(field, typed);
        }
        return plain;
    }

    /// Where it is, for browsers, which may go anywhere.
    public URI whereabouts(URI server) {
        return only.getOrDefault(server, server);
    }

    /// Where it is called, once it is known that it may be. Asked right before a call, since names may be given another
    /// address at any time.
    ///
    /// @throws CallFailed where it stands in the networks of this program, or nobody knows it
    public URI reachable(URI server) {
        if (only.containsKey(server) || (only.isEmpty() && insideToo)) {
            return whereabouts(server);
        }
        try {
            if (only.isEmpty()
                    && SECURE.equals(server.getScheme())
                    && server.getHost() != null
                    && PublicHosts.arePublic(server.getHost())) {
                return server;
            }
        } catch (UnknownHostException unknown) {
            throw new CallFailed(
                    new Fault.Passing(UNKNOWN.said(Map.of("server", Value.name(server.getHost())))), unknown);
        }
        throw new CallFailed(new Fault.Misconfigured(INSIDE.said(Map.of("server", Value.name(server.toString())))));
    }

    private static URI parsed(String field, String text) {
        try {
            int at = text.indexOf("://") + 3;
            int end = text.indexOf('/', at);
            String host = end < 0 ? text.substring(at) : text.substring(at, end);
            return URI.create(text.substring(0, at)
                    + (host.indexOf(':') < 0 ? IDN.toASCII(host) : host)
                    + (end < 0 ? "" : text.substring(end)));
        } catch (IllegalArgumentException noAddress) {
            throw refused(field, text);
        }
    }

    private static boolean isOfInternet(URI uri) {
        return SECURE.equalsIgnoreCase(uri.getScheme())
                && uri.getPort() < 0
                && uri.getHost().contains(".")
                && !uri.getHost().matches("[0-9.]+|\\[.*");
    }

    private static Login.NotTaken refused(String field, String typed) {
        return new Login.NotTaken(field, NO_ADDRESS.said(Map.of("typed", Value.name(typed))));
    }
}
