package io.tidemark.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ReducedMotion;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/// Somebody sets Tidemark up with nothing but a browser: from a server without a business to labels, a key for a
/// program, another zone and a colleague.
@ExtendWith(Chromium.Shared.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class SettingsIT {
    private static final String EMAIL = "root@example.org";
    private static final String PASSWORD = "correct horse battery";
    private static final String POSTS = "/dashboard/posts?business=1&range=all";

    private final List<String> trouble = new ArrayList<>();
    private Program.Serving serving;
    private Chromium chromium;
    private BrowserContext home;
    private Api api;
    private Page page;

    @BeforeAll
    void serve(@TempDir Path folder, Chromium shared) {
        Program program = new Program(folder.resolve("data")).withKnownBinaries();
        program.run(PASSWORD + "\n", "user", "add", EMAIL, "--password-stdin");
        serving = program.serve("serve", "--port", "0");
        api = new Api(
                serving.address(), program.run("", "token", "--user", EMAIL).out());
        chromium = shared;
        page = open();
        signIn(EMAIL, PASSWORD);
        home = page.context();
    }

    @AfterAll
    void stop() {
        home.close();
        serving.stop();
    }

    @BeforeEach
    void openPage() {
        page = watched(home.newPage());
    }

    @AfterEach
    void nothingWentWrongUnseen() {
        page.close();
        assertThat(trouble).isEmpty();
    }

    @Test
    @Order(1)
    void fromAnEmptyServerToNumbersInThreeSteps() {
        open("/");
        assertThat(page.getByTestId("first-business")).isVisible();
        look("first-business");
        page.getByLabel("Name").fill("Bakery");
        zone().fill("Berlin");
        page.getByRole(AriaRole.OPTION, new Page.GetByRoleOptions().setName("Europe/Berlin"))
                .click();
        button("Create the business").click();

        assertThat(page.getByTestId("no-data")).isVisible();
        assertThat(page).hasURL(Pattern.compile("business=1"));
        look("first-steps");
        page.getByTestId("upload-input").setInputFiles(ExportSample.LINKEDIN.path());
        page.getByTestId("import-confirm").click();
        assertThat(page.getByTestId("import-result")).containsText("Stored 8 new posts");
        assertThat(page.getByTestId("empty-range")).isVisible();
        assertThat(api.get("/api/v1/members?business_id=1")
                        .get("members")
                        .get(0)
                        .get("role")
                        .asString())
                .isEqualTo("owner");
    }

    @Test
    @Order(2)
    void aLabelIsMadeAndPutOnPostsWithTheKeyboardAlone() {
        open("/dashboard/settings?business=1&section=labels");
        focused(button("New label")).press("Enter");
        page.keyboard().type("Spring");
        focused(button("Make the label")).press("Enter");
        Locator label = page.getByTestId("labels-table").locator("tbody tr");
        assertThat(label).containsText("Spring");
        assertThat(label.getByRole(AriaRole.CELL).nth(2)).hasText("0");

        open(POSTS);
        Locator boxes = page.getByTestId("posts-table").locator("tbody input[type=checkbox]");
        focused(boxes.first()).press("Space");
        page.keyboard().press("ArrowDown");
        page.keyboard().press("ArrowDown");
        page.keyboard().press("Shift+Space");
        Locator bar = page.getByTestId("label-bar");
        assertThat(bar).containsText("3 posts chosen");
        Locator choice = bar.getByRole(AriaRole.COMBOBOX, new Locator.GetByRoleOptions().setName("Label"));
        focused(choice).press("ArrowDown");
        // Keys that come before the list is there have nothing to move to.
        assertThat(page.locator("[role=option]")).isVisible();
        page.keyboard().press("ArrowDown");
        assertThat(page.locator("[role=option][data-combobox-selected]")).isVisible();
        page.keyboard().press("Enter");
        assertThat(choice).hasValue("Campaign: Spring");
        focused(button("Give the label")).press("Enter");
        assertThat(page.getByTestId("label-done")).hasText("Campaign “Spring” was given to 3 posts.");
        look("labels-in-bulk");

        assertThat(labelled()).isEqualTo(3);
        focused(button("Remove the label")).press("Enter");
        assertThat(page.getByTestId("label-done")).hasText("Campaign “Spring” was taken off 3 posts.");
        assertThat(labelled()).isZero();
    }

    @Test
    @Order(3)
    void postsAreOrderedByThreeColumns() {
        open(POSTS);
        button("Engagement").press("Enter");
        assertThat(page).hasURL(Pattern.compile("sort=-engagement$"));
        button("Published").press("Shift+Enter");
        assertThat(page).hasURL(Pattern.compile("sort=-engagement%2C-published_at$"));

        button("Reach").press("Shift+Enter");
        assertThat(page).hasURL(Pattern.compile("sort=-engagement%2C-published_at%2C-reach$"));
        assertThat(page.getByTestId("posts-table").locator("thead")).containsText("third order, descending");

        JsonNode posts = api.get(
                        "/api/v1/analytics/posts?business_id=1&range=all&sort=-engagement,-published_at,-reach")
                .get("posts");
        Locator rows = page.getByTestId("posts-table").locator("tbody tr[data-testid]");
        assertThat(rows).hasCount(posts.size());
        for (int i = 0; i < posts.size(); i++) {
            assertThat(rows.nth(i))
                    .hasAttribute(
                            "data-testid", "post-" + posts.get(i).get("id").asString());
        }
        assertThat(page.locator("th[aria-sort=descending]")).hasCount(1);
    }

    @Test
    @Order(4)
    void aProgramGetsAKeyOnceAndLosesItAtOnce() {
        open("/dashboard/settings?business=1&section=keys");
        page.getByLabel("Name").fill("Weekly sheet");
        button("Make the key").click();
        String secret = page.getByTestId("secret").textContent();
        look("key-once");
        Api program = new Api(serving.address(), secret);
        assertThat(program.ask("/api/v1/accounts?business_id=1").statusCode()).isEqualTo(200);
        button("I have it").click();
        page.reload();
        assertThat(page.getByTestId("keys-table")).containsText("last used");
        assertThat(page.content().contains(secret)).isFalse();

        button("End the key Weekly sheet").click();
        look("key-end");
        button("End the key").click();
        assertThat(page.getByTestId("keys-table")).containsText("Ended");
        assertThat(program.ask("/api/v1/accounts?business_id=1").statusCode()).isEqualTo(401);
    }

    @Test
    @Order(5)
    void anotherZoneIsAskedAboutAndCutsTheDaysAnew() {
        open("/dashboard/settings?business=1");
        zone().fill("Tokyo");
        page.getByRole(AriaRole.OPTION, new Page.GetByRoleOptions().setName("Asia/Tokyo"))
                .click();
        button("Save").click();
        assertThat(page.getByRole(AriaRole.DIALOG)).containsText("midnight in Asia/Tokyo instead of Europe/Berlin");
        look("recut");
        button("Leave it").click();
        assertThat(zoneInForce()).isEqualTo("Europe/Berlin");

        button("Save").click();
        button("Cut the days anew").click();

        // Only once the job is done the business has the zone that is wanted.
        assertThat(page.getByTestId("settings-business")).containsText("Saved.");
        assertThat(zone()).hasValue("Asia/Tokyo");
        assertThat(zoneInForce()).isEqualTo("Asia/Tokyo");
    }

    @Test
    @Order(6)
    void aColleagueSignsInWithAFirstPasswordAndTheLastOwnerStays() {
        open("/dashboard/settings?business=1&section=members");
        page.getByLabel("E-mail").fill("ana@example.org");
        button("Add").click();
        String password = page.getByTestId("secret").textContent();
        button("I have it").click();
        assertThat(page.getByTestId("members-table")).containsText("ana@example.org");

        page.getByLabel("Role of " + EMAIL).selectOption("member");
        assertThat(page.getByRole(AriaRole.ALERT)).containsText("A business keeps an owner");
        look("last-owner");
        // The browser notes the refusal that the page has just shown.
        assertThat(trouble).singleElement().asString().contains(" 409 ");
        trouble.clear();

        page.close();
        page = open();
        signIn("ana@example.org", password);
        open("/dashboard/settings?business=1&section=members");
        assertThat(page.getByTestId("members-table")).isVisible();
        assertThat(page.getByTestId("member-form")).hasCount(0);
        page.context().close();
    }

    @Test
    @Order(7)
    void everyPageOfAnEmptyBusinessLeadsToNumbers() {
        open("/dashboard/portfolio");
        button("New business").click();
        page.getByLabel("Name").fill("Empty");
        button("Create the business").click();
        assertThat(page).hasURL(Pattern.compile("business=2"));

        for (String name : List.of("analytics", "posts", "insights", "platforms", "best-times", "why", "what-works")) {
            open("/dashboard/" + name + "?business=2");
            assertThat(page.getByTestId("no-data")).isVisible();
            assertThat(page.getByTestId("no-data")
                            .getByRole(AriaRole.LINK, new Locator.GetByRoleOptions().setName("Connect an account")))
                    .isVisible();
        }
        look("empty-business");
    }

    private long labelled() {
        return api.get("/api/v1/labels?business_id=1")
                .get("labels")
                .get(0)
                .get("posts")
                .get("total")
                .asLong();
    }

    private String zoneInForce() {
        return api.get("/api/v1/businesses")
                .get("businesses")
                .get(0)
                .get("time_zone")
                .asString();
    }

    private Locator zone() {
        return page.getByRole(AriaRole.COMBOBOX, new Page.GetByRoleOptions().setName("Time zone"));
    }

    private Locator button(String name) {
        return page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    private static Locator focused(Locator control) {
        control.focus();
        return control;
    }

    private void open(String path) {
        page.navigate(serving.address() + path);
    }

    private void signIn(String email, String password) {
        open("/");
        page.getByLabel("E-mail").fill(email);
        page.getByLabel("Password").fill(password);
        button("Sign in").click();
        assertThat(page.getByRole(
                        AriaRole.HEADING,
                        new Page.GetByRoleOptions().setName("Analytics").setExact(true)))
                .isVisible();
    }

    private Page open() {
        return watched(chromium.browser()
                .newContext(new NewContextOptions()
                        .setViewportSize(1280, 900)
                        .setLocale("en-GB")
                        .setTimezoneId("UTC")
                        .setReducedMotion(ReducedMotion.REDUCE))
                .newPage());
    }

    private Page watched(Page fresh) {
        fresh.onPageError(trouble::add);
        fresh.onConsoleMessage(message -> {
            if (message.type().equals("error")) {
                trouble.add(message.text());
            }
        });
        return fresh;
    }

    /// In both looks.
    private void look(String name) {
        shoot(name, ColorScheme.DARK);
        assertThat(Accessibility.faults(page)).isEmpty();
        shoot(name, ColorScheme.LIGHT);
        assertThat(Accessibility.faultsOfColours(page)).isEmpty();
    }

    private void shoot(String name, ColorScheme look) {
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(look));
        Screenshots.take(page, name + "-" + look.name().toLowerCase(Locale.ROOT));
    }
}
