package io.tidemark.collect.file;

import io.tidemark.collect.file.format.Export;
import io.tidemark.collect.file.mapping.Drafts;
import io.tidemark.collect.file.mapping.Mapping;
import io.tidemark.collect.file.mapping.MappingBook;
import io.tidemark.collect.file.mapping.MappingFormat;
import io.tidemark.collect.file.table.Choice;
import io.tidemark.collect.file.table.ExportFile;
import io.tidemark.collect.file.table.ImportRefused;
import io.tidemark.ledger.ImportMappings;
import io.tidemark.words.Sentence;
import io.tidemark.words.Value;
import java.util.List;
import java.util.Map;

/// Finds out how a file is to be read: with the mapping that is told with it, else as exports that are known, else with
/// the mapping that somebody has confirmed for its columns. A guess alone is never used: it is handed back for a person
/// to confirm.
final class Recognition {
    private static final Sentence SEVERAL_MAPPINGS = Sentence.of(
            "file_fits_several_mappings", "Several mappings were confirmed for these columns: say which it is.");
    private static final Sentence MAPPINGS_FULL = Sentence.of(
            "mappings_full_for_file",
            "The business has {most} mappings already: remove one that is not needed, or give this one the name "
                    + "of another.");

    private final MappingBook book;
    private final ImportRequest request;

    Recognition(MappingBook book, ImportRequest request) {
        this.book = book;
        this.request = request;
    }

    /// @throws ImportRefused where the file is of no known kind, or of several
    List<Export> of(ExportFile file) {
        Mapping told = request.answers().mapping();
        if (told != null) {
            refuseFullBook(told);
            return List.of(MappingFormat.told(answered(told)).open(file));
        }
        List<Export> known = Formats.recognise(file, request.answers().format());
        return known.isEmpty() ? List.of(confirmed(file)) : known;
    }

    /// Keeps a mapping that has shown that it works.
    void keep(ExportFile file) {
        Mapping told = request.answers().mapping();
        if (told != null && !request.dryRun()) {
            book.save(request.businessId(), MappingFormat.told(told).completed(file));
        }
    }

    private Mapping answered(Mapping mapping) {
        Answers answers = request.answers();
        return mapping.told(answers.platform(), answers.account(), answers.timeZone());
    }

    private Export confirmed(ExportFile file) {
        List<MappingBook.Saved> saved = book.all(request.businessId());
        List<MappingBook.Saved> fitting = saved.stream()
                .filter(one -> MappingFormat.found(one.mapping()).fits(file))
                .toList();
        if (fitting.size() > 1) {
            throw new ImportRefused("mapping_needed", SEVERAL_MAPPINGS.said())
                    .asking(fitting.stream()
                            .map(one -> new Choice(
                                    Long.toString(one.mappingId()),
                                    one.mapping().name()))
                            .toList());
        }
        if (fitting.isEmpty()) {
            throw unknown(file, saved);
        }
        return MappingFormat.found(answered(fitting.getFirst().mapping())).open(file);
    }

    private static ImportRefused unknown(ExportFile file, List<MappingBook.Saved> saved) {
        ImportRefused refused = Formats.unknown(file);
        List<Mapping> mappings = saved.stream().map(MappingBook.Saved::mapping).toList();
        return Drafts.of(file, mappings)
                .map(draft -> refused.suggesting(draft.toJson()))
                .orElse(refused);
    }

    /// Before anything is stored, since the mapping is kept once everything is.
    private void refuseFullBook(Mapping told) {
        if (book.all(request.businessId()).size() >= ImportMappings.MOST
                && book.find(request.businessId(), told.name()).isEmpty()) {
            throw new ImportRefused(
                    "too_many_mappings", MAPPINGS_FULL.said(Map.of("most", Value.count(ImportMappings.MOST))));
        }
    }
}
