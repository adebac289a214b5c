package io.tidemark.serve.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tidemark.serve.http.Json;
import io.tidemark.serve.http.ProblemException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

class AnswerPartsTest {
    private static final JsonNode ANSWER = Json.mapper().readTree("""
            {"data_version": 42, "ages": [1, 3], "nothing": null, "empty": [],
             "metrics": {"likes": {"value": 5}, "saves": {"value": null}},
             "conclusion": {"text": "well", "test": {"hour": 3}},
             "accounts": [
              {"account": {"id": 7, "name": "A"}, "followers": 10, "evidence": {"n": 3},
               "groups": [{"kind": "hashtag", "effects": [{"key": "#a"}, {"key": "#b"}]},
                          {"kind": "length", "effects": [{"key": "short"}]}]},
              {"account": {"id": 8, "name": "B"}, "followers": null, "evidence": {"n": 4}, "groups": []}]}
            """);

    @Test
    void aListGivesARowForEachElement() {
        assertThat(rows("accounts")).hasSize(2);
        assertThat(rows("accounts").getFirst()).contains("\"evidence\":{\"n\":3}");
        assertThat(rows("ages")).containsExactly("{\"value\":1}", "{\"value\":3}");
        assertThat(rows("empty")).isEmpty();
        assertThat(rows("nothing")).isEmpty();
    }

    @Test
    void anObjectOfObjectsGivesARowForEachOfThem() {
        assertThat(rows("metrics"))
                .containsExactly("{\"name\":\"likes\",\"value\":5}", "{\"name\":\"saves\",\"value\":null}");
        assertThat(rows("conclusion")).containsExactly("{\"text\":\"well\",\"test\":{\"hour\":3}}");
    }

    @Test
    void whatLiesInListsOfListsSaysWhoseItIs() {
        assertThat(rows("accounts.groups[kind=hashtag].effects"))
                .containsExactly(
                        "{\"accounts\":{\"account\":{\"id\":7,\"name\":\"A\"},\"followers\":10},"
                                + "\"groups\":{\"kind\":\"hashtag\"},\"key\":\"#a\"}",
                        "{\"accounts\":{\"account\":{\"id\":7,\"name\":\"A\"},\"followers\":10},"
                                + "\"groups\":{\"kind\":\"hashtag\"},\"key\":\"#b\"}");
        assertThat(rows("accounts.groups.effects")).hasSize(3);
        assertThat(rows("accounts[followers=10]")).hasSize(1);
        assertThat(rows("accounts[followers=11]")).isEmpty();
    }

    @Test
    void theFirstRowIsWhatLiesInNoList() {
        assertThat(rows(ViewRows.FIRST)).hasSize(1);
        assertThat(rows(ViewRows.FIRST).getFirst())
                .startsWith("{\"data_version\":42,")
                .doesNotContain("followers");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                ".",
                "a..b",
                "accounts.",
                ".accounts",
                "accounts[kind]",
                "Accounts",
                "accounts[kind=x",
                "a b",
                "karma",
                "accounts.karma",
                "metrics.likes.value.more"
            })
    void whatIsNoPartIsRefused(String path) {
        assertThatThrownBy(() -> rows(path)).isInstanceOf(ProblemException.class);
    }

    private static List<String> rows(String path) {
        return AnswerParts.of(ANSWER, List.of(path)).stream()
                .map(part -> part.value().toString())
                .toList();
    }
}
