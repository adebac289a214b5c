package io.tidemark.collect.file.tiktok;

import io.tidemark.collect.file.format.Reading;
import io.tidemark.collect.file.format.SeenDays;
import io.tidemark.collect.file.format.UnknownColumns;
import io.tidemark.collect.file.table.Header;
import io.tidemark.metric.Platform;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/// One pass over the tables of an export.
final class TikTokReading {
    /// Clocks differ, and a day begins in the east before it does in UTC.
    private static final int TOLERANCE_DAYS = 2;

    private final Reading reading;
    private final VideoRows videos;
    private final SeenDays seen = new SeenDays();

    TikTokReading(Reading reading) {
        this.reading = reading;
        this.videos = new VideoRows(reading);
    }

    void read(List<Header> tables) {
        for (Header table : tables) {
            UnknownColumns.warn(reading.tally(), table, known(table));
            reading.each(table, reader(table));
        }
    }

    private Reading.RowReader reader(Header table) {
        return switch (TikTokNames.table(table)) {
            case VIDEOS -> videos;
            case DAYS -> new DayRows(reading, table, years(table), seen);
            case HOURS -> new HourRows(reading, years(table));
            case SHARES -> new ShareRows(reading, table);
            case UNKNOWN -> throw new IllegalStateException("Not recognised: " + table.names());
        };
    }

    private static Predicate<String> known(Header table) {
        return switch (TikTokNames.table(table)) {
            case VIDEOS -> VideoRows::isKnown;
            case DAYS -> DayRows::isKnown;
            case HOURS -> Set.of("date", "hour", "active followers")::contains;
            case SHARES, UNKNOWN -> Set.of("gender", "top territories", "distribution")::contains;
        };
    }

    private Years years(Header table) {
        LocalDate latest = LocalDate.ofInstant(reading.observedAt(), Platform.TIKTOK.bucketZone());
        return Years.of(table, latest.plusDays(TOLERANCE_DAYS));
    }
}
