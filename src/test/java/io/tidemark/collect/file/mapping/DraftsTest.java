package io.tidemark.collect.file.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.collect.file.Import;
import io.tidemark.collect.file.table.ExportFile;
import io.tidemark.collect.file.table.Limits;
import io.tidemark.metric.Metric;
import io.tidemark.metric.Platform;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The first guess for tables as other tools write them. None of their headers is confirmed: the files are made up from
/// the names of columns that people who read such tables tell of.
class DraftsTest {
    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "buffer-posts.csv | posts | platform,account,time_zone | permalink=permalink, text=text, date=published_at,"
                        + " impressions=impressions, likes=likes, replies=comments, retweets=reposts, link clicks=link_clicks,"
                        + " engagements=native_engagements, engagement rate=ignored",
                "sprout-posts.csv | posts | date_order,time_zone | date=published_at, network=platform, profile=account,"
                        + " post type=content_type, perma link=permalink, post=text, impressions=impressions, reach=reach,"
                        + " reactions=reactions, comments=comments, shares=shares, saves=saves, video views=video_views,"
                        + " engagements=native_engagements, engagement rate (per impression)=ignored",
                "metricool-posts.csv | posts | platform,account,time_zone | type=content_type, caption=text, permalink=permalink,"
                        + " date=published_at, time=published_time, reach=reach, views=impressions, likes=likes,"
                        + " comments=comments, saved=saves, shares=shares",
                "pinterest-days.csv | account_days | platform,account | date=day, impressions=impressions,"
                        + " engagements=native_engagements, pin clicks=clicks, outbound clicks=link_clicks, saves=saves,"
                        + " pin click rate=ignored",
                "threads-posts.csv | posts | platform,account | post url=permalink, text=text, timestamp=published_at,"
                        + " views=impressions, likes=likes, replies=comments, reposts=reposts, quotes=quotes"
            })
    void aTableOfAnotherToolIsGuessed(String file, String rows, String open, String columns) throws IOException {
        Suggestion draft = draft(Import.resource("other-tools/" + file));

        assertThat(draft.mapping().rows().name()).isEqualToIgnoringCase(rows);
        assertThat(described(draft.mapping())).isEqualTo(columns);
        List<String> expected = List.of(open.split(",", -1));
        assertThat(draft.open())
                .isEqualTo(expected.stream()
                        .filter(member ->
                                !member.equals("platform") || draft.mapping().platform() == null)
                        .toList());
        assertThat(draft.sample()).hasSizeBetween(2, 5);
    }

    @Test
    void addressesTellThePlatform() throws IOException {
        assertThat(draft(Import.resource("other-tools/threads-posts.csv"))
                        .mapping()
                        .platform())
                .isEqualTo(Platform.THREADS);
        assertThat(draft(Import.resource("other-tools/metricool-posts.csv"))
                        .mapping()
                        .platform())
                .isEqualTo(Platform.INSTAGRAM);
        assertThat(draft(Import.resource("other-tools/buffer-posts.csv"))
                        .mapping()
                        .platform())
                .isEqualTo(Platform.X);
    }

    @Test
    void aDraftThatIsCompletedReadsItsFile(@TempDir Path uploads) throws IOException {
        Path file = Import.resource("other-tools/sprout-posts.csv");
        String json = MappingJson.write(draft(file).mapping())
                .replace("\"date_order\" : null", "\"date_order\" : \"mdy\"")
                .replace("\"time_zone\" : null", "\"time_zone\" : \"America/Chicago\"");

        Import imports =
                new Import(uploads).lastModified("2026-03-10T09:00:00Z").mapping(MappingJson.read(json));

        assertThat(imports.of(file).rows().posts()).isEqualTo(3);
        assertThat(imports.posts().getFirst().version().publishedAt()).isEqualTo("2026-03-02T15:30:00Z");
        assertThat(imports.posts().getFirst().account().platform()).isEqualTo(Platform.FACEBOOK);
        assertThat(imports.sumOfPosts(Metric.IMPRESSIONS)).isEqualTo(1_204 + 900);
        assertThat(imports.posts().get(2).values().has(Metric.IMPRESSIONS)).isFalse();
    }

    @Test
    void aSampleShowsABitOfTheTable() throws IOException {
        String header = "Post ID," + "c,".repeat(60);
        String row = "x".repeat(300) + ",1\n";
        Suggestion draft =
                draft(Files.writeString(folder.resolve("wide.csv"), "# a note\n\n" + header + "\n" + row.repeat(9)));

        assertThat(draft.headerRow()).isEqualTo(3);
        assertThat(draft.header()).hasSize(30);
        assertThat(draft.sample()).hasSize(5);
        assertThat(draft.sample().getFirst().getFirst()).hasSize(100);
        assertThat(draft.mapping().columns()).hasSize(2);
        assertThat(draft.mapping().name()).isEqualTo("wide");
        assertThat(draft.toJson().get("mapping").get("rows").asString()).isEqualTo("posts");
    }

    @Test
    void aConfirmedMappingThatCanReadTheTableIsTheDraft() throws IOException {
        Mapping confirmed =
                MappingJson.read(MappingJsonTest.json("posts", "key:post_id hearts:likes", "\"platform\": \"x\""));
        Path file = Files.writeString(folder.resolve("t.csv"), "hearts,key,new\n1,2,3\n");

        Suggestion draft = Drafts.of(open(file), List.of(confirmed)).orElseThrow();

        assertThat(draft.mapping().platform()).isEqualTo(Platform.X);
        assertThat(described(draft.mapping())).isEqualTo("key=post_id, hearts=likes, new=ignored");
        assertThat(draft.open()).containsExactly("account");
    }

    @Test
    void wordsAroundANameDoNotHideIt(@TempDir Path uploads) throws IOException {
        Path file = Files.writeString(uploads.resolve("live.csv"), """
                status_id,status_type,status_published,num_reactions,num_comments,share_count,TotalLikes,num_sads
                1_2,video,4/22/2018 6:00,5,1,0,4,0
                """);

        assertThat(described(draft(file).mapping()))
                .isEqualTo("status_id=post_id, status_type=content_type, status_published=published_at,"
                        + " num_reactions=reactions, num_comments=comments, share_count=shares, totallikes=ignored,"
                        + " num_sads=ignored");
    }

    @Test
    void levelsAndUnknownTables() throws IOException {
        Path levels = Files.writeString(folder.resolve("l.csv"), "Network,Followers\nX,3\n");
        Path unknown = Files.writeString(folder.resolve("u.csv"), "Foo,Bar\n1,2\n");

        assertThat(draft(levels).mapping().rows()).isEqualTo(RowKind.ACCOUNT_LEVELS);
        assertThat(described(draft(unknown).mapping())).isEqualTo("foo=ignored, bar=ignored");
        assertThat(draft(unknown).open()).contains("platform", "account", "columns");
    }

    private static Suggestion draft(Path file) throws IOException {
        try (ExportFile table = open(file)) {
            return Drafts.of(table, List.of()).orElseThrow();
        }
    }

    private static ExportFile open(Path file) throws IOException {
        return ExportFile.open(file, String.valueOf(file.getFileName()), Limits.STANDARD);
    }

    private static String described(Mapping mapping) {
        return mapping.columns().stream()
                .map(column -> column.name().toLowerCase(Locale.ROOT)
                        + "="
                        + Objects.requireNonNullElse(
                                column.metric(), column.role().name().toLowerCase(Locale.ROOT)))
                .collect(Collectors.joining(", "));
    }
}
