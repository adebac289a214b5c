package io.tidemark.serve.report;

import static io.tidemark.serve.ServedFixture.json;
import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.frame.DayFrame;
import io.tidemark.frame.Frame;
import io.tidemark.frame.FrameAccount;
import io.tidemark.frame.PostFrame;
import io.tidemark.ledger.Note;
import io.tidemark.metric.Boosted;
import io.tidemark.metric.ContentType;
import io.tidemark.metric.Metric;
import io.tidemark.metric.Platform;
import io.tidemark.serve.LastingServer;
import io.tidemark.serve.ServedFixture;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import javax.imageio.ImageIO;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

class ReportControllerTest {
    private static final String REPORTS = "/api/v1/reports?business_id=1";
    private static final String SECTIONS = """
            [{"panel":"metrics","text":"It went **well**.\\n\\n- more likes"},
             {"panel":"trend","metric":"likes","title":"Day by day"},
             {"panel":"platforms"},{"panel":"top_posts"},{"panel":"content_types"},{"panel":"audience"},
             {"panel":"best_times"},{"panel":"why","metric":"engagement"},{"panel":"findings"}]""";
    private static final String OCTOBER = """
            {"title":"October","from":"2026-10-01","to":"2026-10-31",
             "search":"basis=published&platform=linkedin","colour":"#0B5A78","sections":%s}""".formatted(SECTIONS);

    private static LastingServer server;

    private ServedFixture served;

    @BeforeAll
    static void startServer(@TempDir Path uploads) {
        server = new LastingServer(uploads);
    }

    @AfterAll
    static void stopServer() {
        server.close();
    }

    @BeforeEach
    void start() {
        served = new ServedFixture(server);
        served.frames.frame = frame(10);
    }

    @AfterEach
    void stop() {
        served.close();
    }

    @Test
    void aReportIsWrittenListedChangedAndRemoved() {
        HttpResponse<String> made = send("POST", "", OCTOBER);
        assertThat(made.statusCode()).isEqualTo(201);
        String id = json(made).get("report_id").asString();
        assertThat(made.headers().firstValue("Location")).hasValue("/api/v1/reports/" + id + "?business_id=1");
        assertThat(json(made).get("state").asString()).isEqualTo("open");
        assertThat(json(made).get("colour").asString()).isEqualTo("#0b5a78");
        assertThat(json(made).get("search").asString()).isEqualTo("basis=published&platform=linkedin");
        assertThat(json(made).get("answers").isNull()).isTrue();
        JsonNode first = json(made).get("sections").get(0);
        assertThat(first.get("panel").asString()).isEqualTo("metrics");
        assertThat(first.get("text").asString()).isEqualTo("It went **well**.\n\n- more likes");

        HttpResponse<String> changed = send("PUT", "/" + id, OCTOBER.replace("October", "Oktober"));
        assertThat(json(changed).get("title").asString()).isEqualTo("Oktober");
        assertThat(json(send("GET", "", null))
                        .get("reports")
                        .get(0)
                        .get("title")
                        .asString())
                .isEqualTo("Oktober");

        assertThat(send("DELETE", "/" + id, null).statusCode()).isEqualTo(204);
        assertThat(json(send("GET", "/" + id, null)).get("code").asString()).isEqualTo("report_not_found");
    }

    @Test
    void closingKeepsTheAnswersAndTellsLaterWhatHasChanged() {
        String id = closed();
        JsonNode kept = json(send("GET", "/" + id, null));
        JsonNode answers = kept.get("answers");
        assertThat(answers.propertyNames())
                .containsExactly(
                        "audience",
                        "best-times",
                        "content-types",
                        "insights",
                        "overview",
                        "top-posts",
                        "trends:likes",
                        "why:engagement");
        assertThat(kept.get("state").asString()).isEqualTo("closed");
        assertThat(kept.get("closed_at").asString()).isEqualTo("2026-11-20T12:00:00Z");
        // The very answer, with its definitions, for what the report is about.
        assertThat(answers.get("overview"))
                .isEqualTo(json(served.get("/api/v1/analytics/overview?business_id=1&from=2026-10-01&to=2026-10-31"
                        + "&basis=published&platform=linkedin")));
        assertThat(answers.get("overview").get("definitions").isEmpty()).isFalse();
        assertThat(json(send("GET", "/" + id + "/changes", null)).get("answers").isEmpty())
                .isTrue();

        served.frames.frame = frame(25);

        assertThat(json(send("GET", "/" + id, null))).isEqualTo(kept);
        JsonNode changes = json(send("GET", "/" + id + "/changes", null)).get("answers");
        JsonNode likes = changes.get("overview")
                .valueStream()
                .filter(change -> change.get("figure").asString().equals("metrics.likes"))
                .findFirst()
                .orElseThrow();
        assertThat(likes.get("before").asLong()).isEqualTo(10);
        assertThat(likes.get("now").asLong()).isEqualTo(25);
        assertThat(changes.propertyNames()).containsExactly("content-types", "overview", "trends:likes");
        assertThat(changes.get("trends:likes").get(0).get("figure").asString())
                .isEqualTo("points.2026-10-10.metrics.likes");
    }

    @Test
    void whatItComparesWithIsKeptAndHeeded() {
        assertThat(comparedWith("")).isEqualTo("2026-09-01");
        assertThat(comparedWith("&compare=previous_year")).isEqualTo("2025-10-01");
        assertThat(comparedWith("&compare=none")).isNull();
    }

    private @Nullable String comparedWith(String compare) {
        String id = made(OCTOBER.replace("&platform=linkedin", "&platform=linkedin" + compare));
        assertThat(json(send("GET", "/" + id, null)).get("search").asString()).contains(compare.replace("&", ""));
        JsonNode comparison = json(send("GET", "/" + id + "/answers", null)).at("/answers/overview/comparison");
        return comparison.isNull() ? null : comparison.get("from").asString();
    }

    @Test
    void notesAreShownWhereTheyAreWantedAndSayNotWhoWroteThem() {
        note("2026-10-12", null, "Sale");
        note("2026-10-13", 1L, "New page");
        note("2026-11-12", null, "Later");
        note("2026-10-14", null, "For myself", true);
        String noted = OCTOBER.replace("[{\"panel\":\"metrics\"", "[{\"panel\":\"notes\"},{\"panel\":\"metrics\"");

        JsonNode notes = notesOf(noted);
        assertThat(notes.valueStream().map(note -> note.get("text").asString())).containsExactly("Sale", "New page");
        assertThat(notes.get(0).propertyNames()).containsExactly("from", "to", "account", "text");
        assertThat(notes.get(1).at("/account/name").asString()).isEqualTo("Acme");
        // Of accounts that the report leaves out, it tells no notes either.
        assertThat(notesOf(noted.replace("platform=linkedin", "platform=x"))).hasSize(1);
        assertThat(json(send("GET", "/" + made(OCTOBER) + "/answers", null))
                        .get("answers")
                        .has("notes"))
                .isFalse();
    }

    private void note(String day, @Nullable Long account, String text) {
        note(day, account, text, false);
    }

    private void note(String day, @Nullable Long account, String text, boolean personal) {
        LocalDate on = LocalDate.parse(day);
        Instant now = Instant.parse("2026-11-20T12:00:00Z");
        served.notes.notes.add(new Note(
                served.notes.notes.size() + 1, on, on, account, text, 7, "ann@example.com", personal, now, now));
    }

    private JsonNode notesOf(String report) {
        return json(send("GET", "/" + made(report) + "/answers", null)).at("/answers/notes/notes");
    }

    @Test
    void aReportIsTakenAlongWithWhatItSaysNowOrHasKept() {
        String open = made(OCTOBER);
        String closed = closed();
        String part = "&format=json&part=answers.trends:likes.points&part=answers.top-posts.posts";
        String keeping = "/api/v1/analytics/export?business_id=1&view=reports/" + closed + part;
        String asking = "/api/v1/analytics/export?business_id=1&view=reports/" + open + "/answers" + part;
        JsonNode kept = json(served.get(keeping)).get("rows");
        assertThat(kept.valueStream().filter(row -> row.get("part").asString().equals("answers.trends:likes.points")))
                .hasSize(31);
        assertThat(json(served.get(asking)).get("rows")).isEqualTo(kept);

        served.frames.frame = frame(25);

        assertThat(json(served.get(keeping)).get("rows")).isEqualTo(kept);
        assertThat(json(served.get(asking)).get("rows")).isNotEqualTo(kept);
        assertThat(json(served.get(keeping.replace("reports/", "reports/9")))
                        .get("code")
                        .asString())
                .isEqualTo("report_not_found");
    }

    @Test
    void aClosedReportIsNotChanged() throws IOException {
        String id = closed();

        assertThat(json(send("PUT", "/" + id, OCTOBER)).get("code").asString()).isEqualTo("report_closed");
        assertThat(json(send("POST", "/" + id + "/close", "{}")).get("code").asString())
                .isEqualTo("report_closed");
        assertThat(logo(id, "image/png", picture()).statusCode()).isEqualTo(409);
        assertThat(send("DELETE", "/" + id + "/logo", null).statusCode()).isEqualTo(409);
    }

    @Test
    void anOpenReportHasNothingThatCouldHaveChanged() {
        assertThat(json(send("GET", "/" + made(OCTOBER) + "/changes", null))
                        .get("code")
                        .asString())
                .isEqualTo("report_open");
    }

    @Test
    void daysThatAreNotSettledAreWarnedOf() {
        String id = made(OCTOBER.replace("2026-10-01", "2026-11-14").replace("2026-10-31", "2026-11-20"));

        HttpResponse<String> warned = send("POST", "/" + id + "/close", "{}");
        assertThat(warned.statusCode()).isEqualTo(409);
        assertThat(json(warned).get("code").asString()).isEqualTo("still_provisional");
        assertThat(json(warned).get("metrics").isArray()).isTrue();
        assertThat(json(send("GET", "/" + id, null)).get("state").asString()).isEqualTo("open");

        assertThat(send("POST", "/" + id + "/close", "{\"accept_provisional\":true}")
                        .statusCode())
                .isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-10-01, 2026-10-31, 2026-11-01, 2026-11-30",
        "2026-01-01, 2026-01-31, 2026-02-01, 2026-02-28",
        "2026-01-01, 2026-03-31, 2026-04-01, 2026-06-30",
        "2026-10-05, 2026-10-11, 2026-10-12, 2026-10-18",
        "2026-10-15, 2026-11-14, 2026-11-15, 2026-12-15"
    })
    void aDuplicateIsAboutThePeriodAfter(String from, String to, String nextFrom, String nextTo) {
        String id = made(OCTOBER.replace("2026-10-01", from).replace("2026-10-31", to));

        HttpResponse<String> like = send("POST", "/" + id + "/duplicate", "{\"title\":\"The next\"}");

        assertThat(like.statusCode()).isEqualTo(201);
        assertThat(json(like).get("from").asString()).isEqualTo(nextFrom);
        assertThat(json(like).get("to").asString()).isEqualTo(nextTo);
        assertThat(json(like).get("title").asString()).isEqualTo("The next");
        assertThat(json(like).get("sections"))
                .isEqualTo(json(send("GET", "/" + id, null)).get("sections"));
        assertThat(json(like).get("state").asString()).isEqualTo("open");
    }

    @Test
    void aLogoIsDrawnAnewAndTakenOverByDuplicates() throws IOException {
        String id = made(OCTOBER);
        assertThat(json(send("GET", "/" + id, null)).get("logo").isNull()).isTrue();
        assertThat(logo(id, "image/png", picture()).statusCode()).isEqualTo(204);

        String like = json(send("POST", "/" + id + "/duplicate", "{}"))
                .get("report_id")
                .asString();
        String url = json(send("GET", "/" + like, null)).get("logo").asString();
        HttpResponse<String> image = served.send(served.authorised(url));
        assertThat(image.headers().firstValue("Content-Type")).hasValue("image/jpeg");
        assertThat(image.headers().firstValue("Content-Security-Policy")).hasValue("default-src 'none'; sandbox");
        assertThat(send("DELETE", "/" + id + "/logo", null).statusCode()).isEqualTo(204);
        assertThat(send("GET", "/" + id + "/logo", null).statusCode()).isEqualTo(404);
    }

    @Test
    void whatIsNoPictureIsNoLogo() throws IOException {
        String id = made(OCTOBER);
        byte[] drawing = "<svg xmlns='http://www.w3.org/2000/svg'><script>alert(1)</script></svg>"
                .getBytes(StandardCharsets.UTF_8);

        assertThat(logo(id, "image/svg+xml", drawing).statusCode()).isEqualTo(415);
        assertThat(json(logo(id, "image/png", drawing)).get("code").asString()).isEqualTo("bad_logo");
        assertThat(logo(id, "image/png", new byte[(1 << 20) + 1]).statusCode()).isEqualTo(413);
        assertThat(json(send("GET", "/" + id, null)).get("logo").isNull()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "/logo", "/changes"})
    void reportsOfOtherBusinessesAreOutOfReach(String below) {
        String id = closed();

        assertThat(served.get("/api/v1/reports?business_id=2").statusCode()).isEqualTo(404);
        assertThat(served.get("/api/v1/reports/" + id + below + "?business_id=2")
                        .statusCode())
                .isEqualTo(404);
        served.registry.addMember(served.second.id(), served.member.id());
        assertThat(json(served.get("/api/v1/reports/" + id + below + "?business_id=2"))
                        .get("code")
                        .asString())
                .isEqualTo("report_not_found");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "\"title\":\"October\"; \"title\":\"\"; title",
                "\"title\":\"October\",; ''; title",
                "2026-10-01; 2026-10-32; from",
                "2026-10-31; 2026-09-30; to",
                "basis=published; range=last_month; search",
                "basis=published; as_of=2026-11-01; search",
                "basis=published; basis=guess; basis",
                "#0B5A78; #FFD54A; colour",
                "#0B5A78; red; colour",
                "\"panel\":\"metrics\"; \"panel\":\"secrets\"; sections[0].panel",
                "\"metric\":\"likes\"; \"metric\":\"nothing\"; sections[1].metric",
                "\"metric\":\"likes\",; ''; sections[1].metric",
                "\"panel\":\"platforms\"; \"panel\":\"platforms\",\"metric\":\"likes\"; sections[2].metric",
                "\"panel\":\"platforms\"; \"panel\":\"platforms\",\"text\":5; sections[2].text"
            })
    void whatIsNoReportIsRefused(String part, String instead, String member) {
        HttpResponse<String> answer = send("POST", "", OCTOBER.replace(part, instead));

        assertThat(answer.statusCode()).isEqualTo(400);
        JsonNode problem = json(answer);
        assertThat(problem.get(problem.has("member") ? "member" : "parameter").asString())
                .isEqualTo(member);
        assertThat(json(send("GET", "", null)).get("reports").size()).isZero();
    }

    @Test
    void aClosedReportIsShownToClientsAndNothingElse() {
        served.frames.frame = frame(10, Metric.REACTIONS, Metric.COMMENTS, Metric.SHARES);
        String open = made(OCTOBER);
        String id = closed();
        String wanted = "{\"page\":\"report\",\"report_id\":" + id + "}";
        assertThat(json(served.send(post("/api/v1/shares?business_id=1", wanted.replace(id, open))))
                        .get("code")
                        .asString())
                .isEqualTo("report_open");
        assertThat(served.send(post("/api/v1/shares?business_id=1", wanted.replace(id, "9")))
                        .statusCode())
                .isEqualTo(400);
        String link = json(served.send(post("/api/v1/shares?business_id=1", wanted)))
                .get("link")
                .asString();
        HttpResponse<String> opened = served.send(served.request("/api/v1/shared")
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString("{\"token\":\"" + link.substring(link.indexOf('#') + 1) + "\"}")));
        String cookie = opened.headers().firstValue("Set-Cookie").orElseThrow();
        String door = "/api/v1/shared/" + json(opened).get("share").asString();

        HttpResponse<String> shown = visited(door + "/reports/" + id, cookie);
        assertThat(json(shown)).isEqualTo(json(send("GET", "/" + id, null)));
        assertThat(shown.body()).doesNotContain("example.com");
        // Of the posts that the report ranks the pictures too, of which none is kept here.
        assertThat(json(visited(door + "/analytics/posts/101/thumbnail", cookie))
                        .get("code")
                        .asString())
                .isEqualTo("thumbnail_not_found");
        assertThat(json(visited(door + "/analytics/posts/102/thumbnail", cookie))
                        .get("code")
                        .asString())
                .isEqualTo("beyond_share");
        for (String path : List.of(
                "/reports/" + open,
                "/reports",
                "/reports/" + id + "/changes",
                "/reports/" + id + "/close",
                "/analytics/overview")) {
            assertThat(visited(door + path, cookie).statusCode()).as(path).isIn(403, 404);
        }
    }

    private HttpResponse<String> visited(String path, String cookie) {
        return served.send(served.request(path).header("Cookie", cookie.substring(0, cookie.indexOf(';'))));
    }

    private String made(String body) {
        return json(send("POST", "", body)).get("report_id").asString();
    }

    private String closed() {
        String id = made(OCTOBER);
        HttpResponse<String> closed = send("POST", "/" + id + "/close", "{\"accept_provisional\":true}");
        assertThat(closed.statusCode()).as(closed.body()).isEqualTo(200);
        return id;
    }

    private HttpResponse<String> send(String method, String below, @Nullable String body) {
        HttpRequest.Builder request = served.authorised(REPORTS.replace("?", below + "?"))
                .method(method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
        return served.send(body == null ? request : request.header("Content-Type", "application/json"));
    }

    private HttpRequest.Builder post(String path, String body) {
        return served.authorised(path)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body));
    }

    private HttpResponse<String> logo(String id, String type, byte[] file) {
        return served.send(served.authorised("/api/v1/reports/" + id + "/logo?business_id=1")
                .header("Content-Type", type)
                .PUT(BodyPublishers.ofByteArray(file)));
    }

    private static byte[] picture() throws IOException {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(40, 20, BufferedImage.TYPE_INT_RGB), "png", file);
        return file.toByteArray();
    }

    /// A post of October with so many likes, and one of these days.
    private static Frame frame(double likes, Metric... besides) {
        PostFrame.Builder posts = PostFrame.builder(2);
        add(posts, 101, "2026-10-10", likes, besides);
        add(posts, 102, "2026-11-18", 3, besides);
        return new Frame(
                1,
                (long) likes,
                ZoneId.of("Europe/Berlin"),
                DayOfWeek.MONDAY,
                null,
                null,
                List.of(new FrameAccount(1, Platform.LINKEDIN, "acme", "Acme", true)),
                posts.build(),
                DayFrame.builder(0).build());
    }

    private static void add(PostFrame.Builder posts, long id, String day, double likes, Metric... besides) {
        LocalDate date = LocalDate.parse(day);
        posts.row(
                id,
                0,
                date.atTime(LocalTime.NOON).atZone(ZoneId.of("Europe/Berlin")).toEpochSecond(),
                Math.toIntExact(date.toEpochDay()),
                ContentType.TEXT,
                Boosted.NO);
        posts.set(Metric.LIKES, likes);
        for (Metric metric : besides) {
            posts.set(metric, 1);
        }
    }
}
