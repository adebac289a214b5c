package io.tidemark.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.AriaRole;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// A server that answers nothing but who reads and which businesses there are: each page says what it misses, and has
/// it once the server answers again.
@ExtendWith(Demo.Shared.class)
class FailureIT {
    private static final Predicate<String> ANSWERS =
            Pattern.compile("/api/v1/(?!businesses$|auth/)").asPredicate();

    private final List<String> trouble = new ArrayList<>();

    @AfterEach
    void theBrowserNotedNothingButTheAnswersThatFailed() {
        assertThat(trouble).allSatisfy(noted -> assertThat(noted).contains(" 503 "));
    }

    @ParameterizedTest
    @CsvSource({
        "portfolio, The portfolio",
        "posts, The posts",
        "insights, The insights",
        "best-times, The best times",
        "why, The explanation",
        "reports, The reports",
        "connections, The connections",
        "health, The data health",
        "settings?section=members, The members",
        "settings?section=keys, The keys"
    })
    void aPageSaysWhatItMissesAndHasItOnceTheServerAnswersAgain(String address, String missed, Demo demo) {
        try (Page page = demo.signedIn(trouble::add)) {
            page.route(ANSWERS, FailureIT::unavailable);
            page.navigate("%s/dashboard/%s%sbusiness=1"
                    .formatted(demo.address(), address, address.contains("?") ? "&" : "?"));

            Locator told = page.getByRole(AriaRole.MAIN)
                    .getByRole(AriaRole.ALERT)
                    .filter(new Locator.FilterOptions().setHasText(missed + " could not be loaded"));
            assertThat(told).containsText("503");
            assertThat(page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setLevel(1)))
                    .isVisible();
            assertThat(Accessibility.faults(page)).isEmpty();

            page.unroute(ANSWERS);
            again(told);
            assertThat(told).hasCount(0);
        }
    }

    @Test
    void theFiltersSayWhyThereIsNothingToChoose(Demo demo) {
        try (Page page = demo.signedIn(trouble::add)) {
            page.route("**/api/v1/accounts*", FailureIT::unavailable);
            page.navigate(demo.address() + "/dashboard/analytics?business=1");
            Locator filters = page.getByRole(AriaRole.REGION, new Page.GetByRoleOptions().setName("Filters"));
            Locator platforms =
                    filters.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Platforms: All"));

            assertThat(filters.getByRole(AriaRole.ALERT))
                    .containsText("The accounts to choose from could not be loaded.");
            assertThat(platforms).isDisabled();
            page.unroute("**/api/v1/accounts*");
            again(filters.getByRole(AriaRole.ALERT));
            assertThat(platforms).isEnabled();
            assertThat(filters.getByRole(AriaRole.ALERT)).hasCount(0);
        }
    }

    @Test
    void whileAnotherOrderIsAskedForTheRowsOfTheLastStandThereAsSuch(Demo demo) {
        try (Page page = demo.signedIn(trouble::add)) {
            page.navigate(demo.address() + "/dashboard/posts?business=1&range=last_90_days");
            Locator list = page.locator("section[aria-busy]")
                    .filter(new Locator.FilterOptions().setHas(page.getByTestId("posts-table")));
            Locator first = list.locator("tbody [data-testid]").first();
            assertThat(first).isVisible();
            String newest = first.getAttribute("data-testid");
            List<Route> held = new ArrayList<>();
            page.route("**/api/v1/analytics/posts?*", held::add);

            page.getByRole(
                            AriaRole.BUTTON,
                            new Page.GetByRoleOptions().setName("Impressions").setExact(true))
                    .click();
            assertThat(list).hasAttribute("aria-busy", "true");
            assertThat(list.locator(".tm-waiting")).hasCount(1);
            assertThat(first).hasAttribute("data-testid", newest);

            held.forEach(Route::resume);
            assertThat(list).hasAttribute("aria-busy", "false");
            assertThat(list.locator(".tm-waiting")).hasCount(0);
            assertThat(first).not().hasAttribute("data-testid", newest);
        }
    }

    private static void again(Locator told) {
        told.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Try again"))
                .click();
    }

    private static void unavailable(Route route) {
        route.fulfill(new Route.FulfillOptions().setStatus(503).setBody("{}"));
    }
}
