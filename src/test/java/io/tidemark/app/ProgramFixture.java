package io.tidemark.app;

import io.tidemark.collect.alert.Alerts;
import io.tidemark.collect.file.FileImporter;
import io.tidemark.collect.file.ImportReport;
import io.tidemark.collect.file.ImportRequest;
import io.tidemark.collect.file.format.ImportProgress;
import io.tidemark.collect.file.mapping.FakeMappingBook;
import io.tidemark.collect.file.mapping.MappingBook;
import io.tidemark.collect.sync.Replay;
import io.tidemark.frame.Frame;
import io.tidemark.ledger.Account;
import io.tidemark.ledger.ApiKeys;
import io.tidemark.ledger.Breakdown;
import io.tidemark.ledger.BreakdownQuery;
import io.tidemark.ledger.Business;
import io.tidemark.ledger.DigestReaders;
import io.tidemark.ledger.Labelling;
import io.tidemark.ledger.Members;
import io.tidemark.ledger.Notes;
import io.tidemark.ledger.ReportSchedules;
import io.tidemark.ledger.Reports;
import io.tidemark.ledger.SavedViews;
import io.tidemark.ledger.Shares;
import io.tidemark.ledger.Source;
import io.tidemark.ledger.SourceSpec;
import io.tidemark.ledger.TimingExperiments;
import io.tidemark.ledger.User;
import io.tidemark.ledger.Versions;
import io.tidemark.serve.Records;
import io.tidemark.serve.Server;
import io.tidemark.serve.analytics.FakeDigestReaders;
import io.tidemark.serve.analytics.FakeInsightDesk;
import io.tidemark.serve.analytics.FakePosts;
import io.tidemark.serve.analytics.Frames;
import io.tidemark.serve.analytics.InsightDesk;
import io.tidemark.serve.analytics.Posts;
import io.tidemark.serve.connections.ConnectionDesk;
import io.tidemark.serve.connections.FakeConnectionDesk;
import io.tidemark.serve.events.Changes;
import io.tidemark.serve.events.FakeChanges;
import io.tidemark.serve.export.Exports;
import io.tidemark.serve.health.FakeHealthDesk;
import io.tidemark.serve.health.HealthDesk;
import io.tidemark.serve.imports.Imports;
import io.tidemark.serve.jobs.FakeJobDesk;
import io.tidemark.serve.jobs.JobDesk;
import io.tidemark.serve.report.FakeMailing;
import io.tidemark.serve.report.FakeReports;
import io.tidemark.serve.report.Mailing;
import io.tidemark.serve.report.NoSchedules;
import io.tidemark.serve.view.FakeSavedViews;
import io.tidemark.tenancy.FakeRegistry;
import io.tidemark.tenancy.FakeShares;
import io.tidemark.tenancy.Registry;
import io.tidemark.testing.FakeExperiments;
import io.tidemark.testing.FakeKeys;
import io.tidemark.testing.FakeLabelling;
import io.tidemark.testing.FakeMembers;
import io.tidemark.testing.FakeNotes;
import io.tidemark.testing.MutableClock;
import java.io.BufferedWriter;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Runs commands over fakes and keeps what they print.
final class ProgramFixture {
    final FakeRegistry registry = new FakeRegistry();
    final FakeRecords records = new FakeRecords();
    Exports exports = (businessId, work) -> {
        throw new UnsupportedOperationException("No exports here");
    };
    final MutableClock clock = new MutableClock(Instant.parse("2026-11-20T12:00:00Z"));
    final FakeImports imports = new FakeImports();
    final List<Location> opened = new ArrayList<>();
    final List<String> replayed = new ArrayList<>();
    final Path home;
    final ByteArrayOutputStream data = new ByteArrayOutputStream();
    List<Alerts.Trial> trials = List.of();
    /// What every business is; null where no test asks for it.
    @Nullable
    Frame frame;

    String out = "";
    String err = "";
    String input = "";
    Surroundings.Lifetime lifetime = closeables -> {
        for (AutoCloseable closeable : closeables) {
            try {
                closeable.close();
            } catch (Exception problem) {
                throw new IllegalStateException(problem);
            }
        }
    };
    final List<URI> connected = new ArrayList<>();
    int closed;

    ProgramFixture(Path home) {
        this.home = home;
    }

    static final class FakeRecords implements Records {
        final List<Long> rebuilt = new ArrayList<>();
        final List<Long> undone = new ArrayList<>();
        Source source = new Source(
                1001,
                SourceSpec.Kind.FILE,
                "linkedin_page_content",
                "acme.xls",
                null,
                Instant.parse("2026-11-01T05:00:00Z"),
                null,
                "{}");

        @Override
        public Versions versions(long businessId) {
            return new Versions(1, 1);
        }

        @Override
        public Map<Long, Versions> versions(Collection<Long> businessIds) {
            return businessIds.stream().collect(Collectors.toMap(id -> id, this::versions));
        }

        @Override
        public OptionalInt brokenConnections(long businessId) {
            return OptionalInt.empty();
        }

        @Override
        public List<Account> accounts(long businessId) {
            return List.of();
        }

        @Override
        public List<Breakdown> breakdowns(long businessId, BreakdownQuery query) {
            return List.of();
        }

        @Override
        public List<Source> files(long businessId) {
            return List.of(source);
        }

        @Override
        public Optional<Source> findSource(long businessId, long sourceId) {
            return Optional.of(source).filter(s -> s.id() == sourceId);
        }

        @Override
        public boolean undo(long businessId, long sourceId) {
            return !undone.contains(sourceId) && undone.add(sourceId);
        }

        @Override
        public void rebuild(long businessId) {
            rebuilt.add(businessId);
        }
    }

    static final class FakeImports implements Imports {
        final FakeMappingBook mappings = new FakeMappingBook();
        final List<ImportRequest> requests = new ArrayList<>();
        Function<ImportRequest, ImportReport> outcome = request -> {
            throw new IllegalStateException();
        };

        @Override
        public long newId() {
            return 1001L + requests.size();
        }

        @Override
        public MappingBook mappings() {
            return mappings;
        }

        @Override
        public ImportReport run(
                ImportRequest request, Consumer<ImportProgress> progress, FileImporter.Onlooker onlooker) {
            requests.add(request);
            return outcome.apply(request);
        }
    }

    ProgramFixture withBusiness(String name) {
        registry.createBusiness(name, ZoneId.of("UTC"), DayOfWeek.MONDAY, false);
        return this;
    }

    int run(String... arguments) {
        StringWriter written = new StringWriter();
        StringWriter said = new StringWriter();
        Surroundings surroundings = new Surroundings(
                // As those of the program: what is not flushed is lost with it.
                new PrintWriter(new BufferedWriter(written), true),
                new PrintWriter(new BufferedWriter(said), true),
                data,
                new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8)),
                home,
                Map.of(),
                this::open,
                Server::start,
                lifetime);
        int code = new Program(surroundings).run(arguments);
        out = written.toString();
        err = said.toString();
        return code;
    }

    private Core open(Location location) {
        opened.add(location);
        Store store = new Store() {
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
            public Business demonstration(Instant now, boolean live, Consumer<String> progress) {
                return registry.findBusiness(1)
                        .orElseGet(() ->
                                registry.createBusiness("Harbour Coffee", ZoneId.of("UTC"), DayOfWeek.MONDAY, true));
            }

            @Override
            public void connectDemonstration(Business demonstration, User user, URI origin, Consumer<String> progress) {
                connected.add(origin);
            }

            @Override
            public Frames frames() {
                return (businessId, asOf) -> {
                    if (frame == null) {
                        throw new UnsupportedOperationException("No frames here");
                    }
                    return frame;
                };
            }

            @Override
            public Labelling labelling() {
                return new FakeLabelling();
            }

            @Override
            public TimingExperiments experiments() {
                return new FakeExperiments();
            }

            @Override
            public Notes notes() {
                return new FakeNotes();
            }

            @Override
            public Posts posts() {
                return new FakePosts();
            }

            @Override
            public JobDesk jobDesk() {
                return new FakeJobDesk();
            }

            @Override
            public Changes changes() {
                return new FakeChanges();
            }

            @Override
            public ConnectionDesk connectionDesk() {
                return new FakeConnectionDesk();
            }

            @Override
            public HealthDesk healthDesk() {
                return new FakeHealthDesk();
            }

            @Override
            public InsightDesk insightDesk() {
                return new FakeInsightDesk();
            }

            @Override
            public Members members() {
                return new FakeMembers();
            }

            @Override
            public ApiKeys keys() {
                return new FakeKeys();
            }

            @Override
            public DigestReaders digestReaders() {
                return new FakeDigestReaders();
            }

            @Override
            public SavedViews savedViews() {
                return new FakeSavedViews();
            }

            @Override
            public Shares shares() {
                return new FakeShares(clock);
            }

            @Override
            public Reports reports() {
                return new FakeReports(clock);
            }

            @Override
            public ReportSchedules reportSchedules() {
                return new NoSchedules();
            }

            @Override
            public Mailing mailing() {
                return new FakeMailing();
            }

            @Override
            public List<Alerts.Trial> tryAlerts(Business business) {
                return trials;
            }

            @Override
            public void rotateKey() {}

            @Override
            public int reseal(long businessId) {
                return 0;
            }

            @Override
            public Replay.Outcome replay(Business business, @Nullable String account, Instant since) {
                replayed.add(business.id() + " " + account + " " + since);
                return new Replay.Outcome(
                        3, 1, List.of(new Replay.Refused(1007, Instant.parse("2026-11-19T08:00:00Z"), "It cannot.")));
            }

            @Override
            public void begin(Work work) {}

            @Override
            public Exports exports() {
                return exports;
            }

            @Override
            public void close() {
                closed++;
            }
        };
        return new Core(location.dataDirectory(), store, clock, new SecureRandom());
    }
}
