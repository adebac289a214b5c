package io.tidemark.collect.file;

import java.util.List;
import java.util.stream.Collectors;

/// All formats that are understood.
final class Formats {
    static final List<ExportFormat> ALL = List.of(new LinkedInPageContent(), new YouTubeStudio());

    private Formats() {}

    static String titles() {
        return ALL.stream().map(ExportFormat::title).collect(Collectors.joining("; "));
    }

    /// The export that the file is.
    ///
    /// @throws ImportRefused where no format knows it
    static Export recognise(ExportFile file) {
        for (ExportFormat format : ALL) {
            Export export = format.recognise(file).orElse(null);
            if (export != null) {
                return export;
            }
        }
        throw unknown(file);
    }

    private static ImportRefused unknown(ExportFile file) {
        String found = file.parts().stream()
                .limit(5)
                .map(part -> "\"" + part.name() + "\" begins with " + Header.describe(part))
                .collect(Collectors.joining("; "));
        String left = String.join(" ", file.leftOut());
        return new ImportRefused(
                "unknown_format",
                "No known export has these columns: " + (found.isEmpty() ? "no table was found" : found) + ". "
                        + (left.isEmpty() ? "" : left + " ") + "Understood are: " + titles() + ".");
    }
}
