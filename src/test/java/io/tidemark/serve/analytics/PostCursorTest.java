package io.tidemark.serve.analytics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tidemark.analytics.Period;
import io.tidemark.analytics.post.PostPage.Position;
import io.tidemark.serve.http.Parameters;
import io.tidemark.serve.http.ProblemException;
import java.time.LocalDate;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PostCursorTest {
    private static final Set<String> NAMES = Set.of("platform", "sort", "cursor", "limit");
    private static final String QUERY = digest(Map.of("platform", new String[] {"x", "linkedin"}));
    private static final PostCursor CURSOR = new PostCursor(
            QUERY,
            42,
            new Period(LocalDate.parse("2026-02-01"), LocalDate.parse("2026-02-28")),
            new Position(Long.MIN_VALUE + 5, -7, 3, 9_007_199_254_740_991L));

    @Test
    void comesBackAsItWas() {
        assertThat(PostCursor.parse(CURSOR.text(), QUERY)).isEqualTo(CURSOR);
        assertThat(CURSOR.text()).matches("[A-Za-z0-9_-]+");
    }

    @Test
    void isGoodForTheSameQuestionInWhateverOrderAndWithAnyLengthOfPage() {
        String same = digest(Map.of(
                "platform", new String[] {"linkedin", "x"},
                "limit", new String[] {"7"},
                "sort", new String[] {""},
                "cursor", new String[] {"abc"}));

        assertThat(same).isEqualTo(QUERY);
    }

    @Test
    void isRefusedForAnotherQuestion() {
        String other = digest(Map.of("platform", new String[] {"x"}));

        assertThatThrownBy(() -> PostCursor.parse(CURSOR.text(), other))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("another question");
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "AAAA", "not base64!", "%00", "ä"})
    void whatIsNoCursorIsRefused(String text) {
        assertDamaged(text);
    }

    @Test
    void noChangeOfACharacterGoesUnnoticed() {
        Random random = new Random(7);
        String text = CURSOR.text();
        for (int i = 0; i < text.length() - 1; i++) {
            char other = (char) ('A' + random.nextInt(26));
            if (other != text.charAt(i)) {
                assertDamaged(text.substring(0, i) + other + text.substring(i + 1));
            }
        }
        assertDamaged(text.substring(1));
        assertDamaged(text + "AAAA");
    }

    private static void assertDamaged(String text) {
        assertThatThrownBy(() -> PostCursor.parse(text, QUERY))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("damaged");
    }

    private static String digest(Map<String, String[]> values) {
        return PostCursor.digest(Parameters.of(values, NAMES));
    }
}
