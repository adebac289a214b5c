package io.tidemark.collect.simulator.meta;

import io.tidemark.collect.simulator.SimulatedAccount;
import io.tidemark.collect.simulator.SimulatedPost;
import java.time.Instant;

/// The ids that Meta gives, all beyond 2^53.
public final class MetaIds {
    private static final long POST = 122_100_000_000_000_000L;
    private static final long VIDEO = 871_000_000_000_000_000L;
    private static final long MEDIA = 17_900_000_000_000_000L;
    private static final long CODE_EPOCH = 1_314_220_021_721L;
    private static final String DIGITS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

    private MetaIds() {}

    /// Of a post of a page: `PAGE_POST`.
    public static String post(SimulatedAccount page, SimulatedPost post) {
        return page.externalId() + "_" + post(post.number());
    }

    /// Of a post, without its page.
    public static String post(int number) {
        return Long.toString(POST + number);
    }

    /// Of the video in it.
    public static String video(SimulatedPost post) {
        return video(post.number());
    }

    public static String video(int number) {
        return Long.toString(VIDEO + number);
    }

    /// Of a post of an Instagram account.
    public static String media(SimulatedPost post) {
        return media(post.number());
    }

    public static String media(int number) {
        return Long.toString(MEDIA + number);
    }

    /// The code in the address of an Instagram post, which holds the time of its creation.
    static String code(SimulatedPost post) {
        return code(post.publishedAt(), post.number());
    }

    /// The same, of a post that is known by its time and number.
    public static String code(Instant publishedAt, int place) {
        long number = ((publishedAt.toEpochMilli() - CODE_EPOCH) << 23) | place;
        StringBuilder code = new StringBuilder();
        for (int shift = 60; shift >= 0; shift -= 6) {
            code.append(DIGITS.charAt((int) ((number >>> shift) & 63)));
        }
        return code.toString();
    }
}
