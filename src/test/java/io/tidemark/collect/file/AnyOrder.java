package io.tidemark.collect.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tidemark.collect.file.mapping.Mapping;
import io.tidemark.collect.file.table.Limits;
import io.tidemark.ledger.Business;
import io.tidemark.ledger.Ledger;
import io.tidemark.testing.CanonicalDump;
import io.tidemark.testing.LedgerFixture;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Imports the same exports in many orders, each into a business of its own, some of them cut off and begun again, and
/// expects the same to come of it.
public final class AnyOrder {
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-01T12:00:00Z"), ZoneOffset.UTC);

    private static final int MOST_BEFORE_THE_CUT = 6;

    private final Path folder;
    private final @Nullable String account;
    private final List<ExportFile> files = new ArrayList<>();

    /// @param mapping how a table of no known export is to be read
    private record ExportFile(
            Path path,
            String name,
            Instant lastModified,
            @Nullable Mapping mapping) {}

    /// Exports that name their accounts.
    public AnyOrder(Path folder) {
        this(folder, null);
    }

    /// @param account named to exports that name none; others must be of it
    public AnyOrder(Path folder, @Nullable String account) {
        this.folder = folder;
        this.account = account;
    }

    public AnyOrder add(String name, String lastModified, String content) {
        return add(name, lastModified, content.getBytes(StandardCharsets.UTF_8));
    }

    /// A table of no known export.
    AnyOrder add(String name, String lastModified, String content, Mapping mapping) {
        return add(name, lastModified, content.getBytes(StandardCharsets.UTF_8), mapping);
    }

    public AnyOrder add(String name, String lastModified, byte[] content) {
        return add(name, lastModified, content, null);
    }

    private AnyOrder add(String name, String lastModified, byte[] content, @Nullable Mapping mapping) {
        try {
            Path file = folder.resolve("export-" + files.size());
            Files.write(file, content);
            files.add(new ExportFile(file, name, Instant.parse(lastModified), mapping));
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// @param every one of so many orders is tried; 1 for all of them
    /// @return what all of them end in
    public CanonicalDump check(int every) {
        List<List<ExportFile>> orders = orders(files);
        try (LedgerFixture fixture = LedgerFixture.create(CLOCK)) {
            CanonicalDump expected = imported(fixture, "straight", orders.getFirst());
            assertThat(expected.facts()).isNotEmpty();
            for (int i = every; i < orders.size(); i += every) {
                assertThat(imported(fixture, "order " + i, orders.get(i)))
                        .as("order %s", orders.get(i))
                        .isEqualTo(expected);
            }
            return expected;
        }
    }

    private CanonicalDump imported(LedgerFixture fixture, String business, List<ExportFile> order) {
        Business into = fixture.directory().createBusiness(business, LedgerFixture.BERLIN, DayOfWeek.MONDAY, false);
        FileImporter importer = new FileImporter(fixture.ledger(), CLOCK);
        Random random = new Random(business.hashCode());
        for (ExportFile file : order) {
            if (random.nextInt(3) == 0) {
                cutOff(fixture.ledger(), request(fixture, into, file), random.nextInt(MOST_BEFORE_THE_CUT));
            }
            importer.run(request(fixture, into, file), _ -> {});
        }
        return CanonicalDump.of(fixture.address(), into.id());
    }

    private ImportRequest request(LedgerFixture fixture, Business into, ExportFile file) {
        return new ImportRequest(
                fixture.ledger().newId(),
                into.id(),
                file.path(),
                file.name(),
                new Answers(account, null, null, LedgerFixture.BERLIN, null, file.mapping()),
                file.lastModified(),
                false,
                true,
                Set.of(into.id()));
    }

    /// An import that ends somewhere in its rows, or when all are read and nothing counts yet.
    private static void cutOff(Ledger ledger, ImportRequest request, int observations) {
        FileImporter importer =
                new FileImporter(new UnpluggedTarget(ImportTarget.of(ledger), observations), Limits.STANDARD, CLOCK);
        assertThatThrownBy(() -> importer.run(request, _ -> {})).hasMessage(UnpluggedTarget.MESSAGE);
    }

    private static List<List<ExportFile>> orders(List<ExportFile> files) {
        if (files.isEmpty()) {
            return List.of(List.of());
        }
        List<List<ExportFile>> orders = new ArrayList<>();
        for (ExportFile first : files) {
            List<ExportFile> rest = new ArrayList<>(files);
            rest.remove(first);
            for (List<ExportFile> order : orders(rest)) {
                List<ExportFile> whole = new ArrayList<>(List.of(first));
                whole.addAll(order);
                orders.add(whole);
            }
        }
        return orders;
    }
}
