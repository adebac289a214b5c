package io.tidemark.collect.file.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.collect.file.Import;
import io.tidemark.collect.file.ImportReport;
import io.tidemark.collect.file.table.ImportRefused;
import java.nio.file.Path;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/// An unknown table is never read by guess: a draft comes back, and what was confirmed once is used from then on.
class ConfirmedMappingTest {
    private static final String TABLE = "Post ID,Likes,Mood\n1,5,fine\n";
    private static final Mapping MAPPING = MappingJson.read("""
            {"name": "Tool", "rows": "posts", "platform": "x", "account": "acme", "columns": [
             {"name": "Post ID", "role": "post_id"}, {"name": "Likes", "role": "metric", "metric": "likes"}]}
            """);

    private Import imports;

    @BeforeEach
    void open(@TempDir Path folder) {
        imports = new Import(folder).lastModified("2026-03-10T09:00:00Z");
    }

    @Test
    void anUnknownTableComesBackWithADraft() {
        ImportRefused refused = imports.refusal("tool.csv", TABLE);

        assertThat(refused.code()).isEqualTo("unknown_format");
        assertThat(suggestion(refused).get("mapping").get("columns").size()).isEqualTo(3);
        assertThat(suggestion(refused).get("open").toString()).isEqualTo("[\"platform\",\"account\"]");
        assertThat(suggestion(refused).get("header_row").asInt()).isEqualTo(1);
        assertThat(imports.posts()).isEmpty();
    }

    @Test
    void whatWasConfirmedIsUsedForTheSameColumns() {
        assertThat(imports.mapping(MAPPING).of("tool.csv", TABLE).warnings()).hasSize(1);
        imports.mapping(null);

        ImportReport report = imports.of("next.csv", "Mood,post id,likes\nfine,2,7\n");

        assertThat(report.rows().posts()).isEqualTo(1);
        assertThat(report.warnings())
                .containsExactly("Read with the mapping \"Tool\", which was confirmed for a file with these columns.");
    }

    @Test
    void otherColumnsAreASuggestionOnly() {
        imports.mapping(MAPPING).of("tool.csv", TABLE);
        imports.mapping(null);

        ImportRefused refused = imports.refusal("next.csv", "Post ID,Likes,Mood,Score\n1,5,fine,3\n");

        assertThat(suggestion(refused).at("/mapping/name").asString()).isEqualTo("Tool");
        assertThat(suggestion(refused).at("/mapping/columns/3/role").asString()).isEqualTo("ignored");
        assertThat(suggestion(refused).get("open").isEmpty()).isTrue();
    }

    @Test
    void aTrialAndAFailureConfirmNothing() {
        imports.mapping(MAPPING).dryRun().of("tool.csv", TABLE);
        assertThat(imports.mappings().all(1)).isEmpty();
    }

    @Test
    void aFailureConfirmsNothing() {
        imports.mapping(MAPPING).strict().refusal("tool.csv", "Post ID,Likes\n1,many\n");
        assertThat(imports.mappings().all(1)).isEmpty();
    }

    @Test
    void severalForTheSameColumnsAreAsked() {
        imports.mapping(MAPPING).of("tool.csv", TABLE);
        imports.mappings()
                .save(
                        1,
                        new Mapping(
                                "Other",
                                RowKind.POSTS,
                                MAPPING.platform(),
                                "beta",
                                null,
                                null,
                                imports.mappings().all(1).getFirst().mapping().columns(),
                                null,
                                null,
                                null,
                                MAPPING.missing(),
                                MAPPING.contentTypes(),
                                null));
        imports.mapping(null);

        ImportRefused refused = imports.refusal("next.csv", "Post ID,Likes,Mood\n2,5,fine\n");

        assertThat(refused.code()).isEqualTo("mapping_needed");
        assertThat(refused.choices()).extracting(choice -> choice.title()).containsExactly("Other", "Tool");
    }

    @Test
    void anAccountToldWithTheFileWins() {
        imports.mapping(MAPPING).of("tool.csv", TABLE);

        ImportReport report = imports.mapping(null).account("beta").of("next.csv", "Post ID,Likes,Mood\n2,5,fine\n");

        assertThat(report.accounts().getFirst().handle()).isEqualTo("beta");
        assertThat(imports.mappings().all(1).getFirst().mapping().account()).isEqualTo("acme");
    }

    @Test
    void aFullBookIsSaidBeforeAnythingIsStored() {
        for (int i = 0; i < 200; i++) {
            imports.mappings()
                    .save(1, MappingJson.read(MappingJson.write(MAPPING).replace("\"Tool\"", "\"T" + i + "\"")));
        }

        assertThat(imports.mapping(MAPPING).refusal("tool.csv", TABLE).code()).isEqualTo("too_many_mappings");
        assertThat(imports.posts()).isEmpty();
    }

    private static JsonNode suggestion(ImportRefused refused) {
        return Objects.requireNonNull(refused.suggestion());
    }
}
