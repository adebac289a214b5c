package io.tidemark.analytics;

import io.tidemark.metric.Platform;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/// Sets of platforms as bits, for loops over rows.
final class Platforms {
    static final Platform[] ALL = Platform.values();

    private Platforms() {}

    static int bit(Platform platform) {
        return 1 << platform.ordinal();
    }

    static Set<Platform> of(int bits) {
        Set<Platform> platforms = EnumSet.noneOf(Platform.class);
        for (Platform platform : ALL) {
            if ((bits & bit(platform)) != 0) {
                platforms.add(platform);
            }
        }
        return platforms;
    }

    /// The zones in which they cut their own days.
    static List<String> zones(Set<Platform> platforms) {
        return platforms.stream()
                .map(platform -> platform.bucketZone().getId())
                .distinct()
                .sorted()
                .toList();
    }
}
