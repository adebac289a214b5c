package io.tidemark.serve;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.collect.file.FileImporter;
import io.tidemark.collect.file.ImportReport;
import io.tidemark.collect.file.ImportRequest;
import io.tidemark.collect.file.format.ImportProgress;
import io.tidemark.collect.file.mapping.FakeMappingBook;
import io.tidemark.collect.file.mapping.MappingBook;
import io.tidemark.frame.DayFrame;
import io.tidemark.frame.Frame;
import io.tidemark.frame.PostFrame;
import io.tidemark.ledger.Account;
import io.tidemark.ledger.ApiKeys;
import io.tidemark.ledger.Breakdown;
import io.tidemark.ledger.BreakdownQuery;
import io.tidemark.ledger.Business;
import io.tidemark.ledger.Source;
import io.tidemark.ledger.User;
import io.tidemark.ledger.Versions;
import io.tidemark.metric.Platform;
import io.tidemark.serve.analytics.FakeDigestReaders;
import io.tidemark.serve.analytics.FakeInsightDesk;
import io.tidemark.serve.analytics.FakePosts;
import io.tidemark.serve.analytics.Frames;
import io.tidemark.serve.connections.FakeConnectionDesk;
import io.tidemark.serve.events.EventPace;
import io.tidemark.serve.events.FakeChanges;
import io.tidemark.serve.export.Exports;
import io.tidemark.serve.health.FakeHealthDesk;
import io.tidemark.serve.http.Json;
import io.tidemark.serve.imports.Imports;
import io.tidemark.serve.jobs.FakeJobDesk;
import io.tidemark.serve.report.FakeMailing;
import io.tidemark.serve.report.FakeReports;
import io.tidemark.serve.report.NoSchedules;
import io.tidemark.serve.view.FakeSavedViews;
import io.tidemark.tenancy.FakeRegistry;
import io.tidemark.tenancy.FakeShares;
import io.tidemark.tenancy.FirstPasswords;
import io.tidemark.tenancy.Passwords;
import io.tidemark.tenancy.ProgramKeys;
import io.tidemark.tenancy.ShareLinks;
import io.tidemark.tenancy.SignIn;
import io.tidemark.tenancy.Tokens;
import io.tidemark.testing.ApiDescription;
import io.tidemark.testing.FakeExperiments;
import io.tidemark.testing.FakeKeys;
import io.tidemark.testing.FakeLabelling;
import io.tidemark.testing.FakeMembers;
import io.tidemark.testing.FakeNotes;
import io.tidemark.testing.MutableClock;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import org.springframework.util.unit.DataSize;
import tools.jackson.databind.JsonNode;

/// A real server on a free port over fakes, with two businesses, an administrator and a member of the first.
public final class ServedFixture implements AutoCloseable {
    public static final String PASSWORD = "correct horse battery";

    /// Signs tokens for every server of tests.
    static final SecretKey KEY = new SecretKeySpec(new byte[32], "HmacSHA256");

    /// Hashing takes long by design: once is enough.
    private static final String HASH = new Passwords(new SecureRandom()).hash(PASSWORD);

    public final MutableClock clock = new MutableClock(Instant.parse("2026-11-20T12:00:00Z"));
    public final FakeRegistry registry = new FakeRegistry();
    public final Passwords passwords = new Passwords(new SecureRandom());
    public final Tokens tokens = new Tokens(KEY, registry, clock);
    public final FakeShares shares = new FakeShares(clock);
    public final FakeReports reports = new FakeReports(clock);
    public final FakeRecords records = new FakeRecords();
    public final FakeFrames frames = new FakeFrames();
    public final FakePosts posts = new FakePosts();
    public final FakeImports imports = new FakeImports();
    public final FakeJobDesk desk = new FakeJobDesk();
    public final FakeChanges changes = new FakeChanges();
    public final FakeNotes notes = new FakeNotes();
    public final Exports exports;
    public final User administrator = registry.createUser("root@example.com", HASH);
    public final User member = registry.createUser("member@example.com", HASH);
    public final Business first =
            registry.createBusiness("Harbour Coffee", ZoneId.of("Europe/Berlin"), DayOfWeek.MONDAY, false);
    public final Business second = registry.createBusiness("Other", ZoneId.of("UTC"), DayOfWeek.SUNDAY, false);
    public final Server server;
    private final boolean own;
    private static final Exports NO_EXPORTS = (businessId, work) -> {
        throw new UnsupportedOperationException("No exports here");
    };
    private static final AtomicReference<@Nullable ApiDescription> DESCRIPTION = new AtomicReference<>();
    private final HttpClient client = HttpClient.newHttpClient();
    private final ApiDescription description;

    public ServedFixture(Path uploads) {
        this(uploads, EventPace.DEFAULT, NO_EXPORTS);
    }

    public ServedFixture(Path uploads, EventPace pace) {
        this(uploads, pace, NO_EXPORTS);
    }

    public ServedFixture(Path uploads, Exports exports) {
        this(uploads, EventPace.DEFAULT, exports);
    }

    private ServedFixture(Path uploads, EventPace pace, Exports exports) {
        this(
                exports,
                true,
                behind -> Server.start(
                        new ServerSettings("127.0.0.1", 0, DataSize.ofMegabytes(1), uploads, pace), behind.services()));
    }

    /// On a server that others are served by before and after.
    public ServedFixture(LastingServer lasting) {
        this(NO_EXPORTS, false, lasting::serve);
    }

    private ServedFixture(Exports exports, boolean own, Function<LastingServer.Behind, Server> start) {
        this.exports = exports;
        this.own = own;
        registry.addMember(first.id(), member.id());
        ApiKeys keys = new FakeKeys();
        Services services = new Services(
                registry,
                new SignIn(registry, passwords, clock),
                tokens,
                records,
                imports,
                frames,
                new FakeLabelling(),
                new FakeExperiments(),
                notes,
                posts,
                desk,
                changes,
                exports,
                new FakeConnectionDesk(),
                new FakeHealthDesk(),
                new FakeInsightDesk(),
                new FakeDigestReaders(),
                new FakeMembers(),
                new ProgramKeys(keys, registry, new SecureRandom()),
                passwords,
                new FirstPasswords(passwords, new SecureRandom()),
                new FakeSavedViews(),
                new ShareLinks(shares, registry, passwords, tokens, new SecureRandom(), clock),
                reports,
                new NoSchedules(),
                new FakeMailing(),
                clock);
        server = start.apply(new LastingServer.Behind(services, shares, keys));
        description = description(() -> ask(request("/v3/api-docs")).body());
    }

    /// Each server of a build tells the same: the first is asked.
    static ApiDescription description(Supplier<String> asked) {
        synchronized (DESCRIPTION) {
            ApiDescription known = DESCRIPTION.get();
            if (known == null) {
                known = new ApiDescription(asked.get());
                DESCRIPTION.set(known);
            }
            return known;
        }
    }

    public static final class FakeRecords implements Records {
        public RuntimeException failure = new IllegalStateException("none");
        public volatile Versions versions = new Versions(42, 43);
        public final List<Source> sources = new CopyOnWriteArrayList<>();
        public boolean fails;

        @Override
        public Versions versions(long businessId) {
            return versions;
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
            if (fails) {
                throw failure;
            }
            return List.of(
                    new Account(3, Platform.LINKEDIN, "acme", "Acme", true, 8, LocalDate.parse("2026-01-02"), null));
        }

        @Override
        public List<Breakdown> breakdowns(long businessId, BreakdownQuery query) {
            return List.of();
        }

        @Override
        public List<Source> files(long businessId) {
            return List.copyOf(sources);
        }

        @Override
        public Optional<Source> findSource(long businessId, long sourceId) {
            return sources.stream().filter(s -> s.id() == sourceId).findFirst();
        }

        @Override
        public boolean undo(long businessId, long sourceId) {
            Source found = findSource(businessId, sourceId).orElseThrow();
            if (found.retractedAt() != null) {
                return false;
            }
            sources.remove(found);
            return sources.add(new Source(
                    found.id(),
                    found.kind(),
                    found.format(),
                    found.name(),
                    found.observedAt(),
                    found.recordedAt(),
                    Instant.parse("2026-11-02T05:00:00Z"),
                    found.report()));
        }

        @Override
        public void rebuild(long businessId) {}
    }

    /// An empty business at the version of the records, unless there is a frame.
    public static final class FakeFrames implements Frames {
        public final List<Long> asked = new CopyOnWriteArrayList<>();
        public volatile @Nullable Frame frame;

        @Override
        public Frame frame(long businessId, @Nullable Instant asOf) {
            asked.add(businessId);
            Frame given = frame;
            if (given != null) {
                return given;
            }
            return new Frame(
                    businessId,
                    42,
                    ZoneId.of("Europe/Berlin"),
                    DayOfWeek.MONDAY,
                    asOf,
                    null,
                    List.of(),
                    PostFrame.builder(0).build(),
                    DayFrame.builder(0).build());
        }
    }

    public static final class FakeImports implements Imports {
        public final FakeMappingBook mappings = new FakeMappingBook();
        private final AtomicLong ids = new AtomicLong(5000);
        public volatile Function<ImportRequest, ImportReport> outcome = request -> {
            throw new IllegalStateException("a secret of the server");
        };
        public final List<ImportRequest> requests = new CopyOnWriteArrayList<>();

        @Override
        public long newId() {
            return ids.incrementAndGet();
        }

        @Override
        public MappingBook mappings() {
            return mappings;
        }

        @Override
        public ImportReport run(
                ImportRequest request, Consumer<ImportProgress> progress, FileImporter.Onlooker onlooker) {
            requests.add(request);
            progress.accept(new ImportProgress(1, 2, 3));
            return outcome.apply(request);
        }
    }

    public String token() {
        return tokens.issue(member, Tokens.BEARER_LIFE);
    }

    public HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port() + path));
    }

    public HttpRequest.Builder authorised(String path) {
        return request(path).header("Authorization", "Bearer " + token());
    }

    /// Asks, and holds what is answered to the description of the API.
    public HttpResponse<String> send(HttpRequest.Builder request) {
        HttpResponse<String> answer = ask(request);
        assertThat(description.faults(answer)).as(answer.toString()).isEmpty();
        return answer;
    }

    private HttpResponse<String> ask(HttpRequest.Builder request) {
        try {
            return client.send(request.build(), BodyHandlers.ofString());
        } catch (IOException problem) {
            throw new UncheckedIOException(problem);
        } catch (InterruptedException problem) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(problem);
        }
    }

    public HttpResponse<String> get(String path) {
        return send(authorised(path));
    }

    public static JsonNode json(HttpResponse<String> response) {
        return Json.mapper().readTree(response.body());
    }

    @Override
    public void close() {
        if (own) {
            server.close();
        }
        client.close();
    }
}
