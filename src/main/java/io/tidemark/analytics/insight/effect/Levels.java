package io.tidemark.analytics.insight.effect;

import java.util.stream.IntStream;

/// A property of which every post has one value of a few, such as its content type.
///
/// @param ofPost level of each post, from 0
/// @param posts how many have each level
record Levels(int[] ofPost, int[] posts) {
    static Levels of(int[] ofPost, int count) {
        int[] posts = new int[count];
        for (int level : ofPost) {
            posts[level]++;
        }
        return new Levels(ofPost, posts);
    }

    /// The level with most posts, against which the others are set.
    int mostCommon() {
        int most = 0;
        for (int level = 1; level < posts.length; level++) {
            most = posts[level] > posts[most] ? level : most;
        }
        return most;
    }

    /// Those that a post has.
    int[] used() {
        return IntStream.range(0, posts.length)
                .filter(level -> posts[level] > 0)
                .toArray();
    }
}
