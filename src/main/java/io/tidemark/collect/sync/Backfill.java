package io.tidemark.collect.sync;

import io.tidemark.collect.connector.CallFailed;
import io.tidemark.collect.connector.Fault;
import io.tidemark.collect.connector.Listing;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/// Lists the posts that an account had when it was connected, some pages in each run, going on where the run before
/// ended.
final class Backfill implements Phase {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final int PAGES_IN_A_RUN = 10;

    @Override
    public void run(Run run) {
        if (run.progress().backfilledAt() != null) {
            return;
        }
        Map<String, String> left = left(run);
        if (run.progress().backfill() == null) {
            // What is published from now on is for discovery to find.
            run.progress(run.progress().discovered(run.startedAt));
        }
        Instant since = run.startedAt.minus(run.connector.traits().backfill());
        int pages = PAGES_IN_A_RUN;
        for (Listing listing : run.connector.listings()) {
            while (pages > 0 && left.containsKey(listing.name())) {
                pages -= list(run, listing, since, left, pages);
                note(run, left);
            }
        }
        if (!left.isEmpty()) {
            run.next(run.startedAt);
        }
    }

    /// @return how many pages were read
    private static int list(Run run, Listing listing, Instant since, Map<String, String> left, int most) {
        String from = left.get(listing.name());
        Pages pages = new Pages(run, listing, since, from == null || from.isEmpty() ? null : from);
        int read = 0;
        while (pages.hasNext() && read < most) {
            if (!goesOn(
                    pages, read == 0 && !left.getOrDefault(listing.name(), "").isEmpty())) {
                left.put(listing.name(), "");
                return Math.max(1, read);
            }
            read++;
            String cursor = pages.cursor();
            if (cursor != null) {
                left.put(listing.name(), cursor);
                note(run, left);
            }
        }
        if (!pages.hasNext()) {
            left.remove(listing.name());
        }
        return read;
    }

    /// @param resumed whether it is the first page after a pause, whose cursor may have run out
    /// @return false where the platform no longer takes the cursor, so that the list begins anew
    private static boolean goesOn(Pages pages, boolean resumed) {
        try {
            pages.next();
            return true;
        } catch (CallFailed failed) {
            boolean cursor = switch (failed.fault()) {
                case Fault.NotFound missing -> true;
                case Fault.BatchRefused refused -> true;
                case Fault.MetricRefused refused -> true;
                case Fault.Unreadable unreadable -> true;
                default -> false;
            };
            if (resumed && cursor) {
                return false;
            }
            throw failed;
        }
    }

    /// The lists that are not through, each with the cursor where it goes on; empty at its beginning.
    private static Map<String, String> left(Run run) {
        String kept = run.progress().backfill();
        if (kept != null) {
            return new TreeMap<>(JSON.readValue(kept, new TypeReference<Map<String, String>>() {}));
        }
        Map<String, String> left = new TreeMap<>();
        run.connector.listings().stream()
                .filter(listing -> !listing.onRequest())
                .forEach(listing -> left.put(listing.name(), ""));
        return left;
    }

    private static void note(Run run, Map<String, String> left) {
        run.progress(
                left.isEmpty()
                        ? run.progress().backfilled(run.startedAt)
                        : run.progress().backfilling(JSON.writeValueAsString(left)));
    }
}
