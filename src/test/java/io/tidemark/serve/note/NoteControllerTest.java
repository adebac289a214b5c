package io.tidemark.serve.note;

import static io.tidemark.serve.ServedFixture.json;
import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.ledger.Notes;
import io.tidemark.serve.LedgerServedFixture;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/// Notes from the request down to PostgreSQL and back.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class NoteControllerTest {
    private static final String NOTES = "/api/v1/notes?business_id=1";

    private LedgerServedFixture served;

    @BeforeAll
    void start(@TempDir Path uploads) {
        served = new LedgerServedFixture(uploads);
    }

    @AfterAll
    void stop() {
        served.close();
    }

    @Test
    void aNoteIsWrittenMovedListedAndRemoved() {
        HttpResponse<String> written =
                served.send("POST", NOTES, "{\"from\":\"2026-03-02\",\"text\":\" Press release \"}");
        assertThat(written.statusCode()).isEqualTo(201);
        JsonNode note = json(written);
        assertThat(note.get("to").asString()).isEqualTo("2026-03-02");
        assertThat(note.get("text").asString()).isEqualTo("Press release");
        assertThat(note.get("author").asString()).isEqualTo("member@example.com");
        assertThat(note.get("account_id").isNull()).isTrue();
        String address = written.headers().firstValue("Location").orElseThrow();
        assertThat(json(served.get(address))).isEqualTo(note);

        JsonNode moved = json(served.send("PATCH", address, "{\"from\":\"2026-03-04\"}"));
        assertThat(moved.get("to").asString()).isEqualTo("2026-03-04");
        JsonNode longer = json(served.send("PATCH", address, "{\"to\":\"2026-03-06\",\"text\":\"Fair\"}"));
        assertThat(longer.get("from").asString()).isEqualTo("2026-03-04");
        assertThat(longer.get("text").asString()).isEqualTo("Fair");

        assertThat(json(served.get(NOTES + "&from=2026-03-06&to=2026-03-31")).get("notes"))
                .containsExactly(longer);
        assertThat(json(served.get(NOTES + "&from=2026-03-07")).get("notes")).isEmpty();
        assertThat(served.send("DELETE", address, null).statusCode()).isEqualTo(204);
        assertThat(served.get(address).statusCode()).isEqualTo(404);
        assertThat(served.send("DELETE", address, null).statusCode()).isEqualTo(404);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "{} | from | missing",
                "{\"from\":\"2026-03-02\"} | text | missing",
                "{\"from\":\"2026-02-30\",\"text\":\"a\"} | from | not a date",
                "{\"from\":\"0020-02-03\",\"text\":\"a\"} | from | not a date",
                "{\"from\":\"2026-03-02\",\"to\":\"2026-03-01\",\"text\":\"a\"} | to | lies before the first",
                "{\"from\":\"2026-03-02\",\"text\":\"  \"} | text | empty",
                "{\"from\":\"2026-03-02\",\"text\":\"a\",\"account_id\":77} | account_id | no account 77",
                "{\"from\":\"2026-03-02\",\"text\":\"a\",\"colour\":\"red\"} | colour | no member",
            })
    void aBadBodyIsRefusedPrecisely(String body, String member, String detail) {
        HttpResponse<String> answer = served.send("POST", NOTES, body);

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(json(answer).get("member").asString()).isEqualTo(member);
        assertThat(json(answer).get("detail").asString()).contains(detail);
    }

    @Test
    void aTextOf500CharactersIsTakenAndALongerOneIsNot() {
        HttpResponse<String> long500 = served.send("POST", NOTES, body("é".repeat(500)));
        assertThat(long500.statusCode()).isEqualTo(201);
        assertThat(served.send("POST", NOTES, body("é".repeat(501))).statusCode())
                .isEqualTo(400);
        served.send("DELETE", long500.headers().firstValue("Location").orElseThrow(), null);
    }

    @ParameterizedTest
    @ValueSource(strings = {"&from=soon", "&to=2026-13-01", "&from=2026-03-02&to=2026-03-01", "&author=ann"})
    void aBadParameterIsRefused(String parameters) {
        HttpResponse<String> answer = served.get(NOTES + parameters);

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(json(answer).has("parameter")).isTrue();
    }

    @Test
    void notesOfAnotherBusinessAreNotFound() {
        HttpResponse<String> written = served.send("POST", NOTES, body("ours"));
        String id = json(written).get("note_id").asString();

        for (String path : List.of("/api/v1/notes", "/api/v1/notes/" + id)) {
            assertThat(json(served.get(path + "?business_id=2")).get("code").asString())
                    .isEqualTo("business_not_found");
        }
        assertThat(served.send("POST", "/api/v1/notes?business_id=2", body("x")).statusCode())
                .isEqualTo(404);
        assertThat(served.send("PATCH", "/api/v1/notes/" + id + "?business_id=2", body("x"))
                        .statusCode())
                .isEqualTo(404);
        assertThat(served.send("DELETE", "/api/v1/notes/" + id + "?business_id=2", null)
                        .statusCode())
                .isEqualTo(404);
        assertThat(json(served.send("PATCH", "/api/v1/notes/99?business_id=1", body("x")))
                        .get("code")
                        .asString())
                .isEqualTo("note_not_found");
        served.send("DELETE", written.headers().firstValue("Location").orElseThrow(), null);
    }

    @Test
    void anotherOnesPersonalNoteIsNotThereAndNobodyHidesWhatAllSee() {
        Notes notes = Notes.of(served.ledger.database());
        long other =
                served.ledger.directory().createUser("other@example.com", "").id();
        LocalDate day = LocalDate.parse("2026-03-02");
        long theirs = notes.add(1, other, new Notes.Wanted(day, day, null, "theirs", true))
                .orElseThrow()
                .id();
        long shared = notes.add(1, other, new Notes.Wanted(day, day, null, "for all", false))
                .orElseThrow()
                .id();

        assertThat(json(served.get(NOTES))
                        .get("notes")
                        .valueStream()
                        .map(note -> note.get("note_id").asLong()))
                .containsExactly(shared);
        assertThat(served.get("/api/v1/notes/" + theirs + "?business_id=1").statusCode())
                .isEqualTo(404);
        HttpResponse<String> hidden =
                served.send("PATCH", "/api/v1/notes/" + shared + "?business_id=1", "{\"personal\":true}");
        assertThat(hidden.statusCode()).isEqualTo(400);
        assertThat(json(hidden).get("detail").asString()).startsWith("other@example.com wrote this note");

        HttpResponse<String> mine =
                served.send("POST", NOTES, "{\"from\":\"2026-03-02\",\"text\":\"mine\",\"personal\":true}");
        assertThat(json(mine).get("personal").asBoolean()).isTrue();
        String address = mine.headers().firstValue("Location").orElseThrow();
        assertThat(json(served.send("PATCH", address, "{\"text\":\"still mine\"}"))
                        .get("personal")
                        .asBoolean())
                .isTrue();

        served.send("DELETE", address, null);
        notes.remove(1, other, theirs);
        notes.remove(1, other, shared);
    }

    @Test
    void nobodyReadsOrWritesWithoutBeingSignedIn() throws Exception {
        try (HttpClient client = HttpClient.newHttpClient()) {
            HttpRequest request =
                    HttpRequest.newBuilder(URI.create(served.url(NOTES))).build();
            assertThat(client.send(request, BodyHandlers.ofString()).statusCode())
                    .isEqualTo(401);
        }
    }

    private static String body(String text) {
        return "{\"from\":\"2026-03-02\",\"text\":\"%s\"}".formatted(text);
    }
}
