package io.tidemark.collect.file.meta;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.collect.file.Import;
import io.tidemark.collect.file.ImportReport;
import io.tidemark.collect.file.format.RowCounts;
import io.tidemark.ledger.Observation;
import io.tidemark.metric.Platform;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MetaAudienceTest {
    private static final String AGES = """
            "Age & gender"
            "","Men","Women"
            "18-24","5.2","7.1"
            "65+","0","1.3"
            """;
    private static final String COUNTRIES =
            "\"Top countries\"\n\"Bulgaria\",\"Bosnia and Herzegovina\"\n\"80.1\",\"3.4\"\n";
    private static final String CITIES = "\"Top cities\"\n\"Sofia, Bulgaria\",\"Varna, Bulgaria\"\n\"40\",\"\"\n";

    @TempDir
    Path folder;

    private Import imports() {
        return new Import(folder).account("acme").lastModified("2025-04-01T10:00:00Z");
    }

    private static byte[] file(String... blocks) {
        return ("\ufeffsep=,\n" + String.join("\n", blocks)).getBytes(StandardCharsets.UTF_16LE);
    }

    @Test
    void sharesAreBreakdownsInPercent() {
        Import imports = imports().platform(Platform.INSTAGRAM);
        ImportReport report = imports.of("Audience.csv", file(COUNTRIES, AGES, CITIES));
        assertThat(report.rows()).isEqualTo(new RowCounts(6, 0, 0, 0, 0, 4, 2, 0));
        assertThat(report.warnings()).isEmpty();
        assertThat(imports.breakdowns("age_gender", "instagram.followers_percent"))
                .extracting(b -> b.key() + " " + b.value())
                .containsExactly("Men 18-24 5.2", "Women 18-24 7.1", "Men 65+ 0.0", "Women 65+ 1.3");
        assertThat(imports.breakdowns("geography", "instagram.followers_percent"))
                .extracting(Observation.OfBreakdown::key)
                .containsExactly("Bulgaria", "Bosnia and Herzegovina");
        assertThat(imports.breakdowns("city", "instagram.followers_percent"))
                .singleElement()
                .satisfies(b -> {
                    assertThat(b.key()).isEqualTo("Sofia, Bulgaria");
                    assertThat(b.from()).isNull();
                    assertThat(b.observedAt()).isEqualTo("2025-04-01T10:00:00Z");
                });
    }

    @Test
    void olderFilesNameThePlatform() {
        Import imports = imports();
        imports.of("Audience.csv", file("\"FB_PAGE FOLLOW UNIQUE_USERS\"\n" + AGES));
        assertThat(imports.breakdowns("age_gender", "facebook.followers_percent"))
                .hasSize(4);
        assertThat(imports().refusal("Audience.csv", file(AGES)).code()).isEqualTo("platform_needed");
    }

    @Test
    void formatsOfContentAreSharesToo() {
        Import imports = imports().platform(Platform.FACEBOOK);
        ImportReport report = imports.of(
                "Top content formats.csv", file("\"Top content formats\"\n\"Reels\",\"Photos\"\n\"70\",\"lots\"\n"));
        assertThat(report.rows().rejected()).isEqualTo(1);
        assertThat(report.rejects().getFirst().column()).isEqualTo("Photos");
        imports.of("Top content formats.csv", file("\"Top content formats\"\n\"Reels\",\"Photos\"\n\"70\",\"30\"\n"));
        assertThat(imports.breakdowns("content_format", "facebook.content_percent"))
                .hasSize(2);
    }
}
