package io.tidemark.collect.file.tiktok;

import io.tidemark.collect.file.table.BadValue;
import io.tidemark.collect.file.table.Header;
import io.tidemark.collect.file.table.Line;
import io.tidemark.collect.file.table.Row;
import io.tidemark.collect.file.table.RowCursor;
import io.tidemark.metric.Platform;
import java.time.Instant;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// What the tables of videos tell about the file: whose it is, and when it was written.
///
/// The column `Time` names the day of the export without its year. No video is younger than the export, so that it is
/// the first day of that name since the newest video.
final class Videos {
    private final Set<String> handles = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
    private Instant newest = Instant.MIN;
    private @Nullable WrittenDay exported;

    private Videos() {}

    static Videos of(List<Header> tables) {
        Videos videos = new Videos();
        for (Header table : tables) {
            try (RowCursor rows = table.part().open()) {
                for (Row row = rows.next(); row != null; row = rows.next()) {
                    if (row.number() > table.row()) {
                        videos.look(new Line(table, row));
                    }
                }
            }
        }
        return videos;
    }

    private void look(Line line) {
        TikTokVideo.inLink(line.cell("video link")).ifPresent(video -> {
            handles.add(video.handle());
            newest = video.createdAt().isAfter(newest) ? video.createdAt() : newest;
        });
        if (exported == null && !line.cell("time").isBlank()) {
            try {
                exported = WrittenDay.of(line.cell("time"));
            } catch (BadValue _) {
                // Then other signs tell when the file was written.
            }
        }
    }

    /// The handle in the links; empty where there is none, or more than one.
    Optional<String> handle() {
        return handles.size() == 1 ? handles.stream().findFirst() : Optional.empty();
    }

    Optional<LocalDate> exportedOn() {
        return switch (exported) {
            case null -> Optional.empty();
            case WrittenDay.Dated dated -> Optional.of(dated.day());
            case WrittenDay.Yearless yearless ->
                newest.equals(Instant.MIN) ? Optional.empty() : Optional.of(first(yearless.day()));
        };
    }

    private LocalDate first(MonthDay day) {
        LocalDate from = LocalDate.ofInstant(newest, Platform.TIKTOK.bucketZone());
        int year = from.getYear();
        while (!day.isValidYear(year) || day.atYear(year).isBefore(from)) {
            year++;
        }
        return day.atYear(year);
    }
}
