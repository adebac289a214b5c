package io.tidemark.collect.file.table;

import io.tidemark.words.Said;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// A file that cannot be imported as it is; nothing of it was stored. The message is one or two sentences that say what
/// was wrong and what to do.
public final class ImportRefused extends RuntimeException {
    private final String code;
    private final Said said;
    private final @Nullable String file;
    private final @Nullable String part;
    private final @Nullable Long row;
    private final @Nullable String column;
    private final List<Reject> rejects;
    private final List<Choice> choices;
    private final @Nullable JsonNode suggestion;

    public ImportRefused(String code, Said said) {
        this(code, said, null, null, null, null, List.of(), List.of(), null, null);
    }

    public ImportRefused(String code, Said said, @Nullable Throwable cause) {
        this(code, said, null, null, null, null, List.of(), List.of(), null, cause);
    }

    private ImportRefused(
            String code,
            Said said,
            @Nullable String file,
            @Nullable String part,
            @Nullable Long row,
            @Nullable String column,
            List<Reject> rejects,
            List<Choice> choices,
            @Nullable JsonNode suggestion,
            @Nullable Throwable cause) {
        super(said.english(), cause);
        this.code = code;
        this.said = said;
        this.file = file;
        this.part = part;
        this.row = row;
        this.column = column;
        this.rejects = List.copyOf(rejects);
        this.choices = List.copyOf(choices);
        this.suggestion = suggestion;
    }

    /// Stable, for programs: `unknown_format`, `account_needed`, …
    public String code() {
        return code;
    }

    /// What was wrong and what to do.
    public Said said() {
        return said;
    }

    /// The same in English.
    public String sentence() {
        return said.english();
    }

    public @Nullable String file() {
        return file;
    }

    /// Sheet or archive entry.
    public @Nullable String part() {
        return part;
    }

    /// Row as a spreadsheet counts it, from 1.
    public @Nullable Long row() {
        return row;
    }

    public @Nullable String column() {
        return column;
    }

    /// The first rejected rows, where these are the reason.
    public List<Reject> rejects() {
        return rejects;
    }

    /// The answers to choose from, where the file leaves a question open.
    public List<Choice> choices() {
        return choices;
    }

    /// A first answer for the user to correct, where choosing is not enough.
    public @Nullable JsonNode suggestion() {
        return suggestion;
    }

    public ImportRefused inFile(String name) {
        return new ImportRefused(code, said, name, part, row, column, rejects, choices, suggestion, getCause());
    }

    public ImportRefused inPart(String name) {
        return new ImportRefused(code, said, file, name, row, column, rejects, choices, suggestion, getCause());
    }

    public ImportRefused at(long rowNumber) {
        return new ImportRefused(code, said, file, part, rowNumber, column, rejects, choices, suggestion, getCause());
    }

    public ImportRefused because(List<Reject> rows) {
        return new ImportRefused(code, said, file, part, row, column, rows, choices, suggestion, getCause());
    }

    public ImportRefused asking(List<Choice> answers) {
        return new ImportRefused(code, said, file, part, row, column, rejects, answers, suggestion, getCause());
    }

    public ImportRefused suggesting(JsonNode draft) {
        return new ImportRefused(code, said, file, part, row, column, rejects, choices, draft, getCause());
    }
}
