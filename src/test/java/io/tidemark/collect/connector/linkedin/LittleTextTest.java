package io.tidemark.collect.connector.linkedin;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LittleTextTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '!',
            quoteCharacter = '"',
            value = {
                "Hello {hashtag|\\#|java} @[Acme](urn:li:organization:2414183) ! Hello #java Acme",
                "Costs \\(roughly\\) 5 \\* 3 \\~ 15 ! Costs (roughly) 5 * 3 ~ 15",
                "\\@[no mention] ! @[no mention]",
                "a \\\\ b ! a \\ b",
                "{hashtag|#|plain} ! #plain",
                "{hashtag|\\#|two\\_words} @[A \\(B\\)](urn:li:person:x-1) ! #two_words A (B)",
                "C:\\new folder ! C:\\new folder"
            })
    void readsAsPeopleDo(String written, String read) {
        assertThat(LittleText.plain(written)).isEqualTo(read);
    }
}
