package io.tidemark.serve;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.serve.analytics.EndpointParameters;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/// The table of parameters and endpoints in `docs/api.md` says what the endpoints take.
class ParameterMatrixTest {
    private static final Path PAGE = Path.of("docs", "api.md");
    private static final String BEGIN = "<!-- parameter matrix: written by ParameterMatrixTest -->\n";
    private static final String END = "<!-- end of the parameter matrix -->\n";

    /// Those that most endpoints take come first, in this order.
    private static final List<String> FIRST = List.of(
            "business_id",
            "range",
            "from",
            "to",
            "platform",
            "account_id",
            "group",
            "content_type",
            "label",
            "boosted",
            "basis",
            "compare",
            "compare_from",
            "compare_to",
            "engagement",
            "er_by",
            "as_of");

    @Test
    void theTableSaysWhatEachEndpointTakes() throws IOException {
        String page = Files.readString(PAGE);
        assertThat(page).contains(BEGIN).contains(END);
        String written = page.substring(0, page.indexOf(BEGIN))
                + BEGIN
                + matrix(new TreeMap<>(EndpointParameters.ALL))
                + page.substring(page.indexOf(END));
        if (Boolean.getBoolean("golden.update")) {
            Files.writeString(PAGE, written);
        }
        assertThat(Files.readString(PAGE))
                .as("docs/api.md is out of date: run this test with -Dgolden.update=true")
                .isEqualTo(written);
    }

    private static String matrix(Map<String, Set<String>> endpoints) {
        StringBuilder table = new StringBuilder("\n| parameter |");
        endpoints
                .keySet()
                .forEach(endpoint -> table.append(' ').append(endpoint).append(" |"));
        table.append("\n|---|").append("---|".repeat(endpoints.size())).append('\n');
        for (String name : names(endpoints)) {
            table.append("| `").append(name).append("` |");
            endpoints.values().forEach(taken -> table.append(taken.contains(name) ? " yes |" : " |"));
            table.append('\n');
        }
        return table.append('\n').toString();
    }

    private static List<String> names(Map<String, Set<String>> endpoints) {
        Set<String> all =
                endpoints.values().stream().flatMap(Set::stream).collect(Collectors.toCollection(TreeSet::new));
        List<String> ordered = FIRST.stream().filter(all::contains).collect(Collectors.toList());
        all.stream().filter(name -> !FIRST.contains(name)).forEach(ordered::add);
        return ordered;
    }
}
