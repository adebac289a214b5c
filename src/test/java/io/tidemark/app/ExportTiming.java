package io.tidemark.app;

import io.tidemark.ledger.AccountKey;
import io.tidemark.ledger.Alias;
import io.tidemark.ledger.Observation;
import io.tidemark.ledger.PostVersion;
import io.tidemark.ledger.SourceSpec;
import io.tidemark.ledger.server.PostgresAccess;
import io.tidemark.metric.Boosted;
import io.tidemark.metric.Format;
import io.tidemark.metric.Metric;
import io.tidemark.metric.MetricValues;
import io.tidemark.metric.Placement;
import io.tidemark.metric.Platform;
import io.tidemark.serve.export.Exporter;
import io.tidemark.testing.LedgerFixture;
import io.tidemark.testing.TestPostgres;
import java.io.OutputStream;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.sql.Connection;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyOut;

/// Prints how fast snapshots leave, beside PostgreSQL's own COPY of the same table. Run by hand: it is no test, since
/// times depend on the machine. Arguments: posts, snapshots of each.
final class ExportTiming {
    private static final AccountKey ACME = AccountKey.ofHandle(Platform.LINKEDIN, "acme");
    private static final Instant FIRST = Instant.parse("2026-01-01T00:00:00Z");

    private ExportTiming() {}

    public static void main(String[] arguments) throws Exception {
        int posts = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 20_000;
        int each = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 30;
        try (LedgerFixture fixture = LedgerFixture.create()) {
            fill(fixture, posts);
            multiply(fixture, each);
            Exporter exporter = new Exporter(
                    new LedgerExports(fixture.ledger(), new LedgerFrames(fixture.ledger())),
                    Clock.fixed(LedgerFixture.NOW, ZoneOffset.UTC));
            for (int round = 0; round < 3; round++) {
                copy(fixture, "copy post_snapshot to stdout");
                copy(fixture, "copy post_snapshot to stdout (format csv)");
                for (String format : List.of("csv", "ndjson", "json", "xlsx")) {
                    export(fixture, exporter, "snapshots", format, Map.of());
                }
                export(fixture, exporter, "posts", "csv", Map.of());
                export(fixture, exporter, "posts", "csv", Map.of("as_of", new String[] {"2026-03-10T09:00:00Z"}));
                export(fixture, exporter, "snapshots", "csv", Map.of("content_type", new String[] {"image"}));
            }
        }
    }

    private static void fill(LedgerFixture fixture, int posts) {
        SplittableRandom random = new SplittableRandom(1);
        fixture.ledger()
                .append(
                        fixture.business().id(),
                        new SourceSpec(fixture.ledger().newId(), SourceSpec.Kind.FILE, "t", "t", "t", null),
                        sink -> {
                            for (int i = 0; i < posts; i++) {
                                sink.accept(post(i, random));
                            }
                        },
                        appended -> "{}");
    }

    private static Observation post(int number, SplittableRandom random) {
        MetricValues values = MetricValues.of(Map.of(
                Metric.IMPRESSIONS, (double) random.nextInt(100_000),
                Metric.REACH, (double) random.nextInt(90_000),
                Metric.REACTIONS, (double) random.nextInt(1_000),
                Metric.COMMENTS, (double) random.nextInt(100),
                Metric.SHARES, (double) random.nextInt(100),
                Metric.CLICKS, (double) random.nextInt(1_000),
                Metric.VIDEO_VIEWS, (double) random.nextInt(10_000),
                Metric.WATCH_TIME_SECONDS, random.nextInt(100_000) / 10.0));
        PostVersion version = new PostVersion(
                FIRST,
                Placement.FEED,
                Format.IMAGE,
                "Text of " + number,
                "https://example.org/" + number,
                Boosted.NO,
                false);
        return new Observation.OfPost(
                ACME,
                List.of(new Alias("linkedin:activity", Long.toString(7_000_000_000_000_000_000L + number))),
                version,
                values,
                FIRST.plusSeconds(3600));
    }

    /// Further snapshots, straight into the table: what is timed is how they leave.
    private static void multiply(LedgerFixture fixture, int each) throws Exception {
        try (Connection owner = TestPostgres.connect(new PostgresAccess(
                        fixture.address().jdbcUrl(),
                        fixture.address().user(),
                        fixture.address().password()));
                var statement = owner.createStatement()) {
            String columns = Arrays.stream(Metric.values())
                    .filter(Metric::ofPosts)
                    .map(Metric::key)
                    .collect(Collectors.joining(", "));
            statement.execute("insert into post_snapshot (business_id, post_id, observed_at, source_id, " + columns
                    + ") select business_id, post_id, observed_at + n * interval '1 day', source_id, " + columns
                    + " from post_snapshot cross join generate_series(1, " + (each - 1) + ") n");
            statement.execute("vacuum analyze");
        }
    }

    private static void copy(LedgerFixture fixture, String sql) throws Exception {
        try (Connection owner = TestPostgres.connect(new PostgresAccess(
                fixture.address().jdbcUrl(),
                fixture.address().user(),
                fixture.address().password()))) {
            String all = sql.replace("post_snapshot", "(select * from post_snapshot)");
            long start = System.nanoTime();
            CopyOut rows = owner.unwrap(PGConnection.class).getCopyAPI().copyOut(all);
            long count = 0;
            long bytes = 0;
            for (byte[] row = rows.readFromCopy(); row != null; row = rows.readFromCopy()) {
                count++;
                bytes += row.length;
            }
            print(sql, count, bytes, System.nanoTime() - start, 0);
        }
    }

    private static void export(
            LedgerFixture fixture, Exporter exporter, String dataset, String format, Map<String, String[]> more) {
        Map<String, String[]> parameters = new HashMap<>(more);
        parameters.put("dataset", new String[] {dataset});
        parameters.put("format", new String[] {format});
        Counting out = new Counting();
        System.gc();
        long before = used();
        peaks(true);
        long start = System.nanoTime();
        exporter.write(fixture.business(), parameters, out);
        long elapsed = System.nanoTime() - start;
        System.gc();
        print(dataset + " " + format + " " + more.keySet(), out.lines, out.bytes, elapsed, used() - before);
    }

    private static long used() {
        Runtime runtime = Runtime.getRuntime();
        return runtime.totalMemory() - runtime.freeMemory();
    }

    private static void peaks(boolean reset) {
        for (MemoryPoolMXBean pool : ManagementFactory.getMemoryPoolMXBeans()) {
            if (pool.getType() == MemoryType.HEAP && reset) {
                pool.resetPeakUsage();
            }
        }
    }

    private static void print(String what, long rows, long bytes, long nanos, long memory) {
        System.out.printf(
                "%-50s %,10d lines %,8d KB %8.2f s %,10.0f lines/s, kept %,d KB%n",
                what, rows, bytes / 1024, nanos / 1e9, rows / (nanos / 1e9), memory / 1024);
    }

    private static final class Counting extends OutputStream {
        private long bytes;
        private long lines;

        @Override
        public void write(int b) {
            bytes++;
            lines += b == '\n' ? 1 : 0;
        }

        @Override
        public void write(byte[] all, int from, int length) {
            bytes += length;
            for (int i = from; i < from + length; i++) {
                lines += all[i] == '\n' ? 1 : 0;
            }
        }
    }
}
