package io.tidemark.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Every page that shows numbers is taken along whole: a file for each of its panels, however soon it is asked for.
@ExtendWith(Demo.Shared.class)
class TakePagesIT {
    private static final Pattern FILE = Pattern.compile("^\\d\\d-\\S+\\.csv, \\.json: (.*)$", Pattern.MULTILINE);

    /// Panels in which something is done or chosen, and nothing is told that could be taken along.
    private static final List<String> WITHOUT_NUMBERS = List.of("Imports", "Test two times");

    /// Texts of a picture that are of none of its panel: title, business and period, demonstration, who made it.
    private static final int MOST_OF_FRAME = 4;

    private final List<String> trouble = new ArrayList<>();

    @ParameterizedTest
    @CsvSource({
        "analytics?business=1&range=last_90_days, Figures",
        "analytics?business=1&usual=on, What is usual",
        "portfolio, Portfolio",
        "platforms?business=1, Content types",
        "audience?business=1, Growth",
        "best-times?business=1, The week",
        "posts?business=1, Posts",
        "why?business=1&range=last_90_days, Posts that made most of it",
        "what-works?business=1, In words",
        "health?business=1, Calls and costs",
        "insights?business=1, Insights",
        "digest?business=1, Numbers of the week"
    })
    void theFilesOfAPageAreItsPanels(String address, String one, Demo demo) throws IOException {
        try (Page page = demo.signedIn(trouble::add)) {
            page.navigate(demo.address() + "/dashboard/" + address);
            Map<String, String> files = taken(page);

            List<String> panels = panels(page);
            assertThat(panels).contains(one);
            assertThat(titles(files)).containsExactlyElementsOf(panels);
            assertThat(files.keySet().stream().filter(name -> name.matches("\\d\\d-.*\\.csv")))
                    .hasSameSizeAs(panels);
            assertThat(headings(page)).allSatisfy(heading -> assertThat(panels).contains(heading));
            for (int at = 0; at < panels.size(); at++) {
                assertThat(writtenOn(picture(page, at))).as(panels.get(at)).isGreaterThan(MOST_OF_FRAME);
            }
        }
        assertThat(trouble).isEmpty();
    }

    @Test
    void columnsThatCanBeSortedByAreNamedOnPicturesToo(Demo demo) throws IOException {
        try (Page page = demo.signedIn(trouble::add)) {
            page.navigate(demo.address() + "/dashboard/portfolio");
            assertThat(page.getByTestId("take")).hasCount(1);

            assertThat(picture(page, 0)).contains(">Followers</text>", "Harbour Coffee");
        }
        assertThat(trouble).isEmpty();
    }

    @Test
    void thePageOfAPostIsTakenAlongToo(Demo demo) throws IOException {
        long post = demo.api()
                .get("/api/v1/analytics/posts?business_id=1&range=last_90_days&limit=1")
                .at("/posts/0/id")
                .asLong();
        try (Page page = demo.signedIn(trouble::add)) {
            page.navigate(demo.address() + "/dashboard/posts/" + post + "?business=1");
            Map<String, String> files = taken(page);

            assertThat(titles(files)).contains("Values").containsExactlyElementsOf(panels(page));
        }
    }

    @Test
    void aReportIsTakenAlongSectionBySection(Demo demo) throws IOException {
        long report = demo.api()
                .create("/api/v1/reports?business_id=1", """
                        {"title": "October", "from": "2026-10-01", "to": "2026-10-31", "search": "", "sections": [
                          {"panel": "metrics"}, {"panel": "trend", "metric": "likes"}, {"panel": "top_posts"}]}""")
                .get("report_id")
                .asLong();
        try (Page page = demo.signedIn(trouble::add)) {
            page.navigate(demo.address() + "/dashboard/reports?business=1&report=" + report);
            Map<String, String> files = taken(page);

            assertThat(titles(files)).containsExactly("Figures", "Likes day by day", "Top posts");
            assertThat(files.getOrDefault("02-likes-day-by-day.csv", "").lines())
                    .hasSize(32);
        }
    }

    /// At once: what is made only when somebody comes near is in it all the same.
    private static Map<String, String> taken(Page page) throws IOException {
        page.getByTestId("take-page").click();
        Download archive = page.waitForDownload(
                () -> page.getByRole(AriaRole.MENUITEM, new Page.GetByRoleOptions().setName("All panels, zip"))
                        .click());
        assertThat(page.getByTestId("take-page-outcome")).hasText("Saved.");
        Map<String, String> files = new LinkedHashMap<>();
        try (ZipInputStream zip = new ZipInputStream(Files.newInputStream(archive.path()))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                files.put(entry.getName(), new String(zip.readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        return files;
    }

    /// A panel as it is drawn; that there is another kind of picture is seen on the way.
    private static String picture(Page page, int at) throws IOException {
        page.locator("main [data-testid=take]").nth(at).click();
        assertThat(page.getByRole(AriaRole.MENUITEM, new Page.GetByRoleOptions().setName("Picture, PNG")))
                .hasCount(1);
        Download drawn = page.waitForDownload(
                () -> page.getByRole(AriaRole.MENUITEM, new Page.GetByRoleOptions().setName("Picture, SVG"))
                        .click());
        assertThat(page.getByRole(AriaRole.MENUITEM)).hasCount(0);
        return Files.readString(drawn.path());
    }

    private static int writtenOn(String picture) {
        return picture.split("<text", -1).length - 1;
    }

    private static List<String> titles(Map<String, String> files) {
        return FILE.matcher(files.getOrDefault("README.txt", "").replace("\r", ""))
                .results()
                .map(found -> found.group(1))
                .toList();
    }

    /// What can be taken along by itself, in the order of the page.
    private static List<String> panels(Page page) {
        return page.locator("main [data-testid=take]").all().stream()
                .map(button -> button.getAttribute("aria-label").replaceFirst("^Export: ", ""))
                .toList();
    }

    /// What the page calls a panel; cards of accounts are a list that is taken along as one.
    private static List<String> headings(Page page) {
        return page
                .locator("main section.tm-panel:not(:has([data-testid=account-health])) > :first-child h2")
                .allTextContents()
                .stream()
                .filter(heading -> !WITHOUT_NUMBERS.contains(heading))
                .toList();
    }
}
