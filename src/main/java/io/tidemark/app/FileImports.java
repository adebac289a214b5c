package io.tidemark.app;

import io.tidemark.collect.file.FileImporter;
import io.tidemark.collect.file.ImportReport;
import io.tidemark.collect.file.ImportRequest;
import io.tidemark.collect.file.format.ImportProgress;
import io.tidemark.collect.file.mapping.MappingBook;
import io.tidemark.ledger.Ledger;
import io.tidemark.serve.imports.Imports;
import java.util.function.Consumer;

/// Imports of files into the ledger.
record FileImports(Ledger ledger, FileImporter importer) implements Imports {
    @Override
    public long newId() {
        return ledger.newId();
    }

    @Override
    public ImportReport run(ImportRequest request, Consumer<ImportProgress> progress, FileImporter.Onlooker onlooker) {
        return importer.run(request, progress, onlooker);
    }

    @Override
    public MappingBook mappings() {
        return MappingBook.of(ledger.mappings());
    }
}
