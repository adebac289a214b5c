package io.tidemark.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.Cookie;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/// From a number down to the posts behind it; and out.
@ExtendWith(Demo.Shared.class)
class DrillIT {
    @Test
    void aCardLeadsThroughItsChangeToAPost(Demo demo) {
        List<String> trouble = new ArrayList<>();
        try (Page page = demo.signedIn(trouble::add)) {
            page.navigate(demo.address() + "/dashboard/analytics?business=1");
            page.getByTestId("why-engagement").press("Enter");
            Locator post = page.locator("[data-testid^=why-post-]").first();
            String id = Objects.requireNonNull(post.getAttribute("data-testid")).replaceFirst("why-post-", "");
            post.getByRole(AriaRole.LINK).first().press("Enter");

            page.waitForURL(Pattern.compile("/dashboard/posts/" + id + "\\?business=1"));
            String text = demo.api()
                    .get("/api/v1/analytics/posts/" + id + "?business_id=1")
                    .at("/post/text")
                    .asString();
            assertThat(page.getByRole(AriaRole.MAIN))
                    .containsText(text.lines().findFirst().orElseThrow());
            page.goBack();
            assertThat(page.getByTestId("why-waterfall")).isVisible();
        }
        assertThat(trouble).isEmpty();
    }

    @Test
    void whoSignsOutLeavesNothingThatOpensAnything(Demo demo) throws Exception {
        try (Page page = demo.open()) {
            demo.signIn(page);
            List<Cookie> before = page.context().cookies();
            assertThat(overview(demo, before)).isEqualTo(200);
            page.getByLabel("Account menu").press("Enter");
            page.getByRole(AriaRole.MENUITEM, new Page.GetByRoleOptions().setName("Sign out"))
                    .press("Enter");

            assertThat(page.getByLabel("Password")).isVisible();
            page.goBack();
            assertThat(page.getByLabel("Password")).isVisible();
            assertThat(page.getByTestId("metric-cards")).hasCount(0);
            assertThat(overview(demo, page.context().cookies())).isEqualTo(401);
        }
    }

    private static int overview(Demo demo, List<Cookie> cookies) throws Exception {
        URI asked = demo.address().resolve("/api/v1/analytics/overview?business_id=1");
        HttpRequest request = HttpRequest.newBuilder(asked)
                .header(
                        "Cookie",
                        cookies.stream()
                                .map(cookie -> cookie.name + "=" + cookie.value)
                                .collect(Collectors.joining("; ")))
                .build();
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
        }
    }
}
