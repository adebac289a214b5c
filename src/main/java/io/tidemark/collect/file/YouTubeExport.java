package io.tidemark.collect.file;

import java.time.Instant;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// A recognised export of YouTube Studio.
final class YouTubeExport implements Export {
    private final ExportFormat format;
    private final List<YouTubeFolder> folders;

    YouTubeExport(ExportFormat format, List<YouTubeFolder> folders) {
        this.format = format;
        this.folders = folders;
    }

    @Override
    public ExportFormat format() {
        return format;
    }

    /// No file of the export names the channel.
    @Override
    public Optional<String> handle() {
        return Optional.empty();
    }

    /// The dates in the name are those of the period, not of the download.
    @Override
    public Optional<Instant> stamp() {
        return Optional.empty();
    }

    @Override
    public Optional<Period> period() {
        List<Period> periods =
                folders.stream().flatMap(folder -> folder.period().stream()).toList();
        Optional<LocalDate> first = periods.stream().map(Period::from).min(LocalDate::compareTo);
        Optional<LocalDate> last = periods.stream().map(Period::to).max(LocalDate::compareTo);
        return first.flatMap(from -> last.map(to -> new Period(from, to)));
    }

    @Override
    public Set<String> parts() {
        return folders.stream()
                .flatMap(folder -> folder.headers().stream())
                .map(header -> header.part().name())
                .collect(Collectors.toSet());
    }

    @Override
    public void read(Reading reading) {
        SeenDays seen = new SeenDays();
        Set<String> described = new HashSet<>();
        for (YouTubeFolder folder : folders) {
            folder.read(reading, seen, described);
        }
    }
}
