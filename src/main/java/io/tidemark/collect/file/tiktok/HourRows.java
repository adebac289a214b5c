package io.tidemark.collect.file.tiktok;

import io.tidemark.collect.file.format.Outcome;
import io.tidemark.collect.file.format.Reading;
import io.tidemark.collect.file.format.SeenDays;
import io.tidemark.collect.file.table.Line;
import io.tidemark.collect.file.table.Reason;
import io.tidemark.ledger.Observation;
import java.time.LocalDate;
import java.util.List;
import java.util.OptionalDouble;

/// Rows of the hours of a day, with the followers who were there.
final class HourRows implements Reading.RowReader {
    private static final int HOURS = 24;

    private final Reading reading;
    private final Years years;
    private final SeenDays seen = new SeenDays();

    HourRows(Reading reading, Years years) {
        this.reading = reading;
        this.years = years;
    }

    @Override
    public Outcome read(Line line) {
        LocalDate day = years.dayOf(line);
        double hour = line.count("hour").orElseThrow(() -> line.bad("hour", Reason.HOUR_MISSING.said()));
        if (hour < 0 || hour >= HOURS) {
            throw line.bad("hour", Reason.NO_HOUR.said());
        }
        String key = Integer.toString((int) hour);
        OptionalDouble followers = line.count("active followers");
        if (!seen.add(key, day)) {
            return Outcome.DUPLICATE;
        }
        List<Observation> parts = followers.isEmpty()
                ? List.of()
                : List.of(new Observation.OfBreakdown(
                        reading.account(),
                        "hour",
                        key,
                        "tiktok.active_followers",
                        day,
                        day,
                        followers.getAsDouble(),
                        reading.observedAt()));
        return new Outcome(Outcome.Fate.BREAKDOWN, parts);
    }
}
