package io.tidemark.collect.simulator.bluesky;

import io.tidemark.collect.simulator.SimulatedPost;
import java.time.Instant;

/// How Bluesky names posts: by the microsecond and the number of a clock, in letters that sort as the times do.
final class BlueskyIds {
    private static final String LETTERS = "234567abcdefghijklmnopqrstuvwxyz";
    private static final int KEY_LENGTH = 13;
    private static final int CID_LENGTH = 52;
    private static final int CLOCKS = 1 << 10;
    private static final int MICROS = 1000;

    private BlueskyIds() {}

    static String uri(String did, Instant publishedAt, int number) {
        return "at://" + did + "/app.bsky.feed.post/" + key(publishedAt, number);
    }

    static String uri(String did, SimulatedPost post) {
        return uri(did, post.publishedAt(), post.number());
    }

    static String key(Instant publishedAt, int number) {
        long micros = publishedAt.toEpochMilli() * MICROS + number / CLOCKS;
        return written(micros * CLOCKS + number % CLOCKS, KEY_LENGTH);
    }

    /// What a post says, in a hash.
    static String cid(int number) {
        return "bafyrei" + written(number, CID_LENGTH);
    }

    private static String written(long number, int length) {
        StringBuilder text = new StringBuilder();
        long rest = number;
        for (int i = 0; i < length; i++) {
            text.append(LETTERS.charAt((int) (rest % LETTERS.length())));
            rest /= LETTERS.length();
        }
        return text.reverse().toString();
    }
}
