package io.tidemark.app;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.frame.Frame;
import io.tidemark.frame.FrameAccount;
import io.tidemark.ledger.ExportQuery;
import io.tidemark.ledger.ExportTable;
import io.tidemark.ledger.SummaryRow;
import io.tidemark.ledger.Versions;
import io.tidemark.serve.export.Exports;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExportCommandTest {
    private static final String BREAKDOWN =
            "7\tlinkedin\tacme\ttrue\ttotal\tall\timpressions\t\\N\t\\N\t2026-03-01 12:00:00+00\t9\t1075\n";

    @TempDir
    private Path home;

    @TempDir
    private Path files;

    private ProgramFixture program;
    private final OneRow exports = new OneRow();

    @BeforeEach
    void prepare() {
        program = new ProgramFixture(home).withBusiness("Acme");
        program.exports = (businessId, work) -> work.accept(exports);
    }

    @Test
    void standardOutputHoldsTheDataAlone() {
        assertThat(program.run("export", "--business", "acme", "--dataset", "breakdowns"))
                .isZero();

        assertThat(program.data.toString(UTF_8).split("\r\n"))
                .containsExactly(
                        "account_id,platform,account,owned,dimension,key,metric,period_from,period_to,observed_at,"
                                + "source_id,value",
                        "7,linkedin,acme,true,total,all,impressions,,,2026-03-01T12:00:00Z,9,1075");
        assertThat(program.out).isEmpty();
        assertThat(program.err).isEmpty();
        assertThat(program.closed).isEqualTo(1);
    }

    @Test
    void filtersReachTheQuery() {
        program.run(
                "export",
                "--business=1",
                "--dataset=summaries",
                "--from=2026-01-01",
                "--to=2026-01-31",
                "--granularity=week",
                "--granularity=day",
                "--json");

        ExportQuery query = exports.queries.getFirst();
        assertThat(query.granularities()).containsExactlyInAnyOrder("day", "week");
        assertThat(query.from()).hasToString("2026-01-01");
        assertThat(program.data.toString(UTF_8))
                .startsWith("{\"business_id\":1,")
                .endsWith("\"complete\":true}\n");
    }

    @Test
    void aFileAppearsWhole() throws IOException {
        Path file = files.resolve("b.csv");
        Files.writeString(file, "old");
        assertThat(program.run("export", "--business=1", "--dataset=breakdowns", "--out", file.toString(), "--json"))
                .isZero();

        assertThat(Files.readString(file)).contains("2026-03-01T12:00:00Z");
        assertThat(program.out.strip()).isEqualTo("{\"file\":\"" + file + "\",\"bytes\":" + Files.size(file) + "}");
        assertThat(left()).containsExactly(file);
    }

    @Test
    void aFailureLeavesWhatWasThere() throws IOException {
        Path file = files.resolve("b.csv");
        Files.writeString(file, "old");
        exports.fails = true;
        assertThat(program.run("export", "--business=1", "--dataset=breakdowns", "--out", file.toString()))
                .isEqualTo(1);

        assertThat(Files.readString(file)).isEqualTo("old");
        assertThat(left()).containsExactly(file);
        assertThat(program.err.lines()).hasSize(1);
    }

    @Test
    void wrongUsageIsToldInOneSentence() {
        assertThat(program.run("export", "--business=1")).isEqualTo(2);
        assertThat(program.err).contains("Say what to export");
        assertThat(program.run("export", "--business=1", "--dataset=posts", "--format=pdf"))
                .isEqualTo(2);
        assertThat(program.err).contains("csv, json, ndjson, xlsx");
        assertThat(program.run("export", "--business=1", "--dataset=posts", "--out", files.toString()))
                .isEqualTo(1);
        assertThat(program.err).contains("is a directory");
        assertThat(program.data.size()).isZero();
    }

    private List<Path> left() throws IOException {
        try (Stream<Path> all = Files.list(files)) {
            return all.toList();
        }
    }

    private static final class OneRow implements Exports.Moment {
        private final List<ExportQuery> queries = new ArrayList<>();
        private boolean fails;

        @Override
        public Versions versions() {
            return new Versions(1, 1);
        }

        @Override
        public List<FrameAccount> accounts() {
            return List.of();
        }

        @Override
        public Frame frame(@Nullable Instant asOf) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void rows(ExportQuery query, Consumer<byte[]> consumer) {
            queries.add(query);
            if (query.table() == ExportTable.BREAKDOWNS) {
                consumer.accept(BREAKDOWN.getBytes(UTF_8));
            }
            if (fails) {
                throw new IllegalStateException("gone");
            }
        }

        @Override
        public void summariesAsOf(Instant asOf, Consumer<SummaryRow> consumer) {}

        @Override
        public void postsAsOf(Instant asOf, Consumer<Exports.PastPost> consumer) {}
    }
}
