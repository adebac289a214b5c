package io.tidemark.collect.simulator.tiktok;

import io.tidemark.collect.simulator.SimulatedAccount;
import io.tidemark.collect.simulator.SimulatedPost;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/// What TikTok shows of an account's posts. Of one that is private it shows none.
final class TikTokPosts {
    static final String PHOTO = "photo";

    private static final int SECONDS_IN_ID = 32;

    private TikTokPosts() {}

    /// A part of a list: cut first, and freed of what is not shown afterwards, so that it may be short.
    ///
    /// @param cursor milliseconds before which the rest was published
    record Page(List<SimulatedPost> posts, long cursor, boolean more) {
        Page {
            posts = List.copyOf(posts);
        }
    }

    static List<SimulatedPost> shown(SimulatedAccount account, Instant now) {
        return account.hidden() ? List.of() : account.visible(now);
    }

    static Page page(List<SimulatedPost> shown, Instant before, int size) {
        List<SimulatedPost> rest = shown.stream()
                .filter(post -> post.publishedAt().isBefore(before))
                .toList();
        List<SimulatedPost> cut = rest.subList(0, Math.min(size, rest.size()));
        long cursor = cut.isEmpty()
                ? before.toEpochMilli()
                : cut.getLast().publishedAt().toEpochMilli();
        return new Page(cut, cursor, rest.size() > cut.size());
    }

    static List<SimulatedPost> of(List<SimulatedPost> shown, Set<String> ids) {
        return shown.stream().filter(post -> ids.contains(id(post))).toList();
    }

    static String id(SimulatedPost post) {
        return id(post.publishedAt(), post.number());
    }

    /// The second of publication, then what tells the posts of a second apart.
    static String id(Instant publishedAt, int number) {
        return Long.toString((publishedAt.getEpochSecond() << SECONDS_IN_ID) | number);
    }

    static String link(SimulatedAccount account, SimulatedPost post) {
        return "https://www.tiktok.com/@%s/%s/%s"
                .formatted(account.handle(), post.kind().equals(PHOTO) ? PHOTO : "video", id(post));
    }
}
