package io.tidemark.ledger.label;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.frame.Wording.Trait;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TextTraitsTest {
    @Test
    void hashtagsAreFoldedInAnyScript() {
        assertThat(TextTraits.of("#Straße und #STRASSE, #カフェ, #हिन्दी, #café #CAFÉ")
                        .hashtags())
                .containsExactlyInAnyOrder("strasse", "カフェ", "हिन्दी", "café");
    }

    @Test
    void aLengthIsInCharactersOfWhateverPlane() {
        assertThat(TextTraits.of("  héllo 🎉\n").length()).isEqualTo(7);
        assertThat(TextTraits.of("").length()).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"See https://example.com", "HTTP://EXAMPLE.COM", "on www.example.com now", "(www.例え.jp)"})
    void linksAreSeen(String text) {
        assertThat(TextTraits.of(text).traits()).containsExactly(Trait.LINKS);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"the www. of old", "awww.yes", "write to anna@example.com", "5 # 3", "at @ noon", "https: no"})
    void whatLooksLikeSomethingAndIsNot(String text) {
        assertThat(TextTraits.of(text).traits()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Why?", "なぜ？", "لماذا؟", "Γιατί\u037e", "ինչո՞ւ"})
    void questionsAreSeenInAnyScript(String text) {
        assertThat(TextTraits.of(text).traits()).containsExactly(Trait.ASKS);
    }

    @ParameterizedTest
    @ValueSource(strings = {"thanks @anna", "@anna", "(@anna)", "謝謝＠安娜", "@анна"})
    void mentionsAreSeen(String text) {
        assertThat(TextTraits.of(text).traits()).contains(Trait.MENTIONS);
    }

    @Test
    void whatBelongsToALinkIsNoQuestionAndNoMention() {
        assertThat(TextTraits.of("https://example.com/@anna?page=2").traits()).containsExactly(Trait.LINKS);
    }
}
