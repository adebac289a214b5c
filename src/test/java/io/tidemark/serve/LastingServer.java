package io.tidemark.serve;

import io.tidemark.ledger.ApiKeys;
import io.tidemark.ledger.DigestReaders;
import io.tidemark.ledger.Labelling;
import io.tidemark.ledger.Members;
import io.tidemark.ledger.Notes;
import io.tidemark.ledger.ReportSchedules;
import io.tidemark.ledger.Reports;
import io.tidemark.ledger.SavedViews;
import io.tidemark.ledger.Shares;
import io.tidemark.ledger.TimingExperiments;
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
import io.tidemark.tenancy.FirstPasswords;
import io.tidemark.tenancy.Passwords;
import io.tidemark.tenancy.ProgramKeys;
import io.tidemark.tenancy.Registry;
import io.tidemark.tenancy.ShareLinks;
import io.tidemark.tenancy.SignIn;
import io.tidemark.tenancy.Tokens;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.util.unit.DataSize;

/// A server for the tests of a class, each with services of its own: to start one takes longer than most tests.
///
/// What the server itself remembers it remembers from test to test: failed attempts, uploads, kept answers. Tests of
/// those have a server each.
public final class LastingServer implements AutoCloseable {
    private final Path uploads;
    private volatile @Nullable Behind current;
    private @Nullable Server server;

    public LastingServer(Path uploads) {
        this.uploads = uploads;
    }

    /// What a test serves from.
    ///
    /// @param shares behind the links
    /// @param keys behind the keys of programs
    record Behind(Services services, Shares shares, ApiKeys keys) {}

    /// Serves from these until others are given.
    Server serve(Behind behind) {
        current = behind;
        Server running = server;
        if (running == null) {
            running = Server.start(
                    new ServerSettings("127.0.0.1", 0, DataSize.ofMegabytes(1), uploads), whateverIsCurrent());
            server = running;
        }
        return running;
    }

    private Services whateverIsCurrent() {
        SecureRandom random = new SecureRandom();
        Clock clock = new CurrentClock();
        Registry registry = current(Registry.class, Services::registry);
        Passwords passwords = new Passwords(random);
        Tokens tokens = new Tokens(ServedFixture.KEY, registry, clock);
        return new Services(
                registry,
                new SignIn(registry, passwords, clock),
                tokens,
                current(Records.class, Services::records),
                current(Imports.class, Services::imports),
                current(Frames.class, Services::frames),
                current(Labelling.class, Services::labelling),
                current(TimingExperiments.class, Services::experiments),
                current(Notes.class, Services::notes),
                current(Posts.class, Services::posts),
                current(JobDesk.class, Services::desk),
                current(Changes.class, Services::changes),
                current(Exports.class, Services::exports),
                current(ConnectionDesk.class, Services::connections),
                current(HealthDesk.class, Services::health),
                current(InsightDesk.class, Services::insights),
                current(DigestReaders.class, Services::digestReaders),
                current(Members.class, Services::members),
                new ProgramKeys(handing(ApiKeys.class, Behind::keys), registry, random),
                passwords,
                new FirstPasswords(passwords, random),
                current(SavedViews.class, Services::savedViews),
                new ShareLinks(handing(Shares.class, Behind::shares), registry, passwords, tokens, random, clock),
                current(Reports.class, Services::reports),
                current(ReportSchedules.class, Services::schedules),
                current(Mailing.class, Services::mailing),
                clock);
    }

    private <T> T current(Class<T> type, Function<Services, T> part) {
        return handing(type, behind -> part.apply(behind.services()));
    }

    /// Hands each call on to the part that is current then.
    private <T> T handing(Class<T> type, Function<Behind, T> part) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(), new Class<?>[] {type}, (proxy, method, arguments) -> {
                    try {
                        return method.invoke(part.apply(current()), arguments);
                    } catch (InvocationTargetException thrown) {
                        throw thrown.getCause();
                    }
                }));
    }

    private Behind current() {
        Behind behind = current;
        if (behind == null) {
            throw new IllegalStateException("No test serves from anything yet");
        }
        return behind;
    }

    private final class CurrentClock extends Clock {
        private Clock clock() {
            return current().services().clock();
        }

        @Override
        public Instant instant() {
            return clock().instant();
        }

        @Override
        public ZoneId getZone() {
            return clock().getZone();
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return clock().withZone(zone);
        }
    }

    @Override
    public void close() {
        Server running = server;
        if (running != null) {
            running.close();
        }
    }
}
