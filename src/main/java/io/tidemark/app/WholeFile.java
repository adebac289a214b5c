package io.tidemark.app;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/// A file that appears whole or not at all: it is written beside its place and moved there once it is safe on disk.
final class WholeFile implements AutoCloseable {
    private final Path place;
    private final Path beside;
    private final FileChannel channel;
    private final OutputStream stream;

    private WholeFile(Path place, Path beside) throws IOException {
        this.place = place;
        this.beside = beside;
        channel = FileChannel.open(beside, StandardOpenOption.WRITE);
        stream = new BufferedOutputStream(Channels.newOutputStream(channel), 1 << 16);
    }

    /// @throws CommandFailed where no file can be
    static WholeFile beside(Path file) throws IOException {
        Path place = file.toAbsolutePath();
        Path directory = place.getParent();
        if (directory == null || Files.isDirectory(place)) {
            throw new CommandFailed(file + " is a directory: name a file.");
        }
        if (!Files.isDirectory(directory)) {
            throw new CommandFailed("There is no directory " + directory + ": make it first.");
        }
        return new WholeFile(place, Files.createTempFile(directory, "." + place.getFileName() + ".", ".part"));
    }

    OutputStream stream() {
        return stream;
    }

    /// Puts the file in its place, also where there was one before.
    void appear() throws IOException {
        stream.flush();
        channel.force(true);
        channel.close();
        Files.move(beside, place, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    /// Removes what did not appear.
    @Override
    public void close() throws IOException {
        channel.close();
        Files.deleteIfExists(beside);
    }
}
