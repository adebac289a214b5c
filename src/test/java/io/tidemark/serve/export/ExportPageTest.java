package io.tidemark.serve.export;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.ledger.ExportColumn;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ExportPageTest {
    private static final Path PAGE = Path.of("docs", "export.md");
    private static final String MARK = "<!-- written from the program, a test keeps it so -->\n\n";

    @Test
    void thePageListsEveryHeader() throws IOException {
        String page = Files.readString(PAGE);
        String wanted = page.substring(0, page.indexOf(MARK) + MARK.length()) + ExportPage.headers();
        if (Boolean.getBoolean("golden.update")) {
            Files.writeString(PAGE, wanted);
        }
        assertThat(Files.readString(PAGE))
                .as("docs/export.md is out of date: run this test with -Dgolden.update=true")
                .isEqualTo(wanted);
    }

    @ParameterizedTest
    @EnumSource(Dataset.class)
    void headersAreSnakeCaseAndUniqueInADataset(Dataset dataset) {
        List<String> names = dataset.columns().stream().map(ExportColumn::name).toList();

        assertThat(names).doesNotHaveDuplicates().allMatch(name -> name.matches("[a-z][a-z0-9_]*"));
    }
}
