package io.tidemark.serve.view;

import io.tidemark.ledger.DuplicateName;
import io.tidemark.ledger.SavedViews;
import io.tidemark.ledger.User;
import io.tidemark.serve.http.Access;
import io.tidemark.serve.http.Body;
import io.tidemark.serve.http.Parameters;
import io.tidemark.serve.http.Problem;
import io.tidemark.serve.http.ProblemException;
import io.tidemark.words.Sentence;
import io.tidemark.words.Value;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.springframework.http.HttpStatus;
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

/// The views that the caller has saved in a business: nobody else sees them.
@RestController
@RequestMapping("/api/v1/views")
final class SavedViewController {
    private static final Sentence TOO_MANY = Sentence.of(
            "too_many_views", "You have {views} saved views in this business: delete one before you save another.");
    private static final Sentence NO_PATH =
            Sentence.of("view_no_path", "path is not that of a page, such as /dashboard/analytics.");
    private static final Sentence NO_SEARCH =
            Sentence.of("view_no_search", "search begins with a question mark and is spelled as in an address.");
    private static final Sentence NOT_FOUND = Sentence.of(
            "view_not_found", "You have saved no view {id} in this business: GET /api/v1/views lists yours.");

    private static final int LONGEST_NAME = 100;
    private static final int LONGEST_PATH = 200;
    private static final int LONGEST_SEARCH = 4000;

    /// A page of the dashboard, so that a view cannot lead anywhere else.
    private static final Pattern PATH = Pattern.compile("/dashboard(/[a-z0-9-]+)+");

    private static final Pattern SEARCH = Pattern.compile("\\?[!-~]*");

    private final Access access;
    private final SavedViews views;
    private final JsonMapper json;

    SavedViewController(Access access, SavedViews views, JsonMapper json) {
        this.access = access;
        this.views = views;
        this.json = json;
    }

    record Listing(List<SavedViews.Kept> views) {}

    @GetMapping
    Listing list(@AuthenticationPrincipal User caller, HttpServletRequest request) {
        return new Listing(views.all(business(caller, request), caller.id()));
    }

    /// Keeps a view in the place of the one of its name.
    @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
    SavedViews.Kept save(@AuthenticationPrincipal User caller, HttpServletRequest request) {
        long business = business(caller, request);
        Body body = Body.of(request, json, Set.of("name", "path", "search"));
        SavedViews.Wanted wanted = new SavedViews.Wanted(name(body), path(body), search(body));
        return views.save(business, caller.id(), wanted)
                .orElseThrow(() -> Problem.of(
                                HttpStatus.CONFLICT,
                                "too_many_views",
                                TOO_MANY.said(Map.of("views", Value.count(SavedViews.MOST))))
                        .exception());
    }

    @PatchMapping(path = "/{id}", consumes = MediaType.APPLICATION_JSON_VALUE)
    SavedViews.Kept rename(@AuthenticationPrincipal User caller, @PathVariable String id, HttpServletRequest request) {
        long business = business(caller, request);
        long view = Parameters.id("view_id", id);
        String name = name(Body.of(request, json, Set.of("name")));
        try {
            return views.rename(business, caller.id(), view, name).orElseThrow(() -> notFound(view));
        } catch (DuplicateName taken) {
            throw Problem.of(HttpStatus.CONFLICT, "view_exists", taken.said()).exception();
        }
    }

    @DeleteMapping("/{id}")
    ResponseEntity<Void> remove(
            @AuthenticationPrincipal User caller, @PathVariable String id, HttpServletRequest request) {
        long business = business(caller, request);
        long view = Parameters.id("view_id", id);
        if (!views.remove(business, caller.id(), view)) {
            throw notFound(view);
        }
        return ResponseEntity.noContent().build();
    }

    private static String name(Body body) {
        return body.text("name", LONGEST_NAME).orElseThrow(() -> body.missing("name"));
    }

    private static String path(Body body) {
        String path = body.text("path", LONGEST_PATH).orElseThrow(() -> body.missing("path"));
        if (!PATH.matcher(path).matches()) {
            throw Body.bad("path", NO_PATH.said());
        }
        return path;
    }

    private static String search(Body body) {
        String search = body.text("search", LONGEST_SEARCH).orElse("");
        if (!search.isEmpty() && !SEARCH.matcher(search).matches()) {
            throw Body.bad("search", NO_SEARCH.said());
        }
        return search;
    }

    private static ProblemException notFound(long view) {
        return Problem.of(HttpStatus.NOT_FOUND, "view_not_found", NOT_FOUND.said(Map.of("id", Value.id(view))))
                .exception();
    }

    private long business(User caller, HttpServletRequest request) {
        return access.business(
                        access.person(caller),
                        Parameters.of(request, Set.of("business_id")).businessId())
                .id();
    }
}
