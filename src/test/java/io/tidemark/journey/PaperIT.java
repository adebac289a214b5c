package io.tidemark.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.JSHandle;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.Media;
import com.microsoft.playwright.options.WaitUntilState;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/// What a page shows goes to paper.
@ExtendWith(Demo.Shared.class)
class PaperIT {
    private static final String PAGE = "/dashboard/analytics?business=1&range=last_90_days&metric=likes";

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
    void theChartIsDrawnOnPaperForThoseWhoHaveNotComeNearIt() {
        page.setViewportSize(412, 823);
        page.navigate(demo.address() + PAGE);
        assertThat(heading("Trend")).hasCount(1);
        assertThat(page.getByTestId("trend-chart")).hasCount(0);

        page.evaluate("dispatchEvent(new Event('beforeprint'))");

        assertThat(page.locator("[data-testid=trend-chart][data-ready=true]")).isVisible();
        page.evaluate("dispatchEvent(new Event('afterprint'))");
        assertThat(page.getByTestId("trend-chart")).hasCount(0);
    }

    @Test
    void whatWasMadeForPaperStaysOnTheScreen() {
        openInABrowserThatNeverHasTime();

        page.evaluate("dispatchEvent(new Event('beforeprint'))");

        assertThat(heading("By platform")).hasCount(1);
        page.evaluate("dispatchEvent(new Event('afterprint'))");
        assertThat(heading("By platform").count()).isEqualTo(1);
    }

    @Test
    void whatWasMadeForAFileStaysOnTheScreen() {
        openInABrowserThatNeverHasTime();

        page.getByTestId("take-page").click();
        page.waitForDownload(
                () -> page.getByRole(AriaRole.MENUITEM, new Page.GetByRoleOptions().setName("All panels, zip"))
                        .click());

        assertThat(page.getByTestId("take-page-outcome")).hasText("Saved.");
        assertThat(heading("By platform").count()).isEqualTo(1);
    }

    /// What is far from the reader is made there for nothing but paper or a file.
    private void openInABrowserThatNeverHasTime() {
        page.setViewportSize(412, 823);
        page.addInitScript("window.requestIdleCallback = (run, limit) => limit ? setTimeout(run, limit.timeout) : 0");
        page.navigate(demo.address() + PAGE);
        assertThat(page.getByTestId("metric-cards")).isVisible();
        assertThat(heading("By platform")).hasCount(0);
    }

    @Test
    void theKeysForPrintingWaitUntilAllOfThePageIsThere() {
        page.setViewportSize(412, 823);
        page.addInitScript("window.print = () => { dispatchEvent(new Event('beforeprint'));"
                + " window.printed = {"
                + "   skeletons: document.querySelectorAll('main .mantine-Skeleton-root:not(.tm-screen-only, .tm-screen-only *)').length,"
                + "   lines: document.querySelectorAll('[data-testid=trend-chart] svg path').length,"
                + "   titles: [...document.querySelectorAll('main h2')].map((title) => title.textContent) };"
                + " dispatchEvent(new Event('afterprint')); }");
        page.navigate(demo.address() + PAGE, new Page.NavigateOptions().setWaitUntil(WaitUntilState.COMMIT));
        page.waitForFunction("() => document.querySelector('main .tm-page-head')");
        page.keyboard().press("Control+p");
        JSHandle printed = page.waitForFunction("() => window.printed");

        assertThat(printed.getProperty("skeletons").jsonValue()).isEqualTo(0);
        assertThat((int) printed.getProperty("lines").jsonValue()).isPositive();
        assertThat(printed.getProperty("titles").jsonValue().toString())
                .contains("Breaking out now", "Insights", "Trend", "Top posts", "Posts live for", "By platform");
    }

    /// The browser's own menu gives no time: what has come is drawn without the chart library, and a gap is told.
    @Test
    void thePaperOfTheBrowsersMenuHasTheNumbersThatHaveCome() {
        page.setViewportSize(412, 823);
        page.route(
                Pattern.compile("/assets/(TrendChart|PlatformTable)-[^/]*\\.js$"),
                // It is on its way for as long as the test lasts.
                route -> {});
        page.navigate(demo.address() + PAGE);
        assertThat(page.getByTestId("trend-drawing")).hasCount(0);
        page.waitForFunction("() => document.querySelector('main .tm-legend')");

        Object drawn = page.evaluate("() => { dispatchEvent(new Event('beforeprint'));"
                + " return document.querySelectorAll('[data-testid=trend-drawing] svg polyline').length }");

        assertThat((int) drawn).isPositive();
        page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
        assertThat(page.getByTestId("trend-drawing")).isVisible();
        assertThat(page.getByTestId("print-incomplete")).isVisible();
        page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.SCREEN));
        assertThat(page.getByTestId("print-incomplete")).isHidden();
        page.evaluate("dispatchEvent(new Event('afterprint'))");
        assertThat(page.getByTestId("trend-drawing")).hasCount(0);
    }

    @Test
    void onPaperThereAreHeadingsAndNoControls() {
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.DARK));
        page.navigate(demo.address() + PAGE);
        heading("Trend").scrollIntoViewIfNeeded();
        assertThat(page.locator("[data-testid=trend-chart][data-ready=true]")).isVisible();
        assertThat(page.locator("main .mantine-Skeleton-root")).hasCount(0);
        byte[] pdf = page.pdf(new Page.PdfOptions()
                .setFormat("A4")
                .setPrintBackground(true)
                .setTagged(true)
                .setOutline(true));
        assertThat(new String(pdf, StandardCharsets.ISO_8859_1)).startsWith("%PDF-");
        // The browser's outline of the document: what the reader finds as headings.
        assertThat(outline(pdf)).contains("Trend", "Top posts", "By platform").doesNotContain("Imports", "Analytics");

        page.evaluate("dispatchEvent(new Event('beforeprint'))");
        page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
        assertThat(page.getByTestId("print-head")).containsText("Harbour Coffee (demonstration): Analytics");
        assertThat(page.getByTestId("print-head")).containsText("metric: likes");
        assertThat(page.locator(".tm-print-foot")).containsText(demo.address() + PAGE);
        assertThat(page.locator("header.tm-header")).isHidden();
        assertThat(page.getByTestId("take").first()).isHidden();
        assertThat(page.evaluate("getComputedStyle(document.querySelector('.tm-panel')).backgroundColor"))
                .isEqualTo("rgb(255, 255, 255)");
        page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.SCREEN).setColorScheme(ColorScheme.LIGHT));
        page.evaluate("dispatchEvent(new Event('afterprint'))");
    }

    private Locator heading(String name) {
        return page.locator("main")
                .getByRole(
                        AriaRole.HEADING,
                        new Locator.GetByRoleOptions().setName(name).setExact(true));
    }

    /// The titles of a document's outline, as PDF writes them.
    private static List<String> outline(byte[] pdf) {
        return Pattern.compile("/Title \\(([^)]*)\\)")
                .matcher(new String(pdf, StandardCharsets.ISO_8859_1))
                .results()
                .map(found -> found.group(1))
                .toList();
    }
}
