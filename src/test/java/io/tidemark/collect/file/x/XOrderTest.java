package io.tidemark.collect.file.x;

import io.tidemark.collect.file.AnyOrder;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Five overlapping exports of one account end in the same state, whatever their order.
class XOrderTest {
    private static final String MODIFIED = "2026-09-01T00:00:00Z";
    private static final long ID = 2083531929449136128L;

    @TempDir
    Path folder;

    private static String post(int number, int impressions, String text) {
        long id = ID + number;
        return id + ",\"Sat, Aug 1, 2026\"," + text + ",https://x.com/acme/status/" + id + "," + impressions
                + ",20,60,3,4,2,5,6,7,8,9,1,0\n";
    }

    private static String day(String date, int impressions) {
        return "\"" + date + "\"," + impressions + ",9,40,1,2,3,4,5,6,7,8,0,5\n";
    }

    private AnyOrder exports() {
        return new AnyOrder(folder, "acme")
                .add(
                        "account_analytics_content_2026-07-06_2026-08-02.csv",
                        MODIFIED,
                        XPostsTest.HEADER + post(1, 100, "First") + post(2, 50, "Second"))
                .add(
                        "account_analytics_content_2026-07-06_2026-08-05.csv",
                        MODIFIED,
                        XPostsTest.HEADER
                                + post(1, 140, "First")
                                + post(2, 70, "Second edited")
                                + post(3, 9, "@x Third"))
                .add(
                        "account_analytics_content_2026-08-01_2026-08-05 (1).csv",
                        MODIFIED,
                        XPostsTest.HEADER + post(3, 11, "@x Third"))
                .add(
                        "account_overview_analytics.csv",
                        MODIFIED,
                        XDaysTest.HEADER + day("Sun, Aug 2, 2026", 1070) + day("Sat, Aug 1, 2026", 900))
                .add(
                        "account_overview_analytics (1).csv",
                        MODIFIED,
                        XDaysTest.HEADER + day("Mon, Aug 3, 2026", 10) + day("Sun, Aug 2, 2026", 1178));
    }

    @Test
    void someOrders() {
        exports().check(29);
    }

    /// Nothing in two such files says which is later: either may count, but always the same one, whatever the copies
    /// are dated.
    @Test
    void filesOfOneLastDayTieTheSameWayInEitherOrder() {
        new AnyOrder(folder, "acme")
                .add("a.csv", "2026-08-04T00:00:00Z", XDaysTest.HEADER + day("Sun, Aug 2, 2026", 1070))
                .add("b.csv", "2026-08-03T00:00:00Z", XDaysTest.HEADER + day("Sun, Aug 2, 2026", 1178))
                .check(1);
    }

    @Test
    @Tag("thorough")
    void allOrders() {
        exports().check(1);
    }
}
