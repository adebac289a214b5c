package io.tidemark.collect.sync;

import io.tidemark.collect.connector.ApiRequest;
import io.tidemark.collect.connector.CallFailed;
import io.tidemark.collect.connector.Connector;
import io.tidemark.collect.connector.Fault;
import io.tidemark.collect.connector.JsonHttp;
import io.tidemark.collect.connector.PostRef;
import io.tidemark.collect.connector.PostRoute;
import io.tidemark.collect.connector.Redaction;
import io.tidemark.collect.connector.TrackedAccount;
import io.tidemark.collect.picture.Pictures;
import io.tidemark.ledger.Business;
import io.tidemark.ledger.Ledger;
import io.tidemark.ledger.LiveAccount;
import io.tidemark.ledger.LivePost;
import io.tidemark.ledger.RawResponses;
import io.tidemark.ledger.SyncBook;
import io.tidemark.ledger.SyncRun;
import io.tidemark.ledger.Told;
import io.tidemark.words.Sentence;
import io.tidemark.words.Value;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Collects accounts from their platforms. Any number of processes may do so on one database: a run takes an
/// account for itself, and loses it when it falls silent.
public final class SyncEngine {
    private static final Sentence NO_CONNECTOR =
            Sentence.of("no_connector", "This server knows no connector called '{connector}': it is an older one.");

    private static final Logger LOG = LoggerFactory.getLogger(SyncEngine.class);
    private static final Duration SETTLED = Duration.ofDays(30);

    private final Ledger ledger;
    private final Books books;
    private final Accesses accesses;
    private final Map<String, Connector> connectors;
    private final ReadingPlan plan;
    private final SyncSettings settings;
    private final Clock clock;
    private final Pause pause;
    private final Telemetry telemetry;
    private final JsonHttp http = JsonHttp.patient();
    private final AccountSync sync;
    private final Pictures pictures;

    public SyncEngine(
            Ledger ledger,
            Books books,
            Accesses accesses,
            List<Connector> connectors,
            ReadingPlan plan,
            SyncSettings settings,
            Clock clock,
            Pause pause,
            Telemetry telemetry) {
        this.ledger = ledger;
        this.books = books;
        this.accesses = accesses;
        this.connectors = connectors.stream().collect(Collectors.toMap(Connector::key, connector -> connector));
        this.plan = plan;
        this.settings = settings;
        this.clock = clock;
        this.pause = pause;
        this.telemetry = telemetry;
        sync = new AccountSync(ledger, books, settings, telemetry);
        pictures = new Pictures(books.thumbnails(), clock);
    }

    /// Collects whatever of an account is due.
    ///
    /// @return when its turn is again; empty where another run has it, or it is not to be collected
    public Optional<Instant> sync(Business business, long accountId) {
        return sync(business, accountId, false);
    }

    /// Collects of an account what is due, and what somebody who asks wants to see: new posts, followers, and
    /// the numbers of the last days' posts.
    ///
    /// @return empty where another run has it, or it is not to be collected
    public Optional<Instant> syncNow(Business business, long accountId) {
        return sync(business, accountId, true);
    }

    private Optional<Instant> sync(Business business, long accountId, boolean asked) {
        long runId = ledger.newId();
        String lease = Long.toString(runId);
        Instant now = clock.instant();
        Optional<LiveAccount> taken =
                books.accounts().take(business.id(), accountId, lease, now, now.plus(settings.lease()));
        if (taken.isEmpty()) {
            return Optional.empty();
        }
        Redaction redaction = new Redaction();
        try {
            return Optional.of(sync(business, taken.get(), runId, lease, asked, redaction));
        } catch (AccountLost lost) {
            telemetry.lost(business.id(), taken.get(), runId);
            return Optional.empty();
        } catch (CallFailed failed) {
            return Optional.of(brokenOff(business, taken.get(), runId, lease, now, Trouble.of(failed.fault())));
        } catch (RuntimeException problem) {
            LOG.error("sync={} business={} account={} {}", runId, business.id(), accountId, redaction.of(problem));
            return Optional.of(brokenOff(business, taken.get(), runId, lease, now, Trouble.ours(runId)));
        }
    }

    /// What breaks a run off must show too, and must not be tried again and again at once.
    private Instant brokenOff(
            Business business, LiveAccount account, long runId, String lease, Instant startedAt, Trouble trouble) {
        Instant now = clock.instant();
        Verdict verdict = Verdict.brokenOff(trouble, account.failures(), now);
        SyncRun broken = new SyncRun(
                runId,
                account.accountId(),
                startedAt,
                now,
                verdict.outcome(),
                trouble.kind(),
                Told.of(trouble.said()),
                0,
                0,
                0,
                0,
                null);
        books.runs().add(business.id(), broken);
        books.accounts()
                .giveBack(
                        business.id(),
                        lease,
                        account.after(
                                LiveAccount.Status.COLLECTING,
                                Told.of(trouble.said()),
                                account.progress(),
                                account.lastSuccessAt(),
                                verdict.failures(),
                                verdict.dueAt()));
        telemetry.ran(business.id(), account, broken, verdict.dueAt());
        return verdict.dueAt();
    }

    private Instant sync(
            Business business, LiveAccount account, long runId, String lease, boolean asked, Redaction redaction) {
        Connector connector = connectors.get(account.connector());
        if (connector == null) {
            throw new CallFailed(
                    new Fault.Misconfigured(NO_CONNECTOR.said(Map.of("connector", Value.name(account.connector())))));
        }
        TrackedAccount tracked = accesses.tracked(business.id(), account);
        @Nullable Recorder recorder = books.kept() == null ? null : new Recorder(clock);
        Keeper keeper = new Keeper(business.id(), account.accountId(), runId, lease, recorder);
        LiveApi api = api(business, account, connector, redaction, keeper);
        Instant now = clock.instant();
        Run run = new Run(
                business,
                account,
                tracked,
                recorder == null ? connector : new RecordedConnector(connector, recorder),
                recorder == null ? api : recorder.api(api),
                new Refusals(books.runs(), business.id(), account.accountId(), now),
                plan,
                planned(business, account, connector, now),
                books.posts(),
                now,
                asked);
        Instant due = sync.run(run, runId, lease, api, redaction);
        keepAnswers(business.id(), account.accountId(), runId, recorder);
        Optional<Trouble> gone = run.troubles().stream()
                .filter(trouble -> trouble.reach() == Trouble.Reach.ACCOUNT)
                .findFirst();
        if (gone.isPresent()) {
            // Told before anything else is tried with it.
            accesses.gone(business.id(), account, gone.get().said());
            return due;
        }
        pictures.collect(
                business.id(),
                account.accountId(),
                connector.pictureHosts(),
                new NamedPictures(connector, api.afterRun(), run.refusals),
                run.pictured());
        return due;
    }

    private LiveApi api(
            Business business, LiveAccount account, Connector connector, Redaction redaction, LiveApi.Keeper keeper) {
        Access access = accesses.of(business.id(), account);
        return new LiveApi(
                connector,
                access.place(),
                http,
                access,
                new Gates(books.gates(), accesses.app(business.id(), account), business.id(), account.connectionId()),
                new Meter(books.spend(), business.id(), connector.platform(), connector.prices()),
                new ClockCheck(settings.clockTolerance()),
                telemetry,
                redaction,
                clock,
                pause,
                ThreadLocalRandom.current(),
                keeper);
    }

    /// What platforms answered is an addition: nothing is lost with it but the chance to map it again.
    private void keepAnswers(long businessId, long accountId, long runId, @Nullable Recorder recorder) {
        RawResponses.Bounds bounds = books.kept();
        if (recorder == null || bounds == null) {
            return;
        }
        try {
            books.answers().keep(businessId, accountId, runId, recorder.answers(), bounds, clock.instant());
        } catch (RuntimeException problem) {
            LOG.error("sync={} answers not kept", runId, problem);
        }
    }

    private ReadingPlan.Account planned(Business business, LiveAccount account, Connector connector, Instant now) {
        return new ReadingPlan.Account(
                business.id(),
                connector.platform(),
                account.accountId(),
                business.zone(),
                Limits.tariff(connector),
                new Limits(books).perDay(business.id(), connector),
                books.posts().typicalTotal(business.id(), account.accountId(), now.minus(SETTLED)),
                post -> expiry(connector, post));
    }

    /// The earliest end of a route that takes the post.
    private static @Nullable Instant expiry(Connector connector, LivePost post) {
        PostRef ref = new PostRef(post.externalId(), post.kind(), post.publishedAt());
        Instant expiry = null;
        for (PostRoute route : connector.postRoutes()) {
            Duration until = route.until();
            if (until != null && route.takes(ref, post.publishedAt())) {
                Instant end = post.publishedAt().plus(until);
                expiry = expiry == null || end.isBefore(expiry) ? end : expiry;
            }
        }
        return expiry;
    }

    /// Holds the account while calls are made, and keeps what made no sense.
    private final class Keeper implements LiveApi.Keeper {
        private final long businessId;
        private final long accountId;
        private final long runId;
        private final String lease;
        private final @Nullable Recorder recorder;

        Keeper(long businessId, long accountId, long runId, String lease, @Nullable Recorder recorder) {
            this.businessId = businessId;
            this.accountId = accountId;
            this.runId = runId;
            this.lease = lease;
            this.recorder = recorder;
        }

        @Override
        public void answered(ApiRequest request, String target, int status, String text) {
            if (recorder != null) {
                recorder.answered(request, target, status, text);
            }
        }

        @Override
        public void calling() {
            if (!books.accounts()
                    .hold(businessId, accountId, lease, clock.instant().plus(settings.lease()))) {
                throw new AccountLost(accountId);
            }
        }

        @Override
        public void unreadable(ApiRequest request, String said, String text) {
            books.runs()
                    .quarantine(
                            businessId,
                            new SyncBook.Quarantined(
                                    runId, accountId, request.endpoint(), clock.instant(), said, text));
        }
    }
}
