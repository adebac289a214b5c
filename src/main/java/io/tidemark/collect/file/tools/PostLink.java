package io.tidemark.collect.file.tools;

import io.tidemark.collect.file.format.MastodonLink;
import io.tidemark.collect.file.linkedin.LinkedInLink;
import io.tidemark.ledger.Alias;
import io.tidemark.metric.Platform;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What the address of a post says about it: its id, often the account, and on some platforms the time.
///
/// @param handle of the account; empty where the address does not name it
/// @param createdAt where the id holds it
record PostLink(Alias alias, Optional<String> handle, Optional<Instant> createdAt) {
    private static final long X_EPOCH_MILLIS = 1_288_834_974_657L;
    private static final int X_SHIFT = 22;
    private static final int TIKTOK_SHIFT = 32;
    /// Ids of before November 2010 were counted and hold no time.
    private static final long FIRST_TIMED_X_ID = 30_000_000_000L;

    private static final Map<Platform, Shape> SHAPES = Map.of(
            Platform.X, shape("x:post", "(?:x|twitter)\\.com/(?<handle>\\w+)/status(?:es)?/(?<id>\\d+)"),
            Platform.INSTAGRAM,
                    shape(
                            "instagram:shortcode",
                            "instagram\\.com/(?:(?<handle>[\\w.]+)/)??(?:p|reels?|tv)/(?<id>[\\w-]{5,})"),
            Platform.FACEBOOK,
                    shape(
                            "facebook:post",
                            "facebook\\.com/(?<handle>)[^?#]*?(?:/posts/|/permalink/|[?]story_fbid=)(?<id>\\d{8,})"),
            Platform.YOUTUBE,
                    shape("youtube:video", "(?<handle>)(?:[?&]v=|youtu\\.be/|/shorts/|/live/)(?<id>[\\w-]{11})"),
            Platform.TIKTOK, shape("tiktok:video", "tiktok\\.com/@(?<handle>[\\w.]+)/(?:video|photo)/(?<id>\\d+)"),
            Platform.THREADS,
                    shape("threads:shortcode", "threads\\.(?:net|com)/@(?<handle>[\\w.]+)/post/(?<id>[\\w-]+)"),
            Platform.BLUESKY,
                    shape(
                            "bluesky:key",
                            "bsky\\.app/profile/(?:did:[^/?#]+|(?<handle>[^/?#]+))/post/(?<id>[\\w.:~-]+)"),
            Platform.PINTEREST, shape("pinterest:post", "pinterest\\.[^/]+/(?<handle>)pin/(?<id>\\d+)"));

    private record Shape(String scheme, Pattern pattern) {}

    private static Shape shape(String scheme, String pattern) {
        return new Shape(scheme, Pattern.compile(pattern));
    }

    /// An address without an id that is known stands for the post itself.
    static PostLink of(Platform platform, String url) {
        if (platform == Platform.LINKEDIN) {
            return LinkedInLink.alias(url)
                    .map(alias -> new PostLink(alias, Optional.empty(), Optional.of(LinkedInLink.createdAt(alias))))
                    .orElseGet(() -> ofAddress(platform, url));
        }
        if (platform == Platform.MASTODON) {
            return MastodonLink.in(url)
                    .map(link -> new PostLink(link.alias(), Optional.of(link.handle()), Optional.empty()))
                    .orElseGet(() -> ofAddress(platform, url));
        }
        Shape shape = SHAPES.get(platform);
        Matcher found = shape == null ? null : shape.pattern.matcher(url);
        if (shape == null || found == null || !found.find()) {
            return ofAddress(platform, url);
        }
        Optional<String> handle = Optional.ofNullable(found.group("handle")).filter(name -> !name.isEmpty());
        return new PostLink(new Alias(shape.scheme, found.group("id")), handle, createdAt(platform, found.group("id")));
    }

    private static PostLink ofAddress(Platform platform, String url) {
        String plain = url.replaceFirst("[?#].*$", "").replaceFirst("/$", "");
        return new PostLink(new Alias(platform.key() + ":url", plain), Optional.empty(), Optional.empty());
    }

    /// Numbers of more digits than an id has are no ids.
    private static Optional<Instant> createdAt(Platform platform, String id) {
        if (id.length() > 19 || (platform != Platform.X && platform != Platform.TIKTOK)) {
            return Optional.empty();
        }
        long number = Long.parseUnsignedLong(id);
        return switch (platform) {
            case X ->
                number < FIRST_TIMED_X_ID
                        ? Optional.empty()
                        : Optional.of(Instant.ofEpochMilli((number >>> X_SHIFT) + X_EPOCH_MILLIS));
            case TIKTOK -> Optional.of(Instant.ofEpochSecond(number >>> TIKTOK_SHIFT));
            default -> Optional.empty();
        };
    }
}
