package io.tidemark.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.tidemark.testing.LedgerFixture;
import java.time.DayOfWeek;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class ImportMappingsTest {
    private static LedgerFixture fixture;
    private static ImportMappings mappings;

    @BeforeAll
    static void open() {
        fixture = LedgerFixture.create();
        mappings = fixture.ledger().mappings();
    }

    @AfterAll
    static void close() {
        fixture.close();
    }

    @Test
    void aNameIsOneWhateverItsCaseAndEachBusinessHasItsOwn() {
        long business = fixture.business().id();
        long other = fixture.directory()
                .createBusiness("Other", LedgerFixture.BERLIN, DayOfWeek.MONDAY, false)
                .id();
        ImportMappings.Kept first =
                mappings.save(business, "Tool", "{\"a\": 1}").orElseThrow();
        mappings.save(business, "Again", "{}");
        ImportMappings.Kept second =
                mappings.save(business, "TOOL", "{\"a\": 2}").orElseThrow();

        assertThat(second.mappingId()).isEqualTo(first.mappingId());
        assertThat(second.savedAt()).isEqualTo(LedgerFixture.NOW);
        assertThat(mappings.all(business))
                .extracting(ImportMappings.Kept::name, ImportMappings.Kept::definition)
                .containsExactly(tuple("Again", "{}"), tuple("TOOL", "{\"a\": 2}"));
        assertThat(mappings.all(other)).isEmpty();
        assertThat(mappings.remove(other, first.mappingId())).isFalse();
        assertThat(mappings.remove(business, first.mappingId())).isTrue();
        assertThat(mappings.remove(business, first.mappingId())).isFalse();
    }

    @Test
    void aBusinessKeepsSoManyAndNoMore() {
        long full = fixture.directory()
                .createBusiness("Full", LedgerFixture.BERLIN, DayOfWeek.MONDAY, false)
                .id();
        for (int i = 0; i < ImportMappings.MOST; i++) {
            mappings.save(full, "T" + i, "{}");
        }

        assertThat(mappings.save(full, "one more", "{}")).isEmpty();
        assertThat(mappings.save(full, "T1", "{\"b\": 1}")).isPresent();
        List<ImportMappings.Kept> all = mappings.all(full);
        assertThat(all).hasSize(ImportMappings.MOST);
    }
}
