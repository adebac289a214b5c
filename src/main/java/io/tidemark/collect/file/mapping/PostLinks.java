package io.tidemark.collect.file.mapping;

import io.tidemark.collect.file.format.MastodonLink;
import io.tidemark.ledger.Alias;
import io.tidemark.metric.Platform;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The ids that platforms write into the addresses of posts, by which a post of a table and the same post of another
/// source are one.
final class PostLinks {
    private static final Pattern URN = Pattern.compile(
            "(?:urn(?::|%3A)li(?::|%3A)|[-_])(?<kind>activity|share|ugcPost)(?::|%3A|-)(?<id>\\d{10,19})(?!\\d)",
            Pattern.CASE_INSENSITIVE);

    private static final Map<Platform, Pattern> HOSTS = new EnumMap<>(Map.of(
            Platform.LINKEDIN, host("linkedin\\.com|lnkd\\.in"),
            Platform.X, host("twitter\\.com|x\\.com"),
            Platform.FACEBOOK, host("facebook\\.com|fb\\.watch"),
            Platform.INSTAGRAM, host("instagram\\.com"),
            Platform.THREADS, host("threads\\.(?:net|com)"),
            Platform.YOUTUBE, host("youtube\\.com|youtu\\.be"),
            Platform.TIKTOK, host("tiktok\\.com"),
            Platform.PINTEREST, host("pinterest\\.[a-z.]+|pin\\.it"),
            Platform.BLUESKY, host("bsky\\.app")));

    /// @param scheme of the alias
    private record Shape(String scheme, Pattern pattern) {
        Shape(String scheme, String pattern) {
            this(scheme, Pattern.compile(pattern, Pattern.CASE_INSENSITIVE));
        }
    }

    private static final Map<Platform, List<Shape>> SHAPES = new EnumMap<>(Map.of(
            Platform.X,
            List.of(new Shape("x:post", "(?:^|[/.])(?:twitter|x)\\.com/[^?#]*status(?:es)?/(\\d+)")),
            Platform.FACEBOOK,
            List.of(new Shape("facebook:post", "facebook\\.com/[^?#]*/(?:posts|videos|reel)/(\\d+)")),
            Platform.INSTAGRAM,
            List.of(new Shape("instagram:shortcode", "instagram\\.com/(?:[\\w.]+/)?(?:p|reel|reels|tv)/([\\w-]+)")),
            Platform.THREADS,
            List.of(new Shape("threads:shortcode", "threads\\.(?:net|com)/@[\\w.]+/post/([\\w-]+)")),
            Platform.YOUTUBE,
            List.of(new Shape(
                    "youtube:video",
                    "(?:youtube\\.com/(?:watch\\?(?:[^#]*&)?v=|shorts/|live/)|youtu\\.be/)([\\w-]{11})(?![\\w-])")),
            Platform.TIKTOK,
            List.of(new Shape("tiktok:video", "tiktok\\.com/[^?#]*/(?:video|photo)/(\\d+)")),
            Platform.BLUESKY,
            List.of(new Shape(
                    "bluesky:key",
                    "(?:bsky\\.app/profile/[^/?#]+/post/|^at://[^/]+/app\\.bsky\\.feed\\.post/)([\\w.:~-]+)")),
            Platform.PINTEREST,
            List.of(new Shape("pinterest:post", "pinterest\\.[a-z.]+/pin/(?:[^/?#]*--)?(\\d+)"))));

    private PostLinks() {}

    /// The alias that the address of a post holds; without an id in it, the address itself.
    static Alias ofLink(Platform platform, String link) {
        return inLink(platform, link).orElseGet(() -> new Alias(platform.key() + ":url", plain(link)));
    }

    /// The alias of an id as the platform itself writes it.
    static Alias ofId(Platform platform, String id) {
        return inLink(platform, id).orElseGet(() -> new Alias(scheme(platform), id));
    }

    /// The platform that an address belongs to.
    static Optional<Platform> platform(String link) {
        return HOSTS.entrySet().stream()
                .filter(host -> host.getValue().matcher(link).lookingAt())
                .map(Map.Entry::getKey)
                .findFirst();
    }

    private static Pattern host(String names) {
        return Pattern.compile("(?:https?://)?(?:[\\w-]+\\.)*(?:" + names + ")/", Pattern.CASE_INSENSITIVE);
    }

    private static Optional<Alias> inLink(Platform platform, String link) {
        if (platform == Platform.LINKEDIN) {
            Matcher urn = URN.matcher(link);
            return urn.find() ? Optional.of(new Alias(kind(urn.group("kind")), urn.group("id"))) : Optional.empty();
        }
        if (platform == Platform.MASTODON) {
            return MastodonLink.in(link).map(MastodonLink::alias);
        }
        for (Shape shape : SHAPES.getOrDefault(platform, List.of())) {
            Matcher found = shape.pattern().matcher(link);
            if (found.find()) {
                return Optional.of(new Alias(shape.scheme(), found.group(1)));
            }
        }
        return Optional.empty();
    }

    private static String kind(String written) {
        String kind = written.toLowerCase(Locale.ROOT);
        return "linkedin:" + (kind.equals("ugcpost") ? "ugcPost" : kind);
    }

    private static String scheme(Platform platform) {
        return switch (platform) {
            case YOUTUBE, TIKTOK -> platform.key() + ":video";
            case INSTAGRAM -> "instagram:media";
            case LINKEDIN -> "linkedin:activity";
            case X, FACEBOOK, THREADS, PINTEREST, BLUESKY, MASTODON -> platform.key() + ":post";
        };
    }

    /// Without what does not tell posts apart: protocol, www, parameters, a slash at the end.
    private static String plain(String link) {
        String bare = link.strip().replaceFirst("(?i)^https?://", "").replaceFirst("(?i)^www\\.", "");
        int end = bare.length();
        for (char mark : new char[] {'?', '#'}) {
            int at = bare.indexOf(mark);
            end = at < 0 ? end : Math.min(end, at);
        }
        String path = bare.substring(0, end).replaceFirst("/+$", "");
        // Parameters are dropped where a path tells posts apart; story.php?story_fbid=… has nothing else.
        return path.contains(".php") || !path.contains("/") ? bare : path;
    }
}
