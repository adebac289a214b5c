package io.tidemark.serve.analytics;

import io.tidemark.ledger.Business;
import io.tidemark.ledger.Thumbnail;
import io.tidemark.ledger.User;
import io.tidemark.serve.http.Access;
import io.tidemark.serve.http.Parameters;
import io.tidemark.serve.http.Problem;
import io.tidemark.words.Sentence;
import io.tidemark.words.Value;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/// The small picture of a post, from here instead of from its platform: pages need call nobody else. Pictures are
/// those of the present, also where numbers are asked for as of an instant.
@RestController
final class ThumbnailController {
    private static final Sentence NO_PICTURE = Sentence.of(
            "thumbnail_not_found",
            "There is no picture of post {id} in this business: answers name the address of a picture where"
                    + " there is one.");

    static final Set<String> PARAMETERS = Set.of("business_id");

    private static final Duration KEPT = Duration.ofHours(1);

    private final Access access;
    private final Posts posts;

    ThumbnailController(Access access, Posts posts) {
        this.access = access;
        this.posts = posts;
    }

    /// Where the picture of a post is; null where there is none.
    static @Nullable String path(long businessId, long postId, Set<Long> pictured) {
        return pictured.contains(postId)
                ? "/api/v1/analytics/posts/" + postId + "/thumbnail?business_id=" + businessId
                : null;
    }

    @GetMapping("/api/v1/analytics/posts/{id}/thumbnail")
    ResponseEntity<byte[]> thumbnail(
            @AuthenticationPrincipal User caller, @PathVariable String id, HttpServletRequest request) {
        long postId = Parameters.id("id", id);
        Parameters given = Parameters.of(request, PARAMETERS);
        Business business = access.business(caller, given.businessId());
        Thumbnail thumbnail = posts.thumbnail(business.id(), postId)
                .orElseThrow(() -> Problem.of(
                                HttpStatus.NOT_FOUND,
                                "thumbnail_not_found",
                                NO_PICTURE.said(Map.of("id", Value.id(postId))))
                        .exception());
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(thumbnail.contentType()))
                .eTag('"' + thumbnail.etag() + '"')
                .cacheControl(CacheControl.maxAge(KEPT).cachePrivate())
                .header("X-Content-Type-Options", "nosniff")
                .header("Content-Security-Policy", "default-src 'none'; sandbox")
                .body(thumbnail.image());
    }
}
