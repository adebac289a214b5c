package io.tidemark.collect.file;

import io.tidemark.collect.file.format.Export;
import io.tidemark.collect.file.table.ExportFile;
import io.tidemark.collect.file.table.ImportRefused;
import io.tidemark.words.Sentence;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Objects;
import java.util.Optional;

/// When a file spoke: what the user says, else a stamp in its content or name, else the time of its archive entries,
/// else the end of the last day that it covers, else when it was last written. Never the time of the import, so that it
/// makes no difference when and in which order files arrive.
final class WhenSpoken {
    private static final Sentence TIME_UNTOLD = Sentence.of(
            "file_time_untold", "Nothing in the file says when it was written: say when it was downloaded.");

    private WhenSpoken() {}

    static Instant of(ImportRequest request, ExportFile file, Export export) {
        return Optional.ofNullable(request.answers().observedAt())
                .or(export::stamp)
                .or(() -> entryTime(request, file, export))
                .or(() -> export.period().map(period -> period.endIn(export.dayZone())))
                .or(() -> Optional.ofNullable(request.lastModified()))
                .orElseThrow(() -> new ImportRefused("observed_at_needed", TIME_UNTOLD.said()));
    }

    /// The newest entry, unless that would be before the days it reports: archives are also made by clocks that are
    /// wrong.
    private static Optional<Instant> entryTime(ImportRequest request, ExportFile file, Export export) {
        ZoneId zone = Objects.requireNonNullElse(request.answers().timeZone(), ZoneOffset.UTC);
        Optional<Instant> lastDay = export.period()
                .map(period -> period.to().atStartOfDay(export.dayZone()).toInstant());
        return file.parts().stream()
                .filter(part -> export.parts().contains(part.name()))
                .flatMap(part -> part.modifiedAt(zone).stream())
                .max(Instant::compareTo)
                .filter(time -> lastDay.isEmpty() || !time.isBefore(lastDay.get()));
    }
}
