package io.tidemark.journey;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// The rules of WCAG 2.2 (A and AA) that a program can check, by the axe-core of the web build.
final class Accessibility {
    private static final Path AXE = Path.of("web", "node_modules", "axe-core", "axe.min.js");
    private static final String RUN = """
            axe.run({
                runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'],
                // What is right is not spelled out.
                resultTypes: ['violations'],
            }).then(found =>
                found.violations.map(rule =>
                    `${rule.id}: ${rule.help}: ${rule.nodes.map(node => node.html).join(' | ')}`))
            """;

    private Accessibility() {}

    /// What is wrong with the page as it is now, a sentence for each rule.
    @SuppressWarnings("unchecked")
    static List<String> faults(Page page) {
        if (!Boolean.TRUE.equals(page.evaluate("'axe' in window"))) {
            page.evaluate(source());
        }
        return (List<String>) page.evaluate(RUN);
    }

    private static String source() {
        try {
            return Files.readString(AXE);
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
    }
}
