package io.tidemark.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/// A person with a browser: the demonstration, and a business of one's own from its first file.
@ExtendWith(Demo.Shared.class)
class DashboardIT {

    @TempDir
    private static Path home;

    private static Demo demo;
    private static Api api;
    private static String eve;
    private static String ada;

    private final List<String> trouble = new ArrayList<>();
    private Page page;

    @BeforeAll
    static void addBusinesses(Demo shared) {
        demo = shared;
        api = demo.api();
        eve = passwordOfAMember("eve@example.org", "Acme");
        ada = passwordOfAMember("ada@example.org", "Other");
    }

    private static String passwordOfAMember(String email, String business) {
        long id = api.create("/api/v1/businesses", """
                        {"name": "%s", "time_zone": "Europe/Berlin"}""".formatted(business))
                .get("business_id")
                .asLong();
        return api.create("/api/v1/members?business_id=" + id, """
                        {"email": "%s", "role": "member"}""".formatted(email))
                .get("password")
                .asString();
    }

    @BeforeEach
    void openBrowser() {
        page = watched(demo.openSignedIn());
    }

    private void leave() {
        page.context().close();
        page = watched(demo.open());
    }

    private Page watched(Page page) {
        page.onPageError(trouble::add);
        page.onRequest(request -> {
            if (!request.url().startsWith(demo.address().toString())
                    && !request.url().startsWith("data:")) {
                trouble.add("left the origin: " + request.url());
            }
        });
        page.onConsoleMessage(message -> {
            if (message.type().equals("error")) {
                trouble.add(message.text());
            }
        });
        return page;
    }

    @AfterEach
    void nothingWentWrongUnseen() {
        page.context().close();
        assertThat(trouble).isEmpty();
    }

    @Test
    void aRefreshIsFollowedToItsEndAndTheFiguresWithIt() {
        page.navigate(demo.address() + "/dashboard/analytics?business=1");
        String before = api.get("/api/v1/analytics/overview?business_id=1")
                .get("last_collected_at")
                .asString();

        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Refresh"))
                .click();

        assertThat(page.getByTestId("refresh-status")).hasText("Refreshed.");
        assertThat(api.get("/api/v1/analytics/overview?business_id=1")
                        .get("last_collected_at")
                        .asString())
                .isGreaterThan(before);
    }

    @Test
    void theDemonstrationIsLabelledAndShowsWhatTheApiSays() {
        page.navigate(demo.address() + "/dashboard/analytics?business=1");

        assertThat(page.getByTestId("demo-badge")).isVisible();
        JsonNode overview = api.get("/api/v1/analytics/overview?business_id=1");
        long impressions = Math.round(
                overview.get("metrics").get("impressions").get("value").asDouble());
        assertThat(card("impressions").getByTestId("card-value")).hasText(String.format(Locale.UK, "%,d", impressions));
        page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setName("Trend"))
                .scrollIntoViewIfNeeded();
        assertThat(page.getByTestId("trend-chart")).hasAttribute("data-ready", "true");
        Screenshots.take(page, "demo-light");

        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.DARK));
        assertThat(page.getByTestId("trend-chart")).hasAttribute("data-ready", "true");
        Screenshots.take(page, "demo-dark");
        page.setViewportSize(390, 844);
        assertThat(page.getByTestId("trend-chart")).hasAttribute("data-ready", "true");
        Layout.assertFits(page);
        Screenshots.take(page, "demo-phone");
    }

    @Test
    void theUrlHoldsTheView() {
        page.navigate(demo.address() + "/dashboard/analytics?business=1&range=last_90_days&platform=linkedin");
        String before = card("impressions").getByTestId("card-value").textContent();

        page.reload();

        assertThat(card("impressions").getByTestId("card-value")).hasText(before);
        assertThat(page).hasURL(Pattern.compile("range=last_90_days.*platform=linkedin"));
        JsonNode overview = api.get("/api/v1/analytics/overview?business_id=1&range=last_90_days&platform=linkedin");
        assertThat(before.replace(",", ""))
                .isEqualTo(Long.toString(Math.round(
                        overview.get("metrics").get("impressions").get("value").asDouble())));
    }

    @Test
    void fromTheFirstFileToNumbersAndBack() {
        signIn(eve, "eve@example.org");
        assertThat(page.getByTestId("no-data")).isVisible();
        Screenshots.take(page, "no-data");

        page.getByTestId("upload-input").setInputFiles(ExportSample.LINKEDIN.path());
        assertThat(page.getByTestId("import-changes")).containsText("8 new posts");
        assertThat(page.getByTestId("import-row")).hasCount(0);
        // They are of the file, not of what is stored: no small lines, and nowhere to go from them.
        Locator previewed = page.getByTestId("import-preview").locator(".tm-card");
        assertThat(previewed).not().hasCount(0);
        assertThat(previewed.locator(".tm-spark, .tm-card-pick, .tm-link")).hasCount(0);
        Screenshots.take(page, "previewed");
        page.getByTestId("import-confirm").click();
        assertThat(page.getByTestId("import-result")).containsText("Stored 8 new posts");
        assertThat(page.getByTestId("import-row")).hasCount(1);

        // The file is from 2025: the page says so and offers the days that have data.
        assertThat(page.getByTestId("empty-range")).isVisible();
        Screenshots.take(page, "empty-range");
        page.getByTestId("empty-range").getByRole(AriaRole.BUTTON).first().click();
        assertThat(card("impressions").getByTestId("card-value")).hasText(Pattern.compile("306|310"));
        page.getByTestId("trend-swiped").scrollIntoViewIfNeeded();
        Locator chart = page.getByTestId("trend-chart");
        assertThat(chart).hasAttribute("aria-label", Pattern.compile("All were imported from files\\."));
        assertThat(page.locator(".tm-legend").first()).containsText("Imported from files");
        assertThat(chart.locator("path[fill='#ffffff']")).not().hasCount(0);
        page.getByText("Show as table").first().click();
        assertThat(page.getByTestId("trend-table").locator("tbody tr").first()).containsText("imported");
        Screenshots.take(page, "imported");

        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(Pattern.compile("^Undo")))
                .first()
                .click();
        page.getByRole(AriaRole.DIALOG)
                .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(Pattern.compile("^Undo")))
                .click();
        assertThat(page.getByTestId("import-row").first()).containsText("Undone");
        assertThat(page.getByTestId("no-data")).isVisible();
    }

    @Test
    void aFileThatCannotBeReadIsExplained() throws Exception {
        Path file = Files.writeString(home.resolve("notes.pdf"), "%PDF-1.7 and so on");
        signIn(ada, "ada@example.org");
        page.navigate(demo.address() + "/dashboard/imports");

        page.getByTestId("upload-input").setInputFiles(file);

        assertThat(page.getByTestId("import-problem")).containsText("notes.pdf");
        Screenshots.take(page, "refused");
    }

    @Test
    void aTableOfAnotherToolIsMappedOnceAndThenReadByItself() throws Exception {
        Path first = Files.writeString(home.resolve("tool.csv"), "Moment,Shown\n2026-11-20,40\n2026-11-21,2\n");
        Path next = Files.writeString(home.resolve("tool-2.csv"), "Moment,Shown\n2026-11-22,100\n");
        signIn(ada, "ada@example.org");

        page.getByTestId("upload-input").setInputFiles(first);
        button("Say what the columns mean").click();
        assertThat(page.getByTestId("mapping-form")).containsText("Still to be said: the platform, the account");
        choose("A row is", "A day of an account");
        choose("Platform", "X");
        page.getByLabel("Account handle").fill("acme");
        Locator zone = page.getByRole(AriaRole.COMBOBOX, new Page.GetByRoleOptions().setName("Time zone of times"));
        zone.fill("Mars");
        choose("Meaning of Moment", "Day");
        choose("Meaning of Shown", "Impressions");
        button("Look at the numbers").click();
        assertThat(page.getByTestId("mapping-form")).containsText("'Mars' is not a time zone");
        shootDialog("mapping");
        // The browser notes the refusal that the dialog has just shown.
        assertThat(trouble).singleElement().asString().contains(" 400 ");
        trouble.clear();
        zone.fill("");
        button("Look at the numbers").click();
        assertThat(page.getByTestId("import-changes")).containsText("2 new daily values");
        Screenshots.take(page, "mapped");
        page.getByTestId("import-confirm").click();
        assertThat(page.getByTestId("import-result")).containsText("Stored 2 daily values");
        page.getByTestId("empty-range").getByRole(AriaRole.BUTTON).first().click();
        assertThat(card("impressions").getByTestId("card-value")).hasText("42");

        page.getByTestId("upload-input").setInputFiles(next);
        assertThat(page.getByTestId("import-changes")).containsText("1 new daily value");
        assertThat(page.getByTestId("mapping-row")).containsText("A day of an account, X, acme");
        button("Delete the mapping tool").click();
        button("Delete the mapping").click();
        assertThat(page.getByTestId("mapping-row")).hasCount(0);
    }

    private Locator button(String name) {
        return page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    /// In each look, since it holds more fields than any other part of the page.
    private void shootDialog(String name) {
        Screenshots.take(page, name);
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.DARK));
        page.setViewportSize(390, 844);
        assertThat(page.evaluate("[document.documentElement, document.querySelector('[role=dialog]')]"
                        + ".every(part => part.scrollWidth <= part.clientWidth)"))
                .isEqualTo(true);
        Screenshots.take(page, name + "-phone");
        page.setViewportSize(1280, 900);
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.LIGHT));
    }

    private void choose(String label, String option) {
        page.getByRole(
                        AriaRole.COMBOBOX,
                        new Page.GetByRoleOptions().setName(label).setExact(true))
                .or(page.getByLabel(label, new Page.GetByLabelOptions().setExact(true)))
                .first()
                .click();
        page.getByRole(
                        AriaRole.OPTION,
                        new Page.GetByRoleOptions().setName(option).setExact(true))
                .first()
                .click();
    }

    @Test
    void aWrongPasswordIsSaidAndTheKeyboardIsEnough() {
        leave();
        page.navigate(demo.address().toString());
        page.getByLabel("E-mail").focus();
        page.keyboard().type(Demo.EMAIL);
        page.keyboard().press("Tab");
        page.keyboard().type("wrong");
        page.keyboard().press("Enter");
        assertThat(page.getByRole(AriaRole.ALERT)).isVisible();
        Screenshots.take(page, "sign-in-wrong");
        // The browser notes every refusal, also the one that the page has just shown.
        assertThat(trouble).singleElement().asString().contains(" 401 ");
        trouble.clear();

        page.getByLabel("Password").fill("");
        page.getByLabel("Password").focus();
        page.keyboard().type(demo.password());
        page.keyboard().press("Enter");
        assertThat(page.getByTestId("metric-cards")).isVisible();
    }

    private void signIn(String password, String email) {
        leave();
        page.navigate(demo.address().toString());
        page.getByLabel("E-mail").fill(email);
        page.getByLabel("Password").fill(password);
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Sign in"))
                .click();
        assertThat(page.getByRole(
                        AriaRole.HEADING,
                        new Page.GetByRoleOptions().setName("Analytics").setExact(true)))
                .isVisible();
    }

    private Locator card(String metric) {
        return page.getByTestId("card-" + metric);
    }
}
