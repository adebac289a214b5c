package io.tidemark.serve.imports;

import io.tidemark.collect.file.FileImporter;
import io.tidemark.collect.file.ImportReport;
import io.tidemark.collect.file.ImportRequest;
import io.tidemark.collect.file.format.ImportProgress;
import io.tidemark.collect.file.mapping.MappingBook;
import java.util.function.Consumer;

/// Imports files.
public interface Imports {
    /// The id of an import to be.
    long newId();

    /// Imports one file, whole or not at all.
    ///
    /// @param onlooker shown what a trial would make of the business
    /// @throws io.tidemark.collect.file.table.ImportRefused when it cannot be imported as it is
    ImportReport run(ImportRequest request, Consumer<ImportProgress> progress, FileImporter.Onlooker onlooker);

    /// How tables of other tools are to be read.
    MappingBook mappings();
}
