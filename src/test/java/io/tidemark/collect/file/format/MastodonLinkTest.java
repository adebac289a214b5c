package io.tidemark.collect.file.format;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.ledger.Alias;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MastodonLinkTest {
    /// By the name that the connector gives the post.
    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://social.example/@acme/116093",
                "https://Social.Example/@acme/116093?x=1#y",
                "social.example/@acme/116093",
                "https://social.example/users/acme/statuses/116093"
            })
    void aPostIsCalledByItsServerToo(String link) {
        assertThat(MastodonLink.in(link))
                .hasValue(new MastodonLink(new Alias("mastodon:post", "social.example/116093"), "acme@social.example"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://social.example/@acme",
                "https://another.example/@acme@social.example/116093",
                "https://social.example/tags/acme",
                "116093",
                "https://evil@social.example/@acme/1"
            })
    void otherAddressesAreNone(String link) {
        assertThat(MastodonLink.in(link)).isEmpty();
    }

    @Test
    void idsNeedNotBeNumbers() {
        assertThat(MastodonLink.in("https://social.example/@acme/01HXYZ")
                        .orElseThrow()
                        .alias()
                        .externalId())
                .isEqualTo("social.example/01HXYZ");
    }
}
