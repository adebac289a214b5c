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
import io.tidemark.app.BookedAccounts;
import io.tidemark.app.ConnectedServer;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/// A person who is warned that an account is not collected looks what is wrong, and mends it.
@ExtendWith(Chromium.Shared.class)
class DataHealthIT {
    private static final String PASSWORD = "correct horse battery";

    @Test
    void whatIsWrongIsSeenExplainedAndMended(@TempDir Path directory, Chromium chromium) throws Exception {
        try (ConnectedServer served = new ConnectedServer(directory);
                BrowserContext context = chromium.browser()
                        .newContext(new NewContextOptions()
                                .setViewportSize(1280, 900)
                                .setLocale("en-GB")
                                .setReducedMotion(ReducedMotion.REDUCE))) {
            new BookedAccounts(served).ofThreeStates();
            served.platform.asks = true;
            String email = served.givePassword(PASSWORD);
            String here = "http://localhost:" + URI.create(served.origin()).getPort();
            Page page = context.newPage();
            List<String> trouble = new ArrayList<>();
            page.onPageError(trouble::add);

            signIn(page, here, email);
            Locator banner = page.getByTestId("health-banner");
            assertThat(banner).containsText("Nothing is collected from Acme Labs until somebody signs in again.");
            banner.getByRole(AriaRole.LINK).click();

            assertThat(page.getByTestId("health-summary"))
                    .hasText("3 accounts: 1 needs a new sign-in and 2 are collected well.");
            assertThat(page.getByTestId("missing-metrics")).containsText("Posts of the kind ‘reels’: saved and shares");
            assertThat(page.getByTestId("account-health").nth(1)).containsText("3 missed");
            page.getByRole(
                            AriaRole.BUTTON,
                            new Page.GetByRoleOptions().setName(Pattern.compile("^Sync history of \\w+: Acme Labs$")))
                    .click();
            assertThat(page.getByTestId("sync-history")).containsText("The sign-in is no longer good");
            look(page, "health");

            button(page, "Set limits for X").click();
            page.getByLabel("Calls a day").fill("40");
            button(page, "Set the limits").click();
            assertThat(page.getByTestId("spend-x")).containsText("41 of 40, used up");

            button(page, "Sign in again for Acme Labs").click();
            page.getByText("Agree").click();
            button(page, "Close").click();
            assertThat(banner).hasCount(0);
            page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Data health"))
                    .click();
            assertThat(page.getByTestId("health-summary"))
                    .hasText("3 accounts: 1 is about to begin and 2 are collected well.");
            assertThat(trouble).isEmpty();
        }
    }

    /// In each look, and on a phone.
    private static void look(Page page, String name) {
        assertThat(Accessibility.faults(page)).isEmpty();
        Screenshots.take(page, name);
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.DARK));
        assertThat(Accessibility.faultsOfColours(page)).isEmpty();
        Screenshots.take(page, name + "-dark");
        page.setViewportSize(390, 844);
        Layout.assertFits(page);
        Screenshots.take(page, name + "-phone");
        page.setViewportSize(1280, 900);
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.LIGHT));
    }

    private static void signIn(Page page, String here, String email) {
        page.navigate(here);
        page.getByLabel("E-mail").fill(email);
        page.getByLabel("Password").fill(PASSWORD);
        button(page, "Sign in").click();
    }

    private static Locator button(Page page, String name) {
        return page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }
}
