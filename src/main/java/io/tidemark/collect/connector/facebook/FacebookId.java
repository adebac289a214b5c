package io.tidemark.collect.connector.facebook;

import io.tidemark.ledger.Alias;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// The ids of a post: that of the post, under which the numbers of all posts are, and that of the video in it, under
/// which those of reels are.
///
/// @param post `PAGE_POST`; null where Facebook tells of a reel's video only
/// @param video null where there is none, or none is needed
record FacebookId(@Nullable String post, @Nullable String video) {
    private static final Pattern IN_ADDRESS = Pattern.compile("/(?:reel|videos(?:/[^/?]+)??)/(\\d{5,20})");

    FacebookId {
        if (post == null && video == null) {
            throw new IllegalArgumentException("A post has an id");
        }
    }

    /// From the form that [#external()] gives.
    static FacebookId of(String external) {
        int slash = external.indexOf('/');
        if (slash >= 0) {
            return new FacebookId(external.substring(0, slash), external.substring(slash + 1));
        }
        return external.contains("_") ? new FacebookId(external, null) : new FacebookId(null, external);
    }

    /// The video that the address of a post names.
    static @Nullable String videoIn(String address) {
        Matcher video = IN_ADDRESS.matcher(address);
        return video.find() ? video.group(1) : null;
    }

    String external() {
        if (post == null || video == null) {
            return post == null ? String.valueOf(video) : post;
        }
        return post + "/" + video;
    }

    /// By which the numbers that all posts have are asked for.
    String askedPost() {
        return Objects.requireNonNull(post, external());
    }

    /// By which the numbers of reels are asked for.
    String askedVideo() {
        return Objects.requireNonNull(video, external());
    }

    /// Without the page, as exported files name it; videos are told apart by page, since pages share them.
    List<Alias> aliases(String page, @Nullable String shownVideo) {
        List<Alias> aliases = new ArrayList<>();
        if (post != null) {
            aliases.add(new Alias("facebook:post", post.substring(post.indexOf('_') + 1)));
        }
        if (shownVideo != null) {
            aliases.add(new Alias("facebook:video", page + "_" + shownVideo));
        }
        return aliases;
    }
}
