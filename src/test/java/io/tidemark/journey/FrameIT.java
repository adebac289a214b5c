package io.tidemark.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.BoundingBox;
import com.microsoft.playwright.options.Media;
import com.microsoft.playwright.options.WaitUntilState;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/// What every page stands in: the way to the others, the filters at hand, and when the business was collected.
@ExtendWith(Demo.Shared.class)
class FrameIT {
    private static final int PAGES = 15;
    private static final double TALLEST_BAR = 64;

    /// What has the focus, and what of the frame lies over it.
    private static final String COVERED = """
            () => {
              // Nothing of the page has it, or what lies above everything.
              if (document.activeElement.matches('body, .tm-skip')) return [];
              const one = document.activeElement.getBoundingClientRect();
              return ['.tm-fb-stuck', '.tm-nav'].filter(name => {
                const over = document.querySelector(name);
                if (!over || over.contains(document.activeElement) || getComputedStyle(over).position !== 'fixed') return false;
                const bar = over.getBoundingClientRect();
                return one.height > 0 && one.top < bar.bottom - 1 && one.bottom > bar.top + 1;
              }).map(name => name + ' over ' + document.activeElement.outerHTML.slice(0, 120));
            }
            """;

    private static final int FRAMES = 30;

    private final List<String> trouble = new ArrayList<>();
    private Demo demo;
    private Page page;

    @BeforeEach
    void signIn(Demo shared) {
        demo = shared;
        page = demo.signedIn(trouble::add);
    }

    @AfterEach
    void nothingWentWrongUnseen() {
        page.close();
        assertThat(trouble).isEmpty();
    }

    @Test
    void allPagesStandBesideTheNumbersAndTheOneThatIsOpenIsMarked() {
        open("/dashboard/posts?business=1&range=last_90_days");
        Locator nav = nav();

        assertThat(nav.getByRole(AriaRole.LINK)).hasCount(PAGES);
        assertThat(nav.locator("[aria-current=page]")).hasText("Posts");
        BoundingBox rail = nav.boundingBox();
        assertThat(rail.x).isZero();
        assertThat(rail.x + rail.width).isLessThanOrEqualTo(page.locator("main").boundingBox().x);
        nav.getByRole(AriaRole.LINK, new Locator.GetByRoleOptions().setName("Imports"))
                .click();
        assertThat(nav.locator("[aria-current=page]")).hasText("Imports");
        nav.getByRole(AriaRole.LINK, new Locator.GetByRoleOptions().setName("Analytics"))
                .click();
        assertThat(page).hasURL(Pattern.compile("analytics\\?.*range=last_90_days"));

        page.keyboard().press("g");
        page.keyboard().press("i");

        assertThat(page).hasURL(Pattern.compile("/dashboard/imports\\?"));
        assertThat(page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setLevel(1)))
                .hasText("Imports");
        page.keyboard().press("Control+k");
        assertThat(page.getByRole(AriaRole.COMBOBOX, new Page.GetByRoleOptions().setName(Pattern.compile("^Pages, "))))
                .isFocused();
        page.keyboard().type("imports");
        assertThat(page.getByTestId("palette-found").locator("[data-combobox-selected]"))
                .containsText("Imports");
    }

    @Test
    void onAPhoneAFewPagesAreAtTheBottomAndTheOthersOneTapAway() {
        page.setViewportSize(390, 844);
        open("/dashboard/analytics?business=1");
        BoundingBox bar = nav().boundingBox();
        assertThat(bar.y + bar.height).isEqualTo(844);
        assertThat(nav().getByRole(AriaRole.LINK)).hasCount(4);
        Locator more = nav().getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("More"));

        more.press("Enter");
        assertThat(nav().getByRole(AriaRole.LINK)).hasCount(4 + PAGES);
        assertThat(Accessibility.faults(page)).isEmpty();
        page.keyboard().press("Escape");
        assertThat(more).isFocused();
        assertThat(nav().getByRole(AriaRole.LINK)).hasCount(4);

        more.click();
        nav().getByRole(AriaRole.LINK, new Locator.GetByRoleOptions().setName("Imports"))
                .click();
        assertThat(page).hasURL(Pattern.compile("/dashboard/imports\\?business=1"));
        assertThat(nav().getByRole(AriaRole.LINK)).hasCount(4);
        assertThat(more).hasAttribute("data-current", "true");
        more.click();
        page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setLevel(1))
                .click();
        assertThat(more).hasAttribute("aria-expanded", "false");
    }

    @Test
    void theFiltersStayAtHandBelowTheFirstScreenAndCoverNothing() {
        page.setViewportSize(1280, 800);
        open("/dashboard/analytics?business=1&platform=linkedin&type=text");
        Locator bar = page.getByTestId("stuck-bar");
        assertThat(bar).hasCount(0);
        down();

        assertThat(bar).isVisible();
        BoundingBox box = bar.boundingBox();
        assertThat(box.y).isZero();
        assertThat(box.height).isLessThanOrEqualTo(TALLEST_BAR);
        assertThat(bar.evaluate("bar => bar.firstChild.scrollWidth <= bar.firstChild.clientWidth"))
                .isEqualTo(true);
        assertThat(bar.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Platforms: LinkedIn")))
                .isVisible();
        assertThat(Accessibility.faults(page)).isEmpty();
        bar.getByLabel("Period", new Locator.GetByLabelOptions().setExact(true)).selectOption("Last 90 days");
        assertThat(page).hasURL(Pattern.compile("range=last_90_days"));
        down();
        nothingIsCovered("Shift+Tab");

        down();
        bar.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("All filters (1 chosen)"))
                .click();
        assertThat(bar).hasCount(0);
        assertThat(page.locator(".tm-fb :focus")).isInViewport();
    }

    @Test
    void onAPhoneThePeriodStaysAtHandAndTheOtherFiltersOneTapAway() {
        page.setViewportSize(390, 844);
        open("/dashboard/analytics?business=1");
        down();
        Locator bar = page.getByTestId("stuck-bar");

        assertThat(bar.getByLabel("Period", new Locator.GetByLabelOptions().setExact(true)))
                .isVisible();
        Locator filters = bar.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Filters"));
        filters.click();
        assertThat(page.getByTestId("filter-sheet")).isVisible();
        page.keyboard().press("Escape");
        assertThat(filters).isFocused();
        Layout.assertFits(page);
        assertThat(Accessibility.faults(page)).isEmpty();
        nothingIsCovered("Shift+Tab");
        down();
        nothingIsCovered("Tab");
        page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
        assertThat(bar).isHidden();
        assertThat(page.locator(".tm-nav")).isHidden();
    }

    @Test
    void everyPageTellsWhenItWasCollectedAndLeadsToHow() {
        open("/dashboard/settings?business=1");
        JsonNode business =
                demo.api().get("/api/v1/businesses").get("businesses").get(0);
        assertThat(business.get("last_collected_at").isNull()).isFalse();
        Locator collected = page.getByTestId("collected");

        assertThat(collected).hasText(Pattern.compile("Collected (just now|.* ago) · (next .+|no next run)"));
        collected.click();

        assertThat(page).hasURL(Pattern.compile("/dashboard/health\\?business=1"));
        assertThat(page.getByTestId("health-summary")).isVisible();
    }

    /// What the document shows before any script has come lies where the page comes to lie.
    @ParameterizedTest
    @CsvSource({"1440, 900", "1280, 800", "900, 900", "390, 844"})
    void theOutlineHasTheGeometryOfThePage(int width, int height) {
        page.setViewportSize(width, height);
        String address = demo.address() + "/dashboard/analytics?business=1";
        page.route("**/assets/*.js", FrameIT::leaveUnanswered);
        page.navigate(address, new Page.NavigateOptions().setWaitUntil(WaitUntilState.COMMIT));
        assertThat(page.locator("#outline .tm-cards")).isVisible();
        List<Double> outline = geometry("#outline ", ".tm-first-bar");
        page.unroute("**/assets/*.js");
        open("/dashboard/analytics?business=1");
        List<Double> whole = geometry("#root ", ".tm-fb");

        for (int i = 0; i < whole.size(); i++) {
            assertThat(outline.get(i)).as("%s against %s", outline, whole).isCloseTo(whole.get(i), within(3.0));
        }
    }

    /// Where the head ends, where the navigation lies, and where the filters begin and end.
    private List<Double> geometry(String of, String bar) {
        BoundingBox head = page.locator(of + ".tm-header").boundingBox();
        BoundingBox nav = page.locator(of + ".tm-nav").boundingBox();
        BoundingBox filters = page.locator(of + bar).boundingBox();
        return List.of(
                head.height, nav.x, nav.y, nav.width, filters.x, filters.y, filters.width, filters.y + filters.height);
    }

    private static void leaveUnanswered(Route ignored) {}

    private void open(String path) {
        page.navigate(demo.address() + path);
        assertThat(page.locator("main h1")).isVisible();
        assertThat(nav().getByRole(AriaRole.LINK).first()).isVisible();
        assertThat(page.getByTestId("collected")).isVisible();
        if (path.contains("/analytics")) {
            assertThat(page.getByTestId("metric-cards")).isVisible();
        }
    }

    private Locator nav() {
        return page.getByRole(AriaRole.NAVIGATION, new Page.GetByRoleOptions().setName("Pages"));
    }

    /// Far enough that the filters are out of sight.
    private void down() {
        page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setName("Trend"))
                .scrollIntoViewIfNeeded();
        page.evaluate("document.querySelector('main').focus({preventScroll: true}); scrollTo(0, 1600)");
        assertThat(page.getByTestId("stuck-bar")).isVisible();
    }

    private void nothingIsCovered(String key) {
        // The last panel is made last: none grows any more while the keys go by.
        assertThat(page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setName("By platform")))
                .isAttached();
        assertThat(page.locator("main .mantine-Skeleton-root")).hasCount(0);
        page.locator(".tm-panel button").last().focus();
        for (int i = 0; i < 25; i++) {
            page.keyboard().press(key);
            // The bar comes and goes by what the browser tells once a frame.
            for (int frame = 0; frame < FRAMES && !covered().isEmpty(); frame++) {
                page.evaluate("() => new Promise(requestAnimationFrame)");
            }
            assertThat(covered()).isEmpty();
        }
    }

    private List<?> covered() {
        return (List<?>) page.evaluate(COVERED);
    }
}
