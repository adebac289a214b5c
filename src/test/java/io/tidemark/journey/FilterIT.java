package io.tidemark.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;

/// A person with a keyboard: narrows what is shown, hands it on, looks at the past, saves it and finds it again.
@ExtendWith(Demo.Shared.class)
class FilterIT {
    private static final int MOST_TABS = 80;

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
    void aViewIsFilteredByKeyboardSharedAndComesBack() {
        openAnalytics();
        page.keyboard().press("p");
        assertThat(page).hasURL(Pattern.compile("range=last_month"));
        assertThat(page.getByTestId("key-said")).hasText("Last month");
        tabTo(page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Platforms: All")));
        page.keyboard().press("Enter");
        assertThat(page.getByRole(AriaRole.CHECKBOX, new Page.GetByRoleOptions().setName("LinkedIn")))
                .isFocused();
        page.keyboard().press("Space");
        page.keyboard().press("Escape");
        assertThat(page).hasURL(Pattern.compile("platform=linkedin"));
        assertThat(page.getByTestId("chosen-filters")).containsText("LinkedIn");
        assertThat(page.getByTestId("rule-line")).containsText("Compared with the whole month before");
        says("&range=last_month&platform=linkedin");
        assertThat(Accessibility.faults(page)).isEmpty();

        command("copy link");
        assertThat(page.evaluate("navigator.clipboard.readText()")).isEqualTo(page.url());
        String seen = impressions(page).textContent();
        Page other = demo.openSignedIn();
        other.navigate(page.url());
        assertThat(impressions(other)).hasText(seen);
        other.context().close();

        page.goBack();
        assertThat(page.getByTestId("chosen-filters")).hasCount(0);
        says("&range=last_month");
        page.goForward();
        assertThat(impressions(page)).hasText(seen);
        page.reload();
        assertThat(impressions(page)).hasText(seen);
        page.keyboard().press("[");
        assertThat(page).hasURL(Pattern.compile("from=\\d{4}-\\d{2}-01&to="));
        page.keyboard().press("Escape");
        assertThat(page).not().hasURL(Pattern.compile("platform="));
    }

    /// As of the instant at which the first source was recorded that one is known, and no other.
    @Test
    void thePastIsToldAsThePastOnEveryPageUntilSomebodyComesBack() {
        String first = firstCollected();
        String then = "&range=last_90_days&as_of=" + first;
        page.navigate(demo.address() + "/dashboard/analytics?business=1" + then);
        Locator banner = page.getByRole(AriaRole.STATUS).filter(new Locator.FilterOptions().setHasText("As known on "));
        assertThat(banner).isVisible();
        says(then);
        String known = impressions(page).textContent();
        assertThat(Accessibility.faults(page)).isEmpty();

        page.keyboard().press("g");
        page.keyboard().press("p");
        assertThat(page).hasURL(Pattern.compile("/dashboard/posts\\?.*as_of="));
        assertThat(page.getByTestId("posts-table")).isVisible();
        command("known now");
        assertThat(page).not().hasURL(Pattern.compile("as_of"));
        assertThat(banner).hasCount(0);
        assertThat(page.getByTestId("posts-table")).isVisible();
        page.keyboard().press("g");
        page.keyboard().press("o");
        assertThat(impressions(page)).not().hasText(known);
    }

    @Test
    void beforeTheFirstNumbersNothingWasKnownAndThePageLeadsToWhereSomethingWas() {
        LocalDate day = LocalDate.ofInstant(Instant.parse(firstCollected()), ZoneOffset.UTC)
                .minusDays(5);
        page.navigate(demo.address() + "/dashboard/analytics?business=1&as_of=" + day);
        Locator nothing = page.getByTestId("nothing-known");
        assertThat(nothing).containsText("Nothing was known yet on " + day.getDayOfMonth() + " ");
        assertThat(nothing).containsText("The first numbers came on ");
        assertThat(page.getByTestId("empty-range")).hasCount(0);
        assertThat(Accessibility.faults(page)).isEmpty();

        nothing.getByRole(AriaRole.BUTTON).press("Enter");

        assertThat(page.getByTestId("metric-cards")).isVisible();
        assertThat(page.getByTestId("nothing-known")).hasCount(0);

        page.navigate(demo.address() + "/dashboard/posts?business=1&search=coffee&as_of=" + day);
        Locator none = page.getByTestId("posts-nothing-known");
        assertThat(none).containsText("Nothing was known yet on");
        assertThat(Accessibility.faults(page)).isEmpty();
        none.getByRole(AriaRole.BUTTON).press("Enter");
        assertThat(page).hasURL(Pattern.compile("search=coffee"));
        assertThat(page).not().hasURL(Pattern.compile("as_of"));
        assertThat(page.getByTestId("posts-table")).isVisible();
    }

    private String firstCollected() {
        return demo.api()
                .get("/api/v1/analytics/overview?business_id=1")
                .get("first_collected_at")
                .asString();
    }

    @Test
    void whatBreaksOutAndHowLongPostsLiveAreToldOfThePostsOfTheFilter() {
        Locator breakouts = page.getByRole(AriaRole.REGION, new Page.GetByRoleOptions().setName("Breaking out now"));
        Locator lives = page.getByRole(AriaRole.REGION, new Page.GetByRoleOptions().setName("Posts live for"));
        page.navigate(demo.address() + "/dashboard/analytics?business=1&range=last_90_days&type=story");
        assertThat(breakouts).containsText("None of the chosen posts is breaking out just now.");
        assertThat(breakouts.getByTestId("breakouts-of-some")).containsText("Nothing is judged anew");
        assertThat(lives).not().containsText("Loading");

        page.navigate(demo.address() + "/dashboard/analytics?business=1&range=last_90_days&label=none%3Acampaign");
        assertThat(breakouts.getByTestId("breakouts-of-some")).isVisible();
        assertThat(lives).containsText("Told from the posts with the chosen labels");
        assertThat(page.getByTestId("not-heeded")).hasCount(0);
        assertThat(Accessibility.faults(page)).isEmpty();

        page.navigate(demo.address() + "/dashboard/audience?business=1&label=none%3Acampaign");
        assertThat(page.getByTestId("not-heeded")).containsText("labels");
    }

    @Test
    void aPeriodIsTypedInWordsAndSteppedBack() {
        openAnalytics();
        Locator words = page.getByLabel("In words");
        words.fill("last six wekks");
        words.press("Enter");
        assertThat(page.getByText("Not understood.")).isVisible();
        words.fill("last six weeks");
        words.press("Enter");
        assertThat(page).hasURL(Pattern.compile("range=last_6_weeks"));
        says("&range=last_6_weeks");

        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("The period before"))
                .press("Enter");

        assertThat(page).hasURL(Pattern.compile("from="));
        JsonNode comparison = demo.api()
                .get("/api/v1/analytics/overview?business_id=1&range=last_6_weeks")
                .get("comparison");
        assertThat(page.getByLabel("From", new Page.GetByLabelOptions().setExact(true)))
                .hasValue(comparison.get("from").asString());
        assertThat(page.getByLabel("To", new Page.GetByLabelOptions().setExact(true)))
                .hasValue(comparison.get("to").asString());
    }

    @Test
    void theViewIsThereOnTheWayBackFromPagesAboutNoFigures() {
        page.navigate(demo.address() + "/dashboard/analytics?business=1&range=last_90_days&platform=linkedin");
        for (String name : List.of("Connections", "Data health", "Settings", "Reports", "Analytics")) {
            link(name).click();
            assertThat(page).hasURL(Pattern.compile("range=last_90_days&platform=linkedin"));
        }
        assertThat(page.getByTestId("chosen-filters")).containsText("LinkedIn");
    }

    @Test
    void keysTakeThePageAlongAndNoteWhereThatCanBe() {
        page.navigate(demo.address() + "/dashboard/analytics?business=1");
        assertThat(page.getByTestId("add-note")).isVisible();
        page.keyboard().press("n");
        assertThat(page.getByRole(AriaRole.DIALOG)).containsText("note");
        page.keyboard().press("Escape");
        assertThat(page.getByRole(AriaRole.DIALOG)).hasCount(0);
        assertThat(page.waitForDownload(() -> page.keyboard().press("e")).suggestedFilename())
                .endsWith(".zip");

        link("Connections").click();
        assertThat(page.getByTestId("connected-account").first()).isVisible();
        assertThat(page.getByTestId("take-page")).hasCount(0);
        page.keyboard().press("?");
        assertThat(page.getByRole(AriaRole.DIALOG)).containsText("Keyboard shortcuts");
        assertThat(page.getByRole(AriaRole.DIALOG)).not().containsText("Add a note");
        assertThat(page.getByRole(AriaRole.DIALOG)).not().containsText("Export");
        page.keyboard().press("Escape");
    }

    private Locator link(String name) {
        return page.getByRole(AriaRole.NAVIGATION, new Page.GetByRoleOptions().setName("Pages"))
                .getByRole(
                        AriaRole.LINK,
                        new Locator.GetByRoleOptions().setName(name).setExact(true));
    }

    @Test
    void aViewIsSavedAndOpenedByItsName() {
        String view = demo.address() + "/dashboard/analytics?business=1&range=last_week&platform=x";
        page.navigate(view);
        assertThat(impressions(page)).isVisible();
        command("save view");
        assertThat(page.getByRole(AriaRole.DIALOG)).containsText("Save this view");
        assertThat(Accessibility.faults(page)).isEmpty();
        page.keyboard().type("Monday morning");
        page.keyboard().press("Enter");
        assertThat(page.getByRole(AriaRole.DIALOG)).hasCount(0);

        page.navigate(demo.address() + "/dashboard/posts?business=1");
        assertThat(page.getByTestId("posts-table")).isVisible();
        command("monday morning");
        assertThat(page).hasURL(view);

        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Saved views"))
                .click();
        page.getByRole(AriaRole.MENUITEM, new Page.GetByRoleOptions().setName("Rename or delete…"))
                .click();
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Delete Monday morning"))
                .click();
        assertThat(page.getByRole(AriaRole.DIALOG)).containsText("None is left.");
        assertThat(demo.api().get("/api/v1/views?business_id=1").get("views").isEmpty())
                .isTrue();
    }

    @Test
    void thePaletteLeadsToPagesAndPosts() {
        openAnalytics();
        command("best times");
        assertThat(page).hasURL(Pattern.compile("/dashboard/best-times\\?business=1"));

        JsonNode post = demo.api()
                .get("/api/v1/analytics/posts?business_id=1&range=all&search=coffee&limit=1")
                .get("posts")
                .get(0);
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Search and commands"))
                .click();
        page.keyboard().type("coffee");
        assertThat(page.getByTestId("palette-found")).containsText("Posts");
        assertThat(Accessibility.faults(page)).isEmpty();
        page.locator("[role=option][value='post-" + post.get("id").asString() + "']")
                .click();
        assertThat(page)
                .hasURL(Pattern.compile("/dashboard/posts/" + post.get("id").asString()));
    }

    @Test
    void singleKeysAreSilentWhereSomebodyTypesAndCanBeTurnedOff() {
        openAnalytics();
        page.getByLabel("In words").pressSequentially("dxw");
        assertThat(page.getByLabel("In words")).hasValue("dxw");
        assertThat(page.getByTestId("key-said")).hasText("");
        page.getByLabel("In words").fill("");

        page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setLevel(1))
                .click();
        page.keyboard().press("?");
        assertThat(page.getByRole(AriaRole.DIALOG)).containsText("Keyboard shortcuts");
        assertThat(Accessibility.faults(page)).isEmpty();
        tabTo(page.getByRole(AriaRole.SWITCH, new Page.GetByRoleOptions().setName("Single-key shortcuts")));
        page.keyboard().press("Space");
        page.keyboard().press("Escape");
        assertThat(page.getByRole(AriaRole.DIALOG)).hasCount(0);
        page.reload();
        assertThat(impressions(page)).isVisible();
        page.keyboard().press("w");
        page.keyboard().press("?");

        command("single-key shortcuts");
        assertThat(page).not().hasURL(Pattern.compile("range="));
        page.keyboard().press("w");
        assertThat(page).hasURL(Pattern.compile("range=last_7_days"));
    }

    private void openAnalytics() {
        page.navigate(demo.address() + "/dashboard/analytics");
        assertThat(page.getByTestId("metric-cards")).isVisible();
    }

    /// Finds something in the palette, and takes what comes first.
    private void command(String words) {
        assertThat(page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Search and commands")))
                .isVisible();
        page.keyboard().press("Control+k");
        assertThat(page.getByRole(AriaRole.COMBOBOX, new Page.GetByRoleOptions().setName(Pattern.compile("^Pages, "))))
                .isFocused();
        page.keyboard().type(words);
        assertThat(page.getByTestId("palette-found").locator("[data-combobox-selected]"))
                .isVisible();
        page.keyboard().press("Enter");
        assertThat(page.getByTestId("palette-found")).hasCount(0);
    }

    private void tabTo(Locator wanted) {
        for (int i = 0; i < MOST_TABS; i++) {
            if (Boolean.TRUE.equals(wanted.evaluate("one => one === document.activeElement"))) {
                return;
            }
            page.keyboard().press("Tab");
        }
        assertThat(wanted).isFocused();
    }

    private static Locator impressions(Page of) {
        return of.getByTestId("card-impressions").getByTestId("card-value");
    }

    /// What the card says is what the API says to the same question.
    private void says(String asked) {
        Cards.await(demo, page, asked);
    }
}
