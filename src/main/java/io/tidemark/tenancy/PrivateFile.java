package io.tidemark.tenancy;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/// Small files that only their owner may read.
public final class PrivateFile {
    private PrivateFile() {}

    /// Writes the file unless it exists. It appears whole, so that a reader never sees half of it; when two writers
    /// race, the first one's text stays.
    public static void createOnce(Path file, String text) throws IOException {
        Path folder = file.toAbsolutePath().getParent();
        if (folder == null) {
            throw new IOException(file + " is not a file");
        }
        Files.createDirectories(folder);
        Path draft = Files.createTempFile(folder, file.getFileName().toString(), ".tmp", ownerOnly());
        try {
            Files.writeString(draft, text + "\n");
            Files.createLink(file, draft);
        } catch (FileAlreadyExistsException ignored) {
            // Another process was first: its text counts.
        } finally {
            Files.deleteIfExists(draft);
        }
    }

    /// Writes the file in the place of the one that is there. A reader sees either of them whole.
    public static void replace(Path file, String text) throws IOException {
        Path target = file.toAbsolutePath();
        Path draft =
                Files.createTempFile(target.getParent(), target.getFileName().toString(), ".tmp", ownerOnly());
        try {
            Files.writeString(draft, text + "\n");
            Files.move(draft, target, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(draft);
        }
    }

    private static FileAttribute<?>[] ownerOnly() {
        if (!FileSystems.getDefault().supportedFileAttributeViews().contains("posix")) {
            return new FileAttribute<?>[0];
        }
        Set<PosixFilePermission> ownerReadsAndWrites = PosixFilePermissions.fromString("rw-------");
        return new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(ownerReadsAndWrites)};
    }
}
