package io.tidemark.app;

import io.tidemark.collect.alert.Alerts;
import io.tidemark.collect.sync.Replay;
import io.tidemark.ledger.ApiKeys;
import io.tidemark.ledger.Business;
import io.tidemark.ledger.DigestReaders;
import io.tidemark.ledger.Labelling;
import io.tidemark.ledger.Members;
import io.tidemark.ledger.Notes;
import io.tidemark.ledger.ReportSchedules;
import io.tidemark.ledger.Reports;
import io.tidemark.ledger.SavedViews;
import io.tidemark.ledger.Shares;
import io.tidemark.ledger.TimingExperiments;
import io.tidemark.ledger.User;
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
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// What is kept, as an opened whole: the database behind it is let go when it is closed.
interface Store extends AutoCloseable {
    Registry registry();

    Records records();

    Imports imports();

    Frames frames();

    Labelling labelling();

    TimingExperiments experiments();

    Notes notes();

    Exports exports();

    Posts posts();

    JobDesk jobDesk();

    Changes changes();

    ConnectionDesk connectionDesk();

    HealthDesk healthDesk();

    InsightDesk insightDesk();

    DigestReaders digestReaders();

    Members members();

    ApiKeys keys();

    SavedViews savedViews();

    Shares shares();

    Reports reports();

    ReportSchedules reportSchedules();

    /// Asked for when a server starts: most commands need no settings of mails.
    Mailing mailing();

    /// Sends a trial through each channel of alerts that is set up.
    List<Alerts.Trial> tryAlerts(Business business);

    /// Has another key seal the tokens of connections from now on, where keys are ours to make.
    void rotateKey();

    /// Seals the tokens of a business with the key that seals now.
    ///
    /// @return how many
    int reseal(long businessId);

    /// Maps again what platforms answered.
    ///
    /// @param account by id or handle; null for all
    /// @throws CommandFailed where there is no such account
    Replay.Outcome replay(Business business, @Nullable String account, Instant since);

    /// Begins to work on jobs, until the store is closed.
    void begin(Work work);

    /// Collects the demonstration business through the real pipeline, unless it is there.
    ///
    /// @param live whether its platforms are simulated here, so that some of its accounts go on live
    /// @param progress told, in words for a person, what is being done
    Business demonstration(Instant now, boolean live, Consumer<String> progress);

    /// Connects the demonstration's accounts with its simulated platforms, if it has any.
    ///
    /// @param origin under which people reach this server
    void connectDemonstration(Business business, User user, URI origin, Consumer<String> progress);

    @Override
    void close();
}
