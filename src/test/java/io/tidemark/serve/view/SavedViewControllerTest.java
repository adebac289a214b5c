package io.tidemark.serve.view;

import static io.tidemark.serve.ServedFixture.json;
import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.ledger.SavedViews;
import io.tidemark.serve.ServedFixture;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SavedViewControllerTest {
    private static final String PATH = "/api/v1/views";
    private static final String MORNING = """
            {"name": "Morning", "path": "/dashboard/analytics", "search": "?business=1&platform=linkedin"}""";

    private ServedFixture served;

    @BeforeAll
    void start(@TempDir Path uploads) {
        served = new ServedFixture(uploads);
    }

    @AfterAll
    void stop() {
        served.close();
    }

    @BeforeEach
    void forgetAll() {
        for (JsonNode view : json(served.get(PATH + "?business_id=1")).get("views")) {
            delete(view.get("view_id").asString());
        }
    }

    @Test
    void aViewIsSavedReplacedRenamedAndDeleted() {
        JsonNode saved = json(post(MORNING));
        assertThat(saved.get("name").asString()).isEqualTo("Morning");
        assertThat(saved.get("path").asString()).isEqualTo("/dashboard/analytics");
        assertThat(saved.get("search").asString()).isEqualTo("?business=1&platform=linkedin");
        String id = saved.get("view_id").asString();
        JsonNode again = json(post("""
                {"name": "MORNING", "path": "/dashboard/posts"}"""));
        assertThat(again.get("view_id").asString())
                .as("in the place of the one of its name")
                .isEqualTo(id);
        assertThat(again.get("search").asString()).isEmpty();

        assertThat(json(patch(id, "{\"name\": \"Posts\"}")).get("name").asString())
                .isEqualTo("Posts");
        JsonNode all = json(served.get(PATH + "?business_id=1")).get("views");
        assertThat(all.size()).isEqualTo(1);
        assertThat(all.get(0).get("path").asString()).isEqualTo("/dashboard/posts");

        assertThat(delete(id).statusCode()).isEqualTo(204);
        refused(delete(id), 404, "view_not_found");
        refused(patch(id, "{\"name\": \"Late\"}"), 404, "view_not_found");
    }

    @Test
    void twoViewsDoNotShareAName() {
        post(MORNING);
        String other =
                json(post(MORNING.replace("Morning", "Evening"))).get("view_id").asString();

        refused(patch(other, "{\"name\": \"morning\"}"), 409, "view_exists");
        assertThat(patch(other, "{\"name\": \"EVENING\"}").statusCode()).isEqualTo(200);
    }

    @Test
    void viewsAreOfOneUserInOneBusiness() {
        String id = json(post(MORNING)).get("view_id").asString();

        String theirs = PATH + "?business_id=" + served.second.id();
        refused(served.get(theirs), 404, "business_not_found");
        refused(send("POST", theirs, MORNING), 404, "business_not_found");
        refused(send("DELETE", PATH + "/" + id + "?business_id=" + served.second.id(), ""), 404, "business_not_found");
        served.registry.addMember(served.second.id(), served.member.id());
        assertThat(json(served.get(theirs)).get("views").isEmpty()).isTrue();
        refused(send("DELETE", PATH + "/" + id + "?business_id=" + served.second.id(), ""), 404, "view_not_found");
    }

    @Test
    void aUserSavesSoManyAndNoMore() {
        for (int i = 0; i < SavedViews.MOST; i++) {
            assertThat(post(MORNING.replace("Morning", "View " + i)).statusCode())
                    .isEqualTo(200);
        }

        refused(post(MORNING), 409, "too_many_views");
        assertThat(post(MORNING.replace("Morning", "view 7")).statusCode()).isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"path\": \"/dashboard/posts\"}                                                     | name",
                "{\"name\": \" \", \"path\": \"/dashboard/posts\"}                                    | name",
                "{\"name\": \"a\"}                                                                    | path",
                "{\"name\": \"a\", \"path\": \"https://example.org\"}                                 | path",
                "{\"name\": \"a\", \"path\": \"/dashboard/../x\"}                                     | path",
                "{\"name\": \"a\", \"path\": \"/dashboard/posts\", \"search\": \"range=all\"}         | search",
                "{\"name\": \"a\", \"path\": \"/dashboard/posts\", \"search\": \"?range=all days\"}   | search",
                "{\"name\": \"a\", \"path\": \"/dashboard/posts\", \"colour\": \"red\"}               | colour"
            })
    void whatIsNoViewIsRefused(String body, String member) {
        HttpResponse<String> answer = post(body);

        refused(answer, 400, "bad_body");
        assertThat(json(answer).get("member").asString()).isEqualTo(member);
    }

    @Test
    void whatIsTooLongIsRefused() {
        refused(post(MORNING.replace("Morning", "m".repeat(101))), 400, "bad_body");
        refused(post(MORNING.replace("linkedin", "l".repeat(4000))), 400, "bad_body");
    }

    private static void refused(HttpResponse<String> answer, int status, String code) {
        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(json(answer).get("code").asString()).isEqualTo(code);
    }

    private HttpResponse<String> post(String body) {
        return send("POST", PATH + "?business_id=1", body);
    }

    private HttpResponse<String> patch(String id, String body) {
        return send("PATCH", PATH + "/" + id + "?business_id=1", body);
    }

    private HttpResponse<String> delete(String id) {
        return send("DELETE", PATH + "/" + id + "?business_id=1", "");
    }

    private HttpResponse<String> send(String method, String path, String body) {
        return served.send(served.authorised(path)
                .header("Content-Type", "application/json")
                .method(method, BodyPublishers.ofString(body)));
    }
}
