package io.tidemark.analytics.insight;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// Whoever looks up the method that evidence names finds it on the page, in the version that is computed.
class MethodsPageTest {
    private static final Path PAGE = Path.of("docs", "methods.md");
    private static final Path SOURCES = Path.of("src", "main", "java", "io", "tidemark", "analytics", "insight");
    private static final Pattern IN_CODE = Pattern.compile("\"([a-z_]+/[0-9]+)\"");
    private static final Pattern ON_PAGE = Pattern.compile("`([a-z_]+/[0-9]+)`");

    @Test
    void everyMethodThatEvidenceNamesIsExplainedAndNoOther() throws IOException {
        Set<String> computed = computed();

        assertThat(computed).hasSizeGreaterThan(15);
        assertThat(found(ON_PAGE, Files.readString(PAGE))).isEqualTo(computed);
    }

    private static Set<String> computed() throws IOException {
        Set<String> names = new TreeSet<>();
        try (Stream<Path> files = Files.walk(SOURCES)) {
            List<Path> sources =
                    files.filter(file -> file.toString().endsWith(".java")).toList();
            for (Path source : sources) {
                names.addAll(found(IN_CODE, Files.readString(source)));
            }
        }
        return names;
    }

    private static Set<String> found(Pattern pattern, String text) {
        return pattern.matcher(text).results().map(one -> one.group(1)).collect(Collectors.toCollection(TreeSet::new));
    }
}
