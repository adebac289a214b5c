package io.tidemark.collect.file.mapping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.tidemark.collect.file.Import;
import io.tidemark.collect.file.ImportReport;
import io.tidemark.collect.file.table.ImportRefused;
import io.tidemark.collect.file.table.Reject;
import io.tidemark.ledger.Alias;
import io.tidemark.ledger.Observation;
import io.tidemark.metric.Format;
import io.tidemark.metric.Metric;
import io.tidemark.metric.Placement;
import io.tidemark.metric.Platform;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MappedPostsTest {
    private static final String FACEBOOK = "\"platform\": \"facebook\", \"account\": \"acme\", \"date_order\": \"dmy\","
            + " \"time_zone\": \"Europe/Berlin\"";

    private Import imports;

    @BeforeEach
    void open(@TempDir Path folder) {
        imports = new Import(folder).lastModified("2026-03-10T09:00:00Z");
    }

    @Test
    void aRowIsAPostWithItsCountersToDate() {
        ImportReport report = read(
                "id:post_id u:permalink t:text d:published_at k:content_type l:likes r:reach w:native",
                """
                id,u,t,d,k,l,r,w
                10_77,https://facebook.com/acme/posts/77,Hello,01.03.2026 10:00,Foto,"1,204",0,0.5
                """,
                "\"content_types\": {\"Foto\": \"image\"}");

        assertThat(report.format()).isEqualTo("mapping");
        assertThat(report.rows().posts()).isEqualTo(1);
        Observation.OfPost post = imports.posts().getFirst();
        assertThat(post.account().handle()).isEqualTo("acme");
        assertThat(post.aliases())
                .containsExactly(new Alias("facebook:post", "10_77"), new Alias("facebook:post", "77"));
        assertThat(post.version().publishedAt()).isEqualTo("2026-03-01T09:00:00Z");
        assertThat(post.version().format()).isEqualTo(Format.IMAGE);
        assertThat(post.version().text()).isEqualTo("Hello");
        assertThat(post.values().find(Metric.LIKES)).hasValue(1204);
        assertThat(post.values().find(Metric.REACH)).as("a 0 is a value").hasValue(0);
        assertThat(post.values().has(Metric.COMMENTS)).isFalse();
        assertThat(post.observedAt()).isEqualTo("2026-03-10T09:00:00Z");
        assertThat(imports.breakdowns("content", "facebook.w"))
                .singleElement()
                .extracting(Observation.OfBreakdown::key, Observation.OfBreakdown::value)
                .containsExactly("10_77", 0.5);
    }

    @Test
    void columnsMayMoveAndNamesDifferInCase() {
        read("ID:post_id Likes:likes", """
                Report of March

                likes;note; id
                7;x;1
                """, "\"missing\": []");

        assertThat(imports.sumOfPosts(Metric.LIKES)).isEqualTo(7);
    }

    @Test
    void missingIsWhatTheMappingSays() {
        read("id:post_id l:likes c:comments s:shares", """
                id,l,c,s
                1,-1,-,none
                2,5,0,2
                """, "\"missing\": [\"-1\", \"none\"]");

        assertThat(imports.posts().getFirst().values().isEmpty()).isTrue();
        assertThat(imports.posts().get(1).values().find(Metric.COMMENTS)).hasValue(0);
    }

    @Test
    void columnsOfOneMetricAddUpAndASumOfSomeIsMissing() {
        read("id:post_id a:likes b:likes w:watch_time_seconds", """
                id,a,b,w
                1,2,3,0:01:30
                2,2,,
                """, "\"missing\": []");

        assertThat(imports.posts().getFirst().values().find(Metric.LIKES)).hasValue(5);
        assertThat(imports.posts().getFirst().values().find(Metric.WATCH_TIME_SECONDS))
                .hasValue(90);
        assertThat(imports.posts().get(1).values().isEmpty()).isTrue();
    }

    @Test
    void aUnitAndASecondColumnOfOneNameAreTaken() {
        Mapping mapping = MappingJson.read("""
                {"name": "a", "rows": "posts", %s, "columns": [{"name": "id", "role": "post_id"},
                 {"name": "Views", "occurrence": 2, "role": "metric", "metric": "impressions"},
                 {"name": "Watched", "role": "metric", "metric": "watch_time_seconds", "unit": "hours"}]}
                """.formatted(FACEBOOK));
        imports.mapping(mapping).of("a.csv", "id,Views,Views,Watched\n1,3,4,0.5\n");

        assertThat(imports.sumOfPosts(Metric.IMPRESSIONS)).isEqualTo(4);
        assertThat(imports.sumOfPosts(Metric.WATCH_TIME_SECONDS)).isEqualTo(1800);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "1,x            | likes | not a number",
                "1,2.5          | likes | a count must be a whole number",
                "1,-3           | likes | a counter to date cannot be below 0",
                "6.49E+17,3     | id    | a spreadsheet rounded the id",
                "'',3           | id    | nothing identifies the post",
                "1,3,4          |       | the row has 3 cells"
            })
    void aRowThatCannotBeReadIsRejectedAndTheRestGoesOn(String row, String column, String reason) {
        ImportReport report =
                read("id:post_id likes:likes", "id,likes\n" + row.replace("''", "") + "\n2,4\n", "\"missing\": []");

        Reject reject = report.rejects().getFirst();
        assertThat(reject.reason()).startsWith(reason);
        assertThat(reject.column()).isEqualTo(column);
        assertThat(reject.row()).isEqualTo(2);
        assertThat(report.rows().posts()).isEqualTo(1);
        assertThat(report.rows().total()).isEqualTo(2);
    }

    @Test
    void theAddressStandsForAnIdThatASpreadsheetRounded() {
        Mapping mapping =
                mapping("id:post_id u:permalink l:likes", "\"missing\": []").told(Platform.X, null, null);
        imports.mapping(mapping).of("a.csv", "id,u,l\n6.49E+17,https://x.com/acme/status/1899999999999999999,3\n");

        assertThat(imports.posts().getFirst().aliases()).containsExactly(new Alias("x:post", "1899999999999999999"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "LINKEDIN  | https://www.linkedin.com/feed/update/urn:li:activity:7306192134921981953 | linkedin:activity | 7306192134921981953",
                "LINKEDIN  | urn:li:ugcPost:7306192134921981953           | linkedin:ugcPost    | 7306192134921981953",
                "YOUTUBE   | https://youtu.be/abcdefghijk?si=1            | youtube:video       | abcdefghijk",
                "INSTAGRAM | https://www.instagram.com/reel/C4xYz_9/?x=1  | instagram:shortcode | C4xYz_9",
                "TIKTOK    | https://www.tiktok.com/@acme/video/73        | tiktok:video        | 73",
                "PINTEREST | https://www.pinterest.de/pin/cold-brew--5512/ | pinterest:post     | 5512",
                "THREADS   | https://www.threads.net/@acme/post/C4x?y=2   | threads:shortcode   | C4x",
                "THREADS   | https://www.threads.com/t/C4x/?y=2           | threads:url         | threads.com/t/C4x",
                "BLUESKY   | https://bsky.app/profile/acme.example/post/3m7k2x?y=1 | bluesky:key | 3m7k2x",
                "BLUESKY   | at://did:plc:x/app.bsky.feed.post/3m7k2x | bluesky:key         | 3m7k2x",
                "BLUESKY   | https://bsky.app/profile/acme.example     | bluesky:url         | bsky.app/profile/acme.example",
                "FACEBOOK  | https://facebook.com/story.php?story_fbid=1&id=2 | facebook:url    | facebook.com/story.php?story_fbid=1&id=2"
            })
    void addressesHoldTheIdsOfThePlatforms(Platform platform, String link, String scheme, String id) {
        assertThat(PostLinks.ofLink(platform, link)).isEqualTo(new Alias(scheme, id));
    }

    @Test
    void withoutAnIdTimeAndTextTellPostsApart() {
        String table = """
                d,t,l
                01.03.2026 10:00,Hello,3
                01.03.2026 10:00,Goodbye,4
                01.03.2026 10:00,Hello,5
                ,Hello,6
                """;
        ImportReport report = read("d:published_at t:text l:likes", table, "\"missing\": []");

        assertThat(report.rows().posts()).isEqualTo(2);
        assertThat(report.rows().duplicates()).isEqualTo(1);
        assertThat(report.rejects().getFirst().reason()).startsWith("nothing identifies the post");
        List<Alias> first = imports.posts().getFirst().aliases();
        imports.of("again.csv", table + "02.03.2026 10:00,New,1\n");
        assertThat(imports.posts().get(2).aliases()).as("stable over files").isEqualTo(first);
    }

    @Test
    void rowsMayNameTheirPlatformAndAccount() {
        Mapping mapping = MappingJson.read(
                MappingJsonTest.json("posts", "n:platform p:account u:permalink l:likes", "\"missing\": []"));
        ImportReport report = imports.mapping(mapping).of("a.csv", """
                n,p,u,l
                X (Twitter),@acme,https://x.com/acme/status/1,1
                Facebook Page,Acme Coffee,https://facebook.com/acme/posts/2,2
                Myspace,acme,https://myspace.com/3,3
                ,acme,https://myspace.com/3,3
                Facebook,,https://facebook.com/acme/posts/4,3
                """);

        assertThat(report.accounts())
                .extracting(account -> account.platform() + " " + account.handle())
                .containsExactly("x acme", "facebook Acme Coffee");
        assertThat(report.rejects())
                .extracting(Reject::reason)
                .satisfiesExactly(
                        reason -> assertThat(reason).startsWith("not one platform of"),
                        reason -> assertThat(reason).isEqualTo("the row does not name its platform"),
                        reason -> assertThat(reason).isEqualTo("the row does not name its account"));
    }

    @Test
    void whatIsToldWithTheFileMayNotContradictItsRows() {
        imports.mapping(MappingJson.read(
                MappingJsonTest.json("posts", "n:platform p:account u:post_id l:likes", "\"missing\": []")));
        String table = "n,p,u,l\nfacebook,acme,1,1\n";

        assertThat(imports.account("other").refusal("a.csv", table).code()).isEqualTo("account_mismatch");
        assertThat(imports.account("acme")
                        .platform(Platform.X)
                        .refusal("a.csv", table)
                        .code())
                .isEqualTo("platform_mismatch");
    }

    @ParameterizedTest
    @CsvSource({
        "u:post_id l:likes, platform_needed",
        "n:platform u:post_id l:likes, account_needed",
        "p:account u:post_id l:likes, platform_needed"
    })
    void whatStaysOpenIsAsked(String columns, String code) {
        imports.mapping(MappingJson.read(MappingJsonTest.json("posts", columns, "\"missing\": []")));

        assertThat(imports.refusal("a.csv", "n,p,u,l\nfacebook,acme,1,1\n").code())
                .isEqualTo(code);
    }

    @Test
    void timesWithoutAZoneNeedOne() {
        Mapping mapping = MappingJson.read(MappingJsonTest.json(
                "posts",
                "id:post_id d:published_at l:likes",
                "\"platform\": \"x\", \"account\": \"a\", \"date_order\": \"ymd\""));
        imports.mapping(mapping);

        assertThat(imports.refusal("a.csv", "id,d,l\n1,2026-03-01 10:00,2\n").code())
                .isEqualTo("time_zone_needed");
        assertThat(imports.of("a.csv", "id,d,l\n1,2026-03-01T10:00Z,2\n").rows().posts())
                .isEqualTo(1);
        imports.timeZone("Asia/Tokyo").of("a.csv", "id,d,l\n2,2026-03-01 10:00,2\n");
        assertThat(imports.posts().get(1).version().publishedAt()).isEqualTo("2026-03-01T01:00:00Z");
    }

    @Test
    void aColumnThatTheFileLacksIsNamed() {
        ImportRefused refused = imports.mapping(mapping("id:post_id l:likes", "\"missing\": []"))
                .refusal("a.csv", "id,Likes!\n1,2\n");

        assertThat(refused.code()).isEqualTo("unknown_column");
        assertThat(refused.sentence()).contains("\"l\"").contains("Its header, row 1, has: id, Likes!");
        assertThat(refused.part()).isEqualTo("a.csv");
        ImportRefused part = imports.mapping(mapping("id:post_id l:likes", "\"part\": \"Sheet9\""))
                .refusal("a.csv", "id,l\n1,2\n");
        assertThat(part.code()).isEqualTo("unknown_part");
        assertThat(part.sentence()).contains("no part \"Sheet9\"; there are: a.csv");
    }

    @Test
    void columnsThatNobodySpokeOfAreReported() {
        ImportReport report = read("id:post_id s:saves", "id,s,Mood,Score\n1,2,fine,9\n", "\"missing\": []");

        assertThat(report.warnings())
                .anySatisfy(warning -> assertThat(warning).contains("not taken: Mood, Score."))
                .anySatisfy(warning -> assertThat(warning).contains("Facebook is not known to give saves"));
    }

    @Test
    void rowsMaySayWhenTheyWereRead() {
        ImportReport report = imports.mapping(mapping("id:post_id o:observed_at l:likes", "\"missing\": []"))
                .of("a.csv", """
                id,o,l
                1,01.03.2026 10:00,3
                1,02.03.2026 10:00,5
                1,02.03.2026 10:00,6
                """);

        assertThat(report.observedAt()).isEqualTo("2026-03-02T09:00:00Z");
        assertThat(report.rows().duplicates()).isEqualTo(1);
        assertThat(imports.posts())
                .extracting(Observation.OfPost::observedAt)
                .containsExactly(Instant.parse("2026-03-01T09:00:00Z"), Instant.parse("2026-03-02T09:00:00Z"));
        ImportReport told = imports.observedAt("2026-03-01T12:00:00Z").of("b.csv", """
                id,o,l
                1,02.03.2026 11:00,7
                """);
        assertThat(told.rejects().getFirst().reason()).startsWith("the reading is later than the file");
    }

    @Test
    void aReadingFromTheFutureIsRefused() {
        imports.mapping(mapping("id:post_id o:observed_at l:likes", "\"missing\": []"));

        assertThat(imports.refusal("a.csv", "id,o,l\n1,01.03.2031 10:00,3\n").code())
                .isEqualTo("observed_at_in_future");
    }

    @Test
    void aSeriesIsOneReadingForEachStepSincePublication() {
        read("id:post_id d:published_at", "id,d,T1,T2,T3\n1,01.03.2026 10:00,-1,4,6\n", """
                "missing": ["-1"], "series": {"metric": "shares", "columns": "T{n}", "minutes": 20}""");

        assertThat(imports.posts())
                .filteredOn(post -> !post.values().isEmpty())
                .extracting(
                        Observation.OfPost::observedAt, post -> post.values().orNaN(Metric.SHARES))
                .containsExactly(
                        tuple(Instant.parse("2026-03-01T09:40:00Z"), 4.0),
                        tuple(Instant.parse("2026-03-01T10:00:00Z"), 6.0));
    }

    @Test
    void reelsAreReels() {
        read("id:post_id k:content_type l:likes", "id,k,l\n1,Reel,3\n2,Gizmo,3\n", "\"missing\": []");

        assertThat(imports.posts().getFirst().version().placement()).isEqualTo(Placement.REEL);
        assertThat(imports.posts().get(1).version().format()).isEqualTo(Format.UNKNOWN);
    }

    private ImportReport read(String columns, String table, String more) {
        return imports.mapping(mapping(columns, more)).of("a.csv", table);
    }

    private static Mapping mapping(String columns, String more) {
        return MappingJson.read(MappingJsonTest.json("posts", columns, FACEBOOK + ", " + more));
    }
}
