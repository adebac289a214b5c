package io.tidemark.collect.connector.bluesky;

import io.tidemark.collect.connector.ConnectorSettings;
import io.tidemark.collect.connector.Login;
import io.tidemark.collect.connector.Secret;
import io.tidemark.words.Sentence;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// No sign-in at all: what everybody may see of an account that a person names.
public final class BlueskyPublicLogin implements Login.ByForm {
    static final Sentence REFUSED = Sentence.of(
            "bluesky_only_signed_in",
            "The account asks not to be shown to people who are not signed in: connect it with an app password.");

    private final Traits traits;
    private final URI open;

    public BlueskyPublicLogin(ConnectorSettings settings, BlueskyConnector connector) {
        open = connector.base();
        traits = new Traits(
                "bluesky_public",
                "Bluesky (without a sign-in)",
                List.of(connector),
                List.of(),
                false,
                List.of(BlueskyLogin.handle(settings)));
    }

    @Override
    public Traits traits() {
        return traits;
    }

    @Override
    public Grant enter(TokenCalls calls, Map<String, String> told) {
        String actor = Actor.typed(BlueskyLogin.HANDLE, Objects.requireNonNull(told.get(BlueskyLogin.HANDLE)));
        String did = new Handles(open).did(calls, BlueskyLogin.HANDLE, actor);
        return new Grant(Secret.NONE, null, calls.now(), null, null, Set.of(), new Place(open, did));
    }

    /// There is nothing to renew.
    @Override
    public @Nullable Grant renew(TokenCalls calls, Grant grant) {
        return null;
    }
}
