package io.tidemark.collect.file.tools;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.tidemark.collect.file.Import;
import io.tidemark.collect.file.ImportReport;
import io.tidemark.collect.file.Zip;
import io.tidemark.collect.file.format.RowCounts;
import io.tidemark.collect.file.table.ImportRefused;
import io.tidemark.ledger.Alias;
import io.tidemark.ledger.Observation;
import io.tidemark.metric.Format;
import io.tidemark.metric.Metric;
import io.tidemark.metric.MetricValues;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HootsuitePostsTest {
    private static final String X = """
            Date (GMT),Tweet Text,Tweet Permalink,Tweet Id,Impressions,Engagements,Likes,Retweets,Quote Tweets,Replies,Engagement Rate,Tweet Tags,Tweet Campaign
            2025-06-02 07:30:00,Hello,https://twitter.com/acme/status/1929450000000000000,1.92945E+18,"1,200",40,20,5,1,3,3.3%,,
            """;
    private static final String INSTAGRAM = """
            Date (GMT),Instagram Account,Instagram Post ID,Post Type,Post Message,Post Permalink,Likes,Comments,Reach,Views,Engagement,Post Tags,Post Campaign
            2025-06-03 07:30:00,acme,18012345678901234,Carousel,Hi,https://www.instagram.com/p/DABCDEFGHIJ/,9,2,300,400,12,,
            """;
    private static final String FACEBOOK = """
            Date (GMT),Facebook Page,Facebook Post ID,Post Type,Post Title,Post Message,Post Permalink,Reactions,Comments,Shares,Post Tags,Post Campaign
            2025-06-04 07:30:00,Acme Page,100200300400_122121474620644102,Photo,Title,,https://www.facebook.com/acme/posts/pfbid0abc,7,1,,,
            2025-06-05,Acme Page,1.22E+17,Link,,Text,,7,1,0,,
            """;

    @TempDir
    Path folder;

    private Import imports() {
        return new Import(folder).lastModified("2025-07-01T00:00:00Z");
    }

    @Test
    void tablesOfAllNetworksInAZipAreOneImport() {
        Import imports = imports();
        byte[] zip = new Zip()
                .add("x.csv", X)
                .add("instagram.csv", INSTAGRAM)
                .add("facebook.csv", FACEBOOK)
                .bytes();
        ImportReport report = imports.of("hootsuite.zip", zip);
        assertThat(report.format()).isEqualTo("hootsuite_posts");
        assertThat(report.rows()).isEqualTo(new RowCounts(4, 3, 0, 0, 0, 0, 0, 1));
        assertThat(report.accounts())
                .extracting("platform", "handle")
                .containsExactly(tuple("x", "acme"), tuple("instagram", "acme"), tuple("facebook", "Acme Page"));
        assertThat(report.observedAt()).isEqualTo("2025-07-01T00:00:00Z");
    }

    @Test
    void idOfXIsTakenFromTheAddressAndTheTimeFromTheId() {
        Import imports = imports();
        imports.of("x.csv", X);
        Observation.OfPost post = imports.posts().getFirst();
        assertThat(post.aliases()).containsExactly(new Alias("x:post", "1929450000000000000"));
        assertThat(post.version().publishedAt()).isEqualTo("2025-06-02T08:08:22.104Z");
        assertThat(post.values())
                .isEqualTo(MetricValues.of(Map.of(
                        Metric.IMPRESSIONS, 1200.0,
                        Metric.NATIVE_ENGAGEMENTS, 40.0,
                        Metric.LIKES, 20.0,
                        Metric.REPOSTS, 5.0,
                        Metric.QUOTES, 1.0,
                        Metric.COMMENTS, 3.0)));
    }

    @Test
    void postsOfInstagramHaveBothTheirIds() {
        Import imports = imports();
        imports.of("instagram.csv", INSTAGRAM);
        Observation.OfPost post = imports.posts().getFirst();
        assertThat(post.aliases())
                .containsExactlyInAnyOrder(
                        new Alias("instagram:post", "18012345678901234"),
                        new Alias("instagram:shortcode", "DABCDEFGHIJ"));
        assertThat(post.version().publishedAt()).isEqualTo("2025-06-03T07:30:00Z");
        assertThat(post.version().format()).isEqualTo(Format.CAROUSEL);
        assertThat(post.values())
                .isEqualTo(MetricValues.of(Map.of(
                        Metric.LIKES, 9.0, Metric.COMMENTS, 2.0, Metric.REACH, 300.0, Metric.IMPRESSIONS, 400.0)));
        assertThat(imports.breakdowns("content", "hootsuite.engagement"))
                .extracting(Observation.OfBreakdown::value)
                .containsExactly(12.0);
    }

    @Test
    void postsOfFacebookLoseThePageInFrontOfTheirId() {
        Import imports = imports();
        ImportReport report = imports.of("facebook.csv", FACEBOOK);
        Observation.OfPost post = imports.posts().getFirst();
        assertThat(post.aliases()).containsExactly(new Alias("facebook:post", "122121474620644102"));
        assertThat(post.version().text()).isEqualTo("Title");
        assertThat(post.values()).isEqualTo(MetricValues.of(Map.of(Metric.REACTIONS, 7.0, Metric.COMMENTS, 1.0)));
        assertThat(report.rejects())
                .extracting("row", "column", "text")
                .containsExactly(tuple(3L, "Facebook Post ID", "1.22E+17"));
    }

    @Test
    void aTableThatIsRepeatedIsReadOnce() {
        Import imports = imports();
        ImportReport report = imports.of(
                "hootsuite.zip",
                new Zip().add("a.csv", X).add("b.csv", X + "\n").bytes());
        assertThat(report.rows()).isEqualTo(new RowCounts(2, 1, 0, 1, 0, 0, 0, 0));
        assertThat(imports.posts()).hasSize(1);
    }

    /// It adds up all accounts of a network and names none, so only a person can say whose numbers they are.
    @Test
    void theFileOfAccountsIsLeftToAMapping() {
        String accounts = "Date,Followers > Social network - Instagram,Post impressions > Social network - X,"
                + "Followers > Social network - Instagram (This column is cumulative)\n2025-06-01,100,2000,100\n";
        ImportRefused refused = imports().refusal("accounts.csv", accounts);
        assertThat(refused.code()).isEqualTo("unknown_format");
        assertThat(refused.sentence()).contains("Followers > Social network - Instagram", "with a mapping");
        Import imports = imports();
        ImportReport report = imports.of(
                "hootsuite.zip",
                new Zip().add("x.csv", X).add("accounts.csv", accounts).bytes());
        assertThat(report.rows()).isEqualTo(new RowCounts(1, 1, 0, 0, 0, 0, 0, 0));
        assertThat(report.warnings()).singleElement().asString().contains("\"accounts.csv\" was left out");
    }
}
