package io.tidemark.frame;

import io.tidemark.metric.Boosted;
import io.tidemark.metric.Growing;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.PriorityQueue;
import org.jspecify.annotations.Nullable;

/// How the posts of a frame grew: of each the age at which it was last read, and whole paths of the
/// newest settled posts of each account and content type, from which is learned how such posts grow.
public final class PostGrowth {
    /// How many settled posts of an account and type are learned from.
    public static final int HISTORY = 100;

    static final PostGrowth NONE = new PostGrowth(Map.of(), Map.of());

    private static final int BYTES_OF_PATH = 120;

    private final Map<Growing, float[]> lastAges;
    private final Map<Growing, Map<Integer, float[]>> paths;

    private PostGrowth(Map<Growing, float[]> lastAges, Map<Growing, Map<Integer, float[]>> paths) {
        this.lastAges = lastAges;
        this.paths = paths;
    }

    /// Hours from publication to the last reading of the count; infinite for a post that was read only
    /// after it had settled, `NaN` where nobody knows.
    public double lastAge(Growing count, int row) {
        float[] ages = lastAges.get(count);
        return ages == null ? Double.NaN : ages[row];
    }

    /// The counts of a settled post at the knots, null where they are not known or newer posts are
    /// enough.
    public float @Nullable [] path(Growing count, int row) {
        Map<Integer, float[]> known = paths.get(count);
        return known == null ? null : known.get(row);
    }

    public long bytes() {
        long bytes = 0;
        for (float[] ages : lastAges.values()) {
            bytes += (long) Float.BYTES * ages.length;
        }
        for (Map<Integer, float[]> known : paths.values()) {
            bytes += (long) BYTES_OF_PATH * known.size();
        }
        return bytes;
    }

    /// @param posts of which those that are not handed over were read only after they had settled
    public static Builder builder(PostFrame posts) {
        return new Builder(posts);
    }

    /// Takes posts in any order, and keeps no more of them than is learned from.
    public static final class Builder {
        private static final Comparator<Kept> OLDEST_FIRST = Comparator.comparingInt(Kept::row);

        private final PostFrame posts;
        private final PostRows rows;
        private final Map<Growing, float[]> lastAges = new EnumMap<>(Growing.class);
        /// By account and type as one number.
        private final Map<Growing, Map<Integer, PriorityQueue<Kept>>> newest = new EnumMap<>(Growing.class);

        private record Kept(int row, float[] counts) {}

        private Builder(PostFrame posts) {
            this.posts = posts;
            rows = new PostRows(posts);
            for (Growing count : Growing.values()) {
                float[] ages = new float[posts.size()];
                Arrays.fill(ages, Float.POSITIVE_INFINITY);
                lastAges.put(count, ages);
                newest.put(count, new HashMap<>());
            }
        }

        /// @param paths of the counts that were read
        public void add(long postId, Map<Growing, GrowthPath> paths) {
            int row = rows.of(postId);
            if (row < 0) {
                return;
            }
            lastAges.forEach((count, ages) -> {
                GrowthPath path = paths.get(count);
                ages[row] = path == null ? Float.NaN : (float) path.lastAge();
                if (path != null && !Float.isNaN(path.settled()) && isLearnedFrom(row)) {
                    keep(newest.get(count), new Kept(row, path.counts()));
                }
            });
        }

        /// What money bought, and what is gone, tells nothing of how posts usually do.
        private boolean isLearnedFrom(int row) {
            return posts.boosted(row) != Boosted.YES && !posts.isDeleted(row);
        }

        private void keep(@Nullable Map<Integer, PriorityQueue<Kept>> kinds, Kept post) {
            if (kinds == null) {
                return;
            }
            PriorityQueue<Kept> kept =
                    kinds.computeIfAbsent(posts.kind(post.row()), kind -> new PriorityQueue<>(OLDEST_FIRST));
            kept.add(post);
            if (kept.size() > HISTORY) {
                kept.poll();
            }
        }

        public PostGrowth build() {
            Map<Growing, Map<Integer, float[]>> paths = new EnumMap<>(Growing.class);
            newest.forEach((count, kinds) -> {
                Map<Integer, float[]> byRow = new HashMap<>();
                kinds.values().forEach(kept -> kept.forEach(post -> byRow.put(post.row(), post.counts())));
                paths.put(count, byRow);
            });
            return new PostGrowth(lastAges, paths);
        }
    }
}
