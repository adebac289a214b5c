package io.tidemark.journey;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// The rules of WCAG 2.2 (A and AA) that a program can check, by the axe-core of the web build.
final class Accessibility {
    private static final Path AXE = Path.of("web", "node_modules", "axe-core", "axe.min.js");
    private static final List<String> WCAG = List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa");
    private static final List<String> COLOURS = List.of("color-contrast", "link-in-text-block");
    private static final String RUN = """
            only => axe.run({
                ...only,
                // What is right is not spelled out.
                resultTypes: ['violations'],
            }).then(found =>
                found.violations.map(rule =>
                    `${rule.id}: ${rule.help}: ${rule.nodes.map(node => node.html).join(' | ')}`))
            """;

    private Accessibility() {}

    /// What is wrong with the page as it is now, a sentence for each rule.
    static List<String> faults(Page page) {
        return faults(page, Map.of("runOnly", WCAG));
    }

    /// The same of its colours alone, which take the longest: for a page that was looked at whole in its other look,
    /// since nothing else differs between them.
    static List<String> faultsOfColours(Page page) {
        return faults(page, Map.of("runOnly", COLOURS));
    }

    /// The same of all but its colours: for a page in another width, where they are those that were looked at before.
    static List<String> faultsButOfColours(Page page) {
        Map<String, ?> off = COLOURS.stream().collect(Collectors.toMap(rule -> rule, rule -> Map.of("enabled", false)));
        return faults(page, Map.of("runOnly", WCAG, "rules", off));
    }

    @SuppressWarnings("unchecked")
    private static List<String> faults(Page page, Map<String, ?> only) {
        if (!Boolean.TRUE.equals(page.evaluate("'axe' in window"))) {
            page.evaluate(source());
        }
        return (List<String>) page.evaluate(RUN, only);
    }

    private static String source() {
        try {
            return Files.readString(AXE);
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
    }
}
