package io.tidemark.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.Media;
import com.microsoft.playwright.options.ViewportSize;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;

/// Somebody shows a page to a client, who has no account.
@ExtendWith(Demo.Shared.class)
class ShareIT {
    private static final String PASSWORD = "a word between us";
    /// Of the writing on A4, in pixels of the screen.
    private static final int PAPER_WIDTH = 690;

    private static final String ALL = "range=last_month";
    private static final String VIEW = ALL + "&platform=linkedin";

    /// What browsers note when a server refuses, as it shall.
    private static final Pattern REFUSALS = Pattern.compile("Failed to load resource: .* status of 40[34] .*");

    private final List<String> trouble = new ArrayList<>();
    private Demo demo;
    private Page member;
    private Page client;

    @BeforeEach
    void signIn(Demo shared) {
        demo = shared;
        member = watched(demo.openSignedIn());
        client = watched(demo.open());
    }

    @AfterEach
    void nothingWentWrongUnseen() {
        member.context().close();
        client.context().close();
        assertThat(trouble).isEmpty();
    }

    @Test
    void aClientSeesWhatWasSharedAndNothingElseUntilItIsTakenBack() {
        String link = share();
        client.navigate(link);
        assertThat(client.getByLabel("Password of the link")).isVisible();
        look(client, "share-door");
        client.getByLabel("Password of the link").fill("another word entirely");
        button(client, "Open").click();
        assertThat(client.getByRole(AriaRole.ALERT)).containsText("not the password");
        client.getByLabel("Password of the link").fill(PASSWORD);
        button(client, "Open").click();

        assertThat(client.getByTestId("metric-cards")).isVisible();
        assertThat(client).hasURL(Pattern.compile("/s/1\\.\\d+$"));
        assertThat(client.getByTestId("share-line")).containsText("only LinkedIn");
        assertThat(client.getByTestId("demo-badge")).isVisible();
        assertThat(client.getByTestId("metric-cards")).containsText(impressions(VIEW));
        assertThat(client.getByLabel("Period", new Page.GetByLabelOptions().setExact(true)))
                .hasCount(0);
        assertThat(client.getByRole(AriaRole.NAVIGATION)).hasCount(0);
        look(client, "share-light");
        client.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.DARK));
        Screenshots.take(client, "share-dark");
        assertThat(Accessibility.faultsOfColours(client)).isEmpty();
        client.setViewportSize(390, 844);
        Layout.assertFits(client);

        client.reload();
        assertThat(client.getByTestId("metric-cards")).containsText(impressions(VIEW));
        String shared = client.url();
        client.navigate(shared + "?range=all&platform=x");
        assertThat(client.getByRole(AriaRole.ALERT)).containsText("business, period and filters are fixed");
        assertThat(client.getByTestId("metric-cards")).hasCount(0);
        client.navigate(demo.address() + "/dashboard/analytics?business=1");
        assertThat(client.getByLabel("E-mail")).isVisible();

        String number = shared.substring(shared.lastIndexOf('.') + 1);
        Locator listed = member.getByTestId("share-" + number);
        listed.getByRole(AriaRole.BUTTON).press("Enter");
        assertThat(listed).hasCount(0);
        client.navigate(shared);
        assertThat(client.getByTestId("share-over")).isVisible();
        look(client, "share-over");
        client.navigate("about:blank");
        client.navigate(link);
        assertThat(client.getByTestId("share-over")).isVisible();
    }

    @Test
    void aClientReadsTheSharedPostsInAnyOrderAndOpensThem() {
        client.navigate(link("posts", "&" + VIEW + "&sort=-likes&column=likes&column=impressions"));

        Locator table = client.getByTestId("posts-table");
        assertThat(table).isVisible();
        assertThat(table.getByRole(AriaRole.COLUMNHEADER)).hasCount(3);
        assertThat(column("Likes")).hasAttribute("aria-sort", "descending");
        assertThat(client.getByTestId("share-line")).containsText("only LinkedIn");
        long posts = demo.api()
                .get("/api/v1/analytics/posts?business_id=1&limit=1&" + VIEW)
                .get("total")
                .asLong();
        assertThat(table).hasAttribute("aria-rowcount", Long.toString(posts + 1));
        assertThat(client.getByRole(AriaRole.CHECKBOX)).hasCount(0);
        assertThat(client.getByRole(AriaRole.SEARCHBOX)).hasCount(0);
        assertThat(client.getByRole(AriaRole.NAVIGATION)).hasCount(0);
        assertThat(client.getByTestId("take")).hasCount(0);
        look(client, "share-posts");
        button(column("Impressions"), "Impressions").press("Enter");
        assertThat(column("Impressions")).hasAttribute("aria-sort", "descending");

        table.locator(".tm-posts-link").first().press("Enter");
        Locator drawer = client.getByTestId("post-drawer");
        assertThat(drawer.getByTestId(Pattern.compile("one-post-"))).isVisible();
        assertThat(drawer.getByText("Open as a page")).hasCount(0);
        assertThat(Accessibility.faults(client)).isEmpty();
        client.keyboard().press("Escape");
        assertThat(drawer).hasCount(0);
        client.setViewportSize(390, 844);
        assertThat(client.getByTestId("posts-cards")).isVisible();
        Layout.assertFits(client);
    }

    @Test
    void aClientSeesPlatformsAndTimesAndChangesNothing() {
        client.navigate(link("platforms", "&" + ALL + "&per=post"));
        assertThat(client.getByTestId("platforms-table")).isVisible();
        assertThat(client.getByTestId("platform-trends")).isVisible();
        assertThat(client.getByLabel("Figures are shown").getByText("Per post")).isVisible();
        assertThat(client.getByTestId("share-line")).containsText("Shared by");
        look(client, "share-platforms");
        client.setViewportSize(390, 844);
        Layout.assertFits(client);

        client.navigate("about:blank");
        client.navigate(link("best-times", ""));
        assertThat(client.getByTestId("heat-map")).isVisible();
        assertThat(client.getByLabel("Judged by").first()).isVisible();
        assertThat(client.getByLabel("Time zone of the hours")).hasCount(0);
        assertThat(client.getByText("Test two times")).hasCount(0);
        client.getByLabel("Judged by").first().click();
        client.getByRole(AriaRole.OPTION, new Page.GetByRoleOptions().setName("Engagement rate"))
                .click();
        assertThat(client).hasURL(Pattern.compile("metric=er"));
        client.reload();
        assertThat(client.getByTestId("heat-map")).isVisible();
        assertThat(client.getByLabel("Judged by").first()).hasValue("Engagement rate");
        look(client, "share-times");
        Layout.assertFits(client);
    }

    /// A new link to a page of the dashboard as it is.
    private String link(String page, String view) {
        member.navigate(demo.address() + "/dashboard/" + page + "?business=1" + view);
        member.getByTestId("share").press("Enter");
        button(member, "Make a link").press("Enter");
        assertThat(member.getByTestId("share-link")).isVisible();
        return member.getByTestId("share-link").inputValue();
    }

    private Locator column(String name) {
        return client.getByTestId("posts-table")
                .getByRole(AriaRole.COLUMNHEADER)
                .filter(new Locator.FilterOptions().setHasText(name));
    }

    @Test
    void aReportIsWrittenClosedPrintedSharedAndGoneOnFrom() {
        member.navigate(demo.address() + "/dashboard/reports?business=1");
        member.getByTestId("new-report").press("Enter");
        assertThat(member.getByTestId("report-editor")).isVisible();
        assertThat(Accessibility.faults(member)).isEmpty();
        member.getByLabel("Title").fill("How we did");
        member.getByLabel("Pick the colour").fill("#7a1f3d");
        assertThat(member.getByLabel("Colour of the client")).hasValue("#7a1f3d");
        member.getByLabel("Compare with").selectOption("previous_year");
        member.getByLabel("Compare with").selectOption("same_weekdays");
        member.getByTestId("section-text-1").fill("A **good** month.\n\n- <b>more</b> readers");
        button(member, "Save the report").press("Enter");

        Locator paper = member.getByTestId("report");
        assertThat(paper).containsText("This report is open");
        assertThat(paper.locator("strong").filter(new Locator.FilterOptions().setHasText("good")))
                .isVisible();
        assertThat(paper).containsText("<b>more</b> readers");
        assertThat(member.getByTestId("figure-metrics.impressions")).containsText(impressions(ALL));
        assertThat(member.getByTestId("report-compared")).containsText("(the same weekdays)");
        assertThat(member.getByTestId("report-chart")).isVisible();
        assertThat(paper.locator(".tm-report-meanings")).containsText("Engagement rateSum of engagement");
        assertThat(paper).not().containsText("engagement/1");
        look(member, "report-light");
        member.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.DARK));
        Screenshots.take(member, "report-dark");
        assertThat(Accessibility.faultsOfColours(member)).isEmpty();
        member.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.LIGHT));

        closeReport();
        assertThat(paper).containsText("Numbers as they were known on");
        assertThat(member.getByTestId("report-changes")).isVisible();
        assertThat(button(member, "Edit")).hasCount(0);
        member.reload();
        assertThat(member.getByTestId("figure-metrics.impressions")).containsText(impressions(ALL));
        byte[] pdf = member.pdf(new Page.PdfOptions().setPrintBackground(true));
        assertThat(new String(pdf, 0, 5, StandardCharsets.US_ASCII)).isEqualTo("%PDF-");

        assertFitsOnPaper();

        member.getByTestId("share").press("Enter");
        button(member, "Make a link").press("Enter");
        assertThat(member.getByTestId("share-link")).isVisible();
        client.navigate(member.getByTestId("share-link").inputValue());
        assertThat(client.getByTestId("report")).containsText("A good month.");
        assertThat(client.getByTestId("report-compared")).containsText("(the same weekdays)");
        assertThat(client.getByTestId("report-chart")).isVisible();
        assertThat(client.getByTestId("figure-metrics.impressions")).containsText(impressions(ALL));
        assertThat(Accessibility.faults(client)).isEmpty();
        client.setViewportSize(390, 844);
        Layout.assertFits(client);
        member.keyboard().press("Escape");

        String first = member.getByTestId("report").getAttribute("aria-label");
        button(member, "Duplicate for the next period").press("Enter");
        assertThat(member.getByTestId("report-editor")).isVisible();
        assertThat(member.getByLabel("Title")).hasValue(first);
        assertThat(member.getByTestId("section-text-1")).hasValue(Pattern.compile("A \\*\\*good\\*\\* month"));
    }

    @Test
    void aReportRepeatsUntilItDoesNotAnyMore() {
        member.navigate(demo.address() + "/dashboard/reports?business=1");
        member.getByTestId("new-report").press("Enter");
        button(member, "Save the report").press("Enter");
        member.getByTestId("repeat").press("Enter");
        Locator form = member.getByTestId("repeat-form");
        assertThat(form).containsText("By the clock of ");
        form.getByLabel("A report for each").selectOption("week");
        assertThat(form.getByLabel("Title of the reports")).hasValue(Pattern.compile("report of the week"));
        form.getByLabel("Mail them to").fill("client@example.com");
        form.getByLabel("A link for whoever gets it").check();
        look(member, "report-repeat");
        button(member, "Save").press("Enter");

        Locator repeating = member.getByTestId("repeating");
        assertThat(repeating).containsText("Repeats every week, next on");
        assertThat(repeating).containsText("has not been set up to send mails");
        assertThat(member.getByTestId("repeat")).isFocused();
        Layout.assertFits(member);
        member.navigate(demo.address() + "/dashboard/reports?business=1");
        assertThat(member.getByTestId("repeats")).containsText("Repeats every week, next on");
        member.goBack();
        member.getByTestId("repeat").press("Enter");
        assertThat(form.getByLabel("Mail them to")).hasValue("client@example.com");
        button(member, "Repeat no more").press("Enter");
        assertThat(repeating).hasCount(0);
    }

    /// What is wider than the sheet has browsers draw all of it smaller.
    private void assertFitsOnPaper() {
        ViewportSize screen = member.viewportSize();
        member.setViewportSize(PAPER_WIDTH, screen.height);
        member.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
        member.evaluate("dispatchEvent(new Event('beforeprint'))");
        Layout.assertFits(member);
        member.evaluate("dispatchEvent(new Event('afterprint'))");
        member.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.SCREEN));
        member.setViewportSize(screen.width, screen.height);
    }

    /// Platforms may still revise days of the month, of which a warning tells.
    private void closeReport() {
        button(member, "Close").press("Enter");
        button(member, "Close the report").press("Enter");
        Locator warned = button(member, "Close it all the same");
        Locator closed = member.getByTestId("report-changes");
        assertThat(warned.or(closed).first()).isVisible();
        if (warned.isVisible()) {
            warned.press("Enter");
        }
    }

    private String share() {
        member.navigate(demo.address() + "/dashboard/analytics?business=1&" + VIEW);
        assertThat(member.getByTestId("metric-cards")).containsText(impressions(VIEW));
        member.getByTestId("share").press("Enter");
        assertThat(member.getByTestId("share-scope")).hasText("Last month, only LinkedIn");
        member.getByLabel("Password").first().fill(PASSWORD);
        button(member, "Make a link").press("Enter");
        assertThat(member.getByTestId("share-link")).isVisible();
        assertThat(Accessibility.faults(member)).isEmpty();
        return member.getByTestId("share-link").inputValue();
    }

    /// As the page writes it for a reader of English. The month is over, so nothing that is collected changes it.
    private String impressions(String view) {
        JsonNode overview = demo.api().get("/api/v1/analytics/overview?business_id=1&" + view);
        return String.format(
                Locale.UK,
                "%,d",
                Math.round(
                        overview.get("metrics").get("impressions").get("value").asDouble()));
    }

    private Page watched(Page page) {
        page.onPageError(trouble::add);
        page.onConsoleMessage(message -> {
            if (message.type().equals("error")
                    && !REFUSALS.matcher(message.text()).matches()) {
                trouble.add(message.text());
            }
        });
        return page;
    }

    private static Locator button(Page page, String name) {
        return page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    private static Locator button(Locator within, String name) {
        return within.getByRole(AriaRole.BUTTON)
                .filter(new Locator.FilterOptions().setHasText(name))
                .first();
    }

    private static void look(Page page, String name) {
        Screenshots.take(page, name);
        assertThat(Accessibility.faults(page)).isEmpty();
    }
}
