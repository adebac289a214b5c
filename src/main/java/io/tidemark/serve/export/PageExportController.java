package io.tidemark.serve.export;

import io.tidemark.ledger.Note;
import io.tidemark.ledger.Notes;
import io.tidemark.ledger.User;
import io.tidemark.serve.http.Access;
import io.tidemark.serve.http.Body;
import io.tidemark.serve.http.Json;
import io.tidemark.serve.http.Parameters;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.springframework.http.MediaType;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A whole page of the dashboard as an archive. Its panels are answered one after the other; each says of which data.
@RestController
final class PageExportController {
    private final Access access;
    private final Supplier<Views> views;
    private final Notes notes;
    private final FileSender sender;
    private final JsonMapper json;
    private final Clock clock;

    PageExportController(
            Access access, Supplier<Views> views, Notes notes, FileSender sender, JsonMapper json, Clock clock) {
        this.access = access;
        this.views = views;
        this.notes = notes;
        this.sender = sender;
        this.json = json;
        this.clock = clock;
    }

    /// Without a business a page is of all that the caller may see.
    @PostMapping(path = "/api/v1/analytics/export/page", consumes = MediaType.APPLICATION_JSON_VALUE)
    void page(@AuthenticationPrincipal User caller, HttpServletRequest request, HttpServletResponse response)
            throws Exception {
        Parameters given = Parameters.of(request, Set.of("business_id"));
        Owner owner = given.one("business_id").isPresent()
                ? Owner.of(access.business(caller, given.businessId()))
                : Owner.ofAll(access.businesses(caller));
        PageRequest page = PageRequest.of(Body.of(request, json, PageRequest.MEMBERS));
        List<PageArchive.Answered> panels = answered(owner, page, request, response);
        Instant now = clock.instant();
        sender.send(
                "application/zip",
                name(owner, page.title(), now),
                request,
                response,
                out -> new PageArchive(owner, now).write(page.title(), panels, notes(owner, panels), out));
    }

    /// A question that several panels share is asked once.
    private List<PageArchive.Answered> answered(
            Owner owner, PageRequest page, HttpServletRequest request, HttpServletResponse response) throws Exception {
        Map<String, JsonNode> answers = new HashMap<>();
        List<PageArchive.Answered> panels = new ArrayList<>();
        for (PageRequest.Panel panel : page.panels()) {
            JsonNode answer = answers.get(panel.question());
            if (answer == null) {
                answer = Json.mapper()
                        .valueToTree(views.get().answer(panel.view(), parameters(owner, panel), request, response));
                answers.put(panel.question(), answer);
            }
            AnswerParts.of(answer, panel.parts());
            panels.add(new PageArchive.Answered(panel, answer));
        }
        return panels;
    }

    private static Map<String, String[]> parameters(Owner owner, PageRequest.Panel panel) {
        Map<String, String[]> parameters = new HashMap<>(panel.parameters());
        Long business = owner.id();
        if (business != null) {
            parameters.put("business_id", new String[] {business.toString()});
        }
        return parameters;
    }

    private List<Note> notes(Owner owner, List<PageArchive.Answered> panels) {
        Long business = owner.id();
        return business == null
                ? List.of()
                : notes.shared(
                        business,
                        days(panels, "from").min(LocalDate::compareTo).orElse(null),
                        days(panels, "to").max(LocalDate::compareTo).orElse(null));
    }

    /// The first or last days of what the panels are about.
    private static Stream<LocalDate> days(List<PageArchive.Answered> panels, String end) {
        return panels.stream()
                .map(panel -> panel.answer()
                        .at("/period/" + end)
                        .asString(panel.answer().path(end).asString(null)))
                .filter(Objects::nonNull)
                .map(LocalDate::parse);
    }

    private static String name(Owner owner, String title, Instant now) {
        return owner.fileName() + FileNames.safe(title, "page") + "-"
                + now.atZone(owner.zone()).toLocalDate() + ".zip";
    }
}
