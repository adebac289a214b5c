package io.tidemark.collect.file.linkedin;

import io.tidemark.collect.file.format.Outcome;
import io.tidemark.collect.file.format.Period;
import io.tidemark.collect.file.format.Reading;
import io.tidemark.collect.file.table.BadValue;
import io.tidemark.collect.file.table.DayStyle;
import io.tidemark.collect.file.table.Header;
import io.tidemark.collect.file.table.Line;
import io.tidemark.collect.file.table.Reason;
import io.tidemark.collect.file.table.Row;
import io.tidemark.collect.file.table.RowCursor;
import io.tidemark.ledger.Alias;
import io.tidemark.ledger.Observation;
import io.tidemark.ledger.PostVersion;
import io.tidemark.metric.Boosted;
import io.tidemark.metric.Format;
import io.tidemark.metric.Metric;
import io.tidemark.metric.MetricValues;
import io.tidemark.metric.Placement;
import io.tidemark.metric.Platform;
import io.tidemark.words.Sentence;
import io.tidemark.words.Value;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Rows of the sheet of top posts: two rankings of at most 50 posts stand side by side, one by engagements and one by
/// impressions, and a post may stand in one of them only, or in both on different rows. Both are read before anything
/// is handed on, so that a post is one observation.
final class ProfilePosts implements Reading.RowReader {
    private static final Sentence OLDER_POST = Sentence.of(
            "import_older_post",
            "{place} is about a post of {day}, and the file covers days from {from} only: its numbers are kept as a breakdown of the period, not as counters of the post.");
    private static final Sentence POST_WITHOUT_PERIOD = Sentence.of(
            "import_post_without_period",
            "{place} is about a post of {day}, and the file does not say which days it covers: its numbers are kept as a breakdown of the period, not as counters of the post.");

    private static final String URL = "post url";
    private static final String PUBLISHED = "post publish date";
    private static final Map<String, Metric> METRICS = Map.of(
            "engagements", Metric.NATIVE_ENGAGEMENTS,
            "impressions", Metric.IMPRESSIONS);

    private final Reading reading;
    private final List<Header> rankings;
    private final DayStyle style;
    private final Optional<Period> period;
    private final Map<Alias, MetricValues> values = new HashMap<>();
    private final Set<Alias> seen = new HashSet<>();

    ProfilePosts(Reading reading, Header header, DayStyle style, Optional<Period> period) {
        this.reading = reading;
        this.rankings = sideBySide(header);
        this.style = style;
        this.period = period;
        join(header);
    }

    /// The header of the ranking on the left.
    Header first() {
        return rankings.getFirst();
    }

    /// A post as one ranking tells of it.
    private record Ranked(Alias alias, Line line, Optional<LocalDate> published, MetricValues values) {}

    /// Each ranking begins with the column of addresses.
    private static List<Header> sideBySide(Header header) {
        List<Header> found = new ArrayList<>();
        List<String> names = header.names();
        int begin = names.indexOf(URL);
        for (int i = begin + 1; i <= names.size(); i++) {
            if (i == names.size() || names.get(i).equals(URL)) {
                found.add(header.within(begin, i));
                begin = i;
            }
        }
        return found;
    }

    private void join(Header header) {
        try (RowCursor rows = header.part().open()) {
            for (Row row = rows.next(); row != null; row = rows.next()) {
                if (row.number() > header.row() && !row.isBlank()) {
                    join(row);
                }
            }
        }
    }

    private void join(Row row) {
        try {
            ranked(row).forEach(post -> values.merge(post.alias, post.values, ProfilePosts::both));
        } catch (BadValue _) {
            // Rejected with its reason when the row is read.
        }
    }

    private static MetricValues both(MetricValues one, MetricValues other) {
        MetricValues.Builder all = MetricValues.builder();
        other.present().forEach(metric -> all.put(metric, other.orNaN(metric)));
        one.present().forEach(metric -> all.put(metric, one.orNaN(metric)));
        return all.build();
    }

    @Override
    public Outcome read(Line line) {
        List<Ranked> posts = ranked(line.row());
        if (posts.isEmpty()) {
            throw line.bad(URL, Reason.NAMES_NO_POST.said());
        }
        List<Observation> observations = new ArrayList<>();
        for (Ranked post : posts) {
            if (seen.add(post.alias)) {
                observations.addAll(observations(post));
            }
        }
        return observations.isEmpty() ? Outcome.DUPLICATE : new Outcome(Outcome.Fate.POST, observations);
    }

    private List<Ranked> ranked(Row row) {
        List<Ranked> posts = new ArrayList<>();
        for (Header ranking : rankings) {
            Line line = new Line(ranking, row);
            if (line.text(URL).isPresent()) {
                MetricValues.Builder counted = MetricValues.builder();
                METRICS.forEach((column, metric) -> line.count(column).ifPresent(value -> counted.put(metric, value)));
                posts.add(
                        new Ranked(LinkedInPosts.alias(line, URL), line, line.day(PUBLISHED, style), counted.build()));
            }
        }
        return posts;
    }

    private List<Observation> observations(Ranked post) {
        Instant published = CreationTime.of(reading.tally(), post.line, post.alias, post.published);
        MetricValues counted = values.getOrDefault(post.alias, post.values);
        boolean whole = coversLife(post, published);
        List<Observation> observations = new ArrayList<>();
        observations.add(new Observation.OfPost(
                reading.account(),
                List.of(post.alias),
                version(post, published),
                whole ? counted : MetricValues.NONE,
                whole ? endOfPeriod() : reading.observedAt()));
        if (!whole) {
            counted.present().forEach(metric -> observations.add(ofPeriod(post, metric, counted.orNaN(metric))));
        }
        return observations;
    }

    private static PostVersion version(Ranked post, Instant published) {
        return new PostVersion(
                published,
                CreationTime.isDayOnly(published, post.alias),
                Placement.FEED,
                Format.UNKNOWN,
                null,
                Reading.textOrNull(post.line, URL),
                Boosted.UNKNOWN,
                false);
    }

    private Observation ofPeriod(Ranked post, Metric metric, double value) {
        return new Observation.OfBreakdown(
                reading.account(),
                "content",
                post.alias.externalId(),
                metric.key(),
                period.map(Period::from).orElse(null),
                period.map(Period::to).orElse(null),
                value,
                reading.observedAt());
    }

    /// The numbers are those of the period that was chosen: counters of a post only if it was published inside.
    private boolean coversLife(Ranked post, Instant published) {
        LocalDate day = published.atZone(Platform.LINKEDIN.bucketZone()).toLocalDate();
        if (period.isPresent() && !day.isBefore(period.get().from())) {
            return true;
        }
        reading.tally()
                .warn(
                        "older post",
                        period.map(days -> OLDER_POST.said(Map.of(
                                        "place", post.line.place(),
                                        "day", Value.name(day.toString()),
                                        "from", Value.name(days.from().toString()))))
                                .orElseGet(() -> POST_WITHOUT_PERIOD.said(
                                        Map.of("place", post.line.place(), "day", Value.name(day.toString())))));
        return false;
    }

    private Instant endOfPeriod() {
        Instant end = period.orElseThrow().endIn(Platform.LINKEDIN.bucketZone());
        return end.isBefore(reading.observedAt()) ? end : reading.observedAt();
    }
}
