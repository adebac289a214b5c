package io.tidemark.collect.connector.mastodon;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tidemark.collect.connector.CallFailed;
import io.tidemark.collect.connector.ConnectorSettings;
import io.tidemark.collect.connector.Fault;
import io.tidemark.collect.connector.FoundAccount;
import io.tidemark.collect.connector.ListedPost;
import io.tidemark.collect.connector.Listing;
import io.tidemark.collect.connector.Login;
import io.tidemark.collect.connector.Page;
import io.tidemark.collect.connector.PostReading;
import io.tidemark.collect.connector.PostRef;
import io.tidemark.collect.connector.PostRoute;
import io.tidemark.collect.connector.Saying;
import io.tidemark.collect.connector.TrackedAccount;
import io.tidemark.ledger.Absence;
import io.tidemark.ledger.AccountKey;
import io.tidemark.ledger.Alias;
import io.tidemark.ledger.LivePost;
import io.tidemark.metric.Format;
import io.tidemark.metric.Metric;
import io.tidemark.metric.MetricValues;
import io.tidemark.metric.Placement;
import io.tidemark.metric.Platform;
import io.tidemark.testing.MutableClock;
import java.net.URI;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MastodonConnectorTest {
    private static final URI HOME = URI.create("https://social.example");
    private static final TrackedAccount ACME = new TrackedAccount(
            "social.example/14715", "", AccountKey.ofHandle(Platform.MASTODON, "acme@social.example"), null);
    private static final String ACCOUNT = """
            {"id": "14715", "username": "acme", "acct": "acme", "display_name": "Acme & Sons", "followers_count": 320}
            """;
    private final MastodonConnector mastodon =
            new MastodonConnector(ConnectorSettings.DEFAULT, new MutableClock(Canned.NOW));
    private final PostRoute route = mastodon.postRoutes().getFirst();

    private static String post(String id, String more) {
        return """
                {"id": "%s", "created_at": "2026-11-20T08:18:44.123Z", "visibility": "public", "spoiler_text": "",
                 "url": "https://social.example/@acme/%1$s", "content": "<p>Hello</p>", "in_reply_to_id": null,
                 "reblog": null, "replies_count": 3, "reblogs_count": 0, "favourites_count": 12,
                 "media_attachments": [], "poll": null, "card": null%s}
                """.formatted(id, more.isEmpty() ? "" : ", " + more);
    }

    private ListedPost listed(String more) {
        Canned api = new Canned().answer("[" + post("1", more) + "]");
        return mastodon.posts(api, ACME, mastodon.listings().getLast(), null, null)
                .items()
                .getFirst();
    }

    private static PostRef ref(String id) {
        return new PostRef(id, Status.KIND, Canned.NOW);
    }

    @Test
    void anAccountCarriesItsServer() {
        Canned api = new Canned().at(new Login.Place(HOME, "14715")).answer(ACCOUNT);

        FoundAccount found = mastodon.accounts(api, null).items().getFirst();

        assertThat(api.asked()).containsExactly("/api/v1/accounts/14715");
        assertThat(found.account().externalId()).isEqualTo("social.example/14715");
        assertThat(found.key().handle()).isEqualTo("acme@social.example");
        assertThat(found.key().name()).isEqualTo("Acme & Sons");
        assertThat(found.key().aliases())
                .containsExactly(
                        new Alias("mastodon:id", "social.example/14715"),
                        new Alias("mastodon:handle", "acme@social.example"));
        assertThat(mastodon.readAccount(new Canned().answer(ACCOUNT), ACME).levels())
                .isEqualTo(MetricValues.of(Map.of(Metric.FOLLOWERS, 320.0)));
    }

    @Test
    void anotherAccountThanTheOneThatWasAskedForIsNoAnswer() {
        assertThatThrownBy(() -> mastodon.readAccount(new Canned().answer(ACCOUNT.replace("14715", "9")), ACME))
                .isInstanceOfSatisfying(
                        CallFailed.class, failed -> assertThat(failed.fault()).isInstanceOf(Fault.Unreadable.class));
    }

    /// The numbers of accounts are those of their server: the same one elsewhere is another account.
    @ParameterizedTest
    @CsvSource({"https://another.example, 14715", "https://social.example, 9"})
    void anAccountIsReadThroughItsOwnSignInAlone(URI server, String subject) {
        Canned api = new Canned().at(new Login.Place(server, subject));
        List<Runnable> readings = List.of(
                () -> mastodon.readAccount(api, ACME),
                () -> mastodon.posts(api, ACME, mastodon.listings().getFirst(), null, null),
                () -> mastodon.readPosts(api, ACME, route, List.of(ref("1")), route.metrics()));

        assertThat(readings)
                .allSatisfy(reading -> assertThatThrownBy(reading::run)
                        .isInstanceOfSatisfying(
                                CallFailed.class,
                                failed -> assertThat(failed.fault()).isInstanceOf(Fault.SignInGone.class))
                        .hasMessageContaining("sign in with social.example as @acme@social.example"));
        assertThat(api.asked()).isEmpty();
    }

    @Test
    void aPageIsListedWithItsNumbersAndTheNextIsWhereTheHeaderSays() {
        Canned api = new Canned()
                .answer(
                        "[" + post("103", "") + ", " + post("102", "\"quotes_count\": 0") + "]",
                        Map.of(
                                "link",
                                List.of("<https://social.example/api/v1/accounts/14715/statuses?limit=40&max_id=101>;"
                                        + " rel=\"next\", <https://social.example/api/v1/accounts/14715/statuses"
                                        + "?min_id=103>; rel=\"prev\"")))
                .answer("[]", Map.of());
        Listing posts = mastodon.listings().getFirst();

        Page<ListedPost> first = mastodon.posts(api, ACME, posts, null, null);
        Page<ListedPost> last = mastodon.posts(api, ACME, posts, null, first.next());

        assertThat(api.asked())
                .containsExactly(
                        "/api/v1/accounts/14715/statuses?limit=40&exclude_reblogs=true&exclude_replies=true",
                        "/api/v1/accounts/14715/statuses?limit=40&exclude_reblogs=true&exclude_replies=true&max_id=101");
        ListedPost newest = first.items().getFirst();
        assertThat(newest.ref()).isEqualTo(new PostRef("103", "status", Instant.parse("2026-11-20T08:18:44.123Z")));
        assertThat(newest.aliases()).containsExactly(new Alias("mastodon:post", "social.example/103"));
        assertThat(newest.version().url()).isEqualTo("https://social.example/@acme/103");
        assertThat(newest.values())
                .as("what is not counted is missing, what is counted and none is zero")
                .isEqualTo(MetricValues.of(Map.of(Metric.LIKES, 12.0, Metric.COMMENTS, 3.0, Metric.REPOSTS, 0.0)));
        assertThat(first.items().getLast().values().orNaN(Metric.QUOTES)).isZero();
        assertThat(last).isEqualTo(new Page<>(List.of(), null));
    }

    @Test
    void aPageWithoutANextIsTheLast() {
        Canned api = new Canned()
                .answer(
                        "[" + post("103", "") + "]",
                        Map.of("link", List.of("<https://social.example/x?min_id=103>; rel=\"prev\"")));

        assertThat(mastodon.posts(api, ACME, mastodon.listings().getFirst(), null, null)
                        .next())
                .isNull();
    }

    /// Where stored answers are read, there are no headers.
    @Test
    void withoutHeadersAPageEndsAtItsLastPost() {
        Canned api = new Canned().answer("[" + post("103", "") + ", " + post("102", "") + "]");

        assertThat(mastodon.posts(api, ACME, mastodon.listings().getFirst(), null, null)
                        .next())
                .isEqualTo("102");
    }

    /// Whatever a server says of where its list goes on: the server that is called stays the same.
    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://evil.example/steal?max_id=101",
                "http://169.254.169.254/latest/meta-data?max_id=101",
                "file:///etc/passwd?max_id=101",
                "/relative?max_id=101"
            })
    void ofTheNextPagesAddressThePostIsTakenAlone(String address) {
        Canned api = new Canned()
                .answer("[" + post("103", "") + "]", Map.of("link", List.of("<" + address + ">; rel=\"next\"")))
                .answer("[]");
        Listing posts = mastodon.listings().getFirst();

        String next = mastodon.posts(api, ACME, posts, null, null).next();
        mastodon.posts(api, ACME, posts, null, next);

        assertThat(next).isEqualTo("101");
        assertThat(api.asked().getLast())
                .isEqualTo("/api/v1/accounts/14715/statuses?limit=40&exclude_reblogs=true&exclude_replies=true"
                        + "&max_id=101");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<https://social.example/x?page=2>; rel=\"next\"",
                "<https://social.example/x?max_id=%2e%2e%2fsecret>; rel=\"next\"",
                "<https://social.example/x?max_id=>; rel=\"next\""
            })
    void aNextPageThatNamesNoPostIsNotUnderstood(String link) {
        Canned api = new Canned().answer("[" + post("103", "") + "]", Map.of("link", List.of(link)));

        assertThatThrownBy(() -> mastodon.posts(api, ACME, mastodon.listings().getFirst(), null, null))
                .isInstanceOfSatisfying(
                        CallFailed.class, failed -> assertThat(failed.fault()).isInstanceOf(Fault.Unreadable.class));
    }

    @Test
    void boostsAndMessagesAreLeftOutAndRepliesAreListedOnRequest() {
        String page = "["
                + String.join(
                        ", ",
                        post("5", "\"reblog\": {\"id\": \"9\"}"),
                        post("4", "\"visibility\": \"direct\""),
                        post("3", "\"in_reply_to_id\": \"8\", \"in_reply_to_account_id\": \"7\""),
                        post("2", "\"in_reply_to_id\": \"1\", \"in_reply_to_account_id\": \"14715\""),
                        post("1", "\"visibility\": \"private\""))
                + "]";
        Canned api = new Canned().answer(page).answer(page);

        Page<ListedPost> plain = mastodon.posts(api, ACME, mastodon.listings().getFirst(), null, null);
        Page<ListedPost> all = mastodon.posts(api, ACME, mastodon.listings().getLast(), null, null);

        assertThat(plain.items()).extracting(post -> post.ref().externalId()).containsExactly("1");
        assertThat(all.items()).extracting(post -> post.ref().externalId()).containsExactly("3", "2", "1");
        assertThat(all.items().getFirst().ref().kind()).isEqualTo(LivePost.REPLY);
        assertThat(all.items().getFirst().version().placement()).isEqualTo(Placement.REPLY);
        assertThat(api.asked().getLast()).doesNotContain("exclude_replies");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "TEXT     | \"media_attachments\": []",
                "IMAGE    | \"media_attachments\": [{\"type\": \"image\"}]",
                "IMAGE    | \"media_attachments\": [{\"type\": \"unknown\"}]",
                "VIDEO    | \"media_attachments\": [{\"type\": \"video\"}]",
                "VIDEO    | \"media_attachments\": [{\"type\": \"gifv\"}]",
                "VIDEO    | \"media_attachments\": [{\"type\": \"audio\"}]",
                "CAROUSEL | \"media_attachments\": [{\"type\": \"image\"}, {\"type\": \"video\"}]",
                "POLL     | \"poll\": {\"id\": \"1\"}",
                "LINK     | \"card\": {\"type\": \"link\"}",
                "LINK     | \"content\": \"<p><a href='https://acme.example/'>acme</a></p>\"",
                "TEXT     | \"content\": \"<p><a class='u-url mention' href='https://social.example/@b'>@b</a></p>\"",
                "TEXT     | \"content\": \"<p><a class='mention hashtag' href='https://social.example/tags/b'>#b</a></p>\"",
                "TEXT     | \"content\": \"<p class='quote-inline'>RE: <a href='https://social.example/@b/1'>x</a></p>\"",
            })
    void aPostIsWhatItHolds(Format format, String more) {
        assertThat(listed(more).version().format()).isEqualTo(format);
    }

    @Test
    void thePictureOfAPostIsTheSmallOneOfTheFirstThatHasOne() {
        ListedPost post = listed("\"media_attachments\": [{\"type\": \"audio\", \"preview_url\": null},"
                + " {\"type\": \"image\", \"preview_url\": \"https://files.example/small.png\"}]");

        assertThat(post.thumbnail()).hasToString("https://files.example/small.png");
        assertThat(mastodon.pictureHosts().namesHost(URI.create("https://files.example/small.png")))
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"null", "\"javascript:alert(1)\"", "\"http://social.example/@acme/1\""})
    void anAddressThatIsNoneOfAPageIsMadeUp(String url) {
        assertThat(listed("\"url\": " + url).version().url()).isEqualTo("https://social.example/@acme/1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "../accounts/1", "1 2", "1\\u0000"})
    void aPostThatIsCalledAsNoneIsNoAnswer(String id) {
        Canned api = new Canned().answer("[" + post(id, "") + "]");

        assertThatThrownBy(() -> mastodon.posts(api, ACME, mastodon.listings().getFirst(), null, null))
                .isInstanceOfSatisfying(
                        CallFailed.class, failed -> assertThat(failed.fault()).isInstanceOf(Fault.Unreadable.class));
    }

    @Test
    void aWarningStandsBeforeTheText() {
        assertThat(listed("\"spoiler_text\": \"Spoilers\"").version().text()).isEqualTo("Spoilers\n\nHello");
    }

    @Test
    void numbersOfSeveralPostsComeTogetherAndWhatIsLeftOutIsAskedForAlone() {
        Canned api = new Canned()
                .answer("[" + post("1", "\"quotes_count\": 2") + ", " + post("99", "") + "]")
                .fail(new Fault.NotFound(Saying.asItCame("Record not found")))
                .answer(post("3", ""));

        Map<String, PostReading> read =
                mastodon.readPosts(api, ACME, route, List.of(ref("1"), ref("2"), ref("3")), route.metrics());

        assertThat(api.asked())
                .containsExactly(
                        "/api/v1/statuses?id%5B%5D=1&id%5B%5D=2&id%5B%5D=3",
                        "/api/v1/statuses/2", "/api/v1/statuses/3");
        assertThat(read)
                .containsOnly(
                        Map.entry(
                                "1",
                                new PostReading.Values(MetricValues.of(Map.of(
                                        Metric.LIKES, 12.0,
                                        Metric.COMMENTS, 3.0,
                                        Metric.REPOSTS, 0.0,
                                        Metric.QUOTES, 2.0)))),
                        Map.entry("2", new PostReading.Gone()),
                        Map.entry(
                                "3",
                                new PostReading.Values(
                                        MetricValues.of(
                                                Map.of(Metric.LIKES, 12.0, Metric.COMMENTS, 3.0, Metric.REPOSTS, 0.0)),
                                        Map.of(Metric.QUOTES, Absence.NOT_PROVIDED))));
    }

    @Test
    void aServerThatTellsPostsOneByOneIsToldOfAsOneThatRefusesAMetric() {
        Canned api = new Canned()
                .fail(new Fault.NotFound(Saying.asItCame("Not Found")))
                .answer(post("1", ""))
                .answer(post("2", ""));
        List<PostRef> posts = List.of(ref("1"), ref("2"));

        assertThatThrownBy(() -> mastodon.readPosts(api, ACME, route, posts, route.metrics()))
                .isInstanceOfSatisfying(
                        CallFailed.class,
                        failed -> assertThat(failed.fault())
                                .isInstanceOfSatisfying(
                                        Fault.MetricRefused.class,
                                        refused -> assertThat(refused.metrics()).containsExactly("several_at_once")));
        Set<String> left = new HashSet<>(route.metrics());
        left.remove("several_at_once");
        assertThat(mastodon.readPosts(api, ACME, route, posts, left)).hasSize(2);
        assertThat(api.asked()).endsWith("/api/v1/statuses/1", "/api/v1/statuses/2");
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void whereTheAccountItselfIsOutOfSightNoPostCountsAsDeleted(boolean suspended) {
        Canned api = new Canned().answer("[]").fail(new Fault.NotFound(Saying.asItCame("Record not found")));
        if (suspended) {
            api.answer(ACCOUNT.replace("\"320\"", "320").replace("}", ", \"suspended\": true}"));
        } else {
            api.fail(new Fault.NotFound(Saying.asItCame("Record not found")));
        }

        assertThatThrownBy(() -> mastodon.readPosts(api, ACME, route, List.of(ref("1")), route.metrics()))
                .isInstanceOfSatisfying(
                        CallFailed.class, failed -> assertThat(failed.fault()).isInstanceOf(Fault.Passing.class))
                .hasMessageContaining("Nothing of it counts as deleted");
    }

    @Test
    void whereTheAccountIsThereItsLastPostMayBeGone() {
        Canned api = new Canned()
                .answer("[]")
                .fail(new Fault.NotFound(Saying.asItCame("Record not found")))
                .answer(ACCOUNT);

        assertThat(mastodon.readPosts(api, ACME, route, List.of(ref("1")), route.metrics()))
                .containsEntry("1", new PostReading.Gone());
    }

    @Test
    void aServerOfThisNetworkIsNotCalled() {
        for (String inside : List.of("https://localhost", "https://127.0.0.1", "http://social.example")) {
            assertThatThrownBy(() -> mastodon.base(new Login.Place(URI.create(inside), "1")))
                    .isInstanceOfSatisfying(
                            CallFailed.class,
                            failed -> assertThat(failed.fault()).isInstanceOf(Fault.Misconfigured.class));
        }
    }
}
