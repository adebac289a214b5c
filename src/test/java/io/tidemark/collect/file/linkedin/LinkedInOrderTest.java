package io.tidemark.collect.file.linkedin;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.collect.file.AnyOrder;
import io.tidemark.collect.file.Workbook;
import io.tidemark.testing.CanonicalDump;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Five overlapping exports of one page, two of them in two versions.
class LinkedInOrderTest {
    private static final String MODIFIED = "2026-01-01T00:00:00Z";
    private static final List<String> DAYS =
            List.of("Date", "Impressions (organic)", "Impressions (total)", "Reactions (total)");
    private static final List<String> POSTS =
            List.of("Post title", "Post link", "Created date", "Impressions", "Likes", "Comments");
    private static final List<String> FOLLOWERS = List.of("Date", "Organic followers", "Total followers");
    private static final String FIRST = "https://www.linkedin.com/feed/update/urn:li:activity:7306192134921981953";
    private static final String FIRST_SHARE = "https://www.linkedin.com/feed/update/urn:li:share:7306192143310589953";
    private static final String FIRST_UGC = "https://www.linkedin.com/feed/update/urn:li:ugcPost:7306192151699197953";
    private static final String LATER_SHARE = "https://www.linkedin.com/feed/update/urn:li:share:7306192160087805953";
    private static final String SECOND = "https://www.linkedin.com/feed/update/urn:li:share:7306554522885767168";

    @TempDir
    Path folder;

    private AnyOrder exports() {
        return new AnyOrder(folder)
                .add(
                        "acme_content_1742193384396.xls",
                        MODIFIED,
                        new Workbook()
                                .sheet(
                                        "Metrics",
                                        DAYS,
                                        List.of("03/14/2025", 10, 10, 1),
                                        List.of("03/15/2025", 20, 20, 2))
                                .sheet(
                                        "All posts",
                                        POSTS,
                                        List.of("One", FIRST, "03/14/2025", 100, 5, 1),
                                        List.of("Two", SECOND, "03/15/2025", 50, "", 0))
                                .bytes())
                .add(
                        "acme_content_1742393384396.xls",
                        MODIFIED,
                        new Workbook()
                                .sheet(
                                        "Metrics",
                                        DAYS,
                                        List.of("03/15/2025", 22, 24, -1),
                                        List.of("03/16/2025", 5, 5, 0))
                                .sheet("All posts", POSTS, List.of("One, edited", FIRST, "03/14/2025", 140, "", 2))
                                .bytes())
                .add(
                        "acme_followers_1742193384396.xls",
                        MODIFIED,
                        new Workbook()
                                .sheet(
                                        "New followers",
                                        FOLLOWERS,
                                        List.of("03/14/2025", 3, 3),
                                        List.of("03/15/2025", 1, 1))
                                .sheet("Seniority", List.of("Seniority", "Total followers"), List.of("Entry", 20))
                                .bytes())
                .add(
                        "acme_followers_1742393384396.xls",
                        MODIFIED,
                        new Workbook()
                                .sheet(
                                        "New followers",
                                        FOLLOWERS,
                                        List.of("03/15/2025", 2, 2),
                                        List.of("03/16/2025", 4, 4))
                                .sheet("Seniority", List.of("Seniority", "Total followers"), List.of("Entry", 24))
                                .bytes())
                .add(
                        "acme_competitor_analytics_1742393384396.xls",
                        MODIFIED,
                        new Workbook()
                                .sheet(
                                        "COMPETITORS",
                                        List.of("3/14/2025", "3/16/2025"),
                                        List.of("Page", "Total Followers", "New Followers"),
                                        List.of("Acme", 1200, 9),
                                        List.of("Contoso Ltd", 5000, 20))
                                .bytes());
    }

    @Test
    void someOrdersEndInTheSame() {
        exports().check(29);
    }

    /// The three ids that LinkedIn gives a post, made within seconds of each other.
    @Test
    void idsOfThreeKindsAreOnePostInAllOrders() {
        CanonicalDump dump = new AnyOrder(folder)
                .add("acme_content_1742193384396.xls", MODIFIED, posts("One ", FIRST, 100))
                .add("acme_content_1742293384396.xls", MODIFIED, posts("one", FIRST_SHARE, 120))
                .add("acme_content_1742393384396.xls", MODIFIED, posts("One", FIRST_UGC, 140))
                .check(1);
        assertThat(postsOf(dump)).singleElement().asString().contains(",140,");
    }

    /// Two shares may be the activity, and nobody knows which.
    @Test
    void idsOfOneKindKeepPostsApartInAllOrders() {
        CanonicalDump dump = new AnyOrder(folder)
                .add("acme_content_1742193384396.xls", MODIFIED, posts("One", FIRST, 100))
                .add("acme_content_1742293384396.xls", MODIFIED, posts("One", FIRST_SHARE, 120))
                .add(
                        "acme_content_1742393384396.xls",
                        MODIFIED,
                        posts("One", FIRST_SHARE.replace("43310589953", "43310589954"), 140))
                .check(1);
        assertThat(postsOf(dump)).hasSize(3);
    }

    @Test
    void anotherTextNoTextAndAnotherTimeKeepPostsApart() {
        CanonicalDump dump = new AnyOrder(folder)
                .add("acme_content_1742193384396.xls", MODIFIED, posts("One", FIRST, 100))
                .add("acme_content_1742293384396.xls", MODIFIED, posts("Another", FIRST_SHARE, 120))
                .add("acme_content_1742393384396.xls", MODIFIED, posts("", FIRST_UGC, 140))
                .add("acme_content_1742493384396.xls", MODIFIED, posts("One", LATER_SHARE, 160))
                .check(23);
        assertThat(postsOf(dump)).hasSize(4);
    }

    private static byte[] posts(String title, String link, int impressions) {
        return new Workbook()
                .sheet("Metrics", DAYS, List.of("03/14/2025", 10, 10, 1))
                .sheet("All posts", POSTS, List.of(title, link, "03/14/2025", impressions, 5, 1))
                .bytes();
    }

    private static List<String> postsOf(CanonicalDump dump) {
        return dump.derived().stream().filter(row -> row.startsWith("(post,")).toList();
    }

    @Test
    @Tag("thorough")
    void allOrdersEndInTheSame() {
        exports().check(1);
    }
}
