package io.tidemark.collect.simulator.meta;

import io.tidemark.collect.simulator.AccountPlan;
import io.tidemark.collect.simulator.Answer;
import io.tidemark.collect.simulator.Call;
import io.tidemark.collect.simulator.SimulatedAccount;
import io.tidemark.collect.simulator.SimulatedPost;
import io.tidemark.collect.simulator.Simulator;
import io.tidemark.collect.simulator.TokenSeal;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/// Facebook and Instagram over the truth of a world. All their hosts are one here, each below its name:
/// `/graph.facebook.com/v26.0/me/accounts`.
public final class GraphSimulator extends Simulator {
    public static final String GRAPH_FACEBOOK = "/graph.facebook.com";
    public static final String WWW_FACEBOOK = "/www.facebook.com";
    public static final String GRAPH_INSTAGRAM = "/graph.instagram.com";
    public static final String API_INSTAGRAM = "/api.instagram.com";
    public static final String WWW_INSTAGRAM = "/www.instagram.com";

    /// What a person may do with a page that is theirs.
    public static final Set<String> ALL_TASKS = Set.of("ADVERTISE", "ANALYZE", "CREATE_CONTENT", "MANAGE");

    private static final Set<String> PERSON_SCOPES = Set.of(
            "pages_show_list",
            "pages_read_engagement",
            "read_insights",
            "instagram_basic",
            "instagram_manage_insights");
    private static final Set<String> OWNER_SCOPES =
            Set.of("instagram_business_basic", "instagram_business_manage_insights");

    private final MetaPeople people = new MetaPeople();
    private final MetaTokens tokens;
    private final MetaInsights insights;
    private final MetaUsage usage;
    private final MetaSignIn facebook;
    private final MetaSignIn instagram;
    private final MetaExchange exchange;
    private final OwnerExchange owners;
    private final PageAnswers pages;
    private final InstagramAnswers accounts;
    private final GraphAnswers answers;
    private final AtomicInteger tokensInAddresses = new AtomicInteger();

    public GraphSimulator(Clock clock) {
        this(clock, null);
    }

    /// @param seal by which tokens outlive the simulator; null where they do not
    public GraphSimulator(Clock clock, @Nullable TokenSeal seal) {
        tokens = new MetaTokens(clock, seal);
        insights = new MetaInsights(clock);
        usage = new MetaUsage(clock);
        facebook = new MetaSignIn("Facebook", people, tokens, false);
        instagram = new MetaSignIn("Instagram", people, tokens, true);
        exchange = new MetaExchange(people, tokens, facebook);
        owners = new OwnerExchange("ig", true, people, tokens, instagram);
        pages = new PageAnswers(clock, insights, pictures());
        accounts = new InstagramAnswers(clock, insights, pictures());
        answers = new GraphAnswers(people, tokens, pages, accounts, new InstagramDays(clock, insights));
    }

    /// What a page of the world posts.
    public static List<AccountPlan.Kind> pageKinds() {
        return PageMetrics.kinds();
    }

    /// What an Instagram account of the world posts.
    /// Whether Facebook tells by which id a post of a page goes: of some reels it tells the video only.
    public static boolean names(SimulatedPost post) {
        return PagePosts.isNamed(post);
    }

    public static List<AccountPlan.Kind> instagramKinds() {
        return InstagramMetrics.kinds();
    }

    /// A page that the person has something to do with.
    ///
    /// @param linked the Instagram account behind it
    public void page(SimulatedAccount page, @Nullable SimulatedAccount linked, Set<String> tasks) {
        people.page(page, linked, tasks);
    }

    /// An Instagram account without a page.
    public void instagram(SimulatedAccount account) {
        people.own(account);
    }

    /// Registers an app for Facebook's sign-in.
    public void registerFacebook(String id, String secret, String... redirects) {
        facebook.register(new MetaSignIn.Client(id, secret, Set.of(redirects)));
    }

    /// Registers an app for Instagram's sign-in, whose id and secret are others.
    public void registerInstagram(String id, String secret, String... redirects) {
        instagram.register(new MetaSignIn.Client(id, secret, Set.of(redirects)));
    }

    /// A long-lived token of the person, who has granted everything.
    public String personToken() {
        people.grant(MetaTokens.PERSON, PERSON_SCOPES);
        return tokens.issue(MetaTokens.PERSON).access();
    }

    /// A long-lived token of the owner of an Instagram account, who has granted everything.
    public String ownerToken(SimulatedAccount account) {
        String holder = MetaTokens.OWNER + account.externalId();
        people.grant(holder, OWNER_SCOPES);
        return tokens.issue(holder).access();
    }

    /// The person and the owners of all accounts have granted everything before, as those have whose tokens are older
    /// than the simulator.
    public void grantAll() {
        people.grant(MetaTokens.PERSON, PERSON_SCOPES);
        people.owned().forEach(account -> people.grant(MetaTokens.OWNER + account.externalId(), OWNER_SCOPES));
    }

    /// What the person has granted from now on.
    public void grant(Set<String> scopes) {
        people.grant(MetaTokens.PERSON, scopes);
    }

    /// The person takes the app away.
    public void revokePerson() {
        tokens.revoke(MetaTokens.PERSON);
    }

    public void revokeOwner(SimulatedAccount account) {
        tokens.revoke(MetaTokens.OWNER + account.externalId());
    }

    /// From now on every call fails that names a metric.
    public void retire(String metric) {
        insights.retire(metric);
    }

    /// Calls of an hour for a page or an account.
    public void limit(SimulatedAccount account, int calls) {
        usage.limit(account.externalId(), calls);
    }

    /// Calls of an hour in people's names.
    public void limitApp(int calls) {
        usage.limitApp(calls);
    }

    /// How often a call came though nothing was left.
    public long refused() {
        return usage.refused();
    }

    /// Pages of posts of more than so many are too heavy.
    public void heaviestPage(int limit) {
        pages.heaviest(limit);
    }

    /// Whether pages have a list of their reels.
    public void listReels(boolean whether) {
        pages.listReels(whether);
    }

    /// @param professionalSince posts from before have no numbers
    public void setUp(SimulatedAccount account, boolean likesHidden, Instant professionalSince) {
        accounts.setUp(account, new InstagramPosts.Setup(likesHidden, professionalSince));
    }

    /// How often a token stood in the address of a call for data.
    public int tokensInAddresses() {
        return tokensInAddresses.get();
    }

    @Override
    protected Answer answer(Call call) {
        try {
            return routed(call);
        } catch (MetaRefusal refused) {
            return refused.answer();
        }
    }

    private Answer routed(Call call) {
        String path = path(call);
        return switch (host(call)) {
            case WWW_FACEBOOK -> dialog(facebook, call);
            case WWW_INSTAGRAM -> dialog(instagram, call);
            case API_INSTAGRAM -> owners.code(call);
            case GRAPH_FACEBOOK ->
                switch (path) {
                    case "/oauth/access_token" -> exchange.facebook(call);
                    case "/me/permissions" ->
                        tokens.holder(call.token()).isPresent() ? exchange.permissions() : tokens.refusal(call.token());
                    default -> data(call, path);
                };
            case GRAPH_INSTAGRAM ->
                switch (path) {
                    case "/access_token" -> owners.longLived(call);
                    case "/refresh_access_token" -> owners.renewed(call);
                    default -> data(call, path);
                };
            default -> MetaErrors.of(404, 2500, 0, "Unknown path components: " + path, "");
        };
    }

    private static Answer dialog(MetaSignIn signIn, Call call) {
        return call.method().equals("POST") ? signIn.agree(call) : signIn.ask(call);
    }

    private Answer data(Call call, String path) {
        if (call.query("access_token").isPresent()) {
            tokensInAddresses.incrementAndGet();
        }
        Optional<String> holder = tokens.holder(call.token()).filter(known -> mayUse(call, known));
        if (holder.isEmpty()) {
            return tokens.refusal(call.token());
        }
        MetaUsage.Payer payer = payer(path, holder.get());
        usage.take(payer);
        try {
            return usage.told(payer, answers.answer(call, path, holder.get()));
        } catch (MetaRefusal refused) {
            return usage.told(payer, refused.answer());
        }
    }

    /// Instagram's own host takes its own tokens only, and Facebook's takes none of them.
    private static boolean mayUse(Call call, String holder) {
        return holder.startsWith(MetaTokens.OWNER) == host(call).equals(GRAPH_INSTAGRAM);
    }

    private MetaUsage.Payer payer(String path, String holder) {
        if (holder.equals(MetaTokens.PERSON)) {
            return MetaUsage.Payer.app();
        }
        String id = holder.substring(holder.indexOf(':') + 1);
        String asked = path.substring(1).split("/", -1)[0];
        if (holder.startsWith(MetaTokens.OWNER) || people.owned(asked).isPresent()) {
            return new MetaUsage.Payer(holder.startsWith(MetaTokens.OWNER) ? id : asked, "instagram");
        }
        return new MetaUsage.Payer(id, "pages");
    }

    @Override
    protected String endpoint(Call call) {
        String path = call.query("ids").isPresent() ? "/?ids" : path(call).replaceAll("/[\\d_]+", "/{id}");
        return call.method() + " " + host(call).substring(1) + path;
    }

    @Override
    protected boolean mayBreak(Call call) {
        return (host(call).equals(GRAPH_FACEBOOK) || host(call).equals(GRAPH_INSTAGRAM))
                && !path(call).contains("access_token");
    }

    private static String host(Call call) {
        int end = call.path().indexOf('/', 1);
        return end < 0 ? call.path() : call.path().substring(0, end);
    }

    /// Below the host and the version.
    private static String path(Call call) {
        String below = call.path().substring(host(call).length());
        String plain = below.replaceFirst("^/v\\d+\\.\\d+", "");
        return plain.isEmpty() ? "/" : plain;
    }
}
