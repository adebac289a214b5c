package io.tidemark.collect.file.youtube;

import io.tidemark.collect.file.format.Export;
import io.tidemark.collect.file.format.ExportFormat;
import io.tidemark.collect.file.table.ExportFile;
import io.tidemark.collect.file.table.Header;
import io.tidemark.collect.file.table.Part;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The advanced export of YouTube Studio: a zip of `Table data`, `Chart data` and `Totals`, or any of them alone.
/// Columns are whatever the user ticked; days follow Pacific time.
public final class YouTubeStudio implements ExportFormat {
    @Override
    public String key() {
        return "youtube_studio";
    }

    @Override
    public String title() {
        return "YouTube Studio advanced export (zip or CSV: Table data, Chart data, Totals)";
    }

    @Override
    public Optional<Export> recognise(ExportFile file) {
        Map<String, List<Header>> folders = new LinkedHashMap<>();
        for (Part part : file.parts()) {
            Header.find(part, YouTubeNames.VOCABULARY, header -> YouTubeNames.role(header) != YouTubeNames.Role.UNKNOWN)
                    .ifPresent(header -> folders.computeIfAbsent(part.folder(), _ -> new ArrayList<>())
                            .add(header));
        }
        List<YouTubeFolder> read = folders.entrySet().stream()
                .map(folder -> YouTubeFolder.of(folder.getKey(), file.lastName(), folder.getValue()))
                .toList();
        return read.isEmpty() ? Optional.empty() : Optional.of(new YouTubeExport(this, read));
    }
}
