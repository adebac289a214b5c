package io.tidemark.collect.file.own;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.collect.file.Import;
import io.tidemark.collect.file.ImportReport;
import io.tidemark.collect.file.Zip;
import io.tidemark.collect.file.table.ImportRefused;
import io.tidemark.ledger.Alias;
import io.tidemark.ledger.Observation;
import io.tidemark.ledger.PostVersion;
import io.tidemark.metric.Boosted;
import io.tidemark.metric.ContentType;
import io.tidemark.metric.Metric;
import io.tidemark.metric.MetricValues;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TidemarkTablesTest {
    private static final String POSTS = """
            post_id,account_id,platform,account,owned,external_ids,published_at,content_type,boosted,deleted,text,url,impressions,likes,engagement,engagement_rate,labels,collab,crosspost
            2001,1002,linkedin,acme,true,linkedin:share:73 linkedin:activity:74,2025-10-23T07:49:25Z,document,no,false,'=SUM is a fine word,https://example.com/73,120,0,9,0.07,"[""campaign:Spring""]",,true
            2002,1003,bluesky,other,false,bluesky:post:at://did:plc:x/app.bsky.feed.post/3k,2025-10-24T07:00:00Z,reply,unknown,true,,,,4,,,[],,
            """;
    private static final String SNAPSHOTS = """
            post_id,account_id,platform,observed_at,source_id,impressions,likes
            2001,1002,linkedin,2025-10-23T08:47:37Z,1001,6,
            2001,1002,linkedin,2025-10-25T08:47:37Z,1001,120,0
            2099,1002,linkedin,2025-10-25T08:47:37Z,1001,120,0
            """;
    private static final String DAILY = """
            account_id,platform,account,owned,post_id,day,bucket_zone,observed_at,impressions,likes,followers
            1002,linkedin,acme,true,,2025-10-23,UTC,2025-10-26T05:20:00Z,2889,,4197
            1002,linkedin,acme,true,2001,2025-10-23,UTC,2025-10-26T05:20:00Z,6,0,
            """;
    private static final String BREAKDOWNS = """
            account_id,platform,account,owned,dimension,key,metric,period_from,period_to,observed_at,source_id,value
            1002,linkedin,acme,true,seniority,urn:li:seniority:3,followers,,,2026-10-26T21:36:05Z,1047,4246
            """;

    @TempDir
    Path folder;

    private Import imports() {
        return new Import(folder).lastModified("2026-10-30T00:00:00Z");
    }

    @Test
    void anArchiveGivesBackWhatWasKnownAndWhenItWasKnown() {
        Import imports = imports();
        ImportReport report = imports.of(
                "tidemark.zip",
                new Zip()
                        .add("snapshots.csv", SNAPSHOTS)
                        .add("posts.csv", POSTS)
                        .add("daily.csv", DAILY)
                        .add("breakdowns.csv", BREAKDOWNS)
                        .bytes());

        assertThat(report.format()).isEqualTo("tidemark");
        assertThat(report.rejects()).singleElement().satisfies(reject -> {
            assertThat(reject.column()).isEqualTo("post_id");
            assertThat(reject.text()).isEqualTo("2099");
        });
        List<Observation.OfPost> posts = imports.posts();
        PostVersion first = posts.getFirst().version();
        assertThat(posts.getFirst().aliases())
                .containsExactly(new Alias("linkedin:share", "73"), new Alias("linkedin:activity", "74"));
        assertThat(first.text()).isEqualTo("=SUM is a fine word");
        assertThat(first.contentType()).isEqualTo(ContentType.DOCUMENT);
        assertThat(first.marks().crosspost()).isTrue();
        assertThat(first.marks().collab()).isNull();
        // The snapshots hold its counters, each with its time; what they leave empty is missing.
        assertThat(posts.getFirst().values()).isEqualTo(MetricValues.NONE);
        assertThat(posts)
                .filteredOn(post -> post.observedAt().equals(Instant.parse("2025-10-23T08:47:37Z")))
                .singleElement()
                .satisfies(
                        post -> assertThat(post.values()).isEqualTo(MetricValues.of(Map.of(Metric.IMPRESSIONS, 6.0))));
        assertThat(posts)
                .filteredOn(post -> post.observedAt().equals(Instant.parse("2025-10-25T08:47:37Z")))
                .singleElement()
                .satisfies(post -> assertThat(post.values())
                        .isEqualTo(MetricValues.of(Map.of(Metric.IMPRESSIONS, 120.0, Metric.LIKES, 0.0))));
        assertThat(imports.days()).hasSize(2).last().satisfies(day -> {
            assertThat(day.day()).isEqualTo(LocalDate.parse("2025-10-23"));
            assertThat(day.bucketZone()).isEqualTo(ZoneId.of("UTC"));
            assertThat(day.post()).isEqualTo(new Alias("linkedin:share", "73"));
        });
        assertThat(imports.levels()).singleElement().satisfies(level -> {
            assertThat(level.observedAt()).isEqualTo("2025-10-23T12:00:00Z");
            assertThat(level.values()).isEqualTo(MetricValues.of(Map.of(Metric.FOLLOWERS, 4197.0)));
        });
        assertThat(imports.breakdowns())
                .singleElement()
                .satisfies(part -> assertThat(part.value()).isEqualTo(4246));
    }

    @Test
    void postsAloneCountAsOfTheFileAndAccountsOfOthersStaySo() {
        Import imports = imports();
        imports.of("posts.csv", POSTS);

        List<Observation.OfPost> posts = imports.posts();
        assertThat(posts.getFirst().values())
                .isEqualTo(MetricValues.of(Map.of(Metric.IMPRESSIONS, 120.0, Metric.LIKES, 0.0)));
        assertThat(posts.getFirst().observedAt()).isEqualTo("2026-10-30T00:00:00Z");
        assertThat(posts.getLast().account().owned()).isFalse();
        assertThat(posts.getLast().aliases())
                .containsExactly(new Alias("bluesky:post", "at://did:plc:x/app.bsky.feed.post/3k"));
        assertThat(posts.getLast().version().deleted()).isTrue();
        assertThat(posts.getLast().version().boosted()).isEqualTo(Boosted.UNKNOWN);
        assertThat(posts.getLast().version().contentType()).isEqualTo(ContentType.REPLY);
    }

    @Test
    void snapshotsAloneAreRefusedWithWhatToDo() {
        ImportRefused refused = imports().refusal("snapshots.csv", SNAPSHOTS);

        assertThat(refused).hasMessageContaining("bundle=zip");
    }
}
