package io.tidemark.collect.file.meta;

import static io.tidemark.metric.Metric.REACTIONS;
import static io.tidemark.metric.Metric.VIDEO_VIEWS_3S;
import static io.tidemark.metric.Metric.WATCH_TIME_SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.collect.file.Import;
import io.tidemark.collect.file.ImportReport;
import io.tidemark.collect.file.format.RowCounts;
import io.tidemark.ledger.Alias;
import io.tidemark.ledger.Observation;
import io.tidemark.metric.ContentType;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FacebookVideosTest {
    /// As wide as real ones, which have a column for every step of retention and every country.
    private static final int RETENTION = 40;

    private static final String HEADER = "\"Video asset ID\",\"Universal video ID\",\"Page ID\",\"Page name\",Title,"
            + "\"Duration (sec)\",\"Publish time\",\"Custom labels\",\"Data comment\",Date,Reach,"
            + "\"3-second video views\",\"1-minute video views\",\"Seconds viewed\",\"Average Seconds viewed\","
            + "\"Reactions, comments and shares\",Reactions,Comments,Shares,"
            + IntStream.range(0, RETENTION)
                    .mapToObj(i -> "\"Audience retention at " + i + "\"")
                    .collect(Collectors.joining(","))
            + ",\"3-second video views by country (Bulgaria (BG))\","
            + "\"3-second video views by country (Bosnia and Herzegovina (BA))\"\n";

    @TempDir
    Path folder;

    private static String row(String asset, String universal) {
        return asset + "," + universal
                + ",100200300400,\"Acme Page\",\"A film\",61.5,\"01/20/2026 08:00\",,,Lifetime,90,"
                + "70,20,1234.5,17.6,12,9,2,1," + "0.5,".repeat(RETENTION) + "60,\n";
    }

    @Test
    void videosCarryCountersRetentionAndCountries() {
        Import imports = new Import(folder);
        ImportReport report =
                imports.of("Jan-01-2026_Jan-31-2026_1.csv", HEADER + row("7001001001001", "8001001001001"));
        assertThat(report.rows()).isEqualTo(new RowCounts(1, 1, 0, 0, 0, 0, 0, 0));
        assertThat(report.warnings()).isEmpty();
        Observation.OfPost video = imports.posts().getFirst();
        assertThat(video.aliases())
                .containsExactly(
                        new Alias("facebook:video_asset", "7001001001001"),
                        new Alias("facebook:video", "100200300400_8001001001001"),
                        new Alias("facebook:video", "100200300400_7001001001001"));
        assertThat(video.version().contentType()).isEqualTo(ContentType.VIDEO);
        assertThat(video.version().publishedAt()).isEqualTo("2026-01-20T16:00:00Z");
        assertThat(video.values().orNaN(VIDEO_VIEWS_3S)).isEqualTo(70);
        assertThat(video.values().orNaN(WATCH_TIME_SECONDS)).isEqualTo(1234.5);
        assertThat(video.values().orNaN(REACTIONS)).isEqualTo(9);
        assertThat(imports.breakdowns("content_geography", "video_views_3s"))
                .singleElement()
                .satisfies(b -> {
                    assertThat(b.key()).isEqualTo("7001001001001 BG");
                    assertThat(b.value()).isEqualTo(60);
                });
        assertThat(imports.breakdowns("content", "facebook.audience_retention_at_39"))
                .hasSize(1);
    }

    @Test
    void aVideoThatAPageShowsTwiceStaysTwoPosts() {
        Import imports = new Import(folder);
        imports.of(
                "Jan-01-2026_Jan-31-2026_1.csv",
                HEADER + row("7001001001001", "8001001001001") + row("7001001001002", "8001001001001"));
        assertThat(imports.posts().getLast().aliases())
                .containsExactly(
                        new Alias("facebook:video_asset", "7001001001002"),
                        new Alias("facebook:video", "100200300400_7001001001002"));
    }
}
