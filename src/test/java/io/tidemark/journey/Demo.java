package io.tidemark.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ReducedMotion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/// The demonstration, served once for all journeys of a process, and their browser.
final class Demo implements AutoCloseable {
    static final String EMAIL = "demo@example.com";

    private static final Pattern TOKEN = Pattern.compile("Authorization: Bearer ([^']+)'");

    private final Program program;
    private final Program.Serving serving;
    private final Chromium chromium;
    private final Api api;

    /// Null until somebody signs in.
    private @Nullable BrowserContext home;

    private Demo(Path directory, Chromium chromium) {
        this.chromium = chromium;
        program = new Program(directory.resolve("data"));
        serving = program.serve("demo", "--port", "0");
        api = new Api(serving.address(), token(serving));
    }

    /// From the call that is printed for people to try.
    private static String token(Program.Serving serving) {
        return serving.out()
                .lines()
                .map(TOKEN::matcher)
                .filter(Matcher::find)
                .findFirst()
                .orElseThrow()
                .group(1);
    }

    URI address() {
        return serving.address();
    }

    Api api() {
        return api;
    }

    Chromium chromium() {
        return chromium;
    }

    String password() {
        try {
            List<String> lines = Files.readAllLines(program.dataDirectory().resolve("demo-sign-in"));
            return lines.getLast().replaceFirst("^.*[:= ]", "").strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// A new browser at the demonstration, with nobody signed in.
    Page open() {
        return browser(options()).newPage();
    }

    /// A new browser at the demonstration, in which its person is signed in: for those who sign out, or change how
    /// pages look or speak.
    Page openSignedIn() {
        return browser(options().setStorageState(home().storageState())).newPage();
    }

    /// An empty page in the one browser where the person of the demonstration is signed in. What it has fetched for one
    /// test needs not be fetched for the next.
    ///
    /// @param trouble takes what goes wrong in it unseen
    Page signedIn(Consumer<String> trouble) {
        Page page = home().newPage();
        watch(page, trouble);
        return page;
    }

    private BrowserContext home() {
        if (home == null) {
            home = browser(options());
            home.grantPermissions(List.of("clipboard-read", "clipboard-write"));
            try (Page page = home.newPage()) {
                signIn(page);
            }
        }
        return home;
    }

    /// From the page that asks for it.
    void signIn(Page page) {
        page.navigate(address().toString());
        page.getByLabel("E-mail").fill(EMAIL);
        page.getByLabel("Password").fill(password());
        page.keyboard().press("Enter");
        assertThat(page.getByTestId("metric-cards")).isVisible();
    }

    static void watch(Page page, Consumer<String> trouble) {
        page.onPageError(trouble);
        page.onConsoleMessage(message -> {
            if (message.type().equals("error")) {
                trouble.accept(message.text() + " " + message.location());
            }
        });
    }

    private BrowserContext browser(NewContextOptions options) {
        return chromium.browser().newContext(options);
    }

    private static NewContextOptions options() {
        return new NewContextOptions()
                .setViewportSize(1280, 900)
                .setLocale("en-GB")
                .setTimezoneId("UTC")
                .setReducedMotion(ReducedMotion.REDUCE);
    }

    @Override
    public void close() {
        serving.stop();
    }

    /// Gives tests the demonstration, which is kept as the browser is.
    static final class Shared implements ParameterResolver {
        @Override
        public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
            return parameter.getParameter().getType() == Demo.class;
        }

        @Override
        public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
            return context.getStore(
                            ExtensionContext.StoreScope.LAUNCHER_SESSION, ExtensionContext.Namespace.create(Demo.class))
                    .computeIfAbsent(Demo.class, key -> new Demo(temporary(), Chromium.Shared.of(context)));
        }

        private static Path temporary() {
            try {
                return Files.createTempDirectory(Path.of("target").toAbsolutePath(), "demo-");
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
