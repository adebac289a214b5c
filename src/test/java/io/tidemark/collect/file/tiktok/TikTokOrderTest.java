package io.tidemark.collect.file.tiktok;

import io.tidemark.collect.file.AnyOrder;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Five overlapping exports of one account end in the same state, whatever their order.
class TikTokOrderTest {
    @TempDir
    Path folder;

    private static String day(String date, int views) {
        return "\"" + date + "\",\"" + views + "\",\"5\",\"3\",\"2\",\"undefined\"\n";
    }

    private static String video(String time, String title, int views) {
        return "\"" + time + "\",\"" + title + "\",\"https://www.tiktok.com/@acme/video/" + TikTokStudioTest.ID
                + "\",\"April 8\",\"30\",\"4\",\"2\",\"" + views + "\"\n";
    }

    private AnyOrder exports() {
        return new AnyOrder(folder, "acme")
                .add(
                        "Overview.csv",
                        "2025-04-13T10:00:00Z",
                        TikTokStudioTest.OVERVIEW + day("April 11", 10) + day("April 12", 7))
                .add(
                        "Overview (1).csv",
                        "2025-04-14T10:00:00Z",
                        TikTokStudioTest.OVERVIEW + day("April 12", 12) + day("April 13", 3))
                .add("Content.csv", "2025-05-01T10:00:00Z", TikTokStudioTest.CONTENT + video("April 13", "Beans", 900))
                .add("Content.csv", "2025-05-01T10:00:00Z", TikTokStudioTest.CONTENT + video("April 14", "Bean", 950))
                .add(
                        "days.csv",
                        "2025-05-01T10:00:00Z",
                        TikTokBusinessTest.DAYS + "2025/04/11,11,9,8,30,2,4,0,NAN,5,7,2\n"
                                + "2025/04/13,4,3,8,30,2,4,0,NAN,5,7,2\n");
    }

    @Test
    void someOrders() {
        exports().check(29);
    }

    @Test
    @Tag("thorough")
    void allOrders() {
        exports().check(1);
    }
}
