package io.tidemark.app;

import io.tidemark.analytics.insight.digest.Digest;
import io.tidemark.analytics.insight.digest.DigestAnswer;
import io.tidemark.collect.alert.Alerts;
import io.tidemark.collect.sync.Replay;
import io.tidemark.ledger.Business;
import io.tidemark.ledger.User;
import io.tidemark.serve.Records;
import io.tidemark.serve.Services;
import io.tidemark.serve.analytics.AnalyticsParameters;
import io.tidemark.serve.export.Exporter;
import io.tidemark.serve.imports.Imports;
import io.tidemark.tenancy.FirstPasswords;
import io.tidemark.tenancy.Passwords;
import io.tidemark.tenancy.ProgramKeys;
import io.tidemark.tenancy.Registry;
import io.tidemark.tenancy.ShareLinks;
import io.tidemark.tenancy.SignIn;
import io.tidemark.tenancy.SigningKey;
import io.tidemark.tenancy.Tokens;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Consumer;
import javax.crypto.SecretKey;
import org.jspecify.annotations.Nullable;

/// Everything below the web, composed: used by the commands directly and by the server.
final class Core implements AutoCloseable {
    private final Path dataDirectory;
    private final Store store;
    private final Clock clock;
    private final Passwords passwords;
    private final Tokens tokens;
    private final SecureRandom random;
    private final ShareLinks shareLinks;
    private final Rehearsal rehearsal;

    Core(Path dataDirectory, Store store, Clock clock, SecureRandom random) {
        this.dataDirectory = dataDirectory;
        this.store = store;
        this.clock = clock;
        this.random = random;
        passwords = new Passwords(random);
        tokens = new Tokens(signingKey(dataDirectory, random), store.registry(), clock);
        shareLinks = new ShareLinks(store.shares(), store.registry(), passwords, tokens, random, clock);
        rehearsal = new Rehearsal(store.registry(), store.frames(), clock);
    }

    Path dataDirectory() {
        return dataDirectory;
    }

    Registry registry() {
        return store.registry();
    }

    Records records() {
        return store.records();
    }

    Imports imports() {
        return store.imports();
    }

    Exporter exporter() {
        return new Exporter(store.exports(), clock);
    }

    Passwords passwords() {
        return passwords;
    }

    Tokens tokens() {
        return tokens;
    }

    /// @param live whether its platforms are simulated here
    Business demonstration(boolean live, Consumer<String> progress) {
        return store.demonstration(clock.instant(), live, progress);
    }

    /// Connects the demonstration's accounts with its simulated platforms, if it has any.
    void connectDemonstration(Business demonstration, User user, URI origin, Consumer<String> progress) {
        store.connectDemonstration(demonstration, user, origin, progress);
    }

    /// Where uploaded files lie until they are imported.
    Path uploadDirectory() {
        return dataDirectory.resolve("uploads");
    }

    Services services() {
        return new Services(
                registry(),
                new SignIn(registry(), passwords, clock),
                tokens,
                records(),
                imports(),
                store.frames(),
                store.labelling(),
                store.experiments(),
                store.notes(),
                store.posts(),
                store.jobDesk(),
                store.changes(),
                store.exports(),
                store.connectionDesk(),
                store.healthDesk(),
                store.insightDesk(),
                store.digestReaders(),
                store.members(),
                new ProgramKeys(store.keys(), registry(), random),
                passwords,
                new FirstPasswords(passwords, random),
                store.savedViews(),
                shareLinks,
                store.reports(),
                store.reportSchedules(),
                store.mailing(),
                clock);
    }

    /// Sends a trial through each channel of alerts that is set up.
    List<Alerts.Trial> tryAlerts(Business business) {
        return store.tryAlerts(business);
    }

    /// A whole week of a business.
    ///
    /// @param day any day of the week; null for the last whole one
    /// @throws io.tidemark.analytics.BadQuery where the week is not over
    DigestAnswer digest(Business business, @Nullable LocalDate day) {
        return Digest.compute(
                store.frames().frame(business.id(), null),
                AnalyticsParameters.usual(business.conventions()),
                business.name(),
                business.demo(),
                day,
                clock.instant());
    }

    /// Has another key seal the tokens of connections from now on, where keys are ours to make.
    void rotateKey() {
        store.rotateKey();
    }

    /// Seals the tokens of a business with the key that seals now.
    ///
    /// @return how many
    int reseal(long businessId) {
        return store.reseal(businessId);
    }

    /// Maps again what platforms answered.
    ///
    /// @param account by id or handle; null for all
    Replay.Outcome replay(Business business, @Nullable String account, Instant since) {
        return store.replay(business, account, since);
    }

    /// Begins to work on jobs, until it is closed.
    void begin(Work work) {
        store.begin(work);
        rehearsal.begin();
    }

    @Override
    public void close() {
        try (store) {
            rehearsal.close();
        }
    }

    private static SecretKey signingKey(Path dataDirectory, SecureRandom random) {
        try {
            return SigningKey.readOrCreate(dataDirectory.resolve("signing.key"), random);
        } catch (IOException problem) {
            throw new UncheckedIOException(problem);
        }
    }
}
