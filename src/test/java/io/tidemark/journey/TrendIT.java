package io.tidemark.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.BoundingBox;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;

/// What the chart of the trend shows besides its line, and how one goes along it.
@ExtendWith(Demo.Shared.class)
class TrendIT {
    private static final String DAYS = "business_id=1&range=last_28_days&metric=likes";

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
    void theDaysBeforeAndTheMeanStandBesideTheLineAndInTheTable() {
        open("range=last_28_days&metric=likes&average=7");
        JsonNode trends = demo.api().get("/api/v1/analytics/trends?" + DAYS + "&average=7");
        assertThat(panel().locator(".tm-legend")).containsText("Before: ");
        assertThat(panel().locator(".tm-legend")).containsText("Mean of 7 days");
        int lines = lines();

        panel().getByLabel("Mean of 7 days").press("Space");
        assertThat(panel().locator(".tm-legend")).not().containsText("Mean of 7 days");
        assertThat(chart()).isVisible();
        assertThat(lines()).isEqualTo(lines - 1);

        panel().getByLabel("Mean of 7 days").press("Space");
        page.getByText("Show as table").click();
        Locator cells =
                page.getByTestId("trend-table").locator("tbody tr").first().locator("td");
        assertThat(cells.nth(0)).hasText(whole(trends.at("/points/0/metrics/likes/value")));
        assertThat(cells.nth(1)).hasText(whole(trends.at("/previous/0/metrics/likes/value")));
        assertThat(cells.nth(3)).hasText(whole(trends.at("/averages/0/metrics/likes")));
        assertThat(Accessibility.faults(page)).isEmpty();
    }

    @Test
    void weeksStandInTheAddressAndSayWhatThePeriodCutsOff() {
        open("range=last_28_days&metric=likes");
        panel().getByLabel("Length of the steps").selectOption("week");
        page.waitForURL(Pattern.compile("granularity=week"));
        JsonNode points = demo.api()
                .get("/api/v1/analytics/trends?" + DAYS + "&granularity=week")
                .get("points");
        assertThat(panel().locator(".tm-legend")).not().containsText("Mean of 7 days");

        page.reload();
        page.getByText("Show as table").click();
        Locator rows = page.getByTestId("trend-table").locator("tbody tr");
        assertThat(rows).hasCount(points.size());
        for (int week = 0; week < points.size(); week++) {
            assertThat(rows.nth(week).locator("td").first())
                    .hasText(whole(points.get(week).at("/metrics/likes/value")));
        }
        page.goBack();
        assertThat(panel().getByLabel("Length of the steps")).hasValue("day");
    }

    @Test
    void theArrowKeysGoAlongTheValues() {
        open("range=last_28_days&metric=likes");
        JsonNode points = demo.api().get("/api/v1/analytics/trends?" + DAYS).get("points");
        Locator cursor = panel().getByRole(AriaRole.SLIDER);
        cursor.focus();
        page.keyboard().press("Home");
        assertThat(cursor).hasAttribute("aria-valuenow", "1");
        page.keyboard().press("ArrowRight");

        assertThat(cursor).hasAttribute("aria-valuenow", "2");
        String value = whole(points.get(1).at("/metrics/likes/value"));
        assertThat(cursor).hasAttribute("aria-valuetext", Pattern.compile(".+: " + value + ", .*before: .+"));
        assertThat(page.locator(".tm-chart strong")).hasText(value);
        page.keyboard().press("Escape");
        assertThat(page.locator(".tm-chart strong")).isHidden();
    }

    @Test
    void draggingOverDaysLooksAtThemAloneAndBackGoesBack() {
        open("range=last_28_days&metric=likes");
        BoundingBox box = chart().boundingBox();
        double y = box.y + box.height / 2;
        page.mouse().move(box.x + box.width * 0.3, y);
        page.mouse().down();
        page.mouse().move(box.x + box.width * 0.4, y);
        page.mouse().move(box.x + box.width * 0.6, y);
        page.keyboard().press("Escape");
        page.mouse().up();
        assertThat(page).hasURL(Pattern.compile("range=last_28_days"));

        page.mouse().move(box.x + box.width * 0.3, y);
        page.mouse().down();
        page.mouse().move(box.x + box.width * 0.6, y);
        page.mouse().up();
        page.waitForURL(Pattern.compile("from=\\d{4}-\\d\\d-\\d\\d&to=\\d{4}-\\d\\d-\\d\\d"));
        assertThat(page).not().hasURL(Pattern.compile("range="));
        page.goBack();
        assertThat(page).hasURL(Pattern.compile("range=last_28_days"));
    }

    @Test
    void aCardChoosesWhatTheTrendShows() {
        open("range=last_28_days");
        Locator card = page.getByTestId("card-engagement_rate");
        assertThat(card.getByTestId("card-spark")).isVisible();
        card.getByRole(
                        AriaRole.BUTTON,
                        new Locator.GetByRoleOptions()
                                .setName("Engagement rate")
                                .setExact(true))
                .press("Enter");

        page.waitForURL(Pattern.compile("metric=engagement_rate"));
        assertThat(panel().getByLabel("Metric of the trend")).hasValue("engagement_rate");
        assertThat(chart()).hasAttribute("aria-label", Pattern.compile("^Engagement rate per day: .+%"));
        assertThat(card.locator("[aria-pressed=true]")).hasCount(1);
        assertThat(page.locator("[aria-pressed=true].tm-card-pick")).hasCount(1);
        assertThat(panel().getByLabel("Mean of 7 days")).hasCount(0);
    }

    @Test
    void statesOfANumberStandBehindItsInformation() {
        open("range=last_28_days");
        JsonNode figure = demo.api()
                .get("/api/v1/analytics/overview?business_id=1&range=last_28_days")
                .at("/metrics/impressions");
        Locator card = page.getByTestId("card-impressions");
        assertThat(card)
                .not()
                .containsText("account days", new LocatorAssertions.ContainsTextOptions().setUseInnerText(true));
        card.getByTestId("card-info").click();

        Locator facts = page.locator(".tm-facts");
        assertThat(facts).containsText(figure.at("/coverage/reporting").asString() + " of ");
        assertThat(facts).containsText(Pattern.compile("from [\\d,]+"));
    }

    @Test
    void behindANumberStandsWhatItIsAndIsMadeOfWhileItStaysInSight() {
        open("range=last_28_days");
        Locator card = page.getByTestId("card-engagement_rate");
        card.scrollIntoViewIfNeeded();
        card.getByTestId("card-info").click();

        Locator facts = page.locator(".tm-facts");
        assertThat(facts).containsText("Sum of engagement / sum of the denominator");
        assertThat(facts).containsText(Pattern.compile("Engagement [\\d,]+ / Impressions [\\d,]+ = [\\d.]+%"));
        assertThat(facts).containsText(Pattern.compile("Without.*YouTube \\(by video views\\)"));
        assertThat(facts).containsText("Last collected");
        Locator opened = page.getByRole(AriaRole.DIALOG);
        assertThat(opened).containsText("How numbers are counted");
        BoundingBox window = Objects.requireNonNull(opened.boundingBox());
        BoundingBox number =
                Objects.requireNonNull(card.getByTestId("card-value").boundingBox());
        assertThat(window.y >= number.y + number.height || window.y + window.height <= number.y)
                .as("beside the number")
                .isTrue();

        opened.getByRole(AriaRole.LINK, new Locator.GetByRoleOptions().setName("Why a platform may say another"))
                .click();
        assertThat(page.getByRole(
                        AriaRole.HEADING,
                        new Page.GetByRoleOptions().setName("Why a platform's own page may say another number")))
                .isInViewport();
    }

    private void open(String view) {
        page.navigate(demo.address() + "/dashboard/analytics?business=1&" + view);
        panel().scrollIntoViewIfNeeded();
        assertThat(chart()).isVisible();
    }

    private Locator panel() {
        return page.locator("section")
                .filter(new Locator.FilterOptions()
                        .setHas(page.getByRole(
                                AriaRole.HEADING,
                                new Page.GetByRoleOptions().setName("Trend").setExact(true))))
                .last();
    }

    private Locator chart() {
        return page.locator("[data-testid=trend-chart][data-ready=true]");
    }

    /// Lines are drawn without being filled.
    private int lines() {
        return page.locator("[data-testid=trend-chart] svg path[fill=none][stroke-width]:not([stroke-width='1'])")
                .count();
    }

    private static String whole(JsonNode value) {
        return value.isNull() ? "–" : String.format(Locale.ENGLISH, "%,d", Math.round(value.asDouble()));
    }
}
