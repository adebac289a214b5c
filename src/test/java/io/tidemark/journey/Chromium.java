package io.tidemark.journey;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/// The Chromium of the machine, driven through the Node of the machine and the `playwright-core` of the web build: no
/// driver and no browser is downloaded.
public final class Chromium implements AutoCloseable {
    private static final Path DRIVER = Path.of("target", "playwright").toAbsolutePath();
    private static final List<String> FLAGS = List.of(
            "--disable-gpu",
            "--disable-quic",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync",
            "--no-first-run",
            "--force-color-profile=srgb",
            "--font-render-hinting=none");

    /// For a machine that does other things at the same time; what is there sooner is not waited for.
    private static final double PATIENCE_MS = 60_000;

    private final Playwright playwright;
    private final Browser browser;

    public Chromium() {
        prepareDriver();
        PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE_MS);
        playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        browser = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(installed())
                        .setArgs(FLAGS));
    }

    public Browser browser() {
        return browser;
    }

    @Override
    public void close() {
        playwright.close();
    }

    /// Gives tests the one browser of their process, in which each opens contexts of its own.
    static final class Shared implements ParameterResolver {
        @Override
        public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
            return parameter.getParameter().getType() == Chromium.class;
        }

        @Override
        public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
            return of(context);
        }

        /// The session keeps it, since the build asks for one class after the other and what belongs to such a request
        /// ends with it. It is closed when all tests of the process are through.
        static Chromium of(ExtensionContext context) {
            return context.getStore(
                            ExtensionContext.StoreScope.LAUNCHER_SESSION,
                            ExtensionContext.Namespace.create(Chromium.class))
                    .computeIfAbsent(Chromium.class, key -> new Chromium(), Chromium.class);
        }
    }

    private static void prepareDriver() {
        try {
            Files.createDirectories(DRIVER);
            link(
                    DRIVER.resolve("node"),
                    onPath("node").orElseThrow(() -> new IllegalStateException("Node is not on the PATH")));
            link(
                    DRIVER.resolve("package"),
                    Path.of("web", "node_modules", "playwright-core").toAbsolutePath());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        System.setProperty("playwright.cli.dir", DRIVER.toString());
    }

    private static void link(Path link, Path target) throws IOException {
        Files.deleteIfExists(link);
        Files.createSymbolicLink(link, target);
    }

    /// The one that `bin/ensure-chromium` found or installed before these tests.
    private static Path installed() {
        return Optional.ofNullable(System.getenv("TIDEMARK_CHROMIUM"))
                .map(Path::of)
                .or(() -> Stream.of("chromium-headless-shell", "chromium", "chromium-browser", "google-chrome")
                        .flatMap(name -> onPath(name).stream())
                        .findFirst())
                .orElseThrow(() -> new IllegalStateException("Chromium is not on the PATH: run bin/ensure-chromium"));
    }

    private static Optional<Path> onPath(String program) {
        return Stream.of(System.getenv("PATH").split(File.pathSeparator))
                .map(directory -> Path.of(directory, program))
                .filter(Files::isExecutable)
                .findFirst();
    }
}
