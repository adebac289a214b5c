package io.tidemark.collect.demo;

import io.tidemark.ledger.Alias;
import io.tidemark.metric.Placement;
import java.time.Instant;

/// Ids and addresses of posts in the shape that each platform gives them. Most platforms put the time into the id.
record Addresses(Profile profile) {
    private static final long X_EPOCH_MILLIS = 1_288_834_974_657L;
    private static final String BASE32 = "234567abcdefghijklmnopqrstuvwxyz";
    private static final String BASE64 = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
    private static final String REPOSITORY = "at://did:plc:demonstrationharbourcoffe/app.bsky.feed.post/";

    /// @param number the number of the post within its account, which keeps the ids of one instant apart
    Alias alias(Style style, Instant publishedAt, int number) {
        return new Alias(profile.platform().key() + ":" + kind(style), id(publishedAt, number));
    }

    String url(Style style, Alias alias) {
        String handle = profile.handle();
        String id = alias.externalId();
        return switch (profile.platform()) {
            case LINKEDIN -> "https://www.linkedin.com/posts/" + handle + "_share-" + id;
            case X -> "https://x.com/" + handle + "/status/" + id;
            case FACEBOOK -> "https://www.facebook.com/" + handle + (style.moves() ? "/videos/" : "/posts/") + id;
            case INSTAGRAM -> "https://www.instagram.com/" + instagram(style, id);
            case THREADS -> "https://www.threads.com/@" + handle + "/post/" + id;
            case YOUTUBE ->
                "https://www.youtube.com/" + (style.placement() == Placement.SHORT ? "shorts/" : "watch?v=") + id;
            case TIKTOK -> "https://www.tiktok.com/@" + handle + (style.moves() ? "/video/" : "/photo/") + id;
            case PINTEREST -> "https://www.pinterest.com/pin/" + id;
            case BLUESKY -> "https://bsky.app/profile/" + handle + "/post/" + id.substring(id.lastIndexOf('/') + 1);
            case MASTODON -> {
                String[] parts = handle.split("@", 2);
                yield "https://" + parts[1] + "/@" + parts[0] + "/" + id;
            }
        };
    }

    private String instagram(Style style, String id) {
        return switch (style.placement()) {
            case REEL -> profile.handle() + "/reel/" + id + "/";
            case STORY -> "stories/" + profile.handle() + "/" + id + "/";
            case FEED, SHORT, LIVE, REPLY -> profile.handle() + "/p/" + id + "/";
        };
    }

    private String kind(Style style) {
        return switch (profile.platform()) {
            case LINKEDIN -> "share";
            case YOUTUBE, TIKTOK -> "video";
            case INSTAGRAM -> style.placement() == Placement.STORY ? "story" : "media";
            case X, FACEBOOK, THREADS, PINTEREST, BLUESKY, MASTODON -> "post";
        };
    }

    private String id(Instant publishedAt, int number) {
        long millis = publishedAt.toEpochMilli();
        return switch (profile.platform()) {
            case LINKEDIN -> Long.toString((millis << 22) | number);
            case X -> Long.toString(((millis - X_EPOCH_MILLIS) << 22) | number);
            case TIKTOK -> Long.toString(((millis / 1000) << 32) | number);
            case MASTODON -> Long.toString((millis << 16) | number);
            case BLUESKY -> REPOSITORY + coded(((millis * 1000) << 10) | number, BASE32, 13);
            case YOUTUBE -> "demo-" + coded(millis / 1000 * 31, BASE64, 6);
            case INSTAGRAM -> "Demo" + coded((millis << 8) | (number & 0xff), BASE64, 8);
            case FACEBOOK, THREADS, PINTEREST -> Long.toString(millis * 1000 + number);
        };
    }

    private static String coded(long value, String alphabet, int length) {
        StringBuilder text = new StringBuilder();
        long rest = value;
        for (int i = 0; i < length; i++) {
            text.append(alphabet.charAt((int) Math.floorMod(rest, (long) alphabet.length())));
            rest /= alphabet.length();
        }
        return text.reverse().toString();
    }
}
