package io.tidemark.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/// What one business exports can be read by another, with the same numbers.
@ExtendWith(Demo.Shared.class)
class ExportIT {
    private static final String NAME = "Harbour Coffee, moved";
    private static final List<String> METRICS =
            List.of("impressions", "reactions", "likes", "comments", "shares", "video_views", "clicks", "saves");

    @TempDir
    private Path folder;

    private Demo demo;
    private Page page;

    @BeforeEach
    void signIn(Demo shared) {
        demo = shared;
        page = demo.open();
        page.navigate(demo.address().toString());
        page.getByLabel("E-mail").fill(Demo.EMAIL);
        page.getByLabel("Password").fill(demo.password());
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Sign in"))
                .click();
        assertThat(page.getByTestId("metric-cards")).isVisible();
    }

    @Test
    void whatIsExportedReadsTheSameElsewhere() throws Exception {
        Path archive = exported();
        demo.program().run("", "business", "add", NAME, "--time-zone", "Europe/Berlin");
        long business = business(NAME);

        page.navigate(demo.address() + "/dashboard/analytics?business=" + business);
        page.getByTestId("upload-input").setInputFiles(archive);
        assertThat(page.getByTestId("import-changes")).containsText("new posts");
        page.getByTestId("import-confirm").click();
        assertThat(page.getByTestId("import-result")).containsText(Pattern.compile("Stored [\\d,]+ new posts"));
        page.context().close();

        assertThat(totals(business)).isEqualTo(totals(1));
        assertThat(followers(business)).isEqualTo(followers(1));
    }

    private Path exported() throws IOException, InterruptedException {
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

    private long business(String name) {
        for (JsonNode one : demo.api().get("/api/v1/businesses").get("businesses")) {
            if (one.get("name").asString().equals(name)) {
                return one.get("business_id").asLong();
            }
        }
        throw new IllegalStateException("No business is called " + name);
    }

    /// By platform and metric, over all that was published.
    private Map<String, String> totals(long business) {
        JsonNode overview = demo.api()
                .get("/api/v1/analytics/overview?range=all&basis=published&compare=none&business_id=" + business);
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

    private String followers(long business) {
        return demo.api()
                .get("/api/v1/analytics/overview?range=last_90_days&compare=none&business_id=" + business)
                .get("followers")
                .get("value")
                .asString();
    }
}
