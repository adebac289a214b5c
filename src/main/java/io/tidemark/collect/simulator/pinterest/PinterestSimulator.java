package io.tidemark.collect.simulator.pinterest;

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
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/// Pinterest's API, version 5, and its sign-in. As an app with trial access it has a thousand calls a day; the
/// analytics of several pins are for those who are let in.
public final class PinterestSimulator extends Simulator {
    static final Duration RENEWAL_LIFE = Duration.ofDays(60);
    static final String IMAGE = "image";
    static final String VIDEO = "video";
    static final String CAROUSEL = "carousel";
    private static final String REPIN = "repin";

    private static final Duration ACCESS_LIFE = Duration.ofDays(30);
    private static final int TRIAL_CALLS = 1_000;
    private static final long FIRST_PIN = 813_744_226_420_000_000L;

    private final World world;
    private final Clock clock;
    private final TokenBook tokens;
    private final PinterestSignIn signIn;
    private final Set<String> personal = ConcurrentHashMap.newKeySet();
    private volatile WindowQuota quota;
    private volatile boolean letIn;

    public PinterestSimulator(World world, Clock clock) {
        this(world, clock, null);
    }

    /// @param seal by which tokens outlive the simulator; null where they do not
    public PinterestSimulator(World world, Clock clock, @Nullable TokenSeal seal) {
        this.world = world;
        this.clock = clock;
        tokens = new TokenBook(clock, ACCESS_LIFE, RENEWAL_LIFE, true, seal);
        signIn = new PinterestSignIn(world, tokens, clock);
        quota = new WindowQuota(clock, TRIAL_CALLS, Duration.ofDays(1));
    }

    /// What an account of the world pins.
    public static List<AccountPlan.Kind> kinds() {
        Map<Metric, Double> typical = new EnumMap<>(Metric.class);
        typical.put(Metric.IMPRESSIONS, 900.0);
        typical.put(Metric.SAVES, 24.0);
        typical.put(Metric.CLICKS, 31.0);
        typical.put(Metric.LINK_CLICKS, 9.0);
        typical.put(Metric.REACTIONS, 7.0);
        typical.put(Metric.COMMENTS, 1.0);
        typical.put(Metric.PROFILE_VISITS, 5.0);
        typical.put(Metric.FOLLOWS, 1.0);
        typical.put(Metric.NATIVE_ENGAGEMENTS, 66.0);
        Map<Metric, Double> video = new EnumMap<>(typical);
        video.put(Metric.VIDEO_VIEWS, 310.0);
        video.put(Metric.WATCH_TIME_SECONDS, 2_700.0);
        return List.of(
                new AccountPlan.Kind(IMAGE, 5, 160, typical),
                new AccountPlan.Kind(VIDEO, 2, 160, video),
                new AccountPlan.Kind(CAROUSEL, 1, 160, typical),
                new AccountPlan.Kind(REPIN, 2, 160, typical));
    }

    /// What a pin is called.
    public static String id(SimulatedPost pin) {
        return id(pin.number());
    }

    public static String id(int number) {
        return Long.toString(FIRST_PIN + number);
    }

    /// Whether it was saved from another's.
    public static boolean isRepin(SimulatedPost pin) {
        return pin.kind().equals(REPIN);
    }

    public void register(String clientId, String clientSecret, String... redirects) {
        signIn.register(new PinterestSignIn.Client(clientId, clientSecret, Set.of(redirects)));
    }

    public TokenBook tokens() {
        return tokens;
    }

    /// The app has access of the usual kind.
    ///
    /// @param calls of a minute
    public void standardAccess(int calls) {
        quota = new WindowQuota(clock, calls, Duration.ofMinutes(1));
    }

    /// How many calls of a day an app with trial access has.
    public void trialAccess(int calls) {
        quota = new WindowQuota(clock, calls, Duration.ofDays(1));
    }

    /// Whether the app may ask for the analytics of several pins.
    public void letIn(boolean whether) {
        letIn = whether;
    }

    /// The account is no business: it has no analytics.
    public void makePersonal(SimulatedAccount account) {
        personal.add(account.externalId());
    }

    /// How often a call came though nothing was left.
    public long refusedByLimit() {
        return quota.refused();
    }

    @Override
    protected Answer answer(Call call) {
        try {
            return switch (call.method() + " " + call.path()) {
                case "GET " + PinterestSignIn.AUTHORIZE -> signIn.ask(call);
                case "POST " + PinterestSignIn.AUTHORIZE -> signIn.agree(call);
                case "POST " + PinterestSignIn.TOKEN -> signIn.token(call);
                default -> read(call);
            };
        } catch (PinterestRefusal refusal) {
            return refusal.answer();
        }
    }

    private Answer read(Call call) {
        SimulatedAccount account =
                tokens.holder(call.token()).flatMap(world::find).orElseThrow(PinterestRefusal::token);
        WindowQuota current = quota;
        if (!current.take()) {
            return marked(PinterestRefusal.limit().answer(), current);
        }
        try {
            return marked(answer(call, account), current);
        } catch (PinterestRefusal refusal) {
            return marked(refusal.answer(), current);
        }
    }

    private Answer answer(Call call, SimulatedAccount account) {
        if (account.hidden()) {
            throw PinterestRefusal.notPermitted("the account");
        }
        PinAnswers pins = new PinAnswers(pictures(), clock.instant());
        AnalyticsAnswers analytics = new AnalyticsAnswers(clock.instant());
        return switch (call.path()) {
            case "/v5/user_account" -> pins.account(account);
            case "/v5/pins" -> pins.list(call, account);
            case "/v5/user_account/analytics" -> {
                if (personal.contains(account.externalId())) {
                    throw PinterestRefusal.notPermitted("analytics are for business accounts");
                }
                yield analytics.ofAccount(call, account);
            }
            case "/v5/pins/analytics" -> {
                if (!letIn) {
                    throw new PinterestRefusal(401, 7, "Not authorized to access board or Pin.");
                }
                yield analytics.ofPins(call, account);
            }
            default -> {
                if (!call.path().matches("/v5/pins/\\d+")) {
                    throw new PinterestRefusal(404, 404, "Not found.");
                }
                yield pins.one(call, account, call.path().substring("/v5/pins/".length()));
            }
        };
    }

    private Answer marked(Answer answer, WindowQuota current) {
        Duration left = Duration.between(clock.instant(), current.resetsAt());
        return answer.with("X-RateLimit-Limit", Integer.toString(current.limit()))
                .with("X-RateLimit-Remaining", Integer.toString(current.remaining()))
                .with("X-RateLimit-Reset", Long.toString(left.toSeconds() + 1));
    }

    @Override
    protected String endpoint(Call call) {
        return call.method() + " " + call.path().replaceAll("/\\d+", "/{id}");
    }

    @Override
    protected boolean mayBreak(Call call) {
        return call.method().equals("GET") && !call.path().equals(PinterestSignIn.AUTHORIZE);
    }
}
