package io.tidemark.collect.file.youtube;

import io.tidemark.collect.file.format.Accounts;
import io.tidemark.collect.file.format.Export;
import io.tidemark.collect.file.format.ExportFormat;
import io.tidemark.collect.file.format.Period;
import io.tidemark.collect.file.format.Reading;
import io.tidemark.collect.file.format.SeenDays;
import io.tidemark.metric.Platform;
import java.time.Instant;
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
    public Accounts accounts() {
        return new Accounts.One(Platform.YOUTUBE, Optional.empty());
    }

    /// The dates in the name are those of the period, not of the download.
    @Override
    public Optional<Instant> stamp() {
        return Optional.empty();
    }

    @Override
    public Optional<Period> period() {
        return folders.stream().flatMap(folder -> folder.period().stream()).reduce(Period::with);
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
