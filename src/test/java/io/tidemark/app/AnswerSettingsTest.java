package io.tidemark.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tidemark.collect.OperatorSettings;
import io.tidemark.ledger.RawResponses.Bounds;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AnswerSettingsTest {
    @Test
    void nothingIsKeptUnlessItIsSaid() {
        assertThat(AnswerSettings.of(new OperatorSettings(Map.of(), Map.of()))).isNull();
        assertThat(AnswerSettings.of(new OperatorSettings(Map.of("answers.keep", "no"), Map.of())))
                .isNull();
    }

    @Test
    void boundsAreThoseThatAreSet() {
        Map<String, String> file = Map.of("answers.keep", "yes", "answers.days", "7");
        assertThat(AnswerSettings.of(new OperatorSettings(file, Map.of())))
                .isEqualTo(new Bounds(Duration.ofDays(7), 200L << 20));
        assertThat(AnswerSettings.of(new OperatorSettings(file, Map.of("TIDEMARK_ANSWERS_MEGABYTES", "1"))))
                .isEqualTo(new Bounds(Duration.ofDays(7), 1 << 20));
    }

    @ParameterizedTest
    @CsvSource({"answers.keep,perhaps", "answers.days,0", "answers.days,a week", "answers.megabytes,-1"})
    void whatMakesNoSenseIsRefused(String name, String value) {
        Map<String, String> file =
                name.equals("answers.keep") ? Map.of(name, value) : Map.of("answers.keep", "yes", name, value);
        assertThatThrownBy(() -> AnswerSettings.of(new OperatorSettings(file, Map.of())))
                .isInstanceOf(CommandFailed.class)
                .hasMessageContaining(name)
                .hasMessageContaining("'" + value + "'");
    }
}
