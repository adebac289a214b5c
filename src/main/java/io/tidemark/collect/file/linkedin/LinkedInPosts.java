package io.tidemark.collect.file.linkedin;

import io.tidemark.collect.file.format.Outcome;
import io.tidemark.collect.file.format.Reading;
import io.tidemark.collect.file.format.SeenKeys;
import io.tidemark.collect.file.table.DayStyle;
import io.tidemark.collect.file.table.Line;
import io.tidemark.collect.file.table.Reason;
import io.tidemark.ledger.Alias;
import io.tidemark.ledger.Observation;
import io.tidemark.ledger.PostVersion;
import io.tidemark.metric.Metric;
import io.tidemark.metric.MetricValues;
import io.tidemark.metric.Placement;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/// Rows of the sheet of posts: lifetime counters as of the export.
final class LinkedInPosts implements Reading.RowReader {
    private static final Map<String, Metric> METRICS = Map.of(
            "impressions", Metric.IMPRESSIONS,
            "views", Metric.VIDEO_VIEWS,
            "clicks", Metric.CLICKS,
            "likes", Metric.REACTIONS,
            "comments", Metric.COMMENTS,
            "reposts", Metric.SHARES,
            "follows", Metric.FOLLOWS);

    private final Reading reading;
    private final EngagementCheck check;
    private final SeenKeys seen = new SeenKeys();

    LinkedInPosts(Reading reading) {
        this.reading = reading;
        this.check = new EngagementCheck(reading.tally());
    }

    @Override
    public Outcome read(Line line) {
        Alias alias = alias(line, "post link");
        Optional<LocalDate> created = line.day("created date", DayStyle.MONTH_DAY_YEAR);
        MetricValues values = values(line);
        OptionalDouble rate = line.decimal("engagement rate");
        OptionalDouble offsite = line.count("offsite views");
        if (!seen.add(alias.scheme(), alias.externalId())) {
            return Outcome.DUPLICATE;
        }
        check.compare(line, rate, values);
        Instant published = CreationTime.of(reading.tally(), line, alias, created);
        PostVersion version = new PostVersion(
                published,
                CreationTime.isDayOnly(published, alias),
                Placement.FEED,
                LinkedInNames.format(line),
                Reading.textOrNull(line, "post title"),
                Reading.textOrNull(line, "post link"),
                LinkedInNames.boosted(line),
                false);
        List<Observation> observations = new ArrayList<>();
        observations.add(
                new Observation.OfPost(reading.account(), List.of(alias), version, values, reading.observedAt()));
        offsite.ifPresent(count -> observations.add(offsiteViews(alias, count)));
        return new Outcome(Outcome.Fate.POST, observations);
    }

    /// Views of the video outside LinkedIn, which the other views leave out.
    private Observation offsiteViews(Alias alias, double count) {
        return new Observation.OfBreakdown(
                reading.account(),
                "content",
                alias.externalId(),
                "linkedin.offsite_views",
                null,
                null,
                count,
                reading.observedAt());
    }

    static Alias alias(Line line, String column) {
        return LinkedInLink.alias(line.cell(column).stripped())
                .orElseThrow(() -> line.bad(column, Reason.NO_LINKEDIN_ID.said()));
    }

    private static MetricValues values(Line line) {
        MetricValues.Builder values = MetricValues.builder();
        METRICS.forEach((column, metric) -> line.count(column).ifPresent(value -> values.put(metric, value)));
        return values.build();
    }
}
