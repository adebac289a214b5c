package io.tidemark.serve.events;

import static io.tidemark.serve.ServedFixture.json;
import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.ledger.Job;
import io.tidemark.ledger.Versions;
import io.tidemark.serve.ServedFixture;
import io.tidemark.serve.events.EventListening.Event;
import io.tidemark.serve.jobs.FakeJobDesk;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(120)
class EventControllerTest {
    private static final String PATH = "/api/v1/events?business_id=1";
    /// Nothing happens by itself but what a test makes happen.
    private static final EventPace STILL =
            new EventPace(Duration.ofHours(1), Duration.ofHours(1), Duration.ofHours(1), 3, 5);

    private static final EventPace LIVELY =
            new EventPace(Duration.ofMillis(20), Duration.ofMillis(200), Duration.ofHours(1), 3, 5);

    @TempDir
    private Path uploads;

    private ServedFixture served;
    private final List<EventListening> open = new ArrayList<>();

    @BeforeEach
    void start() {
        served = new ServedFixture(uploads, STILL);
    }

    @AfterEach
    void stop() {
        open.forEach(EventListening::close);
        served.close();
    }

    @Test
    void aStreamBeginsWithThePresentState() throws Exception {
        served.desk.jobs.add(FakeJobDesk.job(17, Job.Status.RUNNING));
        EventListening events = listen();

        Event data = events.next("data");
        Event job = events.next("job");

        assertThat(events.header("Content-Type")).startsWith("text/event-stream");
        assertThat(events.header("Cache-Control")).contains("no-store");
        assertThat(data.data()).isEqualTo("{\"business_id\":1,\"data_version\":42,\"freshness_version\":43}");
        assertThat(data.id()).isEqualTo("42-43");
        assertThat(job.json().get("job_id").asLong()).isEqualTo(17);
        assertThat(job.json().get("status").asString()).isEqualTo("running");
    }

    @Test
    void whoComesBackHearsThePresentStateFirstWhateverTheyHeardBefore() throws Exception {
        EventListening events = open(EventListening.to(
                served.authorised(PATH).header("Last-Event-ID", "7-8").build()));

        assertThat(events.next("data").id()).isEqualTo("42-43");
    }

    @Test
    void whatMovesIsToldOnceAndAtOnce() throws Exception {
        served.desk.jobs.add(FakeJobDesk.job(17, Job.Status.RUNNING));
        EventListening events = listen();
        events.next("job");

        served.records.versions = new Versions(44, 45);
        served.desk.jobs.set(0, FakeJobDesk.job(17, Job.Status.DONE));
        served.changes.hint(1);

        assertThat(events.any().data()).contains("\"data_version\":44");
        assertThat(events.any().json().get("status").asString()).isEqualTo("done");
        served.changes.hint(1);
        served.records.versions = new Versions(45, 46);
        served.changes.hint(1);
        assertThat(events.any().data()).contains("\"data_version\":45");
    }

    @Test
    void aLostHintCostsNoMoreThanTheNextLook() throws Exception {
        serve(LIVELY);
        EventListening events = listen();
        events.next("data");

        served.records.versions = new Versions(50, 51);

        assertThat(events.next("data").data()).contains("\"data_version\":50");
    }

    @Test
    void aQuietStreamShowsThatItLives() throws Exception {
        serve(LIVELY);
        EventListening events = listen();
        events.next("data");

        assertThat(events.next("comment").data()).isEmpty();
    }

    @Test
    void whoIsNoMemberAnyMoreHearsNothingMore() throws Exception {
        EventListening events = listen();
        events.next("data");

        served.registry.removeMember(1, served.member.id());
        served.records.versions = new Versions(50, 51);
        served.changes.hint(1);

        assertThat(events.rest()).isEmpty();
    }

    @Test
    void aStreamEndsWithThePasswordItWasOpenedUnder() throws Exception {
        serve(LIVELY);
        EventListening events = listen();
        events.next("data");

        served.registry.setPassword(served.member.id(), served.passwords.hash("another long one"));

        assertThat(events.rest()).allMatch(event -> event.name().equals("comment"));
    }

    @Test
    void aBusinessOfOthersIsNotFound() {
        HttpResponse<String> answer = served.get("/api/v1/events?business_id=2");

        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(json(answer).get("code").asString()).isEqualTo("business_not_found");
        assertThat(served.get("/api/v1/events").statusCode()).isEqualTo(400);
    }

    @Test
    void aUserMayOpenSoManyAndNoMoreUntilOneIsClosed() throws Exception {
        serve(LIVELY);
        EventListening first = listen();
        listen();
        listen();

        EventListening refused = listen();
        assertThat(refused.status()).isEqualTo(429);

        first.close();
        Awaitility.await().atMost(Duration.ofSeconds(30)).until(() -> listen().status() == 200);
    }

    @Test
    void theServerStopsAtOnceHoweverManyListen() throws Exception {
        EventListening events = listen();
        events.next("data");
        long begun = System.nanoTime();

        served.server.close();

        assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(8));
        assertThat(events.rest()).isEmpty();
        assertThat(served.changes.listeners()).isZero();
    }

    private void serve(EventPace pace) {
        served.close();
        served = new ServedFixture(uploads, pace);
    }

    private EventListening listen() throws IOException, InterruptedException {
        return open(EventListening.to(served.authorised(PATH).build()));
    }

    private EventListening open(EventListening events) {
        open.add(events);
        return events;
    }
}
