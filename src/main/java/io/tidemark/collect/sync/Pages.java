package io.tidemark.collect.sync;

import io.tidemark.collect.connector.CallFailed;
import io.tidemark.collect.connector.Fault;
import io.tidemark.collect.connector.ListedPost;
import io.tidemark.collect.connector.Listing;
import io.tidemark.collect.connector.Page;
import io.tidemark.words.Sentence;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The pages of a list, one after another. A list that comes back to where it was is called off.
final class Pages {
    private static final Sentence LEADS_BACK =
            Sentence.of("list_leads_back", "The list of posts leads back to a page that was read before.");

    private final Run run;
    private final Listing listing;
    private final @Nullable Instant since;
    private final Set<String> cursors = new HashSet<>();
    private @Nullable String cursor;
    private boolean ended;

    /// @param from where the list goes on; null at its beginning
    Pages(Run run, Listing listing, @Nullable Instant since, @Nullable String from) {
        this.run = run;
        this.listing = listing;
        this.since = since;
        cursor = from;
    }

    boolean hasNext() {
        return !ended;
    }

    /// Where the list goes on; null where it has ended.
    @Nullable
    String cursor() {
        return ended ? null : cursor;
    }

    Page<ListedPost> next() {
        Page<ListedPost> page = run.connector.posts(run.api, run.tracked, listing, since, cursor);
        run.listed(listing, page.items());
        String following = page.next();
        if (following != null && !cursors.add(following)) {
            throw new CallFailed(new Fault.Unreadable(LEADS_BACK.said()));
        }
        cursor = following;
        ended = following == null || reached(page);
        return page;
    }

    /// Whether the rest of the list is older than what is wanted.
    private boolean reached(Page<ListedPost> page) {
        Instant oldest = since;
        return oldest != null
                && listing.newestFirst()
                && !page.items().isEmpty()
                && page.items().getLast().ref().publishedAt().isBefore(oldest);
    }
}
