package io.tidemark.collect.file.x;

import static io.tidemark.metric.Metric.COMMENTS;
import static io.tidemark.metric.Metric.FOLLOWS;
import static io.tidemark.metric.Metric.IMPRESSIONS;
import static io.tidemark.metric.Metric.LIKES;
import static io.tidemark.metric.Metric.LINK_CLICKS;
import static io.tidemark.metric.Metric.NATIVE_ENGAGEMENTS;
import static io.tidemark.metric.Metric.PROFILE_VISITS;
import static io.tidemark.metric.Metric.REPOSTS;
import static io.tidemark.metric.Metric.SAVES;
import static io.tidemark.metric.Metric.SHARES;
import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.collect.file.Import;
import io.tidemark.collect.file.ImportReport;
import io.tidemark.collect.file.format.Period;
import io.tidemark.collect.file.format.RowCounts;
import io.tidemark.collect.file.table.ImportRefused;
import io.tidemark.collect.file.table.Reject;
import io.tidemark.ledger.Alias;
import io.tidemark.ledger.Observation;
import io.tidemark.ledger.PostVersion;
import io.tidemark.metric.MetricValues;
import io.tidemark.metric.Placement;
import java.nio.file.Path;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// The export of the content tab, `account_analytics_content_<from>_<to>.csv`.
class XPostsTest {
    static final String HEADER =
            "Post id,Date,Post text,Post Link,Impressions,Likes,Engagements,Bookmarks,Shares,New follows,Replies,Reposts,"
                    + "Profile visits,Detail Expands,URL Clicks,Hashtag Clicks,Permalink Clicks\n";
    private static final String NAME = "account_analytics_content_2026-07-06_2026-08-02.csv";
    /// Made on 1 August 2026 at 12:34:56.789 UTC.
    private static final String ID = "2083531929449136128";

    private static final String DATE = "\"Sat, Aug 1, 2026\"";
    private static final String NUMBERS = ",1500,20,60,3,4,2,5,6,7,8,9,1,0";

    @TempDir
    Path folder;

    private static String row(String id, String date, String text, String link) {
        return id + "," + date + "," + text + "," + link + NUMBERS + "\n";
    }

    private static String link(String id) {
        return "https://x.com/AcmeCoffee/status/" + id;
    }

    @Test
    void postsCarryCountersAndTheTimeOfTheirId() {
        Import imports = new Import(folder);
        ImportReport report = imports.of(
                NAME, HEADER + row(ID, DATE, "\"Beans, roasted &amp; ground &lt;3 &amp;lt;\nat dawn\"", link(ID)));

        assertThat(report.rows()).isEqualTo(new RowCounts(1, 1, 0, 0, 0, 0, 0, 0));
        assertThat(report.warnings()).isEmpty();
        assertThat(report.format()).isEqualTo("x_posts");
        assertThat(report.period()).isEqualTo(new Period(LocalDate.of(2026, 7, 6), LocalDate.of(2026, 8, 2)));
        assertThat(report.observedAt()).isEqualTo("2026-08-03T00:00:00Z");
        assertThat(report.accounts()).singleElement().satisfies(account -> {
            assertThat(account.platform()).isEqualTo("x");
            assertThat(account.handle()).isEqualTo("AcmeCoffee");
        });
        Observation.OfPost post = imports.posts().getFirst();
        assertThat(post.aliases()).containsExactly(new Alias("x:post", ID));
        PostVersion version = post.version();
        assertThat(version.publishedAt()).isEqualTo("2026-08-01T12:34:56.789Z");
        assertThat(version.text()).isEqualTo("Beans, roasted & ground <3 &lt;\nat dawn");
        assertThat(version.url()).isEqualTo(link(ID));
        assertThat(version.placement()).isEqualTo(Placement.FEED);
        assertThat(post.values())
                .isEqualTo(MetricValues.builder()
                        .put(IMPRESSIONS, 1500)
                        .put(LIKES, 20)
                        .put(NATIVE_ENGAGEMENTS, 60)
                        .put(SAVES, 3)
                        .put(SHARES, 4)
                        .put(FOLLOWS, 2)
                        .put(COMMENTS, 5)
                        .put(REPOSTS, 6)
                        .put(PROFILE_VISITS, 7)
                        .put(LINK_CLICKS, 9)
                        .build());
        assertThat(imports.breakdowns("post", "x.detail_expands"))
                .singleElement()
                .satisfies(part -> {
                    assertThat(part.key()).isEqualTo(ID);
                    assertThat(part.value()).isEqualTo(8);
                });
        assertThat(imports.breakdowns("post", "x.permalink_clicks"))
                .singleElement()
                .satisfies(part -> assertThat(part.value()).isZero());
    }

    @Test
    void rowsThatBeginWithAHandleAreReplies() {
        Import imports = new Import(folder);
        imports.of(NAME, HEADER + row(ID, DATE, "@somebody thank you", link(ID)));
        assertThat(imports.posts().getFirst().version().placement()).isEqualTo(Placement.REPLY);
    }

    @Test
    void emptyCellsAreMissingAndGroupedNumbersAreRead() {
        Import imports = new Import(folder);
        imports.of(NAME, HEADER + ID + "," + DATE + ",Text," + link(ID) + ",\"1,234\",,60,3,4,2,5,6,7,8,9,1,0\n");
        MetricValues values = imports.posts().getFirst().values();
        assertThat(values.orNaN(IMPRESSIONS)).isEqualTo(1234);
        assertThat(values.find(LIKES)).isEmpty();
    }

    @Test
    void theOlderLayoutIsRead() {
        Import imports = new Import(folder);
        ImportReport report = imports.of(
                "2026.csv",
                ("Post id,Date,Post text,Link,Impressions,Likes,Engagements,Bookmarks,Share,New follows,Replies,Reposts,"
                                + "Profile visits,Detail expands,Url clicks,Hashtag clicks,Permalink clicks\n"
                                + row(ID, "Sat Aug 01 2026", "Text", link(ID)))
                        .replace("\n", "\r\n"));
        assertThat(report.rows().posts()).isEqualTo(1);
        assertThat(report.observedAt()).isEqualTo("2026-08-02T00:00:00Z");
        MetricValues values = imports.posts().getFirst().values();
        assertThat(values.orNaN(SHARES)).isEqualTo(4);
        assertThat(values.orNaN(LINK_CLICKS)).isEqualTo(9);
        assertThat(imports.posts().getFirst().version().url()).isEqualTo(link(ID));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ポストID,日付,ポスト本文,ポストのリンク,インプレッション数,いいね,エンゲージメント,ブックマーク,共有された回数,新しいフォロー,返信,リポスト,"
                        + "プロフィールへのアクセス数,詳細のクリック数,URLのクリック数,ハッシュタグのクリック数,パーマリンクのクリック数",
                "Identificação do post,Data,Texto do post,Postar link,Impressões,Curtidas,Engajamentos,Itens salvos,"
                        + "Compartilhamentos,Novos seguidores,Respostas,Reposts,Visitas ao perfil,Expansões de detalhes,"
                        + "Cliques de URL,Cliques de hashtag,Cliques de link permanente",
                "c1,c2,c3,c4,c5,c6,c7,c8,c9,c10,c11,c12,c13,c14,c15,c16,c17"
            })
    void headersOfOtherLanguagesAreRead(String header) {
        Import imports = new Import(folder);
        ImportReport report = imports.of(NAME, header + "\n" + row(ID, DATE, "Text", link(ID)));
        assertThat(report.rows().posts()).isEqualTo(1);
        Observation.OfPost post = imports.posts().getFirst();
        assertThat(post.version().text()).isEqualTo("Text");
        assertThat(post.values().orNaN(FOLLOWS)).isEqualTo(2);
        assertThat(post.values().orNaN(LINK_CLICKS)).isEqualTo(9);
    }

    @Test
    void portugueseColumnsInAnotherOrderAreReadByName() {
        Import imports = new Import(folder);
        imports.of(
                NAME,
                "Impressões,Curtidas,Respostas,Itens salvos,Compartilhamentos,Reposts,Engajamentos,Novos seguidores,"
                        + "Visitas ao perfil,Cliques de URL,Expansões de detalhes,Cliques de hashtag,"
                        + "Cliques de link permanente,Texto do post,Postar link,Data\n"
                        + "10,1,2,3,4,5,60,7,8,9,1,1,1,Bom dia," + link(ID) + "," + DATE + "\n");
        Observation.OfPost post = imports.posts().getFirst();
        assertThat(post.aliases()).containsExactly(new Alias("x:post", ID));
        assertThat(post.values().orNaN(COMMENTS)).isEqualTo(2);
        assertThat(post.values().orNaN(REPOSTS)).isEqualTo(5);
    }

    @Test
    void seventeenColumnsWithoutALinkInTheFourthAreNoExportOfX() {
        ImportRefused refused = new Import(folder)
                .refusal(NAME, "a,b,c,d,e,f,g,h,i,j,k,l,m,n,o,p,q\n" + row(ID, DATE, "Text", "https://example.com"));
        assertThat(refused.code()).isEqualTo("unknown_format");
    }

    @ParameterizedTest
    @ValueSource(strings = {"2.08E+18", "\"2,08E+18\"", "2083531929449130000", ""})
    void damagedIdsAreTakenFromTheLink(String shown) {
        Import imports = new Import(folder);
        ImportReport report = imports.of(NAME, HEADER + row(shown, DATE, "Text", link(ID)));
        assertThat(imports.posts().getFirst().aliases()).containsExactly(new Alias("x:post", ID));
        assertThat(report.warnings())
                .hasSize(shown.isEmpty() ? 0 : 1)
                .allSatisfy(warning -> assertThat(warning).contains("row 2", "link"));
    }

    @ParameterizedTest
    @CsvSource({
        "2.08E+18, '', spreadsheet shortened",
        "2083531929449130000, '', spreadsheet shortened",
        "abc, '', not the id of a post",
        "'', '', not the id of a post",
        "2083531929449136129, https://x.com/acme/status/2083531929449136128, not the id of the post that the link leads to",
    })
    void idsThatCannotBeToldAreRejected(String id, String link, String reason) {
        ImportReport report = new Import(folder)
                .account("acme")
                .of(
                        NAME,
                        HEADER
                                + row(id, DATE, "Text", link)
                                + row(ID, DATE, "B", link(ID).replace("AcmeCoffee", "acme")));
        assertThat(report.rows().posts()).isEqualTo(1);
        Reject reject = report.rejects().getFirst();
        assertThat(reject.column()).isEqualTo("Post id");
        assertThat(reject.row()).isEqualTo(2);
        assertThat(reject.reason()).contains(reason);
    }

    @Test
    void aFileWithoutLinksAsksForItsAccount() {
        ImportRefused refused = new Import(folder).refusal(NAME, HEADER + row(ID, DATE, "Text", ""));
        assertThat(refused.code()).isEqualTo("account_needed");
    }

    @Test
    void linksWithoutHandleBelongToTheNamedAccount() {
        Import imports = new Import(folder).account("acme");
        imports.of(NAME, HEADER + row(ID, DATE, "Text", "https://x.com/i/web/status/" + ID));
        assertThat(imports.posts().getFirst().account().handle()).isEqualTo("acme");
    }

    @Test
    void anotherAccountThanTheNamedOneIsRefused() {
        ImportRefused refused =
                new Import(folder).account("other").refusal(NAME, HEADER + row(ID, DATE, "T", link(ID)));
        assertThat(refused.code()).isEqualTo("account_mismatch");
    }

    @Test
    void rowsOfSeveralAccountsGoToEach() {
        Import imports = new Import(folder);
        ImportReport report = imports.of(
                NAME,
                HEADER
                        + row(ID, DATE, "A", link(ID))
                        + row(
                                "2083531929449136129",
                                DATE,
                                "B",
                                "https://twitter.com/acme_tea/status/2083531929449136129")
                        + row("2083531929449136130", DATE, "C", "https://x.com/i/status/2083531929449136130"));
        assertThat(imports.posts())
                .extracting(post -> post.account().handle())
                .containsExactly("AcmeCoffee", "acme_tea");
        assertThat(report.rejects())
                .singleElement()
                .satisfies(reject -> assertThat(reject.column()).isEqualTo("Post Link"));
    }

    @Test
    void aRowSeenTwiceIsADuplicateAndAnUnreadableOneIsRejected() {
        ImportReport report = new Import(folder)
                .of(
                        NAME,
                        HEADER
                                + row(ID, DATE, "A", link(ID))
                                + row(ID, DATE, "A", link(ID))
                                + row(ID, "\"2026, first of August\"", "A", link(ID))
                                + row(ID, DATE, "A", link(ID)).replace(",1500,", ",many,")
                                + row(ID, DATE, "A, unquoted", link(ID)));
        assertThat(report.rows()).isEqualTo(new RowCounts(5, 1, 0, 1, 0, 0, 0, 3));
        assertThat(report.rejects()).extracting(Reject::column).containsExactly("Date", "Impressions", null);
    }

    @Test
    void unknownColumnsAreNamed() {
        ImportReport report = new Import(folder)
                .of(
                        NAME,
                        HEADER.replace("\n", ",Quotes\n")
                                + row(ID, DATE, "A", link(ID)).replace("\n", ",3\n"));
        assertThat(report.rows().posts()).isEqualTo(1);
        assertThat(report.warnings()).singleElement().asString().contains("\"Quotes\"");
    }

    @Test
    void aDateThatContradictsTheIdIsNamed() {
        Import imports = new Import(folder);
        ImportReport report = imports.of(NAME, HEADER + row(ID, "\"Wed, Jul 1, 2026\"", "A", link(ID)));
        assertThat(report.warnings()).singleElement().asString().contains("2026-07-01", "the id was taken");
        assertThat(imports.posts().getFirst().version().publishedAt()).isEqualTo("2026-08-01T12:34:56.789Z");
    }
}
