package io.tidemark.collect.file;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.collect.file.format.ImportProgress;
import io.tidemark.collect.file.format.RowCounts;
import io.tidemark.collect.file.table.ImportRefused;
import io.tidemark.collect.file.table.Reject;
import io.tidemark.metric.Platform;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class FileImporterTest {
    private static final Path LINKEDIN = Import.resource("linkedin-page/example-page_content_1742193384396.xls");
    private static final String TOTALS = "Date,Views\n2022-12-01,50\n2022-12-02,many\n";

    @TempDir
    Path folder;

    private Import imports() {
        return new Import(folder);
    }

    @Test
    void reportIsTheJsonOfTheContract() {
        JsonNode json = JsonMapper.builder()
                .build()
                .readTree(imports().account("acme").of("Totals.csv", TOTALS).toJson());
        assertThat(json.propertyNames())
                .containsExactly(
                        "import_id",
                        "business_id",
                        "status",
                        "file",
                        "format",
                        "accounts",
                        "recorded_at",
                        "observed_at",
                        "undone_at",
                        "dry_run",
                        "period",
                        "rows",
                        "stored",
                        "totals",
                        "rejects",
                        "warnings",
                        "warnings_said",
                        "progress",
                        "problem");
        assertThat(json.get("status").asString()).isEqualTo("done");
        assertThat(json.get("observed_at").asString()).isEqualTo("2022-12-03T08:00:00Z");
        assertThat(json.get("recorded_at").asString()).isEqualTo("2026-11-01T12:00:00Z");
        assertThat(json.get("period").toString()).isEqualTo("{\"from\":\"2022-12-01\",\"to\":\"2022-12-02\"}");
        assertThat(json.get("accounts").toString())
                .isEqualTo("[{\"account_id\":1,\"platform\":\"youtube\",\"handle\":\"acme\"}]");
        assertThat(json.get("rows").toString())
                .isEqualTo("{\"total\":2,\"posts\":0,\"days\":1,\"duplicates\":0,\"totals\":0,\"breakdowns\":0,"
                        + "\"notes\":0,\"rejected\":1}");
        assertThat(json.get("stored").toString())
                .isEqualTo("{\"posts_new\":0,\"posts_known\":0,\"post_snapshots\":0,\"daily_facts\":1,"
                        + "\"breakdown_facts\":0}");
        assertThat(json.get("rejects").toString())
                .isEqualTo(
                        "[{\"part\":\"Totals.csv\",\"row\":3,\"column\":\"Views\",\"reason\":\"not a number\","
                                + "\"reason_said\":{\"code\":\"row_no_number\",\"values\":{}},\"text\":\"many\",\"original\":\"2022-12-02,many\"}]");
        assertThat(json.get("progress").toString()).isEqualTo("{\"rows\":2,\"bytes_read\":41,\"bytes_total\":41}");
    }

    @Test
    void statedTotalsArePlainNumbersInJson() {
        ImportReport report = imports()
                .account("acme")
                .observedAt("2023-01-01T00:00:00Z")
                .of("t.csv", "Geography,Views,Watch time (hours)\nTotal,15503810,0.1\nUS,10000000,0.05\n");
        assertThat(report.toJson())
                .contains("\"stated\":15503810,\"sum_of_rows\":10000000,\"difference\":5503810,\"rows\":1")
                .contains("\"stated\":360,\"sum_of_rows\":180,");
    }

    @Test
    void reportIsKeptWithTheSourceAndReadBack() {
        Import imports = imports();
        ImportReport report = imports.of(LINKEDIN);
        ImportReport kept = ImportReport.fromJson(
                imports.target.findSource(1, 1001).orElseThrow().report());
        assertThat(kept.recorded(report.recordedAt(), report.accounts())).isEqualTo(report);
        assertThat(kept.undone(Instant.EPOCH).status()).isEqualTo(ImportReport.Status.UNDONE);
    }

    @Test
    void sameContentIsNotReadTwice() {
        Import imports = imports();
        imports.of(LINKEDIN);
        int before = imports.target.observations.size();
        ImportReport report = imports.of(LINKEDIN, "another name.xls", _ -> {});
        assertThat(report.status()).isEqualTo(ImportReport.Status.UNCHANGED);
        assertThat(report.sameAs()).isEqualTo(1001);
        assertThat(report.toJson()).contains("\"status\":\"unchanged\"", "\"same_as\":1001");
        assertThat(imports.target.observations).hasSize(before);
    }

    @Test
    void accountOfTheFileMustBeTheOneThatWasNamed() {
        Import imports = imports().account("someone-else");
        ImportRefused refused = imports.refusal(
                "acme_content_1742193384396.xls", Import.bytes("linkedin-page/example-page_content_1742193384396.xls"));
        assertThat(refused.code()).isEqualTo("account_mismatch");
        assertThat(refused.file()).isEqualTo("acme_content_1742193384396.xls");
        ImportReport report = imports().account("@Example-Page").of(LINKEDIN);
        assertThat(report.rows().posts()).isEqualTo(8);
    }

    @Test
    void fileOfAnotherBusinessIsRefusedUnlessTheAccountIsNamed() {
        Import imports = imports().seeing(2);
        imports.target.addAccount(2, Platform.LINKEDIN, "example-page");
        imports.target.addAccount(3, Platform.LINKEDIN, "example-page");
        byte[] content = Import.bytes("linkedin-page/example-page_content_1742193384396.xls");
        ImportRefused refused = imports.refusal("example-page_content_1742193384396.xls", content);
        assertThat(refused.code()).isEqualTo("account_of_another_business");
        assertThat(refused.sentence()).contains("business 2").doesNotContain("business 3");
        assertThat(imports.account("example-page").of(LINKEDIN).rows().total()).isEqualTo(38);
    }

    @Test
    void accountOfABusinessThatMayNotBeSeenIsNotGivenAway() {
        Import imports = imports();
        imports.target.addAccount(2, Platform.LINKEDIN, "example-page");
        assertThat(imports.of(LINKEDIN).rows().total()).isEqualTo(38);
    }

    @Test
    void accountKnownHereIsTakenEvenIfAnotherBusinessKnowsItToo() {
        Import imports = imports().seeing(2);
        imports.target.addAccount(1, Platform.LINKEDIN, "example-page");
        imports.target.addAccount(2, Platform.LINKEDIN, "example-page");
        assertThat(imports.of(LINKEDIN).rows().total()).isEqualTo(38);
    }

    @Test
    void dryRunCountsAndStoresNothing() {
        Import imports = imports().dryRun();
        ImportReport report = imports.of(LINKEDIN);
        assertThat(report.dryRun()).isTrue();
        assertThat(report.rows().total()).isEqualTo(38);
        assertThat(report.stored().postsNew()).isEqualTo(8);
        assertThat(report.recordedAt()).isNull();
        assertThat(imports.target.observations).isEmpty();
    }

    @Test
    void strictRefusesAFileWithRejectedRows() {
        Import imports = imports().account("acme").strict();
        ImportRefused refused = imports.refusal("Totals.csv", TOTALS);
        assertThat(refused.code()).isEqualTo("rejected_rows");
        assertThat(refused.part()).isEqualTo("Totals.csv");
        assertThat(refused.row()).isEqualTo(3);
        assertThat(refused.rejects()).extracting(Reject::text).containsExactly("many");
        assertThat(imports.target.observations).isEmpty();
        assertThat(imports.of(
                                LINKEDIN.getFileName().toString().replace("example-page", "acme"),
                                Import.bytes("linkedin-page/example-page_content_1742193384396.xls"))
                        .rows()
                        .rejected())
                .isZero();
    }

    @Test
    void rejectsAreBoundedAndTheirCountIsExact() {
        String rows = String.join("", Collections.nCopies(10_500, "2022-12-01,many\n"));
        ImportReport report = imports().account("acme").of("Totals.csv", "Date,Views\n2022-12-01,1\n" + rows);
        assertThat(report.rows()).isEqualTo(new RowCounts(10_501, 0, 1, 0, 0, 0, 0, 10_500));
        assertThat(report.rejects()).hasSize(10_000);
        assertThat(report.rejects().getFirst().original()).isEqualTo("2022-12-01,many");
    }

    @Test
    void rowsAboveTheHeaderAreNotPassedOverInSilence() {
        ImportReport report =
                imports().account("acme").of("t.csv", "a note\n2022-12-03,5\nDate,Views\n2022-12-01,50\n");
        assertThat(report.rows().total()).isEqualTo(1);
        assertThat(report.warnings())
                .containsExactly("\"t.csv\" row 2 stands above the header in row 3 and was not read.");
    }

    @Test
    void headerWithoutRowsIsWarnedOf() {
        ImportReport report =
                imports().account("acme").observedAt("2023-01-01T00:00:00Z").of("t.csv", "Date,Views\n");
        assertThat(report.rows().total()).isZero();
        assertThat(report.warnings()).containsExactly("The file names its columns but holds no row below them.");
    }

    @Test
    void aFileFromTheFutureIsRefused() {
        ImportRefused refused =
                imports().account("acme").observedAt("2026-11-03T12:00:00Z").refusal("Totals.csv", TOTALS);

        assertThat(refused.code()).isEqualTo("observed_at_in_future");
    }

    @Test
    void refusalBecomesAProblem() {
        ImportRefused refused = imports().refusal("Totals.csv", TOTALS);
        ImportRequest request =
                new ImportRequest(7, 1, folder, "Totals.csv", Answers.NONE, null, false, false, java.util.Set.of());
        ImportReport report = ImportReport.failed(request, refused);
        assertThat(report.toJson())
                .contains("\"status\":\"failed\"", "\"code\":\"account_needed\"", "\"file\":\"Totals.csv\"")
                .contains("\"detail\":\"The file does not say which YouTube account it is of: ");
        assertThat(ImportReport.running(request, new ImportProgress(1, 2, 3)).rejects())
                .isEqualTo(List.of());
    }
}
