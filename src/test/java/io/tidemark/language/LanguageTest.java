package io.tidemark.language;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.metric.ContentType;
import io.tidemark.metric.Metric;
import io.tidemark.metric.Platform;
import io.tidemark.words.Said;
import io.tidemark.words.Sentence;
import io.tidemark.words.Value;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class LanguageTest {
    private static final String NOT_KNOWN = "Not known.";
    private static final Sentence AS_IT_IS = Sentence.of("as_it_was_said", "{said}");
    private static final Sentence UNKNOWN = Sentence.of("a_sentence_of_this_test", "In {platform}: {said}.");

    /// The page's tests read the same file.
    private static List<JsonNode> examples() throws IOException {
        try (InputStream file = Objects.requireNonNull(LanguageTest.class.getResourceAsStream("german.json"))) {
            return JsonMapper.shared().readTree(file).values().stream().toList();
        }
    }

    @ParameterizedTest
    @MethodSource("examples")
    void germanIsWhatThePageMakesOfIt(JsonNode example) {
        String german = example.get("german").stringValue(NOT_KNOWN);

        assertThat(Language.DE.say(NOT_KNOWN, example.get("said"))).isEqualTo(german);
        assertThat(Language.EN.say(NOT_KNOWN, example.get("said"))).isEqualTo(NOT_KNOWN);
    }

    @Test
    void theExamplesHaveEveryKindOfValue() throws IOException {
        List<String> kinds = examples().stream()
                .flatMap(example -> example.findValuesAsString("kind").stream())
                .toList();

        Stream<Enum<?>> all =
                Stream.concat(Arrays.stream(Value.Measure.values()), Arrays.stream(Value.Naming.values()));
        assertThat(kinds)
                .containsAll(all.map(one -> one.name().toLowerCase(Locale.ROOT)).toList())
                .contains("sentence", "sentences");
    }

    @Test
    void allThatSentencesNameByACodeHasANameInGerman() {
        Catalogue names = Catalogue.read("names.de.json");

        assertThat(Metric.values())
                .allMatch(one -> names.text(0, "metric", one.key()).isPresent());
        assertThat(ContentType.values())
                .allMatch(one -> names.text(0, "content_type", one.key()).isPresent()
                        && names.text(0, "effect", "content_type/" + one.key()).isPresent());
    }

    @Test
    void aSentenceIsSaidAsItsPartsAre() {
        Said said = AS_IT_IS.said(Map.of("said", Value.metric(Metric.VIDEO_VIEWS)));

        assertThat(Language.DE.say(said)).isEqualTo("Videoaufrufe");
        assertThat(Language.EN.say(said)).isEqualTo("Video views");
    }

    @Test
    void whatGermanDoesNotKnowIsEnglishAsAWhole() {
        Said said =
                UNKNOWN.said(Map.of("platform", Value.platform(Platform.X), "said", Value.metric(Metric.VIDEO_VIEWS)));

        assertThat(Language.DE.say(said)).isEqualTo("In X: video views.");
        assertThat(Language.DE.say("Kept.", null)).isEqualTo("Kept.");
    }

    @Test
    void languagesAreFoundByTheirKeys() {
        assertThat(Language.keys()).containsExactly("en", "de");
        assertThat(Language.find("de")).contains(Language.DE);
        assertThat(Language.find("DE")).isEmpty();
        assertThat(Language.find("fr")).isEmpty();
    }
}
