package io.tidemark.collect.connector;

/// A list of an account's posts.
///
/// @param name stable: `posts`, `stories`
/// @param newestFirst whether it is sorted by time of publication, so that one may stop early
/// @param complete whether a post that it no longer holds is gone (a list of live stories is not complete)
/// @param live whether it holds only what is live and must be looked at often
/// @param counters whether it tells all counters of its posts that are usually told, so that a page is a reading of
/// them;
///     where it tells a few, they are stored, and the post waits for its reading all the same
/// @param onRequest whether it is read only where somebody asks for replies: it holds them together with all else, so
///     that it stands in for the other lists
public record Listing(
        String name, boolean newestFirst, boolean complete, boolean live, boolean counters, boolean onRequest) {
    /// All posts, newest first.
    public static Listing posts(boolean counters) {
        return new Listing("posts", true, true, false, counters, false);
    }
}
