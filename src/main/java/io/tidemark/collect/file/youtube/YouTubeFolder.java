package io.tidemark.collect.file.youtube;

import io.tidemark.collect.file.format.CoveredDays;
import io.tidemark.collect.file.format.Period;
import io.tidemark.collect.file.format.Reading;
import io.tidemark.collect.file.format.SeenDays;
import io.tidemark.collect.file.format.StatedTotal;
import io.tidemark.collect.file.format.Tally;
import io.tidemark.collect.file.table.DayStyle;
import io.tidemark.collect.file.table.Header;
import io.tidemark.collect.file.table.ImportRefused;
import io.tidemark.words.Sentence;
import io.tidemark.words.Value;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// The tables that were exported together, in one folder of the archive or at its root, and the period they share.
///
/// @param period the days of the totals or the chart, else the two dates in the name of the folder or the file
record YouTubeFolder(List<Header> headers, Optional<Period> period) {
    private static final Sentence TOTAL = Sentence.of(
            "import_other_total",
            "\"{part}\" states a total of {stated} for {metric}, the days of the totals add up to {sum}.");

    private static final Sentence NOT_DAILY = Sentence.of(
            "days_are_weeks",
            "The dates are {days} days apart, so these are weeks or months: choose \"Daily\" in YouTube Studio "
                    + "and export again.");

    private static final int DAYS_OF_A_WEEK = 7;
    /// Sums of rounded hours differ a little from the rounded sum.
    private static final double TOLERANCE = 1e-4;

    static YouTubeFolder of(String folder, String file, List<Header> headers) {
        CoveredDays days = new CoveredDays(DayStyle.ISO);
        headers.stream()
                .filter(header -> YouTubeNames.role(header) != YouTubeNames.Role.TABLE)
                .forEach(days::add);
        if (days.step() >= DAYS_OF_A_WEEK) {
            throw new ImportRefused("not_daily", NOT_DAILY.said(Map.of("days", Value.count(days.step()))))
                    .inPart(headers.getFirst().part().name());
        }
        return new YouTubeFolder(
                headers, days.period().or(() -> Period.inName(folder)).or(() -> Period.inName(file)));
    }

    /// Totals first, then tables: a chart describes only those videos that no table has described.
    void read(Reading reading, SeenDays seen, Set<String> described) {
        Map<YouTubeMetric, Double> ofDays = new HashMap<>();
        for (Header header : of(YouTubeNames.Role.TOTALS)) {
            YouTubeTotals totals = new YouTubeTotals(reading, header, seen);
            reading.each(header, totals);
            ofDays.putAll(totals.sums());
        }
        for (Header header : of(YouTubeNames.Role.TABLE)) {
            YouTubeTable table = new YouTubeTable(reading, header, period, described);
            reading.each(header, table);
            compare(reading.tally(), header, table.finish(), ofDays);
        }
        for (Header header : of(YouTubeNames.Role.CHART)) {
            reading.each(header, new YouTubeChart(reading, header, seen, described));
        }
    }

    private List<Header> of(YouTubeNames.Role role) {
        return headers.stream()
                .filter(header -> YouTubeNames.role(header) == role)
                .toList();
    }

    private static void compare(
            Tally tally, Header header, Map<YouTubeMetric, Double> stated, Map<YouTubeMetric, Double> ofDays) {
        stated.forEach((metric, total) -> {
            Double sum = ofDays.get(metric);
            if (sum != null && Math.abs(sum - total) > TOLERANCE * Math.max(Math.abs(total), 1)) {
                StatedTotal both = StatedTotal.of(header.part().name(), metric.key(), total, sum, 0);
                tally.warn(
                        "total " + header.part().name() + metric.key(),
                        TOTAL.said(Map.of(
                                "part", Value.name(header.part().name()),
                                "stated", Value.name(both.stated().toPlainString()),
                                "metric", Value.name(metric.key()),
                                "sum", Value.name(both.sumOfRows().toPlainString()))));
            }
        });
    }
}
