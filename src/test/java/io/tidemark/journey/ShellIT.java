package io.tidemark.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Request;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.WaitUntilState;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What everybody is sent who asks for a page, signed in or not.
@ExtendWith(Demo.Shared.class)
class ShellIT {
    private static final int MANY = 9;
    private static final HttpClient CLIENT = HttpClient.newHttpClient();
    private static final Pattern SCRIPT =
            Pattern.compile("<link rel=\"modulepreload\"[^>]* href=\"([^\"]+)\">\\s*</head>");

    /// A page whose scripts do not come never says that it has loaded.
    private static final Page.NavigateOptions COMMITTED =
            new Page.NavigateOptions().setWaitUntil(WaitUntilState.COMMIT);

    @Test
    void scriptsAreSentAsTheBuildCompressedThem(Demo demo) throws Exception {
        URI script = script(demo);
        byte[] plain = get(script, "identity").body();

        HttpResponse<byte[]> smallest = get(script, "gzip, deflate, br");
        assertThat(smallest.headers().firstValue("Content-Encoding")).hasValue("br");
        assertThat(smallest.headers().firstValue("Content-Type")).hasValue("text/javascript");
        assertThat(smallest.headers().firstValue("Vary"))
                .hasValueSatisfying(vary -> assertThat(vary).containsIgnoringCase("Accept-Encoding"));
        HttpResponse<byte[]> zipped = get(script, "gzip");
        assertThat(zipped.headers().firstValue("Content-Encoding")).hasValue("gzip");
        assertThat(unzipped(zipped.body())).isEqualTo(plain);
        assertThat(smallest.body()).hasSizeLessThan(zipped.body().length);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/dashboard/sign-in", "/s", "/s/1.2"})
    void noSearchEngineRemembersPagesForOthersThanMembers(String path, Demo demo) throws Exception {
        assertThat(get(demo.address().resolve(path), "identity").headers().firstValue("X-Robots-Tag"))
                .hasValue("noindex");
    }

    @Test
    void aCrawlerSeesTheSignInPageWhereverItGoes(Demo demo) {
        try (Page page = demo.open()) {
            for (String path : List.of("/", "/dashboard/analytics", "/dashboard/posts/1", "/dashboard/settings")) {
                page.navigate(demo.address() + path);
                assertThat(page.getByLabel("Password")).isVisible();
                assertThat(page.locator("head meta[name=robots]")).hasAttribute("content", "noindex");
                assertThat(page.locator("main")).not().containsText("Harbour");
            }
        }
    }

    @Test
    void anAddressOfNoPageSaysSoToWhoeverWasSignedOutMeanwhile(Demo demo) {
        try (Page page = demo.openSignedIn()) {
            page.context().clearCookies(new BrowserContext.ClearCookiesOptions().setName("tidemark_session"));
            page.navigate(demo.address() + "/dashboard/nonsense");

            assertThat(page.getByRole(AriaRole.HEADING)).hasText("There is no page at this address");
            page.navigate(demo.address() + "/dashboard/posts");
            assertThat(page.getByLabel("Password")).isVisible();
        }
    }

    @Test
    void anOutlineAndTheFirstQuestionsDoNotWaitForScripts(Demo demo) {
        try (Page page = demo.openSignedIn()) {
            page.route("**/assets/*.js", ShellIT::leaveUnanswered);
            Request overview = page.waitForRequest(
                    asked -> asked.url().contains("/api/v1/analytics/overview"),
                    () -> page.navigate(demo.address() + "/dashboard/analytics?business=1", COMMITTED));

            assertThat(overview.response().status()).isEqualTo(200);
            assertThat(page.locator("#outline .tm-cards")).isVisible();
            assertThat(page.locator("#outline")).hasAttribute("aria-hidden", "true");
            Request posts = page.waitForRequest(
                    asked -> asked.url().contains("/api/v1/analytics/posts"),
                    () -> page.navigate(demo.address() + "/dashboard/posts", COMMITTED));
            assertThat(posts.response().status()).isEqualTo(200);
            assertThat(page.locator("#outline .tm-header")).isVisible();
            assertThat(page.locator("#outline .tm-cards")).not().isVisible();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "/dashboard/analytics, metric-cards, /analytics/overview",
        "/dashboard/posts, posts-table, limit=100",
    })
    void thePageTakesThePlaceOfItsOutlineAndAsksNothingTwice(String path, String stands, String question, Demo demo) {
        try (Page page = demo.openSignedIn()) {
            List<String> asked = new CopyOnWriteArrayList<>();
            page.onRequest(request -> asked.add(request.url()));
            page.navigate(demo.address() + path);

            assertThat(page.getByTestId(stands)).isVisible();
            assertThat(page.locator("#outline")).hasCount(0);
            assertThat(page).hasURL(demo.address() + path + "?business=1");
            assertThat(asked).filteredOn(url -> url.contains(question)).hasSize(1);
            assertThat(asked).filteredOn(url -> url.endsWith("/businesses")).hasSize(1);
        }
    }

    @Test
    void whatFindsOneOfManyBusinessesLeavesTheFirstLookAloneAndWhoeverIsAtTheList(Demo demo) {
        try (Page page = demo.openSignedIn()) {
            page.route("**/api/v1/businesses", ShellIT::withMany);
            page.navigate(demo.address() + "/dashboard/posts");

            Locator list = page.locator("select[aria-label=Business]");
            assertThat(list.locator("option")).hasCount(MANY);
            page.waitForResponse(answer -> answer.url().contains("BusinessSearch"), list::focus);
            assertThat(list).isFocused();
            list.blur();
            assertThat(page.locator("input[aria-label=Business]")).hasValue("Harbour Coffee (demonstration)");
            assertThat(list).hasCount(0);
        }
    }

    private static void withMany(Route route) {
        String answer = route.fetch().text();
        String one = answer.substring(answer.indexOf('[') + 1, answer.lastIndexOf(']'));
        String others = IntStream.range(1, MANY)
                .mapToObj(i -> "," + one.replace("\"business_id\":1,", "\"business_id\":" + (100 + i) + ","))
                .collect(Collectors.joining());
        route.fulfill(new Route.FulfillOptions()
                .setContentType("application/json")
                .setBody(answer.replace(one, one + others)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/dashboard/analytics", "/dashboard/sign-in", "/s/1.2"})
    void othersSeeNoOutlineOfAMembersPage(String path, Demo demo) {
        try (Page page = demo.open()) {
            page.route("**/assets/*.js", ShellIT::leaveUnanswered);
            page.navigate(demo.address() + path, COMMITTED);

            assertThat(page.locator("#outline")).hasCount(1);
            assertThat(page.locator("#outline")).not().isVisible();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/dashboard/analytics", "/dashboard/sign-in"})
    void whereScriptsCannotBeHadThePageSaysSoAndCanBeLoadedAgain(String path, Demo demo) {
        try (Page page = demo.open()) {
            page.route("**/assets/*.js", Route::abort);
            page.navigate(demo.address() + path);

            assertThat(page.getByRole(AriaRole.ALERT)).containsText("The page could not be loaded");
            assertThat(page.getByRole(AriaRole.ALERT)).containsText("Die Seite konnte nicht geladen werden");
            assertThat(page.locator("#outline")).hasCount(0);
            page.unroute("**/assets/*.js");
            page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Load it again"))
                    .click();
            assertThat(page.getByLabel("Password")).isVisible();
        }
    }

    private static void leaveUnanswered(Route ignored) {}

    private static URI script(Demo demo) throws Exception {
        String page = new String(
                get(demo.address().resolve("/dashboard/analytics"), "identity").body(), UTF_8);
        Matcher script = SCRIPT.matcher(page);
        assertThat(script.find()).isTrue();
        return demo.address().resolve(script.group(1));
    }

    private static HttpResponse<byte[]> get(URI address, String encodings) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(address)
                .header("Accept-Encoding", encodings)
                .build();
        HttpResponse<byte[]> answer = CLIENT.send(request, BodyHandlers.ofByteArray());
        assertThat(answer.statusCode()).isEqualTo(200);
        return answer;
    }

    private static byte[] unzipped(byte[] zipped) throws IOException {
        try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(zipped))) {
            return in.readAllBytes();
        }
    }
}
