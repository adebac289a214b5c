package io.tidemark.ledger;

import io.tidemark.frame.GrowthPath;
import io.tidemark.metric.Growing;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.stream.Collectors;

/// How the counts of a post grew: the row of `post_growth`.
///
/// @param paths of the counts that were read
public record PostGrown(long postId, Map<Growing, GrowthPath> paths) {
    static final String COLUMNS = Arrays.stream(Growing.values())
            .map(count -> count.key() + "_age, " + count.key())
            .collect(Collectors.joining(", "));

    void addTo(CopyBuffer row) {
        for (Growing count : Growing.values()) {
            GrowthPath path = paths.get(count);
            if (path == null) {
                row.addNull().addNull();
            } else {
                row.add(path.lastAge()).add(path.counts());
            }
        }
    }

    /// From [#COLUMNS].
    static Map<Growing, GrowthPath> next(BinaryRow row) {
        Map<Growing, GrowthPath> paths = new EnumMap<>(Growing.class);
        for (Growing count : Growing.values()) {
            double lastAge = row.nextDouble();
            float[] counts = row.nextFloats();
            if (counts.length > 0) {
                paths.put(count, new GrowthPath(lastAge, counts));
            }
        }
        return paths;
    }
}
