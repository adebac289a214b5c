package io.tidemark.collect.connector.linkedin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tidemark.collect.connector.CallFailed;
import io.tidemark.collect.connector.ConnectorSettings;
import io.tidemark.collect.connector.Fault;
import io.tidemark.collect.connector.ListedPost;
import io.tidemark.collect.connector.Page;
import io.tidemark.collect.connector.PostRef;
import io.tidemark.collect.file.linkedin.LinkedInLink;
import io.tidemark.ledger.Alias;
import io.tidemark.metric.Format;
import io.tidemark.metric.Placement;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

class PagePostsTest {
    private static final String PAGE = "urn:li:organization:2414183";
    private final CannedApi api = new CannedApi();
    private final PagePosts posts = new PagePosts(new LinkedInCalls(ConnectorSettings.DEFAULT));

    @Test
    void followsTheLinkOfAShortPage() {
        api.answer("""
                {"paging":{"start":0,"count":100,"total":412,"links":[
                    {"rel":"prev","href":"/rest/posts?start=7"},
                    {"rel":"next","type":"application/json",
                     "href":"/rest/posts?author=urn%3Ali%3Aorganization%3A2414183&count=100&q=author&start=100"}]},
                 "elements":[{"id":"urn:li:share:7100000000000000002","lifecycleState":"PUBLISHED",
                    "publishedAt":1763000001000}]}
                """).answer("""
                {"paging":{"start":100,"count":100,"links":[]},"elements":[]}
                """);

        Page<ListedPost> first = posts.page(api, PAGE, null);
        assertThat(first.items()).hasSize(1);
        assertThat(first.next()).isEqualTo("100");
        assertThat(posts.page(api, PAGE, first.next()).next()).isNull();

        String query = "/rest/posts?q=author&author=urn%3Ali%3Aorganization%3A2414183&count=100&start=";
        assertThat(api.targets()).containsExactly(query + "0&sortBy=CREATED", query + "100&sortBy=CREATED");
        assertThat(api.asked.getFirst().headers())
                .containsEntry("LinkedIn-Version", "202604")
                .containsEntry("X-Restli-Protocol-Version", "2.0.0");
    }

    @Test
    void refusesALinkThatLeadsNowhere() {
        api.answer("""
                {"paging":{"links":[{"rel":"next","href":"/rest/posts?page=2"}]},"elements":[]}
                """);
        assertThatThrownBy(() -> posts.page(api, PAGE, null))
                .isInstanceOfSatisfying(
                        CallFailed.class, failed -> assertThat(failed.fault()).isInstanceOf(Fault.Unreadable.class));
    }

    @Test
    void readsAPost() {
        ListedPost post = post("""
                {"id":"urn:li:ugcPost:7100000000000000001","author":"urn:li:organization:2414183",
                 "commentary":"Hello {hashtag|\\\\#|java} @[Acme](urn:li:organization:2414183)",
                 "lifecycleState":"PUBLISHED","createdAt":1763000000000,"publishedAt":1763000001000,
                 "distribution":{"feedDistribution":"MAIN_FEED"},
                 "content":{"media":{"id":"urn:li:video:C5F","title":"Launch"}}}
                """).orElseThrow();

        Instant published = Instant.ofEpochMilli(1763000001000L);
        assertThat(post.ref()).isEqualTo(new PostRef("urn:li:ugcPost:7100000000000000001", "ugcPost/video", published));
        assertThat(post.aliases()).containsExactly(new Alias("linkedin:ugcPost", "7100000000000000001"));
        assertThat(post.version().text()).isEqualTo("Hello #java Acme");
        assertThat(post.version().placement()).isEqualTo(Placement.FEED);
        assertThat(post.version().publishedAt()).isEqualTo(published);
        assertThat(LinkedInLink.alias(String.valueOf(post.version().url())))
                .as("the alias by which exported files know the post")
                .contains(post.aliases().getFirst());
        assertThat(post.values().isEmpty()).isTrue();
    }

    @Test
    void takesTheTimeOfCreationWhereThatOfPublicationIsMissing() {
        assertThat(published("\"createdAt\":1763000000000")).isEqualTo(Instant.ofEpochMilli(1763000000000L));
        assertThat(published("\"visibility\":\"PUBLIC\"")).isEqualTo(Instant.ofEpochMilli(7100000000000000002L >> 22));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"lifecycleState\":\"DRAFT\"",
                "\"lifecycleState\":\"PUBLISHED\",\"adContext\":{\"isDsc\":true}",
                "\"lifecycleState\":\"PUBLISHED\",\"distribution\":{\"feedDistribution\":\"NONE\"}",
                "\"lifecycleState\":\"PUBLISHED\",\"reshareContext\":{\"parent\":\"urn:li:share:6900000000000000001\"}",
                "\"visibility\":\"PUBLIC\""
            })
    void leavesOutWhatIsNoPostOfThePage(String fields) {
        assertThat(post("{\"id\":\"urn:li:share:7100000000000000002\"," + fields + "}"))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '!',
            value = {
                "{}                                              | TEXT     | share/text",
                "{\"media\":{\"id\":\"urn:li:image:A\"}}         | IMAGE    | share/image",
                "{\"media\":{\"id\":\"urn:li:document:A-_1\"}}   | DOCUMENT | share/document",
                "{\"multiImage\":{\"images\":[]}}                | CAROUSEL | share/carousel",
                "{\"carousel\":{\"cards\":[]}}                   | CAROUSEL | share/carousel",
                "{\"article\":{\"source\":\"https://a.example\"}} | LINK    | share/link",
                "{\"poll\":{\"question\":\"?\"}}                 | POLL     | share/poll",
                "{\"reference\":{\"id\":\"urn:li:event:1\"}}     | UNKNOWN  | share/other",
                "{\"media\":{\"id\":\"urn:li:hologram:1\"}}      | UNKNOWN  | share/other"
            })
    void tellsTheFormatByTheShapeOfTheContent(String content, Format format, String kind) {
        ListedPost post =
                post("{\"id\":\"urn:li:share:7100000000000000002\",\"lifecycleState\":\"PUBLISHED\",\"content\":"
                                + content + "}")
                        .orElseThrow();
        assertThat(post.version().format()).isEqualTo(format);
        assertThat(post.ref().kind()).isEqualTo(kind);
    }

    private static Instant published(String field) {
        return post("{\"id\":\"urn:li:share:7100000000000000002\",\"lifecycleState\":\"PUBLISHED\"," + field + "}")
                .orElseThrow()
                .ref()
                .publishedAt();
    }

    private static Optional<ListedPost> post(String json) {
        return PagePosts.post(JsonMapper.shared().readTree(json));
    }
}
