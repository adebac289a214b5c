package io.tidemark.collect.connection;

import io.tidemark.collect.connector.Login;
import io.tidemark.collect.connector.Query;
import io.tidemark.collect.connector.Secret;
import io.tidemark.words.Said;
import io.tidemark.words.Sentence;
import io.tidemark.words.Value;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// As whom servers know us that nobody registers an app with: they look at what we say of ourselves at an address,
/// which is our name to them (https://atproto.com/specs/oauth, OAuth Client ID Metadata Document). Where people
/// call us on their own machine nobody else can look there: then the name itself says it.
///
/// @param clientId the address
/// @param name of the program, for people
/// @param home where people reach us
/// @param redirect where people are sent back to
public record PublishedClient(URI clientId, String name, URI home, URI redirect, List<String> scopes) {
    private static final Sentence NOT_PUBLIC = Sentence.of(
            "login_wants_public_address",
            "{login} wants to call this server, or to be used on the machine that it runs on, and {address} is neither a public address with https nor 127.0.0.1: set {setting} to a public one and start the server anew, or open http://127.0.0.1 with the server's port there.");

    /// Where we say it, beside where people are sent back to.
    public static final String DOCUMENT = "client-metadata.json";

    private static final String NAME = "Tidemark";
    private static final String LOOPBACK = "http://localhost";
    private static final Set<String> LOOPBACK_HOSTS = Set.of("127.0.0.1", "[::1]");
    private static final String OF_INTERNET = "(?:[A-Za-z0-9-]+\\.)+[A-Za-z][A-Za-z0-9-]*";

    public PublishedClient {
        scopes = List.copyOf(scopes);
    }

    /// Empty where neither holds: what other servers cannot look at.
    ///
    /// @param redirect as [Apps#redirect] has it
    public static Optional<PublishedClient> of(Login.ByPushedRequest login, URI redirect) {
        if (isOnLoopback(redirect)) {
            String id = new Query(LOOPBACK)
                    .add("redirect_uri", redirect.toString())
                    .add("scope", String.join(" ", login.scopes()))
                    .toString();
            return Optional.of(
                    new PublishedClient(URI.create(id), NAME, redirect.resolve("../../"), redirect, login.scopes()));
        }
        return isPublic(redirect)
                ? Optional.of(new PublishedClient(
                        redirect.resolve(DOCUMENT), NAME, redirect.resolve("../../"), redirect, login.scopes()))
                : Optional.empty();
    }

    /// What to do where there is none.
    public static Said advice(String title, URI redirect) {
        return NOT_PUBLIC.said(Map.of(
                "login",
                Value.quote(title),
                "address",
                Value.name(redirect.resolve("../../").toString()),
                "setting",
                Value.name(Apps.PUBLIC_URL)));
    }

    /// Whether others can look at what we say.
    public boolean isPublished() {
        return isPublic(clientId);
    }

    Login.App app() {
        return new Login.App(clientId.toString(), Secret.NONE, redirect);
    }

    private static boolean isOnLoopback(URI address) {
        return "http".equals(address.getScheme()) && LOOPBACK_HOSTS.contains(address.getHost());
    }

    private static boolean isPublic(URI address) {
        return "https".equals(address.getScheme())
                && address.getPort() < 0
                && address.getHost() != null
                && address.getHost().matches(OF_INTERNET);
    }
}
