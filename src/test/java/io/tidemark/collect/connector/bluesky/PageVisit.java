package io.tidemark.collect.connector.bluesky;

import io.tidemark.collect.connector.Login;
import io.tidemark.collect.connector.Secret;
import io.tidemark.testing.ConsentForm;
import java.net.URI;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/// A person who signs in on the page of a simulated server, from a Tidemark that is called on its own machine.
///
/// @param request with all that was prepared
public record PageVisit(
        Login.ByPushedRequest login, Login.TokenCalls calls, Login.App client, Login.Authorization request) {
    private static final String REDIRECT = "http://127.0.0.1:8003/oauth/bluesky_oauth/callback";

    /// @param handle as the person writes it
    public static PageVisit prepared(Login.ByPushedRequest login, Login.TokenCalls calls, String handle) {
        return prepared(login, calls, handle, URI.create(REDIRECT));
    }

    /// @param redirect where the person is sent back to
    public static PageVisit prepared(Login.ByPushedRequest login, Login.TokenCalls calls, String handle, URI redirect) {
        String id = "http://localhost?redirect_uri=" + encoded(redirect.toString()) + "&scope="
                + encoded(String.join(" ", login.scopes()));
        return new PageVisit(
                login,
                calls,
                new Login.App(id, Secret.NONE, redirect),
                new Login.Authorization(
                        "state-" + UUID.randomUUID(),
                        new Secret("%s-%s".formatted(UUID.randomUUID(), UUID.randomUUID())),
                        login.prepare(calls, Map.of("handle", handle))));
    }

    /// Where the person goes on.
    public URI away() {
        return login.push(calls, client, request);
    }

    /// What the server sends the person back with.
    public static Map<String, String> answer(URI away, String account, String decision) {
        return Arrays.stream(ConsentForm.answer(away, account, decision)
                        .getRawQuery()
                        .split("&", -1))
                .map(pair -> pair.split("=", 2))
                .collect(Collectors.toMap(pair -> pair[0], pair -> URLDecoder.decode(pair[1], StandardCharsets.UTF_8)));
    }

    /// The code that comes of agreeing.
    public String code(String account) {
        return String.valueOf(answer(away(), account, "allow").get("code"));
    }

    public Login.Grant redeem(String code) {
        return login.redeem(calls, client, request, code);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
