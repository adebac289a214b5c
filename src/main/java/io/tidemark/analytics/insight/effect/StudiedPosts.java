package io.tidemark.analytics.insight.effect;

import io.tidemark.analytics.insight.LocalMinutes;
import io.tidemark.analytics.insight.Responses;
import io.tidemark.frame.PostFrame;
import io.tidemark.frame.Wording;
import io.tidemark.metric.ContentType;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;

/// What the posts of one account that report the metric are like, one entry of every array for each, in order of
/// publication.
final class StudiedPosts {
    /// Lengths up to these numbers of characters form a level each; what is longer another; what is not known the last.
    static final int[] LENGTHS = {80, 200, 600};
    static final int UNKNOWN_LENGTH = LENGTHS.length + 1;

    private static final int WEEKDAYS = 7;
    private static final int MINUTES_PER_DAY = 24 * 60;
    private static final int MINUTES_PER_PART = 3 * 60;
    private static final int STRETCHES = 6;
    private static final double MIDDLE = 0.5;

    private final PostFrame posts;
    private final Responses responses;
    private final Wording wording;
    private final int[] minutes;
    private final double[] times;
    private final int[] placeOfRow;

    /// @param zone of weekdays and hours
    StudiedPosts(PostFrame posts, ZoneId zone, Responses responses, Wording wording) {
        this.posts = posts;
        this.responses = responses;
        this.wording = wording;
        LocalMinutes local = new LocalMinutes(zone);
        int[] rows = responses.rows();
        minutes = new int[rows.length];
        times = new double[rows.length];
        placeOfRow = new int[posts.size()];
        Arrays.fill(placeOfRow, -1);
        long start = rows.length == 0 ? 0 : posts.publishedAt(rows[0]);
        double span = rows.length == 0 ? 0 : posts.publishedAt(rows[rows.length - 1]) - start;
        for (int i = 0; i < rows.length; i++) {
            minutes[i] = local.of(posts.publishedAt(rows[i]));
            times[i] = span == 0 ? MIDDLE : (posts.publishedAt(rows[i]) - start) / span;
            placeOfRow[rows[i]] = i;
        }
    }

    int size() {
        return responses.size();
    }

    Responses responses() {
        return responses;
    }

    Wording wording() {
        return wording;
    }

    /// Between the first post and the last, from 0 to 1.
    double[] times() {
        return times;
    }

    /// By [ContentType].
    Levels contentTypes() {
        return levels(i -> posts.contentType(responses.rows()[i]).ordinal(), ContentType.values().length);
    }

    Levels lengths() {
        return levels(i -> lengthLevel(wording.length(responses.rows()[i])), UNKNOWN_LENGTH + 1);
    }

    private static int lengthLevel(int length) {
        if (length < 0) {
            return UNKNOWN_LENGTH;
        }
        int level = 0;
        while (level < LENGTHS.length && length > LENGTHS[level]) {
            level++;
        }
        return level;
    }

    /// From Monday.
    Levels weekdays() {
        return levels(i -> minutes[i] / MINUTES_PER_DAY, WEEKDAYS);
    }

    /// Eight parts of the day.
    Levels partsOfDay() {
        return levels(i -> minutes[i] % MINUTES_PER_DAY / MINUTES_PER_PART, MINUTES_PER_DAY / MINUTES_PER_PART);
    }

    /// Six equal stretches of the time looked at.
    Levels stretches() {
        return levels(i -> Math.min((int) (times[i] * STRETCHES), STRETCHES - 1), STRETCHES);
    }

    private Levels levels(IntUnaryOperator level, int count) {
        return Levels.of(IntStream.range(0, size()).map(level).toArray(), count);
    }

    int[] with(Wording.Trait trait) {
        return IntStream.range(0, size())
                .filter(i -> wording.has(responses.rows()[i], trait))
                .toArray();
    }

    /// Of some rows of the frame, those that are looked at.
    int[] places(int[] rows) {
        return Arrays.stream(rows)
                .map(row -> placeOfRow[row])
                .filter(place -> place >= 0)
                .toArray();
    }
}
