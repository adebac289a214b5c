package io.tidemark.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;

/// Whatever is filtered, the page shows what the API says.
@ExtendWith(Demo.Shared.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SameNumbersIT {
    private static final List<String> RANGES =
            List.of("last_7_days", "last_28_days", "last_90_days", "last_month", "last_3_months", "this_year", "all");
    private static final List<String> PLATFORMS =
            List.of("linkedin", "x", "facebook", "instagram", "youtube", "tiktok", "bluesky");
    private static final List<String> TYPES = List.of("text", "image", "video", "carousel", "link", "reel");

    private final List<String> trouble = new ArrayList<>();
    private Demo demo;
    private Page page;

    @BeforeAll
    void signIn(Demo shared) {
        demo = shared;
        page = demo.signedIn(trouble::add);
    }

    @AfterAll
    void close() {
        page.close();
    }

    @AfterEach
    void nothingWentWrongUnseen() {
        assertThat(trouble).isEmpty();
    }

    @RepeatedTest(6)
    void thePageShowsWhatTheApiSays(RepetitionInfo repetition) {
        saysTheSame(new Random(repetition.getCurrentRepetition()));
    }

    @RepeatedTest(100)
    @Tag("thorough")
    void thePageShowsWhatTheApiSaysWhateverIsAsked(RepetitionInfo repetition) {
        saysTheSame(new Random(1000L + repetition.getCurrentRepetition()));
    }

    @Test
    void theRhythmCountsThePostsOfThePeriod() {
        page.navigate(demo.address() + "/dashboard/analytics?business=1&range=last_90_days");
        page.getByText("Top posts").scrollIntoViewIfNeeded();
        Locator rhythm = page.locator("section").filter(new Locator.FilterOptions().setHas(page.getByTestId("rhythm")));
        assertThat(page.getByTestId("rhythm")).isVisible();

        // New posts may come meanwhile, and the page tells them a moment later.
        await().pollInSameThread().atMost(Duration.ofMinutes(1)).untilAsserted(() -> {
            long posts = posts();
            String said = rhythm.innerText();
            assertThat(said).contains(posts + " posts since the first of them");
            assertThat(said.lines()
                            .filter(line -> line.matches("\\d+"))
                            .mapToLong(Long::parseLong)
                            .sum())
                    .isPositive()
                    .isEqualTo(posts);
        });
    }

    private long posts() {
        return demo.api()
                .get("/api/v1/analytics/trends?business_id=1&range=last_90_days&metric=engagement")
                .get("points")
                .valueStream()
                .mapToLong(point -> point.get("posts").asLong())
                .sum();
    }

    private void saysTheSame(Random random) {
        StringBuilder address = new StringBuilder("?business=1");
        StringBuilder asked = new StringBuilder();
        both(address, asked, "range", "range", one(random, RANGES));
        if (random.nextInt(3) > 0) {
            some(random, PLATFORMS).forEach(platform -> both(address, asked, "platform", "platform", platform));
        }
        if (random.nextInt(3) == 0) {
            some(random, TYPES).forEach(type -> both(address, asked, "type", "content_type", type));
        }
        if (random.nextInt(4) == 0) {
            both(address, asked, "account", "account_id", one(random, accounts()));
        }
        if (random.nextBoolean()) {
            both(address, asked, "basis", "basis", one(random, List.of("auto", "activity", "published")));
        }

        page.navigate(demo.address() + "/dashboard/analytics" + address);

        assertThat(page.getByTestId("metric-cards").or(page.getByTestId("empty-range")))
                .isVisible();
        Cards.await(demo, page, asked.toString());
    }

    private List<String> accounts() {
        return demo.api()
                .get("/api/v1/accounts?business_id=1")
                .get("accounts")
                .valueStream()
                .map((JsonNode account) -> account.get("account_id").asString())
                .toList();
    }

    private static void both(StringBuilder address, StringBuilder asked, String page, String api, String value) {
        address.append('&').append(page).append('=').append(value);
        asked.append('&').append(api).append('=').append(value);
    }

    private static String one(Random random, List<String> of) {
        return of.get(random.nextInt(of.size()));
    }

    private static List<String> some(Random random, List<String> of) {
        return of.stream().filter(value -> random.nextInt(3) == 0).toList();
    }
}
