package io.tidemark.collect.simulator.meta;

import io.tidemark.collect.simulator.AccountPlan;
import io.tidemark.collect.simulator.Answer;
import io.tidemark.collect.simulator.Call;
import io.tidemark.collect.simulator.SimulatedAccount;
import io.tidemark.collect.simulator.SimulatedPost;
import io.tidemark.collect.simulator.Simulator;
import io.tidemark.collect.simulator.TokenSeal;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Threads over the truth of a world: its sign-in and its API, whose hosts are one here.
public final class ThreadsSimulator extends Simulator {
    private static final Set<String> SCOPES = Set.of("threads_basic", "threads_manage_insights");
    private static final String AUTHORIZE = "/oauth/authorize";

    private final MetaPeople people = new MetaPeople();
    private final MetaTokens tokens;
    private final MetaInsights insights;
    private final MetaUsage usage;
    private final MetaSignIn signIn;
    private final OwnerExchange exchange;
    private final ThreadsAnswers answers;

    public ThreadsSimulator(Clock clock) {
        this(clock, null);
    }

    /// @param seal by which tokens outlive the simulator; null where they do not
    public ThreadsSimulator(Clock clock, @Nullable TokenSeal seal) {
        tokens = new MetaTokens(clock, seal);
        insights = new MetaInsights(clock);
        usage = new MetaUsage(clock);
        signIn = new MetaSignIn("Threads", people, tokens, true);
        exchange = new OwnerExchange("th", false, people, tokens, signIn);
        answers = new ThreadsAnswers(clock, insights, pictures());
    }

    /// What an account of the world posts.
    public static List<AccountPlan.Kind> kinds() {
        return ThreadsMetrics.kinds();
    }

    /// Whether a post passes on another's.
    public static boolean isRepost(SimulatedPost post) {
        return post.kind().equals(ThreadsMetrics.REPOST);
    }

    public void add(SimulatedAccount account) {
        people.own(account);
    }

    /// Registers an app for the sign-in.
    public void register(String id, String secret, String... redirects) {
        signIn.register(new MetaSignIn.Client(id, secret, Set.of(redirects)));
    }

    /// A long-lived token of the owner of an account, who has granted everything.
    public String token(SimulatedAccount account) {
        grant(account, SCOPES);
        return tokens.issue(holder(account)).access();
    }

    /// What an owner has granted from now on.
    public void grant(SimulatedAccount account, Set<String> scopes) {
        people.grant(holder(account), scopes);
    }

    /// All owners have granted everything before, as those have whose tokens are older than the simulator.
    public void grantAll() {
        people.owned().forEach(account -> grant(account, SCOPES));
    }

    /// The owner takes the app away.
    public void revoke(SimulatedAccount account) {
        tokens.revoke(holder(account));
    }

    /// From now on every call fails that names a metric.
    public void retire(String metric) {
        insights.retire(metric);
    }

    /// Calls of an hour for an account.
    public void limit(SimulatedAccount account, int calls) {
        usage.limit(account.externalId(), calls);
    }

    /// How often a call came though nothing was left.
    public long refused() {
        return usage.refused();
    }

    @Override
    protected Answer answer(Call call) {
        try {
            return switch (call.path()) {
                case AUTHORIZE -> call.method().equals("POST") ? signIn.agree(call) : signIn.ask(call);
                case "/oauth/access_token" -> exchange.code(call);
                case "/access_token" -> exchange.longLived(call);
                case "/refresh_access_token" -> exchange.renewed(call);
                default -> data(call);
            };
        } catch (MetaRefusal refused) {
            return refused.answer();
        }
    }

    private Answer data(Call call) {
        Optional<String> holder = tokens.holder(call.token());
        if (holder.isEmpty()) {
            return tokens.refusal(call.token());
        }
        String id = holder.get().substring(MetaTokens.OWNER.length());
        MetaUsage.Payer payer = new MetaUsage.Payer(id, "threads");
        usage.take(payer);
        try {
            return usage.told(payer, answer(call, holder.get(), id));
        } catch (MetaRefusal refused) {
            return usage.told(payer, refused.answer());
        }
    }

    /// @param id of the account whose token it is
    private Answer answer(Call call, String holder, String id) {
        String[] parts = path(call).substring(1).split("/", -1);
        String asked = parts[0].equals("me") ? id : parts[0];
        String edge = parts.length > 1 ? parts[1] : "";
        MetaFields fields = MetaFields.of(call.query("fields").orElse("id"));
        SimulatedAccount account = people.owned(id).orElseThrow(() -> new MetaRefusal(MetaErrors.missing(asked)));
        if (!asked.equals(id)) {
            if (!edge.equals("insights")) {
                return MetaErrors.missing(asked);
            }
            needInsights(holder);
            return answers.ofPost(call, account, asked);
        }
        return switch (edge) {
            case "" -> answers.account(account, fields);
            case "threads" -> answers.posts(call, account, fields);
            case "threads_insights" -> {
                needInsights(holder);
                yield answers.ofAccount(call, account);
            }
            default -> MetaErrors.badField(edge);
        };
    }

    private void needInsights(String holder) {
        if (!people.granted(holder).contains("threads_manage_insights")) {
            throw new MetaRefusal(MetaErrors.of(10, 0, "(#10) Application does not have permission for this action"));
        }
    }

    @Override
    protected String endpoint(Call call) {
        return call.method() + " " + path(call).replaceAll("/\\d+", "/{id}");
    }

    @Override
    protected boolean mayBreak(Call call) {
        return !call.path().equals(AUTHORIZE) && !call.path().contains("access_token");
    }

    private static String holder(SimulatedAccount account) {
        return MetaTokens.OWNER + account.externalId();
    }

    /// Below the version.
    private static String path(Call call) {
        return call.path().replaceFirst("^/v\\d+\\.\\d+", "");
    }
}
