package io.tidemark.collect.simulator.bluesky;

import io.tidemark.collect.simulator.AccountPlan;
import io.tidemark.collect.simulator.Answer;
import io.tidemark.collect.simulator.Call;
import io.tidemark.collect.simulator.SimulatedPost;
import io.tidemark.collect.simulator.Simulator;
import io.tidemark.collect.simulator.TokenBook;
import io.tidemark.collect.simulator.TokenSeal;
import io.tidemark.collect.simulator.World;
import io.tidemark.metric.Metric;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/// Bluesky as far as accounts are read: below its address the server where they are at home, and at [#open()] the one
/// that shows everybody what is public.
public final class BlueskySimulator extends Simulator {
    /// Opens every account.
    public static final String APP_PASSWORD = "demo-demo-demo-demo";
    /// That of the account itself, likewise.
    public static final String ACCOUNT_PASSWORD = "correct horse battery staple";

    static final Duration RENEWAL = Duration.ofDays(90);

    private static final Duration LIFE = Duration.ofHours(2);
    private static final String OPEN = "/public";
    private static final String METHODS = "/xrpc/";
    private static final String DIRECTORY = "/plc";

    private final TokenBook book;
    private final Set<String> shy = ConcurrentHashMap.newKeySet();
    private final Views views;
    private final Sessions sessions;
    private final PageSignIn page;
    private final FiveMinutes quota;

    public BlueskySimulator(World world, Clock clock) {
        this(world, clock, null);
    }

    /// @param seal by which tokens outlive the simulator; null where they do not
    public BlueskySimulator(World world, Clock clock, @Nullable TokenSeal seal) {
        book = new TokenBook(clock, LIFE, RENEWAL, true, seal);
        views = new Views(world, pictures(), shy);
        sessions = new Sessions(views, book, address(), clock);
        page = new PageSignIn(world, address(), clock, seal);
        quota = new FiveMinutes(clock);
    }

    /// Kinds of post with numbers as they are usual, for plans of accounts. One kind is what others wrote, shown again.
    public static List<AccountPlan.Kind> kinds() {
        return List.of(
                kind("text", 4, 30),
                kind("image", 3, 60),
                kind("carousel", 1, 70),
                kind("gallery", 0.5, 70),
                kind("video", 1, 90),
                kind("link", 2, 20),
                kind("quote", 1, 25),
                kind("quoteWithImage", 0.5, 30),
                kind("reply", 3, 4),
                new AccountPlan.Kind("repost", 2, 12, Map.of()));
    }

    /// What a post is called.
    public static String uri(String did, SimulatedPost post) {
        return BlueskyIds.uri(did, post);
    }

    /// What a post is called.
    public static String uri(String did, Instant publishedAt, int number) {
        return BlueskyIds.uri(did, publishedAt, number);
    }

    /// The server that shows everybody what is public.
    public URI open() {
        return URI.create(address() + OPEN);
    }

    /// Where it is told who accounts are.
    public URI directory() {
        return URI.create(address() + DIRECTORY);
    }

    /// All tokens that were ever given out, as they stand inside those that are sent.
    public Set<String> givenOut() {
        Set<String> all = new HashSet<>(book.givenOut());
        all.addAll(page.givenOut());
        return all;
    }

    /// A person deletes the app password, or what was agreed to on the page.
    public void revoke(String did) {
        book.revoke(did);
        page.revoke(did);
    }

    /// The name by which the server on whose page people agree knows itself.
    public void issuer(URI name) {
        page.issuer(name);
    }

    /// People are sent back in the name of another server from now on.
    ///
    /// @param other null for its own again
    public void pretend(@Nullable URI other) {
        page.pretend(other);
    }

    /// How long a sign-in on the page can be renewed.
    public void signInsLast(Duration duration) {
        page.last(duration);
    }

    /// Accounts say from now on that they are at home elsewhere.
    public void moveHome(URI elsewhere) {
        sessions.home(elsewhere);
    }

    /// An account asks not to be shown to people who are not signed in.
    public void refuseStrangers(String did) {
        shy.add(did);
    }

    /// @param calls in five minutes
    public void limit(int calls) {
        quota.limit(calls);
    }

    /// How often a call came though the limit was reached.
    public long refusedByLimit() {
        return quota.refused();
    }

    @Override
    protected String endpoint(Call call) {
        return call.path().startsWith(DIRECTORY)
                ? "GET /:did"
                : call.method() + " " + call.path().substring(call.path().lastIndexOf('/') + 1);
    }

    /// What is read; not what leads to the page.
    @Override
    protected boolean mayBreak(Call call) {
        return super.mayBreak(call) && call.path().contains(METHODS);
    }

    @Override
    protected Answer answer(Call call) {
        boolean left = quota.take();
        try {
            if (!left) {
                throw new Refused(429, "RateLimitExceeded", "Rate Limit Exceeded");
            }
            return quota.told(call.path().startsWith(OPEN) ? open(call) : home(call));
        } catch (Refused refused) {
            return quota.told(refused.answer());
        }
    }

    private Answer home(Call call) {
        if (call.path().startsWith(DIRECTORY)) {
            return sessions.document(call.path().substring(DIRECTORY.length() + 1));
        }
        return switch (method(call, METHODS)) {
            case "POST com.atproto.server.createSession" -> sessions.create(call);
            case "POST com.atproto.server.refreshSession" -> sessions.refresh(call);
            case "GET com.atproto.identity.resolveHandle" -> views.resolve(call);
            case "GET /.well-known/oauth-protected-resource" -> page.resource(sessions.home());
            case "GET /.well-known/oauth-authorization-server" -> page.metadata();
            case "POST /oauth/par" -> page.push(call);
            case "GET /oauth/authorize" -> page.ask(call);
            case "POST /oauth/authorize" -> page.agree(call);
            case "POST /oauth/token" -> page.token(call);
            default -> owned(call);
        };
    }

    /// What is shown to the owner of a token.
    private Answer owned(Call call) {
        String method = method(call, METHODS);
        if (!call.header("authorization").orElse("").startsWith("DPoP ")) {
            sessions.check(call);
            return shown(call, method);
        }
        page.check(call, URI.create(sessions.home() + call.path()), method.substring(method.indexOf(' ') + 1));
        return page.told(shown(call, method));
    }

    private Answer open(Call call) {
        if (call.header("authorization").isPresent()) {
            throw new Refused(401, "BadJwt", "poorly formatted jwt");
        }
        String method = method(call, OPEN + METHODS);
        return method.equals("GET com.atproto.identity.resolveHandle") ? views.resolve(call) : shown(call, method);
    }

    private Answer shown(Call call, String method) {
        return switch (method) {
            case "GET app.bsky.actor.getProfile" -> views.profile(call);
            case "GET app.bsky.feed.getAuthorFeed" -> views.feed(call);
            case "GET app.bsky.feed.getPosts" -> views.posts(call);
            default -> throw new Refused(501, "MethodNotImplemented", "Method Not Implemented");
        };
    }

    private static String method(Call call, String prefix) {
        return call.method() + " " + call.path().replaceFirst("^" + prefix, "");
    }

    private static AccountPlan.Kind kind(String name, double share, double likes) {
        Map<Metric, Double> typical = new EnumMap<>(Metric.class);
        typical.put(Metric.LIKES, likes);
        typical.put(Metric.COMMENTS, likes * 0.12);
        typical.put(Metric.REPOSTS, likes * 0.2);
        typical.put(Metric.QUOTES, likes * 0.03);
        typical.put(Metric.SAVES, likes * 0.05);
        return new AccountPlan.Kind(name, share, 12, typical);
    }
}
