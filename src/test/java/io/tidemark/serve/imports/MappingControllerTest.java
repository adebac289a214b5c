package io.tidemark.serve.imports;

import static io.tidemark.serve.ServedFixture.json;
import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.serve.ServedFixture;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class MappingControllerTest {
    private static final String PATH = "/api/v1/imports/mappings";
    private static final String TOOL = """
            {"name": "Tool", "rows": "posts", "platform": "x", "time_zone": "Europe/Berlin", "date_order": "dmy",
             "columns": [{"name": "ID", "role": "post_id"}, {"name": "Likes", "role": "metric", "metric": "likes"}]}
            """;

    private ServedFixture served;

    @BeforeAll
    void start(@TempDir Path uploads) {
        served = new ServedFixture(uploads);
    }

    @AfterAll
    void stop() {
        served.close();
    }

    @Test
    void aMappingIsKeptReplacedListedAndForgotten() {
        HttpResponse<String> saved = put(TOOL);
        assertThat(saved.statusCode()).isEqualTo(200);
        long id = json(saved).get("mapping_id").asLong();
        assertThat(json(put(TOOL.replace("\"Tool\"", "\"TOOL\"").replace("dmy", "mdy")))
                        .get("mapping_id")
                        .asLong())
                .isEqualTo(id);

        JsonNode all = json(served.get(PATH + "?business_id=1")).get("mappings");
        assertThat(all.size()).isEqualTo(1);
        JsonNode mapping = all.get(0).get("mapping");
        assertThat(mapping.get("name").asString()).isEqualTo("TOOL");
        assertThat(mapping.get("date_order").asString()).isEqualTo("mdy");
        assertThat(mapping.get("time_zone").asString()).isEqualTo("Europe/Berlin");
        assertThat(mapping.get("account").isNull()).isTrue();
        assertThat(mapping.get("columns").get(1).toString())
                .isEqualTo("{\"name\":\"Likes\",\"role\":\"metric\",\"metric\":\"likes\"}");
        assertThat(json(put(mapping.toString())).get("mapping"))
                .as("what is read can be written")
                .isEqualTo(mapping);

        assertThat(delete(id).statusCode()).isEqualTo(204);
        HttpResponse<String> again = delete(id);
        assertThat(again.statusCode()).isEqualTo(404);
        assertThat(json(again).get("code").asString()).isEqualTo("mapping_not_found");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "nonsense                                 | 1 | 400 | bad_body           | mapping",
                "{\"name\": \"a\", \"rows\": \"lines\"} | 1 | 400 | bad_body           | rows",
                "{}                                       | 2 | 404 | business_not_found |"
            })
    void whatCannotBeKeptIsRefused(String body, String business, int status, String code, String member) {
        HttpResponse<String> answer = served.send(served.authorised(PATH + "?business_id=" + business)
                .header("Content-Type", "application/json")
                .PUT(BodyPublishers.ofString(body)));

        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(json(answer).get("code").asString()).isEqualTo(code);
        if (member != null) {
            assertThat(json(answer).get("member").asString()).isEqualTo(member);
        }
    }

    private HttpResponse<String> put(String body) {
        return served.send(served.authorised(PATH + "?business_id=1")
                .header("Content-Type", "application/json")
                .PUT(BodyPublishers.ofString(body)));
    }

    private HttpResponse<String> delete(long id) {
        return served.send(served.authorised(PATH + "/" + id + "?business_id=1").DELETE());
    }
}
