package io.tidemark.collect.file;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.testing.CanonicalDump;
import io.tidemark.testing.LedgerFixture;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The real files through the real ledger: any order, more than once, taken back.
class ImportOrderTest {
    private static final List<String> FILES = List.of(
            "linkedin-page/example-page_content_1742193384396.xls",
            "youtube-studio/Totals.csv",
            "youtube-studio/Table data.csv",
            "youtube-studio/Chart data.csv");

    @ParameterizedTest
    @ValueSource(longs = {1, 2})
    void anyOrderAndTwiceGivesTheSameContent(long seed) {
        List<String> shuffled = new ArrayList<>(FILES);
        Collections.shuffle(shuffled, new Random(seed));
        try (LedgerFixture straight = LedgerFixture.create();
                LedgerFixture other = LedgerFixture.create()) {
            FILES.forEach(file -> run(straight, file));
            CanonicalDump expected = straight.dump();

            shuffled.forEach(file -> run(other, file));
            assertThat(other.dump()).as("order " + shuffled).isEqualTo(expected);

            long version = other.ledger().versions(other.business().id()).data();
            shuffled.forEach(file -> assertThat(run(other, file).status()).isEqualTo(ImportReport.Status.UNCHANGED));
            assertThat(other.dump()).isEqualTo(expected);
            assertThat(other.ledger().versions(other.business().id()).data()).isEqualTo(version);
        }
    }

    @Test
    void rebuildAndUndoAfterRealFiles() {
        try (LedgerFixture fixture = LedgerFixture.create()) {
            run(fixture, FILES.get(1));
            CanonicalDump first = fixture.dump();
            ImportReport second = run(fixture, FILES.get(0));
            CanonicalDump both = fixture.dump();

            fixture.ledger().rebuild(fixture.business().id());
            assertThat(fixture.dump()).isEqualTo(both).isNotEqualTo(first);

            fixture.ledger().undo(fixture.business().id(), second.importId());
            assertThat(fixture.dump()).isEqualTo(first);
        }
    }

    private static ImportReport run(LedgerFixture fixture, String file) {
        String name = Path.of(file).getFileName().toString();
        ImportRequest request = new ImportRequest(
                fixture.ledger().newId(),
                fixture.business().id(),
                path(file),
                name,
                new Answers(file.startsWith("youtube") ? "codingtrain" : null, null, null, null, null, null),
                Instant.parse("2022-01-05T10:00:00Z"),
                false,
                true,
                Set.of(fixture.business().id()));
        return new FileImporter(fixture.ledger(), Clock.systemUTC()).run(request, progress -> {});
    }

    private static Path path(String file) {
        URL found = Objects.requireNonNull(ImportOrderTest.class.getResource("/exports/" + file), file);
        try {
            return Path.of(found.toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }
}
