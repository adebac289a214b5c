package io.tidemark.collect.connector.linkedin;

import io.tidemark.collect.connector.Api;
import io.tidemark.collect.connector.ListedPost;
import io.tidemark.collect.connector.Page;
import io.tidemark.collect.connector.PostRef;
import io.tidemark.ledger.PostVersion;
import io.tidemark.metric.Boosted;
import io.tidemark.metric.MetricValues;
import io.tidemark.metric.Placement;
import io.tidemark.words.Sentence;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// The list of a page's posts, newest first. A page of it may be short, even empty: whether another one follows
/// is said by its links alone.
final class PagePosts {
    private static final Sentence NO_ELEMENTS = Sentence.of("linkedin_no_posts", "The list of posts has no elements");
    private static final Sentence NO_START =
            Sentence.of("linkedin_no_start", "A link to the next page does not say where it starts");

    private static final int COUNT = 100;
    private static final Pattern START = Pattern.compile("[?&]start=(\\d{1,9})(?:&|$)");

    private final LinkedInCalls calls;

    PagePosts(LinkedInCalls calls) {
        this.calls = calls;
    }

    Page<ListedPost> page(Api api, String author, @Nullable String cursor) {
        String start = cursor == null ? "0" : cursor;
        JsonNode answer = calls.get(
                api,
                LinkedInCalls.POSTS,
                "?q=author&author=%s&count=%d&start=%s&sortBy=CREATED"
                        .formatted(RestLi.encoded(author), COUNT, RestLi.encoded(start)));
        if (!answer.path("elements").isArray()) {
            throw Unreadable.of(NO_ELEMENTS);
        }
        List<ListedPost> posts = new ArrayList<>();
        answer.path("elements").forEach(element -> post(element).ifPresent(posts::add));
        return new Page<>(posts, next(answer.path("paging")));
    }

    /// The start of the page that the links name.
    static @Nullable String next(JsonNode paging) {
        for (JsonNode link : paging.path("links")) {
            if (link.path("rel").asString("").equals("next")) {
                Matcher start = START.matcher(link.path("href").asString(""));
                if (!start.find()) {
                    throw Unreadable.of(NO_START);
                }
                return start.group(1);
            }
        }
        return null;
    }

    /// Empty for what is no post of the page's own that people see: drafts, advertisements, posts of others that it
    /// shares.
    static Optional<ListedPost> post(JsonNode element) {
        boolean published = element.path("lifecycleState").asString("").equals("PUBLISHED");
        boolean onlyAd = element.path("adContext").path("isDsc").asBoolean(false)
                || element.path("distribution")
                        .path("feedDistribution")
                        .asString("")
                        .equals("NONE");
        if (!published || onlyAd || element.hasNonNull("reshareContext")) {
            return Optional.empty();
        }
        return Urn.parse(element.path("id").asString("")).filter(Urn::isPost).map(urn -> listed(urn, element));
    }

    private static ListedPost listed(Urn urn, JsonNode element) {
        JsonNode content = element.path("content");
        PostShape shape = PostShape.of(content);
        Instant published = published(urn, element);
        String commentary = element.path("commentary").asString("");
        PostVersion version = new PostVersion(
                published,
                Placement.FEED,
                shape.format(),
                commentary.isBlank() ? null : LittleText.plain(commentary),
                urn.permalink(),
                Boosted.UNKNOWN,
                false);
        PostRef ref = new PostRef(urn.toString(), PostKinds.ofPage(urn, shape), published);
        return new ListedPost(ref, List.of(urn.alias()), version, MetricValues.NONE, LinkedInPictures.of(content));
    }

    private static Instant published(Urn urn, JsonNode element) {
        return RestLi.time(element.path("publishedAt"))
                .or(() -> RestLi.time(element.path("createdAt")))
                .orElseGet(urn::createdAt);
    }
}
