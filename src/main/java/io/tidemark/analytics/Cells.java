package io.tidemark.analytics;

import io.tidemark.frame.Measure;
import io.tidemark.metric.ContentType;
import io.tidemark.metric.Platform;
import io.tidemark.metric.Subject;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// A platform and a content type as one number: these two decide what a post can report.
final class Cells {
    static final int TYPES = ContentType.values().length;
    static final int COUNT = Platform.values().length * TYPES;

    private static final boolean[][] EXPECTED = table(true);
    private static final boolean[][] PROVIDED = table(false);

    private Cells() {}

    /// Measures that are alike share one array, so that what follows from it needs computing once.
    private static boolean[][] table(boolean expected) {
        boolean[][] table = new boolean[Measure.COUNT][COUNT];
        List<boolean[]> different = new ArrayList<>();
        for (Measure measure : Measure.values()) {
            for (Platform platform : Platform.values()) {
                for (ContentType type : ContentType.values()) {
                    table[measure.index()][of(platform, type)] = expected
                            ? measure.expects(platform, Subject.POST, type)
                            : measure.provides(platform, Subject.POST, type);
                }
            }
            boolean[] cells = table[measure.index()];
            table[measure.index()] = different.stream()
                    .filter(other -> Arrays.equals(other, cells))
                    .findFirst()
                    .orElse(cells);
            different.add(cells);
        }
        return table;
    }

    static int of(Platform platform, ContentType type) {
        return platform.ordinal() * TYPES + type.ordinal();
    }

    static Platform platform(int cell) {
        return Platforms.ALL[cell / TYPES];
    }

    /// By cell, whether its posts should report a measure.
    static boolean[] expected(Measure measure) {
        return EXPECTED[measure.index()];
    }

    /// By cell, whether its posts can report a measure.
    static boolean[] provided(Measure measure) {
        return PROVIDED[measure.index()];
    }
}
