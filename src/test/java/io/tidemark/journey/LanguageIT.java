package io.tidemark.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import io.tidemark.metric.Metric;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The dashboard in German, chosen by a reader whose browser asks for English.
@ExtendWith(Demo.Shared.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class LanguageIT {
    private static final Path GERMAN = Path.of("web", "src", "text", "de");
    private static final Path NAMES =
            Path.of("src", "main", "resources", "io", "tidemark", "language", "names.de.json");

    /// What people read or hear of the page, without what is marked as English: words of the server.
    private static final String READ_OUT = """
            [...document.querySelectorAll('body *')].filter(one => !one.closest('[lang=en], script, style')).flatMap(one => [
                ...[...one.childNodes].filter(node => node.nodeType === Node.TEXT_NODE).map(node => node.data),
                ...['aria-label', 'placeholder', 'title', 'data-label'].map(name => one.getAttribute(name) ?? '')
            ].map(text => text.trim()).filter(text => text))
            """;

    @TempDir
    private Path home;

    private Page page;
    private Demo demo;
    private List<String> english;

    @BeforeAll
    void chooseGermanAndSignIn(Demo shared) throws IOException {
        demo = shared;
        english = englishThatHasGerman();
        page = demo.open();
        page.navigate(demo.address().toString());
        assertThat(page.locator("html")).hasAttribute("lang", "en");
        press("Deutsch");

        assertThat(page.locator("html")).hasAttribute("lang", "de");
        assertThat(Accessibility.faults(page)).isEmpty();
        page.getByLabel("E-Mail").fill(Demo.EMAIL);
        page.getByLabel("Passwort").fill(demo.password());
        press("Anmelden");
        assertThat(page.getByTestId("metric-cards")).isVisible();
    }

    @AfterAll
    void close() {
        page.context().close();
    }

    @Test
    @Order(1)
    void numbersAreWrittenAsGermansWriteThem() {
        var overview = demo.api().get("/api/v1/analytics/overview?business_id=1&range=last_28_days");
        long impressions = Math.round(
                overview.get("metrics").get("impressions").get("value").asDouble());
        double rate = overview.get("rates").get("engagement_rate").get("value").asDouble();

        assertThat(page.getByTestId("card-impressions")).containsText("Impressionen");
        assertThat(page.getByTestId("card-impressions").getByTestId("card-value"))
                .hasText(String.format(Locale.GERMANY, "%,d", impressions));
        assertThat(page.getByTestId("card-engagement_rate").getByTestId("card-value"))
                .hasText(String.format(Locale.GERMANY, "%.2f\u00a0%%", 100 * rate));
    }

    /// Nothing is English but what a platform itself said.
    ///
    /// @param ready what a page shows once it has its numbers
    @ParameterizedTest
    @Order(2)
    @CsvSource({
        "analytics, ?business=1&usual=on, [data-testid=trend-findings]",
        "portfolio, '', [data-testid=business-1]",
        "posts, ?business=1&range=last_90_days, [data-testid^=post-] >> nth=0",
        "insights, ?business=1, [data-testid=feed-about]",
        "digest, ?business=1, [data-testid=digest-summary]",
        "what-works, ?business=1, [data-testid=works-verdict]",
        "platforms, ?business=1, [data-testid=platform-trends]",
        "audience, ?business=1, [data-testid=audience-charts]",
        "best-times, ?business=1, [data-testid=verdict]",
        "why, ?business=1, [data-testid=why-waterfall]",
        "reports, ?business=1, [data-testid=new-report]",
        "connections, ?business=1, [data-testid=connected-account] >> nth=0",
        "settings, ?business=1, [data-testid=settings-business]",
        "settings, ?business=1&section=definitions, [data-testid=settings-definitions]",
        "settings, ?business=1&section=accounts, [data-testid=settings-accounts]",
        "settings, ?business=1&section=keys, [data-testid=key-form]",
        "settings, ?business=1&section=members, [data-testid=member-form]",
        "health, ?business=1, [data-testid=health-summary]"
    })
    void aPageSpeaksGermanAndFitsAPhone(String name, String search, String ready) {
        page.navigate(demo.address() + "/dashboard/" + name + search);
        assertThat(page.locator(ready)).isVisible();

        assertThat(page.locator("html")).hasAttribute("lang", "de");
        assertThat(readOut()).isNotEmpty().doesNotContainAnyElementsOf(english);
        assertThat(page.locator("body [lang=en]").allTextContents()).allMatch(text -> text.startsWith("(#"));
        Screenshots.take(page, name + "-german");
        // Long words have it harder there.
        page.setViewportSize(390, 844);
        Layout.assertFits(page);
        look(name + "-german-phone");
        page.setViewportSize(1280, 900);
    }

    @Test
    @Order(2)
    void theSheetOfFiltersSpeaksGerman() {
        page.setViewportSize(390, 844);
        page.navigate(demo.address() + "/dashboard/analytics?business=1&platform=linkedin");
        press("Filter (1 gewählt)");

        assertThat(page.getByTestId("filter-sheet")).containsText("Zahlen zeigen");
        assertThat(readOut()).doesNotContainAnyElementsOf(english);
        look("filters-german-phone");
        page.setViewportSize(1280, 900);
    }

    /// What is asked by an address that somebody kept, and is no more.
    @ParameterizedTest
    @Order(2)
    @CsvSource(
            delimiter = '|',
            value = {
                "posts/99999999?business=1 | Beitrag 99999999 gibt es in diesem Unternehmen nicht",
                "analytics?business=1&group=Nirgends | Gruppe „Nirgends“ gibt es nicht: ",
                "digest?business=1&week=2030-01-07 | ist noch nicht vorbei: Wählen Sie eine, die am "
            })
    void whatIsRefusedIsSaidInGerman(String address, String refusal) {
        page.navigate(demo.address() + "/dashboard/" + address);

        assertThat(page.getByText(refusal).first()).isVisible();
        assertThat(page.locator("body [lang=en]")).hasCount(0);
        look("refused-german-" + address.replaceAll("\\W.*", ""));
    }

    @Test
    @Order(2)
    void whatAMappingContradictsAndWhatIsNotTakenIsSaidInGerman() throws IOException {
        page.navigate(demo.address() + "/dashboard/imports?business=1");
        page.getByTestId("upload-input")
                .setInputFiles(Files.writeString(
                        home.resolve("tool.csv"),
                        "Moment,Again,Shown\n2026-11-20,2026-11-20,40\n2026-11-21,2026-11-21,viele\n"));
        press("Spalten zuordnen");
        choose("Eine Zeile ist", "Ein Tag eines Kontos");
        choose("Plattform", "X");
        page.getByLabel("Kontoname (Handle)").fill("acme-deutsch");
        choose("Bedeutung von Moment", "Tag");
        choose("Bedeutung von Again", "Tag");
        choose("Bedeutung von Shown", "Impressionen");
        press("Zahlen ansehen");

        assertThat(page.getByTestId("mapping-form"))
                .containsText("Zwei Spalten bedeuten „Tag“: Das kann nur eine sein.");
        look("refused-german-mapping");
        choose("Bedeutung von Again", "ID des Beitrags");
        press("Zahlen ansehen");
        assertThat(page.getByTestId("mapping-form"))
                .containsText("Jede Zeile ist ein Tag eines Kontos: Dazu gehört „ID des Beitrags“ nicht.");

        choose("Bedeutung von Again", "Nicht übernommen");
        press("Zahlen ansehen");
        assertThat(page.getByTestId("import-rejects")).containsText("keine Zahl");
        look("rejected-german-row");
    }

    @Test
    @Order(2)
    void theDigestIsMailedInTheLanguageOfThePageUnlessAnotherIsChosen() {
        page.navigate(demo.address() + "/dashboard/digest?business=1");
        Locator mailed = page.getByLabel("Wöchentlich per E-Mail zusenden");
        Locator language = page.getByLabel("Sprache der E-Mails");
        mailed.click();
        assertThat(language).hasValue("de");
        language.selectOption("en");
        assertThat(language).isEnabled();
        page.reload();
        assertThat(language).hasValue("en");
        look("digest-german-mailed");

        mailed.click();
        assertThat(language).hasCount(0);
    }

    @Test
    @Order(3)
    void theReaderGoesBackToEnglish() {
        page.navigate(demo.address() + "/dashboard/analytics?business=1");
        press("Kontomenü");
        page.getByRole(AriaRole.MENUITEM, new Page.GetByRoleOptions().setName("English"))
                .click();

        assertThat(page.locator("html")).hasAttribute("lang", "en");
        assertThat(page.getByTestId("card-impressions")).containsText("Impressions");
        page.reload();
        assertThat(page.getByTestId("card-impressions")).containsText("Impressions");
        assertThat(page.locator("html")).hasAttribute("lang", "en");
    }

    @Test
    @Order(4)
    void aBrowserThatAsksForGermanGetsIt() {
        try (BrowserContext austrian =
                demo.chromium().browser().newContext(new NewContextOptions().setLocale("de-AT"))) {
            Page first = austrian.newPage();
            first.navigate(demo.address().toString());
            assertThat(first.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Anmelden")))
                    .isVisible();
            assertThat(first.locator("html")).hasAttribute("lang", "de");
            first.getByLabel("E-Mail").fill("nobody@example.com");
            first.getByLabel("Passwort").fill("no password of theirs");
            first.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Anmelden"))
                    .click();
            assertThat(first.getByText("E-Mail oder Passwort ist falsch.")).isVisible();
        }
    }

    private void choose(String label, String option) {
        page.getByRole(
                        AriaRole.COMBOBOX,
                        new Page.GetByRoleOptions().setName(label).setExact(true))
                .or(page.getByLabel(label, new Page.GetByLabelOptions().setExact(true)))
                .first()
                .click();
        page.locator("[role=option]:visible")
                .getByText(option, new Locator.GetByTextOptions().setExact(true))
                .first()
                .click();
    }

    private void press(String button) {
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(button))
                .click();
    }

    @SuppressWarnings("unchecked")
    private List<String> readOut() {
        return (List<String>) page.evaluate(READ_OUT);
    }

    private void look(String name) {
        Screenshots.take(page, name);
        assertThat(Accessibility.faults(page)).isEmpty();
    }

    /// The English texts of the page whose German is another, and such names of metrics.
    private static List<String> englishThatHasGerman() throws IOException {
        JsonNode metrics = read(NAMES).get("metric");
        Stream<String> names = Arrays.stream(Metric.values())
                .filter(metric -> !metrics.get(metric.key()).asString().equals(metric.title()))
                .map(Metric::title);
        try (Stream<Path> files = Files.list(GERMAN)) {
            Stream<String> texts = files.map(LanguageIT::read)
                    .flatMap(catalogue -> catalogue.properties().stream())
                    .filter(text -> text.getValue().isString()
                            && !text.getValue().asString().equals(text.getKey()))
                    .map(text -> text.getKey().replaceFirst(" \\|.*$", ""))
                    .filter(text -> !text.contains("{") && !text.contains("<"));
            return Stream.concat(names, texts).toList();
        }
    }

    private static JsonNode read(Path file) {
        try {
            return JsonMapper.shared().readTree(Files.readString(file));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
