package io.tidemark.analytics.insight.timing;

import io.tidemark.analytics.insight.Controls;
import io.tidemark.analytics.insight.LocalMinutes;
import io.tidemark.analytics.insight.Responses;
import io.tidemark.frame.PostFrame;
import java.time.ZoneId;

/// Makes samples for the model out of rows of a frame.
final class TimingSamples {
    private final PostFrame posts;

    TimingSamples(PostFrame posts) {
        this.posts = posts;
    }

    /// @param zone of the hours
    TimingSample of(Responses responses, ZoneId zone) {
        int[] rows = responses.rows();
        int[] minutes = new int[rows.length];
        LocalMinutes local = new LocalMinutes(zone);
        for (int i = 0; i < rows.length; i++) {
            minutes[i] = local.of(posts.publishedAt(rows[i]));
        }
        return new TimingSample(minutes, Controls.of(posts, rows), responses.logs(), responses.weights());
    }
}
