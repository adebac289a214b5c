package io.tidemark.app;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.derive.RandomHistory;
import io.tidemark.derive.RandomHistory.Step;
import io.tidemark.ledger.Business;
import io.tidemark.serve.export.Exporter;
import io.tidemark.testing.LedgerFixture;
import io.tidemark.testing.MutableClock;
import java.io.ByteArrayOutputStream;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// What an export of summaries gave then, it gives as of then, to the last byte, whatever has come since.
class PastSummariesTest {
    private static final int STEPS = 8;

    private final MutableClock clock = new MutableClock(RandomHistory.at(0));

    @Test
    void summariesAsOfAnInstantAreTheBytesExportedThen() {
        run(1, 3);
    }

    @Test
    @Tag("thorough")
    void summariesOfManyHistoriesAreTheBytesExportedThen() {
        run(4, 50);
    }

    private void run(long firstSeed, int count) {
        try (LedgerFixture fixture = LedgerFixture.create(clock)) {
            Exporter exporter =
                    new Exporter(new LedgerExports(fixture.ledger(), new LedgerFrames(fixture.ledger())), clock);
            for (long seed = firstSeed; seed < firstSeed + count; seed++) {
                Business business =
                        fixture.directory().createBusiness("b" + seed, LedgerFixture.BERLIN, DayOfWeek.MONDAY, false);
                Map<Instant, List<String>> given = new LinkedHashMap<>();
                live(seed, fixture, business, () -> given.put(clock.instant(), exports(exporter, business, Map.of())));
                assertThat(given.values().stream()
                                .mapToInt(files -> files.getFirst().length())
                                .max()
                                .orElseThrow())
                        .isGreaterThan(5_000);
                for (Map.Entry<Instant, List<String>> then : given.entrySet()) {
                    assertThat(exports(
                                    exporter,
                                    business,
                                    Map.of("as_of", then.getKey().toString())))
                            .as("seed %d as of %s", seed, then.getKey())
                            .isEqualTo(then.getValue());
                }
            }
        }
    }

    private void live(long seed, LedgerFixture fixture, Business business, Runnable afterStep) {
        List<Step> steps = new RandomHistory(seed).steps(STEPS);
        Map<Step, Long> sources = new HashMap<>();
        for (Step step : steps) {
            if (step instanceof Step.Append append) {
                sources.put(append, append.to(fixture.ledger(), business.id()));
            } else if (step instanceof Step.Undo undo) {
                Long source = sources.remove(steps.get(undo.step()));
                if (source != null) {
                    fixture.ledger().undo(business.id(), source);
                }
            }
            afterStep.run();
            clock.advance(Duration.ofHours(18));
        }
    }

    private static List<String> exports(Exporter exporter, Business business, Map<String, String> more) {
        List<String> files = new ArrayList<>();
        for (Map<String, String> narrowed : List.of(
                Map.<String, String>of(),
                Map.of("basis", "activity", "granularity", "week"),
                Map.of("content_type", "image", "platform", "instagram"),
                Map.of("from", "2026-03-21", "to", "2026-03-23"))) {
            Map<String, String[]> parameters = new HashMap<>();
            parameters.put("dataset", new String[] {"summaries"});
            narrowed.forEach((name, value) -> parameters.put(name, new String[] {value}));
            more.forEach((name, value) -> parameters.put(name, new String[] {value}));
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            exporter.write(business, parameters, bytes);
            files.add(bytes.toString(UTF_8));
        }
        return files;
    }
}
