package io.tidemark.serve.note;

import io.tidemark.analytics.BadQuery;
import io.tidemark.ledger.Note;
import io.tidemark.ledger.Notes;
import io.tidemark.ledger.User;
import io.tidemark.serve.http.Access;
import io.tidemark.serve.http.Body;
import io.tidemark.serve.http.Parameters;
import io.tidemark.serve.http.Thing;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;

/// The notes of a business, which all of its members may write and change; personal ones their authors alone.
@RestController
@RequestMapping("/api/v1/notes")
final class NoteController {
    private final Access access;
    private final Notes notes;
    private final JsonMapper json;

    NoteController(Access access, Notes notes, JsonMapper json) {
        this.access = access;
        this.notes = notes;
        this.json = json;
    }

    record Listing(List<NoteView> notes) {}

    @GetMapping
    Listing list(@AuthenticationPrincipal User caller, HttpServletRequest request) {
        Parameters parameters = Parameters.of(request, Set.of("business_id", "from", "to"));
        long business = access.business(caller, parameters.businessId()).id();
        LocalDate from = NoteRequests.date(parameters, "from");
        LocalDate to = NoteRequests.date(parameters, "to");
        if (from != null && to != null && to.isBefore(from)) {
            throw Parameters.refusal(BadQuery.exchanged("to", from, to));
        }
        return new Listing(notes.of(business, caller.id(), from, to).stream()
                .map(NoteView::of)
                .toList());
    }

    @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<NoteView> add(@AuthenticationPrincipal User caller, HttpServletRequest request) {
        long business = business(caller, request);
        Notes.Wanted wanted = NoteRequests.wanted(Body.of(request, json, NoteRequests.MEMBERS), null);
        Note added = NoteRequests.keeping(() -> notes.add(business, caller.id(), wanted))
                .orElseThrow(NoteRequests::tooMany);
        return ResponseEntity.created(URI.create("/api/v1/notes/" + added.id() + "?business_id=" + business))
                .body(NoteView.of(added));
    }

    @GetMapping("/{id}")
    NoteView one(@AuthenticationPrincipal User caller, @PathVariable String id, HttpServletRequest request) {
        return NoteView.of(found(business(caller, request), caller, Parameters.id("note_id", id)));
    }

    /// Changes the members that the body has.
    @PatchMapping(path = "/{id}", consumes = MediaType.APPLICATION_JSON_VALUE)
    NoteView change(@AuthenticationPrincipal User caller, @PathVariable String id, HttpServletRequest request) {
        long business = business(caller, request);
        long note = Parameters.id("note_id", id);
        Body body = Body.of(request, json, NoteRequests.MEMBERS);
        Note before = found(business, caller, note);
        Notes.Wanted wanted = NoteRequests.wanted(body, before);
        NoteRequests.refuseForeign(before, caller, wanted);
        return NoteRequests.keeping(() -> notes.change(business, caller.id(), note, wanted))
                .map(NoteView::of)
                .orElseThrow(() -> Thing.NOTE.notFound(note));
    }

    @DeleteMapping("/{id}")
    ResponseEntity<Void> remove(
            @AuthenticationPrincipal User caller, @PathVariable String id, HttpServletRequest request) {
        long business = business(caller, request);
        long note = Parameters.id("note_id", id);
        if (!notes.remove(business, caller.id(), note)) {
            throw Thing.NOTE.notFound(note);
        }
        return ResponseEntity.noContent().build();
    }

    private Note found(long business, User caller, long note) {
        return notes.find(business, caller.id(), note).orElseThrow(() -> Thing.NOTE.notFound(note));
    }

    private long business(User caller, HttpServletRequest request) {
        return access.business(
                        caller, Parameters.of(request, Set.of("business_id")).businessId())
                .id();
    }
}
