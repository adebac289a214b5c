package io.tidemark.app;

import io.tidemark.collect.file.mapping.BadMapping;
import io.tidemark.collect.file.mapping.Drafts;
import io.tidemark.collect.file.mapping.Mapping;
import io.tidemark.collect.file.mapping.MappingBook;
import io.tidemark.collect.file.mapping.MappingJson;
import io.tidemark.collect.file.mapping.Suggestion;
import io.tidemark.collect.file.table.ImportRefused;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Collectors;

/// Mappings on the command line: a file of JSON, or the name of one that was confirmed before.
final class MappingOption {
    private MappingOption() {}

    /// @throws CommandFailed where there is no such file or name, or the file is no mapping
    static Mapping find(String fileOrName, MappingBook book, long businessId) {
        Optional<Path> file = file(fileOrName);
        if (file.isPresent()) {
            return read(file.get());
        }
        return book.find(businessId, fileOrName).map(MappingBook.Saved::mapping).orElseThrow(() -> {
            String names = book.all(businessId).stream()
                    .map(saved -> "'" + saved.mapping().name() + "'")
                    .collect(Collectors.joining(", "));
            return new CommandFailed("'" + fileOrName + "' is neither a file nor a mapping of this business"
                    + (names.isEmpty()
                            ? ": draft one with 'tidemark import --suggest FILE'."
                            : "; there are: " + names + "."));
        });
    }

    /// @throws CommandFailed where the file cannot be read as a table
    static Suggestion draft(Path file) {
        try {
            return Drafts.ofFile(file);
        } catch (ImportRefused refused) {
            throw new CommandFailed(file + ": " + refused.sentence());
        } catch (IOException problem) {
            throw new CommandFailed(file + " could not be read: " + problem.getMessage());
        }
    }

    private static Optional<Path> file(String text) {
        try {
            return Optional.of(Path.of(text)).filter(Files::isRegularFile);
        } catch (InvalidPathException ignored) {
            // No path at all, so it is a name.
            return Optional.empty();
        }
    }

    private static Mapping read(Path file) {
        try {
            return MappingJson.read(Files.readString(file));
        } catch (BadMapping bad) {
            throw new CommandFailed(
                    file + ", " + bad.member() + ": " + bad.said().english());
        } catch (IOException problem) {
            throw new CommandFailed(file + " could not be read: " + problem.getMessage());
        }
    }
}
