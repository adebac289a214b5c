package io.tidemark.serve.share;

import static io.tidemark.serve.ServedFixture.json;
import static io.tidemark.serve.share.SharedFixture.EARLIER_POST;
import static io.tidemark.serve.share.SharedFixture.LINKEDIN_POST;
import static io.tidemark.serve.share.SharedFixture.X_POST;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Base64;
import java.util.List;
import java.util.zip.CRC32;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/// What each page answers to whoever came by a link to it, and no more.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class VisitPagesTest {
    private static final String OCTOBER = "from=2026-10-01&to=2026-10-31";
    private static final String ONE_PLATFORM = OCTOBER + "&platform=linkedin";

    @TempDir
    private static Path uploads;

    private SharedFixture shared;

    @BeforeAll
    void start() {
        shared = new SharedFixture(uploads);
    }

    @BeforeEach
    void nothingIsFound() {
        shared.served.posts.containing = List.of();
    }

    @AfterAll
    void stop() {
        shared.close();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "posts; posts, posts?limit=5&sort=-likes",
                "platforms; platform-comparison, overview, trends?metric=likes&split=platform, content-types?split=platform",
                "best_times; best-times, best-times?metric=reach",
                "audience; audience"
            })
    void aPageHasWhatItAsksFor(String page, String questions) {
        SharedFixture.Visit visit = visit(page, "range=last_7_days&account_id=1");

        for (String question : questions.split(", ", -1)) {
            assertThat(visit.get(question).statusCode()).as(question).isEqualTo(200);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "posts; overview, top-posts, insights, trends, best-times, posts/101/thumbnail/x, export",
                "platforms; posts, posts/101, posts/101/thumbnail, top-posts, insights, trends/analysis, audience",
                "best_times; posts, posts/101, posts/101/thumbnail, top-posts, overview, best-times?account_id=2,"
                        + " best-times?include=chance_to_be_best, experiments, what-works",
                "audience; posts, posts/101, posts/101/thumbnail, top-posts, overview",
                "analytics; posts, posts/101, best-times"
            })
    void aPageHasNothingElse(String page, String questions) {
        SharedFixture.Visit visit = visit(page, OCTOBER + "&account_id=1");

        for (String question : questions.split(", ", -1)) {
            refused(visit.get(question), question);
        }
    }

    @Test
    void aListOfPostsIsThatOfAMemberInAnyOrder() {
        SharedFixture.Visit visit = visit("posts", OCTOBER);
        String member = "/api/v1/analytics/posts?business_id=1&" + OCTOBER;

        assertThat(visit.get("posts").body())
                .isEqualTo(shared.served.get(member).body());
        assertThat(visit.get("posts?sort=-likes").body())
                .isEqualTo(shared.served.get(member + "&sort=-likes").body());
        for (String other : List.of("platform=x", "range=all", "search=roast", "label=campaign", "as_of=2026-11-01")) {
            refused(visit.get("posts?" + other), other);
        }
    }

    @Test
    void aSearchHoldsTheListAndItsPosts() {
        SharedFixture.Visit visit = visit("posts", OCTOBER + "&search=roast");

        assertThat(json(visit.get("posts")).get("total").asInt()).isZero();
        refused(visit.get("posts/" + LINKEDIN_POST), "not found");
        refused(visit.get("posts?search=tea"), "another search");

        shared.served.posts.containing = List.of(LINKEDIN_POST);
        assertThat(json(visit.get("posts")).get("total").asInt()).isEqualTo(1);
        isKnown(visit.get("posts/" + LINKEDIN_POST));
        refused(visit.get("posts/" + X_POST), "not among those found");
    }

    @Test
    void postsOpenThatAreInTheList() {
        SharedFixture.Visit visit = visit("posts", ONE_PLATFORM);

        isKnown(visit.get("posts/" + LINKEDIN_POST));
        isKnown(visit.get("posts/" + LINKEDIN_POST + "?limit=5&business_id=1"));
        refused(visit.get("posts/" + LINKEDIN_POST + "?as_of=2026-11-01"), "another instant");
        refused(visit.get("posts/" + LINKEDIN_POST + "?business_id=2"), "another business");
        for (long post : List.of(X_POST, EARLIER_POST, 999L)) {
            refused(visit.get("posts/" + post), "post " + post);
        }
    }

    @Test
    void aCursorGoesOnOverTheSharedDaysOnly() {
        SharedFixture.Visit visit = visit("posts", OCTOBER);
        String cursor =
                json(visit.get("posts?limit=1&sort=likes")).get("next_cursor").asString();

        JsonNode next = json(visit.get("posts?limit=1&sort=likes&cursor=" + cursor));
        assertThat(next.at("/posts/0/id").asLong()).isEqualTo(X_POST);
        refused(visit.get("posts?limit=1&sort=likes&cursor=" + from(cursor, "2026-09-01")), "earlier days");
        assertThat(visit.get("posts?sort=likes&cursor=x").statusCode()).isEqualTo(400);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "posts; search=%07",
                "posts; sort=%3Cscript%3E",
                "posts; post=101",
                "posts; column=likes&column=%22",
                "platforms; search=roast",
                "best_times; slot=7"
            })
    void whatDoesNotBelongToAPageIsNotShared(String page, String search) {
        assertThat(shared.make("{\"page\":\"" + page + "\",\"search\":\"" + search + "\"}")
                        .statusCode())
                .isEqualTo(400);
    }

    private SharedFixture.Visit visit(String page, String search) {
        return shared.visitOf("{\"page\":\"" + page + "\",\"search\":\"" + search + "\"}");
    }

    private static void refused(HttpResponse<String> answer, String asked) {
        assertThat(answer.statusCode()).as(asked).isEqualTo(403);
        assertThat(json(answer).get("code").asString()).as(asked).isEqualTo("beyond_share");
    }

    /// It came as far as the question: nothing more is known of posts here.
    private static void isKnown(HttpResponse<String> answer) {
        assertThat(json(answer).get("code").asString()).isEqualTo("post_not_found");
    }

    /// A cursor as somebody forges it who knows how they are made.
    private static String from(String cursor, String day) {
        byte[] bytes = Base64.getUrlDecoder().decode(cursor);
        ByteBuffer.wrap(bytes).putInt(16, Math.toIntExact(LocalDate.parse(day).toEpochDay()));
        CRC32 crc = new CRC32();
        crc.update(bytes, 0, bytes.length - 4);
        ByteBuffer.wrap(bytes).putInt(bytes.length - 4, (int) crc.getValue());
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
