package io.tidemark.words;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.tidemark.metric.Metric;
import io.tidemark.metric.Platform;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SaidTest {
    private static final Sentence MORE = Sentence.of("more", "{metric} on {platform} up {size} since {day}");
    private static final Sentence POSTS = Sentence.counting("posts", "One post of {who}", "{n} posts of {who}");
    private static final Sentence BECAUSE = Sentence.of("because", "It is so because {reasons}.");

    @Test
    void theEnglishIsMadeOfTheValues() {
        Said said = MORE.said(Map.of(
                "day", Value.day(LocalDate.of(2026, 3, 1)),
                "size", Value.percent(0.724),
                "platform", Value.platform(Platform.LINKEDIN),
                "metric", Value.metric(Metric.VIDEO_VIEWS)));

        assertThat(said.english()).isEqualTo("Video views on LinkedIn up 72% since 1 March 2026");
        assertThat(said.values().keySet()).containsExactly("metric", "platform", "size", "day");
    }

    @Test
    void oneIsCountedAsOne() {
        Map<String, Value> values = Map.of("n", Value.count(1), "who", Value.name("Iris"));

        assertThat(POSTS.said(values).english()).isEqualTo("One post of Iris");
        assertThat(POSTS.said(Map.of("n", Value.count(1_200), "who", Value.name("Iris")))
                        .english())
                .isEqualTo("1,200 posts of Iris");
    }

    @Test
    void aSentenceWithinAnotherHasNoCapitalOfItsOwn() {
        Said one = POSTS.said(Map.of("n", Value.count(1), "who", Value.name("Iris")));
        Said two = MORE.said(Map.of(
                "day", Value.day(LocalDate.of(2026, 3, 1)),
                "size", Value.percent(0.5),
                "platform", Value.platform(Platform.X),
                "metric", Value.metric(Metric.CLICKS)));

        assertThat(BECAUSE.said(Map.of("reasons", Value.list(List.of(one, two, one))))
                        .english())
                .isEqualTo(
                        "It is so because one post of Iris, clicks on X up 50% since 1 March 2026 and one post of Iris.");
        assertThat(Said.inTurn(List.of(two, two)).english())
                .isEqualTo("Clicks on X up 50% since 1 March 2026 Clicks on X up 50% since 1 March 2026");
    }

    @Test
    void aSentenceWantsTheValuesOfItsPlacesAndNoOthers() {
        assertThatIllegalArgumentException().isThrownBy(BECAUSE::said).withMessageContaining("reasons");
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () -> BECAUSE.said(Map.of("reasons", Value.name("it must"), "more", Value.name("than that"))));
        assertThatIllegalArgumentException().isThrownBy(() -> Value.count(Double.NaN));
        assertThatIllegalArgumentException().isThrownBy(() -> Sentence.of("No code", "Words"));
    }

    @ParameterizedTest
    @CsvSource({
        "0.724, 0, '+72%'",
        "-0.724, 0, '-72%'",
        "0.001, 0, '0%'",
        "-0.001, 0, '0%'",
        "14.13, 0, '+1,413%'",
        "0.0123, 1, '+1.2%'"
    })
    void sharesAreWrittenAsBrowsersDo(double share, int digits, String written) {
        assertThat(Value.signedPercent(share, digits).english(true)).isEqualTo(written);
    }

    @ParameterizedTest
    @CsvSource({"5.4, 5 h", "47.9, 48 h", "48, 2 days", "672, 28 days"})
    void longSpansAreInDays(double hours, String written) {
        assertThat(Value.span(hours).english(true)).isEqualTo(written);
    }
}
