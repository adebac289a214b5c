package io.tidemark.metric;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class MetricsPageTest {
    private static final Path PAGE = Path.of("docs", "metrics.md");

    @Test
    void thePageSaysWhatTheDictionarySays() throws IOException {
        String page = MetricsPage.render().stripTrailing() + "\n";
        if (Boolean.getBoolean("golden.update")) {
            Files.writeString(PAGE, page);
        }
        assertThat(Files.readString(PAGE))
                .as("docs/metrics.md is out of date: run this test with -Dgolden.update=true")
                .isEqualTo(page);
    }
}
