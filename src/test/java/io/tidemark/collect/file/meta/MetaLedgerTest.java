package io.tidemark.collect.file.meta;

import static io.tidemark.metric.Metric.IMPRESSIONS;
import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.collect.file.Answers;
import io.tidemark.collect.file.AnyOrder;
import io.tidemark.collect.file.FileImporter;
import io.tidemark.collect.file.ImportRequest;
import io.tidemark.frame.PostFrame;
import io.tidemark.ledger.Account;
import io.tidemark.metric.ContentType;
import io.tidemark.metric.Platform;
import io.tidemark.testing.LedgerFixture;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Overlapping exports of a page and an Instagram account through the real ledger.
class MetaLedgerTest {
    private static final String FACEBOOK =
            "Post ID,Page ID,Page name,Title,Publish time,Permalink,Is crosspost,Post type,"
                    + "Data comment,Date,Views,Reach,Reactions\n";
    private static final String INSTAGRAM = "Post ID,Account ID,Account username,Account name,Publish time,Permalink,"
            + "Post type,Data comment,Date,Views,Reach,Likes\n";

    @TempDir
    Path folder;

    private record Download(String name, String content) {}

    /// Five exports: the same posts grow, one cannot be described in between, one was saved by a spreadsheet.
    private static final List<Download> DOWNLOADS = List.of(
            new Download(
                    "Jan-01-2026_Jan-31-2026_1.csv",
                    FACEBOOK
                            + facebook("122100000000000101", "01/10/2026 09:00", "Reels", "10,8,1")
                            + facebook("122100000000000102", "01/12/2026 09:00", "Photos", "20,18,2")),
            new Download(
                    "Jan-01-2026_Feb-28-2026_2.csv",
                    FACEBOOK + facebook("122100000000000101", "01/10/2026 09:00", "Reels", "0,9,3")
                            + ",,,,,,,,content with ID 122100000000000102.,Lifetime,25,20,2\n"
                            + facebook("122100000000000103", "02/12/2026 09:00", "Photos", "5,5,")),
            new Download(
                    "Jan-01-2026_Mar-31-2026_3.csv",
                    FACEBOOK
                            + facebook("1.221E+17", "01/10/2026 09:00", "Reels", "14,9,3")
                            + facebook("122100000000000103", "02/12/2026 09:00", "Photos", "7,6,1")),
            new Download(
                    "Jan-01-2026_Feb-28-2026_4.csv",
                    INSTAGRAM
                            + instagram("18000000000000001", "DABCDEFGHIJ", "10,8,1")
                            + instagram("18000000000000002", "DABCDEFGHIK", "20,18,2")),
            new Download(
                    "Jan-01-2026_Mar-31-2026_5.csv",
                    INSTAGRAM
                            + instagram("1.8E+16", "DABCDEFGHIJ", "12,9,1")
                            + instagram("18000000000000002", "DABCDEFGHIK", "30,28,4")));

    private static String facebook(String id, String time, String type, String numbers) {
        String link = type.equals("Reels") ? "https://www.facebook.com/acme/posts/122100000000000101" : "";
        return id + ",500100,Acme Page,Hello," + time + "," + link + ",0," + type + ",,Lifetime," + numbers + "\n";
    }

    private static String instagram(String id, String code, String numbers) {
        return id + ",600100,acme,Acme,01/10/2026 09:00,https://www.instagram.com/p/" + code + "/,IG image,,Lifetime,"
                + numbers + "\n";
    }

    private AnyOrder exports() {
        AnyOrder exports = new AnyOrder(folder);
        DOWNLOADS.forEach(file -> exports.add(file.name(), "2026-09-01T00:00:00Z", file.content()));
        return exports;
    }

    @Test
    void someOrdersEndInTheSameState() {
        exports().check(29);
    }

    @Tag("thorough")
    @Test
    void allOrdersEndInTheSameState() {
        exports().check(1);
    }

    @Test
    void postsGrowKeepTheirKindAndAreNeverOverwrittenByAFalseZero() {
        try (LedgerFixture fixture = LedgerFixture.create()) {
            DOWNLOADS
                    .subList(0, 2)
                    .forEach(file -> run(fixture, fixture.business().id(), file));
            PostFrame posts = fixture.ledger().frame(fixture.business().id()).posts();
            assertThat(posts.size()).isEqualTo(3);
            Map<ContentType, Double> impressions = new EnumMap<>(ContentType.class);
            for (int i = 0; i < posts.size(); i++) {
                impressions.merge(posts.contentType(i), posts.value(i, IMPRESSIONS), Double::sum);
            }
            assertThat(impressions).isEqualTo(Map.of(ContentType.REEL, 10.0, ContentType.IMAGE, 30.0));
        }
    }

    @Test
    void pagesOfOneNameStayApart() {
        try (LedgerFixture fixture = LedgerFixture.create()) {
            run(fixture, fixture.business().id(), DOWNLOADS.get(0));
            Download branch = new Download(
                    "Jan-01-2026_Jan-31-2026_6.csv",
                    FACEBOOK
                            + facebook("122100000000000901", "01/10/2026 09:00", "Photos", "10,8,1")
                                    .replace("500100", "500900"));
            run(fixture, fixture.business().id(), branch);
            List<Account> accounts =
                    fixture.ledger().accounts(fixture.business().id());
            assertThat(accounts).extracting(Account::name).containsExactly("Acme Page", "Acme Page");
            assertThat(fixture.ledger().findAccount(fixture.business().id(), Platform.FACEBOOK, "Acme Page"))
                    .map(Account::id)
                    .contains(accounts.getFirst().id());
        }
    }

    private void run(LedgerFixture fixture, long business, Download file) {
        try {
            Path path = Files.writeString(folder.resolve(file.name()), file.content());
            ImportRequest request = new ImportRequest(
                    fixture.ledger().newId(),
                    business,
                    path,
                    file.name(),
                    Answers.NONE,
                    null,
                    false,
                    true,
                    Set.of(business));
            new FileImporter(fixture.ledger(), Clock.systemUTC()).run(request, progress -> {});
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
