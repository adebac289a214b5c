package io.tidemark.collect.file.meta;

import static io.tidemark.metric.Metric.COMMENTS;
import static io.tidemark.metric.Metric.FOLLOWS;
import static io.tidemark.metric.Metric.IMPRESSIONS;
import static io.tidemark.metric.Metric.LIKES;
import static io.tidemark.metric.Metric.LINK_CLICKS;
import static io.tidemark.metric.Metric.PROFILE_VISITS;
import static io.tidemark.metric.Metric.REACH;
import static io.tidemark.metric.Metric.SAVES;
import static io.tidemark.metric.Metric.SHARES;
import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.collect.file.Import;
import io.tidemark.collect.file.ImportReport;
import io.tidemark.collect.file.format.RowCounts;
import io.tidemark.ledger.Alias;
import io.tidemark.ledger.Observation;
import io.tidemark.metric.ContentType;
import io.tidemark.metric.Platform;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class InstagramContentTest {
    private static final String NAME = "Jan-01-2026_Mar-31-2026_900000000000001.csv";
    private static final String STEM = "\"Post ID\",\"Account ID\",\"Account username\",\"Account name\",Description,"
            + "\"Duration (sec)\",\"Publish time\",Permalink,\"Post type\",\"Data comment\",Date,";
    private static final String OF_2025 = STEM + "Views,Reach,Likes,Shares,Comments,Saves,Follows\n";
    private static final String STORIES = STEM
            + "Views,Reach,Likes,Shares,\"Profile visits\",Replies,\"Link clicks\",\"Sticker taps\",Navigation,Follows\n";

    @TempDir
    Path folder;

    private Import imports() {
        return new Import(folder);
    }

    /// The short code of a post that was created then.
    private static String code(String at) {
        String digits = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
        long number = (Instant.parse(at).toEpochMilli() - 1_314_220_021_721L) << 23 | 4711;
        StringBuilder code = new StringBuilder();
        for (int i = 0; i < 11; i++) {
            code.insert(0, digits.charAt((int) (number & 63)));
            number >>>= 6;
        }
        return code.toString();
    }

    private static String row(String id, String time, String code, String type, String numbers) {
        return id + ",17841400000000001,acme,\"Acme Bakery\",\"Fresh \ud83c\udf5e, daily\",0,\"" + time
                + "\",https://www.instagram.com/p/" + code + "/,\"" + type + "\",,Lifetime," + numbers + "\n";
    }

    @Test
    void postsCarryLifetimeCountersOfTheirAccount() {
        String code = code("2026-02-03T17:58:30Z");
        Import imports = imports();
        ImportReport report = imports.of(
                NAME, OF_2025 + row("18012345678901234", "02/03/2026 10:00", code, "IG image", "70,60,9,1,2,3,"));
        assertThat(report.rows()).isEqualTo(new RowCounts(1, 1, 0, 0, 0, 0, 0, 0));
        assertThat(report.warnings()).isEmpty();
        Observation.OfPost post = imports.posts().getFirst();
        assertThat(post.account().platform()).isEqualTo(Platform.INSTAGRAM);
        assertThat(post.account().handle()).isEqualTo("acme");
        assertThat(post.account().name()).isEqualTo("Acme Bakery");
        assertThat(post.account().aliases())
                .containsExactly(new Alias("instagram:id", "17841400000000001"), new Alias("instagram:handle", "acme"));
        assertThat(post.aliases())
                .containsExactly(
                        new Alias("instagram:post", "18012345678901234"), new Alias("instagram:shortcode", code));
        assertThat(post.version().publishedAt()).isEqualTo("2026-02-03T18:00:00Z");
        assertThat(post.version().text()).isEqualTo("Fresh \ud83c\udf5e, daily");
        assertThat(post.values().present())
                .containsExactlyInAnyOrder(IMPRESSIONS, REACH, LIKES, SHARES, COMMENTS, SAVES);
    }

    @ParameterizedTest
    @CsvSource({
        "IG image,IMAGE",
        "IG reel,REEL",
        "IG carousel,CAROUSEL",
        "Reel do IG,REEL",
        "Carrossel do IG,CAROUSEL",
        "Imagem do IG,IMAGE",
        "IG story,STORY"
    })
    void typesAreTold(String written, ContentType expected) {
        Import imports = imports();
        imports.of(
                NAME, OF_2025 + row("18012345678901234", "02/03/2026 10:00", "DABCDEFGHIJ", written, "70,60,9,1,2,3,"));
        assertThat(imports.posts().getFirst().version().contentType()).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Views,Reach,Likes,Shares,Follows,Comments,Saves\n",
                "Impressions,Reach,Likes,Shares,Follows,Comments,Saves\n"
            })
    void columnsStandInAnyOrderUnderTheNamesOfAnyYear(String columns) {
        Import imports = imports();
        imports.of(
                NAME,
                STEM
                        + columns
                        + row("18012345678901234", "02/03/2026 10:00", "DABCDEFGHIJ", "IG reel", "7,6,5,4,3,2,1"));
        Observation.OfPost post = imports.posts().getFirst();
        assertThat(post.values().orNaN(IMPRESSIONS)).isEqualTo(7);
        assertThat(post.values().orNaN(FOLLOWS)).isEqualTo(3);
        assertThat(post.values().orNaN(SAVES)).isEqualTo(1);
    }

    @Test
    void portuguese() {
        Import imports = imports();
        ImportReport report = imports.of(
                NAME,
                "Identificação do post;Identificação da conta;Nome da conta;Descrição;Duração (s);"
                        + "Horário de publicação;Link permanente;Tipo de post;Visualizações;Alcance;Curtidas;"
                        + "Compartilhamentos;Comentários;Salvamentos;Seguimentos\n"
                        + "18012345678901234;17841400000000001;Acme;Pão;0;02/03/2026 10:00;"
                        + "https://www.instagram.com/reel/DABCDEFGHIJ/;Reel do IG;1.234.567;60;9;1;2;3;4\n");
        assertThat(report.rows().posts()).isEqualTo(1);
        Observation.OfPost post = imports.posts().getFirst();
        assertThat(post.account().name()).isEqualTo("Acme");
        assertThat(post.values().orNaN(IMPRESSIONS)).isEqualTo(1_234_567);
        assertThat(post.values().orNaN(FOLLOWS)).isEqualTo(4);
    }

    @Test
    void storiesHaveNumbersOfTheirOwn() {
        Import imports = imports();
        ImportReport report = imports.of(
                NAME,
                STORIES
                        + row("18012345678901234", "02/03/2026 10:00", "", "", "70,60,9,1,2,3,4,5,6,")
                                .replace("/p//", "/stories/acme/3300000000000000000"));
        assertThat(report.warnings()).isEmpty();
        Observation.OfPost story = imports.posts().getFirst();
        assertThat(story.version().contentType()).isEqualTo(ContentType.STORY);
        assertThat(story.aliases()).containsExactly(new Alias("instagram:post", "18012345678901234"));
        assertThat(story.values().present())
                .containsExactlyInAnyOrder(IMPRESSIONS, REACH, LIKES, SHARES, PROFILE_VISITS, COMMENTS, LINK_CLICKS);
        assertThat(story.values().orNaN(COMMENTS)).isEqualTo(3);
        assertThat(imports.breakdowns("content", "instagram.sticker_taps")).hasSize(1);
        assertThat(imports.breakdowns("content", "instagram.navigation"))
                .singleElement()
                .satisfies(b -> assertThat(b.value()).isEqualTo(6));
    }

    @ParameterizedTest
    @CsvSource({"2025-11-02T08:28:40Z,2025-11-02T08:30:00Z", "2025-11-02T09:28:40Z,2025-11-02T09:30:00Z"})
    void theHourThatAutumnRepeatsIsToldByTheShortCode(String created, Instant expected) {
        Import imports = imports();
        imports.of(
                NAME,
                OF_2025 + row("18012345678901234", "11/02/2025 01:30", code(created), "IG image", "7,6,0,0,0,0,"));
        assertThat(imports.posts().getFirst().version().publishedAt()).isEqualTo(expected);
    }

    @Test
    void withoutATimeTheShortCodeTellsIt() {
        Import imports = imports();
        imports.of(
                NAME, OF_2025 + row("18012345678901234", "", code("2026-02-03T17:58:30Z"), "IG image", "7,6,0,0,0,0,"));
        assertThat(Duration.between(
                        Instant.parse("2026-02-03T17:58:30Z"),
                        imports.posts().getFirst().version().publishedAt()))
                .isZero();
    }

    @Test
    void shortenedIdsLeaveTheShortCode() {
        Import imports = imports();
        ImportReport report = imports.of(
                NAME,
                OF_2025
                        + row("1.80123E+16", "02/03/2026 10:00", "DABCDEFGHIJ", "IG image", "7,6,0,0,0,0,")
                                .replace("17841400000000001", "1.78414E+16")
                        + row("1.80123E+16", "02/04/2026 10:00", "DABCDEFGHIK", "IG image", "7,6,0,0,0,0,"));
        assertThat(report.rows().posts()).isEqualTo(2);
        assertThat(imports.posts().getFirst().aliases())
                .containsExactly(new Alias("instagram:shortcode", "DABCDEFGHIJ"));
        assertThat(imports.posts().getFirst().account().aliases())
                .containsExactly(new Alias("instagram:handle", "acme"));
    }
}
