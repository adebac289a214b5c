package io.tidemark.collect.sync;

import io.tidemark.collect.connector.ListedPost;
import io.tidemark.collect.connector.Listing;
import io.tidemark.collect.connector.Page;
import io.tidemark.ledger.LivePost;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Lists the last months whole now and then: a post that is no longer listed is missing, and gone once it is
/// missing on several days. Not where listing is charged for: there readings tell.
final class Sweep implements Phase {
    private static final Duration EVERY = Duration.ofDays(7);
    private static final Duration SUSPECTS = Duration.ofDays(1);
    private static final Duration REACH = Duration.ofDays(90);

    @Override
    public void run(Run run) {
        Instant last = run.progress().sweptAt();
        boolean possible =
                run.connector.prices().isEmpty() && run.listings().stream().anyMatch(Listing::complete);
        if (last == null || !possible) {
            return;
        }
        if (run.startedAt.isBefore(last.plus(EVERY))) {
            run.next(last.plus(EVERY));
            return;
        }
        boolean suspects = sweep(run);
        Instant counted = suspects ? run.startedAt.minus(EVERY).plus(SUSPECTS) : run.startedAt;
        run.progress(run.progress().swept(counted));
        run.next(counted.plus(EVERY));
    }

    /// @return whether posts are missing that are not gone yet
    private static boolean sweep(Run run) {
        Instant since = run.startedAt.minus(REACH);
        Set<String> listed = new HashSet<>();
        int count = 0;
        for (Listing listing : run.listings()) {
            if (listing.complete()) {
                Pages pages = new Pages(run, listing, since, null);
                while (pages.hasNext()) {
                    Page<ListedPost> page = pages.next();
                    page.items().forEach(post -> listed.add(post.ref().externalId()));
                    count += page.items().size();
                }
            }
        }
        Integer most = run.connector.traits().maxPosts();
        boolean endsEarly = most != null && count >= most;
        if (endsEarly || listed.isEmpty()) {
            // What is older than the end of the list is not missing; nor is everything where nothing is shown.
            return false;
        }
        List<String> missing =
                run.present(since).stream().filter(id -> !listed.contains(id)).toList();
        Map<String, LivePost> posts = run.known(missing);
        boolean suspects = false;
        for (LivePost post : posts.values()) {
            if (mayBeListed(run, post)) {
                run.missed(post, run.now());
                suspects |= run.current(post).goneAt() == null;
            }
        }
        return suspects;
    }

    /// Posts that only a list of live ones shows are not missing when they have run out.
    private static boolean mayBeListed(Run run, LivePost post) {
        return run.connector.postRoutes().stream()
                .anyMatch(route -> route.until() == null && route.kinds().test(post.kind()));
    }
}
