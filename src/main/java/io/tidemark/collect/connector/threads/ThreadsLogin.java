package io.tidemark.collect.connector.threads;

import io.tidemark.collect.connector.ConnectorSettings;
import io.tidemark.collect.connector.Login;
import io.tidemark.collect.connector.graph.OwnerSignIn;
import io.tidemark.metric.Platform;
import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The sign-in of Threads: it opens the account that signs in. Its app has an id and a secret other than those of the
/// app of Meta around it.
public final class ThreadsLogin implements Login.ByConsent {
    private final Traits traits;
    private final OwnerSignIn owner;

    public ThreadsLogin(ConnectorSettings settings, ThreadsConnector connector) {
        List<String> scopes = settings.list("scopes", "threads_basic,threads_manage_insights");
        String graph = connector.base().toString();
        traits = new Traits(connector.key(), Platform.THREADS.title(), List.of(connector), scopes, false);
        owner = new OwnerSignIn(
                "th",
                settings.text("authorize-url", "https://threads.net/oauth/authorize"),
                settings.address("token-url", graph + "/oauth/access_token"),
                graph,
                scopes);
    }

    @Override
    public Traits traits() {
        return traits;
    }

    @Override
    public URI authorization(App app, Authorization request) {
        return owner.authorization(app, request);
    }

    @Override
    public Grant redeem(TokenCalls calls, App app, Authorization request, String code) {
        return owner.redeem(calls, app, code);
    }

    @Override
    public @Nullable Grant renew(TokenCalls calls, App app, Grant grant) {
        return owner.renew(calls, grant);
    }
}
