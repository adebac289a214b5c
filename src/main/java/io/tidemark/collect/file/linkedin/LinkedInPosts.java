package io.tidemark.collect.file.linkedin;

import io.tidemark.collect.file.format.Outcome;
import io.tidemark.collect.file.format.Reading;
import io.tidemark.collect.file.table.DayStyle;
import io.tidemark.collect.file.table.Line;
import io.tidemark.ledger.Alias;
import io.tidemark.ledger.Observation;
import io.tidemark.ledger.PostVersion;
import io.tidemark.metric.Metric;
import io.tidemark.metric.MetricValues;
import io.tidemark.metric.Placement;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Rows of the sheet of posts: lifetime counters as of the export.
final class LinkedInPosts implements Reading.RowReader {
    /// `…/feed/update/urn:li:activity:7306192134921981953` or
    /// `…/posts/page_some-words-activity-7306192134921981953-aBcD`.
    private static final Pattern LINK = Pattern.compile(
            "(?:urn(?::|%3A)li(?::|%3A)|[-_])(activity|share|ugcPost)(?::|%3A|-)(\\d{10,19})(?!\\d)",
            Pattern.CASE_INSENSITIVE);
    private static final Map<String, Metric> METRICS = Map.of(
            "impressions", Metric.IMPRESSIONS,
            "views", Metric.VIDEO_VIEWS,
            "clicks", Metric.CLICKS,
            "likes", Metric.REACTIONS,
            "comments", Metric.COMMENTS,
            "reposts", Metric.SHARES,
            "follows", Metric.FOLLOWS);
    private static final Instant PLAUSIBLE_FROM = Instant.parse("2010-01-01T00:00:00Z");
    private static final Instant PLAUSIBLE_TO = Instant.parse("2100-01-01T00:00:00Z");

    private final Reading reading;
    private final EngagementCheck check;
    private final Set<Alias> seen = new HashSet<>();

    LinkedInPosts(Reading reading) {
        this.reading = reading;
        this.check = new EngagementCheck(reading.tally());
    }

    @Override
    public Outcome read(Line line) {
        Alias alias = alias(line);
        Optional<LocalDate> created = line.day("created date", DayStyle.MONTH_DAY_YEAR);
        MetricValues values = values(line);
        OptionalDouble rate = line.decimal("engagement rate");
        if (!seen.add(alias)) {
            return Outcome.DUPLICATE;
        }
        check.compare(line, rate, values);
        PostVersion version = new PostVersion(
                publishedAt(line, alias, created),
                Placement.FEED,
                LinkedInNames.format(line),
                Reading.textOrNull(line, "post title"),
                Reading.textOrNull(line, "post link"),
                LinkedInNames.boosted(line),
                false);
        return new Outcome(
                Outcome.Fate.POST,
                List.of(new Observation.OfPost(
                        reading.account(), List.of(alias), version, values, reading.observedAt())));
    }

    private static Alias alias(Line line) {
        Matcher link = LINK.matcher(line.cell("post link").stripped());
        if (!link.find()) {
            throw line.bad("post link", "no id of an activity, a share or a ugcPost stands in the link");
        }
        String kind = link.group(1).toLowerCase(Locale.ROOT);
        return new Alias("linkedin:" + (kind.equals("ugcpost") ? "ugcPost" : kind), link.group(2));
    }

    private static MetricValues values(Line line) {
        MetricValues.Builder values = MetricValues.builder();
        METRICS.forEach((column, metric) -> line.count(column).ifPresent(value -> values.put(metric, value)));
        return values.build();
    }

    /// The upper bits of an id are the milliseconds of its creation; the sheet itself gives the day only.
    private Instant publishedAt(Line line, Alias alias, Optional<LocalDate> created) {
        Instant fromId = Instant.ofEpochMilli(Long.parseLong(alias.externalId()) >> 22);
        if (created.isEmpty()) {
            return fromId;
        }
        Instant begin = created.get().atStartOfDay(ZoneOffset.UTC).toInstant();
        Instant end = begin.plus(Duration.ofDays(1));
        boolean apart =
                fromId.isBefore(begin.minus(Duration.ofDays(1))) || fromId.isAfter(end.plus(Duration.ofDays(1)));
        if (!apart) {
            return fromId;
        }
        boolean plausible = fromId.isAfter(PLAUSIBLE_FROM) && fromId.isBefore(PLAUSIBLE_TO);
        reading.tally()
                .warn(
                        "created date",
                        line.place() + " says that the post is of " + created.get() + ", its id says " + fromId
                                + ": the " + (plausible ? "id" : "date") + " was taken.");
        return plausible ? fromId : begin;
    }
}
