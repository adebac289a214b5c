package io.tidemark.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import io.tidemark.app.ConnectedServer;
import io.tidemark.collect.connector.ConnectorSettings;
import io.tidemark.collect.connector.Login;
import io.tidemark.collect.connector.bluesky.BlueskyConnector;
import io.tidemark.collect.connector.bluesky.BlueskyLogin;
import io.tidemark.collect.connector.bluesky.BlueskyPageLogin;
import io.tidemark.collect.simulator.AccountPlan;
import io.tidemark.collect.simulator.World;
import io.tidemark.collect.simulator.bluesky.BlueskySimulator;
import io.tidemark.testing.LedgerFixture;
import io.tidemark.testing.MutableClock;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/// A person connects a platform of another site with a browser. That site's pages lead back to ours without the
/// session, as browsers have it.
@ExtendWith(Chromium.Shared.class)
class ConnectionsIT {
    private static final String PASSWORD = "correct horse battery";

    @Test
    void aPlatformIsConnectedWatchedAndForgotten(@TempDir Path directory, Chromium chromium) throws Exception {
        try (ConnectedServer served = new ConnectedServer(directory);
                BrowserContext context = browser(chromium)) {
            served.platform.asks = true;
            String email = served.givePassword(PASSWORD);
            // Another site than that of the platform, which is called by its number.
            String here = "http://localhost:" + URI.create(served.origin()).getPort();
            Page page = context.newPage();
            List<String> trouble = new ArrayList<>();
            page.onPageError(trouble::add);

            signIn(page, here, email);
            assertThat(page.getByTestId("no-connections")).isVisible();
            button(page, "Connect Fakebook").click();
            page.getByText("Agree").click();

            Locator offers = page.getByRole(AriaRole.CHECKBOX);
            assertThat(offers).hasCount(2);
            assertThat(offers.first()).isChecked();
            assertThat(offers.last()).isDisabled();
            assertThat(page.getByText("The account is private: make it public."))
                    .isVisible();
            look(page, "connections-choose");
            button(page, "Collect 1 account").click();

            assertThat(page.getByTestId("connected-account")).hasCount(1);
            button(page, "Pause Acme").click();
            assertThat(page.getByTestId("connected-account")).containsText("Paused");

            served.clock.advance(Duration.ofHours(11));
            served.platform.revoke();
            button(page, "Choose accounts").click();
            // The connection may tell of it as well, by an event.
            assertThat(page.getByRole(AriaRole.ALERT)
                            .filter(new Locator.FilterOptions().setHasText("Sign in with the platform again")))
                    .isVisible();
            page.reload();
            assertThat(page.getByTestId("warning")).containsText("The grant is not good.");
            closeDialog(page);
            look(page, "connections");
            button(page, "Sign in again").click();
            page.getByText("Agree").click();
            closeDialog(page);
            assertThat(page.getByTestId("warning")).hasCount(0);

            button(page, "Remove the connection Acme, Acme Hidden").click();
            button(page, "Remove the connection").last().click();
            assertThat(page.getByTestId("no-connections")).isVisible();
            assertThat(trouble).isEmpty();
        }
    }

    @Test
    void whatAPlatformAsksHereIsToldInADialog(@TempDir Path directory, Chromium chromium) throws Exception {
        MutableClock clock = new MutableClock(LedgerFixture.NOW);
        World world = new World(7, clock, Duration.ofDays(10));
        world.add(new AccountPlan(
                "did:plc:acme22222222222222222222",
                "acme.example",
                "Acme & Sons",
                1,
                Duration.ofDays(10),
                1200,
                BlueskySimulator.kinds()));
        try (BlueskySimulator bluesky = new BlueskySimulator(world, clock);
                ConnectedServer served = new ConnectedServer(directory, time -> logins(bluesky, time));
                BrowserContext context = browser(chromium)) {
            bluesky.start();
            String email = served.givePassword(PASSWORD);
            Page page = context.newPage();
            List<String> trouble = new ArrayList<>();
            page.onPageError(trouble::add);

            signIn(page, served.origin(), email);
            button(page, "Connect Bluesky").click();
            Locator dialog = page.getByRole(AriaRole.DIALOG);
            assertThat(dialog.getByLabel("App password")).hasAttribute("type", "password");
            dialog.getByLabel("Handle").fill("acme");
            dialog.getByLabel("App password").fill("not-the-right-one");
            button(page, "Connect").click();
            assertThat(dialog.getByRole(AriaRole.ALERT)).containsText("'acme' is no handle of Bluesky");
            dialog.getByLabel("Handle").fill("acme.example");
            button(page, "Connect").click();
            assertThat(dialog.getByRole(AriaRole.ALERT)).containsText("Invalid identifier or password");
            look(page, "connections-form");
            dialog.getByLabel("App password").fill(BlueskySimulator.APP_PASSWORD);
            button(page, "Connect").click();

            assertThat(page.getByRole(AriaRole.CHECKBOX)).isChecked();
            button(page, "Collect 1 account").click();
            assertThat(page.getByTestId("connected-account")).hasCount(1);
            assertThat(page.getByTestId("connected-account")).containsText("Acme & Sons");

            button(page, "Connect Bluesky (on Bluesky's page)").click();
            dialog.getByLabel("Handle").fill("acme.example");
            button(page, "Connect").click();
            assertThat(page.getByText("Simulated Bluesky")).isVisible();
            button(page, "Allow").click();
            assertThat(page.getByTestId("offer")).isVisible();
            assertThat(page.getByText("Bluesky (on Bluesky's page)").first()).isVisible();
            assertThat(trouble).isEmpty();
        }
    }

    private static BrowserContext browser(Chromium chromium) {
        return chromium.browser()
                .newContext(new NewContextOptions().setLocale("en-GB").setColorScheme(ColorScheme.DARK));
    }

    private static List<Login> logins(BlueskySimulator bluesky, Clock clock) {
        ConnectorSettings settings = new ConnectorSettings(Map.of(
                "server",
                bluesky.address().toString(),
                "servers",
                bluesky.address().toString(),
                "plc-url",
                bluesky.directory().toString(),
                "public-url",
                bluesky.open().toString()));
        BlueskyConnector connector = new BlueskyConnector(settings, clock);
        return List.of(new BlueskyLogin(settings, connector), new BlueskyPageLogin(settings, connector));
    }

    /// In each look, and on a phone.
    private static void look(Page page, String name) {
        assertThat(Accessibility.faults(page)).isEmpty();
        Screenshots.take(page, name);
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.LIGHT));
        assertThat(Accessibility.faultsOfColours(page)).isEmpty();
        Screenshots.take(page, name + "-light");
        page.setViewportSize(390, 844);
        Layout.assertFits(page);
        Screenshots.take(page, name + "-phone");
        page.setViewportSize(1280, 900);
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.DARK));
    }

    private static void signIn(Page page, String here, String email) {
        page.navigate(here + "/dashboard/connections");
        page.getByLabel("E-mail").fill(email);
        page.getByLabel("Password").fill(PASSWORD);
        button(page, "Sign in").click();
    }

    private static void closeDialog(Page page) {
        button(page, "Close").click();
        assertThat(page.getByRole(AriaRole.DIALOG)).hasCount(0);
    }

    private static Locator button(Page page, String name) {
        return page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }
}
