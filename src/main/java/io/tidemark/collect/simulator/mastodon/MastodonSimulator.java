package io.tidemark.collect.simulator.mastodon;

import io.tidemark.collect.simulator.AccountPlan;
import io.tidemark.collect.simulator.Answer;
import io.tidemark.collect.simulator.Call;
import io.tidemark.collect.simulator.SimulatedPost;
import io.tidemark.collect.simulator.Simulator;
import io.tidemark.collect.simulator.TokenBook;
import io.tidemark.collect.simulator.TokenSeal;
import io.tidemark.collect.simulator.WindowQuota;
import io.tidemark.collect.simulator.World;
import io.tidemark.metric.Metric;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/// A server of Mastodon.
public final class MastodonSimulator extends Simulator {
    private static final String API = "/api/v1/";
    private static final Duration WINDOW = Duration.ofMinutes(5);
    /// Tokens do not end.
    private static final Duration FOREVER = Duration.ofDays(36_500);

    private final World world;
    private final Clock clock;
    private final TokenBook tokens;
    private final MastodonSignIn signIn;
    private final Map<String, WindowQuota> quotas = new ConcurrentHashMap<>();
    private volatile Version version = Version.V4_5;
    private volatile Trouble trouble = Trouble.NONE;
    private volatile int limit = 300;
    private volatile @Nullable URI moved;
    private volatile @Nullable String nextPages;

    public MastodonSimulator(World world, Clock clock) {
        this(world, clock, null);
    }

    /// @param seal by which tokens outlive the simulator; null where they do not
    public MastodonSimulator(World world, Clock clock, @Nullable TokenSeal seal) {
        this.world = world;
        this.clock = clock;
        tokens = new TokenBook(clock, FOREVER, null, false, seal);
        signIn = new MastodonSignIn(world, tokens, clock);
    }

    /// What is wrong with a server.
    public enum Trouble {
        NONE,
        /// It takes no apps.
        TAKES_NO_APPS,
        /// It shows nothing to who is not signed in.
        CLOSED_TO_STRANGERS,
        /// What was agreed to is not enough.
        SCOPE_MISSING,
        /// It is another program, with web pages alone.
        NO_MASTODON
    }

    /// Kinds of post with numbers as they are usual, for plans of accounts.
    public static List<AccountPlan.Kind> kinds() {
        return List.of(
                kind("text", 5, 12),
                kind("image", 4, 18),
                kind("carousel", 1, 20),
                kind("video", 1, 14),
                kind("gifv", 1, 10),
                kind("audio", 1, 6),
                kind("poll", 1, 9),
                kind("link", 3, 11),
                kind("private", 1, 4),
                kind("reply", 3, 2),
                kind("thread", 1, 3),
                kind("direct", 1, 1),
                kind("boost", 3, 500));
    }

    public TokenBook tokens() {
        return tokens;
    }

    /// Secrets of the apps that have registered.
    public Set<String> secretsOfApps() {
        return signIn.secrets();
    }

    public void version(Version which) {
        version = which;
    }

    public void trouble(Trouble what) {
        trouble = what;
    }

    /// The server has lost the apps that nobody signed in with.
    public void forgetApps() {
        signIn.forget();
    }

    /// @param calls within five minutes, by who is signed in or a stranger; holds for those who have not called yet
    public void limit(int calls) {
        limit = calls;
    }

    /// How often a call came though its limit was reached.
    public long refusedByLimit() {
        return quotas.values().stream().mapToLong(WindowQuota::refused).sum();
    }

    /// Sends every call on to another address from now on.
    ///
    /// @param other null for none any more
    public void moveTo(@Nullable URI other) {
        moved = other;
    }

    /// Says that lists go on elsewhere.
    ///
    /// @param origin in addresses of next pages
    public void goOnAt(String origin) {
        nextPages = origin;
    }

    public static String id(SimulatedPost post) {
        return MastodonIds.id(post);
    }

    /// What a post is called.
    public static String id(Instant publishedAt, int number) {
        return MastodonIds.id(publishedAt, number);
    }

    @Override
    protected String endpoint(Call call) {
        String path = call.path()
                .replaceFirst("^/api/v1/accounts/(?!verify_credentials|lookup)[^/]+", "/api/v1/accounts/:id")
                .replaceFirst("^/api/v1/statuses/[^/]+", "/api/v1/statuses/:id");
        return call.method() + " " + path;
    }

    @Override
    protected boolean mayBreak(Call call) {
        return call.method().equals("GET") && call.path().startsWith(API);
    }

    @Override
    protected Answer answer(Call call) {
        URI other = moved;
        if (other != null) {
            return Answer.redirect(other + call.path());
        }
        if (trouble == Trouble.NO_MASTODON) {
            return new Answer(404, "text/html", "<!doctype html><title>Not found</title>", Map.of());
        }
        return switch (call.method() + " " + call.path()) {
            case "POST /api/v1/apps" ->
                trouble == Trouble.TAKES_NO_APPS
                        ? Refused.api(403, "This action is not allowed")
                        : signIn.register(call);
            case "GET /oauth/authorize" -> signIn.ask(call);
            case "POST /oauth/authorize" -> signIn.agree(call);
            case "POST /oauth/token" -> signIn.token(call, version.takesProofKeys());
            case "GET /.well-known/oauth-authorization-server" ->
                version.takesProofKeys()
                        ? Answer.json("{\"code_challenge_methods_supported\": [\"S256\"]}")
                        : Refused.api(404, "Not Found");
            default -> call.path().startsWith(API) ? limited(call) : Refused.api(404, "Not Found");
        };
    }

    private Answer limited(Call call) {
        WindowQuota quota = quotas.computeIfAbsent(call.token(), _ -> new WindowQuota(clock, limit, WINDOW));
        Answer answer = quota.take() ? read(call) : Refused.api(429, "Too many requests");
        return answer.with("X-RateLimit-Limit", Integer.toString(quota.limit()))
                .with("X-RateLimit-Remaining", Integer.toString(quota.remaining()))
                .with("X-RateLimit-Reset", quota.resetsAt().toString().replace("Z", ".000000Z"));
    }

    private Answer read(Call call) {
        Optional<String> person = tokens.holder(call.token());
        if (!call.token().isEmpty() && person.isEmpty()) {
            return Refused.api(401, "The access token is invalid");
        }
        if (person.isEmpty() && trouble == Trouble.CLOSED_TO_STRANGERS) {
            return Refused.api(401, "This method requires an authenticated user");
        }
        if (person.isPresent() && trouble == Trouble.SCOPE_MISSING) {
            return Refused.api(403, "This action is outside the authorized scopes");
        }
        if (person.flatMap(world::find).filter(one -> one.hidden()).isPresent()) {
            return Refused.api(403, "Your login is currently disabled");
        }
        StatusJson json = new StatusJson(version, world.now(), pictures());
        String pages = nextPages;
        return new MastodonAnswers(
                        world,
                        json,
                        person.orElse(null),
                        pages == null ? address().toString() : pages)
                .of(call, endpoint(call));
    }

    private static AccountPlan.Kind kind(String name, double share, double likes) {
        return new AccountPlan.Kind(
                name,
                share,
                9,
                Map.of(
                        Metric.LIKES, likes,
                        Metric.COMMENTS, likes * 0.2,
                        Metric.REPOSTS, likes * 0.35,
                        Metric.QUOTES, likes * 0.06));
    }
}
