package io.tidemark.collect.file.x;

import static io.tidemark.metric.Metric.FOLLOWS;
import static io.tidemark.metric.Metric.IMPRESSIONS;
import static io.tidemark.metric.Metric.VIDEO_VIEWS;
import static io.tidemark.metric.Metric.WATCH_TIME_SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.collect.file.Import;
import io.tidemark.collect.file.ImportReport;
import io.tidemark.collect.file.format.Period;
import io.tidemark.collect.file.format.RowCounts;
import io.tidemark.collect.file.table.ImportRefused;
import io.tidemark.ledger.Observation;
import java.nio.file.Path;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// `account_overview_analytics.csv` and `video_overview_analytics.csv`.
class XDaysTest {
    static final String HEADER =
            "Date,Impressions,Likes,Engagements,Bookmarks,Shares,New follows,Unfollows,Replies,Reposts,Profile visits,"
                    + "Create Post,Video views,Media views\n";

    @TempDir
    Path folder;

    @Test
    void daysCarryWhatHappenedOnThem() {
        Import imports = new Import(folder).account("acme");
        ImportReport report = imports.of(
                "account_overview_analytics.csv",
                HEADER + "\"Tue, Jan 27, 2026\",1070,9,40,1,2,3,4,5,6,7,8,90,100\n"
                        + "\"Mon, Jan 26, 2026\",900,9,40,1,2,0,1,5,6,7,0,0,0\n");
        assertThat(report.rows()).isEqualTo(new RowCounts(2, 0, 2, 0, 0, 0, 0, 0));
        assertThat(report.format()).isEqualTo("x_days");
        assertThat(report.warnings()).isEmpty();
        assertThat(report.period()).isEqualTo(new Period(LocalDate.of(2026, 1, 26), LocalDate.of(2026, 1, 27)));
        assertThat(report.observedAt()).isEqualTo("2026-01-28T00:00:00Z");
        Observation.OfDay day = imports.days().getFirst();
        assertThat(day.day()).isEqualTo(LocalDate.of(2026, 1, 27));
        assertThat(day.bucketZone().getId()).isEqualTo("UTC");
        assertThat(day.values().orNaN(IMPRESSIONS)).isEqualTo(1070);
        assertThat(day.values().orNaN(FOLLOWS)).isEqualTo(3);
        assertThat(imports.days().getLast().values().orNaN(VIDEO_VIEWS)).isZero();
        assertThat(imports.breakdowns("total", "x.unfollows"))
                .extracting(Observation.OfBreakdown::value)
                .containsExactly(4.0, 1.0);
    }

    @Test
    void viewsThatNobodyCountedAreMissing() {
        Import imports = new Import(folder).account("acme");
        ImportReport report = imports.of(
                "account_overview_analytics.csv",
                HEADER + "\"Tue, Jan 27, 2026\",1070,9,40,1,2,3,4,5,6,7,8,0,0\n"
                        + "\"Mon, Jan 26, 2026\",900,9,40,1,2,0,1,5,6,7,0,0,0\n");
        assertThat(report.warnings())
                .hasSize(2)
                .allSatisfy(warning -> assertThat(warning).contains("as missing"));
        assertThat(imports.days())
                .allSatisfy(day -> assertThat(day.values().find(VIDEO_VIEWS)).isEmpty());
        assertThat(imports.breakdowns("total", "x.media_views")).isEmpty();
    }

    @Test
    void zerosOfAnAccountThatNobodySawAreKept() {
        Import imports = new Import(folder).account("acme");
        imports.of("a.csv", HEADER + "\"Tue, Jan 27, 2026\",0,0,0,0,0,0,0,0,0,0,0,0,0\n");
        assertThat(imports.days().getFirst().values().orNaN(VIDEO_VIEWS)).isZero();
    }

    @Test
    void aDayTwiceIsADuplicateAndADayThatIsNoneIsRejected() {
        ImportReport report = new Import(folder)
                .account("acme")
                .of(
                        "a.csv",
                        HEADER + "\"Tue, Jan 27, 2026\",1,1,1,1,1,1,1,1,1,1,1,1,1\n"
                                + "\"Tue, Jan 27, 2026\",1,1,1,1,1,1,1,1,1,1,1,1,1\n"
                                + "\"Mon, Jan 27, 2026\",1,1,1,1,1,1,1,1,1,1,1,1,1\n"
                                + "27.01.2026,1,1,1,1,1,1,1,1,1,1,1,1,1\n");
        assertThat(report.rows()).isEqualTo(new RowCounts(4, 0, 1, 1, 0, 0, 0, 2));
    }

    @Test
    void theFileNamesNoAccount() {
        ImportRefused refused = new Import(folder).refusal("a.csv", HEADER);
        assertThat(refused.code()).isEqualTo("account_needed");
    }

    @Test
    void videosFollowTheirDays() {
        Import imports = new Import(folder).account("acme");
        ImportReport report = imports.of(
                "video_overview_analytics.csv",
                "Video overview,,,,,\n"
                        + "Date,Video views,Watch time (ms),Video completion rate,Average watch time (ms),Estimated revenue\n"
                        + "\"Tue, Jan 27, 2026\",50,125500,31.25,2510,0\n"
                        + "\"Mon, Jan 26, 2026\",0,0,,,0\n"
                        + ",,,,,\n"
                        + "Your videos,,,,,,,,,\n"
                        + "Uploaded on,Video id,Video title,Views,Duration,Video link,Monetized,Estimated revenue,"
                        + "Published date,Post link\n"
                        + "\"Thu, Jan 1, 2026\",2006771234567890123,\"Roast, slowly\",48,1:05,"
                        + "https://x.com/acme/status/1,No,0,,\n"
                        + "\"Thu, Jan 1, 2026\",damaged,Title,48,1:05,,No,0,,\n");
        assertThat(report.rows()).isEqualTo(new RowCounts(5, 0, 2, 0, 0, 1, 1, 1));
        assertThat(report.format()).isEqualTo("x_videos");
        assertThat(report.period()).isEqualTo(new Period(LocalDate.of(2026, 1, 26), LocalDate.of(2026, 1, 27)));
        Observation.OfDay day = imports.days().getFirst();
        assertThat(day.values().orNaN(VIDEO_VIEWS)).isEqualTo(50);
        assertThat(day.values().orNaN(WATCH_TIME_SECONDS)).isEqualTo(125.5);
        assertThat(imports.breakdowns("total", "x.average_watch_time_seconds"))
                .singleElement()
                .satisfies(part -> assertThat(part.value()).isEqualTo(2.51));
        assertThat(imports.breakdowns("video", "video_views")).singleElement().satisfies(part -> {
            assertThat(part.key()).isEqualTo("2006771234567890123");
            assertThat(part.value()).isEqualTo(48);
        });
        assertThat(imports.breakdowns("video", "x.video_duration_seconds"))
                .singleElement()
                .satisfies(part -> assertThat(part.value()).isEqualTo(65));
        assertThat(report.warnings()).singleElement().asString().contains("Estimated revenue");
        assertThat(report.rejects().getFirst().column()).isEqualTo("Video id");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "日付,インプレッション数,いいね,エンゲージメント,ブックマーク,共有された回数,新しいフォロー,n7,返信,リポスト,プロフィールへのアクセス数,n11,n12,n13",
                "Data,Impressões,Curtidas,Engajamentos,Itens salvos,Compartilhamentos,Novos seguidores,n7,Respostas,"
                        + "Reposts,Visitas ao perfil,n11,n12,n13"
            })
    void daysOfOtherLanguagesAreReadByOrderWhereTheKnownNamesAreInPlace(String header) {
        Import imports = new Import(folder).account("acme");
        ImportReport report =
                imports.of("a.csv", header + "\n\"Tue, Jan 27, 2026\",1070,9,40,1,2,3,4,5,6,7,8,90,100\n");
        assertThat(report.format()).isEqualTo("x_days");
        assertThat(report.warnings()).isEmpty();
        Observation.OfDay day = imports.days().getFirst();
        assertThat(day.values().orNaN(FOLLOWS)).isEqualTo(3);
        assertThat(day.values().orNaN(VIDEO_VIEWS)).isEqualTo(90);
        assertThat(imports.breakdowns("total", "x.unfollows"))
                .singleElement()
                .satisfies(part -> assertThat(part.value()).isEqualTo(4));
    }

    @Test
    void daysWhoseKnownNamesStandElsewhereAreNotRead() {
        ImportRefused refused = new Import(folder)
                .account("acme")
                .refusal(
                        "a.csv",
                        "Data,Curtidas,Impressões,Engajamentos,Itens salvos,Compartilhamentos,Novos seguidores,n7,"
                                + "Respostas,Reposts,Visitas ao perfil,n11,n12,n13\n"
                                + "\"Tue, Jan 27, 2026\",1070,9,40,1,2,3,4,5,6,7,8,90,100\n");
        assertThat(refused.code()).isEqualTo("unknown_format");
    }

    private static String videosInJapanese(String id) {
        return """
                動画の概要,,,,,
                日付,n1,n2,n3,n4,n5
                "Tue, Jan 27, 2026",50,125500,10.5,2510,0.5
                "Mon, Jan 26, 2026",8,2700,10.5,180,0
                ,,,,,
                あなたの動画,,,,,,,,,
                v0,v1,v2,n1,v4,v5,v6,v7,v8,v9
                "Fri, Jan 2, 2026",%s,Tea,48,1:05,https://x.com/i/videos/1,No,0,,
                """.formatted(id);
    }

    @Test
    void videosOfOtherLanguagesAreReadByOrder() {
        Import imports = new Import(folder).account("acme");
        ImportReport report = imports.of("v.csv", videosInJapanese("2006771234567890123"));
        assertThat(report.rows()).isEqualTo(new RowCounts(4, 0, 2, 0, 0, 1, 1, 0));
        assertThat(report.warnings())
                .singleElement()
                .asString()
                .contains("columns that are not known", "\"n5\"", "and 1 more");
        assertThat(imports.days().getFirst().values().orNaN(WATCH_TIME_SECONDS)).isEqualTo(125.5);
        assertThat(imports.breakdowns("video", "video_views")).singleElement().satisfies(part -> {
            assertThat(part.key()).isEqualTo("2006771234567890123");
            assertThat(part.value()).isEqualTo(48);
        });
    }

    @Test
    void aTableOfDaysWithoutAVideoBelowCouldBeAnything() {
        assertThat(new Import(folder)
                        .account("acme")
                        .refusal("v.csv", videosInJapanese("none"))
                        .code())
                .isEqualTo("unknown_format");
    }

    @Test
    void daysInALanguageThatIsNotKnownAreNamedButNotRead() {
        assertThat(new Import(folder).account("acme").refusal("a.csv", """
                                c0,c1,c2,c3,c4,c5,c6,c7,c8,c9,c10,c11,c12,c13
                                "Tue, Jan 27, 2026",1070,9,40,1,2,3,4,5,6,7,8,90,100
                                """).sentence())
                .contains("looks like the account overview of X", "X in English", "mapping");
    }
}
