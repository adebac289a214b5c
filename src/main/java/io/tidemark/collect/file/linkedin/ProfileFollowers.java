package io.tidemark.collect.file.linkedin;

import io.tidemark.collect.file.format.Outcome;
import io.tidemark.collect.file.format.Reading;
import io.tidemark.collect.file.table.Header;
import io.tidemark.collect.file.table.Line;
import io.tidemark.collect.file.table.Reason;
import io.tidemark.ledger.Observation;
import io.tidemark.metric.Metric;
import io.tidemark.metric.MetricValues;
import io.tidemark.metric.Platform;
import java.time.LocalDate;
import java.util.List;
import java.util.OptionalDouble;

/// The row above the new followers: `Total followers on 3/16/2026: | 1234`.
final class ProfileFollowers {
    private static final String DAY = "total followers on";
    private static final String COUNT = "total followers";

    private final Reading reading;
    private final DayOrder order;

    ProfileFollowers(Reading reading, DayOrder order) {
        this.reading = reading;
        this.order = order;
    }

    /// What stands above the names of the columns of a sheet.
    static Header above(Header header) {
        return Header.implied(header.part(), DAY, COUNT);
    }

    Outcome level(Line line) {
        if (line.row().width() == 1) {
            return Outcome.NOTE;
        }
        LocalDate day = order.dayIn(line.cell(DAY).text()).orElseThrow(() -> line.bad(DAY, Reason.NO_DAY_TOLD.said()));
        OptionalDouble count = line.count(COUNT);
        List<Observation> observations = count.isEmpty()
                ? List.of()
                : List.of(new Observation.OfAccount(
                        reading.account(),
                        MetricValues.builder()
                                .put(Metric.FOLLOWERS, count.getAsDouble())
                                .build(),
                        reading.levelOf(day, Platform.LINKEDIN.bucketZone())));
        return new Outcome(Outcome.Fate.TOTAL, observations);
    }
}
