package io.tidemark.serve.label;

import io.tidemark.ledger.Labelling;
import io.tidemark.ledger.PostReferences;
import io.tidemark.ledger.UnknownPosts;
import io.tidemark.ledger.User;
import io.tidemark.serve.http.Access;
import io.tidemark.serve.http.Body;
import io.tidemark.serve.http.Parameters;
import io.tidemark.serve.http.Problem;
import io.tidemark.serve.http.ProblemException;
import io.tidemark.serve.http.Thing;
import io.tidemark.words.Sentence;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;

/// Labels given and taken by hand, which stands whatever rules and imports say until it is taken back.
@RestController
@RequestMapping("/api/v1/labels/{id}")
final class LabelPostsController {
    private static final Sentence POSTS_NEEDED = Sentence.of("posts_needed", "Name posts in post_ids or external_ids.");
    private static final Sentence AMBIGUOUS_POSTS = Sentence.of(
            "posts_ambiguous",
            "Some external_ids mean several posts: write them as SCHEME:ID, or give post_ids. Nothing was"
                    + " changed.");
    private static final Sentence UNKNOWN_POSTS =
            Sentence.of("posts_unknown", "Some posts are not of this business: leave them out. Nothing was changed.");

    private static final Set<String> MEMBERS = Set.of("post_ids", "external_ids");
    private static final int MOST_POSTS = 10_000;
    private static final int LONGEST_EXTERNAL_ID = 500;
    /// How many posts a problem names.
    private static final int MOST_NAMED = 20;

    private final Access access;
    private final Labelling labelling;
    private final JsonMapper json;

    LabelPostsController(Access access, Labelling labelling, JsonMapper json) {
        this.access = access;
        this.labelling = labelling;
        this.json = json;
    }

    /// @param changed posts for which something else, or nothing, had been chosen before
    record Chosen(LabelView label, int posts, int changed) {}

    @PostMapping(path = "/posts", consumes = MediaType.APPLICATION_JSON_VALUE)
    Chosen give(@AuthenticationPrincipal User caller, @PathVariable String id, HttpServletRequest request) {
        return changing(
                caller, id, request, (business, label, posts) -> labelling.choose(business, label, posts, true));
    }

    @DeleteMapping(path = "/posts", consumes = MediaType.APPLICATION_JSON_VALUE)
    Chosen take(@AuthenticationPrincipal User caller, @PathVariable String id, HttpServletRequest request) {
        return changing(
                caller, id, request, (business, label, posts) -> labelling.choose(business, label, posts, false));
    }

    @DeleteMapping(path = "/choices", consumes = MediaType.APPLICATION_JSON_VALUE)
    Chosen takeBack(@AuthenticationPrincipal User caller, @PathVariable String id, HttpServletRequest request) {
        return changing(caller, id, request, labelling::unchoose);
    }

    private interface Choice {
        /// @return empty when there is no such label
        Optional<Integer> of(long business, long label, PostReferences posts);
    }

    private Chosen changing(User caller, String id, HttpServletRequest request, Choice choice) {
        long business = LabelRequests.business(access, caller, request);
        long label = Parameters.id("label_id", id);
        PostReferences posts = posts(Body.of(request, json, MEMBERS));
        int changed = changed(choice, business, label, posts);
        return labelling
                .label(business, label)
                .map(details -> new Chosen(LabelView.of(details), posts.size(), changed))
                .orElseThrow(() -> Thing.LABEL.notFound(label));
    }

    private static int changed(Choice choice, long business, long label, PostReferences posts) {
        try {
            return choice.of(business, label, posts).orElseThrow(() -> Thing.LABEL.notFound(label));
        } catch (UnknownPosts bad) {
            throw unknown(bad);
        }
    }

    private static PostReferences posts(Body body) {
        List<Long> ids = body.ids("post_ids", MOST_POSTS);
        List<String> externalIds = body.texts("external_ids", MOST_POSTS, LONGEST_EXTERNAL_ID);
        if (ids.isEmpty() && externalIds.isEmpty()) {
            throw Body.bad("post_ids", POSTS_NEEDED.said());
        }
        return new PostReferences(Set.copyOf(ids), Set.copyOf(externalIds));
    }

    private static ProblemException unknown(UnknownPosts bad) {
        Sentence detail = bad.unknown().isEmpty() ? AMBIGUOUS_POSTS : UNKNOWN_POSTS;
        return Problem.of(HttpStatus.BAD_REQUEST, "unknown_posts", detail.said())
                .with("unknown", bad.unknown().stream().limit(MOST_NAMED).toList())
                .with("unknown_count", bad.unknown().size())
                .with("ambiguous", bad.ambiguous().stream().limit(MOST_NAMED).toList())
                .with("ambiguous_count", bad.ambiguous().size())
                .exception();
    }
}
