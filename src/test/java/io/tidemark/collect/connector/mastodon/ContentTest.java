package io.tidemark.collect.connector.mastodon;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ContentTest {
    @Test
    void paragraphsAndLinesStayAndTheRestOfTheMarkupGoes() {
        assertThat(new Content("<p>One <b>two</b><br>three</p><p>four &amp; &lt;five&gt;</p>").text())
                .isEqualTo("One two\nthree\n\nfour & <five>");
    }

    /// Servers hide the ends of long addresses with classes.
    @Test
    void anAddressIsWhole() {
        assertThat(new Content("<p>See <a href=\"https://acme.example/a/long/path\"><span class=\"invisible\">https://"
                                + "</span><span class=\"ellipsis\">acme.example/a</span><span class=\"invisible\">/long/path"
                                + "</span></a></p>")
                        .text())
                .isEqualTo("See https://acme.example/a/long/path");
    }

    @Test
    void whatIsNoTextIsNotTaken() {
        Content content = new Content(
                "<p>Hello<script>alert(1)</script><style>p {}</style><img src=x onerror=alert(1)></p><!-- no -->");

        assertThat(content.text()).isEqualTo("Hello");
    }

    @Test
    void markupThatDoesNotEndIsReadAsBrowsersDo() {
        assertThat(new Content("<p>One<p>two <b>three").text()).isEqualTo("One\n\ntwo three");
        assertThat(new Content("").text()).isEmpty();
        assertThat(new Content("a < b").text()).isEqualTo("a < b");
    }

    @Test
    void aCharacterThatNoDatabaseKeepsIsLeftOut() {
        assertThat(new Content("<p>a\0b</p>").text()).matches("a.?b").doesNotContain("\0");
        assertThat(Content.plain(" a\0b ")).isEqualTo("ab");
    }

    @Test
    void listsHaveALineEach() {
        assertThat(new Content("<ul><li>one</li><li>two</li></ul><p>three</p>").text())
                .isEqualTo("one\ntwo\n\nthree");
    }
}
