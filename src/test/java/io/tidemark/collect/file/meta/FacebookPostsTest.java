package io.tidemark.collect.file.meta;

import static io.tidemark.metric.Metric.CLICKS;
import static io.tidemark.metric.Metric.COMMENTS;
import static io.tidemark.metric.Metric.IMPRESSIONS;
import static io.tidemark.metric.Metric.LINK_CLICKS;
import static io.tidemark.metric.Metric.REACH;
import static io.tidemark.metric.Metric.REACTIONS;
import static io.tidemark.metric.Metric.SHARES;
import static io.tidemark.metric.Metric.VIDEO_VIEWS_3S;
import static io.tidemark.metric.Metric.WATCH_TIME_SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.collect.file.Import;
import io.tidemark.collect.file.ImportReport;
import io.tidemark.collect.file.Zip;
import io.tidemark.collect.file.format.Period;
import io.tidemark.collect.file.format.RowCounts;
import io.tidemark.collect.file.table.ImportRefused;
import io.tidemark.collect.file.table.Reject;
import io.tidemark.ledger.Alias;
import io.tidemark.ledger.Marks;
import io.tidemark.ledger.Observation;
import io.tidemark.metric.Boosted;
import io.tidemark.metric.ContentType;
import io.tidemark.metric.Platform;
import java.nio.file.Path;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FacebookPostsTest {
    static final String NAME = "Jan-14-2025_Apr-14-2025_1396269028466733.csv";
    private static final String STEM = "\"Post ID\",\"Page ID\",\"Page name\",Title,Description,\"Duration (sec)\","
            + "\"Publish time\",\"Caption type\",Permalink,\"Is crosspost\",\"Is share\",\"Post type\",Languages,"
            + "\"Custom labels\",\"Funded content status\",\"Data comment\",Date,";
    private static final String SET_A = STEM
            + "Views,Reach,\"Reactions, Comments and Shares\",Reactions,Comments,Shares,\"Total clicks\",\"Link Clicks\","
            + "\"Other Clicks\",\"Matched Audience Targeting Consumption (Photo Click)\",\"Seconds viewed\","
            + "\"Average Seconds viewed\",\"Estimated earnings (USD)\",\"Ad impressions\"\n";
    private static final String SET_B = STEM
            + "Views,Reach,\"Reactions, Comments and Shares\",Reactions,Comments,Shares,\"Total clicks\",Views,"
            + "\"Reach from Organic posts\",\"Reach from Boosted posts\",\"3-second video views\","
            + "\"1-minute video views\"\n";
    private static final String SET_D = STEM
            + "IMPRESSION:UNIQUE_USERS,Reach,Impressions,\"Reactions, Comments and Shares\",Reactions,Comments,Shares,"
            + "\"Total clicks\",\"Matched Audience Targeting Consumption (Photo Click)\",\"Other Clicks\","
            + "\"Link Clicks\",\"Negative feedback from users: Hide all\"\n";
    private static final String PAGE = "100200300400,\"Acme Page\",";

    @TempDir
    Path folder;

    private Import imports() {
        return new Import(folder);
    }

    private static String row(String id, String time, String type, String numbers) {
        return id + "," + PAGE + "Short,\"A longer\ntext, with a comma\",0,\"" + time
                + "\",N/A,https://www.facebook.com/acme/posts/pfbid0abc,0,0," + type + ",,,,,Lifetime," + numbers
                + "\n";
    }

    @Test
    void postsCarryLifetimeCountersOfTheirPage() {
        Import imports = imports();
        ImportReport report = imports.of(
                NAME,
                "\ufeff" + SET_A
                        + row("122121474620644102", "03/15/2025 03:06", "Photos", "50,40,12,9,2,1,7,3,4,0,0,0,,"));
        assertThat(report.rows()).isEqualTo(new RowCounts(1, 1, 0, 0, 0, 0, 0, 0));
        assertThat(report.warnings()).isEmpty();
        assertThat(report.period()).isEqualTo(new Period(LocalDate.of(2025, 1, 14), LocalDate.of(2025, 4, 14)));
        assertThat(report.observedAt()).isEqualTo("2025-04-15T07:00:00Z");
        Observation.OfPost post = imports.posts().getFirst();
        assertThat(post.account().platform()).isEqualTo(Platform.FACEBOOK);
        assertThat(post.account().name()).isEqualTo("Acme Page");
        assertThat(post.account().aliases())
                .containsExactly(new Alias("facebook:id", "100200300400"), new Alias("facebook:handle", "acme page"));
        assertThat(post.aliases()).containsExactly(new Alias("facebook:post", "122121474620644102"));
        assertThat(post.version().publishedAt()).isEqualTo("2025-03-15T10:06:00Z");
        assertThat(post.version().contentType()).isEqualTo(ContentType.IMAGE);
        assertThat(post.version().text()).isEqualTo("A longer\ntext, with a comma");
        assertThat(post.version().boosted()).isEqualTo(Boosted.UNKNOWN);
        assertThat(post.version().marks()).isEqualTo(new Marks(null, false));
        assertThat(post.values().present())
                .containsExactlyInAnyOrder(IMPRESSIONS, REACH, REACTIONS, COMMENTS, SHARES, CLICKS, LINK_CLICKS);
        assertThat(post.values().orNaN(IMPRESSIONS)).isEqualTo(50);
        assertThat(post.values().orNaN(LINK_CLICKS)).isEqualTo(3);
        assertThat(imports.breakdowns("content", "facebook.other_clicks"))
                .singleElement()
                .satisfies(b -> assertThat(b.key()).isEqualTo("122121474620644102"));
        assertThat(imports.breakdowns("content", "facebook.estimated_earnings_usd"))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "01/14/2025 09:05,2025-01-14T17:05:00Z",
        "07/01/2025 23:59,2025-07-02T06:59:00Z",
        "11/02/2025 01:30,2025-11-02T08:30:00Z",
        "03/09/2025 02:30,2025-03-09T10:30:00Z",
        "3/9/2025 4:05,2025-03-09T11:05:00Z",
    })
    void publishTimesArePacific(String written, String expected) {
        Import imports = imports();
        imports.of(NAME, SET_A + row("122121474620644102", written, "Links", "1,1,0,0,0,0,0,0,0,0,,,,"));
        assertThat(imports.posts().getFirst().version().publishedAt()).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "Photos,IMAGE",
        "Photo,IMAGE",
        "Videos,VIDEO",
        "Reels,REEL",
        "Links,LINK",
        "Text,TEXT",
        "Fotos,IMAGE",
        "Reel,REEL",
        "Other,UNKNOWN"
    })
    void typesAreTold(String written, ContentType expected) {
        Import imports = imports();
        imports.of(NAME, SET_A + row("122121474620644102", "01/14/2025 09:05", written, "1,1,0,0,0,0,0,0,0,0,5,1,,"));
        assertThat(imports.posts().getFirst().version().contentType()).isEqualTo(expected);
    }

    @Test
    void viewsThatStandTwiceAreReadTwice() {
        Import imports = imports();
        ImportReport report = imports.of(
                NAME,
                SET_B
                        + row("122121474620644102", "03/15/2025 03:06", "Reels", "0,40,0,0,0,0,0,55,40,0,30,2")
                        + row("122121474620644103", "03/15/2025 03:06", "Videos", ",10,0,0,0,0,0,12,0,10,0,0")
                        + row("122121474620644104", "03/15/2025 03:06", "Photos", "7,5,0,0,0,0,0,7,5,,0,0"));
        assertThat(imports.posts())
                .extracting(post -> post.values().orNaN(IMPRESSIONS))
                .containsExactly(55.0, 12.0, 7.0);
        assertThat(imports.posts())
                .extracting(post -> post.version().boosted())
                .containsExactly(Boosted.NO, Boosted.YES, Boosted.UNKNOWN);
        assertThat(report.warnings()).singleElement().asString().contains("row 2", "as 0", "as 55", "larger");
        assertThat(imports.posts().get(1).values().orNaN(VIDEO_VIEWS_3S)).isZero();
        assertThat(imports.posts().get(2).values().has(VIDEO_VIEWS_3S)).isFalse();
        assertThat(imports.breakdowns("content", "facebook.reach_from_boosted_posts"))
                .extracting(Observation.OfBreakdown::value)
                .containsExactly(0.0, 10.0);
    }

    @Test
    void zeroViewsOfPostsThatPeopleSawAreMissing() {
        Import imports = imports();
        ImportReport report = imports.of(
                NAME,
                SET_A
                        + row("122121474620644102", "03/15/2025 03:06", "Photos", "0,40,0,0,0,0,0,0,0,0,,,,")
                        + row("122121474620644103", "03/15/2025 03:06", "Photos", "0,0,0,0,0,0,0,0,0,0,,,,"));
        assertThat(imports.posts())
                .extracting(post -> post.values().has(IMPRESSIONS))
                .containsExactly(false, true);
        assertThat(report.warnings()).singleElement().asString().contains("row 2", "0 for impressions", "missing");
    }

    @Test
    void impressionsWereTheNameOfViewsAndInternalNamesSlipThrough() {
        Import imports = imports();
        imports.of(
                "Dec-12-2023_Mar-06-2024_1032418178499222.csv",
                SET_D
                        + row("122121474620644102", "01/15/2024 03:06", "Photos", "39,40,55,3,2,1,0,4,0,3,1,0")
                        + row("122121474620644103", "01/15/2024 03:06", "Photos", "39,,55,3,2,1,0,4,0,3,1,0"));
        assertThat(imports.posts())
                .extracting(post -> post.values().orNaN(REACH))
                .containsExactly(40.0, 39.0);
        assertThat(imports.sumOfPosts(IMPRESSIONS)).isEqualTo(110);
        assertThat(imports.breakdowns("content", "facebook.negative_feedback_from_users_hide_all"))
                .hasSize(2);
    }

    @Test
    void shortRowsMissTheirLastColumns() {
        Import imports = imports();
        ImportReport report =
                imports.of(NAME, SET_A + row("122121474620644102", "03/15/2025 03:06", "Reels", "50,40,12,9,2,1,7"));
        assertThat(report.rows().posts()).isEqualTo(1);
        assertThat(imports.posts().getFirst().values().has(WATCH_TIME_SECONDS)).isFalse();
        assertThat(imports.posts().getFirst().values().orNaN(CLICKS)).isEqualTo(7);
    }

    @Test
    void postsThatMetaCouldNotDescribeKeepTheirNumbers() {
        String error = "\"An error occurred while computing metadata for content with ID %s.\",";
        Import imports = imports();
        ImportReport report = imports.of(
                NAME,
                SET_A
                        + ",,,,,,,,,,,,,,," + error.formatted("122121474620644109")
                        + "Lifetime,9,8,0,0,0,0,0,0,0,0,,,,\n"
                        + row("122121474620644102", "03/15/2025 03:06", "Photos", "50,40,12,9,2,1,7,3,4,0,0,0,,")
                        + ",,,,,,,,,,,,,,," + error.formatted("122121474620644110") + "Lifetime,,,,,,,,,,,,,,\n");
        assertThat(report.rows()).isEqualTo(new RowCounts(3, 2, 0, 0, 0, 0, 1, 0));
        Observation.OfPost undescribed = imports.posts().getFirst();
        assertThat(undescribed.aliases()).containsExactly(new Alias("facebook:post", "122121474620644109"));
        assertThat(undescribed.account().name()).isEqualTo("Acme Page");
        assertThat(undescribed.version().publishedAt()).isNull();
        assertThat(undescribed.version().contentType()).isEqualTo(ContentType.UNKNOWN);
        assertThat(undescribed.values().orNaN(IMPRESSIONS)).isEqualTo(9);
        assertThat(report.warnings())
                .singleElement()
                .asString()
                .contains("row 2", "122121474620644109", "1 more like this");
    }

    @Test
    void undescribedPostsOfSeveralPagesAreNobodys() {
        ImportReport report = imports()
                .of(
                        NAME,
                        SET_A
                                + row("122121474620644102", "03/15/2025 03:06", "Photos", "1,1,0,0,0,0,0,0,0,0,,,,")
                                + row("122121474620644103", "03/15/2025 03:06", "Photos", "1,1,0,0,0,0,0,0,0,0,,,,")
                                        .replace("100200300400", "100200300499")
                                + ",,,,,,,,,,,,,,,content with ID 122121474620644109.,Lifetime,9,8,0,0,0,0,0,0,0,0,,,,\n");
        assertThat(report.accounts()).hasSize(2);
        assertThat(report.rejects())
                .extracting(Reject::column, Reject::reason)
                .containsExactly(org.assertj.core.groups.Tuple.tuple(
                        "Page ID", "the row names no account, and the file is of several"));
    }

    @Test
    void shortenedIdsAreRebuiltFromTheLinkOrRefused() {
        Import imports = imports();
        String reel = row("1.22121E+17", "03/15/2025 03:06", "Reels", "1,1,0,0,0,0,0,0,0,0,,,,");
        ImportReport report = imports.of(
                NAME,
                SET_A
                        + reel.replace("posts/pfbid0abc", "posts/122121474620644102")
                        + reel.replace("1.22121E+17", "\"1,22121E+17\"")
                                .replace("posts/pfbid0abc", "permalink.php?story_fbid=122121299999999999&id=1")
                        + reel);
        assertThat(imports.posts())
                .extracting(post -> post.aliases().getFirst().externalId())
                .containsExactly("122121474620644102", "122121299999999999");
        assertThat(report.rejects()).singleElement().satisfies(reject -> {
            assertThat(reject.column()).isEqualTo("Post ID");
            assertThat(reject.text()).isEqualTo("1.22121E+17");
            assertThat(reject.reason()).contains("a spreadsheet shortened the id", "download the file again");
        });
    }

    @Test
    void videosInLinksAreAliasesUnlessTheyAreBorrowed() {
        Import imports = imports();
        String reel = row("122121474620644102", "03/15/2025 03:06", "Reels", "1,1,0,0,0,0,0,0,0,0,,,,");
        imports.of(
                NAME,
                SET_A
                        + reel.replace("acme/posts/pfbid0abc", "reel/632327922990275/")
                        + reel.replace("644102,", "644103,")
                                .replace("acme/posts/pfbid0abc,0,0", "acme/videos/632327922990275/,1,0"));
        assertThat(imports.posts().getFirst().aliases())
                .containsExactly(
                        new Alias("facebook:post", "122121474620644102"),
                        new Alias("facebook:video", "100200300400_632327922990275"));
        assertThat(imports.posts().getLast().aliases()).hasSize(1);
    }

    @Test
    void daysOfPostsAreFactsOfTheirDays() {
        Import imports = imports();
        String day = row("122121474620644102", "03/15/2025 03:06", "Photos", "5,4,1,1,0,0,0,0,2,0,,,,");
        ImportReport report = imports.of(
                "posts.csv",
                SET_A
                        + day.replace("Lifetime", "03/15/2025")
                        + day.replace("Lifetime", "03/16/2025")
                        + day.replace("Lifetime", "03/15/2025"));
        assertThat(report.rows()).isEqualTo(new RowCounts(3, 0, 2, 1, 0, 0, 0, 0));
        assertThat(report.observedAt()).isEqualTo("2025-03-17T07:00:00Z");
        assertThat(imports.posts())
                .singleElement()
                .satisfies(post -> assertThat(post.values().isEmpty()).isTrue());
        assertThat(imports.days()).hasSize(2).allSatisfy(fact -> {
            assertThat(fact.post()).isEqualTo(new Alias("facebook:post", "122121474620644102"));
            assertThat(fact.bucketZone().getId()).isEqualTo("America/Los_Angeles");
            assertThat(fact.values().orNaN(IMPRESSIONS)).isEqualTo(5);
        });
        assertThat(imports.breakdowns("content", "facebook.other_clicks"))
                .extracting(Observation.OfBreakdown::from)
                .containsExactly(LocalDate.of(2025, 3, 15), LocalDate.of(2025, 3, 16));
    }

    @Test
    void columnsMayBeMovedAndUnknownWordsAreSaid() {
        Import imports = imports();
        ImportReport report = imports.observedAt("2025-05-01T00:00:00Z").of("any.csv", """
                        REACH,Mood,publish TIME,Views,Page ID,Post ID,Stars
                        3,good,03/15/2025 03:06,4,100200300400,122121474620644102,5
                        3,,03/15/2025,4,100200300400,122121474620644103,5
                        3,,03/15/2025 03:06,4,100200300400,,5
                        three,,03/15/2025 03:06,4,100200300400,122121474620644104,5
                        3,,03/15/2025 03:06,4,100200300400,122121474620644102,5
                        """);
        assertThat(report.rows()).isEqualTo(new RowCounts(5, 1, 0, 1, 0, 0, 0, 3));
        assertThat(report.rejects()).extracting(Reject::column).containsExactly("publish TIME", "Post ID", "REACH");
        assertThat(report.warnings()).singleElement().asString().contains("\"Mood\"", "row 2");
        assertThat(imports.breakdowns("content", "facebook.stars")).hasSize(1);
        assertThat(imports.posts().getFirst().account().handle()).isEqualTo("100200300400");
    }

    @Test
    void exportsOfAnArchiveSpeakEachAtItsTime() {
        Import imports = imports();
        String row = row("122121474620644102", "01/05/2025 03:06", "Photos", "5,4,1,1,0,0,0,0,2,0,,,,");
        ImportReport report = imports.of(
                "downloads.zip",
                new Zip()
                        .add("Jan-01-2025_Jan-31-2025_1.csv", SET_A + row)
                        .add("Jan-01-2025_Mar-31-2025_2.csv", SET_A + row.replace("Lifetime,5", "Lifetime,9"))
                        .bytes());
        assertThat(report.rows().posts()).isEqualTo(2);
        assertThat(imports.posts())
                .extracting(post -> post.observedAt().toString() + post.values().orNaN(IMPRESSIONS))
                .containsExactly("2025-02-01T08:00:00Z5.0", "2025-04-01T07:00:00Z9.0");
    }

    @Test
    void aRenamedFileHasToSayWhenItSpoke() {
        ImportRefused refused = imports()
                .refusal(
                        "posts.csv",
                        SET_A + row("122121474620644102", "01/05/2025 03:06", "Photos", "5,4,1,1,0,0,0,0,2,0,,,,"));
        assertThat(refused.code()).isEqualTo("observed_at_needed");
    }

    @Test
    void anAccountThatIsToldHasToBeTheOneInTheFile() {
        String file = SET_A + row("122121474620644102", "01/05/2025 03:06", "Photos", "5,4,1,1,0,0,0,0,2,0,,,,");
        assertThat(imports().account("acme page").of(NAME, file).rows().posts()).isEqualTo(1);
        assertThat(imports().account("other").refusal(NAME, file).code()).isEqualTo("account_mismatch");
    }

    @Test
    void realFile() {
        Import imports = imports();
        ImportReport report = imports.of(Import.resource("meta-facebook/Feb-01-2025_Mar-15-2025_613168031534769.csv"));
        assertThat(report.rows()).isEqualTo(new RowCounts(20, 20, 0, 0, 0, 0, 0, 0));
        assertThat(report.observedAt()).isEqualTo("2025-03-16T07:00:00Z");
        assertThat(imports.sumOfPosts(REACH)).isEqualTo(34);
        assertThat(imports.posts())
                .filteredOn(post -> post.values().has(IMPRESSIONS))
                .hasSize(2)
                .allSatisfy(post -> assertThat(post.values().orNaN(REACH)).isZero());
        assertThat(imports.sumOfPosts(REACTIONS)).isZero();
        assertThat(imports.posts().getFirst().version().publishedAt()).isEqualTo("2025-03-15T10:06:00Z");
        assertThat(imports.posts())
                .allSatisfy(post -> assertThat(post.version().boosted()).isEqualTo(Boosted.NO));
    }

    @Test
    void aCrosspostIsMarkedAndWhatIsNeitherYesNorNoIsOpen() {
        Import imports = imports();
        imports.of(
                NAME,
                SET_D
                        + row("122121474620644102", "03/15/2025 03:06", "Videos", "40,40,50,12,9,2,1,7,3,4,0,0")
                                .replace("pfbid0abc,0,0,", "pfbid0abc,1,0,")
                        + row("122121474620644103", "03/15/2025 03:06", "Videos", "40,40,50,12,9,2,1,7,3,4,0,0")
                                .replace("pfbid0abc,0,0,", "pfbid0abc,,0,"));
        assertThat(imports.posts())
                .extracting(post -> post.version().marks())
                .containsExactly(new Marks(null, true), Marks.UNKNOWN);
    }
}
