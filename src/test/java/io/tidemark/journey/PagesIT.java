package io.tidemark.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/// Every page of the dashboard, in both looks and on a phone.
@ExtendWith(Demo.Shared.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PagesIT {
    private final List<String> trouble = new ArrayList<>();
    private Page page;
    private Demo demo;

    @BeforeAll
    void signIn(Demo shared) {
        demo = shared;
        page = demo.signedIn(trouble::add);
        page.onRequest(request -> {
            if (!request.url().startsWith(demo.address().toString())
                    && !request.url().startsWith("data:")) {
                trouble.add("left the origin: " + request.url());
            }
        });
    }

    @AfterAll
    void close() {
        page.close();
    }

    @AfterEach
    void nothingWentWrongUnseen() {
        assertThat(trouble).isEmpty();
    }

    /// @param ready what a page shows once it has its numbers
    @ParameterizedTest
    @CsvSource({
        "portfolio, '', [data-testid=business-1]",
        "posts, ?business=1&range=last_90_days, [data-testid^=post-] >> nth=0",
        "platforms, ?business=1, [data-testid=platform-trends]",
        "audience, ?business=1, [data-testid=audience-charts]",
        "insights, ?business=1, [data-testid=feed-about]",
        "reports, ?business=1, [data-testid=new-report]",
        "digest, ?business=1, [data-testid=digest-summary]",
        "best-times, ?business=1, [data-testid=verdict]",
        "why, ?business=1, [data-testid=why-sentence]",
        "what-works, ?business=1, [data-testid=works-verdict]",
        "connections, ?business=1, [data-testid=connected-account] >> nth=0",
        "imports, ?business=1, main .tm-drop",
        "why, ?business=1, [data-testid=why-waterfall]",
        "settings, ?business=1, [data-testid=settings-business]",
        "settings, ?business=1&section=definitions, [data-testid=settings-definitions]",
        "settings, ?business=1&section=accounts, [data-testid=settings-accounts]",
        "settings, ?business=1&section=keys, [data-testid=key-form]",
        "settings, ?business=1&section=members, [data-testid=member-form]",
        "health, ?business=1, [data-testid=health-summary]"
    })
    void aPageCanBeReadByEverybody(String name, String search, String ready) {
        page.navigate(demo.address() + "/dashboard/" + name + search);
        assertThat(page.locator(ready)).isVisible();
        look(name + "-light");

        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.DARK));
        Screenshots.take(page, name + "-dark");
        assertThat(Accessibility.faultsOfColours(page)).isEmpty();
        page.setViewportSize(390, 844);
        Layout.assertFits(page);
        Screenshots.take(page, name + "-phone");
        assertThat(Accessibility.faultsButOfColours(page)).isEmpty();
        page.setViewportSize(1280, 900);
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.LIGHT));
    }

    @Test
    void thePortfolioIsOrderedByItsHeadsAndLeadsToABusiness() {
        page.navigate(demo.address() + "/dashboard/portfolio");
        page.getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName("Followers").setExact(true))
                .press("Enter");
        assertThat(page).hasURL(Pattern.compile("sort=-followers"));
        assertThat(page.locator("th[aria-sort=descending]")).hasText(Pattern.compile("Followers"));
        String followers = demo.api()
                .get("/api/v1/portfolio")
                .get("businesses")
                .valueStream()
                .filter(row -> row.get("business_id").asLong() == 1)
                .findFirst()
                .orElseThrow()
                .get("followers")
                .get("value")
                .asString();
        assertThat(page.getByTestId("business-1")).containsText(String.format("%,d", Long.parseLong(followers)));

        page.getByTestId("business-1").getByRole(AriaRole.LINK).first().click();

        assertThat(page).hasURL(Pattern.compile("/dashboard/analytics\\?business=1"));
        assertThat(page.getByTestId("metric-cards")).isVisible();
    }

    @Test
    void thePostsAreSearchedOrderedAndOpenedWithTheKeyboardAndSayWhatTheApiSays() {
        String question = "range=last_90_days&search=coffee&sort=-engagement";
        JsonNode list = demo.api().get("/api/v1/analytics/posts?business_id=1&" + question);
        JsonNode best = list.get("posts").get(0);
        page.navigate(demo.address() + "/dashboard/posts?business=1&range=last_90_days");
        page.getByLabel("Search in texts").fill("coffee");
        assertThat(page).hasURL(Pattern.compile("search=coffee"));
        page.getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName("Engagement").setExact(true))
                .press("Enter");
        assertThat(page).hasURL(Pattern.compile("sort=-engagement"));

        assertThat(page.locator("th[aria-sort=descending]")).hasText(Pattern.compile("Engagement"));
        assertThat(page.getByTestId("posts-total"))
                .containsText(
                        String.format(Locale.UK, "%,d posts", list.get("total").asLong()));
        Locator first =
                page.getByTestId("posts-table").locator("tbody [data-testid]").first();
        assertThat(first).hasAttribute("data-testid", "post-" + best.get("id").asString());
        assertThat(first).containsText(counted(best.get("engagement")));

        first.getByRole(AriaRole.LINK).first().press("Enter");
        assertThat(page).hasURL(Pattern.compile("post=" + best.get("id").asString()));
        JsonNode one =
                demo.api().get("/api/v1/analytics/posts/" + best.get("id").asString() + "?business_id=1");
        assertThat(page.getByTestId("value-engagement"))
                .containsText(counted(one.get("engagement").get("value")));
        one.get("metrics").properties().forEach(metric -> {
            JsonNode value = metric.getValue().get("value");
            Locator line = page.getByTestId("value-" + metric.getKey());
            if (value.isNull()) {
                assertThat(line).hasCount(0);
            } else if (!metric.getKey().equals("watch_time_seconds")) {
                assertThat(line).containsText(counted(value));
            }
        });
        look("post-drawer");

        page.keyboard().press("Escape");
        assertThat(page.getByTestId("post-drawer")).hasCount(0);
        assertThat(page).hasURL(Pattern.compile("search=coffee&sort=-engagement$"));
    }

    @Test
    void aPostHasAnAddressAndSaysWhyItLacksWhatItLacks() {
        JsonNode post = demo.api()
                .get("/api/v1/analytics/posts?business_id=1&range=last_90_days&platform=bluesky")
                .get("posts")
                .get(0);
        page.navigate(demo.address() + "/dashboard/posts/" + post.get("id").asString() + "?business=1");
        assertThat(page.getByTestId("history-chart")).isVisible();
        look("post-light");

        page.getByRole(AriaRole.SWITCH, new Page.GetByRoleOptions().setName(Pattern.compile("^Also the")))
                .click();
        assertThat(page.getByTestId("value-impressions")).containsText("not provided by the platform");
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Show as table"))
                .click();
        assertThat(page.getByTestId("history-table").locator("tbody tr").first())
                .isVisible();
        look("post-table");
    }

    @Test
    void anEmptyListSaysWhyAndLeadsOut() {
        page.navigate(demo.address() + "/dashboard/posts?business=1&search=nobody+wrote+this");
        assertThat(page.getByTestId("posts-empty")).containsText("No text with");
        look("posts-empty");

        page.getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName("Clear the search").setExact(true))
                .last()
                .click();
        assertThat(page.getByTestId("posts-table")).isVisible();
    }

    /// A count as the page writes it for a reader of English.
    private static String counted(JsonNode number) {
        return String.format(Locale.UK, "%,d", Math.round(number.asDouble()));
    }

    private void look(String name) {
        Screenshots.take(page, name);
        assertThat(Accessibility.faults(page)).isEmpty();
    }
}
