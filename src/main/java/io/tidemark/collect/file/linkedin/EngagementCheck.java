package io.tidemark.collect.file.linkedin;

import io.tidemark.collect.file.format.Tally;
import io.tidemark.collect.file.table.Line;
import io.tidemark.metric.Metric;
import io.tidemark.metric.MetricValues;
import io.tidemark.words.Sentence;
import io.tidemark.words.Value;
import java.util.Map;
import java.util.OptionalDouble;

/// Compares LinkedIn's own engagement rate, (clicks + reactions + comments + reposts) / impressions, with its parts.
/// The rate is not stored, since it can be computed; where it differs, a column was misread or LinkedIn changed its
/// meaning, and somebody should know.
final class EngagementCheck {
    private static final Sentence RATE = Sentence.of(
            "import_engagement_rate",
            "{place} states an engagement rate of {stated} where its clicks, reactions, comments and reposts give {computed}.");

    /// LinkedIn computes in single precision, and spreadsheets round to four places.
    private static final double TOLERANCE = 1e-4;

    private final Tally tally;

    EngagementCheck(Tally tally) {
        this.tally = tally;
    }

    void compare(Line line, OptionalDouble stated, MetricValues values) {
        double impressions = values.orNaN(Metric.IMPRESSIONS);
        double engagements = values.orNaN(Metric.CLICKS)
                + values.orNaN(Metric.REACTIONS)
                + values.orNaN(Metric.COMMENTS)
                + values.orNaN(Metric.SHARES);
        if (stated.isEmpty() || !(impressions > 0) || Double.isNaN(engagements)) {
            return;
        }
        double computed = engagements / impressions;
        if (Math.abs(stated.getAsDouble() - computed) > TOLERANCE) {
            tally.warn(
                    "engagement rate " + line.header().part().name(),
                    RATE.said(Map.of(
                            "place",
                            line.place(),
                            "stated",
                            Value.decimal(stated.getAsDouble(), 4),
                            "computed",
                            Value.decimal(computed, 4))));
        }
    }
}
