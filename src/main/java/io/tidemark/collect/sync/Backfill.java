package io.tidemark.collect.sync;

import io.tidemark.collect.connector.CallFailed;
import io.tidemark.collect.connector.Fault;
import io.tidemark.collect.connector.Listing;
import io.tidemark.words.Sentence;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/// Lists the posts that an account had when it was connected, some pages in each run, going on where the run before
/// ended.
final class Backfill implements Phase {
    private static final Sentence IN_A_CIRCLE = Sentence.of(
            "list_in_a_circle",
            "The list of old posts leads in a circle, so that what comes after it cannot be reached: it came back to a page that was read before.");

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final int PAGES_IN_A_RUN = 10;

    @Override
    public void run(Run run) {
        if (run.progress().backfilledAt() != null) {
            return;
        }
        Map<String, Place> left = left(run);
        if (run.progress().backfill() == null) {
            // What is published from now on is for discovery to find.
            run.progress(run.progress().discovered(run.startedAt));
        }
        Instant since = run.startedAt.minus(run.connector.traits().backfill());
        int pages = PAGES_IN_A_RUN;
        for (Listing listing : run.listings()) {
            while (pages > 0 && left.containsKey(listing.name())) {
                pages -= list(run, listing, since, left, pages);
                note(run, left);
            }
        }
        if (!left.isEmpty()) {
            run.next(run.startedAt);
        }
    }

    /// How far a list has been read. That it leads in a circle, however long, shows by Brent's method: after 2, 4, 8, …
    /// pages the place is marked, and a list that comes back to its mark goes round.
    ///
    /// @param cursor where it goes on; null at its beginning
    /// @param pages that were read
    /// @param mark the cursor after the last power of two of pages; null before there is one
    private record Place(
            @Nullable String cursor, int pages, @Nullable String mark) {
        static final Place BEGINNING = new Place(null, 0, null);

        boolean closes(String following) {
            return following.equals(mark);
        }

        Place on(String following) {
            int read = pages + 1;
            return new Place(following, read, Integer.bitCount(read) == 1 ? following : mark);
        }
    }

    /// @return how many pages were read
    private static int list(Run run, Listing listing, Instant since, Map<String, Place> left, int most) {
        Place place = left.getOrDefault(listing.name(), Place.BEGINNING);
        Pages pages = new Pages(run, listing, since, place.cursor());
        int read = 0;
        while (pages.hasNext() && read < most) {
            if (!goesOn(pages, read == 0 && place.cursor() != null)) {
                left.put(listing.name(), Place.BEGINNING);
                return Math.max(1, read);
            }
            read++;
            String cursor = pages.cursor();
            if (cursor != null) {
                if (place.closes(cursor)) {
                    throw roundAndRound(run, left, listing);
                }
                place = place.on(cursor);
                left.put(listing.name(), place);
                note(run, left);
            }
        }
        if (!pages.hasNext()) {
            left.remove(listing.name());
        }
        return read;
    }

    /// Nothing else can be reached: the list counts as read.
    private static CallFailed roundAndRound(Run run, Map<String, Place> left, Listing listing) {
        left.remove(listing.name());
        note(run, left);
        return new CallFailed(new Fault.Unreadable(IN_A_CIRCLE.said()));
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

    /// The lists that are not through. All anew where it began with others, as somebody asked for replies meanwhile.
    private static Map<String, Place> left(Run run) {
        String kept = run.progress().backfill();
        Map<String, Place> all = new TreeMap<>();
        run.listings().forEach(listing -> all.put(listing.name(), Place.BEGINNING));
        if (kept == null) {
            return all;
        }
        Map<String, Place> left = new TreeMap<>(JSON.readValue(kept, new TypeReference<Map<String, Place>>() {}));
        return all.keySet().containsAll(left.keySet()) ? left : all;
    }

    private static void note(Run run, Map<String, Place> left) {
        run.progress(
                left.isEmpty()
                        ? run.progress().backfilled(run.startedAt)
                        : run.progress().backfilling(JSON.writeValueAsString(left)));
    }
}
