package io.tidemark.serve;

import io.tidemark.collect.file.ImportReport;
import io.tidemark.collect.file.ImportRequest;
import io.tidemark.collect.file.format.ImportProgress;
import java.util.function.Consumer;

/// Imports files.
public interface Imports {
    /// The id of an import to be.
    long newId();

    /// Imports one file, whole or not at all.
    ///
    /// @throws io.tidemark.collect.file.ImportRefused when it cannot be imported as it is
    ImportReport run(ImportRequest request, Consumer<ImportProgress> progress);
}
