package io.tidemark.collect.file.tiktok;

import io.tidemark.collect.file.format.Outcome;
import io.tidemark.collect.file.format.PostTime;
import io.tidemark.collect.file.format.Reading;
import io.tidemark.collect.file.format.SeenKeys;
import io.tidemark.collect.file.table.BadValue;
import io.tidemark.collect.file.table.Cell;
import io.tidemark.collect.file.table.DayStyle;
import io.tidemark.collect.file.table.Line;
import io.tidemark.collect.file.table.Reason;
import io.tidemark.ledger.Observation;
import io.tidemark.ledger.PostVersion;
import io.tidemark.metric.Boosted;
import io.tidemark.metric.Metric;
import io.tidemark.metric.MetricValues;
import io.tidemark.metric.Placement;
import io.tidemark.words.Value;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Rows of posts: lifetime counters as of the export.
final class VideoRows implements Reading.RowReader {
    private static final Map<String, Metric> METRICS = new TreeMap<>(Map.of(
            "video views", Metric.VIDEO_VIEWS,
            "likes", Metric.LIKES,
            "comments", Metric.COMMENTS,
            "shares", Metric.SHARES,
            "add to favorites", Metric.SAVES));
    private static final Pattern DATED = Pattern.compile("\\d{4}/\\d{1,2}/\\d{1,2}");
    private static final Set<String> ATTRIBUTES = Set.of("time", "video title", "video link", "post time");

    private final Reading reading;
    private final SeenKeys seen = new SeenKeys();

    VideoRows(Reading reading) {
        this.reading = reading;
    }

    static boolean isKnown(String column) {
        return METRICS.containsKey(column) || ATTRIBUTES.contains(column);
    }

    @Override
    public Outcome read(Line line) {
        TikTokVideo video = TikTokVideo.inLink(line.cell("video link"))
                .orElseThrow(() -> line.bad("video link", Reason.NO_TIKTOK_LINK.said()));
        if (!video.handle().equalsIgnoreCase(reading.account().handle())) {
            throw line.bad(
                    "video link",
                    Reason.OTHER_ACCOUNT.said(
                            Map.of("account", Value.name(reading.account().handle()))));
        }
        boolean apart = isApart(line, video);
        MetricValues.Builder values = MetricValues.builder();
        METRICS.forEach((column, metric) -> line.count(column).ifPresent(value -> values.put(metric, value)));
        if (!seen.add(video.id())) {
            return Outcome.DUPLICATE;
        }
        if (apart) {
            warnOfPostTime(line, video);
        }
        PostVersion version = new PostVersion(
                video.createdAt(),
                Placement.FEED,
                video.format(),
                Reading.textOrNull(line, "video title"),
                Reading.textOrNull(line, "video link"),
                Boosted.UNKNOWN,
                false);
        return new Outcome(
                Outcome.Fate.POST,
                List.of(new Observation.OfPost(
                        reading.account(), List.of(video.alias()), version, values.build(), reading.observedAt())));
    }

    /// The Business Suite gives the time of the post in full, the Studio its day without the year.
    private static boolean isApart(Line line, TikTokVideo video) {
        Matcher written = DATED.matcher(line.cell("post time").stripped());
        if (!written.lookingAt()) {
            return false;
        }
        LocalDate ofId = LocalDate.ofInstant(video.createdAt(), ZoneOffset.UTC);
        return Math.abs(ChronoUnit.DAYS.between(day(line, written.group()), ofId)) > 1;
    }

    private static LocalDate day(Line line, String written) {
        try {
            return DayStyle.SLASHED.read(new Cell.Text(written));
        } catch (BadValue e) {
            throw line.bad("post time", e.reason());
        }
    }

    private void warnOfPostTime(Line line, TikTokVideo video) {
        reading.tally()
                .warn(
                        "post time " + line.header().part().name(),
                        PostTime.ID_TAKEN.said(Map.of(
                                "place",
                                line.place(),
                                "told",
                                Value.name(line.cell("post time").stripped()),
                                "id",
                                Value.name(String.valueOf(video.createdAt())))));
    }
}
