package io.tidemark.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.awaitility.Awaitility;
import tools.jackson.databind.JsonNode;

/// The cards of the overview, as the page shows them and as the API has them.
final class Cards {
    private static final String NO_VALUE = "–No value";

    private Cards() {}

    /// Waits until both say the same. The demonstration goes on being collected, and the page with it.
    ///
    /// @param asked parameters of the overview beside the business
    static void await(Demo demo, Page page, String asked) {
        Awaitility.await()
                .pollInSameThread()
                .atMost(Duration.ofMinutes(1))
                .untilAsserted(() -> assertThat(shown(page)).as(asked).isEqualTo(answered(demo, asked)));
    }

    /// Empty where the page says that the period has no numbers.
    private static Map<String, String> shown(Page page) {
        Map<String, String> shown = new LinkedHashMap<>();
        for (String name : new String[] {"impressions", "engagement", "engagement_rate", "followers", "posts"}) {
            Locator value = page.getByTestId("card-" + name).getByTestId("card-value");
            if (value.count() == 1) {
                shown.put(name, value.textContent());
            }
        }
        if (shown.isEmpty() && page.getByTestId("empty-range").count() == 0) {
            throw new AssertionError("The page shows neither cards nor that there are none");
        }
        return shown;
    }

    private static Map<String, String> answered(Demo demo, String asked) {
        JsonNode overview = demo.api().get("/api/v1/analytics/overview?business_id=1" + asked);
        Map<String, String> answered = new LinkedHashMap<>();
        JsonNode metrics = overview.get("metrics");
        boolean reported = metrics.valueStream()
                .anyMatch(metric -> !metric.get("value").isNull()
                        || metric.get("coverage").get("reporting").asInt() > 0);
        JsonNode posts = overview.get("published").get("posts");
        if (!reported && posts.get("value").asInt() == 0) {
            return answered;
        }
        put(answered, "impressions", metrics.get("impressions"));
        put(answered, "engagement", overview.get("engagement"));
        JsonNode rate = overview.get("rates").get("engagement_rate");
        if (!isNotProvided(rate)) {
            answered.put("engagement_rate", percent(rate.get("value")));
        }
        answered.put("followers", count(overview.get("followers").get("value")));
        answered.put("posts", count(posts.get("value")));
        return answered;
    }

    private static void put(Map<String, String> answered, String name, JsonNode figure) {
        if (!isNotProvided(figure)) {
            answered.put(name, count(figure.get("value")));
        }
    }

    /// Has no card: it stands in a line below them.
    private static boolean isNotProvided(JsonNode figure) {
        return figure.get("status").asString().equals("not_provided");
    }

    private static String count(JsonNode value) {
        // What lies between two readings is estimated, and not whole.
        return value.isNull()
                ? NO_VALUE
                : String.format(
                        Locale.UK,
                        "%,d",
                        new BigDecimal(value.asString())
                                .setScale(0, RoundingMode.HALF_UP)
                                .longValueExact());
    }

    private static String percent(JsonNode value) {
        return value.isNull()
                ? NO_VALUE
                : new BigDecimal(value.asString())
                                .movePointRight(2)
                                .setScale(2, RoundingMode.HALF_UP)
                                .toPlainString()
                        + "%";
    }
}
