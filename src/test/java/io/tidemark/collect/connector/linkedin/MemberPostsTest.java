package io.tidemark.collect.connector.linkedin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.tidemark.collect.connector.ConnectorSettings;
import io.tidemark.collect.connector.ListedPost;
import io.tidemark.collect.connector.PostRef;
import io.tidemark.ledger.Alias;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

class MemberPostsTest {
    private static final String OLDER = "7306192134921981953";
    private static final String NEWER = "7306192139116285953";

    @Test
    void knowsThePostsThatTheSettingsName() {
        MemberPosts posts =
                posts("urn:li:share:" + OLDER + ", https://www.linkedin.com/embed/feed/update/urn:li:ugcPost:" + NEWER
                        + "?collapsed=1, urn:li:share:" + OLDER);

        assertThat(posts.of("urn:li:person:abC1"))
                .extracting(ListedPost::ref)
                .containsExactly(
                        new PostRef("urn:li:ugcPost:" + NEWER, "member/ugcPost", time(NEWER)),
                        new PostRef("urn:li:share:" + OLDER, "member/share", time(OLDER)));
        assertThat(posts.of("urn:li:person:abC1").getLast().aliases())
                .containsExactly(new Alias("linkedin:share", OLDER));
    }

    @Test
    void listsNothingWhereNothingIsNamed() {
        assertThat(posts("urn:li:share:" + OLDER).of("urn:li:person:other")).isEmpty();
    }

    @Test
    void refusesWhatHasNoNumbers() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> posts("https://www.linkedin.com/feed/update/urn:li:activity:" + OLDER))
                .withMessageContaining("member-posts.abC1")
                .withMessageContaining("urn:li:activity:" + OLDER)
                .withMessageContaining("Embed this post");
    }

    private static MemberPosts posts(String named) {
        return new MemberPosts(new ConnectorSettings(Map.of("member-posts.abC1", named)));
    }

    private static Instant time(String id) {
        return Instant.ofEpochMilli(Long.parseLong(id) >> 22);
    }
}
