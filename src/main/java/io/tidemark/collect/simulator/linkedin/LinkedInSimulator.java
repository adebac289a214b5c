package io.tidemark.collect.simulator.linkedin;

import io.tidemark.collect.simulator.AccountPlan;
import io.tidemark.collect.simulator.Answer;
import io.tidemark.collect.simulator.Call;
import io.tidemark.collect.simulator.SimulatedPost;
import io.tidemark.collect.simulator.Simulator;
import io.tidemark.collect.simulator.TokenBook;
import io.tidemark.collect.simulator.TokenSeal;
import io.tidemark.collect.simulator.World;
import io.tidemark.metric.Metric;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// LinkedIn's API and its sign-in. Accounts of the world are pages, `urn:li:organization:…`, and at most one person,
/// `urn:li:person:…`, who signs in.
public final class LinkedInSimulator extends Simulator {
    private static final Duration ACCESS_LIFE = Duration.ofDays(60);
    private static final String VERSION = "202604";

    private final TokenBook tokens;
    private final LinkedInSignIn signIn;
    private final DailyQuotas quotas;
    private final LinkedInResources resources;
    private volatile Set<String> versions = Set.of(VERSION);

    public LinkedInSimulator(World world, Clock clock) {
        this(world, clock, null);
    }

    /// @param seal by which tokens outlive the simulator; null where they do not
    public LinkedInSimulator(World world, Clock clock, @Nullable TokenSeal seal) {
        tokens = new TokenBook(clock, ACCESS_LIFE, LinkedInSignIn.RENEWAL_LIFE, false, seal);
        signIn = new LinkedInSignIn(world, tokens);
        quotas = new DailyQuotas(clock);
        resources = new LinkedInResources(world, signIn, pictures());
    }

    /// Kinds of post with numbers as they are usual, for plans of accounts; the last three are left out by whoever
    /// reads them right.
    public static List<AccountPlan.Kind> kinds() {
        return List.of(
                kind("text", 4, 800, 0),
                kind("image", 5, 1200, 0),
                kind("carousel", 2, 1500, 0),
                kind("video", 2, 1800, 600),
                kind("document", 1, 2000, 0),
                kind("link", 3, 700, 0),
                kind("poll", 1, 1600, 0),
                kind("reshare", 1, 300, 0),
                kind("ad", 1, 5000, 0),
                kind("draft", 1, 0, 0));
    }

    /// @param approved scopes that the app may ask for
    public void register(String clientId, String clientSecret, String redirect, Set<String> approved) {
        register(clientId, clientSecret, Set.of(redirect), approved);
    }

    /// @param approved scopes that the app may ask for
    public void register(String clientId, String clientSecret, Set<String> redirects, Set<String> approved) {
        signIn.register(new LinkedInSignIn.Client(clientId, clientSecret, redirects, approved));
    }

    /// Whether the app is one of the partners' whose tokens may be renewed.
    public void partner(boolean whether) {
        signIn.partner(whether);
    }

    public TokenBook tokens() {
        return tokens;
    }

    /// Who signs in, by whose name tokens are given out.
    public String person() {
        return resources.person().urn();
    }

    /// The versions of the API that are alive.
    public void versions(String... alive) {
        versions = Set.of(alive);
    }

    /// What the person is in a page: an administrator if nothing is said, nothing if empty.
    public void role(String page, String role) {
        resources.role(page, role);
    }

    /// The most posts that are on a page of a list.
    public void pageLength(int most) {
        resources.pageLength(most);
    }

    /// The age from which statistics leave posts out.
    public void forget(@Nullable Duration age) {
        resources.forget(age);
    }

    /// Whether the number of followers goes by the former name alone.
    public void formerEdge(boolean whether) {
        resources.formerEdge(whether);
    }

    /// Whether the app is of the development tier, to which people's numbers are not there.
    public void developmentTier(boolean whether) {
        resources.developmentTier(whether);
    }

    /// @param endpoint such as `GET /rest/posts`; holds for people who have not called it yet
    public void limit(String endpoint, int callsADay) {
        quotas.limit(endpoint, callsADay);
    }

    /// How often a call came though its limit was reached.
    public long refusedByLimit() {
        return quotas.refused();
    }

    /// What a post is called.
    public static String urn(SimulatedPost post) {
        return PostUrns.of(post);
    }

    /// What a post of that kind is called.
    public static String urn(String kind, Instant publishedAt, int number) {
        return PostUrns.of(kind, publishedAt, number);
    }

    @Override
    protected String endpoint(Call call) {
        String[] parts = call.path().split("/", 4);
        boolean resource = parts.length > 3 && parts[1].equals("rest");
        return call.method() + " " + (resource ? "/rest/" + parts[2] : call.path());
    }

    @Override
    protected boolean mayBreak(Call call) {
        return call.path().startsWith("/rest/") || call.path().startsWith("/v2/");
    }

    @Override
    protected Answer answer(Call call) {
        return switch (call.method() + " " + call.path()) {
            case "GET " + LinkedInSignIn.AUTHORIZE -> signIn.ask(call);
            case "POST " + LinkedInSignIn.AUTHORIZE -> signIn.agree(call);
            case "POST /oauth/v2/accessToken" -> signIn.token(call);
            default -> read(call);
        };
    }

    private Answer read(Call call) {
        try {
            TokenBook.State state = tokens.state(call.token());
            if (state != TokenBook.State.GOOD) {
                throw Refusal.token(state);
            }
            if (call.path().startsWith("/rest/")) {
                checkHeaders(call);
            }
            quotas.take(endpoint(call), tokens.holder(call.token()).orElse(""));
            return Answer.json(resources.answer(endpoint(call), call).toString());
        } catch (Refusal refusal) {
            return refusal.answer();
        }
    }

    private void checkHeaders(Call call) {
        String version = call.header("LinkedIn-Version").orElseThrow(Refusal::noVersion);
        if (!versions.contains(version)) {
            throw Refusal.version(version);
        }
        if (!call.header("X-Restli-Protocol-Version").orElse("").equals("2.0.0")) {
            throw Refusal.badParameter("Structures of queries are of Rest.li 2.0.0");
        }
    }

    private static AccountPlan.Kind kind(String name, double share, double impressions, double views) {
        Map<Metric, Double> typical = new EnumMap<>(Metric.class);
        typical.put(Metric.IMPRESSIONS, impressions);
        typical.put(Metric.REACH, impressions * 0.7);
        typical.put(Metric.CLICKS, impressions * 0.03);
        typical.put(Metric.LINK_CLICKS, impressions * 0.01);
        typical.put(Metric.REACTIONS, impressions * 0.025);
        typical.put(Metric.COMMENTS, impressions * 0.004);
        typical.put(Metric.SHARES, impressions * 0.003);
        typical.put(Metric.SAVES, impressions * 0.002);
        typical.put(Metric.PROFILE_VISITS, impressions * 0.01);
        typical.put(Metric.FOLLOWS, impressions * 0.001);
        if (views > 0) {
            typical.put(Metric.VIDEO_VIEWS, views);
            typical.put(Metric.WATCH_TIME_SECONDS, views * 11);
        }
        return new AccountPlan.Kind(name, share, 20, typical);
    }
}
