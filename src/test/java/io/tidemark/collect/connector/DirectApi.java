package io.tidemark.collect.connector;

import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// The plainest way to call a platform: once, with a token. Nothing is repeated, limited or kept.
public final class DirectApi implements Api {
    private final JsonHttp http = JsonHttp.prompt();
    private final Connector connector;
    private final URI base;
    private final Credential credential;
    private final Clock clock;
    private final Login.@Nullable Place place;

    public DirectApi(Connector connector, URI base, String token, Clock clock) {
        this(connector, base, new Credential.Bearer(new Secret(token)), clock, null);
    }

    /// In the name of a sign-in that is at home somewhere.
    public DirectApi(Connector connector, Login.Grant grant, Clock clock) {
        this(connector, connector.base(grant.place()), grant.credential(), clock, grant.place());
    }

    private DirectApi(Connector connector, URI base, Credential credential, Clock clock, Login.@Nullable Place place) {
        this.connector = connector;
        this.base = base;
        this.credential = credential;
        this.clock = clock;
        this.place = place;
    }

    @Override
    public Login.@Nullable Place place() {
        return place;
    }

    @Override
    public JsonNode call(ApiRequest request) {
        return Objects.requireNonNull(answer(request).body());
    }

    @Override
    public ApiResponse answer(ApiRequest request) {
        ApiResponse response = http.send(request, base, credential).response();
        Fault fault = connector.fault(response);
        if (fault != null) {
            throw new CallFailed(fault);
        }
        return response;
    }

    @Override
    public Instant now() {
        return clock.instant();
    }
}
