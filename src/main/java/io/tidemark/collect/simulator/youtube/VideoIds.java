package io.tidemark.collect.simulator.youtube;

import java.time.Instant;

/// How the simulated YouTube names videos: eleven letters, as the real one does.
final class VideoIds {
    private static final String LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
    private static final String BEGIN = "v";
    private static final int LENGTH = 10;
    private static final int NUMBER_BITS = 24;

    private VideoIds() {}

    static String id(Instant publishedAt, int number) {
        long left = order(publishedAt, number);
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < LENGTH; i++) {
            text.append(LETTERS.charAt((int) (left % LETTERS.length())));
            left /= LETTERS.length();
        }
        return BEGIN + text.reverse();
    }

    /// Greater for later videos.
    static long order(Instant publishedAt, int number) {
        return publishedAt.getEpochSecond() << NUMBER_BITS | number;
    }
}
