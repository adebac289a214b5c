package io.tidemark.collect.file.youtube;

import static io.tidemark.metric.Metric.COMMENTS;
import static io.tidemark.metric.Metric.ENGAGED_VIEWS;
import static io.tidemark.metric.Metric.FOLLOWS;
import static io.tidemark.metric.Metric.IMPRESSIONS;
import static io.tidemark.metric.Metric.LIKES;
import static io.tidemark.metric.Metric.SHARES;
import static io.tidemark.metric.Metric.VIDEO_VIEWS;
import static io.tidemark.metric.Metric.WATCH_TIME_SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.collect.file.Import;
import io.tidemark.collect.file.ImportReport;
import io.tidemark.collect.file.Zip;
import io.tidemark.collect.file.format.Period;
import io.tidemark.collect.file.format.RowCounts;
import io.tidemark.collect.file.format.StatedTotal;
import io.tidemark.collect.file.table.Reject;
import io.tidemark.ledger.Alias;
import io.tidemark.ledger.Observation;
import io.tidemark.metric.ContentType;
import java.nio.file.Path;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class YouTubeContentTest {
    private static final String CONTENT =
            "Content,Video title,Video publish time,Duration,Views,Watch time (hours),Subscribers,Impressions,"
                    + "Impressions click-through rate (%)\n";
    private static final String TOTAL = "Total,,,,150,3.5,4,1000,5.1\n";
    private static final String TOTALS = "Date,Views\n2022-12-01,50\n2022-12-02,100\n";

    @TempDir
    Path folder;

    private Import imports() {
        return new Import(folder).account("acme");
    }

    @Test
    void videosOfALifetimeExportCarryCounters() {
        Import imports = imports();
        ImportReport report = imports.of(
                "Content.zip",
                new Zip()
                        .add(
                                "Table data.csv",
                                CONTENT + TOTAL + "abcdefghijk,Hello,\"Dec 1, 2022\",61,120,2.5,3,900,\n")
                        .add("Totals.csv", TOTALS)
                        .bytes());
        assertThat(report.rows()).isEqualTo(new RowCounts(4, 1, 2, 0, 1, 0, 0, 0));
        assertThat(report.warnings()).isEmpty();
        Observation.OfPost video = imports.posts().getFirst();
        assertThat(video.aliases()).containsExactly(new Alias("youtube:video", "abcdefghijk"));
        assertThat(video.observedAt()).isEqualTo("2022-12-03T08:00:00Z");
        assertThat(video.version().publishedAt()).isEqualTo("2022-12-01T08:00:00Z");
        assertThat(video.version().contentType()).isEqualTo(ContentType.VIDEO);
        assertThat(video.version().text()).isEqualTo("Hello");
        assertThat(video.version().url()).isEqualTo("https://www.youtube.com/watch?v=abcdefghijk");
        assertThat(video.values().orNaN(VIDEO_VIEWS)).isEqualTo(120);
        assertThat(video.values().orNaN(WATCH_TIME_SECONDS)).isEqualTo(9_000);
        assertThat(video.values().orNaN(IMPRESSIONS)).isEqualTo(900);
        assertThat(imports.breakdowns("content", "youtube.subscribers"))
                .singleElement()
                .satisfies(b -> {
                    assertThat(b.key()).isEqualTo("abcdefghijk");
                    assertThat(b.value()).isEqualTo(3);
                });
        assertThat(imports.breakdowns("content", "youtube.impressions_click_through_rate_percent"))
                .isEmpty();
    }

    @Test
    void videosOlderThanThePeriodCarryNoCounters() {
        Import imports = imports();
        ImportReport report = imports.of(
                "Content.zip",
                new Zip()
                        .add(
                                "Table data.csv",
                                CONTENT + TOTAL + "abcdefghijk,Hello,\"Nov 30, 2022\",9,120,2.5,3,900,7\n")
                        .add("Totals.csv", TOTALS)
                        .bytes());
        assertThat(report.rows().posts()).isEqualTo(1);
        assertThat(imports.posts().getFirst().values().isEmpty()).isTrue();
        assertThat(imports.breakdowns("content", "video_views")).singleElement().satisfies(b -> {
            assertThat(b.value()).isEqualTo(120);
            assertThat(b.from()).isEqualTo(LocalDate.of(2022, 12, 1));
            assertThat(b.to()).isEqualTo(LocalDate.of(2022, 12, 2));
        });
        assertThat(report.warnings()).singleElement().asString().contains("2022-11-30", "Lifetime");
    }

    @Test
    void periodIsReadFromTheNameOfTheArchiveWhereNoTableHasDays() {
        Import imports = imports();
        ImportReport report = imports.of(
                "Content 2022-12-01_2022-12-31 Acme.zip",
                new Zip()
                        .add("Table data.csv", CONTENT + "abcdefghijk,Hello,\"Dec 18, 2022\",9,120,2.5,3,900,7\n")
                        .bytes());
        assertThat(report.period()).isEqualTo(new Period(LocalDate.of(2022, 12, 1), LocalDate.of(2022, 12, 31)));
        assertThat(report.observedAt()).isEqualTo("2023-01-01T08:00:00Z");
        assertThat(imports.sumOfPosts(VIDEO_VIEWS)).isEqualTo(120);
    }

    @Test
    void videosOfAnUnknownPeriodOrPublishTimeCarryNoCounters() {
        Import unknown = imports().observedAt("2023-01-01T00:00:00Z");
        ImportReport report =
                unknown.of("Table data.csv", CONTENT + "abcdefghijk,Hello,\"Dec 18, 2022\",9,120,2.5,3,900,7\n");
        assertThat(unknown.posts().getFirst().values().isEmpty()).isTrue();
        assertThat(report.warnings()).singleElement().asString().contains("does not say which period");
        Import deleted = imports();
        report = deleted.of("2022-12-01_2022-12-31.csv", CONTENT + "abcdefghijk,,,9,120,2.5,3,900,7\n");
        assertThat(deleted.posts().getFirst().values().isEmpty()).isTrue();
        assertThat(deleted.posts().getFirst().version().publishedAt()).isNull();
        assertThat(report.warnings()).singleElement().asString().contains("no publish time in row 2");
    }

    @Test
    void allColumnsOfTheContentTabAreRead() {
        String header = "Content,Video title,Video publish time,Duration,Engaged views,Average percentage viewed (%),"
                + "Stayed to watch (%),Unique viewers,Average views per viewer,New viewers,Returning viewers,"
                + "Casual viewers,Regular viewers,Hypes,Hype points,Subscribers gained,Subscribers lost,Likes,Dislikes,"
                + "Likes (vs dislikes) (%),Shares,Comments added,Post subscribers,Views,Watch time (hours),Subscribers,"
                + "Average view duration,Impressions,Impressions click-through rate (%),Your estimated revenue (USD)\n";
        String row =
                "abcdefghijk,Hello,\"Dec 18, 2022\",45,100,45.6,70.1,80,1.2,50,30,20,10,0,0,5,2,9,1,90.0,3,4,1,120,"
                        + "2.5,-3,0:01:15,900,5.25,1.23\n";
        Import imports = imports();
        ImportReport report = imports.of("2022-12-01_2022-12-31.csv", header + row);
        assertThat(report.rows().posts()).isEqualTo(1);
        assertThat(imports.posts().getFirst().values().present())
                .containsExactlyInAnyOrder(
                        VIDEO_VIEWS, WATCH_TIME_SECONDS, IMPRESSIONS, ENGAGED_VIEWS, LIKES, SHARES, COMMENTS, FOLLOWS);
        assertThat(imports.breakdowns()).hasSize(18);
        assertThat(imports.breakdowns("content", "youtube.average_view_duration_seconds")
                        .getFirst()
                        .value())
                .isEqualTo(75);
        assertThat(imports.breakdowns("content", "youtube.subscribers")
                        .getFirst()
                        .value())
                .isEqualTo(-3);
        assertThat(imports.breakdowns("content", "youtube.likes_vs_dislikes_percent")
                        .getFirst()
                        .value())
                .isEqualTo(90);
        assertThat(imports.breakdowns("content", "youtube.your_estimated_revenue_usd")
                        .getFirst()
                        .value())
                .isEqualTo(1.23);
        assertThat(imports.posts().getFirst().version().contentType()).isEqualTo(ContentType.VIDEO);
    }

    @Test
    void columnsAreFoundByNameWhateverTheirOrder() {
        Import imports = imports();
        ImportReport report = imports.of("2022-12-01_2022-12-31.csv", """
                Views,Video publish time,Content,Video title
                150,,Total,
                120,"Dec 18, 2022",abcdefghijk,Hello
                ,,Showing top 500 results,
                """);
        assertThat(report.rows()).isEqualTo(new RowCounts(3, 1, 0, 0, 2, 0, 0, 0));
        assertThat(imports.sumOfPosts(VIDEO_VIEWS)).isEqualTo(120);
    }

    @Test
    void idsGuardedAgainstFormulasLoseTheirSpace() {
        Import imports = imports();
        ImportReport report = imports.of(
                "2022-12-01_2022-12-31.csv",
                CONTENT
                        + " -CfzXp8-eCU,A,\"Dec 18, 2022\",9,1,0.1,0,9,1\n-CfzXp8-eCU,A,\"Dec 18, 2022\",9,1,0.1,0,9,1\n");
        assertThat(imports.posts())
                .singleElement()
                .satisfies(
                        post -> assertThat(post.aliases()).containsExactly(new Alias("youtube:video", "-CfzXp8-eCU")));
        assertThat(report.rows().duplicates()).isEqualTo(1);
    }

    @Test
    void footerOfTheTop500CountsAsATotal() {
        ImportReport report = imports()
                .of(
                        "2022-12-01_2022-12-31.csv",
                        CONTENT + TOTAL
                                + "abcdefghijk,A,\"Dec 18, 2022\",9,1,0.1,0,9,1\nShowing top 500 results,,,,,,,,\n");
        assertThat(report.rows()).isEqualTo(new RowCounts(3, 1, 0, 0, 2, 0, 0, 0));
        assertThat(report.warnings()).singleElement().asString().contains("Showing top 500 results");
        assertThat(report.totals()).extracting(StatedTotal::metric).contains("youtube.subscribers");
    }

    @Test
    void portugueseAndSpanishNamesAreUnderstood() {
        Import portuguese = imports();
        portuguese.of(
                "2022-12-01_2022-12-31.csv",
                "Conteúdo,Título do vídeo,Horário de publicação do vídeo,Duração,Visualizações,Tempo de exibição (horas),"
                        + "Inscritos,Impressões,Taxa de cliques de impressões (%)\nTotal,,,,5,1,0,9,1\n"
                        + "abcdefghijk,Olá,\"Dec 18, 2022\",9,5,\"1,5\",0,9,1\n");
        assertThat(portuguese.sumOfPosts(VIDEO_VIEWS)).isEqualTo(5);
        assertThat(portuguese.sumOfPosts(WATCH_TIME_SECONDS)).isEqualTo(5_400);
        assertThat(portuguese.breakdowns("content", "youtube.impressions_click_through_rate_percent"))
                .hasSize(1);
        Import spanish = imports();
        spanish.of(
                "2022-12-01_2022-12-31.csv",
                "Contenido,Título del video,Hora de publicación del video,Vistas,Tiempo de visualización (horas),"
                        + "Impresiones,Suscriptores\nabcdefghijk,Hola,\"Dec 18, 2022\",5,1.5,9,0\n");
        assertThat(spanish.sumOfPosts(VIDEO_VIEWS)).isEqualTo(5);
        assertThat(spanish.breakdowns("content", "youtube.subscribers")).hasSize(1);
    }

    @Test
    void chartByContentGivesDaysOfVideosFromTheirPublicationOn() {
        Import imports = imports();
        ImportReport report = imports.of("Chart data.csv", """
                Date,Content,Video title,Video publish time,Duration,Views
                2022-12-17,abcdefghijk,Hello,"Dec 18, 2022",9,0
                2022-12-18,abcdefghijk,Hello,"Dec 18, 2022",9,7
                2022-12-19,abcdefghijk,Hello,"Dec 18, 2022",9,0
                2022-12-19,abcdefghijk,Hello,"Dec 18, 2022",9,3
                """);
        assertThat(report.rows()).isEqualTo(new RowCounts(4, 0, 3, 1, 0, 0, 0, 0));
        assertThat(imports.days())
                .hasSize(2)
                .allSatisfy(day -> assertThat(day.post()).isEqualTo(new Alias("youtube:video", "abcdefghijk")));
        assertThat(imports.days().getFirst().values().orNaN(VIDEO_VIEWS)).isEqualTo(7);
        assertThat(imports.posts())
                .singleElement()
                .satisfies(post -> assertThat(post.values().isEmpty()).isTrue());
    }

    @Test
    void unreadableRowsAreRejectedWithTheirPlace() {
        ImportReport report = imports()
                .of(
                        "2022-12-01_2022-12-31.csv",
                        CONTENT
                                + "abcdefghijk,A,18/12/2022,9,1,0.1,0,9,1\n"
                                + "short,A,\"Dec 18, 2022\",9,1,0.1,0,9,1\n"
                                + "abcdefghijl,A,\"Dec 18, 2022\",9,1.5,0.1,0,9,1\n"
                                + "abcdefghijm,\"A\nB\",\"Dec 18, 2022\",9,6.49E+17,0.1,0,9,1\n"
                                + "abcdefghijn,A, B,\"Dec 18, 2022\",9,1,0.1,0,9,1\n"
                                + "abcdefghijo,A\n");
        assertThat(report.rejects())
                .extracting(Reject::row, Reject::column, Reject::text)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(2L, "Video publish time", "18/12/2022"),
                        org.assertj.core.groups.Tuple.tuple(3L, "Content", "short"),
                        org.assertj.core.groups.Tuple.tuple(4L, "Views", "1.5"),
                        org.assertj.core.groups.Tuple.tuple(5L, "Views", "6.49E+17"),
                        org.assertj.core.groups.Tuple.tuple(
                                6L, null, "abcdefghijn | A |  B | Dec 18, 2022 | 9 | 1 | 0.1 | 0 | 9 | 1"));
        assertThat(report.rows()).isEqualTo(new RowCounts(6, 1, 0, 0, 0, 0, 0, 5));
    }
}
