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
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/// The demonstration, served once for all journeys of a process, and a browser.
final class Demo implements AutoCloseable {
    static final String EMAIL = "demo@example.com";

    private final Program program;
    private final Program.Serving serving;
    private final Chromium chromium;
    private final Api api;

    /// Null until somebody signs in.
    private @Nullable BrowserContext home;

    private Demo(Path directory) {
        program = new Program(directory.resolve("data"));
        serving = program.serve("demo", "--port", "0");
        chromium = new Chromium();
        api = new Api(
                serving.address(), program.run("", "token", "--user", EMAIL).out());
    }

    Program program() {
        return program;
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
        return browser().newPage();
    }

    /// A page in the one browser where the person of the demonstration is signed in, with numbers on it. What it has
    /// fetched for one test needs not be fetched for the next; whoever signs out or changes how pages look or speak
    /// takes a browser of their own.
    ///
    /// @param trouble takes what goes wrong in it unseen
    Page signedIn(Consumer<String> trouble) {
        if (home == null) {
            home = browser();
            home.grantPermissions(List.of("clipboard-read", "clipboard-write"));
            try (Page page = home.newPage()) {
                signIn(page);
            }
        }
        Page page = home.newPage();
        watch(page, trouble);
        page.navigate(address().resolve("/dashboard/analytics").toString());
        assertThat(page.getByTestId("metric-cards")).isVisible();
        return page;
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

    private BrowserContext browser() {
        return chromium.browser()
                .newContext(new NewContextOptions()
                        .setViewportSize(1280, 900)
                        .setLocale("en-GB")
                        .setTimezoneId("UTC")
                        .setReducedMotion(ReducedMotion.REDUCE));
    }

    @Override
    public void close() {
        chromium.close();
        serving.stop();
    }

    /// Gives tests the demonstration. The session keeps it, since the build asks for one class after the other and
    /// what belongs to such a request ends with it. It is stopped when all tests of the process are through.
    static final class Shared implements ParameterResolver {
        @Override
        public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
            return parameter.getParameter().getType() == Demo.class;
        }

        @Override
        public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
            return context.getStore(
                            ExtensionContext.StoreScope.LAUNCHER_SESSION, ExtensionContext.Namespace.create(Demo.class))
                    .computeIfAbsent(Demo.class, key -> new Demo(temporary()));
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
