package io.tidemark.ledger.server;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URL;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Locale;
import java.util.zip.CRC32;
import java.util.zip.CheckedInputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.jspecify.annotations.Nullable;
import org.tukaani.xz.XZInputStream;

/// The programs of PostgreSQL for this machine, as they come with Tidemark: initdb, pg_ctl and postgres.
final class PostgresBinaries {
    private static final int OWNER_MAY_EXECUTE = 0100;

    private final URL archive;

    private PostgresBinaries(URL archive) {
        this.archive = archive;
    }

    /// @throws ServerUnavailable when Tidemark was built without binaries for this machine
    static PostgresBinaries forThisMachine() {
        return forMachine(System.getProperty("os.name", ""), System.getProperty("os.arch", ""));
    }

    static PostgresBinaries forMachine(String system, String processor) {
        String name = archiveName(system, processor);
        URL archive = name == null ? null : PostgresBinaries.class.getResource("/" + name);
        if (archive == null) {
            throw new ServerUnavailable("This Tidemark brings no PostgreSQL for " + system + " on " + processor
                    + ": build it on this machine, or use a PostgreSQL server of your own with --database-url.");
        }
        return new PostgresBinaries(archive);
    }

    private static @Nullable String archiveName(String system, String processor) {
        String prefix = switch (system.toLowerCase(Locale.ROOT)) {
            case "linux" -> "postgres-linux-";
            case "mac os x" -> "postgres-darwin-";
            default -> null;
        };
        String suffix = switch (processor.toLowerCase(Locale.ROOT)) {
            case "amd64", "x86_64" -> "x86_64.txz";
            case "aarch64", "arm64" -> "arm_64.txz";
            default -> null;
        };
        return prefix == null || suffix == null ? null : prefix + suffix;
    }

    /// Unpacks once: what is there already is used, also by other processes at the same time.
    ///
    /// @param parent where the directory of the binaries is
    /// @return the directory with the programs
    Path unpackInto(Path parent) throws IOException {
        Path home = parent.resolve("postgres-" + key());
        if (Files.notExists(home)) {
            Files.createDirectories(parent);
            removeAbandoned(parent);
            Path unfinished = parent.resolve(
                    home.getFileName() + "." + ProcessHandle.current().pid() + "-"
                            + Thread.currentThread().threadId() + ".unfinished");
            unpack(unfinished);
            // Once in place the files are trusted for good, so they must not be lost in a power cut. One call for
            // a thousand files; where it does not exist, the next seconds are a risk.
            var _ = Command.succeeds(List.of("sync", "-f", unfinished.toString()));
            settle(unfinished, home);
        }
        return home.resolve("bin");
    }

    /// Tells one build of PostgreSQL from another. Read from the content at each start (20 ms), since jars within
    /// jars do not always tell the checksum that they keep.
    private String key() throws IOException {
        var checksum = new CRC32();
        try (var content = new CheckedInputStream(archive.openStream(), checksum)) {
            content.transferTo(OutputStream.nullOutputStream());
        }
        return "%08x".formatted(checksum.getValue());
    }

    private void unpack(Path directory) throws IOException {
        try (InputStream packed = archive.openStream();
                var tar = new TarArchiveInputStream(new XZInputStream(new BufferedInputStream(packed, 1 << 16)))) {
            for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                Path path = directory.resolve(entry.getName()).normalize();
                if (!path.startsWith(directory)) {
                    throw new IOException("the archive has an entry outside itself: " + entry.getName());
                }
                Files.createDirectories(entry.isDirectory() ? path : path.resolveSibling(""));
                write(entry, tar, path, directory);
            }
        }
    }

    private static void write(TarArchiveEntry entry, InputStream content, Path path, Path directory)
            throws IOException {
        if (entry.isSymbolicLink()) {
            Files.createSymbolicLink(path, Path.of(entry.getLinkName()));
        } else if (entry.isLink()) {
            Files.createLink(path, directory.resolve(entry.getLinkName()));
        } else if (entry.isFile()) {
            Files.copy(content, path);
            boolean program = (entry.getMode() & OWNER_MAY_EXECUTE) != 0;
            Files.setPosixFilePermissions(path, PosixFilePermissions.fromString(program ? "rwxr-xr-x" : "rw-r--r--"));
        }
    }

    private static void settle(Path unfinished, Path home) throws IOException {
        try {
            Files.move(unfinished, home, StandardCopyOption.ATOMIC_MOVE);
        } catch (FileSystemException taken) {
            if (Files.notExists(home)) {
                throw taken;
            }
            DataDirectory.delete(unfinished);
        }
    }

    /// What processes left behind that died while unpacking.
    private static void removeAbandoned(Path parent) throws IOException {
        try (var unfinished = Files.newDirectoryStream(parent, "postgres-*.unfinished")) {
            for (Path path : unfinished) {
                String process = path.getFileName().toString().replaceAll(".*\\.(\\d+)-\\d+\\.unfinished", "$1");
                if (ProcessHandle.of(Long.parseLong(process)).isEmpty()) {
                    DataDirectory.delete(path);
                }
            }
        }
    }
}
