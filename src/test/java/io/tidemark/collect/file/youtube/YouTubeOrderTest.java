package io.tidemark.collect.file.youtube;

import io.tidemark.collect.file.AnyOrder;
import io.tidemark.collect.file.Zip;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Five overlapping exports of one channel, of the same videos and days, end in the same state, whatever their order.
class YouTubeOrderTest {
    private static final String CONTENT = "Content,Video title,Video publish time,Duration,Views,Subscribers\n";
    private static final String TOTALS = "Date,Views\n";

    @TempDir
    Path folder;

    private static String video(String id, String title, int views, String subscribers) {
        return id + "," + title + ",\"Jan 10, 2026\",61," + views + "," + subscribers + "\n";
    }

    private static byte[] zip(String table, String totals) {
        return new Zip()
                .add("Table data.csv", table)
                .add("Totals.csv", TOTALS + totals)
                .bytes();
    }

    private AnyOrder exports() {
        String modified = "2026-09-01T00:00:00Z";
        return new AnyOrder(folder, "acme")
                .add(
                        "Content 2026-01-10_2026-01-11 Acme.zip",
                        modified,
                        zip(
                                CONTENT
                                        + "Total,,,,150,3\n"
                                        + video("abcdefghij1", "One", 100, "1")
                                        + video("-bcdefghij2", "Two", 50, "-1"),
                                "2026-01-10,90\n2026-01-11,60\n"))
                .add(
                        "Content 2026-01-10_2026-01-12 Acme.zip",
                        modified,
                        zip(
                                CONTENT
                                        + "Total,,,,190,4\n"
                                        + video("abcdefghij1", "One (edited)", 120, "")
                                        + video(" -bcdefghij2", "Two", 55, "0"),
                                "2026-01-10,90\n2026-01-11,72\n2026-01-12,28\n"))
                .add("Totals.csv", modified, TOTALS + "2026-01-12,31\n2026-01-13,0\n")
                .add("Chart data.csv", modified, """
                                Date,Content,Video title,Video publish time,Duration,Views
                                2026-01-11,abcdefghij1,One,"Jan 10, 2026",61,70
                                2026-01-12,abcdefghij1,One,"Jan 10, 2026",61,9
                                """)
                .add(
                        "Geography 2026-01-10_2026-01-12 Acme.zip",
                        modified,
                        zip("Geography,Views\nTotal,190\nDE,100\nAT,12\n", "2026-01-12,28\n2026-01-11,72\n"));
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
