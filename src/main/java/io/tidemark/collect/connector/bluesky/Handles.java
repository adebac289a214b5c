package io.tidemark.collect.connector.bluesky;

import io.tidemark.collect.connector.CallFailed;
import io.tidemark.collect.connector.Fault;
import io.tidemark.collect.connector.Login;
import io.tidemark.collect.connector.Query;
import io.tidemark.words.Sentence;
import io.tidemark.words.Value;
import java.net.URI;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/// Which accounts names stand for, by what the server says that shows everybody what is public.
record Handles(URI open) {
    private static final Sentence NOBODY = Sentence.of("bluesky_nobody", "Bluesky knows nobody called {name}.");

    private static final String RESOLVE = "com.atproto.identity.resolveHandle";

    /// The DID of an account.
    ///
    /// @param actor a handle or a DID, as somebody wrote it into the field
    /// @throws Login.NotTaken where nobody is called so
    String did(Login.TokenCalls calls, String field, String actor) {
        if (Actor.isDid(actor)) {
            return actor;
        }
        JsonNode answer;
        try {
            answer = calls.get(URI.create(new Query(open + BlueskyCalls.path(RESOLVE))
                    .add("handle", actor)
                    .toString()));
        } catch (CallFailed failed) {
            if (failed.fault() instanceof Fault.SignInGone) {
                throw new Login.NotTaken(field, NOBODY.said(Map.of("name", Value.name(actor))));
            }
            throw failed;
        }
        return Profile.did(answer.path("did"));
    }
}
