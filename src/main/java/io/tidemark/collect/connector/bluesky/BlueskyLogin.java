package io.tidemark.collect.connector.bluesky;

import io.tidemark.collect.connector.ApiRequest;
import io.tidemark.collect.connector.CallFailed;
import io.tidemark.collect.connector.ConnectorSettings;
import io.tidemark.collect.connector.Fault;
import io.tidemark.collect.connector.Login;
import io.tidemark.collect.connector.NamedServers;
import io.tidemark.collect.connector.Saying;
import io.tidemark.collect.connector.Secret;
import io.tidemark.words.Sentence;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// Signs in with an app password, which a person makes on Bluesky for the purpose and can take back there. It is used
/// once, for a session that is renewed from then on: each renewal brings another token for the next one, and the one
/// before is good no more.
public final class BlueskyLogin implements Login.ByForm {
    private static final Sentence WHOLE_PASSWORD = Sentence.of(
            "bluesky_whole_password",
            "That is the password of the account itself, which opens more than is needed: make an app password on Bluesky under Settings > Privacy and security.");
    private static final Sentence NOT_ACTIVE =
            Sentence.of("bluesky_not_active", "Bluesky says that the account is not active.");

    static final String HANDLE = "handle";
    static final String PASSWORD = "app_password";
    static final String SERVER = "server";

    private static final String CREATE = "com.atproto.server.createSession";
    private static final String REFRESH = "com.atproto.server.refreshSession";

    private final Traits traits;
    private final NamedServers servers;

    public BlueskyLogin(ConnectorSettings settings, BlueskyConnector connector) {
        servers = NamedServers.of(settings);
        traits = new Traits(
                "bluesky",
                "Bluesky",
                List.of(connector),
                List.of(),
                false,
                List.of(
                        handle(settings),
                        new Field(
                                PASSWORD,
                                "App password",
                                settings.text(
                                        "password-hint",
                                        "Made on Bluesky under Settings > Privacy and security > App passwords. Not the password of the account."),
                                true,
                                null),
                        new Field(
                                SERVER,
                                "Server",
                                "Where the account signs in. Empty for all that are not on a server of their own.",
                                false,
                                settings.text("server", "https://bsky.social"))));
    }

    /// Whoever runs the server may say more of it to people.
    static Field handle(ConnectorSettings settings) {
        return new Field(HANDLE, "Handle", settings.text("handle-hint", "Such as acme.bsky.social."), false, null);
    }

    @Override
    public Traits traits() {
        return traits;
    }

    @Override
    public Grant enter(TokenCalls calls, Map<String, String> told) {
        String identifier = Actor.typed(HANDLE, Objects.requireNonNull(told.get(HANDLE)));
        String password = Objects.requireNonNull(told.get(PASSWORD));
        URI server = servers.address(SERVER, Objects.requireNonNull(told.get(SERVER)));
        URI address = URI.create(servers.reachable(server) + BlueskyCalls.path(CREATE));
        Session session =
                new Session(calls.postJson(address, Map.of("identifier", identifier, "password", password)), servers);
        if (session.opensEverything()) {
            throw new NotTaken(PASSWORD, WHOLE_PASSWORD.said());
        }
        if (!session.isActive()) {
            throw new CallFailed(new Fault.SignInGone(NOT_ACTIVE.said()));
        }
        return session.grant(calls.now(), server);
    }

    @Override
    public @Nullable Grant renew(TokenCalls calls, Grant grant) {
        Secret renewal = grant.renewal();
        Place place = grant.place();
        if (renewal == null || place == null) {
            return null;
        }
        ApiRequest request =
                ApiRequest.get("POST " + REFRESH, BlueskyCalls.path(REFRESH)).posting("");
        JsonNode answer = calls.send(servers.reachable(place.base()), request, renewal);
        Session session = new Session(answer, servers);
        if (!session.did().equals(place.subject())) {
            throw new CallFailed(new Fault.Unreadable(Saying.otherRenewed("Bluesky")));
        }
        return session.grant(calls.now(), place.base());
    }
}
