package io.tidemark.collect.file;

import io.tidemark.metric.Platform;
import java.util.Optional;

final class YouTubeStudio implements ExportFormat {
    @Override
    public String key() {
        return "youtube_studio";
    }

    @Override
    public String title() {
        return "YouTube Studio advanced export (zip or CSV: Table data, Chart data, Totals)";
    }

    @Override
    public Platform platform() {
        return Platform.YOUTUBE;
    }

    @Override
    public Optional<Export> recognise(ExportFile file) {
        return Optional.empty();
    }
}
