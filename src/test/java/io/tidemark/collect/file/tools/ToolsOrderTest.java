package io.tidemark.collect.file.tools;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.collect.file.AnyOrder;
import io.tidemark.testing.CanonicalDump;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Five overlapping exports of two tools about the same posts.
class ToolsOrderTest {
    private static final String PUBLER =
            "Date,Social account,Social network,Post link,Post text,Post type,Reach,Reactions,Comments,Shares,Link clicks\n";
    private static final String X =
            "2025-06-02 10:08,Acme,Twitter,https://x.com/acme/status/1929450000000000000,Hello,Status,";
    private static final String INSTAGRAM =
            "2025-06-03 09:30,acme,Instagram,https://www.instagram.com/p/DABCDEFGHIJ/,Hi,Photo,";

    @TempDir
    Path folder;

    private static byte[] publer(String end, String... rows) {
        String preamble = "# Start Date: 1 Jun 2025\n# End Date: " + end + "\n\n\n";
        return (preamble + PUBLER + String.join("\n", rows) + "\n").getBytes(StandardCharsets.UTF_8);
    }

    private AnyOrder exports() {
        byte[] hootsuiteX = """
                Date (GMT),Tweet Text,Tweet Permalink,Impressions,Likes,Retweets
                2025-06-02 08:08:00,Hello,https://twitter.com/acme/status/1929450000000000000,900,8,
                """.getBytes(StandardCharsets.UTF_8);
        byte[] hootsuiteInstagram = """
                Date (GMT),Instagram Account,Instagram Post ID,Post Type,Post Message,Post Permalink,Likes,Comments,Views
                2025-06-03 07:30:00,acme,18012345678901234,Photo,Hi,https://www.instagram.com/p/DABCDEFGHIJ/,12,3,500
                """.getBytes(StandardCharsets.UTF_8);
        return new AnyOrder(folder)
                .add(
                        "one.csv",
                        "2025-07-01T00:00:00Z",
                        publer("30 Jun 2025", X + "70,5,2,1,-", INSTAGRAM + "90,9,-,1,-"))
                .add("two.csv", "2025-07-02T00:00:00Z", publer("30 Jun 2025", X + "75,6,2,-,4"))
                .add(
                        "three.csv",
                        "2025-07-20T00:00:00Z",
                        publer("15 Jul 2025", X + "80,7,-,2,5", INSTAGRAM + "95,10,2,1,-"))
                .add("x.csv", "2025-07-10T00:00:00Z", hootsuiteX)
                .add("instagram.csv", "2025-07-10T00:00:00Z", hootsuiteInstagram);
    }

    @Test
    void someOrdersEndInTheSameTwoPosts() {
        assertTwoPosts(exports().check(29));
    }

    @Test
    @Tag("thorough")
    void allOrdersEndInTheSameTwoPosts() {
        assertTwoPosts(exports().check(1));
    }

    private static void assertTwoPosts(CanonicalDump dump) {
        assertThat(dump.facts().stream()
                        .filter(fact -> fact.startsWith("(version"))
                        .map(fact -> fact.replaceFirst("^[^,]*,([^,]*),.*$", "$1"))
                        .distinct())
                .containsExactlyInAnyOrder("instagram:post:18012345678901234", "x:post:1929450000000000000");
    }
}
