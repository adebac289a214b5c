package io.tidemark.collect.file.linkedin;

import io.tidemark.collect.file.format.Outcome;
import io.tidemark.collect.file.format.Reading;
import io.tidemark.collect.file.table.BadValue;
import io.tidemark.collect.file.table.Header;
import io.tidemark.collect.file.table.Line;
import io.tidemark.collect.file.table.Part;
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
import io.tidemark.words.Value;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;

/// Rows of the sheet of one post. The row of its address becomes the post, with what all the other rows count.
final class SinglePost {
    private static final String ADDRESS = "post url";
    private static final String WHAT = "what";
    private static final String HOW_MUCH = "how much";
    private static final Set<String> AUDIENCE = Set.of("category", "value", "%");
    private static final Map<String, Metric> METRICS = Map.of(
            "impressions", Metric.IMPRESSIONS,
            "members reached", Metric.REACH,
            "profile viewers from this post", Metric.PROFILE_VISITS,
            "followers gained from this post", Metric.FOLLOWS,
            "reactions", Metric.REACTIONS,
            "comments", Metric.COMMENTS,
            "reposts", Metric.SHARES,
            "saves", Metric.SAVES,
            "link engagements", Metric.LINK_CLICKS);
    /// Social engagements leave clicks out, so that they are not the engagements of the other sheets.
    private static final Map<String, String> NATIVE = Map.of(
            "social engagements", "linkedin.social_engagements",
            "sends on linkedin", "linkedin.sends");
    private static final Set<String> ABOUT = Set.of("post date", "post publish time");

    private final Reading reading;
    private final Alias alias;
    private final String url;
    private final MetricValues values;
    private final Set<String> seen = new HashSet<>();

    /// @param address the row of the address
    SinglePost(Reading reading, Header address) {
        this.reading = reading;
        this.url = address.written(address.names().get(1));
        this.alias = LinkedInLink.alias(url).orElseThrow();
        this.values = values(address.part());
    }

    static boolean isAddress(Header row) {
        return row.width() == 2
                && row.names().getFirst().equals(ADDRESS)
                && LinkedInLink.alias(row.names().get(1)).isPresent();
    }

    static boolean isAudience(Header row) {
        return row.hasAll(AUDIENCE);
    }

    static Header columns(Part part) {
        return Header.implied(part, WHAT, HOW_MUCH);
    }

    private static MetricValues values(Part part) {
        MetricValues.Builder all = MetricValues.builder();
        Set<Metric> taken = new HashSet<>();
        Header columns = columns(part);
        try (RowCursor rows = part.open()) {
            for (Row row = rows.next(); row != null; row = rows.next()) {
                Line line = new Line(columns, row);
                Metric metric = METRICS.get(what(line));
                if (metric != null && row.width() <= columns.width()) {
                    count(line).filter(_ -> taken.add(metric)).ifPresent(value -> all.put(metric, value));
                }
            }
        }
        return all.build();
    }

    private static String what(Line line) {
        return LinkedInNames.VOCABULARY.canonical(line.cell(WHAT).text());
    }

    /// Empty also where the cell cannot be read: its row is rejected later.
    private static Optional<Double> count(Line line) {
        try {
            OptionalDouble value = line.count(HOW_MUCH);
            return value.isPresent() ? Optional.of(value.getAsDouble()) : Optional.empty();
        } catch (BadValue _) {
            return Optional.empty();
        }
    }

    Outcome number(Line line) {
        String what = what(line);
        if (what.equals(ADDRESS)) {
            return seen.add(what) ? new Outcome(Outcome.Fate.POST, List.of(post())) : Outcome.DUPLICATE;
        }
        String nativeName = NATIVE.get(what);
        if (!METRICS.containsKey(what) && nativeName == null) {
            if (!ABOUT.contains(what) && line.row().width() > 1) {
                reading.tally()
                        .warn(
                                "row " + what,
                                ProfileOverview.NOT_KNOWN.said(Map.of(
                                        "place",
                                        line.place(),
                                        "written",
                                        Value.name(line.cell(WHAT).stripped()))));
            }
            return Outcome.NOTE;
        }
        OptionalDouble value = line.count(HOW_MUCH);
        if (!seen.add(what)) {
            return Outcome.DUPLICATE;
        }
        if (nativeName == null) {
            return new Outcome(Outcome.Fate.POST, List.of());
        }
        List<Observation> kept = value.isEmpty()
                ? List.of()
                : List.of(breakdown("content", alias.externalId(), nativeName, value.getAsDouble()));
        return new Outcome(Outcome.Fate.BREAKDOWN, kept);
    }

    private Observation post() {
        PostVersion version = new PostVersion(
                LinkedInLink.createdAt(alias), Placement.FEED, Format.UNKNOWN, null, url, Boosted.UNKNOWN, false);
        return new Observation.OfPost(reading.account(), List.of(alias), version, values, reading.observedAt());
    }

    Outcome audience(Line line) {
        String category = line.text("category").orElseThrow(() -> line.bad("category", Reason.NO_SUBJECT.said()));
        String key = line.text("value").orElseThrow(() -> line.bad("value", Reason.NOBODY_COUNTED.said()));
        Optional<Share> share = Share.of(line, "%");
        if (!seen.add(category + " " + key)) {
            return Outcome.DUPLICATE;
        }
        List<Observation> parts = share.stream()
                .map(part -> breakdown(
                        "post_" + AudiencePart.slug(category),
                        alias.externalId() + " " + key,
                        part.metric("linkedin.audience_share"),
                        part.value()))
                .toList();
        return new Outcome(Outcome.Fate.BREAKDOWN, parts);
    }

    private Observation breakdown(String dimension, String key, String metric, double value) {
        return new Observation.OfBreakdown(
                reading.account(), dimension, key, metric, null, null, value, reading.observedAt());
    }
}
