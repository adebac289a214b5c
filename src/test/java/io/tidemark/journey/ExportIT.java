package io.tidemark.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/// What one installation exports can be read by another, with the same numbers.
@ExtendWith(Demo.Shared.class)
class ExportIT {
    private static final List<String> METRICS =
            List.of("impressions", "reactions", "likes", "comments", "shares", "video_views", "clicks", "saves");

    @TempDir
    private Path folder;

    @Test
    void whatIsExportedReadsTheSameElsewhere(Demo demo) throws Exception {
        Path archive = exported(demo);
        Program elsewhere = new Program(folder.resolve("elsewhere")).withKnownBinaries();
        elsewhere.run("", "business", "add", "Moved", "--time-zone", "Europe/Berlin");
        elsewhere.run("correct horse battery\n", "user", "add", "root@example.org", "--password-stdin");
        Program.Ended imported = elsewhere.run("", "import", archive.toString(), "--business", "Moved");
        assertThat(imported.out()).contains("tidemark");
        Program.Serving serving = elsewhere.serve("serve", "--port", "0");
        try {
            String token =
                    elsewhere.run("", "token", "--user", "root@example.org").out();
            Api there = new Api(serving.address(), token);
            long business = there.get("/api/v1/businesses")
                    .get("businesses")
                    .get(0)
                    .get("business_id")
                    .asLong();

            assertThat(totals(there, business)).isEqualTo(totals(demo.api(), 1));
            assertThat(followers(there, business)).isEqualTo(followers(demo.api(), 1));
        } finally {
            serving.stop();
        }
    }

    private Path exported(Demo demo) throws IOException, InterruptedException {
        URI uri = demo.address().resolve("/api/v1/analytics/export?business_id=1&bundle=zip&format=csv");
        HttpResponse<Path> answer = HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(uri)
                                .header("Authorization", "Bearer " + demo.api().token())
                                .build(),
                        HttpResponse.BodyHandlers.ofFile(folder.resolve("tidemark.zip")));
        assertThat(answer.statusCode()).isEqualTo(200);
        return answer.body();
    }

    /// By platform and metric, over all that was published.
    private static Map<String, String> totals(Api api, long business) {
        JsonNode overview =
                api.get("/api/v1/analytics/overview?range=all&basis=published&compare=none&business_id=" + business);
        Map<String, String> totals = new TreeMap<>();
        overview.get("platforms").forEach(platform -> {
            String name = platform.get("platform").asString();
            totals.put(
                    name + " posts",
                    platform.get("published").get("posts").get("value").asString());
            METRICS.forEach(metric -> totals.put(
                    name + " " + metric,
                    platform.get("metrics").path(metric).path("value").asString("missing")));
        });
        assertThat(totals).hasSizeGreaterThan(METRICS.size());
        return totals;
    }

    private static String followers(Api api, long business) {
        return api.get("/api/v1/analytics/overview?range=last_90_days&compare=none&business_id=" + business)
                .get("followers")
                .get("value")
                .asString();
    }
}
