package io.tidemark.bench;

import io.tidemark.derive.Deriver;
import io.tidemark.frame.Frame;
import io.tidemark.ledger.Database;
import io.tidemark.ledger.DatabaseAddress;
import io.tidemark.ledger.Directory;
import io.tidemark.ledger.Ledger;
import io.tidemark.ledger.server.DatabaseAccess;
import io.tidemark.ledger.server.PostgresAccess;
import io.tidemark.ledger.server.ServerOptions;
import io.tidemark.testing.NoDerivation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/// One run: a business of so many posts with thirty readings each, made, appended, loaded and asked about. All ratios
/// are of this run.
final class LoadStudy {
    private static final int SAMPLE = 10_000;
    private static final long SEED = 20_261_101;
    private static final ZoneId ZONE = ZoneId.of("Europe/Berlin");

    private final int posts;
    private final Path directory;
    private final PostgresAccess access;
    private final Database database;
    private final Directory businesses;
    private final RawCopy raw;
    private final Instant end = Instant.now().truncatedTo(ChronoUnit.SECONDS).minus(Duration.ofHours(1));
    private final Study study = new Study();

    private LoadStudy(int posts, Path directory, PostgresAccess access) {
        this.posts = posts;
        this.directory = directory;
        this.access = access;
        database = Database.open(
                new DatabaseAddress(access.jdbcUrl(), access.user(), access.password()), Clock.systemUTC());
        businesses = new Directory(database);
        raw = new RawCopy(access);
    }

    /// @param arguments the number of posts (default 10000), then a file for the report
    public static void main(String[] arguments) throws IOException {
        int posts = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 10_000;
        Path directory = Path.of("target", "bench").toAbsolutePath().resolve("run-" + System.nanoTime());
        Files.createDirectories(directory);
        try (DatabaseAccess server = DatabaseAccess.openAsOwner(directory, ServerOptions.defaults())) {
            String report = new LoadStudy(posts, directory, server.postgres()).run();
            if (arguments.length > 1) {
                Files.writeString(Path.of(arguments[1]), report);
            }
        }
    }

    private String run() {
        study.title(
                "%,d posts, %d readings each; %d processors, %,d MB of heap at most"
                        .formatted(
                                posts,
                                Workload.READINGS,
                                Runtime.getRuntime().availableProcessors(),
                                Runtime.getRuntime().maxMemory() >> 20),
                "what",
                "figure",
                "of COPY");
        Workload workload = new Workload(posts, SEED, end);
        Ledger ledger = new Ledger(database, new Deriver());
        long business = business("Bench");
        Loading loading = new Loading(ledger, business, workload);
        generation(workload);
        ingestion(workload, loading, business);
        raw.analyse();
        frames(ledger, business);
        try (ServerProcess server = ServerProcess.start(directory, access)) {
            Endpoints endpoints = new Endpoints(server.address(), server.token(), business);
            answers(endpoints, loading);
            past(endpoints);
            exports(endpoints, server, business);
        }
        database.close();
        return study.text();
    }

    private long business(String name) {
        return businesses.createBusiness(name, ZONE, DayOfWeek.MONDAY, false).id();
    }

    private void generation(Workload workload) {
        long start = System.nanoTime();
        int made = workload.posts(0, Math.min(posts, SAMPLE), observation -> {});
        study.row("generator alone, readings", Study.perSecond(made, Study.secondsSince(start)), "");
    }

    /// The same readings again and again: appended without anything derived, twice, since a program that has just
    /// started is slow; copied raw; appended with everything derived.
    private void ingestion(Workload workload, Loading loading, long business) {
        int sample = Math.min(posts, SAMPLE);
        Ledger underiving = new Ledger(database, new NoDerivation());
        long bare = business("Bare");
        // The newest posts, so that the partitions in use are those of a running business.
        double first = new Loading(underiving, business("First"), workload).posts(posts - sample, posts);
        double append = new Loading(underiving, bare, workload).posts(posts - sample, posts);
        long rows = raw.count("post_snapshot", bare);
        RawCopy.Copied copied = raw.intoTwin(bare, directory.resolve("snapshots.copy"));
        double copyRate = copied.rows() / copied.seconds();
        study.row("raw COPY of readings", Study.perSecond((double) copied.rows(), copied.seconds()), "1");
        study.row(
                "the program's first append, nothing derived",
                Study.perSecond((double) rows, first),
                Study.times(rows / first / copyRate));
        study.row(
                "append, nothing derived",
                Study.perSecond((double) rows, append),
                Study.times(rows / append / copyRate));
        double derived = loading.posts(posts - sample, posts);
        study.row(
                "append, everything derived",
                Study.perSecond((double) rows, derived),
                Study.times(rows / derived / copyRate));
        double rest = loading.posts(0, posts - sample) + loading.accountDays();
        study.row(
                "%,d readings stored in all, derived, after".formatted(raw.count("post_snapshot", business)),
                Study.seconds(derived + rest),
                "");
    }

    private void frames(Ledger ledger, long business) {
        double[] seconds = new double[5];
        Frame frame = ledger.frame(business);
        for (int i = 0; i < seconds.length; i++) {
            long start = System.nanoTime();
            frame = ledger.frame(business);
            seconds[i] = Study.secondsSince(start);
        }
        study.row("loading the frame", Study.milliseconds(Study.quantile(seconds, 0.5) * 1000), "");
        study.row(
                "frame per post, days included",
                String.format(Locale.ROOT, "%.0f bytes", (double) frame.bytes() / posts),
                "");
    }

    private void answers(Endpoints endpoints, Loading loading) {
        study.title(
                "Answers over loopback HTTP",
                "endpoint",
                "p50",
                "p95",
                "first after new data (median of 5)",
                "8 clients");
        endpoints.paths().forEach((name, path) -> {
            Endpoints.Timed timed = endpoints.time(path, loading::touch);
            if (timed.status() == 200) {
                study.row(
                        name,
                        Study.milliseconds(timed.p50()),
                        Study.milliseconds(timed.p95()),
                        Study.milliseconds(timed.cold()),
                        Study.perSecond(timed.perSecond(), 1));
            } else {
                study.row(name, timed.status() == 404 ? "missing" : "answered " + timed.status(), "", "", "");
            }
        });
    }

    private void past(Endpoints endpoints) {
        study.title("As of a past instant, first use", "how often", "median", "worst");
        Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS);
        List<String> instants = IntStream.range(0, 3)
                .mapToObj(i -> now.minusSeconds(i).toString())
                .toList();
        double[] times = endpoints.asOf(instants);
        study.row(
                times.length,
                Study.milliseconds(Study.quantile(times, 0.5)),
                Study.milliseconds(Study.quantile(times, 1)));
    }

    private void exports(Endpoints endpoints, ServerProcess server, long business) {
        study.title("Export", "dataset", "rows", "of COPY out", "size", "server's peak memory before, after");
        export(endpoints, server, business, "posts", "post_analytics");
        export(endpoints, server, business, "snapshots", "post_snapshot");
    }

    private void export(Endpoints endpoints, ServerProcess server, long business, String dataset, String table) {
        long before = server.peakMegabytes();
        Endpoints.Got got = endpoints.get(
                "/api/v1/analytics/export?business_id=%d&dataset=%s&format=csv&range=all".formatted(business, dataset));
        if (got.status() != 200) {
            study.row(dataset, got.status() == 404 ? "missing" : "answered " + got.status(), "", "", "");
            return;
        }
        RawCopy.Copied copied = raw.out(table, business);
        double seconds = got.milliseconds() / 1000;
        study.row(
                dataset,
                Study.perSecond(got.lines() - 1.0, seconds),
                Study.times((got.lines() - 1) / seconds / (copied.rows() / copied.seconds())),
                (got.bytes() >> 20) + " MB",
                before + " MB, " + server.peakMegabytes() + " MB");
    }
}
