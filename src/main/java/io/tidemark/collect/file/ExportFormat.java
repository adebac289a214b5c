package io.tidemark.collect.file;

import io.tidemark.metric.Platform;
import java.util.Optional;

/// One kind of file that a platform lets its users download. Adding one is a class, its line in [Formats], and tests.
interface ExportFormat {
    /// Stable, such as `linkedin_page_content`.
    String key();

    /// For people.
    String title();

    Platform platform();

    /// The file read as this format; empty where it is something else. Looks at header rows only, and at no name of a
    /// file
    /// or sheet.
    Optional<Export> recognise(ExportFile file);
}
