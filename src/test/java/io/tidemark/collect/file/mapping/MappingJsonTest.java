package io.tidemark.collect.file.mapping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.tidemark.collect.file.table.NumberStyle;
import io.tidemark.metric.ContentType;
import io.tidemark.metric.Platform;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MappingJsonTest {
    private static final String WHOLE = """
            {"name": "Posts", "rows": "posts", "platform": "facebook", "account": "acme", "part": "Sheet1",
             "header_row": 3, "date_order": "dmy", "time_zone": "Europe/Berlin", "decimal": "comma", "missing": ["-1"],
             "content_types": {"Foto": "image"},
             "columns": [{"name": "ID", "role": "post_id"},
                         {"name": "Views", "occurrence": 2, "role": "metric", "metric": "impressions"},
                         {"name": "Watched", "role": "metric", "metric": "watch_time_seconds", "unit": "hours"}]}
            """;

    @Test
    void readsWhatItWrites() {
        Mapping mapping = MappingJson.read(WHOLE);

        assertThat(mapping.platform()).isEqualTo(Platform.FACEBOOK);
        assertThat(mapping.timeZone()).isEqualTo(ZoneId.of("Europe/Berlin"));
        assertThat(mapping.decimal()).isEqualTo(NumberStyle.COMMA);
        assertThat(mapping.contentTypes()).containsEntry("Foto", ContentType.IMAGE);
        assertThat(mapping.columns().get(1).before()).isEqualTo(1);
        assertThat(MappingJson.read(MappingJson.write(mapping))).isEqualTo(mapping);
    }

    @Test
    void whatIsLeftOutIsOpen() {
        Mapping mapping = MappingJson.read("""
                {"name": "Posts", "rows": "posts", "columns": [{"name": "ID", "role": "post_id"},
                 {"name": "Likes", "role": "metric", "metric": "likes"}], "missing": null}
                """);

        assertThat(mapping.platform()).isNull();
        assertThat(mapping.missing()).isEmpty();
        assertThat(mapping.contentTypes()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "nonsense                     | mapping          | The mapping is not JSON: line 1",
                "null                         | mapping          | must be a JSON object",
                "[]                           | mapping          | does not have the shape",
                "{\"rows\": \"posts\"}        | name             | The member name is missing.",
                "{\"name\": \"a\", \"rows\": \"lines\"} | rows   | 'lines' is not allowed here; allowed are posts, account_days",
                "{\"name\": \"a\", \"rows\": 1} | rows           | ",
                "{\"name\": \"a\", \"rows\": \"posts\", \"columns\": [], \"nam\": \"a\"} | nam | There is no member 'nam' here; there are account, columns",
                "{\"name\": \"a\", \"time_zone\": \"Atlantis\"} | time_zone | 'Atlantis' is not a time zone",
                "{\"name\": \"a\", \"columns\": {}} | columns    | does not have the shape",
                "{\"name\": \"a\", \"rows\": \"posts\", \"columns\": [{\"name\": \"x\", \"role\": \"z\"}]} | columns[0].role | 'z' is not",
                "{\"name\": \"a\", \"rows\": \"posts\", \"columns\": [null]} | columns[0] | does not have the shape"
            })
    void saysWhereItCannotBeRead(String json, String member, String sentence) {
        assertRefused(json, member, sentence == null ? "" : sentence);
    }

    /// Columns are written as `name:role` or `name:metric key`.
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "posts        | id:post_id a:likes a:shares                 | columns[2].name   | given two roles",
                "posts        | id:post_id l:permalink m:permalink a:likes  | columns[2].role   | Two columns are permalink",
                "posts        | id:post_id a:applause                       | columns[1].metric | 'applause' is not a metric",
                "posts        | id:post_id a:metric                         | columns[1].metric | Say which metric",
                "posts        | id:post_id a:reach b:reach                  | columns[2].metric | does not add up",
                "posts        | id:post_id a:followers                      | columns[1].metric | a level of an account",
                "posts        | t:text a:likes                              | columns           | Nothing tells one post from another",
                "posts        | id:post_id                                  | columns           | No column is a metric",
                "posts        | id:post_id a:likes d:day                    | columns           | Rows are posts, which have no day",
                "posts        | id:post_id h:published_time a:likes         | columns           | needs a column that is published_at",
                "account_days | a:likes                                     | columns           | say which column is the day",
                "account_days | d:day id:post_id a:likes                    | columns[1].role   | which have no post_id",
                "account_days | d:day o:observed_at a:likes                 | columns           | Days have no observed_at",
                "post_days    | d:day a:likes                               | columns           | Nothing tells one post from another",
                "account_levels | a:likes                                   | columns[0].metric | Likes is no level"
            })
    void saysWhatItContradicts(String rows, String columns, String member, String sentence) {
        assertRefused(json(rows, columns, "\"date_order\": \"ymd\""), member, sentence);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "\"header_row\": 40           | header_row      | rows 1 to 12",
                "\"platform\": \"x\"          | platform        | names the platform and a column",
                "\"series\": {\"metric\": \"likes\", \"columns\": \"TS\", \"minutes\": 20} | series.columns | with {n}",
                "\"series\": {\"metric\": \"likes\", \"columns\": \"T{n}\", \"minutes\": 0} | series.minutes | between 1 and",
                "\"series\": {\"metric\": \"likes\", \"columns\": \"T{n}\", \"minutes\": 2} | series.from | Say when the series begins"
            })
    void saysWhatElseIsWrong(String more, String member, String sentence) {
        assertRefused(json("posts", "id:post_id n:platform a:likes", more), member, sentence);
    }

    @Test
    void datesNeedAnOrder() {
        assertRefused(
                json("account_days", "d:day a:likes", "\"missing\": []"), "date_order", "Say how days are written");
    }

    static String json(String rows, String columns, String more) {
        StringBuilder json =
                new StringBuilder("{\"name\": \"a\", \"rows\": \"" + rows + "\", " + more + ", \"columns\": [");
        String comma = "";
        for (String column : columns.split(" ", -1)) {
            String[] parts = column.split(":", -1);
            boolean role = parts[1].equals("metric") || isRole(parts[1]);
            json.append(comma).append("{\"name\": \"").append(parts[0]).append("\", \"role\": \"");
            json.append(role ? parts[1] + "\"}" : "metric\", \"metric\": \"" + parts[1] + "\"}");
            comma = ", ";
        }
        return json.append("]}").toString();
    }

    private static boolean isRole(String word) {
        for (Role role : Role.values()) {
            if (role.name().equalsIgnoreCase(word)) {
                return true;
            }
        }
        return false;
    }

    private static void assertRefused(String json, String member, String sentence) {
        BadMapping bad = catchThrowableOfType(BadMapping.class, () -> MappingJson.read(json));
        assertThat(bad).as(json).isNotNull();
        assertThat(bad.member()).as(bad.said().english()).isEqualTo(member);
        assertThat(bad.said().english()).contains(sentence);
    }
}
