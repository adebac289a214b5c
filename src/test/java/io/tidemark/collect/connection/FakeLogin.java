package io.tidemark.collect.connection;

import io.tidemark.collect.connector.AccountReading;
import io.tidemark.collect.connector.Allowance;
import io.tidemark.collect.connector.Api;
import io.tidemark.collect.connector.ApiRequest;
import io.tidemark.collect.connector.ApiResponse;
import io.tidemark.collect.connector.Connector;
import io.tidemark.collect.connector.DayReading;
import io.tidemark.collect.connector.DayRoute;
import io.tidemark.collect.connector.Fault;
import io.tidemark.collect.connector.FoundAccount;
import io.tidemark.collect.connector.ListedPost;
import io.tidemark.collect.connector.Listing;
import io.tidemark.collect.connector.Login;
import io.tidemark.collect.connector.Page;
import io.tidemark.collect.connector.PostReading;
import io.tidemark.collect.connector.PostRef;
import io.tidemark.collect.connector.PostRoute;
import io.tidemark.collect.connector.Saying;
import io.tidemark.collect.connector.Secret;
import io.tidemark.collect.connector.TrackedAccount;
import io.tidemark.ledger.AccountKey;
import io.tidemark.ledger.Alias;
import io.tidemark.metric.Platform;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// Signs in with a [FakePlatform], and lists its accounts as ones of Instagram.
public record FakeLogin(FakePlatform platform) implements Login.ByConsent {
    public static final String KEY = "fake";

    /// What sets the app up.
    public static final Map<String, String> ENVIRONMENT = Map.of(
            "TIDEMARK_FAKE_CLIENT_ID", FakePlatform.CLIENT_ID,
            "TIDEMARK_FAKE_CLIENT_SECRET", FakePlatform.CLIENT_SECRET);

    @Override
    public Login.Traits traits() {
        return new Login.Traits(
                KEY,
                "Fakebook",
                List.of(new FakeConnector(platform.address(), platform.listings)),
                List.of("read", "write"),
                true);
    }

    @Override
    public URI authorization(App app, Authorization request) {
        String verifier = request.proof().value();
        return URI.create(platform.address() + "/authorize?redirect_uri=" + app.redirect() + "&state=" + request.state()
                + "&code_challenge=" + FakePlatform.challenge(verifier));
    }

    @Override
    public Grant redeem(TokenCalls calls, App app, Authorization request, String code) {
        String verifier = request.proof().value();
        return grant(calls, app, Map.of("grant_type", "authorization_code", "code", code, "code_verifier", verifier));
    }

    @Override
    public @Nullable Grant renew(TokenCalls calls, App app, Grant grant) {
        Secret renewal = grant.renewal();
        return renewal == null
                ? null
                : grant(calls, app, Map.of("grant_type", "refresh_token", "refresh_token", renewal.value()));
    }

    private Grant grant(TokenCalls calls, App app, Map<String, String> form) {
        JsonNode answer = calls.post(URI.create(platform.address() + "/token"), form, app);
        return new Grant(
                new Secret(answer.get("access_token").stringValue()),
                new Secret(answer.get("refresh_token").stringValue()),
                calls.now(),
                calls.now().plusSeconds(answer.get("expires_in").longValue()),
                calls.now().plus(Duration.ofDays(180)),
                Set.of(answer.get("scope").stringValue().split(" ")));
    }

    /// Lists accounts and can do nothing else.
    private record FakeConnector(URI base, List<Listing> listings) implements Connector {
        @Override
        public String key() {
            return KEY;
        }

        @Override
        public Platform platform() {
            return Platform.INSTAGRAM;
        }

        @Override
        public Connector.Traits traits() {
            return new Connector.Traits(ZoneOffset.UTC, 0, Duration.ofDays(1), null, 2);
        }

        @Override
        public Page<FoundAccount> accounts(Api api, @Nullable String cursor) {
            List<FoundAccount> found = new ArrayList<>();
            for (JsonNode account :
                    api.call(ApiRequest.get("GET /accounts", "/accounts")).get("accounts")) {
                String id = account.get("id").stringValue();
                String handle = account.get("handle").stringValue();
                AccountKey key = new AccountKey(
                        Platform.INSTAGRAM,
                        handle,
                        account.get("name").stringValue(),
                        List.of(new Alias("instagram:id", id), new Alias("instagram:handle", handle)));
                String own = account.path("token").asString("");
                String obstacle = account.path("obstacle").asString("");
                found.add(new FoundAccount(
                        new TrackedAccount(id, "", key, null),
                        own.isEmpty() ? null : new Secret(own),
                        obstacle.isEmpty() ? null : Saying.asItCame(obstacle)));
            }
            return new Page<>(found, null);
        }

        @Override
        public @Nullable Fault fault(ApiResponse response) {
            if (response.status() == 200) {
                return null;
            }
            JsonNode body = response.body();
            String error = body == null ? "" : body.path("error").asString("");
            return switch (error) {
                case "expired" -> new Fault.TokenExpired(Saying.asItCame("The token has expired."));
                case "revoked" -> new Fault.SignInGone(Saying.asItCame("The person has taken the permission back."));
                default -> new Fault.Passing(Saying.asItCame("Status " + response.status() + "."));
            };
        }

        @Override
        public Page<ListedPost> posts(
                Api api, TrackedAccount account, Listing listing, @Nullable Instant since, @Nullable String cursor) {
            throw new UnsupportedOperationException();
        }

        @Override
        public List<PostRoute> postRoutes() {
            throw new UnsupportedOperationException();
        }

        @Override
        public Map<String, PostReading> readPosts(
                Api api, TrackedAccount account, PostRoute route, List<PostRef> posts, Set<String> metrics) {
            throw new UnsupportedOperationException();
        }

        @Override
        public AccountReading readAccount(Api api, TrackedAccount account) {
            throw new UnsupportedOperationException();
        }

        @Override
        public List<DayRoute> dayRoutes() {
            throw new UnsupportedOperationException();
        }

        @Override
        public List<DayReading> readDays(
                Api api, TrackedAccount account, DayRoute route, LocalDate from, LocalDate to, Set<String> metrics) {
            throw new UnsupportedOperationException();
        }

        @Override
        public List<Allowance> allowances(ApiResponse response, Instant now) {
            return List.of();
        }
    }
}
