package io.tidemark.collect.file.format;

import io.tidemark.collect.file.table.ExportFile;
import io.tidemark.words.Said;
import java.util.Optional;

/// One kind of file that a platform lets its users download. Adding one is a class, its line in `Formats`, and tests.
public interface ExportFormat {
    /// Stable, such as `linkedin_page_content`.
    String key();

    /// For people.
    String title();

    /// The parts of the file that are of this format; empty where none is. Looks at header rows only, and at no name
    /// of a file or sheet. A file may hold parts of several formats, and a part may look like several formats: then
    /// the user is asked.
    Optional<Export> recognise(ExportFile file);

    /// What a file that no format recognises might be all the same, and what to do then; empty where nothing speaks for
    /// this format. Never a reason to read it.
    default Optional<Said> resemblance(ExportFile file) {
        return Optional.empty();
    }
}
