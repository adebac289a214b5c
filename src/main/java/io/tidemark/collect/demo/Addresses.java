package io.tidemark.collect.demo;

import io.tidemark.ledger.Alias;
import java.time.Instant;
import java.util.List;

/// Ids and addresses of posts in the shape that each platform gives them. Most platforms put the time into the id.
record Addresses(Profile profile) {
    private static final String BASE32 = "234567abcdefghijklmnopqrstuvwxyz";
    private static final String REPOSITORY = "at://did:plc:demonstrationharbourcoffe/app.bsky.feed.post/";

    /// @param number the number of the post within its account, which keeps the ids of one instant apart
    List<Alias> aliases(Style style, Instant publishedAt, int number) {
        return LivePlatform.of(profile.platform())
                .map(live -> live.aliases(style, publishedAt, number))
                .orElseGet(() -> List.of(new Alias(scheme(), id(publishedAt, number))));
    }

    String url(Style style, Instant publishedAt, int number) {
        return LivePlatform.of(profile.platform())
                .map(live -> live.url(profile.handle(), style, publishedAt, number))
                .orElseGet(() -> url(id(publishedAt, number)));
    }

    private String url(String id) {
        String handle = profile.handle();
        return switch (profile.platform()) {
            case THREADS -> "https://www.threads.com/@" + handle + "/post/" + id;
            case PINTEREST -> "https://www.pinterest.com/pin/" + id;
            case BLUESKY -> "https://bsky.app/profile/" + handle + "/post/" + id.substring(id.lastIndexOf('/') + 1);
            case LINKEDIN, X, FACEBOOK, INSTAGRAM, YOUTUBE, TIKTOK, MASTODON -> throw simulated();
        };
    }

    private String scheme() {
        return profile.platform().key() + ":post";
    }

    private String id(Instant publishedAt, int number) {
        long millis = publishedAt.toEpochMilli();
        return switch (profile.platform()) {
            case BLUESKY -> REPOSITORY + coded(((millis * 1000) << 10) | number, BASE32, 13);
            case THREADS, PINTEREST -> Long.toString(millis * 1000 + number);
            case LINKEDIN, X, FACEBOOK, INSTAGRAM, YOUTUBE, TIKTOK, MASTODON -> throw simulated();
        };
    }

    private IllegalStateException simulated() {
        return new IllegalStateException("The simulator of " + profile.platform() + " names its posts");
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
