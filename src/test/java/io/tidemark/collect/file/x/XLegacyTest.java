package io.tidemark.collect.file.x;

import static io.tidemark.metric.Metric.FOLLOWS;
import static io.tidemark.metric.Metric.IMPRESSIONS;
import static io.tidemark.metric.Metric.IMPRESSIONS_PAID;
import static io.tidemark.metric.Metric.LIKES;
import static io.tidemark.metric.Metric.NATIVE_ENGAGEMENTS;
import static io.tidemark.metric.Metric.PROFILE_VISITS;
import static io.tidemark.metric.Metric.REPOSTS;
import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.collect.file.Import;
import io.tidemark.collect.file.ImportReport;
import io.tidemark.collect.file.Workbook;
import io.tidemark.collect.file.format.Period;
import io.tidemark.collect.file.format.RowCounts;
import io.tidemark.ledger.Observation;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Exports of the former Twitter Analytics, by tweet and by day.
class XLegacyTest {
    private static final String COUNTS =
            "impressions,engagements,engagement rate,retweets,replies,likes,user profile clicks,url clicks,hashtag clicks,"
                    + "detail expands,permalink clicks,app opens,app installs,follows,email tweet,dial phone,media views,"
                    + "media engagements";
    private static final String PROMOTED = "promoted " + COUNTS.replace(",", ",promoted ");
    private static final String TWEETS = "Tweet id,Tweet permalink,Tweet text,time," + COUNTS + "," + PROMOTED + "\n";
    private static final String NUMBERS = "1203.0,39.0,0.0324,4.0,1.0,13.0,5.0,16.0,0.0,1.0,0.0,0,0,2,0,0,7,3";
    private static final String NONE = ",-".repeat(18);

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource({"singletweet,1,260,4", "threetweets,3,3480,96", "twotweets,2,466,10", "twotweets_updated,5,1323,23"})
    void realExportsAddUp(String file, int posts, double impressions, double engagements) {
        Import imports = new Import(folder);
        ImportReport report = imports.of(Import.resource("x-legacy/" + file + ".csv"));
        assertThat(report.rows()).isEqualTo(new RowCounts(posts, posts, 0, 0, 0, 0, 0, 0));
        assertThat(report.warnings()).isEmpty();
        assertThat(imports.sumOfPosts(IMPRESSIONS)).isEqualTo(impressions);
        assertThat(imports.sumOfPosts(NATIVE_ENGAGEMENTS)).isEqualTo(engagements);
        assertThat(imports.posts()).allSatisfy(post -> {
            assertThat(post.account().handle()).isEqualTo("example");
            assertThat(post.version().text()).startsWith("Post text").contains("and \"quotes\"");
            assertThat(post.values().find(IMPRESSIONS_PAID)).isEmpty();
        });
    }

    @Test
    void idsGiveTheSecondsThatTheFileCutsOff() {
        Import imports = new Import(folder);
        imports.of(Import.resource("x-legacy/threetweets.csv"));
        assertThat(imports.posts())
                .extracting(post -> String.valueOf(post.version().publishedAt()).substring(0, 16))
                .containsExactly("2020-02-04T19:19", "2020-01-17T13:27", "2020-01-16T21:28");
    }

    @Test
    void favouritesOf2015AreLikesAndPromotedPartsStayApart() {
        Import imports = new Import(folder);
        ImportReport report = imports.of(
                "tweet_activity_metrics_acme_20150801_20150901_en.csv",
                TWEETS.replace("likes", "favorites")
                        + "627544698516406272,https://twitter.com/acme/status/627544698516406272,Hello,2015-08-01 18:21 +0000,"
                        + NUMBERS + ",900,12,0.0133,1,0,8,2,1,0,0,0,0,0,1,0,0,0,0\n");
        assertThat(report.rejects()).isEmpty();
        assertThat(report.warnings()).isEmpty();
        assertThat(report.period()).isEqualTo(new Period(LocalDate.of(2015, 8, 1), LocalDate.of(2015, 9, 1)));
        Observation.OfPost post = imports.posts().getFirst();
        assertThat(post.values().orNaN(LIKES)).isEqualTo(13);
        assertThat(post.values().orNaN(REPOSTS)).isEqualTo(4);
        assertThat(post.values().orNaN(PROFILE_VISITS)).isEqualTo(5);
        assertThat(post.values().orNaN(FOLLOWS)).isEqualTo(2);
        assertThat(post.values().orNaN(IMPRESSIONS)).isEqualTo(1203);
        assertThat(post.values().orNaN(IMPRESSIONS_PAID)).isEqualTo(900);
        assertThat(imports.breakdowns("post", "x.promoted_likes"))
                .singleElement()
                .satisfies(part -> assertThat(part.value()).isEqualTo(8));
        assertThat(imports.breakdowns("post", "x.media_views"))
                .singleElement()
                .satisfies(part -> assertThat(part.value()).isEqualTo(7));
    }

    @Test
    void idsFromBeforeTheyCarriedATimeTakeTheTimeOfTheFile() {
        Import imports = new Import(folder);
        imports.of(
                "old.csv",
                TWEETS + "17045060114,https://twitter.com/acme/status/17045060114,Hello,2010-06-25 18:21 +0000,"
                        + NUMBERS + NONE + "\n");
        assertThat(imports.posts().getFirst().version().publishedAt()).isEqualTo("2010-06-25T18:21:00Z");
    }

    @Test
    void daysAreRead() {
        Import imports = new Import(folder).account("acme");
        ImportReport report = imports.of(
                "days.csv",
                "Date,Tweets published," + COUNTS + "," + PROMOTED + "\n2020-01-01,3," + NUMBERS + NONE
                        + "\n2020-01-02,0," + NUMBERS + ",900,12,0.0133,1,0,8,2,1,0,0,0,0,0,1,0,0,0,0\n");
        assertThat(report.rows()).isEqualTo(new RowCounts(2, 0, 2, 0, 0, 0, 0, 0));
        assertThat(report.warnings()).isEmpty();
        assertThat(imports.sumOfDays(IMPRESSIONS)).isEqualTo(2406);
        assertThat(imports.days().getFirst().values().find(IMPRESSIONS_PAID)).isEmpty();
        assertThat(imports.days().getLast().values().orNaN(IMPRESSIONS_PAID)).isEqualTo(900);
        assertThat(imports.breakdowns("delivery", "likes")).singleElement().satisfies(part -> {
            assertThat(part.key()).isEqualTo("promoted");
            assertThat(part.from()).isEqualTo(LocalDate.of(2020, 1, 2));
            assertThat(part.value()).isEqualTo(8);
        });
        assertThat(imports.breakdowns("total", "x.create_post"))
                .extracting(Observation.OfBreakdown::value)
                .containsExactly(3.0, 0.0);
    }

    @Test
    void daysInAWorkbookAreRead() {
        Import imports = new Import(folder).account("acme");
        ImportReport report = imports.of(
                "Twitter Q1.xls",
                new Workbook()
                        .sheet(
                                "Q1",
                                List.of(
                                        "Date",
                                        "Tweets published",
                                        "impressions",
                                        "engagements",
                                        "promoted impressions"),
                                List.of(LocalDate.of(2020, 1, 1), 3, 1200, 40, "-"),
                                List.of("2020-01-02", 1, 800, 20, "-"))
                        .bytes());
        assertThat(report.rows().days()).isEqualTo(2);
        assertThat(imports.sumOfDays(IMPRESSIONS)).isEqualTo(2000);
        assertThat(report.period()).isEqualTo(new Period(LocalDate.of(2020, 1, 1), LocalDate.of(2020, 1, 2)));
    }
}
