package io.tidemark.journey;

import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/// A real export file among the test resources, with what an upload of it has to say.
record ExportSample(String name, Map<String, String> fields) {
    static final ExportSample LINKEDIN =
            new ExportSample("linkedin-page/example-page_content_1742193384396.xls", Map.of());
    static final ExportSample YOUTUBE_TOTALS =
            new ExportSample("youtube-studio/Totals.csv", Map.of("account", "codingtrain"));
    static final ExportSample YOUTUBE_TABLE = new ExportSample(
            "youtube-studio/Table data.csv", Map.of("account", "codingtrain", "observed_at", "2021-12-31T12:00:00Z"));
    static final ExportSample YOUTUBE_CHART =
            new ExportSample("youtube-studio/Chart data.csv", Map.of("account", "codingtrain"));

    static final List<ExportSample> ALL = List.of(LINKEDIN, YOUTUBE_TOTALS, YOUTUBE_TABLE, YOUTUBE_CHART);

    Path path() {
        URL found = Objects.requireNonNull(ExportSample.class.getResource("/exports/" + name), name);
        try {
            return Path.of(found.toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }
}
