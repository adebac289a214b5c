package io.tidemark.app;

import io.tidemark.collect.Refresh;
import io.tidemark.collect.SourceCollector;
import io.tidemark.collect.alert.Alerts;
import io.tidemark.collect.demo.DemoSource;
import io.tidemark.collect.file.FileImporter;
import io.tidemark.collect.sync.Books;
import io.tidemark.collect.sync.LiveCollector;
import io.tidemark.collect.sync.Replay;
import io.tidemark.collect.sync.SyncEngine;
import io.tidemark.derive.Deriver;
import io.tidemark.ledger.ApiKeys;
import io.tidemark.ledger.BreakoutBook;
import io.tidemark.ledger.Business;
import io.tidemark.ledger.Connections;
import io.tidemark.ledger.Database;
import io.tidemark.ledger.DatabaseAddress;
import io.tidemark.ledger.DigestBook;
import io.tidemark.ledger.DigestReaders;
import io.tidemark.ledger.Directory;
import io.tidemark.ledger.HealthReader;
import io.tidemark.ledger.Hints;
import io.tidemark.ledger.InsightBook;
import io.tidemark.ledger.Job;
import io.tidemark.ledger.JobScheduler;
import io.tidemark.ledger.Jobs;
import io.tidemark.ledger.Labelling;
import io.tidemark.ledger.Ledger;
import io.tidemark.ledger.Members;
import io.tidemark.ledger.Notes;
import io.tidemark.ledger.PostRecords;
import io.tidemark.ledger.PostTexts;
import io.tidemark.ledger.ReportSchedules;
import io.tidemark.ledger.Reports;
import io.tidemark.ledger.SavedViews;
import io.tidemark.ledger.Shares;
import io.tidemark.ledger.Thumbnails;
import io.tidemark.ledger.TimingExperiments;
import io.tidemark.ledger.Turns;
import io.tidemark.ledger.User;
import io.tidemark.ledger.server.DatabaseAccess;
import io.tidemark.ledger.server.PostgresAccess;
import io.tidemark.ledger.server.ServerOptions;
import io.tidemark.serve.Records;
import io.tidemark.serve.analytics.Frames;
import io.tidemark.serve.analytics.InsightDesk;
import io.tidemark.serve.analytics.Posts;
import io.tidemark.serve.connections.ConnectionDesk;
import io.tidemark.serve.events.Changes;
import io.tidemark.serve.export.Exports;
import io.tidemark.serve.health.HealthDesk;
import io.tidemark.serve.imports.Imports;
import io.tidemark.serve.jobs.JobDesk;
import io.tidemark.serve.report.Mailing;
import io.tidemark.tenancy.Registry;
import io.tidemark.tenancy.SealingKeys;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// The ledger in PostgreSQL, with what imports into it.
final class LedgerStore implements Store {
    /// How long an account waits at most that a dead process had, or whose sign-in was mended.
    private static final Duration TURNS_LOOKED_AFTER = Duration.ofMinutes(1);

    /// How long new data waits at most for its findings to be remembered, while there is little to do.
    private static final Duration FINDINGS_LOOKED_FOR = Duration.ofSeconds(20);

    private static final Duration ALERTS_LOOKED_FOR = Duration.ofMinutes(10);
    private static final Duration DIGESTS_LOOKED_FOR = Duration.ofMinutes(10);
    private static final Duration REPORTS_LOOKED_FOR = Duration.ofMinutes(1);

    private final @Nullable DatabaseAccess server;
    private final Database database;
    private final Ledger ledger;
    private final Directory directory;
    private final Registry registry;
    private final Records records;
    private final Imports imports;
    private final Frames frames;
    private final Labelling labelling;
    private final Posts posts;
    private final Jobs jobs;
    private final Refresh refresh;
    private final LedgerJobDesk desk;
    private final Clock clock;
    private final Books books;
    private final Operations operations;
    private final LedgerFeeds feeds;
    private ConnectionSettings settings;
    private final Demonstration demonstration;
    private @Nullable Connecting connecting;
    private @Nullable SyncEngine engine;
    private @Nullable JobScheduler scheduler;
    private final Exports exports;

    private LedgerStore(@Nullable DatabaseAccess server, Database database, ConnectionSettings settings, Clock clock) {
        this.server = server;
        this.database = database;
        this.settings = settings;
        this.clock = clock;
        ledger = new Ledger(database, new Deriver());
        directory = new Directory(database);
        registry = new LedgerRegistry(directory);
        records = Records.of(ledger, new Connections(database));
        imports = new FileImports(ledger, new FileImporter(ledger, clock));
        frames = new LedgerFrames(ledger);
        labelling = Labelling.of(database);
        exports = new LedgerExports(ledger, frames);
        posts = new LedgerPosts(
                new PostTexts(database),
                new PostRecords(database),
                new BreakoutBook(database),
                new Thumbnails(database));
        jobs = new Jobs(database);
        books = Books.of(database);
        operations = new Operations(directory, new HealthReader(database), books.spend(), clock);
        feeds = new LedgerFeeds(ledger, directory, new InsightBook(database), clock);
        demonstration = new Demonstration(ledger, directory, clock);
        refresh = new Refresh(
                directory,
                List.of(
                        new SourceCollector(ledger, new DemoSource(ledger, books.accounts()), clock),
                        new LiveCollector(this::engine, books)));
        desk = new LedgerJobDesk(ledger, directory, jobs, refresh, books.accounts());
    }

    /// Over a database that somebody else keeps running.
    static LedgerStore over(DatabaseAddress address, ConnectionSettings settings, Clock clock) {
        return new LedgerStore(null, Database.open(address, clock), settings, clock);
    }

    /// Starts the directory's own PostgreSQL (or attaches to it where another process has), or connects to the one
    /// that the location names.
    static LedgerStore open(Location location, Map<String, String> environment, Clock clock) {
        ConnectionSettings settings = ConnectionSettings.of(location.dataDirectory(), environment);
        String url = location.databaseUrl();
        if (url != null) {
            DatabaseUrl address = DatabaseUrl.parse(url, environment);
            return over(new DatabaseAddress(address.jdbcUrl(), address.user(), address.password()), settings, clock);
        }
        ServerOptions options = ServerOptions.defaults().withPostgresUser(location.postgresUser());
        DatabaseAccess server = location.stays()
                ? DatabaseAccess.openAsOwner(location.dataDirectory(), options)
                : DatabaseAccess.open(location.dataDirectory(), options);
        try {
            PostgresAccess address = server.postgres();
            return new LedgerStore(
                    server,
                    Database.open(new DatabaseAddress(address.jdbcUrl(), address.user(), address.password()), clock),
                    settings,
                    clock);
        } catch (RuntimeException problem) {
            server.close();
            throw problem;
        }
    }

    @Override
    public Registry registry() {
        return registry;
    }

    @Override
    public Records records() {
        return records;
    }

    @Override
    public Imports imports() {
        return imports;
    }

    @Override
    public synchronized Business demonstration(Instant now, boolean live, Consumer<String> progress) {
        if (!live) {
            return demonstration.ensure(now, progress);
        }
        if (connecting != null) {
            throw new IllegalStateException("Real platforms may have been reached already");
        }
        Business business =
                demonstration.ensureLive(DemoKey.in(settings.directory()), settings.random(), now, progress);
        settings = demonstration.over(settings);
        return business;
    }

    @Override
    public void connectDemonstration(Business business, User user, URI origin, Consumer<String> progress) {
        demonstration.connect(business, user, origin, connecting(), engine(), progress);
    }

    @Override
    public Frames frames() {
        return frames;
    }

    @Override
    public Labelling labelling() {
        return labelling;
    }

    @Override
    public TimingExperiments experiments() {
        return TimingExperiments.of(database);
    }

    @Override
    public Notes notes() {
        return Notes.of(database);
    }

    @Override
    public Exports exports() {
        return exports;
    }

    @Override
    public Posts posts() {
        return posts;
    }

    @Override
    public JobDesk jobDesk() {
        return desk;
    }

    @Override
    public Changes changes() {
        return listener -> Hints.listen(database, new Hints.Listener() {
            @Override
            public void mayHaveChanged(long businessId) {
                listener.mayHaveChanged(businessId);
            }

            @Override
            public void anythingMayHaveChanged() {
                listener.anythingMayHaveChanged();
            }
        });
    }

    /// Made when it is asked for: most commands need neither keys nor settings of platforms.
    synchronized Connecting connecting() {
        if (connecting == null) {
            connecting = new Connecting(database, settings, clock);
        }
        return connecting;
    }

    synchronized SyncEngine engine() {
        if (engine == null) {
            engine = connecting().engine(ledger, books, operations.telemetry(), clock);
        }
        return engine;
    }

    @Override
    public ConnectionDesk connectionDesk() {
        return connecting();
    }

    @Override
    public InsightDesk insightDesk() {
        return feeds;
    }

    @Override
    public DigestReaders digestReaders() {
        return new DigestBook(database);
    }

    @Override
    public Members members() {
        return Members.of(database);
    }

    @Override
    public ApiKeys keys() {
        return ApiKeys.of(database);
    }

    @Override
    public SavedViews savedViews() {
        return SavedViews.of(database);
    }

    @Override
    public Shares shares() {
        return Shares.of(database);
    }

    @Override
    public Reports reports() {
        return Reports.of(database);
    }

    @Override
    public ReportSchedules reportSchedules() {
        return ReportSchedules.of(database);
    }

    @Override
    public Mailing mailing() {
        return settings.mailing();
    }

    @Override
    public HealthDesk healthDesk() {
        return new LiveBooks(books, new HealthReader(database), operations);
    }

    /// @throws CommandFailed where the settings will not do
    Alerts alerts() {
        return settings.alerts(database, connecting().logins(), clock);
    }

    @Override
    public List<Alerts.Trial> tryAlerts(Business business) {
        return alerts().trial(business);
    }

    @Override
    public void rotateKey() {
        if (settings.keys() instanceof SealingKeys.InFile file) {
            file.addKey();
        }
    }

    @Override
    public int reseal(long businessId) {
        return connecting().resealing().reseal(businessId);
    }

    @Override
    public Replay.Outcome replay(Business business, @Nullable String account, Instant since) {
        Long id = account == null
                ? null
                : CollectedAccounts.named(books, business, account).accountId();
        return new Replay(ledger, books, connecting().connectors()).replay(business, id, since);
    }

    @Override
    public synchronized void begin(Work work) {
        if (scheduler != null) {
            throw new IllegalStateException("It works already");
        }
        desk.allow(work.refreshQuota());
        Turns turns = new Turns(database);
        List<JobScheduler.Recurring> recurring = new ArrayList<>(List.of(Renewal.of(directory, ledger)));
        recurring.add(new JobScheduler.Recurring("turns", TURNS_LOOKED_AFTER, turns::complete));
        recurring.add(new JobScheduler.Recurring("insights", FINDINGS_LOOKED_FOR, feeds::round));
        Alerts alerts = alerts();
        if (alerts.reachAnybody()) {
            recurring.add(new JobScheduler.Recurring("alerts", ALERTS_LOOKED_FOR, alerts::round));
        }
        settings.letters()
                .map(letters -> new DigestMails(directory, new DigestBook(database), frames, letters, clock))
                .ifPresent(mails ->
                        recurring.add(new JobScheduler.Recurring("digests", DIGESTS_LOOKED_FOR, mails::round)));
        recurring.add(new JobScheduler.Recurring("reports", REPORTS_LOOKED_FOR, work.reports()));
        Duration every = work.refreshEvery();
        if (every != null) {
            recurring.add(new JobScheduler.Recurring("refresh-all", every, desk::refreshAll));
        }
        scheduler = JobScheduler.start(
                database,
                jobs,
                Map.of(Job.Kind.REFRESH, refresh, Job.Kind.RECUT, new Recut(ledger)),
                JobScheduler.Pace.DEFAULT,
                recurring,
                this::take);
    }

    /// An account's turn.
    private Optional<Instant> take(long businessId, long accountId) {
        return directory.findBusiness(businessId).flatMap(business -> engine().sync(business, accountId));
    }

    @Override
    public synchronized void close() {
        if (scheduler != null) {
            scheduler.close();
        }
        demonstration.close();
        database.close();
        if (server != null) {
            server.close();
        }
    }
}
