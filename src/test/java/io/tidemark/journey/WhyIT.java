package io.tidemark.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/// A person who sees that a number changed asks why, and follows the answer to where it lies.
@ExtendWith(Demo.Shared.class)
class WhyIT {
    /// On a period that the reader leaves sooner nothing is explained; a busy machine may take longer.
    private static final Duration LINGERING = Duration.ofMillis(500);

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
    void aChangeIsFollowedFromItsCardToItsParts() {
        page.navigate(demo.address() + "/dashboard/analytics?business=1");
        page.getByTestId("why-engagement").press("Enter");
        says("");
        assertThat(page.getByTestId("effect-volume")).isVisible();
        assertThat(page.getByTestId("why-waterfall")).containsText("Impressions per post");

        link("group-instagram").press("Enter");
        assertThat(page).hasURL(Pattern.compile("platform=instagram"));
        says("&platform=instagram");
        link("group-image").press("Enter");
        says("&platform=instagram&content_type=image");
        page.reload();
        says("&platform=instagram&content_type=image");
        assertThat(Accessibility.faults(page)).isEmpty();

        page.getByLabel("Explain").selectOption("engagement_rate");
        assertThat(page).hasURL(Pattern.compile("explain=engagement_rate"));
        says("&platform=instagram&content_type=image&metric=engagement_rate");
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Not only Image"))
                .press("Enter");
        assertThat(page.getByTestId("chosen-filters")).not().containsText("Image");
        says("&platform=instagram&metric=engagement_rate");
        page.goBack();
        assertThat(page.getByTestId("chosen-filters")).containsText("Image");
    }

    @Test
    void theOverviewShowsWhatTheChangeOfItsFigureIsMadeOf() {
        overview("&metric=engagement");
        says("what-changed", "&metric=engagement");
        assertThat(page.getByTestId("effect-volume")).isVisible();

        overview("&metric=likes");
        page.locator("section")
                .filter(new Locator.FilterOptions().setHas(page.getByTestId("what-changed-not")))
                .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Engagement rate"))
                .press("Enter");
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("By platform, account, type and post"))
                .press("Enter");
        assertThat(page).hasURL(Pattern.compile("/why\\?.*explain=engagement_rate"));

        overview("&compare=none");
        assertThat(page.getByText("Top posts")).isVisible();
        assertThat(page.getByText("What changed")).hasCount(0);
    }

    @Test
    void whileAReaderStepsFromPeriodToPeriodNothingIsExplained() {
        overview("&metric=engagement");
        says("what-changed", "&metric=engagement");
        List<String> asked = new ArrayList<>();
        page.onRequest(request -> {
            if (request.url().contains("/analytics/why")) {
                asked.add(request.url());
            }
        });
        Set<String> passed = new HashSet<>();
        for (String range : List.of("last_90_days", "last_month")) {
            choose(range);
            long there = System.nanoTime();
            page.getByTestId("metric-cards").innerText();
            if (System.nanoTime() - there < LINGERING.toNanos()) {
                passed.add(range);
            }
        }
        choose("last_7_days");

        says("what-changed", "&metric=engagement&range=last_7_days");
        assertThat(asked)
                .anyMatch(url -> url.contains("range=last_7_days"))
                .noneMatch(url -> passed.stream().anyMatch(range -> url.contains("range=" + range)));
    }

    /// Until the numbers of the period are there.
    private void choose(String range) {
        page.waitForResponse(
                response -> response.url().contains("/analytics/overview")
                        && response.url().contains(range),
                () -> page.getByLabel("Period", new Page.GetByLabelOptions().setExact(true))
                        .selectOption(range));
    }

    @Test
    void periodsThatDoNotCompareAreExplained() {
        page.navigate(demo.address() + "/dashboard/why?business=1&compare=none");

        says("&compare=none");
        assertThat(page.getByTestId("why-sentence")).containsText("do not compare");
        assertThat(page.getByTestId("why-waterfall")).hasCount(0);
    }

    private void overview(String view) {
        page.navigate(demo.address() + "/dashboard/analytics?business=1" + view);
        page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setName("Trend"))
                .scrollIntoViewIfNeeded();
    }

    /// The demonstration goes on being collected, and the page with it: what both say at one time is the same.
    private void says(String asked) {
        says("why-sentence", asked);
    }

    private void says(String place, String asked) {
        Locator said = page.getByTestId(place);
        assertThat(said).isVisible();
        await().pollInSameThread()
                .atMost(Duration.ofMinutes(1))
                .untilAsserted(() -> assertThat(said.textContent()).isEqualTo(sentence(asked)));
    }

    private String sentence(String asked) {
        return demo.api()
                .get("/api/v1/analytics/why?business_id=1" + asked)
                .get("sentence")
                .asString();
    }

    private Locator link(String within) {
        return page.getByTestId(within).getByRole(AriaRole.LINK);
    }
}
