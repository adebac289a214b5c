package io.tidemark.collect.file.tiktok;

import static io.tidemark.metric.Metric.FOLLOWERS;
import static io.tidemark.metric.Metric.FOLLOWS;
import static io.tidemark.metric.Metric.REACH;
import static io.tidemark.metric.Metric.SAVES;
import static io.tidemark.metric.Metric.VIDEO_VIEWS;
import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.collect.file.Import;
import io.tidemark.collect.file.ImportReport;
import io.tidemark.collect.file.format.Period;
import io.tidemark.collect.file.format.RowCounts;
import io.tidemark.ledger.Observation;
import java.nio.file.Path;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The downloads of TikTok's Business Suite: days with a year, quotes only where they are needed.
class TikTokBusinessTest {
    static final String DAYS =
            "\ufeffDate,Video views,Reached audience,Profile views,Likes,Shares,Comments,Phone number clicks ,Leads submission,"
                    + "Net growth,New followers,Lost followers\n";
    private static final String VIDEOS =
            "\ufeffVideo title,Video link,Post time,Video views,Likes,Comments,Shares,Add to Favorites\n";

    @TempDir
    Path folder;

    private Import imports() {
        return new Import(folder).account("acme");
    }

    @Test
    void daysAreRead() {
        Import imports = imports();
        ImportReport report = imports.of(
                "days.csv",
                DAYS + "2025/10/30,500,420,8,30,2,4,0,NAN,5,7,2\n2025/10/31,NAN,NAN,8,30,2,4,1,NAN,-1,1,2\n");
        assertThat(report.rows()).isEqualTo(new RowCounts(2, 0, 2, 0, 0, 0, 0, 0));
        assertThat(report.warnings()).isEmpty();
        assertThat(report.period()).isEqualTo(new Period(LocalDate.of(2025, 10, 30), LocalDate.of(2025, 10, 31)));
        assertThat(report.observedAt()).isEqualTo("2025-11-01T00:00:00Z");
        Observation.OfDay day = imports.days().getFirst();
        assertThat(day.values().orNaN(REACH)).isEqualTo(420);
        assertThat(day.values().orNaN(FOLLOWS)).isEqualTo(7);
        assertThat(imports.days().getLast().values().find(VIDEO_VIEWS)).isEmpty();
        assertThat(imports.breakdowns("total", "tiktok.phone_number_clicks"))
                .extracting(Observation.OfBreakdown::value)
                .containsExactly(0.0, 1.0);
        assertThat(imports.breakdowns("total", "tiktok.leads_submission")).isEmpty();
        assertThat(imports.breakdowns("total", "tiktok.net_growth"))
                .extracting(Observation.OfBreakdown::value)
                .containsExactly(5.0, -1.0);
    }

    @Test
    void videosAreRead() {
        Import imports = new Import(folder).lastModified("2025-11-05T12:00:00Z");
        ImportReport report = imports.of(
                "videos.csv",
                VIDEOS + "\"Beans, roasted\",https://www.tiktok.com/@acme/video/" + TikTokStudioTest.ID
                        + ",2025/04/08 18:19:10,900,30,4,2,11\n");
        assertThat(report.rows()).isEqualTo(new RowCounts(1, 1, 0, 0, 0, 0, 0, 0));
        assertThat(report.warnings()).isEmpty();
        assertThat(report.observedAt()).isEqualTo("2025-11-05T12:00:00Z");
        Observation.OfPost post = imports.posts().getFirst();
        assertThat(post.version().publishedAt()).isEqualTo("2025-04-08T18:19:10Z");
        assertThat(post.values().orNaN(SAVES)).isEqualTo(11);
        assertThat(post.values().orNaN(VIDEO_VIEWS)).isEqualTo(900);
    }

    @Test
    void aPostTimeThatContradictsTheIdIsNamed() {
        Import imports = new Import(folder).lastModified("2025-11-05T12:00:00Z");
        ImportReport report = imports.of(
                "videos.csv",
                VIDEOS + "Beans,https://www.tiktok.com/@acme/video/" + TikTokStudioTest.ID
                        + ",2025/10/31 18:19:10,900,30,4,2,11\n");
        assertThat(report.rows().posts()).isEqualTo(1);
        assertThat(report.warnings()).singleElement().asString().contains("2025/10/31", "the id was taken");
    }

    @Test
    void aPostTimeThatIsNoneIsRejected() {
        ImportReport report = imports()
                .lastModified("2025-11-05T12:00:00Z")
                .of(
                        "videos.csv",
                        VIDEOS + "Beans,https://www.tiktok.com/@acme/video/" + TikTokStudioTest.ID
                                + ",2025/02/30 18:19:10,900,30,4,2,11\n");
        assertThat(report.rejects())
                .singleElement()
                .satisfies(reject -> assertThat(reject.column()).isEqualTo("Post time"));
    }

    @Test
    void theAudienceIsRead() {
        Import imports = imports();
        ImportReport report = imports.of("audience.csv", """
                \ufeffDate,New followers,Total followers,Reached audience,Engaged audience
                2025/10/30,7,1000,420,33
                2025/10/31,--,NAN,--,NAN
                """);
        assertThat(report.rows()).isEqualTo(new RowCounts(2, 0, 2, 0, 0, 0, 0, 0));
        assertThat(imports.levels()).singleElement().satisfies(level -> {
            assertThat(level.values().orNaN(FOLLOWERS)).isEqualTo(1000);
            assertThat(level.observedAt()).isEqualTo("2025-10-30T23:59:59Z");
        });
        assertThat(imports.days())
                .singleElement()
                .satisfies(day -> assertThat(day.values().orNaN(REACH)).isEqualTo(420));
        assertThat(imports.breakdowns("total", "tiktok.engaged_audience")).hasSize(1);
    }
}
