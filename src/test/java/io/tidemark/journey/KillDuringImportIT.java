package io.tidemark.journey;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.collect.file.Answers;
import io.tidemark.collect.file.FileImporter;
import io.tidemark.collect.file.ImportReport;
import io.tidemark.collect.file.ImportRequest;
import io.tidemark.ledger.DatabaseAddress;
import io.tidemark.ledger.server.DatabaseAccess;
import io.tidemark.ledger.server.PostgresAccess;
import io.tidemark.ledger.server.ServerOptions;
import io.tidemark.testing.CanonicalDump;
import io.tidemark.testing.LedgerFixture;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/// `kill -9` of the server while it imports: afterwards it starts, and holds each file whole or not at all.
class KillDuringImportIT {
    private static final long BUSINESS = 1;

    @TempDir
    private Path home;

    private Program program;
    private String token;

    @BeforeEach
    void setUp() {
        program = new Program(home.resolve("data")).withKnownBinaries();
        assertThat(program.run("correct horse battery\n", "user", "add", "ada@example.org", "--password-stdin"))
                .extracting(Program.Ended::code)
                .isEqualTo(0);
        Program.Ended made = program.run("", "token", "--user", "ada@example.org");
        assertThat(made.code()).as(made.err()).isZero();
        token = made.out();
    }

    @Test
    void twoKills() {
        survives(2);
    }

    @Test
    @Tag("thorough")
    void tenKills() {
        survives(10);
    }

    private void survives(int kills) {
        Random random = new Random(20261124);
        for (int kill = 0; kill < kills; kill++) {
            Program.Serving serving = program.serve("serve", "--port", "0");
            Api api = new Api(serving.address(), token);
            if (kill == 0) {
                api.create("/api/v1/businesses", """
                        {"name": "Acme", "time_zone": "Europe/Berlin"}""");
            }
            uploadSome(api, random);
            serving.kill();
            assertThat(orphans(program))
                    .as("rows without a source after kill " + kill)
                    .isZero();
        }
        assertThat(importedAll(program, token)).isEqualTo(cleanImport());
    }

    /// Lets some files through and then leaves off somewhere in the middle of the largest.
    private static void uploadSome(Api api, Random random) {
        for (ExportSample file : ExportSample.ALL) {
            if (!file.equals(ExportSample.YOUTUBE_CHART) && random.nextBoolean()) {
                api.importFile(file.path(), BUSINESS, file.fields());
            }
        }
        Map<String, String> fields = new LinkedHashMap<>(ExportSample.YOUTUBE_CHART.fields());
        fields.put("business_id", Long.toString(BUSINESS));
        long id = api.upload(ExportSample.YOUTUBE_CHART.path(), fields)
                .get("import_id")
                .asLong();
        int rows = random.nextInt(73_000);
        Awaitility.await()
                .pollInterval(Duration.ofMillis(10))
                .atMost(Duration.ofMinutes(1))
                .until(
                        () -> api.get("/api/v1/imports/" + id + "?business_id=" + BUSINESS),
                        report -> !report.get("status").asString().equals("running") || readRows(report) >= rows);
    }

    private static long readRows(JsonNode report) {
        JsonNode progress = report.get("progress");
        return progress == null || progress.isNull() ? 0 : progress.get("rows").asLong();
    }

    /// The same files where nothing is killed.
    private static CanonicalDump cleanImport() {
        Clock clock = Clock.systemUTC();
        try (LedgerFixture fixture = LedgerFixture.create(clock)) {
            FileImporter importer = new FileImporter(fixture.ledger(), clock);
            for (ExportSample file : ExportSample.ALL) {
                ImportReport report = importer.run(request(fixture, file), progress -> {});
                assertThat(report.status()).as(report.toString()).isEqualTo(ImportReport.Status.DONE);
            }
            return fixture.dump();
        }
    }

    private static ImportRequest request(LedgerFixture fixture, ExportSample file) {
        String observed = file.fields().get("observed_at");
        long business = fixture.business().id();
        return new ImportRequest(
                fixture.ledger().newId(),
                business,
                file.path(),
                file.path().getFileName().toString(),
                new Answers(
                        file.fields().get("account"),
                        null,
                        null,
                        null,
                        observed == null ? null : Instant.parse(observed),
                        null),
                null,
                false,
                false,
                Set.of(business));
    }

    private static CanonicalDump importedAll(Program program, String token) {
        Program.Serving serving = program.serve("serve", "--port", "0");
        Api api = new Api(serving.address(), token);
        for (ExportSample file : ExportSample.ALL) {
            JsonNode report = api.importFile(file.path(), BUSINESS, file.fields());
            assertThat(report.get("status").asString()).as(report.toString()).isIn("done", "unchanged");
        }
        try (DatabaseAccess access = DatabaseAccess.open(program.dataDirectory(), ServerOptions.defaults())) {
            return CanonicalDump.of(address(access.postgres()), BUSINESS);
        } finally {
            serving.stop();
        }
    }

    private static long orphans(Program program) {
        try (DatabaseAccess access = DatabaseAccess.open(program.dataDirectory(), ServerOptions.defaults())) {
            PGSimpleDataSource source = new PGSimpleDataSource();
            source.setUrl(access.postgres().jdbcUrl());
            source.setUser(access.postgres().user());
            source.setPassword(access.postgres().password());
            return JdbcClient.create(source).sql("""
                            select count(*) from (
                                select source_id from post_version union select source_id from post_snapshot
                                union select source_id from daily_fact union select source_id from breakdown_fact) facts
                            where source_id not in (select source_id from source)
                            """).query(Long.class).single();
        }
    }

    private static DatabaseAddress address(PostgresAccess access) {
        return new DatabaseAddress(access.jdbcUrl(), access.user(), access.password());
    }
}
