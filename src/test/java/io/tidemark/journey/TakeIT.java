package io.tidemark.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import io.tidemark.serve.http.Json;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;

/// What a page shows is taken away: as files and on the clipboard; and notes on dates go with it.
@ExtendWith(Demo.Shared.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TakeIT {
    private static final String TREND = "business_id=1&range=last_90_days&granularity=day&metric=likes";
    private static final String PAGE = "/dashboard/analytics?business=1&range=last_90_days&metric=likes";

    private final List<String> trouble = new ArrayList<>();
    private Demo demo;
    private Page page;

    @BeforeAll
    void signIn(Demo shared) {
        demo = shared;
        page = demo.signedIn(trouble::add);
    }

    @AfterAll
    void close() {
        page.close();
    }

    @AfterEach
    void nothingWentWrongUnseen() {
        assertThat(trouble).isEmpty();
    }

    @Test
    void thePanelsFileIsTheExportOfWhatItAsks() throws IOException {
        open(PAGE);
        Download csv = take("Trend", "CSV");

        assertThat(csv.suggestedFilename())
                .matches(
                        "demonstration-harbour-coffee-demonstration-trend-\\d{4}-\\d\\d-\\d\\d-to-\\d{4}-\\d\\d-\\d\\d\\.csv");
        String export = demo.api()
                .ask("/api/v1/analytics/export?view=trends&part=points&part=previous&" + TREND)
                .body();
        assertThat(content(csv)).isEqualTo(export);
        JsonNode trends = demo.api().get("/api/v1/analytics/trends?" + TREND);
        JsonNode points = trends.get("points");
        int rows = points.size() + trends.get("previous").size();
        List<String> lines = export.lines().toList();
        assertThat(lines).hasSize(rows + 1);
        for (int i = 0; i < points.size(); i++) {
            JsonNode value = points.get(i).at("/metrics/likes/value");
            assertThat(lines.get(i + 1))
                    .startsWith("points," + points.get(i).get("date").asString() + ",")
                    .contains("," + (value.isNull() ? "" : value.toString()) + ",");
        }
        JsonNode json = Json.mapper().readTree(content(take("Trend", "JSON")));
        assertThat(json.get("row_count").asInt()).isEqualTo(rows);
        assertThat(json.at("/rows/0/metrics")).isEqualTo(points.get(0).get("metrics"));
    }

    @Test
    void whatIsCopiedRunsInAShellWithATokenOfOnesOwn() throws Exception {
        open(PAGE);
        choose("Trend", "Copy as curl");
        assertThat(outcome("Trend")).hasText("Call copied.");
        String call = clipboard();
        assertThat(call)
                .startsWith("curl -H \"Authorization: Bearer $TIDEMARK_TOKEN\" '")
                .doesNotContain("eyJ");

        ProcessBuilder shell = new ProcessBuilder("sh", "-c", call.replaceFirst("curl", "curl -s"));
        shell.environment().put("TIDEMARK_TOKEN", demo.api().token().strip());
        shell.redirectError(ProcessBuilder.Redirect.DISCARD);
        Process run = shell.start();
        String answer = new String(run.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(run.waitFor(30, TimeUnit.SECONDS)).isTrue();
        assertThat(Json.mapper().readTree(answer).get("points"))
                .isEqualTo(demo.api().get("/api/v1/analytics/trends?" + TREND).get("points"));

        page.getByLabel("Export: Trend").click();
        Page opened =
                page.waitForPopup(() -> item("Open the answer in a new tab").click());
        assertThat(Json.mapper().readTree(opened.locator("pre").innerText()).get("points"))
                .isEqualTo(demo.api().get("/api/v1/analytics/trends?" + TREND).get("points"));
        opened.close();

        choose("Trend", "Copy as table");
        assertThat(outcome("Trend")).hasText("Table copied.");
        assertThat(clipboard().lines().findFirst())
                .hasValueSatisfying(line -> assertThat(line).startsWith("part\tdate\tposts\tmetrics.likes.value\t"));
    }

    @Test
    void aPictureSaysWhatItIsOf() throws IOException {
        open(PAGE);
        assertThat(page.locator("[data-testid=trend-chart][data-ready=true]")).isVisible();
        String svg = content(take("Trend", "Picture, SVG"));
        assertThat(svg)
                .contains(">Trend: Likes</text>", "Harbour Coffee (demonstration) · ", "Demonstration data: invented")
                .contains("<path");
        byte[] png = Files.readAllBytes(take("Trend", "Picture, PNG").path());
        assertThat(png).startsWith(0x89, 'P', 'N', 'G');
        assertThat(png.length).isGreaterThan(10_000);
    }

    @Test
    void thePageIsOneArchiveWhoseFiguresAreThoseOfTheApi() throws IOException {
        open(PAGE);
        page.getByTestId("take-page").click();
        Download archive = page.waitForDownload(() -> item("All panels, zip").click());
        Map<String, String> files = unzipped(Files.readAllBytes(archive.path()));

        assertThat(archive.suggestedFilename()).endsWith(".zip").contains("-analytics-");
        assertThat(files).containsKeys("README.txt", "notes.csv");
        assertThat(files.get("README.txt"))
                .contains("Harbour Coffee (demonstration): Analytics", "Demonstration data", "DEFINITIONS")
                .contains("Figures", "Trend", "Top posts", "By platform", "Period: ", "Coverage: ");
        String figures = file(files, "figures.csv");
        demo.api()
                .get("/api/v1/analytics/overview?business_id=1&range=last_90_days")
                .get("metrics")
                .forEachEntry((metric, figure) -> {
                    JsonNode value = figure.get("value");
                    assertThat(figures).contains("metrics," + metric + "," + (value.isNull() ? "" : value) + ",");
                });
        assertThat(file(files, "trend.csv"))
                .isEqualTo(demo.api()
                        .ask("/api/v1/analytics/export?view=trends&part=points&part=previous&" + TREND)
                        .body());
        assertThat(Accessibility.faults(page)).isEmpty();
    }

    @Test
    void aNoteIsWrittenWithTheKeyboardShownTakenAlongAndRemoved() throws IOException {
        // A new note is on the last day of the period at first.
        String day = demo.api()
                .get("/api/v1/analytics/overview?business_id=1&range=last_90_days")
                .at("/period/to")
                .asString();
        open(PAGE);
        page.getByTestId("add-note").focus();
        page.keyboard().press("Enter");
        Locator dialog = page.getByRole(AriaRole.DIALOG);
        assertThat(dialog.getByRole(AriaRole.TEXTBOX, named("Note"))).isFocused();
        page.keyboard().type("Press release of the roastery");
        assertThat(dialog.locator("input[type=date]").first()).hasValue(day);
        assertThat(Accessibility.faults(page)).isEmpty();
        dialog.getByRole(AriaRole.BUTTON, named("Save")).focus();
        page.keyboard().press("Enter");

        Locator notes = page.getByTestId("notes");
        assertThat(notes.getByRole(AriaRole.LISTITEM)).hasCount(1);
        assertThat(notes).containsText("Press release of the roastery");
        assertThat(page.getByTestId("add-note")).isFocused();
        assertThat(page.getByTestId("trend-chart"))
                .hasAttribute("aria-label", Pattern.compile("Notes: 1: .*Press release of the roastery"));
        assertThat(Accessibility.faults(page)).isEmpty();
        assertThat(demo.api()
                        .get("/api/v1/notes?business_id=1&from=" + day + "&to=" + day)
                        .at("/notes/0/text")
                        .asString())
                .isEqualTo("Press release of the roastery");

        assertThat(content(take("Trend", "Picture, SVG"))).contains("Press release of the roastery");
        page.getByTestId("take-page").click();
        Download archive = page.waitForDownload(() -> item("All panels, zip").click());
        assertThat(unzipped(Files.readAllBytes(archive.path())).get("notes.csv"))
                .contains("," + day + "," + day + ",,Press release of the roastery,");

        page.getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName("Edit the note Press release of the roastery"))
                .press("Enter");
        dialog.getByRole(AriaRole.TEXTBOX, named("Note")).fill("Press release");
        dialog.getByRole(AriaRole.BUTTON, named("Save")).press("Enter");
        assertThat(notes).not().containsText("roastery");
        isMarkedOnOtherChartsOfDays("Press release");
        open(PAGE);
        page.locator("main")
                .getByRole(AriaRole.BUTTON, named("Edit the note Press release"))
                .press("Enter");
        dialog.getByLabel("Only I see it").check();
        dialog.getByRole(AriaRole.BUTTON, named("Save")).press("Enter");
        assertThat(notes).containsText("only you see it");
        assertThat(content(take("Trend", "Picture, SVG"))).doesNotContain("Press release");
        assertThat(page.getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions()
                                .setName("Delete the note Press release")
                                .setExact(true)))
                .isVisible();
        page.getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions()
                                .setName("Delete the note Press release")
                                .setExact(true))
                .press("Enter");
        assertThat(notes).hasCount(0);
        assertThat(demo.api().get("/api/v1/notes?business_id=1").get("notes")).isEmpty();
    }

    private void isMarkedOnOtherChartsOfDays(String text) throws IOException {
        for (String panel : List.of("Day by day", "Followers over time")) {
            page.navigate(demo.address()
                    + (panel.equals("Day by day") ? "/dashboard/platforms" : "/dashboard/audience")
                    + "?business=1&range=last_90_days");
            assertThat(page.getByTestId("notes")).containsText(text);
            assertThat(page.locator(".tm-small-mark").first()).hasText("1");
            assertThat(page.locator(".tm-small-trend svg").first())
                    .hasAttribute("aria-label", Pattern.compile("1: .*" + text));
            assertThat(content(take(panel, "Picture, SVG"))).contains("Note 1:").contains(text);
        }
        assertThat(Accessibility.faults(page)).isEmpty();
    }

    @Test
    void theDayFromWhichAPlatformCountsSomethingElseIsMarkedInChartAndTable() throws IOException {
        String days = "from=2026-08-10&to=2026-09-10&platform=youtube&metric=video_views";
        String text = demo.api()
                .get("/api/v1/analytics/trends?business_id=1&" + days)
                .get("markers")
                .get(0)
                .get("text")
                .asString();
        page.navigate(demo.address() + "/dashboard/analytics?business=1&" + days);
        goToTheTrend();
        assertThat(page.locator("[data-testid=trend-chart][data-ready=true]")).isVisible();
        assertThat(page.getByTestId("trend-chart").getAttribute("aria-label")).contains(text);
        assertThat(page.getByTestId("breaks")).containsText(text);
        assertThat(content(take("Trend", "CSV"))).contains("markers,").contains(text);
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Show as table"))
                .click();
        assertThat(page.getByTestId("trend-table").locator("tr", new Locator.LocatorOptions().setHasText(text)))
                .hasCount(4);
    }

    @Test
    void whatAPlatformRestatedIsMarkedAndLeadsToWhatWasKnownBefore() throws IOException {
        String days = "range=last_90_days&platform=linkedin&metric=impressions&basis=activity";
        JsonNode marker = demo.api()
                .get("/api/v1/analytics/trends?business_id=1&" + days)
                .get("markers")
                .get(0);
        assertThat(marker.get("kind").asString()).isEqualTo("restatement");
        page.navigate(demo.address() + "/dashboard/analytics?business=1&" + days);
        goToTheTrend();
        assertThat(page.locator("[data-testid=trend-chart][data-ready=true]")).isVisible();
        String text = "LinkedIn changed 1 day that was settled.";
        assertThat(page.getByTestId("trend-chart").getAttribute("aria-label")).contains(text);
        assertThat(page.getByTestId("breaks")).containsText(text);
        assertThat(content(take("Trend", "CSV")))
                .contains(",restatement," + marker.get("from").asString())
                .contains(",account_day,1,1,");
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Show as table"))
                .click();
        Locator row = page.getByTestId("trend-table").locator("tr", new Locator.LocatorOptions().setHasText(text));
        assertThat(row).hasCount(1);
        String day = row.locator("th").textContent();
        String since = row.locator("td").first().textContent();

        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Show what was known before"))
                .click();

        assertThat(page.getByText("What was collected or corrected later is left out."))
                .isVisible();
        assertThat(page.getByTestId("breaks")).hasCount(0);
        Locator before = page.getByTestId("trend-table").locator("tr", new Locator.LocatorOptions().setHasText(day));
        assertThat(before).hasCount(1);
        assertThat(before).not().containsText(since);
    }

    private void open(String path) {
        page.navigate(demo.address() + path);
        goToTheTrend();
        assertThat(page.getByTestId("trend-chart")).isVisible();
        assertThat(page.getByTestId("take")).hasCount(9);
    }

    /// Its chart is drawn for those who come near.
    private void goToTheTrend() {
        page.locator("main").getByRole(AriaRole.HEADING, named("Trend")).scrollIntoViewIfNeeded();
    }

    private void choose(String panel, String item) {
        page.getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName("Export: " + panel).setExact(true))
                .press("Enter");
        item(item).click();
    }

    private Download take(String panel, String item) {
        return page.waitForDownload(() -> choose(panel, item));
    }

    private Locator item(String name) {
        return page.getByRole(
                AriaRole.MENUITEM, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    private Locator outcome(String panel) {
        return page.getByRole(
                        AriaRole.REGION,
                        new Page.GetByRoleOptions().setName(panel).setExact(true))
                .getByTestId("take-outcome");
    }

    private String clipboard() {
        return (String) page.evaluate("navigator.clipboard.readText()");
    }

    private static Locator.GetByRoleOptions named(String name) {
        return new Locator.GetByRoleOptions().setName(name);
    }

    private static String content(Download download) throws IOException {
        return Files.readString(download.path());
    }

    private static String file(Map<String, String> files, String ending) {
        return files.entrySet().stream()
                .filter(entry -> entry.getKey().endsWith("-" + ending))
                .findFirst()
                .orElseThrow(() -> new AssertionError(ending + " is not among " + files.keySet()))
                .getValue();
    }

    private static Map<String, String> unzipped(byte[] archive) throws IOException {
        Map<String, String> files = new LinkedHashMap<>();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(archive))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                files.put(entry.getName(), new String(zip.readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        return files;
    }
}
