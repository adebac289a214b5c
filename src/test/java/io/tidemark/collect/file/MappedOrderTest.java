package io.tidemark.collect.file;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.collect.file.mapping.Mapping;
import io.tidemark.collect.file.mapping.MappingJson;
import io.tidemark.testing.CanonicalDump;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Five overlapping tables of one account, read with mappings, end in the same state in any order.
class MappedOrderTest {
    private static final String OWNER =
            "\"platform\": \"facebook\", \"account\": \"acme\", \"date_order\": \"dmy\", \"time_zone\": \"Europe/Berlin\"";
    private static final Mapping POSTS = MappingJson.read("""
            {"name": "Posts", "rows": "posts", %s, "columns": [
             {"name": "id", "role": "post_id"}, {"name": "link", "role": "permalink"}, {"name": "at", "role": "published_at"},
             {"name": "text", "role": "text"}, {"name": "type", "role": "content_type"},
             {"name": "likes", "role": "metric", "metric": "likes"}, {"name": "mood", "role": "native"}]}
            """.formatted(OWNER));
    private static final Mapping DAYS = MappingJson.read("""
            {"name": "Days", "rows": "account_days", %s, "columns": [{"name": "day", "role": "day"},
             {"name": "seen", "role": "metric", "metric": "impressions"},
             {"name": "fans", "role": "metric", "metric": "followers"}]}
            """.formatted(OWNER));
    private static final String HEADER = "id,link,at,text,type,likes,mood\n";
    private static final String LINK = "https://www.facebook.com/acme/posts/";

    @TempDir
    private Path folder;

    private AnyOrder tables() {
        return new AnyOrder(folder)
                .add(
                        "a.csv",
                        "2026-03-03T10:00:00Z",
                        HEADER
                                + "1," + LINK + "1,01.03.2026 10:00,Hello,Photo,5,1\n"
                                + "2," + LINK + "2,02.03.2026 11:00,Again,Reel,,2\n",
                        POSTS)
                .add(
                        "b.csv",
                        "2026-03-05T10:00:00Z",
                        HEADER
                                + "2," + LINK + "2,02.03.2026 11:00,Again (edited),Reel,9,3\n"
                                + "3," + LINK + "3,04.03.2026 08:00,Third,Video,0,\n",
                        POSTS)
                .add(
                        "c.csv",
                        "2026-03-08T10:00:00Z",
                        HEADER
                                + "1.22E+17," + LINK + "1,01.03.2026 10:00,Hello,Photo,7,4\n"
                                + "3," + LINK + "3,04.03.2026 08:00,Third,Video,12,-1\n"
                                + "3," + LINK + "3,04.03.2026 08:00,Third,Video,99,-1\n",
                        POSTS)
                .add("d.csv", "2026-03-04T10:00:00Z", "day,seen,fans\n01.03.2026,10,100\n02.03.2026,11,101\n", DAYS)
                .add("e.csv", "2026-03-06T10:00:00Z", "day,seen,fans\n02.03.2026,14,\n03.03.2026,0,103\n", DAYS);
    }

    @Test
    void someOrdersEndInTheSameState() {
        tables().check(29);
    }

    /// The address holds another id than the column, and only the last table knows both.
    @Test
    void idsThatOneTableBringsTogetherAreOnePostInAllOrders() {
        String link = LINK + "pfbid02abcDEF";
        CanonicalDump dump = new AnyOrder(folder)
                .add("a.csv", "2026-03-03T10:00:00Z", HEADER + "1,,01.03.2026 10:00,Hello,Photo,5,1\n", POSTS)
                .add("b.csv", "2026-03-05T10:00:00Z", HEADER + "," + link + ",01.03.2026,Hello,Photo,9,2\n", POSTS)
                .add(
                        "c.csv",
                        "2026-03-04T10:00:00Z",
                        HEADER + "1," + link + ",01.03.2026 10:00,Hello there,Photo,7,3\n",
                        POSTS)
                .check(1);
        assertThat(dump.derived())
                .filteredOn(row -> row.startsWith("(post,"))
                .singleElement()
                .asString()
                .contains("2026-03-01 09:00:00");
    }

    @Test
    @Tag("thorough")
    void allOrdersEndInTheSameState() {
        tables().check(1);
    }
}
