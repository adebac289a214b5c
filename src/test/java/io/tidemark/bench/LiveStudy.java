package io.tidemark.bench;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.tidemark.collect.connection.SignedIn;
import io.tidemark.collect.sync.Books;
import io.tidemark.collect.sync.ReadingPlan;
import io.tidemark.collect.sync.SyncEngine;
import io.tidemark.collect.sync.SyncSettings;
import io.tidemark.collect.sync.Telemetry;
import io.tidemark.collect.sync.polling.AdaptivePolicy;
import io.tidemark.derive.Deriver;
import io.tidemark.ledger.Business;
import io.tidemark.ledger.Database;
import io.tidemark.ledger.DatabaseAddress;
import io.tidemark.ledger.Directory;
import io.tidemark.ledger.Ledger;
import io.tidemark.ledger.LiveAccount;
import io.tidemark.ledger.server.DatabaseAccess;
import io.tidemark.ledger.server.PostgresAccess;
import io.tidemark.ledger.server.ServerOptions;
import io.tidemark.testing.MutableClock;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/// Collects from simulated platforms on a clock that jumps: what connectors make of answers, what a run stores, and how
/// much memory the listing of a long past takes. The simulators run in the same process, and take their share of both.
final class LiveStudy {
    private static final SyncSettings SETTINGS = new SyncSettings(
            Duration.ofMinutes(30), Duration.ofMinutes(5), Duration.ofHours(1), Duration.ofDays(36_500));

    private final DatabaseAddress address;
    private final Study study;

    private LiveStudy(DatabaseAddress address, Study study) {
        this.address = address;
        this.study = study;
    }

    /// @param arguments posts of each platform (default 2000), posts of the long past (default 200000), a file for the
    /// report; 0 posts leave a part out
    public static void main(String[] arguments) throws IOException {
        int posts = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 2_000;
        int past = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 200_000;
        Path directory = Path.of("target", "bench").toAbsolutePath().resolve("run-" + System.nanoTime());
        Files.createDirectories(directory);
        try (DatabaseAccess server = DatabaseAccess.openAsOwner(directory, ServerOptions.defaults())) {
            PostgresAccess access = server.postgres();
            Study study = new Study();
            LiveStudy live =
                    new LiveStudy(new DatabaseAddress(access.jdbcUrl(), access.user(), access.password()), study);
            if (posts > 0) {
                live.mapping(posts);
                live.collecting(posts);
            }
            if (past > 0) {
                live.past(past);
            }
            if (arguments.length > 2) {
                Files.writeString(Path.of(arguments[2]), study.text());
            }
        }
    }

    private static List<Supplier<PlatformScene>> scenes(int posts) {
        return List.of(
                () -> PlatformScene.linkedIn(posts, 60),
                () -> PlatformScene.x(posts, 60),
                () -> PlatformScene.facebook(posts, 60),
                () -> PlatformScene.instagram(posts, 60));
    }

    private void mapping(int posts) {
        study.title("Mapping answers, one thread", "platform", "posts", "listed a second", "readings a second");
        for (Supplier<PlatformScene> scene : scenes(posts)) {
            try (PlatformScene platform = scene.get()) {
                new MappingStudy(platform).run(study);
            }
        }
    }

    private void collecting(int posts) {
        study.title(
                "Collecting a new account, to the ledger; %d processors"
                        .formatted(Runtime.getRuntime().availableProcessors()),
                "platform",
                "posts",
                "readings",
                "runs",
                "calls",
                "posts and readings a second");
        for (Supplier<PlatformScene> scene : scenes(posts)) {
            try (PlatformScene platform = scene.get();
                    Collected collected = new Collected(platform)) {
                long start = System.nanoTime();
                collected.backfill(() -> {});
                double seconds = Study.secondsSince(start);
                study.row(
                        platform.name(),
                        "%,d".formatted(collected.found),
                        "%,d".formatted(collected.read),
                        collected.runs,
                        "%,d".formatted(collected.calls),
                        "%,.0f".formatted((collected.found + collected.read) / seconds));
            }
        }
    }

    /// A long past on LinkedIn, whose lists have no end.
    private void past(int posts) {
        try (PlatformScene platform = PlatformScene.linkedIn(posts, 365);
                Collected collected = new Collected(platform)) {
            study.title(
                    "Listing a past of %,d posts, simulator included; %,d MB of heap at most"
                            .formatted(
                                    platform.account().posts().size(),
                                    Runtime.getRuntime().maxMemory() >> 20),
                    "posts found",
                    "heap after collections, at most",
                    "posts a second");
            HeapPeak heap = new HeapPeak();
            int step = posts / 8;
            long[] mark = {System.nanoTime(), 0};
            collected.backfill(() -> {
                if (collected.found >= mark[1] + step) {
                    double seconds = Study.secondsSince(mark[0]);
                    study.row(
                            "%,d".formatted(collected.found),
                            heap.megabytes() + " MB",
                            "%,.0f".formatted((collected.found - mark[1]) / seconds));
                    mark[0] = System.nanoTime();
                    mark[1] = collected.found;
                }
            });
            study.row("%,d, all".formatted(collected.found), heap.megabytes() + " MB", "");
        }
    }

    /// An account that is collected into a business of its own.
    private final class Collected implements AutoCloseable {
        private final Database database;
        private final MutableClock clock;
        private final Books books;
        private final SyncEngine engine;
        private final Business business;
        private final long account;
        private long found;
        private long read;
        private long calls;
        private int runs;

        Collected(PlatformScene scene) {
            clock = scene.clock();
            database = Database.open(address, clock);
            books = Books.of(database);
            business = new Directory(database)
                    .createBusiness(scene.name() + " " + System.nanoTime(), ZoneOffset.UTC, DayOfWeek.MONDAY, false);
            SignedIn signedIn = new SignedIn(database, scene.login(), clock);
            account = signedIn.collectAll(business.id(), scene.grant()).getFirst();
            engine = new SyncEngine(
                    new Ledger(database, new Deriver()),
                    books,
                    signedIn.accesses(),
                    scene.login().connectors(),
                    new ReadingPlan(new AdaptivePolicy()),
                    SETTINGS,
                    clock,
                    clock::advance,
                    new Telemetry(new SimpleMeterRegistry()));
        }

        /// Gives the account its turns until its past is listed.
        void backfill(Runnable afterEach) {
            while (unlisted()) {
                Optional<Instant> next = engine.sync(business, account);
                Instant due = next.orElseThrow(() -> new IllegalStateException("Nobody else collects it"));
                var run = books.runs().recent(business.id(), account, 1).getFirst();
                if (run.fault() != null && !run.fault().equals("rate_limited")) {
                    throw new IllegalStateException(run.fault() + ": " + run.said());
                }
                found += run.postsFound();
                read += run.postsRead();
                calls += run.calls();
                runs++;
                afterEach.run();
                clock.advance(Duration.between(clock.instant(), due));
            }
        }

        private boolean unlisted() {
            return books.accounts().all(business.id()).stream()
                    .map(LiveAccount::progress)
                    .anyMatch(progress -> progress.backfilledAt() == null);
        }

        @Override
        public void close() {
            database.close();
        }
    }
}
