package io.tidemark.serve.label;

import io.tidemark.frame.LabelKind;
import io.tidemark.ledger.LabelDetails;
import io.tidemark.ledger.Labelling;
import io.tidemark.ledger.User;
import io.tidemark.ledger.label.LabelRule;
import io.tidemark.serve.http.Access;
import io.tidemark.serve.http.Body;
import io.tidemark.serve.http.Parameters;
import io.tidemark.serve.http.Thing;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
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

/// The labels of a business and their rules.
@RestController
@RequestMapping("/api/v1/labels")
final class LabelController {
    private static final Set<String> MEMBERS = Set.of("kind", "name", "rules");

    private final Access access;
    private final Labelling labelling;
    private final JsonMapper json;

    LabelController(Access access, Labelling labelling, JsonMapper json) {
        this.access = access;
        this.labelling = labelling;
        this.json = json;
    }

    record Listing(List<LabelView> labels) {}

    @GetMapping
    Listing list(@AuthenticationPrincipal User caller, HttpServletRequest request) {
        long business = LabelRequests.business(access, caller, request);
        return new Listing(
                labelling.labels(business).stream().map(LabelView::of).toList());
    }

    @GetMapping("/{id}")
    LabelView one(@AuthenticationPrincipal User caller, @PathVariable String id, HttpServletRequest request) {
        long business = LabelRequests.business(access, caller, request);
        long label = Parameters.id("label_id", id);
        return labelling.label(business, label).map(LabelView::of).orElseThrow(() -> Thing.LABEL.notFound(label));
    }

    @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<LabelView> create(@AuthenticationPrincipal User caller, HttpServletRequest request) {
        long business = LabelRequests.business(access, caller, request);
        Body body = Body.of(request, json, MEMBERS);
        LabelKind kind = body.oneOf("kind", LabelKind::find, LabelKind.keys()).orElseThrow(() -> body.missing("kind"));
        String name = body.text("name", LabelRequests.LONGEST_NAME).orElseThrow(() -> body.missing("name"));
        List<LabelRule> rules = LabelRequests.rules(body);
        LabelDetails made = LabelRequests.keeping(() -> labelling.create(business, kind, name, rules));
        return ResponseEntity.created(
                        URI.create("/api/v1/labels/" + made.label().id() + "?business_id=" + business))
                .body(LabelView.of(made));
    }

    /// Changes the members that the body has; rules are replaced as a whole.
    @PatchMapping(path = "/{id}", consumes = MediaType.APPLICATION_JSON_VALUE)
    LabelView change(@AuthenticationPrincipal User caller, @PathVariable String id, HttpServletRequest request) {
        long business = LabelRequests.business(access, caller, request);
        long label = Parameters.id("label_id", id);
        Body body = Body.of(request, json, MEMBERS);
        LabelKind kind = body.oneOf("kind", LabelKind::find, LabelKind.keys()).orElse(null);
        String name = body.text("name", LabelRequests.LONGEST_NAME).orElse(null);
        List<LabelRule> rules = body.has("rules") ? LabelRequests.rules(body) : null;
        return LabelRequests.keeping(() -> labelling.change(business, label, kind, name, rules))
                .map(LabelView::of)
                .orElseThrow(() -> Thing.LABEL.notFound(label));
    }

    @DeleteMapping("/{id}")
    ResponseEntity<Void> remove(
            @AuthenticationPrincipal User caller, @PathVariable String id, HttpServletRequest request) {
        long business = LabelRequests.business(access, caller, request);
        long label = Parameters.id("label_id", id);
        if (!labelling.remove(business, label)) {
            throw Thing.LABEL.notFound(label);
        }
        return ResponseEntity.noContent().build();
    }
}
