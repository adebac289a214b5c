package io.tidemark.analytics;

import io.tidemark.metric.Platform;
import java.util.Set;

/// What a block of an answer is about: some parts of it.
///
/// @param platforms that the parts can belong to
/// @param account the only one that counts, or [#ANY]
record Scope(int[] parts, Set<Platform> platforms, int account) {
    static final int ANY = -1;

    /// The same without the platforms that are not among some, where the parts are platforms.
    Scope within(Set<Platform> covered, Parts of) {
        if (!of.arePlatforms() || covered.containsAll(platforms)) {
            return this;
        }
        int[] left = covered.stream()
                .filter(platforms::contains)
                .mapToInt(Platform::ordinal)
                .toArray();
        return new Scope(left, covered, account);
    }

    boolean has(View view, int candidate) {
        return view.has(candidate)
                && (account == ANY || account == candidate)
                && platforms.contains(view.platform(candidate));
    }
}
