package io.tidemark.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;

/// The files that a command line names, those in folders included.
final class ImportFiles {
    /// What operating systems put into folders on their own.
    private static final Set<String> CLUTTER = Set.of("thumbs.db", "desktop.ini", "__macosx");

    private final Consumer<String> notes;

    /// @param notes told of what is passed over
    ImportFiles(Consumer<String> notes) {
        this.notes = notes;
    }

    /// Files as they were named; those of a folder by name, its folders included. Links to folders are not followed.
    List<Path> of(List<Path> named) {
        List<Path> files = new ArrayList<>();
        for (Path path : named) {
            if (Files.isDirectory(path)) {
                files.addAll(inside(path));
            } else {
                files.add(path);
            }
        }
        return files;
    }

    private List<Path> inside(Path folder) {
        List<Path> files;
        try (Stream<Path> walk = Files.walk(folder)) {
            files = walk.filter(Files::isRegularFile)
                    .filter(file -> isWanted(folder, file))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new CommandFailed("The folder " + folder + " could not be read: " + e.getMessage() + ".");
        }
        if (files.isEmpty()) {
            throw new CommandFailed("There is no file to import in the folder " + folder + ".");
        }
        return files;
    }

    private boolean isWanted(Path folder, Path file) {
        for (Path name : folder.relativize(file)) {
            String text = name.toString().toLowerCase(Locale.ROOT);
            if (text.startsWith(".") || CLUTTER.contains(text)) {
                notes.accept(file + ": passed over, it is hidden or the operating system's own.");
                return false;
            }
        }
        return true;
    }
}
