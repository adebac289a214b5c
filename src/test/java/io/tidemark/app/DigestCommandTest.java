package io.tidemark.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.analytics.insight.feed.NullBusiness;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DigestCommandTest {
    @TempDir
    private Path home;

    private ProgramFixture program;

    @BeforeEach
    void prepare() {
        program = new ProgramFixture(home).withBusiness("Acme");
        program.frame = NullBusiness.of(1, 300, 600);
    }

    @Test
    void itPrintsTheLastWholeWeekOrTheOneThatIsAskedFor() {
        assertThat(program.run("digest", "--business", "acme")).isZero();
        assertThat(program.out)
                .startsWith("Acme: the week from 9 November 2026 to 15 November 2026")
                .contains("Numbers, against the week before", "Impressions: ", "Best posts");

        assertThat(program.run("digest", "--business", "1", "--week", "2026-10-07"))
                .isZero();
        assertThat(program.out).startsWith("Acme: the week from 5 October 2026 to 11 October 2026");
    }

    @Test
    void itPrintsInGermanWhereThatIsAskedFor() {
        assertThat(program.run("digest", "--business", "acme", "--language", "de"))
                .isZero();
        assertThat(program.out)
                .startsWith("Acme: Woche vom 9. November 2026 bis 15. November 2026")
                .contains("Zahlen, verglichen mit der Vorwoche", "- Impressionen: ", "Beste Beiträge")
                .doesNotContain("Impressions", " the ", " of ");

        assertThat(program.run("digest", "--business", "acme", "--language", "fr"))
                .isEqualTo(2);
        assertThat(program.err).contains("'fr' is not a language; there are en, de");
    }

    @Test
    void aWeekThatIsNotOverAndABusinessThatIsNotThereAreRefused() {
        assertThat(program.run("digest", "--business", "acme", "--week", "2026-11-20"))
                .isEqualTo(2);
        assertThat(program.err).contains("not over yet");
        assertThat(program.run("digest", "--business", "Bolt")).isEqualTo(1);
        assertThat(program.run("digest")).isEqualTo(2);
    }
}
