package io.tidemark.collect.demo;

import io.tidemark.collect.simulator.bluesky.BlueskySimulator;
import io.tidemark.collect.simulator.linkedin.LinkedInSimulator;
import io.tidemark.collect.simulator.mastodon.MastodonSimulator;
import io.tidemark.collect.simulator.meta.MetaIds;
import io.tidemark.collect.simulator.pinterest.PinterestSimulator;
import io.tidemark.collect.simulator.tiktok.TikTokSimulator;
import io.tidemark.collect.simulator.x.XSimulator;
import io.tidemark.collect.simulator.youtube.YouTubeSimulator;
import io.tidemark.ledger.Alias;
import io.tidemark.metric.Format;
import io.tidemark.metric.Placement;
import io.tidemark.metric.Platform;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/// The platforms that are simulated, so that accounts of the demonstration go on live. What was collected before calls
/// accounts and posts by the names that the simulators give them.
enum LivePlatform {
    LINKEDIN(Platform.LINKEDIN, "urn:li:organization:90000001") {
        @Override
        String kind(Style style) {
            return word(style.format());
        }

        @Override
        List<Alias> aliases(Style style, Instant publishedAt, int number) {
            String[] urn =
                    LinkedInSimulator.urn(kind(style), publishedAt, number).split(":", -1);
            return List.of(new Alias("linkedin:" + urn[2], urn[3]));
        }

        @Override
        String url(String handle, Style style, Instant publishedAt, int number) {
            return "https://www.linkedin.com/feed/update/" + LinkedInSimulator.urn(kind(style), publishedAt, number)
                    + "/";
        }
    },

    X(Platform.X, "1790000000000000001") {
        @Override
        String kind(Style style) {
            return style.placement() == Placement.REPLY ? "reply" : word(style.format());
        }

        @Override
        List<Alias> aliases(Style style, Instant publishedAt, int number) {
            return List.of(new Alias("x:post", XSimulator.id(publishedAt, number)));
        }

        @Override
        String url(String handle, Style style, Instant publishedAt, int number) {
            return "https://x.com/" + handle + "/status/" + XSimulator.id(publishedAt, number);
        }
    },

    FACEBOOK(Platform.FACEBOOK, "102900000000001") {
        @Override
        String kind(Style style) {
            if (style.placement() == Placement.REEL) {
                return "reel";
            }
            return style.format() == Format.IMAGE ? "photo" : word(style.format());
        }

        @Override
        List<Alias> aliases(Style style, Instant publishedAt, int number) {
            Alias post = new Alias("facebook:post", MetaIds.post(number));
            return style.moves()
                    ? List.of(post, new Alias("facebook:video", externalId() + "_" + MetaIds.video(number)))
                    : List.of(post);
        }

        @Override
        String url(String handle, Style style, Instant publishedAt, int number) {
            String site = "https://www.facebook.com/";
            return switch (kind(style)) {
                case "reel" -> site + "reel/" + MetaIds.video(number) + "/";
                case "video" -> site + externalId() + "/videos/" + MetaIds.video(number) + "/";
                default -> site + externalId() + "/posts/" + MetaIds.post(number);
            };
        }
    },

    INSTAGRAM(Platform.INSTAGRAM, "17841400000000001") {
        @Override
        String kind(Style style) {
            return switch (style.placement()) {
                case REEL -> "REELS";
                case STORY -> "STORY";
                default -> style.format() == Format.CAROUSEL ? "CAROUSEL_ALBUM" : "IMAGE";
            };
        }

        @Override
        List<Alias> aliases(Style style, Instant publishedAt, int number) {
            Alias media = new Alias("instagram:media", MetaIds.media(number));
            return style.placement() == Placement.STORY
                    ? List.of(media)
                    : List.of(media, new Alias("instagram:shortcode", MetaIds.code(publishedAt, number)));
        }

        @Override
        String url(String handle, Style style, Instant publishedAt, int number) {
            String site = "https://www.instagram.com/";
            return switch (style.placement()) {
                case REEL -> site + "reel/" + MetaIds.code(publishedAt, number) + "/";
                case STORY -> site + "stories/" + handle + "/" + MetaIds.media(number);
                default -> site + "p/" + MetaIds.code(publishedAt, number) + "/";
            };
        }
    },

    YOUTUBE(Platform.YOUTUBE, "UCdemoharbourcoffee00001") {
        @Override
        String kind(Style style) {
            return switch (style.placement()) {
                case SHORT -> "short";
                case LIVE -> "live";
                default -> "video";
            };
        }

        @Override
        List<Alias> aliases(Style style, Instant publishedAt, int number) {
            return List.of(new Alias("youtube:video", YouTubeSimulator.id(publishedAt, number)));
        }

        @Override
        String url(String handle, Style style, Instant publishedAt, int number) {
            return "https://www.youtube.com/" + (style.placement() == Placement.SHORT ? "shorts/" : "watch?v=")
                    + YouTubeSimulator.id(publishedAt, number);
        }
    },

    TIKTOK(Platform.TIKTOK, "harbourcoffee-0001") {
        @Override
        String kind(Style style) {
            return style.moves() ? "video" : "photo";
        }

        @Override
        List<Alias> aliases(Style style, Instant publishedAt, int number) {
            return List.of(new Alias("tiktok:video", TikTokSimulator.id(publishedAt, number)));
        }

        @Override
        String url(String handle, Style style, Instant publishedAt, int number) {
            return "https://www.tiktok.com/@%s/%s/%s"
                    .formatted(handle, kind(style), TikTokSimulator.id(publishedAt, number));
        }
    },

    MASTODON(Platform.MASTODON, DemoWorlds.MASTODON + "/109300000000000001") {
        @Override
        String kind(Style style) {
            return word(style.format());
        }

        @Override
        List<Alias> aliases(Style style, Instant publishedAt, int number) {
            return List.of(
                    new Alias("mastodon:post", DemoWorlds.MASTODON + "/" + MastodonSimulator.id(publishedAt, number)));
        }

        @Override
        String url(String handle, Style style, Instant publishedAt, int number) {
            String[] parts = handle.split("@", 2);
            return "https://%s/@%s/%s".formatted(parts[1], parts[0], MastodonSimulator.id(publishedAt, number));
        }
    },

    BLUESKY(Platform.BLUESKY, "did:plc:harbourcoffeedemonstrati") {
        @Override
        String kind(Style style) {
            return word(style.format());
        }

        @Override
        List<Alias> aliases(Style style, Instant publishedAt, int number) {
            return List.of(new Alias("bluesky:post", BlueskySimulator.uri(externalId(), publishedAt, number)));
        }

        @Override
        String url(String handle, Style style, Instant publishedAt, int number) {
            String uri = BlueskySimulator.uri(externalId(), publishedAt, number);
            return "https://bsky.app/profile/" + externalId() + "/post/" + uri.substring(uri.lastIndexOf('/') + 1);
        }
    },

    THREADS(Platform.THREADS, "902100000000000001") {
        @Override
        String kind(Style style) {
            return word(style.format());
        }

        @Override
        List<Alias> aliases(Style style, Instant publishedAt, int number) {
            return List.of(
                    new Alias("threads:post", MetaIds.media(number)),
                    new Alias("threads:shortcode", MetaIds.code(publishedAt, number)));
        }

        @Override
        String url(String handle, Style style, Instant publishedAt, int number) {
            return "https://www.threads.net/@" + handle + "/post/" + MetaIds.code(publishedAt, number);
        }
    },

    PINTEREST(Platform.PINTEREST, "902100000000000004") {
        @Override
        String kind(Style style) {
            return word(style.format());
        }

        @Override
        List<Alias> aliases(Style style, Instant publishedAt, int number) {
            return List.of(new Alias("pinterest:post", PinterestSimulator.id(number)));
        }

        @Override
        String url(String handle, Style style, Instant publishedAt, int number) {
            return "https://www.pinterest.com/pin/" + PinterestSimulator.id(number) + "/";
        }
    };

    private final Platform platform;
    private final String externalId;

    LivePlatform(Platform platform, String externalId) {
        this.platform = platform;
        this.externalId = externalId;
    }

    static LivePlatform of(Platform platform) {
        return Arrays.stream(values())
                .filter(live -> live.platform == platform)
                .findFirst()
                .orElseThrow();
    }

    Platform platform() {
        return platform;
    }

    /// What the platform calls the account.
    String externalId() {
        return externalId;
    }

    /// What the platform's simulator calls such posts.
    abstract String kind(Style style);

    abstract List<Alias> aliases(Style style, Instant publishedAt, int number);

    abstract String url(String handle, Style style, Instant publishedAt, int number);

    private static String word(Format format) {
        return format.name().toLowerCase(Locale.ROOT);
    }
}
