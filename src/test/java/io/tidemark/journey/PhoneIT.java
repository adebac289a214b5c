package io.tidemark.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/// On a phone: what is in sight first, long lists and long texts.
@ExtendWith(Demo.Shared.class)
class PhoneIT {
    private static final int MOST_CARDS = 30;

    private final List<String> trouble = new ArrayList<>();
    private Demo demo;
    private Page page;

    @BeforeEach
    void signIn(Demo shared) {
        demo = shared;
        page = demo.signedIn(trouble::add);
        page.setViewportSize(390, 844);
    }

    @AfterEach
    void nothingWentWrongUnseen() {
        page.close();
        assertThat(trouble).isEmpty();
    }

    @Test
    void theFirstScreenHasNumbersAndAllFiltersAreInASheetOverThem() {
        page.navigate(demo.address() + "/dashboard/analytics?business=1&metric=engagement");
        Locator from = page.getByLabel("From", new Page.GetByLabelOptions().setExact(true));
        Locator sheet = page.getByTestId("filter-sheet");
        assertThat(page.getByTestId("card-impressions").getByTestId("card-value"))
                .isInViewport();
        assertThat(from).hasCount(0);

        Locator filters = button("Filters");
        filters.click();
        assertThat(sheet.getByRole(AriaRole.BUTTON).first()).isFocused();
        assertThat(from).isVisible();
        assertThat(sheet.getByTestId("rule-line")).containsText("Compared with");
        swipe(sheet, -150, 20);
        Locator types = sheet.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Content types: All"));
        types.click();
        sheet.getByLabel("Text", new Locator.GetByLabelOptions().setExact(true)).check();
        assertThat(page).hasURL(Pattern.compile("metric=engagement&type=text"));
        assertThat(Accessibility.faults(page)).isEmpty();
        page.keyboard().press("Escape");
        assertThat(sheet.getByRole(AriaRole.CHECKBOX)).hasCount(0);
        page.keyboard().press("Escape");
        assertThat(sheet).hasCount(0);
        assertThat(button("Filters (1 chosen)")).isFocused();
    }

    @Test
    void ownDatesOpenTheSheetAtTheDatesAndCountWhenItIsLeft() {
        page.navigate(demo.address() + "/dashboard/analytics?business=1");
        Locator from = page.getByLabel("From", new Page.GetByLabelOptions().setExact(true));
        Locator sheet = page.getByTestId("filter-sheet");
        page.getByLabel("Period", new Page.GetByLabelOptions().setExact(true)).selectOption("Own dates");
        assertThat(from).isFocused();
        String before = from.inputValue();
        from.fill(LocalDate.parse(before).minusDays(3).toString());
        button("Show the numbers").click();
        assertThat(sheet).hasCount(0);
        assertThat(page)
                .hasURL(Pattern.compile("from=" + LocalDate.parse(before).minusDays(3)));

        page.reload();
        assertThat(page.getByTestId("metric-cards")).isVisible();
        assertThat(sheet).hasCount(0);
        button("Filters").click();
        assertThat(sheet).isVisible();
        page.mouse().click(200, 20);
        assertThat(sheet).hasCount(0);
        assertThat(button("Filters")).isFocused();
        assertThat(page.evaluate("document.documentElement.scrollWidth")).isEqualTo(390);
    }

    private Locator button(String name) {
        return page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    @Test
    void aFingerThatGoesSidewaysOverTheChartGoesToTheNextFigure() {
        page.navigate(demo.address() + "/dashboard/analytics?business=1&metric=engagement");
        Locator chart = page.locator("[data-testid=trend-chart][data-ready=true]");
        page.getByTestId("trend-swiped").scrollIntoViewIfNeeded();
        page.mouse().wheel(0, 300);
        assertThat(chart).isVisible();
        swipe(chart, -20, 200);
        assertThat(page).hasURL(Pattern.compile("metric=engagement($|&)"));

        swipe(chart, -150, 20);
        assertThat(page).hasURL(Pattern.compile("metric=engagement_rate"));
        assertThat(page.getByTestId("trend-swiped")).hasText(Pattern.compile("Engagement rate, \\d of \\d"));
        assertThat(chart).isVisible();
        swipe(chart, 150, 20);
        assertThat(page).hasURL(Pattern.compile("metric=engagement($|&)"));
    }

    private static void swipe(Locator over, int x, int y) {
        over.evaluate("""
                (chart, [x, y]) => {
                  const finger = (type, clientX, clientY) => chart.dispatchEvent(new PointerEvent(type, {
                    pointerType: "touch", isPrimary: true, pointerId: 7, bubbles: true, clientX, clientY }));
                  finger("pointerdown", 200, 400);
                  finger("pointerup", 200 + x, 400 + y);
                }""", List.of(x, y));
    }

    @Test
    void aTableThatIsWiderThanThePageSaysSoAndOnAPhoneThereIsNone() {
        page.navigate(demo.address() + "/dashboard/platforms?business=1");
        Locator types = page.getByTestId("platform-types");
        page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setName("Content types"))
                .scrollIntoViewIfNeeded();
        Locator place =
                page.getByRole(AriaRole.REGION, new Page.GetByRoleOptions().setName("Content types by platform"));
        Locator hint = page.locator(".tm-sides-place").last().getByTestId("sideways-hint");
        assertThat(place).isVisible();
        assertThat(hint).hasCount(0);

        page.setViewportSize(800, 900);
        assertThat(hint).isVisible();
        assertThat(place).hasAttribute("data-more", "true");
        place.evaluate("place => place.scrollTo(10000, 0)");
        assertThat(place).not().hasAttribute("data-more", "true");
        assertThat(types.locator("tbody th").first()).isInViewport();

        page.setViewportSize(1280, 900);
        assertThat(hint).hasCount(0);
    }

    @Test
    void ofALongListOfPostsOnlyTheCardsInSightAreInTheDocument() {
        page.navigate(demo.address() + "/dashboard/posts?business=1&range=all");
        Locator cards = page.locator("[data-testid=posts-cards] > li");
        assertThat(cards.first()).isVisible();
        int total = Integer.parseInt(cards.first().getAttribute("aria-setsize"));
        assertThat(total).isGreaterThan(500);
        assertThat(cards.count()).isLessThan(MOST_CARDS);

        for (int reached = 100; reached <= 300; reached += 100) {
            page.waitForFunction(
                    "least => { scrollBy(0, 4000); return [...document.querySelectorAll('[data-testid=posts-cards] > li')]"
                            + ".some(card => Number(card.ariaPosInSet) > least); }",
                    reached);
            assertThat(cards.count()).as("cards at post %d", reached).isLessThan(MOST_CARDS);
        }
        assertThat(page.evaluate("document.documentElement.scrollWidth")).isEqualTo(390);
    }

    @Test
    void onPaperAllPostsThatWereFetchedFollowEachOther() {
        page.navigate(demo.address() + "/dashboard/posts?business=1&range=all");
        Locator cards = page.locator("[data-testid=posts-cards] > li");
        assertThat(cards.first()).isVisible();

        page.evaluate("dispatchEvent(new Event('beforeprint'))");

        int drawn = cards.count();
        assertThat(drawn).isGreaterThanOrEqualTo(50);
        assertThat(cards.nth(drawn - 1)).hasAttribute("aria-posinset", Integer.toString(drawn));
        assertThat(
                        page.evaluate(
                                "(() => { const [one, other] = document.querySelectorAll('[data-testid=posts-cards] > li');"
                                        + " return other.getBoundingClientRect().top >= one.getBoundingClientRect().bottom; })()"))
                .isEqualTo(true);
        page.evaluate("dispatchEvent(new Event('afterprint'))");
        assertThat(cards.nth(MOST_CARDS)).hasCount(0);
    }

    @Test
    void thePageOfMethodsScrollsAsAWholeAndHasContents() {
        page.navigate(demo.address() + "/dashboard/methods");
        assertThat(page.locator("main h1")).hasText("Methods");
        assertThat(page.evaluate("[...document.querySelectorAll('main .tm-scroll')]"
                        + ".every(table => table.scrollHeight <= table.clientHeight)"))
                .isEqualTo(true);
        page.getByText("Contents").click();
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Breaking out"))
                .click();

        assertThat(page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setName("Breaking out")))
                .isInViewport();
        assertThat(page.getByText("To the dashboard")).not().isInViewport();
        assertThat(Accessibility.faults(page)).isEmpty();
    }

    @Test
    void howAPostDoesForItsAgeIsReadWithoutScrollingSideways() {
        long post = demo.api()
                .get("/api/v1/analytics/posts?business_id=1&range=last_90_days&limit=1")
                .at("/posts/0/id")
                .asLong();
        page.navigate(demo.address() + "/dashboard/posts/" + post + "?business=1");
        Locator table = page.getByTestId("post-performance");
        assertThat(table).isVisible();

        assertThat(table.evaluate("table => table.parentElement.scrollWidth <= table.parentElement.clientWidth"))
                .isEqualTo(true);
        assertThat(table.locator("td[data-label='Against the usual']").first()).isVisible();
        assertThat(Accessibility.faults(page)).isEmpty();
    }
}
