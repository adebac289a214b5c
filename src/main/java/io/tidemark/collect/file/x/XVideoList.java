package io.tidemark.collect.file.x;

import io.tidemark.collect.file.format.Outcome;
import io.tidemark.collect.file.format.Reading;
import io.tidemark.collect.file.table.Line;
import io.tidemark.collect.file.table.Reason;
import io.tidemark.ledger.Observation;
import io.tidemark.metric.Metric;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.regex.Pattern;

/// Rows of videos. A video is no post: several posts may carry it, and its views are those in all of them.
final class XVideoList implements Reading.RowReader {
    static final Set<String> COLUMNS = Set.of(
            "uploaded on",
            "video id",
            "video title",
            "views",
            "duration",
            "video link",
            "monetized",
            "published date",
            "post link");
    private static final Pattern ID = Pattern.compile("\\d{5,19}");

    private final Reading reading;
    private final Set<String> seen = new HashSet<>();

    XVideoList(Reading reading) {
        this.reading = reading;
    }

    @Override
    public Outcome read(Line line) {
        String id = line.cell("video id").stripped();
        if (!ID.matcher(id).matches()) {
            throw line.bad("video id", Reason.NO_VIDEO_ID.said());
        }
        List<Observation> observations = new ArrayList<>();
        addPart(observations, id, Metric.VIDEO_VIEWS.key(), line.count("views"));
        addPart(observations, id, "x.video_duration_seconds", line.seconds("duration"));
        return seen.add(id) ? new Outcome(Outcome.Fate.BREAKDOWN, observations) : Outcome.DUPLICATE;
    }

    private void addPart(List<Observation> parts, String id, String metric, OptionalDouble value) {
        value.ifPresent(number -> parts.add(new Observation.OfBreakdown(
                reading.account(), "video", id, metric, null, null, number, reading.observedAt())));
    }
}
