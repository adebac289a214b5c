package io.tidemark.journey;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ReducedMotion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
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
        return chromium.browser()
                .newContext(new NewContextOptions()
                        .setViewportSize(1280, 900)
                        .setLocale("en-GB")
                        .setTimezoneId("UTC")
                        .setReducedMotion(ReducedMotion.REDUCE))
                .newPage();
    }

    @Override
    public void close() {
        chromium.close();
        serving.stop();
    }

    /// Gives tests the demonstration. It is stopped when all tests of the process are through.
    static final class Shared implements ParameterResolver {
        @Override
        public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
            return parameter.getParameter().getType() == Demo.class;
        }

        @Override
        public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
            return context.getRoot()
                    .getStore(ExtensionContext.Namespace.create(Demo.class))
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
