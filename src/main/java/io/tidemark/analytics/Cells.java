package io.tidemark.analytics;

import io.tidemark.metric.ContentType;
import io.tidemark.metric.Platform;

/// The groups that everything is first added up in: one for each platform and content type, since these two decide
/// what a row can report. Days of accounts stand under [ContentType#UNKNOWN].
final class Cells {
    private static final Platform[] PLATFORMS = Platform.values();
    private static final ContentType[] TYPES = ContentType.values();
    static final int COUNT = PLATFORMS.length * TYPES.length;

    private Cells() {}

    static int of(Platform platform, ContentType type) {
        return platform.ordinal() * TYPES.length + type.ordinal();
    }

    static Platform platform(int cell) {
        return PLATFORMS[cell / TYPES.length];
    }

    static ContentType type(int cell) {
        return TYPES[cell % TYPES.length];
    }
}
