package io.tidemark.collect.file.linkedin;

import io.tidemark.collect.file.format.Outcome;
import io.tidemark.collect.file.format.Reading;
import io.tidemark.collect.file.table.DayStyle;
import io.tidemark.collect.file.table.Line;
import io.tidemark.ledger.Observation;
import io.tidemark.metric.Metric;
import io.tidemark.metric.MetricValues;
import io.tidemark.metric.Platform;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Rows of the sheet of visits. Each column is of one section of the page and one kind of device, or of all of them.
final class VisitorDays implements Reading.RowReader {
    static final String PART = "total views";
    static final Set<String> REQUIRED = Set.of("date", "total page views (total)", "total unique visitors (total)");
    private static final Pattern COLUMN =
            Pattern.compile("(?<section>.+) (?<what>page views|unique visitors) \\((?<device>[^)]+)\\)");
    private static final String ALL = "total";
    /// Visitors are people: neither days nor sections nor devices of them add up.
    private static final String UNIQUE_VISITORS = "linkedin.unique_visitors";

    private final Reading reading;
    private final Set<LocalDate> seen = new HashSet<>();

    VisitorDays(Reading reading) {
        this.reading = reading;
    }

    @Override
    public Outcome read(Line line) {
        LocalDate day = line.requiredDay("date", DayStyle.MONTH_DAY_YEAR);
        List<Observation> observations = new ArrayList<>();
        for (String name : line.header().names()) {
            Matcher column = COLUMN.matcher(name);
            if (column.matches()) {
                line.count(name).ifPresent(value -> observations.add(observation(day, column, value)));
            }
        }
        return seen.add(day) ? new Outcome(Outcome.Fate.DAY, observations) : Outcome.DUPLICATE;
    }

    private Observation observation(LocalDate day, Matcher column, double value) {
        boolean views = column.group("what").equals("page views");
        String section = AudiencePart.slug(column.group("section"));
        String device = AudiencePart.slug(column.group("device"));
        boolean whole = section.equals(ALL) && device.equals(ALL);
        if (views && whole) {
            MetricValues values =
                    MetricValues.builder().put(Metric.PROFILE_VISITS, value).build();
            return new Observation.OfDay(
                    reading.account(), null, day, Platform.LINKEDIN.bucketZone(), values, reading.observedAt());
        }
        return new Observation.OfBreakdown(
                reading.account(),
                dimension(section, device),
                whole ? "day" : key(section, device),
                views ? Metric.PROFILE_VISITS.key() : UNIQUE_VISITORS,
                day,
                day,
                value,
                reading.observedAt());
    }

    private static String dimension(String section, String device) {
        if (section.equals(ALL)) {
            return device.equals(ALL) ? ALL : "device";
        }
        return device.equals(ALL) ? "page_section" : "page_section_device";
    }

    private static String key(String section, String device) {
        if (section.equals(ALL)) {
            return device;
        }
        return device.equals(ALL) ? section : section + " " + device;
    }
}
