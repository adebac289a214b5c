package io.tidemark.collect.simulator.x;

import io.tidemark.collect.simulator.AccountPlan;
import io.tidemark.collect.simulator.Answer;
import io.tidemark.collect.simulator.Call;
import io.tidemark.collect.simulator.SimulatedAccount;
import io.tidemark.collect.simulator.SimulatedPost;
import io.tidemark.collect.simulator.Simulator;
import io.tidemark.collect.simulator.TokenBook;
import io.tidemark.collect.simulator.TokenSeal;
import io.tidemark.collect.simulator.WindowQuota;
import io.tidemark.collect.simulator.World;
import io.tidemark.metric.Metric;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// X's API v2 and its sign-in.
public final class XSimulator extends Simulator {
    static final String ME = "GET /2/users/me";
    static final String TIMELINE = "GET /2/users/:id/tweets";
    static final String LOOKUP = "GET /2/tweets";

    private static final Pattern TIMELINE_PATH = Pattern.compile("/2/users/(\\d+)/tweets");
    private static final Duration ACCESS_LIFE = Duration.ofHours(2);
    private static final Duration RENEWAL_LIFE = Duration.ofDays(180);

    private final World world;
    private final TokenBook tokens;
    private final XSignIn signIn;
    private final XBill bill;
    private final XRates rates;
    private volatile XWords words = XWords.TWEETS;
    private volatile Trouble trouble = Trouble.NONE;
    private volatile boolean formerRefusals;
    private volatile boolean followersHidden;
    private volatile @Nullable String appOwner;

    public XSimulator(World world, Clock clock) {
        this(world, clock, null);
    }

    /// @param seal by which tokens outlive the simulator; null where they do not
    public XSimulator(World world, Clock clock, @Nullable TokenSeal seal) {
        this.world = world;
        tokens = new TokenBook(clock, ACCESS_LIFE, RENEWAL_LIFE, true, seal);
        signIn = new XSignIn(world, tokens);
        bill = new XBill(clock);
        rates = new XRates(clock);
    }

    /// What is wrong with the app.
    public enum Trouble {
        NONE,
        NOT_ENROLLED,
        USAGE_CAPPED
    }

    /// Kinds of post with numbers as they are usual, for plans of accounts.
    public static List<AccountPlan.Kind> kinds() {
        return List.of(
                kind("text", 5, 900, 0),
                kind("image", 4, 1500, 0),
                kind("gif", 1, 1200, 0),
                kind("carousel", 1, 1400, 0),
                kind("video", 2, 2000, 700),
                kind("poll", 1, 1100, 0),
                kind("link", 3, 800, 0),
                kind("quote", 2, 700, 0),
                kind("reply", 3, 150, 0),
                kind("repost", 2, 50_000, 0));
    }

    public void register(String clientId, String clientSecret, String... redirects) {
        signIn.register(new XSignIn.Client(clientId, clientSecret, Set.of(redirects)));
    }

    public TokenBook tokens() {
        return tokens;
    }

    public XBill bill() {
        return bill;
    }

    /// Whether it speaks of posts, as the API description since August 2026, rather than of tweets.
    public void speakOfPosts(boolean whether) {
        words = whether ? XWords.POSTS : XWords.TWEETS;
    }

    public void trouble(Trouble what) {
        trouble = what;
    }

    /// Whether too many calls are refused in the shape of the API before.
    public void refuseInFormerShape(boolean whether) {
        formerRefusals = whether;
    }

    public void hideFollowers(boolean whether) {
        followersHidden = whether;
    }

    /// Whose app it is, who reads own posts at a lower price.
    public void ownApp(String accountId) {
        appOwner = accountId;
    }

    /// @param endpoint such as `GET /2/tweets`; holds for people who have not called it yet
    public void limit(String endpoint, int callsInQuarter) {
        rates.limit(endpoint, callsInQuarter);
    }

    /// How often a call came though its limit was reached.
    public long refusedByLimit() {
        return rates.refused();
    }

    /// The ids of a post's versions as of now, the first one first.
    public List<String> ids(SimulatedPost post) {
        return XIds.versions(post, world.now());
    }

    /// What a post is called that nobody has edited.
    public static String id(Instant publishedAt, int number) {
        return XIds.id(publishedAt, number);
    }

    @Override
    protected String endpoint(Call call) {
        String path = TIMELINE_PATH.matcher(call.path()).matches() ? "/2/users/:id/tweets" : call.path();
        return call.method() + " " + path;
    }

    @Override
    protected boolean mayBreak(Call call) {
        return call.method().equals("GET") && call.path().startsWith("/2/");
    }

    @Override
    protected Answer answer(Call call) {
        return switch (call.method() + " " + call.path()) {
            case "GET /i/oauth2/authorize" -> signIn.ask(call);
            case "POST /i/oauth2/authorize" -> signIn.agree(call);
            case "POST /2/oauth2/token" -> signIn.token(call);
            case "POST /2/oauth2/revoke" -> signIn.revoke(call);
            default -> read(call);
        };
    }

    private Answer read(Call call) {
        Optional<String> person = tokens.holder(call.token());
        if (person.isEmpty()) {
            return XProblems.unauthorized();
        }
        WindowQuota quota = rates.of(endpoint(call), person.get());
        boolean taken = quota.take();
        Answer answer = taken ? admitted(call, person.get()) : XProblems.tooMany(formerRefusals);
        return XRates.marked(answer, quota);
    }

    private Answer admitted(Call call, String person) {
        if (trouble != Trouble.NONE) {
            return trouble == Trouble.NOT_ENROLLED ? XProblems.notEnrolled() : XProblems.capped();
        }
        if (bill.isEmpty()) {
            return XProblems.noCredits();
        }
        Answer refusal = XPosts.refusal(words, call);
        if (refusal != null) {
            return refusal;
        }
        return switch (endpoint(call)) {
            case ME -> me(person);
            case TIMELINE -> timeline(call, person);
            case LOOKUP -> posts(call, person);
            default -> XProblems.notFound();
        };
    }

    private Answer me(String person) {
        SimulatedAccount account = world.find(person).orElseThrow();
        bill.user(person);
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        ObjectNode user = json.putObject("data");
        user.put("id", person).put("name", account.name()).put("username", account.handle());
        ObjectNode metrics = user.putObject("public_metrics");
        metrics.put("following_count", 80)
                .put("listed_count", 12)
                .put(words.userPosts(), account.visible(world.now()).size());
        if (!followersHidden) {
            metrics.put("followers_count", (long) account.followers(world.now()));
        }
        return Answer.json(json.toString());
    }

    private Answer timeline(Call call, String person) {
        Matcher path = TIMELINE_PATH.matcher(call.path());
        String id = path.matches() ? path.group(1) : "";
        Optional<SimulatedAccount> account = world.find(id);
        if (account.isEmpty() || account.get().hidden()) {
            ObjectNode json = JsonNodeFactory.instance.objectNode();
            json.putArray("errors").add(XProblems.hidden("id", id));
            return Answer.json(json.toString());
        }
        XTimelines.TimelinePage page = new XTimelines(words, world.now(), call, pictures()).page(account.get(), person);
        boolean own = id.equals(person) && id.equals(appOwner);
        page.billed().forEach(post -> bill.post(post, own));
        return Answer.json(page.json().toString());
    }

    private Answer posts(Call call, String person) {
        List<String> ids = List.of(call.query("ids").orElse("").split(",", -1));
        List<String> bad = ids.stream().filter(id -> !id.matches("\\d{1,19}")).toList();
        if (!bad.isEmpty()) {
            return XProblems.badParameter("ids", bad, "The `ids` query parameter value " + bad + " is not valid");
        }
        Instant now = world.now();
        Map<String, XPosts.Found> known = XPosts.byId(world.accounts(), now);
        XPosts posts = new XPosts(words, now, call, pictures());
        ids.forEach(id -> add(posts, id, known.get(id), person));
        posts.ids().forEach(id -> bill.post(id, false));
        return Answer.json(posts.answer().toString());
    }

    /// A post of which the author's numbers are asked for and refused is shown without them.
    private static void add(XPosts posts, String id, XPosts.@Nullable Found found, String person) {
        if (found == null) {
            posts.problem(XProblems.missing(id));
        } else if (found.account().hidden()) {
            posts.problem(XProblems.hidden("ids", id));
        } else {
            boolean refused = posts.refusesPrivate(found, person);
            posts.add(found, id, refused);
            if (refused) {
                posts.problem(XProblems.field(id, XPosts.PRIVATE));
            }
        }
    }

    private static AccountPlan.Kind kind(String name, double share, double impressions, double views) {
        Map<Metric, Double> typical = new EnumMap<>(Metric.class);
        typical.put(Metric.IMPRESSIONS, impressions);
        typical.put(Metric.LIKES, impressions * 0.02);
        typical.put(Metric.COMMENTS, impressions * 0.003);
        typical.put(Metric.REPOSTS, impressions * 0.004);
        typical.put(Metric.QUOTES, impressions * 0.001);
        typical.put(Metric.SAVES, impressions * 0.002);
        typical.put(Metric.LINK_CLICKS, impressions * 0.005);
        typical.put(Metric.PROFILE_VISITS, impressions * 0.004);
        typical.put(Metric.NATIVE_ENGAGEMENTS, impressions * 0.05);
        if (views > 0) {
            typical.put(Metric.VIDEO_VIEWS, views);
        }
        return new AccountPlan.Kind(name, share, 8, typical);
    }
}
