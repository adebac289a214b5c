package io.tidemark.collect.connector.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tidemark.collect.connector.CallFailed;
import io.tidemark.collect.connector.ConnectorSettings;
import io.tidemark.collect.connector.Fault;
import io.tidemark.collect.connector.Page;
import io.tidemark.collect.connector.Secret;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class GraphCallsTest {
    private static final GraphRequest POSTS =
            GraphRequest.of("GET /{page}/posts", "/1/posts").with("fields", "id");

    private final CannedApi api = new CannedApi();
    private final GraphCalls calls = new GraphCalls(ConnectorSettings.DEFAULT, "https://graph.facebook.com");

    private Page<JsonNode> page() {
        return calls.page(api, new Secret("t"), POSTS, 50, null);
    }

    @Test
    void aListGoesOnAsLongAsThereIsANextPageHoweverShortThisOneIs() {
        api.answer("""
                {"data":[{"id":"1"}],"paging":{"cursors":{"before":"b","after":"QVFI"},
                    "next":"https://graph.facebook.com/v26.0/1/posts?access_token=EAAsecret&limit=50&after=QVFI"}}""");
        Page<JsonNode> page = page();
        assertThat(page.items()).hasSize(1);
        assertThat(page.next()).isEqualTo("QVFI");
    }

    @Test
    void ofTheNextAddressOnlyTheCursorIsKept() {
        api.answer("""
                {"data":[],"paging":{"next":"https://graph.facebook.com/v26.0/1?after=abc%3D&access_token=EAAsecret"}}""");
        assertThat(page().next()).isEqualTo("abc=");
    }

    @Test
    void theLastPageHasACursorTooButNoNext() {
        api.answer("{\"data\":[{\"id\":\"1\"}],\"paging\":{\"cursors\":{\"before\":\"b\",\"after\":\"QVFI\"}}}");
        assertThat(page().next()).isNull();
    }

    @Test
    void aListThatGoesOnNobodyKnowsWhereMakesNoSense() {
        api.answer("{\"data\":[],\"paging\":{\"next\":\"https://graph.facebook.com/v26.0/1?until=5\"}}");
        assertThatThrownBy(this::page)
                .isInstanceOfSatisfying(
                        CallFailed.class, failed -> assertThat(failed.fault()).isInstanceOf(Fault.Unreadable.class));
    }

    @Test
    void aPageThatIsTooHeavyIsAskedForInHalves() {
        String heavy = "Please reduce the amount of data you're asking for, then retry your request";
        api.refuse(1, 0, heavy).refuse(1, 0, heavy).answer("{\"data\":[{\"id\":\"1\"}]}");
        assertThat(page().items()).hasSize(1);
        assertThat(api.asked())
                .extracting(request -> request.target().replaceFirst(".*limit=", ""))
                .containsExactly("50", "25", "12");
    }

    @Test
    void oneObjectIsAskedForByItsAddressAndSeveralByTheirIds() {
        api.answer("{\"id\":\"7\"}")
                .answer("{\"7\":{\"id\":\"7\"},\"9007199254740993\":{\"id\":\"9007199254740993\"}}");
        assertThat(calls.objects(api, null, "GET /?ids", List.of("7"), "id")).containsOnlyKeys("7");
        assertThat(api.last()).isEqualTo("https://graph.facebook.com/v26.0/7?fields=id");
        Map<String, JsonNode> both =
                calls.objects(api, null, "GET /?ids", List.of("7", "9007199254740993"), "insights.metric(a,b)");
        assertThat(both).containsOnlyKeys("7", "9007199254740993");
        assertThat(api.last())
                .isEqualTo("https://graph.facebook.com/v26.0/?ids=7,9007199254740993&fields=insights.metric(a,b)");
    }

    @Test
    void hostAndVersionAreSettings() {
        GraphCalls other = new GraphCalls(
                new ConnectorSettings(Map.of("base-url", "http://127.0.0.1:9", "version", "v27.0")), "https://x");
        api.answer("{}");
        assertThat(other.get(api, null, GraphRequest.of("GET /me", "/me"))).isEmpty();
        assertThat(api.last()).isEqualTo("http://127.0.0.1:9/v27.0/me");
        GraphCalls threads = new GraphCalls(ConnectorSettings.DEFAULT, "https://graph.threads.net", "v1.0");
        api.answer("{}");
        assertThat(threads.get(api, null, GraphRequest.of("GET /me", "/me"))).isEmpty();
        assertThat(api.last()).isEqualTo("https://graph.threads.net/v1.0/me");
    }
}
