package io.tidemark.collect.file;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.collect.file.mapping.Mapping;
import io.tidemark.collect.file.mapping.MappingJson;
import io.tidemark.testing.CanonicalDump;
import io.tidemark.testing.LedgerFixture;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
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

    private record Table(String name, String at, Mapping mapping, String content) {}

    private static final List<Table> TABLES = List.of(
            new Table(
                    "a.csv",
                    "2026-03-03T10:00:00Z",
                    POSTS,
                    HEADER
                            + "1," + LINK + "1,01.03.2026 10:00,Hello,Photo,5,1\n"
                            + "2," + LINK + "2,02.03.2026 11:00,Again,Reel,,2\n"),
            new Table(
                    "b.csv",
                    "2026-03-05T10:00:00Z",
                    POSTS,
                    HEADER
                            + "2," + LINK + "2,02.03.2026 11:00,Again (edited),Reel,9,3\n"
                            + "3," + LINK + "3,04.03.2026 08:00,Third,Video,0,\n"),
            new Table(
                    "c.csv",
                    "2026-03-08T10:00:00Z",
                    POSTS,
                    HEADER
                            + "1.22E+17," + LINK + "1,01.03.2026 10:00,Hello,Photo,7,4\n"
                            + "3," + LINK + "3,04.03.2026 08:00,Third,Video,12,-1\n"
                            + "3," + LINK + "3,04.03.2026 08:00,Third,Video,99,-1\n"),
            new Table("d.csv", "2026-03-04T10:00:00Z", DAYS, "day,seen,fans\n01.03.2026,10,100\n02.03.2026,11,101\n"),
            new Table("e.csv", "2026-03-06T10:00:00Z", DAYS, "day,seen,fans\n02.03.2026,14,\n03.03.2026,0,103\n"));

    @TempDir
    private Path folder;

    @Test
    void someOrdersEndInTheSameState() throws IOException {
        List<List<Table>> all = new ArrayList<>(orders(TABLES));
        Collections.shuffle(all, new Random(7));
        compare(all.subList(0, 6));
    }

    @Test
    @Tag("thorough")
    void allOrdersEndInTheSameState() throws IOException {
        compare(orders(TABLES));
    }

    /// Each order in a business of its own: databases take their time.
    private void compare(List<List<Table>> orders) throws IOException {
        try (LedgerFixture fixture = LedgerFixture.create()) {
            CanonicalDump expected = state(fixture, TABLES, "straight");
            for (List<Table> order : orders) {
                String names = order.stream().map(Table::name).toList().toString();
                assertThat(state(fixture, order, names)).as("order " + names).isEqualTo(expected);
            }
        }
    }

    private CanonicalDump state(LedgerFixture fixture, List<Table> order, String name) throws IOException {
        long business = fixture.directory()
                .createBusiness(name, LedgerFixture.BERLIN, DayOfWeek.MONDAY, false)
                .id();
        for (Table table : order) {
            assertThat(run(fixture, business, table).rows().rejected()).isZero();
        }
        return CanonicalDump.of(fixture.address(), business);
    }

    private ImportReport run(LedgerFixture fixture, long business, Table table) throws IOException {
        Path file = Files.writeString(folder.resolve(table.name()), table.content());
        Answers answers = new Answers(null, null, null, null, Instant.parse(table.at()), table.mapping());
        ImportRequest request = new ImportRequest(
                fixture.ledger().newId(), business, file, table.name(), answers, null, false, true, Set.of(business));
        return new FileImporter(fixture.ledger(), Clock.systemUTC()).run(request, _ -> {});
    }

    private static List<List<Table>> orders(List<Table> tables) {
        if (tables.isEmpty()) {
            return List.of(List.of());
        }
        List<List<Table>> orders = new ArrayList<>();
        for (Table first : tables) {
            List<Table> rest = new ArrayList<>(tables);
            rest.remove(first);
            for (List<Table> order : orders(rest)) {
                List<Table> whole = new ArrayList<>(List.of(first));
                whole.addAll(order);
                orders.add(whole);
            }
        }
        return orders;
    }
}
