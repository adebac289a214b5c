package io.tidemark.ledger.label;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tidemark.words.Refusal;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RuleSetTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Spring is here #Spring2026! | Spring2026",
                "#ÜBER uns | über",
                "#straße | STRASSE",
                "#नमस्ते दुनिया | नमस्ते",
                "#東京 #x | 東京",
                "(#a_b) | a_b",
                "＃wide | wide",
                "#one#two | one",
                "#ΟΔΟΣ | οδος"
            })
    void aHashtagIsFoundWhateverItsScriptAndCase(String text, String tag) {
        assertThat(matches(LabelRule.of(LabelRule.Type.HASHTAG, tag, false), text, null))
                .isTrue();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "no tag spring | spring",
                "#springtime | spring",
                "c#spring | spring",
                "it&#39;s | 39",
                "see https://example.org/#spring now | spring",
                "# spring | spring"
            })
    void whatOnlyLooksLikeAHashtagIsNone(String text, String tag) {
        assertThat(matches(LabelRule.of(LabelRule.Type.HASHTAG, tag, false), text, null))
                .isFalse();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Our COLD  brew is back | cold brew | false | true",
                "Our cold brewery | cold brew | false | true",
                "Our cold brewery | cold brew | true | false",
                "Our brewery and brew. | brew | true | true",
                "C++ and more | c++ | true | true",
                "ABC++ and more | c++ | true | false",
                "prix d'été | ÉTÉ | true | true"
            })
    void textIsContainedWholeWordsOnRequest(String text, String part, boolean wholeWords, boolean expected) {
        assertThat(matches(LabelRule.of(LabelRule.Type.TEXT, part, wholeWords), text, null))
                .isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "https://e.org/?utm_source=x&utm_campaign=Spring%20Sale | spring sale | true",
                "https://e.org/?utm_campaign=spring+sale#top | Spring Sale | true",
                "read (https://e.org/a?b=1&amp;utm_campaign=spring). | spring | true",
                "e.org/a?utm%5Fcampaign=fr%C3%BChling | FRÜHLING | true",
                "https://e.org/?utm_campaign=100% | 100% | true",
                "one https://e.org/?utm_campaign=a two https://e.org/?utm_campaign=b | b | true",
                "https://e.org/?utm_campaign=spring2 | spring | false",
                "https://e.org/?xutm_campaign=spring | spring | false",
                "https://e.org/#?utm_campaign | spring | false",
                "https://e.org/utm_campaign=spring | spring | false",
                "https://e.org/?a=1#utm_campaign=spring | spring | false"
            })
    void theCampaignOfALinkIsDecoded(String text, String campaign, boolean expected) {
        LabelRule rule = LabelRule.of(LabelRule.Type.UTM_CAMPAIGN, campaign, false);

        assertThat(matches(rule, text, null)).isEqualTo(expected);
        assertThat(matches(rule, null, text)).isEqualTo(expected);
    }

    @Test
    void eachLabelIsEarnedByAnyOfItsRules() {
        RuleSet rules = new RuleSet(Map.of(
                7L,
                List.of(
                        LabelRule.of(LabelRule.Type.HASHTAG, "#spring", false),
                        LabelRule.of(LabelRule.Type.TEXT, "easter", false)),
                3L,
                List.of(LabelRule.of(LabelRule.Type.UTM_CAMPAIGN, "spring", false)),
                9L,
                List.of(LabelRule.of(LabelRule.Type.TEXT, "summer", false))));

        assertThat(rules.match("Easter eggs", "https://e.org/?utm_campaign=spring"))
                .containsExactly(3L, 7L);
        assertThat(rules.match("#spring", null)).containsExactly(7L);
        assertThat(rules.match(null, null)).isEmpty();
        assertThat(new RuleSet(Map.of(1L, List.of())).isEmpty()).isTrue();
    }

    @Test
    void aValueThatCouldNeverMatchIsRefused() {
        for (String value : List.of("", " ", "#", "two words", "a-b")) {
            assertThatThrownBy(() -> LabelRule.of(LabelRule.Type.HASHTAG, value, false))
                    .isInstanceOf(Refusal.class);
        }
        assertThatThrownBy(() -> LabelRule.of(LabelRule.Type.TEXT, " ", false)).hasMessage("A rule needs a value.");
        assertThatThrownBy(() -> LabelRule.of(LabelRule.Type.TEXT, "x".repeat(201), false))
                .hasMessageContaining("200");
        assertThatThrownBy(() -> LabelRule.of(LabelRule.Type.HASHTAG, "a", true))
                .hasMessageContaining("whole words");
    }

    @Test
    @Timeout(20)
    void textsMadeToBeSlowAreNot() {
        RuleSet rules = new RuleSet(Map.of(
                1L,
                List.of(
                        LabelRule.of(LabelRule.Type.TEXT, "a".repeat(200), true),
                        LabelRule.of(LabelRule.Type.HASHTAG, "b", false),
                        LabelRule.of(LabelRule.Type.UTM_CAMPAIGN, "b", false))));
        long start = System.nanoTime();
        for (String piece : List.of("a", "#", "?", "?&", "a ", "http://", "%", "#a", "\u0300", "?utm_campaign=% ")) {
            assertThat(rules.match(piece.repeat(2_000_000 / piece.length()), piece.repeat(1_000_000)))
                    .isEqualTo(Set.of());
        }
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(15));
    }

    private static boolean matches(LabelRule rule, @Nullable String text, @Nullable String url) {
        return !new RuleSet(Map.of(1L, List.of(rule))).match(text, url).isEmpty();
    }
}
