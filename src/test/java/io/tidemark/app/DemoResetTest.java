package io.tidemark.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DemoResetTest {
    @TempDir
    private Path home;

    @Test
    void aRunningDemonstrationIsNotThrownAway() throws Exception {
        Path directory = Files.createDirectories(home.resolve(".tidemark-demo"));
        Files.writeString(directory.resolve("demo-sign-in"), "secret");
        ProgramFixture program = new ProgramFixture(home);

        Process other = holdLock(directory.resolve("server.lock"));
        try {
            assertThat(program.run("demo", "--reset", "--port", "0")).isEqualTo(1);
            assertThat(program.err).contains("is running: stop it first.");
            assertThat(directory.resolve("demo-sign-in")).hasContent("secret");
        } finally {
            other.destroyForcibly().waitFor();
        }
    }

    /// Locks belong to processes, so another one must hold it.
    private static Process holdLock(Path lock) throws IOException {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        Process process = new ProcessBuilder(
                        java, "-cp", System.getProperty("java.class.path"), LockHolder.class.getName(), lock.toString())
                .redirectErrorStream(true)
                .start();
        assertThat(process.inputReader().readLine()).isEqualTo("locked");
        return process;
    }

    static final class LockHolder {
        private LockHolder() {}

        public static void main(String[] args) throws Exception {
            try (var channel =
                    FileChannel.open(Path.of(args[0]), StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
                var lock = channel.lock();
                System.out.println(lock.isValid() ? "locked" : "failed");
                int ignored = System.in.read();
            }
        }
    }
}
